"""The factuality of an event: holder, polarity, certainty, condition, read once and asked by all that follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.factuality.certainty import Certainty, Holder, standing
from pipeline.tag.factuality.cues import Match
from pipeline.tag.factuality.events import Event
from pipeline.tag.factuality.polarity import is_negative

Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Factuality:
    """What is said of an event.

    ``holder`` is whose word it is: the author's, that of somebody who binds himself by saying so, or somebody else's.
    ``by`` are the words that make it less than certain, empty where it is certain.
    """

    holder: Holder
    polarity: Polarity
    certainty: Certainty
    conditional: bool
    by: str


def read_factuality(event: Event, matches: Sequence[Match]) -> Factuality:
    """The factuality of an event in a sentence whose cues are ``matches``."""
    stands = standing(event, matches)
    return Factuality(
        holder=stands.holder,
        polarity="negative" if is_negative(event, matches) else "positive",
        certainty=stands.certainty,
        conditional=is_conditional(event, matches),
        by=stands.by.span.text if stands.by is not None else "",
    )


def is_conditional(event: Event, matches: Sequence[Match]) -> bool:
    """Whether the event hangs on a condition: of its clause, or of the words that open the sentence."""
    cue, head = event.cue, event.head
    clause = syntax.governing_clause(cue)
    clauses = {clause.i: clause, head.i: head}.values()
    if any(syntax.is_conditional(t) for t in clauses if t.i >= cue.i or t.i == clause.i):
        return True
    opening = next((t for t in cue.sent if t.is_alpha), cue)
    if opening.lower_ == "should" and opening.i < cue.i:
        return True
    return any(_holds(m, opening, event) for m in matches if any(m.of("condition")))


def _holds(match: Match, opening: Token, event: Event) -> bool:
    """Whether a condition opens the sentence, or is a phrase that hangs on the event or the words below it."""
    start = match.span.start
    if start == opening.i and start < event.cue.i:
        return True
    if len(match.span) == 1 and match.anchor.lower_ != "provided":
        return False
    above = {t.i for t in syntax.ancestors(match.anchor)}
    anchor = match.anchor
    own = anchor if anchor.pos_ == "VERB" else syntax.governing_clause(anchor.head)
    return start > event.head.i and event.head.i in above and not syntax.is_relative(own)
