"""Sees the circumstances of a candidate in the parse: the record that rules and judge look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.language.extensions import context_of
from pipeline.tag.actors.actor import Standing
from pipeline.tag.commitments.bearers import Bearers
from pipeline.tag.commitments.circumstances import Circumstances
from pipeline.tag.commitments.cues import Match, is_preambular
from pipeline.tag.commitments.forms import Action, Form
from pipeline.tag.commitments.governed import is_sum
from pipeline.tag.commitments.programme import announces
from pipeline.tag.commitments.scope import Category, Scope, governors
from pipeline.tag.commitments.stems import Place, StemKind
from pipeline.tag.commitments.subjects import Mention
from pipeline.tag.factuality.reading import Factuality

PREDICATIVE = frozenset({"xcomp", "acomp", "oprd", "conj", "ROOT", "advcl"})
"""Roles in which an adjective or participle is said of a subject."""
WITH_OWN_SUBJECT: frozenset[Form] = frozenset({"that", "gerund", "to_gerund", "of_gerund", "in_gerund"})
"""Forms whose action may be somebody else's: "agreed that officials should meet", "look forward to Chad hosting"."""
PLURAL = frozenset({"we", "they", "both", "our", "their"})
CONTRACTING = frozenset({"Party", "Parties", "Signatory", "Signatories", "Participants", "Contracting"})
"""Words in capitals by which treaties and memoranda call those who make them."""
YEAR, FIRST_YEAR = 4, 1800
"""Digits of a year, and the year before which numbers are none."""
QUOTES = frozenset({"“", '"'})
QUOTE_REACH = 30
"""Words before a cue among which a quotation mark opens: quotations of press texts are one or two sentences."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A cue with an action, as the finder met them: what is asked about."""

    match: Match
    action: Action
    place: Place
    matches: Sequence[Match]
    """All cues of the sentence."""
    mention: Mention
    standing: Standing
    """Whether the mention stands for a party of the text."""
    is_indefinite: bool
    """Whether the mention speaks of others, whom nobody names."""
    is_nested: bool
    is_for_others: bool
    in_programme: bool
    """Whether the document is the programme of a visit."""
    stem: StemKind | None
    factuality: Factuality

    @property
    def predicate(self) -> Token:
        """The verb that says the cue; of a modal the action."""
        return predicate(self.match, self.action)


def predicate(match: Match, action: Action) -> Token:
    """The verb that says a cue: itself, the verb of an adjective or noun, of a modal the action."""
    return action.head if match.cue.pos == "modal" else syntax.governing_verb(match.token)


