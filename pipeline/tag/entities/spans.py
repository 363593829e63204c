"""Candidate entities on a ``Doc``: what the finders return, how overlaps are settled, and those of a span."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

Label = str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity over the characters ``start`` to ``end`` of a text.

    ``code`` and ``name`` as in the table of entities, empty where unknown. ``rank`` settles overlaps: the higher one
    wins, whatever the length; among equals the longer, then the earlier.
    """

    start: int
    end: int
    label: Label
    code: str = ""
    name: str = ""
    rank: int = 0


def settle(candidates: Iterable[Candidate], length: int) -> list[Candidate]:
    """The candidates that remain where no two may overlap, in the order of a text of ``length`` characters."""
    taken = bytearray(length)
    kept = []
    for c in sorted(candidates, key=lambda c: (-c.rank, c.start - c.end, c.start)):
        if c.start < c.end and not any(taken[c.start : c.end]):
            taken[c.start : c.end] = b"\1" * (c.end - c.start)
            kept.append(c)
    return sorted(kept, key=lambda c: c.start)


def crosses(candidate: Candidate, starts: Sequence[int]) -> bool:
    """Whether a sentence begins inside the candidate; ``starts`` are the characters where sentences begin, in order."""
    following = bisect_right(starts, candidate.start)
    return following < len(starts) and starts[following] < candidate.end


def bare(candidate: Candidate, text: str) -> Candidate:
    """The candidate without white space at its ends and, dates aside, without a leading article (GUIDELINES 1)."""
    start, end = candidate.start, candidate.end
    if candidate.label != "DATE" and text[start : start + 4].lower() == "the ":
        start += 4
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(candidate, start=start, end=end)


def entities_within(span: Span) -> list[Span]:
    """The entities in ``span``, read off its tokens: ``span.ents`` goes through those of the whole document."""
    doc = span.doc
    found = []
    at = span.start
    while at < span.end:
        first = doc[at]
        at += 1
        if first.ent_iob_ == "B":
            while at < len(doc) and doc[at].ent_iob_ == "I":
                at += 1
            if at <= span.end:
                found.append(Span(doc, first.i, at, label=first.ent_type, kb_id=first.ent_kb_id))
    return found
