"""What the page's script reads of ties between rows: threads, judgements, series of documents, rows of the summary.

Rows are named by their number among the commitments of the page, documents by theirs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.records import Analysis, StatusRow, Tracking
from pipeline.report.brief.short import Statement
from pipeline.report.page.ledger import SURE


def across(
    analyses: Sequence[Analysis],
    total: int,
    tracking: Tracking,
    status: Sequence[StatusRow],
    statements: Sequence[Statement],
) -> dict[str, Any]:
    """The ties between rows, and between documents, both in the order of the page; ``total`` commitments there are."""
    number = {c.commitment_id: n for n, c in enumerate(c for a in analyses for c in a.commitments)}
    named = {row.thread_id for row in status}
    judged = {thread.thread_id: thread.commitment_ids for thread in tracking.threads if thread.thread_id in named}
    document = {a.document.doc_id: n for n, a in enumerate(analyses)}
    return {
        "threads": [known for thread in tracking.threads if len(known := _known(thread.commitment_ids, number)) > 1],
        "links": [
            [number[link.later_id], number[link.earlier_id], link.relation, link.changed, int(link.score >= SURE)]
            for link in tracking.links
            if link.later_id in number and link.earlier_id in number
        ],
        "status": [
            [known, row.status, row.evidence, row.note, row.by, row.date.isoformat()]
            for row in status
            if (known := _known(judged.get(row.thread_id) or (row.commitment_id,), number))
        ],
        "series": _series(tracking, document),
        "dropped": [
            [document[item.later_doc_id], number[item.commitment_id]]
            for item in tracking.not_repeated
            if item.later_doc_id in document and item.commitment_id in number
        ],
        "said": [_known(s.rows, number) if is_listed(s, total) else [] for s in statements],
    }


def is_listed(statement: Statement, total: int) -> bool:
    """Whether the rows of a statement are worth a list: some, and not all."""
    return 0 < len(statement.rows) < total


def _series(tracking: Tracking, document: Mapping[str, int]) -> list[list[Any]]:
    """Each series with two documents or more: its name, its title, its documents by date."""
    found: dict[str, list[Any]] = {}
    for entry in sorted(tracking.series, key=lambda e: (e.series_id, e.position)):
        if entry.doc_id in document:
            found.setdefault(entry.series_id, [entry.series_id, entry.title, []])[2].append(document[entry.doc_id])
    return [series for series in found.values() if len(series[2]) > 1]


def _known(ids: Iterable[str], number: Mapping[str, int]) -> list[int]:
    return [number[found] for found in ids if found in number]
