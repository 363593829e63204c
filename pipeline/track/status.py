"""What people say became of a promise: ``status.csv`` in the corpus folder.

The tool carries these judgements to the tables and never makes one. They hang on threads, whose names stay when
documents are added or corrected, or on commitments, which lead to their threads.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.aggregates import ActorScore
from pipeline.knowledge import Knowledge, Row
from pipeline.knowledge.reading import read_table
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import FULFILMENTS, Analysis, Fulfilment, StatusEntry, StatusRow, Thread, columns

FILE = "status.csv"
SCORES: dict[Fulfilment, int] = {"kept": 1, "partly": 0, "in progress": 0, "broken": -1}
"""The scale of the G7 and G20 Research Groups: full compliance, partial compliance or work in progress, none."""
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def read_status(corpus: Path) -> tuple[StatusEntry, ...]:
    """The judgements of ``status.csv`` in a corpus folder; none where there is no such file.

    Raises :class:`pipeline.errors.KnowledgeError`, naming file, line and mend, where a line names neither thread nor
    commitment or both, has another status, no name of who judged, no day, or an address that is none.
    """
    path = corpus / FILE
    return tuple(_entry(row) for row in read_table(path, columns(StatusEntry))) if path.is_file() else ()


def judgements(
    entries: Sequence[StatusEntry], threads: Iterable[Thread], analyses: Iterable[Analysis]
) -> list[StatusRow]:
    """The judgements with the promise that they are about, in the order of the file.

    One whose thread or commitment is not found, as its documents are no longer there, has no title.
    """
    if not entries:
        return []
    judged = {entry.thread_id for entry in entries if entry.thread_id}
    named = {entry.commitment_id for entry in entries if entry.commitment_id}
    by_id: dict[str, Thread] = {}
    of_commitment: dict[str, Thread] = {}
    for thread in threads:
        if thread.thread_id in judged:
            by_id[thread.thread_id] = thread
        of_commitment |= dict.fromkeys(named.intersection(thread.commitment_ids), thread)
    commitments = {c.commitment_id: c for a in analyses for c in a.commitments if c.commitment_id in named}
    rows = []
    for entry in entries:
        known = by_id.get(entry.thread_id) or of_commitment.get(entry.commitment_id)
        commitment = commitments.get(entry.commitment_id)
        rows.append(
            StatusRow(
                thread_id=known.thread_id if known else entry.thread_id,
                commitment_id=entry.commitment_id,
                status=entry.status,
                score=SCORES[entry.status],
                title=commitment.action if commitment else known.title if known else "",
                actors=commitment.actors if commitment else known.actors if known else (),
                evidence=entry.evidence,
                note=entry.note,
                by=entry.by,
                date=entry.date,
            )
        )
    return rows


def scores(rows: Iterable[StatusRow], threads: Iterable[Thread], knowledge: Knowledge) -> list[ActorScore]:
    """The judgements by actor, most judged first. Of a promise that was judged several times the last counts."""
    latest: dict[tuple[str, str], StatusRow] = {}
    for row in sorted(rows, key=lambda row: row.date):
        if row.title:
            latest[row.thread_id, "" if row.thread_id else row.commitment_id] = row
    of_actor: dict[str, list[StatusRow]] = defaultdict(list)
    for row in latest.values():
        for actor in row.actors:
            of_actor[actor].append(row)
    promised = Counter(actor for thread in threads for actor in thread.actors)
    gazetteer = knowledge.get(Gazetteer)
    found = [
        _score(actor, gazetteer.name_of(actor) or actor, judged, promised[actor]) for actor, judged in of_actor.items()
    ]
    return sorted(found, key=lambda score: (-score.judged, score.actor))


def unmatched(rows: Iterable[StatusRow]) -> Iterator[str]:
    """What the judgements name that fits no promise of the corpus."""
    return (row.thread_id or row.commitment_id for row in rows if not row.title)


def _score(actor: str, name: str, judged: Sequence[StatusRow], threads: int) -> ActorScore:
    counts = Counter(row.status for row in judged)
    mean = sum(row.score for row in judged) / len(judged)
    return ActorScore(
        actor,
        name,
        threads,
        len(judged),
        counts["kept"],
        counts["partly"],
        counts["in progress"],
        counts["broken"],
        mean,
    )


def _entry(row: Row) -> StatusEntry:
    if bool(row["thread_id"]) == bool(row["commitment_id"]):
        raise row.error("write a thread_id of threads.csv, or a commitment_id of commitments.csv, and not both")
    if not row["by"]:
        raise row.error("by is empty; write who judges")
    if row["evidence"] and not _WEB_ADDRESS.fullmatch(row["evidence"]):
        raise row.error(
            f"evidence is {row['evidence']!r}; write an address such as https://example.org/report, or nothing"
        )
    try:
        day = date.fromisoformat(row["date"])
    except ValueError:
        raise row.error(f"date is {row['date']!r}; write a day such as 2031-05-01") from None
    return StatusEntry(
        thread_id=row["thread_id"],
        commitment_id=row["commitment_id"],
        status=row.choice("status", FULFILMENTS),
        evidence=row["evidence"],
        note=row["note"],
        by=row["by"],
        date=day,
    )
