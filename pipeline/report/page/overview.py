"""What the first page of the report says: how much was read, what was found, what to doubt."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Analysis, Commitment, NearDuplicate, Skipped
from pipeline.report.labels import Names
from pipeline.report.summaries import word_count

UNSURE = 0.5
"""Confidence under which a commitment is named among the doubtful."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts over the corpus. ``first`` and ``last`` are ISO dates, empty where no document has one."""

    documents: int
    words: int
    sentences: int
    first: str
    last: str
    undated: int
    parties: tuple[str, ...]
    commitments: int
    firm_new: int
    firm_continuing: int
    weak: int
    with_deadline: int
    with_amount: int
    skipped: int
    without_actor: int
    without_area: int
    unsure: int
    uncertain_sentences: int
    sentences_with_acts: int
    without_commitments: int
    near_duplicates: int


def overview(
    analyses: Sequence[Analysis], skipped: Sequence[Skipped], pairs: Sequence[NearDuplicate], names: Names
) -> Overview:
    """Count. ``firm_new`` and ``firm_continuing`` leave weak commitments out, which stand in ``weak``."""
    documents = [a.document for a in analyses]
    ledger = [c for a in analyses for c in a.commitments]
    sentences = [s for a in analyses for s in a.sentences]
    dates = sorted(d.date for d in documents if d.date)
    return Overview(
        documents=len(documents),
        words=sum(word_count(d.text) for d in documents),
        sentences=len(sentences),
        first=dates[0].isoformat() if dates else "",
        last=dates[-1].isoformat() if dates else "",
        undated=len(documents) - len(dates),
        parties=tuple(sorted({names.actor_name(code) for d in documents for code in d.parties})),
        commitments=len(ledger),
        firm_new=sum(c.strength != "weak" and c.kind == "new" for c in ledger),
        firm_continuing=sum(c.strength != "weak" and c.kind == "continuing" for c in ledger),
        weak=sum(c.strength == "weak" for c in ledger),
        with_deadline=sum(bool(c.deadline) for c in ledger),
        with_amount=sum(bool(c.amount) for c in ledger),
        skipped=len(skipped),
        without_actor=sum(not c.actors for c in ledger),
        without_area=sum(not c.areas for c in ledger),
        unsure=sum(map(_unsure, ledger)),
        uncertain_sentences=sum(bool(s.acts) and s.uncertain for s in sentences),
        sentences_with_acts=sum(bool(s.acts) for s in sentences),
        without_commitments=sum(not a.commitments for a in analyses),
        near_duplicates=len(pairs),
    )


def _unsure(commitment: Commitment) -> bool:
    return commitment.confidence < UNSURE
