"""Candidates for commitments: every cue with the action it governs, who makes it, and what speaks for or against it.

A candidate that a rule refuses keeps the reason, so that :mod:`pipeline.tag.explain` can say why nothing was found.
What the rules leave open is weighed by :mod:`pipeline.tag.judge`, from :attr:`Candidate.features`.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import shipped
from pipeline.language import syntax
from pipeline.language.extensions import context_of
from pipeline.records import Act, Kind, Strength
from pipeline.tag.actors.resolution import Actor, ActorMemory
from pipeline.tag.commitments import extents, frames, items, programme, scope, subjects
from pipeline.tag.commitments.cues import Lexicon, Match, lexicon
from pipeline.tag.commitments.features import agreement, subject_type
from pipeline.tag.commitments.features import features as features_of
from pipeline.tag.commitments.forms import Action, Form
from pipeline.tag.commitments.refusals import refusal
from pipeline.tag.commitments.stems import Place, places
from pipeline.tag.commitments.subjects import Mention
from pipeline.tag.wording import word_features, words

STAYING = frozenset({"remain", "be", "stay", "stand", "continue"})
STATING = frozenset(
    {"agree", "concur", "decide", "confirm", "affirm", "reaffirm", "commit", "pledge", "promise", "announce"}
)
OUTER_FORMS = frozenset({"verb", "to_verb", "to_gerund", "gerund", "own_officials"})
"""Forms in which the outer of two cues binds: "will continue to"; else the inner one, "agreed on the importance of"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with one action. ``refused`` names the rule against it, empty where the judge decides."""

    cue: Span
    rule: str
    action: Span
    head: Token
    form: Form
    mention: Mention
    actor: Actor
    kind: Kind
    strength: Strength
    negated: bool
    conditional: bool
    refused: str
    features: tuple[str, ...] = field(default=())


def find_candidates(doc: Doc, memory: ActorMemory | None = None, cues: Lexicon | None = None) -> list[Candidate]:
    """Candidates of a parsed document, in text order of cue and action."""
    if not syntax.is_parsed(doc):
        return []
    cues = cues or lexicon()
    found: list[Candidate] = []
    finder = _Finder(doc, memory, cues)
    for sentence, place in places(doc):
        found += finder.in_sentence(sentence, place)
    return found


class _Finder:
    """Carries what the sentences of a document share: the actors' memory and the stems already read."""

    def __init__(self, doc: Doc, memory: ActorMemory | None, cues: Lexicon) -> None:
        self.doc = doc
        self._memory = memory
        self.cues = cues
        self.stems: dict[int, tuple[str, Mention, Token | None]] = {}

    @property
    def memory(self) -> ActorMemory:
        """Made when the first cue is met: documents without cues cost nothing."""
        if self._memory is None:
            self._memory = ActorMemory(self.doc, shipped())
        return self._memory

    @cached_property
    def is_programme(self) -> bool:
        """Whether the document announces what people will do on a visit."""
        return programme.is_programme(self.doc)

    def in_sentence(self, sentence: Span, place: Place) -> list[Candidate]:
        matches = list(self.cues.matches(sentence))
        commitments = [m for m in matches if m.cue.act == "commitment"]
        found: list[Candidate] = []
        if items.opens_item(place):
            found += self._item(sentence, place, {m.cue.act for m in matches if m.token.i == place.first.i})
        heads: set[int] = {c.head.i for c in found}
        told = [m.token for m in matches if m.token.tag_ == "VBD" and not _is_aside(m.token)]
        led = [m.token for m in matches if m.token.tag_ == "VBG"] if place.first.tag_ == "VBG" else []
        stops = extents.statement_starts(sentence, [m.token for m in commitments] + told + led, scope.shipped())
        governed = [(m, frames.actions(m.token, m.span.end, m.cue.frames, scope.shipped(), stops)) for m in commitments]
        governing = {m.token.i for m, acts in governed if acts}
        for match, acts in governed:
            token = match.token
            nested = token.i in heads or (token.head.i in heads and token.head.lemma_ in STAYING)
            if acts and acts[0].head.i in governing and acts[0].form not in OUTER_FORMS:
                continue
            for number, action in enumerate(acts):
                heads.add(action.head.i)
                found.append(self._candidate(match, action, place, matches, nested, number, len(acts)))
        worded = tuple(word_features(words(sentence))) if found else ()
        return [replace(c, features=c.features + worded) for c in _without_doubles(found)]

    def _item(self, sentence: Span, place: Place, acts: set[Act]) -> list[Candidate]:
        """The actions of a list item or line that begins with its own verb, which is a cue for ``acts``."""
        first = place.first
        refuses = first.lower_ in {"not", "never"} and first.i + 1 < sentence.end
        if refuses:
            first = first.nbor(1)
        kind_of_stem, mention, at = self._stem(place.stem)
        verbal = (
            first.tag_ in {"VB", "VBG", "VBP", "TO"} or items.is_action_verb(first) or items.asks_for_verb(place.stem)
        )
        if (not verbal or first.tag_ == "TO") and kind_of_stem not in {"binding", "commitment"}:
            return []
        end = sentence.end
        if first.lower_ == "to":
            first = first.nbor(1)
        opener = "VBG" if first.lower_.endswith("ing") else "VB" if verbal else first.tag_
        actions = extents.item(first, end, scope.shipped())
        found = []
        for number, action in enumerate(actions):
            lemma = action.head.lemma_.lower()
            strength = items.strength_of(lemma)
            actor = self.memory.resolve(mention.span, at or first)
            continuing = scope.shipped().is_continuing(action.head, action.head, action.start)
            features = [
                "cue=item",
                f"stem={kind_of_stem}",
                f"item={opener}",
                f"item+stem={opener}|{kind_of_stem}",
                f"head={lemma}",
                f"head~{lemma}",
                f"marker={place.is_item}",
                f"number={min(number, 1)}",
                *(f"item_act={act}" for act in sorted(acts)),
            ]
            found.append(
                Candidate(
                    cue=self.doc[action.head.i : action.head.i + 1],
                    rule="list item",
                    action=self.doc[action.start : action.end],
                    head=action.head,
                    form="item",
                    mention=mention,
                    actor=actor,
                    kind="continuing" if continuing else "new",
                    strength=strength,
                    negated=refuses or lemma in scope.words("prevention"),
                    conditional=False,
                    refused="",
                    features=tuple(features),
                )
            )
        return found

    def _stem(self, stem: Span | None) -> tuple[str, Mention, Token | None]:
        """What the stem of a list does ("commitment", another act, "bare", "none"), who speaks in it, and where."""
        if stem is None:
            return "none", subjects.SPEAKER, None
        if stem.start not in self.stems:
            self.stems[stem.start] = self._read_stem(stem)
        return self.stems[stem.start]

    def _read_stem(self, stem: Span) -> tuple[str, Mention, Token | None]:
        matches = [m for m in self.cues.matches(stem) if m.cue.strength != "weak" or m.cue.act != "commitment"]
        if not matches:
            return "bare", subjects.SPEAKER, None
        binding = [m for m in matches if m.cue.act == "commitment"]
        match = binding[-1] if binding else matches[-1]
        verb = syntax.governing_verb(match.token)
        mention = (
            subjects.of_noun(match.token)
            if match.cue.pos == "noun"
            else subjects.of_verb(verb, match.token, match.cue.pos == "adj")
        )
        if binding:
            tail = stem.text.rstrip(": \n").split()[-1:]
            direct = tail and (
                tail[0].lower() in {"to", "will", "shall", "following"} or match.span.end >= stem.end - 3
            )
            return ("binding" if direct else "commitment"), mention, match.token
        return matches[-1].cue.act, mention, match.token

    def _candidate(
        self, match: Match, action: Action, place: Place, matches: list[Match], nested: bool, number: int, total: int
    ) -> Candidate:
        token, cue, head = match.token, match.cue, action.head
        predicate = head if cue.pos == "modal" else syntax.governing_verb(token)
        takes_of = "of_gerund" in cue.frames or "of_noun" in cue.frames
        mention = (
            subjects.of_noun(token, takes_of)
            if cue.pos == "noun"
            else subjects.of_verb(predicate, token, cue.pos == "adj")
        )
        if cue.text in {"assure", "assured"}:
            mention = subjects.of_noun(head)._replace(source="possessor")
        if mention.source == "speaker" and place.stem is not None and place.is_item:
            mention = self._stem(place.stem)[1]
        asserting = _asserter(predicate)
        if cue.pos == "modal":
            mention = _of_those_who_agree(mention, token, head)
        actor = self.memory.resolve(mention.span if mention.source != "patient" else None, token)
        party = self.memory.is_party(actor)
        if not party and asserting is not None and mention.source == "subject":
            upper = subjects.of_verb(asserting, asserting)
            other = self.memory.resolve(upper.span, asserting)
            if upper.span is not None and self.memory.is_party(other) and not actor.codes:
                actor = other
        if not party and cue.pos == "noun" and mention.source in {"governor", "speaker"}:
            mention, actor, party = self._by_asserter(token, mention, actor)
        subject = subject_type(mention, party)
        tense = syntax.tense(predicate) if cue.pos != "noun" else _noun_tense(token)
        strength: Strength = cue.strength
        continuing = cue.kind == "continuing" or scope.shipped().is_continuing(token, head, action.start)
        negated = scope.shipped().is_negated(token, head, action.start)
        features = features_of(match, action, place, matches, subject, tense, mention, nested, total)
        if place.stem is not None:
            features.append(f"stem={self._stem(place.stem)[0]}")
        if cue.text == "will" and self._is_announced(mention, head, subject):
            features.append("programme")
        refused = refusal(cue, token, nested, tense, subject, features)
        if action.form == "that" and not refused and self._is_of_others(head, actor):
            refused = "an obligation of others"
        return Candidate(
            cue=match.span,
            rule=f"{cue.text} ({cue.pos}), {action.form}, cues.csv line {cue.line}",
            action=self.doc[action.start : action.end],
            head=head,
            form=action.form,
            mention=mention,
            actor=actor,
            kind="continuing" if continuing else "new",
            strength=strength,
            negated=negated,
            conditional=scope.shipped().is_conditional(token, head),
            refused=refused,
            features=tuple(features),
        )

    def _is_announced(self, mention: Mention, head: Token, subject: str) -> bool:
        """Whether an action is a point of a programme: an outing, or where somebody will be."""
        if mention.head is None or subject == "we" or not self.is_programme:
            return False
        return programme.announces(head) or (head.lemma_ == "be" and programme.is_person(mention.head))

    def _is_of_others(self, head: Token, actor: Actor) -> bool:
        """Whether a state or body that is no party has to act: "agreed that *Ruritania* must free the sailors"."""
        doer = next(iter(syntax.own_subjects(head)), None)
        code = doer.ent_kb_id_ if doer is not None else ""
        return bool(code) and code not in actor.codes and code not in context_of(self.doc).parties

    def _by_asserter(self, noun: Token, mention: Mention, actor: Actor) -> tuple[Mention, Actor, bool]:
        """The party that says what stands in a that-clause: "both sides underlined that this shows the need to"."""
        for verb in scope.governors(noun):
            if verb.dep_ == "ccomp":
                upper = subjects.of_verb(verb.head, verb.head)
                other = self.memory.resolve(upper.span, verb.head)
                if upper.span is not None and self.memory.is_party(other):
                    return upper._replace(source="asserter"), other, True
        return mention, actor, False


