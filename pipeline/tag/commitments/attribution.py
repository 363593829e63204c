"""Who binds itself by a cue: the words that name the actor are found, then resolved against the document's memory."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.actors.actor import Actor, Standing
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments import subjects
from pipeline.tag.commitments.cues import Match
from pipeline.tag.commitments.forms import Action
from pipeline.tag.commitments.lists import Stem
from pipeline.tag.commitments.observing import agreement, predicate
from pipeline.tag.commitments.scope import Scope, governors
from pipeline.tag.commitments.subjects import Mention


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that name who binds itself, whom they stand for, and how the text stands to that one."""

    mention: Mention
    actor: Actor
    standing: Standing
    is_indefinite: bool = False
    """Whether the words speak of others, whom nobody names."""


def attribute(match: Match, action: Action, stem: Stem | None, memory: ActorMemory, scope: Scope) -> Attribution:
    """Who does the action of a cue; ``stem`` is that of the list in whose item the cue stands."""
    token = match.token
    mention = _mention(match, action, scope)
    if mention.source == "speaker" and stem is not None:
        mention = stem.mention
    if match.cue.pos == "modal":
        mention = _of_those_who_agree(mention, token, action.head, memory, scope)
    actor = memory.resolve(mention.span if mention.source != "patient" else None, token)
    if _is_agreed_with(match, scope):
        actor = memory.with_those_from(actor, token.i + 2, token.sent.end)
    standing = memory.standing(actor)
    if standing == "party" or (standing == "open" and actor.codes):
        return Attribution(mention, actor, standing)
    if mention.source == "subject" and not actor.codes:
        actor = _who_states(predicate(match, action), memory, scope) or actor
    asserted = match.cue.pos == "noun" and mention.source in {"governor", "speaker"}
    return (_by_asserter(token, memory) if asserted else None) or Attribution(
        mention, actor, standing, memory.speaks_of_others(mention.span, actor)
    )


def _is_agreed_with(match: Match, scope: Scope) -> bool:
    """Whether those with whom something is agreed stand right behind the cue: "Norway agreed *with* Chile to"."""
    token = match.token
    is_verb = match.cue.pos == "verb" and "agreeing" in scope.categories(token.lemma_.lower())
    return is_verb and token.i + 1 < token.sent.end and token.nbor().lower_ == "with"


def _mention(match: Match, action: Action, scope: Scope) -> Mention:
    token, cue = match.token, match.cue
    if "assuring" in scope.categories(cue.text):
        return replace(subjects.of_noun(action.head), source="possessor")
    if cue.pos == "noun":
        takes_of = "of_gerund" in cue.frames or "of_noun" in cue.frames
        return subjects.of_noun(token, takes_of=takes_of and action.form != "to_verb")
    verb = _with_subject(token, action.head) if cue.pos == "modal" else predicate(match, action)
    if "verb" in cue.frames and syntax.is_passive(action.head):
        verb = action.head
    mention = subjects.of_verb(verb, token, cue.pos == "adj")
    by_means = mention.source == "agent" and mention.head is not None and mention.head.lemma_ in scope.words("means")
    return subjects.of_patient(verb) if by_means else mention


def _with_subject(modal: Token, head: Token) -> Token:
    """The verb whose subject does the action of a modal: the first that it governs, which the others share."""
    first = syntax.governing_verb(modal)
    if not syntax.subjects(first) and not syntax.is_passive(head) and (before := _modal_before(modal)) is not None:
        return syntax.governing_verb(before)
    shared = not syntax.own_subjects(head) and not syntax.is_passive(head) and not syntax.is_passive(first)
    return first if shared and first.i <= head.i else head


def _modal_before(modal: Token) -> Token | None:
    """The modal with whose subject another goes on that the parse gives none: "shall pay, shall lodge, shall tell"."""
    at = modal.i - 1
    if at <= modal.sent.start or modal.doc[at].lower_ not in {",", "and", "but"}:
        return None
    earlier = (t for t in reversed(modal.doc[modal.sent.start : at]) if t.tag_ == "MD")
    return next((t for t in earlier if syntax.own_subjects(syntax.governing_verb(t))), None)


def _of_those_who_agree(mention: Mention, modal: Token, head: Token, memory: ActorMemory, scope: Scope) -> Mention:
    """Who binds itself where it is agreed what will be done or take place: "they agreed that talks would be held"."""
    verb = agreement(modal, scope)
    held = head.lemma_ in scope.words("calendar") or head.lower_ in scope.words("occurring")
    if verb is None or mention.head is None or not (held or mention.source == "patient"):
        return mention
    names_one = mention.head.ent_type_ or mention.head.pos_ == "PRON" or memory.is_one_of_two(mention.head)
    return mention if names_one else subjects.of_verb(verb, verb)


def _who_states(verb: Token, memory: ActorMemory, scope: Scope) -> Actor | None:
    """The party that states a that-clause: "we" of "we agreed that officials will meet"."""
    clause = syntax.first_conjunct(verb)
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in scope.words("stating"):
        return None
    found = _party_of(clause.head, memory)
    return found.actor if found is not None else None


def _by_asserter(noun: Token, memory: ActorMemory) -> Attribution | None:
    """The party that says what stands in a that-clause: "both sides underlined that this shows the need to"."""
    clauses = (verb for verb in governors(noun) if verb.dep_ == "ccomp")
    found = next((f for verb in clauses if (f := _party_of(verb.head, memory))), None)
    return replace(found, mention=replace(found.mention, source="asserter")) if found is not None else None


def _party_of(verb: Token, memory: ActorMemory) -> Attribution | None:
    """The subject of a verb, where it is a party of the text."""
    mention = subjects.of_verb(verb, verb)
    actor = memory.resolve(mention.span, verb)
    return Attribution(mention, actor, "party") if mention.span is not None and memory.is_party(actor) else None
