"""What the first page of the report says: how much was read, what was found, what to doubt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.records import Analysis, Commitment, Document, NearDuplicate, Skipped
from pipeline.report.labels import Names
from pipeline.report.page.ledger import trust
from pipeline.views import counted, words


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
    dated: int
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
    ledger: Counter[str] = Counter()
    sentences = documents = undated = without_commitments = 0
    days: set[date] = set()
    parties: set[str] = set()
    doubtful: list[str] = []
    for a in counted(analyses):
        documents += 1
        sentences += len(a.sentences)
        days.update([a.document.date] if a.document.date else ())
        undated += a.document.date is None
        parties.update(a.document.parties)
        without_commitments += not a.commitments
        doubts = _of_reading(a.document)
        doubtful += [f"{a.document.doc_id} ({', '.join(doubts)})"] if doubts else []
        unsure = {s.sentence_id for s in a.sentences if s.uncertain}
        for c in a.commitments:
            ledger.update(_told(c, uncertain=c.sentence_id in unsure))
    return Overview(
        documents=documents,
        words=sum(words(analyses)),
        sentences=sentences,
        first=min(days).isoformat() if days else "",
        last=max(days).isoformat() if days else "",
        undated=undated,
        parties=tuple(sorted({names.actor_name(code) for code in parties})),
        commitments=ledger["commitments"],
        announced=ledger["new"],
        reaffirmed=ledger["continuing"],
        strong=ledger["strong"],
        medium=ledger["medium"],
        weak=ledger["weak"],
        refusals=ledger["refusals"],
        with_deadline=ledger["deadline"],
        dated=ledger["dated"],
        with_amount=ledger["amount"],
        skipped=len(skipped),
        without_actor=ledger["no actor"],
        without_area=ledger["no area"],
        to_check=ledger["check"],
        doubtful=ledger["doubtful"],
        uncertain_area=ledger["uncertain"],
        without_commitments=without_commitments,
        near_duplicates=len(pairs),
        read_doubtfully=tuple(doubtful),
    )


def _told(c: Commitment, *, uncertain: bool) -> Iterator[str]:
    """What is counted of a commitment."""
    yield from ("commitments", c.kind, c.strength, trust(c.confidence))
    for word, holds in (
        ("refusals", c.negated),
        ("deadline", c.deadline),
        ("dated", c.deadline_date),
        ("amount", c.amount),
        ("no actor", not c.actors),
        ("no area", not c.areas),
        ("uncertain", uncertain),
    ):
        if holds:
            yield word


def _of_reading(document: Document) -> list[str]:
    """What is doubtful about a document beside its parties: the order of its text, that it is a text at all."""
    return [doubt for doubt in document.doubtful if doubt not in document.parties]
