"""The rows of the ledger, as the report shows them and as its table takes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Analysis, Commitment, columns
from pipeline.report.labels import Names
from pipeline.report.page.marking import anchor
from pipeline.tables import cell, unguard

HEADER = (*columns(Commitment), "anchor", "document")
"""Names of the values of a row of the table: the columns of ``commitments.csv``, and two that the page needs."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A commitment with its names in words. ``document`` is the number of its document in the report, from 0."""

    record: Commitment
    anchor: str
    actor_names: tuple[str, ...]
    area_titles: tuple[str, ...]
    document: int
    date: str

    def values(self) -> list[object]:
        """What the page's script gets, in the order of ``HEADER``: lists as lists, all else as in the CSV table."""
        cells = (getattr(self.record, name) for name in columns(Commitment))
        return [*(v if isinstance(v, tuple) else unguard(cell(v)) for v in cells), self.anchor, self.document]


def entries(analyses: Sequence[Analysis], names: Names) -> Iterator[Entry]:
    """The commitments in the order of the documents, then in reading order."""
    for number, a in enumerate(analyses):
        day = a.document.date.isoformat() if a.document.date else ""
        for c in a.commitments:
            yield Entry(
                record=c,
                anchor=anchor(c.commitment_id),
                actor_names=tuple(names.actor_name(code) for code in c.actors),
                area_titles=tuple(names.area_title(code) for code in c.areas),
                document=number,
                date=day,
            )