def observe(seen: Sighting, scope: Scope, bearers: Bearers) -> Circumstances:
    """The circumstances of a cue and its action."""
    token, cue, head = seen.match.token, seen.match.cue, seen.action.head
    predicate, who = seen.predicate, seen.mention.head
    clause = syntax.governing_clause(predicate)
    above = next(governors(token), None)
    subject = bearers.subject_kind(seen.mention, seen.standing)
    is_hereby = any(t.lower_ in {"hereby", "herewith"} for t in token.doc[token.sent.start : seen.action.start])
    return Circumstances(
        cue=cue,
        cue_in=scope.categories(cue.text),
        is_qualifier=_is_qualifier(seen.match),
        is_infinitive=token.tag_ == "VB" and not syntax.own_subjects(token),
        is_cue_passive=syntax.is_passive(token),
        is_cue_negated=not (cue.pos == "modal" or cue.is_future) and _is_cue_negated(seen),
        factuality=seen.factuality,
        action=head.lemma_.lower(),
        form=seen.action.form,
        action_in=_categories(head, scope, bearers),
        is_action_passive=syntax.is_passive(head),
        is_action_state=head.pos_ in {"ADJ", "NOUN"} or head.lemma_.lower() == "be" or _goes_on_being(head),
        is_action_nominal=head.tag_ in {"NN", "NNS"},
        is_action_gerund=head.tag_ == "VBG",
        has_outing=any(obj.lemma_ in scope.words("outing") for obj in syntax.objects(head)),
        has_sum=any(is_sum(obj) for obj in syntax.objects(head)),
        doer=_doer(seen, bearers),
        is_for_others=seen.is_for_others,
        officials="own" if any(t.tag_ == "PRP$" for t in token.doc[token.i : head.i]) else "named",
        subject=subject,
        source=seen.mention.source,
        bearer=bearers.bearer(who),
        actor_noun=who.lemma_.lower() if who is not None and who.pos_ != "PROPN" else None,
        is_speaker_alone=who is not None and who.lower_ == "i",
        are_contracting=any(t.text in CONTRACTING for t in seen.mention.span or ()),
        is_one_person=who is not None and (who.tag_ == "NNP" or who.lower_ in {"i", "he", "she"}),
        is_indefinite=seen.is_indefinite,
        are_several=who is not None and (who.tag_ in {"NNS", "NNPS"} or who.lower_ in PLURAL),
        tense=_tense(seen, above, is_hereby),
        is_told=_is_told(predicate, scope) or _is_bygone(who, scope),
        is_signpost=_is_signpost(seen, scope),
        above=scope.above(token),
        is_agreed=agreement(token, scope) is not None,
        is_hereby=is_hereby,
        is_coordinate=syntax.is_conjunct(predicate)
        and bool(syntax.own_subjects(predicate))
        and predicate.tag_ == "VBD",
        is_relative=syntax.is_relative(clause) or _is_led_by_pronoun(clause, token),
        is_reported=_is_reported(token),
        marker=syntax.marker(clause),
        clause_role=clause.dep_.split(":")[0],
        determiner=next((t.lower_ for t in token.children if t.i < token.i and t.dep_ == "det"), "none"),
        governor=above.lemma_.lower() if above is not None else None,
        governor_in=scope.categories(above.lemma_.lower()) if above is not None else frozenset(),
        governor_act=next((m.cue.act for m in _others(seen) if above is not None and m.token.i == above.i), "none"),
        role=token.dep_.split(":")[0],
        is_nested=seen.is_nested,
        is_later=any(m.cue.act == "commitment" and m.token.i < token.i for m in seen.matches),
        beside=tuple(sorted({m.cue.act for m in seen.matches if m.cue.act != "commitment"})),
        is_quoted=any(t.text in QUOTES for t in token.doc[max(token.sent.start, token.i - QUOTE_REACH) : token.i]),
        is_question=_is_question(seen),
        is_inside_item=seen.place.is_item and not seen.place.opens_line,
        stem=seen.stem,
        heads_item=seen.place.is_item and _heads(seen.place.first, token),
        opens_treaty=_opens_treaty(seen, scope),
        is_led_out=_is_led_out(seen.action),
        is_programme=seen.in_programme and cue.text == "will" and subject != "we" and _is_point(seen, scope, bearers),
    )


def _tense(seen: Sighting, above: Token | None, is_hereby: bool) -> syntax.Tense | Literal["none"]:
    """The tense of what says the cue; what is done hereby is present ("the Parties hereby *found* a league"), and so is
    a verb that was taken for a noun ("Norway *declines* to").
    """
    if seen.match.cue.pos == "noun":
        return "none" if above is None else syntax.tense(above)
    if seen.match.cue.text == "be to":
        return "past" if seen.match.token.tag_ == "VBD" else "present"
    found = syntax.tense(seen.predicate)
    if seen.match.cue.pos == "verb" and seen.match.token.tag_.startswith("NN"):
        return "present"
    return "present" if is_hereby and found == "past" and seen.match.token.lower_ == seen.match.cue.text else found


def _is_cue_negated(seen: Sighting) -> bool:
    """Whether nobody says the cue: "did not agree to", "no plan to"; not where it is agreed *not* to."""
    token, verb = seen.match.token, seen.predicate
    before = [c for c in verb.children if c.i < token.i and (c.i < verb.i or token.i == verb.i)]
    return syntax.is_negated(verb, before) or any(c.lower_ == "no" and c.i < token.i for c in token.children)


def _categories(head: Token, scope: Scope, bearers: Bearers) -> frozenset[Category]:
    """The categories of an action's verb; one that fulfils its object ("meet the costs") is no calendar's."""
    found = scope.categories(head.lemma_.lower())
    things = [t for t in syntax.objects(head) if not bearers.can_act(t)]
    return found - {"calendar"} if "fulfilling" in found and (things or syntax.is_passive(head)) else found


def _heads(first: Token, cue: Token) -> bool:
    """Whether a cue stands at the head of an item, adverbs passed over: "4. *Decides* to", "5. Further *decides*"."""
    return (
        all(t.pos_ == "ADV" or t.lower_ in {"also", "further"} for t in first.doc[first.i : cue.i]) and first.i <= cue.i
    )


