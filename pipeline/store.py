"""The record of all that was found: ``communique.sqlite`` in the outputs folder.

A stage writes each document in one transaction together with the fingerprint of what it was made from, so that a run
that is killed leaves a good state, and the next one does only what is missing or stale.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

from pipeline.catalogue import TABLES
from pipeline.documents import OF_TAG, Documents
from pipeline.fingerprint import chain
from pipeline.outputs import explained
from pipeline.records import (
    Analysis,
    Change,
    Document,
    Fact,
    Reported,
    Skipped,
    StatusEntry,
    Thread,
    Tracking,
    said_before,
)
from pipeline.schema import Step, encode, insert

ADOPTED = 200
"""Documents that are taken over from another record in one transaction."""
_OF_TRACK = {"links": "tracking", "threads": "threads", "series": "series", "not_repeated": "not_repeated"}
"""The table for each part of a :class:`Tracking`."""


class Store(Documents):
    """What the stages leave, and what each of them still has to do. Use as a context manager."""

    def forget_all_but(self, doc_ids: Iterable[str]) -> int:
        """Remove the documents that are not among ``doc_ids``; returns how many were removed."""
        gone = {row[0] for row in self._db.execute("SELECT doc_id FROM documents")} - set(doc_ids)
        for doc_id in sorted(gone):
            self._write([("DELETE FROM documents WHERE doc_id = ?", [(doc_id,)])])
        return len(gone)

    def ingested(self) -> dict[str, str]:
        """By document id, the chained fingerprint and digest that :meth:`put_document` was last given for it."""
        return self._done("ingest")

    def waiting(self, stage: str, fingerprint: str) -> list[str]:
        """Ids of the documents, in order, that ``stage`` ("tag" or "classify") has to work on."""
        before = self._done({"tag": "ingest", "classify": "tag"}[stage])
        done = self._done(stage)
        return sorted(doc_id for doc_id, state in before.items() if done.get(doc_id) != chain(fingerprint, state))

    def put_document(self, document: Document, fingerprint: str, digest: str) -> None:
        """Store an ingested document; what later stages found in an earlier state of it is removed."""
        self._write(
            [
                ("DELETE FROM documents WHERE doc_id = ?", [(document.doc_id,)]),
                insert(TABLES["documents"], [document]),
                insert(TABLES["edits"], document.edits),
                _mark(document.doc_id, "ingest", chain(fingerprint, digest)),
            ]
        )

    def put_tagged(self, analysis: Analysis, fingerprint: str) -> None:
        """Store what ``tag`` found in a document."""
        doc_id = analysis.document.doc_id
        self._write(
            [
                *((f"DELETE FROM {table.name} WHERE doc_id = ?", [(doc_id,)]) for table in reversed(OF_TAG)),
                ("DELETE FROM progress WHERE doc_id = ? AND stage = 'classify'", [(doc_id,)]),
                *(insert(table, getattr(analysis, table.name)) for table in OF_TAG),
                _mark(doc_id, "tag", chain(fingerprint, self._done("ingest", doc_id)[doc_id])),
            ]
        )

    def put_classified(self, analysis: Analysis, fingerprint: str) -> None:
        """Store the policy areas of a document's sentences and commitments."""
        doc_id = analysis.document.doc_id
        self._write(
            [
                (
                    "UPDATE sentences SET areas = ?, area_scores = ?, uncertain = ? WHERE sentence_id = ?",
                    [
                        (encode(s.areas), encode(s.area_scores), encode(s.uncertain), s.sentence_id)
                        for s in analysis.sentences
                    ],
                ),
                (
                    "UPDATE commitments SET areas = ? WHERE commitment_id = ?",
                    [(encode(c.areas), c.commitment_id) for c in analysis.commitments],
                ),
                _mark(doc_id, "classify", chain(fingerprint, self._done("tag", doc_id)[doc_id])),
            ]
        )

    def tracked(self) -> dict[str, str]:
        """By document id, the state of the corpus that :meth:`put_tracking` was last given; empty where none holds."""
        return self._done("track")

    def state(self, fingerprint: str) -> str:
        """The state of the corpus as ``track`` finds it: another one where a document or ``fingerprint`` is another."""
        return chain(fingerprint, *(f"{doc_id} {state}" for doc_id, state in sorted(self._done("classify").items())))

    def forget_tracking(self) -> None:
        """Remove what ``track`` found: where a document changes, links may lead to what is no longer there.

        The threads stay, so that the next run gives them their names again.
        """
        if self.tracked():
            self._write(
                [
                    *((f"DELETE FROM {name}", [()]) for name in ("tracking", "series", "not_repeated")),
                    ("UPDATE commitments SET first_said = NULL WHERE first_said IS NOT NULL", [()]),
                    ("DELETE FROM progress WHERE stage = 'track'", [()]),
                ]
            )

    def put_tracking(self, tracking: Tracking, state: str) -> None:
        """Replace what is known of commitments from document to document, found in this state of the corpus."""
        self._write(
            [
                *((f"DELETE FROM {name}", [()]) for name in _OF_TRACK.values()),
                ("UPDATE commitments SET first_said = NULL WHERE first_said IS NOT NULL", [()]),
                *(insert(TABLES[name], getattr(tracking, part)) for part, name in _OF_TRACK.items()),
                (
                    "UPDATE commitments SET first_said = ? WHERE commitment_id = ?",
                    (
                        (encode(day), commitment_id)
                        for thread in self.threads()
                        for commitment_id, day in said_before(thread)
                    ),
                ),
                ("INSERT OR REPLACE INTO progress VALUES (?, 'track', ?)", [(d, state) for d in self.finished()]),
            ]
        )

    def tracking(self) -> Tracking:
        """What the last run of ``track`` found; empty where something changed since."""
        if not self.tracked():
            return Tracking()
        return Tracking(**{part: self._rows_of(name) for part, name in _OF_TRACK.items()})

    def threads(self) -> Iterator[Thread]:
        """The threads of the last run of ``track``, whether they still hold or not."""
        return self._all("threads")

    def put_skipped(self, skipped: Sequence[Skipped], stage: str) -> None:
        """Replace the list of what ``stage`` could not process."""
        marked = [replace(item, stage=stage) for item in skipped]
        self._write([("DELETE FROM skipped WHERE stage = ?", [(stage,)]), insert(TABLES["skipped"], marked)])

    def adopt(self, path: Path, doc_ids: Iterable[str]) -> None:
        """Take documents over from another record of the same version, with what was found in them.

        What people say became of promises and what was not processed comes along, as far as it is not here already.
        """
        tables = ("documents", "edits", "sentences", "entities", "commitments", "progress")
        copied = [f"INSERT INTO {name} SELECT * FROM other.{name} WHERE doc_id = ? ORDER BY rowid" for name in tables]
        try:
            self._db.execute("ATTACH DATABASE ? AS other", (str(path),))
        except sqlite3.Error as error:
            raise explained(error, path) from error
        try:
            for some in _chunks(list(doc_ids), ADOPTED):
                self._write([(statement, [(doc_id,) for doc_id in some]) for statement in copied])
            self._write(
                [
                    ("DELETE FROM progress WHERE stage = 'track'", [()]),
                    *(
                        (f"INSERT INTO {name} SELECT * FROM other.{name} EXCEPT SELECT * FROM {name}", [()])
                        for name in ("status", "skipped")
                    ),
                ]
            )
        finally:
            self._db.execute("DETACH DATABASE other")

    def put_status(self, entries: Iterable[StatusEntry]) -> None:
        """Replace what people say became of promises."""
        self._write([("DELETE FROM status", [()]), insert(TABLES["status"], entries)])

    def status(self) -> list[StatusEntry]:
        """What people say became of promises, in the order of the file."""
        return list(self._all("status"))

    def skipped(self) -> list[Skipped]:
        """What was not processed, by any stage, ordered by source."""
        return sorted(self._all("skipped"), key=attrgetter("source", "stage", "reason"))

    def reported(self) -> dict[str, Reported]:
        """What the last report said of each document, by its id."""
        return {row.doc_id: row for row in self._all("reported")}

    def put_report(self, rows: Iterable[Reported], changes: Iterable[Change]) -> None:
        """Replace what the last report said, and what it changed."""
        self._write(
            [
                ("DELETE FROM reported", [()]),
                ("DELETE FROM changes", [()]),
                insert(TABLES["reported"], rows),
                insert(TABLES["changes"], changes),
            ]
        )

    def reported_ids(self) -> set[str]:
        """Ids of the documents of which the last report said something."""
        return {row[0] for row in self._db.execute("SELECT doc_id FROM reported")}

    def reported_of(self, doc_id: str) -> Reported | None:
        """What the last report said of a document."""
        return next(self._read(TABLES["reported"], "WHERE doc_id = ?", (doc_id,)), None)

    def mend_report(self, doc_ids: Sequence[str], rows: Iterable[Reported], changes: Iterable[Change]) -> None:
        """Replace what the last report said of these documents, and all of what it changed.

        ``changes`` may read what was said before while it is gone through.
        """
        self._write(
            [
                ("DELETE FROM changes", [()]),
                insert(TABLES["changes"], changes),
                ("DELETE FROM reported WHERE doc_id = ?", ((doc_id,) for doc_id in doc_ids)),
                insert(TABLES["reported"], rows),
            ]
        )

    def changes(self) -> Collection[Change]:
        """What the last report that differed from the one before it changed."""
        return self._rows_of("changes")

    def about(self) -> dict[str, str]:
        """What is known of the results as a whole, by name: the version that wrote the last report."""
        return {fact.name: fact.value for fact in self._all("about")}

    def put_about(self, facts: Mapping[str, str]) -> None:
        """Replace what is known of the results as a whole; nothing is written where it is the same."""
        if self.about() != facts:
            rows = (Fact(name, value) for name, value in sorted(facts.items()))
            self._write([("DELETE FROM about", [()]), insert(TABLES["about"], rows)])


def _chunks(values: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (values[at : at + size] for at in range(0, len(values), size))


def _mark(doc_id: str, stage: str, state: str) -> Step:
    return "INSERT OR REPLACE INTO progress VALUES (?, ?, ?)", [(doc_id, stage, state)]
