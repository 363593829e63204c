"""A row of the ledger for people: names instead of codes, the words of the text, dates as dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.records import Analysis, Commitment, Document, Tracking
from pipeline.report.addresses import web_address
from pipeline.report.brief.concrete import quotation
from pipeline.report.labels import KIND_WORDS, Names, issued
from pipeline.report.listmarks import spoken
from pipeline.report.page.ledger import trust
from pipeline.report.page.marking import anchor
from pipeline.report.sums import due_again
from pipeline.views import counted, ledger

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in a workbook (in digits), and what stands in it."""

    head: str
    width: int
    meaning: str


COLUMNS = (
    Column("Date", 12, "date of the document; a year or a month where no more is known"),
    Column("Document", 40, "title of the document"),
    Column("Issuer", 28, "who published it"),
    Column("Who", 28, "who binds itself, by name"),
    Column("Commitment", 60, "the text from the binding words to the end of the action"),
    Column("Strength", 10, "strong, medium or weak"),
    Column("Kind", 12, "announced, or reaffirmed (kept up or said again, by its own wording)"),
    Column("Refusal", 9, "yes where it is a promise not to do something"),
    Column("Condition", 10, "yes where it hangs on a condition"),
    Column("Towards", 22, "towards whom, by name"),
    Column("Deadline", 20, "the words of the time limit"),
    Column("Due", 12, "its last day, where it can be computed"),
    Column("Sum or number", 22, "the words of the sum or number"),
    Column("Value", 16, "the sum or number"),
    Column("Currency", 10, "ISO 4217 code of its currency; empty for numbers of things"),
    Column("Per", 8, "the period after which the sum is due again; empty for a total"),
    Column("Policy areas", 34, "titles of the policy areas, most important first"),
    Column("Said in documents", 10, "number of documents that make the same undertaking"),
    Column("How sure", 10, "sure, check or doubtful"),
    Column("Sentence", 80, "the whole sentence"),
    Column("Address", 30, "address of the original"),
    Column("Row in the report", 22, "opens the commitment in report.html, in the same folder"),
    Column("Commitment id", 24, "the row of commitments.csv"),
    Column("Area uncertain", 10, "yes where the policy areas of its sentence are"),
)
"""The columns, in order; new ones are added at the end."""


def rows(analyses: Sequence[Analysis], tracking: Tracking, names: Names) -> Iterator[tuple[Value, ...]]:
    """The commitments in the order of ``commitments.csv``, with a value for each of :data:`COLUMNS`."""
    several = (thread for thread in tracking.threads if thread.documents > 1)
    said = {name: thread.documents for thread in several for name in thread.commitment_ids}
    for a, told in zip(ledger(analyses), counted(analyses), strict=True):
        unsure = {s.sentence_id for s in told.sentences if s.uncertain}
        for c, light in zip(a.commitments, told.commitments, strict=True):
            yield (*_row(c, a.document, said, names), "yes" if light.sentence_id in unsure else "")


def _row(c: Commitment, document: Document, said: Mapping[str, int], names: Names) -> Iterator[Value]:
    day = issued(document)
    yield document.date if document.date and len(day) == len("2031-05-01") else day
    yield document.title
    yield document.issuer
    yield _listed(sorted(map(names.actor_name, c.actors)))
    yield quotation(c, document.text)
    yield c.strength
    yield KIND_WORDS[c.kind]
    yield "yes" if c.negated else ""
    yield "yes" if c.conditional else ""
    yield _listed(sorted(map(names.actor_name, c.towards)))
    yield c.deadline
    yield c.deadline_date
    yield c.amount
    yield c.amount_value
    yield c.amount_currency
    yield due_again(c) if c.amount_currency else ""
    yield _listed(map(names.area_title, c.areas))
    yield said.get(c.commitment_id, 1)
    yield trust(c.confidence)
    yield " ".join(spoken(c, document).split())
    yield web_address(document.url)
    yield f"report.html#{anchor(c.commitment_id)}"
    yield c.commitment_id


def _listed(values: Iterable[str]) -> str:
    return "; ".join(values)
