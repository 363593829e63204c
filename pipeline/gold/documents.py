"""A document with its labels, as gold files, annotation tools and the scorer hold them (GUIDELINES section 0).

Offsets count characters (Unicode code points), end exclusive. :func:`found_in` makes such a document from what the
pipeline found; the modules of the tools write and read it, :mod:`pipeline.gold.files` keeps it as gold.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.gold.spans import Span, quoted
from pipeline.records import ACTS, MOST_AREAS, Analysis, Commitment, Document

ROLES = {"CUE": "cue", "ACTOR": "actor", "DEADLINE": "deadline", "AMOUNT": "amount"}
"""What a span is to the commitment it is related to, by the span's label."""


class BrokenMarkError(Exception):
    """A mark that cannot become gold: the message says which and how to mend it, not yet in which file."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words, and where they stand; ``span`` is None in gold that does not say."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A named entity."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """A commitment; ``actor_words`` are the places of the words that name its actors."""

    action: Span
    cue: Span
    actors: tuple[str, ...]
    kind: str
    strength: str
    negated: bool
    actor_words: tuple[Span, ...] = ()
    deadline: Words | None = None
    amount: Words | None = None


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence with everything that lies in it; ``areas`` most important first."""

    span: Span
    acts: tuple[str, ...]
    areas: tuple[str, ...]
    commitments: tuple[GoldCommitment, ...] = ()
    entities: tuple[GoldEntity, ...] = ()


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
class GoldDocument:
    """A document, its text and its labelled sentences; these may cover a stretch of the text only."""

    about: About
    text: str
    sentences: tuple[GoldSentence, ...]

    def words(self, span: Span) -> str:
        """The wording at a place."""
        return self.text[span[0] : span[1]]


def words_at(text: str, span: Span | None) -> Words | None:
    """The words at a place of a text, if there is one."""
    return Words(text[span[0] : span[1]], span) if span else None


def found_in(analysis: Analysis) -> GoldDocument:
    """What was found in a document."""
    document = analysis.document
    return assemble(
        about(document),
        document.text,
        sentences=[((s.start, s.end), _in_order(s.acts), s.areas[:MOST_AREAS]) for s in analysis.sentences],
        commitments=[_commitment(c) for c in analysis.commitments],
        entities=[GoldEntity((e.start, e.end), e.label) for e in analysis.entities],
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
    commitments: Iterable[GoldCommitment],
    entities: Iterable[GoldEntity],
) -> GoldDocument:
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

    held_commitments: list[list[GoldCommitment]] = [[] for _ in placed]
    held_entities: list[list[GoldEntity]] = [[] for _ in placed]
    for commitment in sorted(commitments, key=lambda c: (c.action, c.cue, repr(c))):
        held_commitments[home(commitment.action, "commitment")].append(commitment)
    for entity in sorted(entities, key=lambda e: (e.span, e.label)):
        held_entities[home(entity.span, "entity")].append(entity)
    return GoldDocument(
        about,
        text,
        tuple(
            GoldSentence(span, acts, areas, tuple(held_commitments[n]), tuple(held_entities[n]))
            for n, (span, acts, areas) in enumerate(placed)
        ),
    )


def _in_order(acts: Sequence[str]) -> tuple[str, ...]:
    return tuple(act for act in ACTS if act in acts)


def _commitment(commitment: Commitment) -> GoldCommitment:
    action = (commitment.action_start, commitment.action_end)
    actor = _place(commitment.actor_start, commitment.actor_end)
    return GoldCommitment(
        action=action,
        cue=(commitment.cue_start, commitment.cue_end),
        actors=tuple(sorted(set(commitment.actors))),
        kind=commitment.kind,
        strength=commitment.strength,
        negated=commitment.negated,
        actor_words=(actor,) if actor and actor != action else (),
        deadline=_words(commitment.deadline, commitment.deadline_start, commitment.deadline_end),
        amount=_words(commitment.amount, commitment.amount_start, commitment.amount_end),
    )


def _place(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)


def _words(text: str, start: int | None, end: int | None) -> Words | None:
    return Words(text, _place(start, end)) if text else None
