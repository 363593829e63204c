"""What is compared from document to document: sentences that bind, with the commitments in them.

The unit is the sentence, since a promise that is taken up again may be cut into commitments in another way. Of the
records of a corpus only what is compared is kept, so that hundreds of thousands of sentences fit into memory.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pipeline.knowledge import Knowledge
from pipeline.names.membership import represented
from pipeline.records import Analysis, Commitment, Document, Strength
from pipeline.track.kinds import kind_of

Codes = frozenset[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as far as tracking asks: ``parties`` are codes as the document has them, ``members`` are those of its
    bodies and all others, ``kind`` is what its title tells of the kind of meeting.
    """

    doc_id: str
    date: datetime.date
    title: str
    issuer: str
    parties: tuple[str, ...]
    members: Codes
    series: str
    kind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as far as tracking asks; fields as in :class:`pipeline.records.Commitment`."""

    commitment_id: str
    cue: str
    action: str
    actors: tuple[str, ...]
    strength: Strength
    negated: bool
    deadline: str
    deadline_date: datetime.date | None
    amount: str
    amount_value: float | None
    amount_currency: str
    areas: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence that binds. ``actors`` are codes of those who bind themselves, bodies by their members; ``place`` is
    where it stands among the sayings of its document, from 0 to 1.
    """

    paper: Paper
    text: str
    vector: bytes
    promises: tuple[Promise, ...]
    actors: Codes
    place: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """A document with its sayings, in order."""

    paper: Paper
    sayings: tuple[Saying, ...]


def ledgers(analyses: Iterable[Analysis], knowledge: Knowledge) -> Iterator[Ledger]:
    """The documents that have a date, in their order; of others nobody can tell what came first."""
    shared: dict[Any, Any] = {}
    for analysis in analyses:
        if analysis.document.date is not None:
            paper = _paper(analysis.document, analysis.document.date, knowledge)
            yield Ledger(paper, tuple(_sayings(analysis, paper, knowledge, shared)))


def _sayings(analysis: Analysis, paper: Paper, knowledge: Knowledge, shared: dict[Any, Any]) -> Iterator[Saying]:
    of_sentence: dict[str, list[Promise]] = {}
    for commitment in analysis.commitments:
        of_sentence.setdefault(commitment.sentence_id, []).append(_promise(commitment, shared))
    holding = [s for s in analysis.sentences if s.sentence_id in of_sentence]
    for number, sentence in enumerate(holding):
        promises = of_sentence[sentence.sentence_id]
        named = {code for promise in promises for code in promise.actors}
        actors = _once(members(named, paper.date, knowledge), shared)
        place = number / max(len(holding) - 1, 1)
        yield Saying(paper, sentence.text, sentence.vector, tuple(promises), actors, place)


def members(codes: Iterable[str], day: datetime.date, knowledge: Knowledge) -> Codes:
    """The codes, bodies that speak for their members replaced by these, as they were on a day."""
    return frozenset(member for code in codes for member in represented(code, knowledge, day) or (code,))


def _paper(document: Document, day: datetime.date, knowledge: Knowledge) -> Paper:
    return Paper(
        document.doc_id,
        day,
        document.title,
        document.issuer,
        document.parties,
        members(document.parties, day, knowledge),
        document.series,
        kind_of(document.title, document.parties, knowledge),
    )


def _promise(commitment: Commitment, shared: dict[Any, Any]) -> Promise:
    return Promise(
        commitment.commitment_id,
        _once(commitment.cue, shared),
        commitment.action,
        _once(commitment.actors, shared),
        commitment.strength,
        commitment.negated,
        commitment.deadline,
        commitment.deadline_date,
        commitment.amount,
        commitment.amount_value,
        _once(commitment.amount_currency, shared),
        _once(commitment.areas, shared),
        commitment.confidence,
    )


def _once(value: T, shared: dict[Any, Any]) -> T:
    """The first equal value that was met, so that it is kept once."""
    kept: T = shared.setdefault(value, value)
    return kept
