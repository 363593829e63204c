"""What the first page of the report says: how much was read, what was found, what to doubt."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Analysis, Document, NearDuplicate, Skipped
from pipeline.report.labels import Names
from pipeline.report.page.ledger import trust
from pipeline.report.summaries import word_count


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts over the corpus. ``first`` and ``last`` are ISO dates, empty where no document has one.

    ``read_doubtfully`` names the documents whose text itself is doubtful, with the doubt in brackets.
    """

    documents: int
    words: int
    sentences: int
    first: str
    last: str
    undated: int
    parties: tuple[str, ...]
    commitments: int
    announced: int
    reaffirmed: int
    strong: int
    medium: int
    weak: int
    refusals: int
    with_deadline: int
    with_amount: int
    skipped: int
    without_actor: int
    without_area: int
    to_check: int
    doubtful: int
    uncertain_area: int
    without_commitments: int
    near_duplicates: int
    read_doubtfully: tuple[str, ...]


def overview(
    analyses: Sequence[Analysis], skipped: Sequence[Skipped], pairs: Sequence[NearDuplicate], names: Names
) -> Overview:
    """Count. ``announced`` and ``reaffirmed`` are the kinds new and continuing."""
    documents = [a.document for a in analyses]
    ledger = [c for a in analyses for c in a.commitments]
    sentences = [s for a in analyses for s in a.sentences]
    unsure = {s.sentence_id for s in sentences if s.uncertain}
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
        announced=sum(c.kind == "new" for c in ledger),
        reaffirmed=sum(c.kind == "continuing" for c in ledger),
        strong=sum(c.strength == "strong" for c in ledger),
        medium=sum(c.strength == "medium" for c in ledger),
        weak=sum(c.strength == "weak" for c in ledger),
        refusals=sum(c.negated for c in ledger),
        with_deadline=sum(bool(c.deadline) for c in ledger),
        with_amount=sum(bool(c.amount) for c in ledger),
        skipped=len(skipped),
        without_actor=sum(not c.actors for c in ledger),
        without_area=sum(not c.areas for c in ledger),
        to_check=sum(trust(c.confidence) == "check" for c in ledger),
        doubtful=sum(trust(c.confidence) == "doubtful" for c in ledger),
        uncertain_area=sum(c.sentence_id in unsure for c in ledger),
        without_commitments=sum(not a.commitments for a in analyses),
        near_duplicates=len(pairs),
        read_doubtfully=tuple(f"{d.doc_id} ({', '.join(doubts)})" for d in documents if (doubts := _of_reading(d))),
    )


def _of_reading(document: Document) -> list[str]:
    """What is doubtful about a document beside its parties: the order of its text, that it is a text at all."""
    return [doubt for doubt in document.doubtful if doubt not in document.parties]