def _opens_treaty(seen: Sighting, scope: Scope) -> bool:
    """Whether a cue is a capitalised participle of a preamble whose sentence goes on with what has been agreed."""
    token, doc = seen.match.token, seen.match.token.doc
    if not is_preambular(token):
        return False
    rest = doc[token.i + 1 : token.sent.end]
    return any(t.lemma_ in scope.words("agreeing") and t.tag_ in {"VBN", "VBD", "VBP"} for t in rest)


def _is_led_out(action: Action) -> bool:
    """Whether an action ends at a colon that closes its sentence, behind a word that hands it on to what follows, and
    says nothing itself: "will focus on:", not "will deepen our trade by:".
    """
    doc, sentence = action.head.doc, action.head.sent
    last = next((t for t in reversed(doc[sentence.start : sentence.end]) if not t.is_space), None)
    if last is None or last.text != ":" or action.end < last.i - 1:
        return False
    before = doc[last.i - 1]
    if all(t.pos_ == "ADV" for t in doc[action.start : action.end]):
        return True
    pointing = any(t.lower_ in {"following", "these"} for t in doc[max(sentence.start, last.i - 4) : last.i])
    pointing = pointing or any(t.lower_ in {"following", "these"} for t in doc[sentence.start : action.start])
    if before.lower_ in {"following", "follows", "these"} or pointing:
        return True
    says = any(t.i > action.head.i and t.pos_ in {"NOUN", "PROPN"} for t in doc[action.head.i : before.i])
    return before.pos_ in {"ADP", "PART", "SCONJ"} and not (says and before.lower_ in {"by", "through"})


def agreement(cue: Token, scope: Scope) -> Token | None:
    """The verb of agreeing, deciding or pledging above a clause: "agreed" of "agreed that officials will meet"."""
    clause = syntax.first_conjunct(syntax.governing_clause(syntax.governing_verb(cue)))
    joined = clause.dep_ == "ROOT" and clause.lemma_ in scope.words("agreeing")
    own = syntax.governing_clause(syntax.governing_verb(cue))
    if joined and own.i > clause.i and syntax.marker(own) == "that":
        return clause
    beside = clause.dep_ == "xcomp" and own.i > clause.i and syntax.marker(own) == "that"
    completes = clause.dep_ == "ccomp" or beside
    agreed = completes and clause.head.lemma_ in scope.words("agreeing") and clause.head.i < cue.i
    return clause.head if agreed else None


def _others(seen: Sighting) -> Iterator[Match]:
    return (m for m in seen.matches if m is not seen.match)


def _doer(seen: Sighting, bearers: Bearers) -> str | None:
    """Who does the action, where its form lets it be somebody else than the one who binds itself."""
    own = syntax.own_subjects(seen.action.head) if seen.action.form in WITH_OWN_SUBJECT else []
    return bearers.bearer(own[0]) if own and own[0].i != seen.match.token.i else None


def _is_point(seen: Sighting, scope: Scope, bearers: Bearers) -> bool:
    """Whether an action is a point of a programme: an outing, or where somebody will be."""
    who, head = seen.mention.head, seen.action.head
    return who is not None and (announces(head, scope) or (head.lemma_ == "be" and bearers.is_person(who)))


def _is_question(seen: Sighting) -> bool:
    """Whether the sentence asks: by its question mark, or a modal at its head."""
    token, place = seen.match.token, seen.place
    inverted = seen.match.cue.pos == "modal" and token.i == place.first.i and not place.is_item
    return inverted or token.sent.text.rstrip().endswith("?")


def _goes_on_being(verb: Token) -> bool:
    """Whether what goes on is a state: "will continue to be vulnerable"."""
    inner = syntax.infinitives(verb) if verb.lemma_ == "continue" else []
    return any(v.pos_ in {"ADJ", "NOUN"} or v.lemma_ in {"be", "remain"} for v in inner)


