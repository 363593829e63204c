"""The rows of the ledger, as the report shows them and as its table takes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records import Analysis
from pipeline.report.labels import actor_name, area_title
from pipeline.report.page.marking import anchor
from pipeline.tables import cell, unguard

UNSHOWN = (
    "cue_start", "cue_end", "action_start", "action_end", "actor_text", "towards", "amount_value",
    "amount_currency", "confidence",
)  # fmt: skip
"""Columns of ``commitments.csv`` that the rows of the page do not show as they stand there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A commitment in words. ``document`` is the number of its document in the report, from 0; ``cells`` are the
    columns ``UNSHOWN``, for the table that readers save.
    """

    anchor: str
    id: str
    actors: tuple[str, ...]
    actor_names: tuple[str, ...]
    cue: str
    action: str
    negated: bool
    strength: str
    kind: str
    areas: tuple[str, ...]
    area_titles: tuple[str, ...]
    deadline: str
    deadline_date: str
    amount: str
    confidence: float
    document: int
    date: str
    sentence: str
    cells: tuple[str, ...]


def entries(analyses: Sequence[Analysis]) -> Iterator[Entry]:
    """The commitments in the order of the documents, then in reading order."""
    for number, a in enumerate(analyses):
        day = a.document.date.isoformat() if a.document.date else ""
        for c in a.commitments:
            yield Entry(
                anchor=anchor(c.commitment_id),
                id=c.commitment_id,
                actors=c.actors,
                actor_names=tuple(actor_name(code) for code in c.actors),
                cue=c.cue,
                action=c.action,
                negated=c.negated,
                strength=c.strength,
                kind=c.kind,
                areas=c.areas,
                area_titles=tuple(area_title(code) for code in c.areas),
                deadline=c.deadline,
                deadline_date=c.deadline_date.isoformat() if c.deadline_date else "",
                amount=c.amount,
                confidence=round(c.confidence, 2),
                document=number,
                date=day,
                sentence=c.sentence,
                cells=tuple(unguard(cell(getattr(c, name))) for name in UNSHOWN),
            )