def _asserter(predicate: Token) -> Token | None:
    """The verb that asserts a that-clause: "agreed" of "agreed that officials will meet"."""
    clause = syntax.first_conjunct(predicate)
    return clause.head if clause.dep_ == "ccomp" and clause.head.lemma_ in STATING else None


def _of_those_who_agree(mention: Mention, modal: Token, head: Token) -> Mention:
    """Who binds itself where it is agreed what will be done or take place: "they agreed that talks would be held"."""
    verb = agreement(modal)
    done = mention.source == "patient" or head.lemma_ in scope.words("calendar") or head.lower_ == "take"
    if verb is None or mention.head is None or not done or mention.head.ent_type_ or mention.head.pos_ == "PRON":
        return mention
    return subjects.of_verb(verb, verb)


def _is_aside(verb: Token) -> bool:
    """Whether a verb belongs to a relative clause: "the experts, who met and discussed ..."."""
    return syntax.is_relative(syntax.first_conjunct(verb))


def _noun_tense(noun: Token) -> str:
    above = next(scope.governors(noun), None)
    return syntax.tense(above) if above is not None else "none"


def _without_doubles(found: list[Candidate]) -> list[Candidate]:
    """Of candidates for one action the first stays: the outer cue."""
    kept: dict[int, Candidate] = {}
    for candidate in found:
        known = kept.get(candidate.head.i)
        if known is None or (known.refused and not candidate.refused):
            kept[candidate.head.i] = candidate
    return sorted(kept.values(), key=lambda c: (c.action.start, c.cue.start))