def _is_told(predicate: Token, scope: Scope) -> bool:
    """Whether a word of the past ("two years ago", "previously", "last year") dates the predicate itself."""
    earlier, periods = scope.words("earlier"), scope.words("period")
    for token in predicate.sent:
        if (
            (token.lower_ in earlier and not _is_again(token))
            or _is_bygone_year(token, predicate)
            or (token.lower_ in {"last", "previous"} and token.head.lower_ in periods)
        ):
            above = next((a for a in syntax.ancestors(token) if a.pos_ in {"VERB", "AUX"} or a.i == predicate.i), None)
            if above is not None and above.i == predicate.i:
                return True
    return False


def _is_bygone(who: Token | None, scope: Scope) -> bool:
    """Whether the actor is somebody of the past: "the former king"."""
    return who is not None and any(c.lower_ in scope.words("bygone") and c.i < who.i for c in who.children)


def _is_signpost(seen: Sighting, scope: Scope) -> bool:
    """Whether a speaker tells what comes next in the speech, or a paper where the reader finds something."""
    head, who = seen.action.head, seen.mention.head
    words = [t.lower_ for t in seen.action.head.doc[seen.action.start : seen.action.end]]
    if seen.match.cue.text in scope.words("wishing"):
        return head.lemma_ in scope.words("saying")
    if seen.match.cue.pos != "modal":
        return False
    if head.lemma_ == "find":
        return bool(scope.words("enclosed") & set(words))
    if who is None or who.lower_ != "i":
        return False
    leads = head.lemma_ in scope.words("opening_up")
    led = any(w in scope.words("outing") for w in words) or words[1:2] in (["with"], ["by"], ["here"])
    return head.lemma_ in scope.words("saying") or (leads and led)


def _is_again(token: Token) -> bool:
    """Whether "once" dates nothing: "once again", "once the talks end"."""
    return token.dep_ == "mark" or token.i + 1 == token.sent.end or token.nbor(1).lower_ in {"again", "more"}


def _is_bygone_year(token: Token, predicate: Token) -> bool:
    """Whether a number is a year before that of the document, in a clause of the past: "in 2011 they vowed to"."""
    if not (token.is_digit and len(token) == YEAR) or syntax.tense(predicate) != "past":
        return False
    today = context_of(token.doc).date
    return today is not None and FIRST_YEAR < int(token.text) < today.year


def _is_qualifier(match: Match) -> bool:
    """Whether an adjective or participle only qualifies a noun."""
    token = match.token
    if match.cue.pos == "adj":
        return not syntax.auxiliaries(token) and not _is_predicative(token)
    return match.cue.pos == "verb" and token.tag_ == "VBN" and _stands_before_noun(token)


def _is_led_by_pronoun(clause: Token, cue: Token) -> bool:
    """Whether a clause that the parse takes for the main one begins with "to which", "whose": "the fund, *to which*
    Norway pledged a million, is empty".
    """
    doc = cue.doc
    first = next((t for t in doc[cue.sent.start + 1 : cue.i] if t.lower_ in {"which", "whom"}), None)
    if first is None or first.head.i != clause.i or first.nbor(-1).tag_ not in {"IN", "TO"}:
        return False
    return any(t.text == "," for t in doc[cue.sent.start : first.i])


def _stands_before_noun(participle: Token) -> bool:
    """Whether a participle stands before its noun: "the agreed upon tariffs"."""
    before = participle.nbor(-1) if participle.i > participle.sent.start else participle
    return (participle.dep_ == "amod" and participle.head.i > participle.i) or (
        before.tag_ in {"DT", "PRP$"} and not syntax.auxiliaries(participle)
    )


def _is_predicative(token: Token) -> bool:
    """Whether an adjective or participle without copula is said of a subject and does not qualify a noun."""
    opens = token.i == token.sent.start or token.nbor(-1).is_punct or token.nbor(-1).pos_ == "CCONJ"
    return token.dep_ in PREDICATIVE and (token.dep_ != "advcl" or opens)


def _is_reported(modal: Token) -> bool:
    """Whether a "would" stands in a that-clause under a verb in the past ("confirmed that they would", "promised to
    vote and that they would"), and beside no condition ("would pay *were it asked*").
    """
    verb = syntax.governing_verb(modal)
    clause = syntax.first_conjunct(verb)
    told = clause.head.i < modal.i or not syntax.is_passive(clause.head)
    beside = clause.dep_ == "xcomp" and clause.i < verb.i and syntax.marker(verb) == "that"
    return (clause.dep_ == "ccomp" or beside) and told and syntax.tense(clause.head) in {"past", "perfect"}
