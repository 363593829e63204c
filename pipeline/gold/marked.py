"""A document with its labels as annotation tools show them: spans, their values, and what hangs together.

Both ways lead through these records: :func:`marked` makes one from what the pipeline found, the modules of the tools
write and read it, and :func:`gold_record` turns it into a gold record (GUIDELINES section 0). Offsets count characters
(Unicode code points), end exclusive.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pipeline.records import ACTS, MOST_AREAS, Analysis, Commitment, Document

Span = tuple[int, int]

ROLES = {"CUE": "cue", "ACTOR": "actor", "DEADLINE": "deadline", "AMOUNT": "amount"}
"""What a span is to the commitment it is related to, by the span's label."""


class BrokenMarkError(Exception):
    """A mark that cannot become gold: the message says which and how to mend it, not yet in which file."""


@dataclass(frozen=True, slots=True)
class MarkedEntity:
    """A named entity."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class MarkedCommitment:
    """A commitment; ``actor_words``, ``deadline`` and ``amount`` are the places of the words related to it."""

    action: Span
    cue: Span
    actors: tuple[str, ...]
    kind: str
    strength: str
    negated: bool
    actor_words: tuple[Span, ...] = ()
    deadline: Span | None = None
    amount: Span | None = None


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with everything that lies in it; ``areas`` most important first."""

    span: Span
    acts: tuple[str, ...]
    areas: tuple[str, ...]
    commitments: tuple[MarkedCommitment, ...]
    entities: tuple[MarkedEntity, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a document; ``date`` in ISO form, empty where unknown."""

    doc_id: str
    issuer: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document, its text and its labelled sentences in reading order."""

    about: About
    text: str
    sentences: tuple[MarkedSentence, ...]


def marked(analysis: Analysis) -> MarkedDocument:
    """The marks of what was found in a document."""
    document = analysis.document
    return assemble(
        about(document),
        document.text,
        sentences=[((s.start, s.end), _in_order(s.acts), s.areas[:MOST_AREAS]) for s in analysis.sentences],
        commitments=[_commitment(c) for c in analysis.commitments],
        entities=[MarkedEntity((e.start, e.end), e.label) for e in analysis.entities],
    )


def about(document: Document) -> About:
    """What is known about a document of ours."""
    return About(
        doc_id=document.doc_id,
        issuer=document.issuer,
        title=document.title,
        date=document.date.isoformat() if document.date else "",
        url=document.url,
        parties=document.parties,
    )


def assemble(
    about: About,
    text: str,
    sentences: Iterable[tuple[Span, tuple[str, ...], tuple[str, ...]]],
    commitments: Iterable[MarkedCommitment],
    entities: Iterable[MarkedEntity],
) -> MarkedDocument:
    """Put commitments and entities into the sentences (span, acts, areas) that hold them, all in reading order.

    Raises :class:`BrokenMarkError` where sentences overlap, or where an action or entity lies in no sentence.
    """
    placed = sorted(sentences)
    for (one, *_), (other, *_) in pairwise(placed):
        if other[0] < one[1]:
            raise BrokenMarkError(
                f"the sentences {quoted(text, one)} and {quoted(text, other)} overlap: move one of their boundaries"
            )
    starts = [span[0] for span, *_ in placed]
    ends = [span[1] for span, *_ in placed]

    def home(span: Span, what: str) -> int:
        place = bisect_right(starts, span[0]) - 1
        if place < 0 or span[1] > ends[place]:
            raise BrokenMarkError(
                f"the {what} {quoted(text, span)} does not lie in one sentence: move its boundaries or the sentence's"
            )
        return place

    held_commitments: list[list[MarkedCommitment]] = [[] for _ in placed]
    held_entities: list[list[MarkedEntity]] = [[] for _ in placed]
    for commitment in sorted(commitments, key=lambda c: (c.action, c.cue, repr(c))):
        held_commitments[home(commitment.action, "commitment")].append(commitment)
    for entity in sorted(entities, key=lambda e: (e.span, e.label)):
        held_entities[home(entity.span, "entity")].append(entity)
    return MarkedDocument(
        about,
        text,
        tuple(
            MarkedSentence(span, acts, areas, tuple(held_commitments[n]), tuple(held_entities[n]))
            for n, (span, acts, areas) in enumerate(placed)
        ),
    )


def gold_record(document: MarkedDocument) -> dict[str, Any]:
    """The gold record of a document (GUIDELINES section 0).

    Beside the fields of the guidelines each commitment has ``relations``: the places of the words that name its actor,
    deadline and amount, as objects of ``type``, ``start``, ``end`` and ``text``.
    """
    known = document.about
    return {
        "doc_id": known.doc_id,
        "issuer": known.issuer,
        "title": known.title,
        "date": known.date or None,
        "url": known.url or None,
        "parties": list(known.parties),
        "text": document.text,
        "sentences": [_gold_sentence(s, document.text) for s in document.sentences],
    }


def quoted(text: str, span: Span) -> str:
    """The words at a place, shortened, in quotation marks."""
    words = " ".join(text[span[0] : span[1]].split())
    return f'"{words}"' if len(words) <= 60 else f'"{words[:57]}..."'


def _gold_sentence(sentence: MarkedSentence, text: str) -> dict[str, Any]:
    return {
        "start": sentence.span[0],
        "end": sentence.span[1],
        "acts": list(sentence.acts),
        "areas": list(sentence.areas),
        "commitments": [_gold_commitment(c, text) for c in sentence.commitments],
        "entities": [_worded(e.span, text) | {"label": e.label} for e in sentence.entities],
    }


def _gold_commitment(commitment: MarkedCommitment, text: str) -> dict[str, Any]:
    related = [("actor", span) for span in commitment.actor_words]
    related += [("deadline", commitment.deadline)] if commitment.deadline else []
    related += [("amount", commitment.amount)] if commitment.amount else []
    return {
        "cue": _worded(commitment.cue, text),
        "action": _worded(commitment.action, text),
        "actors": list(commitment.actors),
        "kind": commitment.kind,
        "strength": commitment.strength,
        "negated": commitment.negated,
        "deadline": _words(commitment.deadline, text),
        "amount": _words(commitment.amount, text),
        "relations": [{"type": role, **_worded(span, text)} for role, span in related],
    }


def _worded(span: Span, text: str) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": text[span[0] : span[1]]}


def _words(span: Span | None, text: str) -> str | None:
    return text[span[0] : span[1]] if span else None


def _in_order(acts: Sequence[str]) -> tuple[str, ...]:
    return tuple(act for act in ACTS if act in acts)


def _commitment(commitment: Commitment) -> MarkedCommitment:
    action = (commitment.action_start, commitment.action_end)
    actor = _place(commitment.actor_start, commitment.actor_end)
    return MarkedCommitment(
        action=action,
        cue=(commitment.cue_start, commitment.cue_end),
        actors=tuple(sorted(set(commitment.actors))),
        kind=commitment.kind,
        strength=commitment.strength,
        negated=commitment.negated,
        actor_words=(actor,) if actor and actor != action else (),
        deadline=_place(commitment.deadline_start, commitment.deadline_end),
        amount=_place(commitment.amount_start, commitment.amount_end),
    )


def _place(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)
