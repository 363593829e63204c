"""Certainty: whether an event is told as what will be, or denied, doubted, feared, told by hearsay, supposed, in jest.

Words that take a clause speak of the events in it, however deep; adverbs speak of their clause; some words of their
whole sentence (Saurí and Pustejovsky 2009, on the sources of an event; de Marneffe, Manning and Potts 2012, Comput
Linguist 38, on what readers make of them).
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.factuality.cues import Category, Match
from pipeline.tag.factuality.events import Event, event_of, governing, predicate
from pipeline.tag.factuality.polarity import is_negative

Certainty = Literal["certain", "denial", "doubt", "fear", "hearsay", "supposition", "jest", "opinion", "given_up"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
Holder = Literal["author", "party", "other"]

TURNED: dict[Category, Certainty] = {"saying": "denial", "opinion": "doubt", "denial": "doubt"}
"""What becomes of an event where the word above it is negated: "did not say that", "did not deny that". Other words
that are negated say nothing: "there is no doubt that"."""
SAID: tuple[Category, ...] = ("saying", "opinion", "hearsay", "denial", "doubt", "fear", "supposition", "jest")
"""Categories whose subject is the source of what stands below, in the order in which they count."""
CLOSING = frozenset({"”", '"', "»"})
TAIL = 6
"""Words behind a quotation among which stands who said it and how."""
SELF = frozenset({"it", "they", "he", "she", "we", "i"})
CLAIMS = frozenset({"claim", "insist"})
"""Words of hearsay that tell of somebody's own promise where the one who claims is the one who acts."""


class Standing(NamedTuple):
    """Whose word an event is, how certain it is there, and the cue that says so, None where the event stands alone."""

    holder: Holder
    certainty: Certainty
    by: Match | None


def standing(event: Event, matches: Sequence[Match]) -> Standing:
    """Who holds an event for how certain; ``matches`` are the cues of its sentence."""
    governors = list(governing(event)) + list(_inserted(event))
    holder = _holder(governors, matches)
    found = next(_certainties(event, governors, matches), None) or _behind_quotation(event, matches)
    if found is not None:
        return Standing("other" if found[0] == "hearsay" else holder, *found)
    source = next(_sources(event, governors, matches), None)
    if source is not None:
        return Standing("other", "hearsay", source)
    return Standing(holder, "certain", None)


def _certainties(
    event: Event, governors: Sequence[Token], matches: Sequence[Match]
) -> Iterator[tuple[Certainty, Match]]:
    for depth, word in enumerate(governors):
        for match in (m for m in matches if m.span.start <= word.i < m.span.end):
            certainty = _of_complement(event, word, match, matches)
            if certainty is not None and (certainty != "opinion" or depth == 0):
                yield certainty, match
    spoken = {predicate(event).i, event.head.i, event.cue.i, *(word.i for word in governors)}
    for match in matches:
        certainty = _of_clause(event, spoken, match) or _of_sentence(event, match)
        if certainty is not None:
            yield certainty, match


def _of_complement(event: Event, word: Token, match: Match, matches: Sequence[Match]) -> Certainty | None:
    """What a word that governs the event's clause says of it."""
    cues = [c for c in match.cues if c.reach == "complement" and _is_on_side(match, event, c.direction)]
    own = any(s.lower_ in SELF for s in syntax.subjects(predicate(event)))
    for cue in cues:
        if cue.category in TURNED and len(cue.words) == 1 and _is_negated(word, matches):
            return TURNED[cue.category]
        named = next((c for c in CERTAINTIES if c == cue.category), None)
        if named is None or (len(cue.words) == 1 and _is_negated(word, matches)):
            continue
        if not (own and word.lemma_ in CLAIMS):
            return named
    return None


def _of_clause(event: Event, spoken: set[int], match: Match) -> Certainty | None:
    """What an adverb of the event's clause, or of the words above it, says of the event."""
    for cue in match.cues:
        named = next((c for c in CERTAINTIES if c == cue.category), None)
        between = event.cue.i < match.anchor.i <= event.head.i
        if named and cue.reach == "clause" and (match.anchor.head.i in spoken or between):
            return named
    return None


def _of_sentence(event: Event, match: Match) -> Certainty | None:
    """What a word says of all events on one side of it, up to the words that end its reach."""
    for cue in match.cues:
        named = next((c for c in CERTAINTIES if c == cue.category), None)
        if named is None or cue.reach != "sentence" or not _is_on_side(match, event, cue.direction):
            continue
        if named == "given_up" and event.cue.tag_ not in {"VBD", "VBN"}:
            continue
        first, last = sorted((match.span.start, event.head.i))
        if not any(t.lower_ in cue.terminators for t in event.head.doc[first:last]):
            return named
    return None


def _behind_quotation(event: Event, matches: Sequence[Match]) -> tuple[Certainty, Match] | None:
    """What the words behind a quotation say of it, whatever the parse: "“We will close the port,” a blogger joked"."""
    doc, end = event.head.doc, event.head.sent.end
    close = next((t.i for t in doc[event.head.i : end] if t.text in CLOSING), None)
    if close is None:
        return None
    for match in (m for m in matches if close < m.span.start <= close + TAIL):
        if any(match.of("jest")):
            return "jest", match
        if any(match.of("source")):
            return "hearsay", match
    return None


def _is_on_side(match: Match, event: Event, direction: str) -> bool:
    before = match.span.start < event.head.i
    return direction == "both" or before == (direction == "forward")


def _is_negated(word: Token, matches: Sequence[Match]) -> bool:
    """Whether a word above an event is negated: "does not doubt", "nobody says", "there is no doubt"."""
    verb = syntax.governing_verb(word)
    inner = [m for m in matches if not m.span.start <= word.i < m.span.end]
    if word.pos_ in {"VERB", "AUX", "ADJ"}:
        return is_negative(event_of(verb), [m for m in inner if any(m.of("negation"))])
    return any(c.lower_ in {"no", "without", "any"} and c.i < word.i for c in word.children)


def _holder(governors: Sequence[Token], matches: Sequence[Match]) -> Holder:
    """The author, unless a word above the event brings in somebody who says so."""
    said = (
        m for word in governors for m in matches if m.anchor.i == word.i and any(c.category in SAID for c in m.cues)
    )
    return "author" if next(said, None) is None else "party"


def _inserted(event: Event) -> Iterator[Token]:
    """Words put beside an event that say whose word it is: "Norway will, critics *say*, close the port"."""
    for child in event.head.children:
        beside = child.dep_ == "parataxis" or (child.dep_ == "advcl" and syntax.marker(child) == "as")
        if beside and child.pos_ == "VERB" and syntax.own_subjects(child):
            yield child


def _sources(event: Event, governors: Sequence[Token], matches: Sequence[Match]) -> Iterator[Match]:
    """Those who are no party and say what stands below: "critics say that", "according to critics"."""
    sources = [m for m in matches if any(m.of("source"))]
    for word in governors:
        heads = {s.i for s in syntax.own_subjects(word)} | {a.i for a in syntax.agents(word)}
        if any(m.anchor.i == word.i and any(c.category in SAID for c in m.cues) for m in matches):
            yield from (m for m in sources if m.anchor.i in heads)
    clause = {event.head.i, *(word.i for word in governors)}
    for m in sources:
        before = m.span.doc[m.anchor.left_edge.i : m.anchor.i].text.lower()
        if before.startswith("according to") and m.anchor.head.i in clause:
            yield m
