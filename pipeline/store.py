"""The record of all that was found: ``communique.sqlite`` in the outputs folder.

A stage writes each document in one transaction together with the fingerprint of what it was made from, so that a run
that is killed leaves a good state, and the next one does only what is missing or stale.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from pipeline.catalogue import STORED, TABLES, Table
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import chain
from pipeline.outputs import cannot_be_written, damaged, explained
from pipeline.records import (
    Analysis,
    Change,
    Document,
    Edit,
    Fact,
    Reported,
    Sentence,
    Skipped,
    StatusEntry,
    Thread,
    Tracking,
    said_before,
)
from pipeline.schema import Step, definitions, encode, insert, names, select, values
from pipeline.views import Remade

FILE = "communique.sqlite"
BUSY_SECONDS = 5.0
ADOPTED = 200
"""Documents that are taken over from another record in one transaction."""

_OF_TAG = tuple(table for table in STORED if table.stage == "tag")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_BLOCKS = {"blocks": "'[]'"}
_TEXT = {"text": "''", **_BLOCKS}
"""What stands in place of the text of a document where nobody asks for it, in SQL."""
_SOURCE = {
    **_TEXT,
    **dict.fromkeys(("source", "sha256", "url", "licence"), "''"),
    "inferred": "'[]'",
    "evidence": "'[]'",
}
_TOLD = {
    **dict.fromkeys(("doc_id", "text"), "''"),
    **dict.fromkeys(("start", "end"), "0"),
    **dict.fromkeys(("reading", "area_scores"), "'[]'"),
    "sentence_id": "iif(uncertain, '?', '')",
    "vector": "x''",
    "block": "'paragraph'",
}
"""The same for sentences that are counted."""
_COUNTED = {
    **dict.fromkeys(("cue", "actor_text", "sentence", "reason"), "''"),
    **dict.fromkeys(("cue_start", "cue_end", "action_start", "action_end"), "0"),
    **{f"{what}_{end}": "NULL" for what in ("actor", "deadline", "amount") for end in ("start", "end")},
    "action": "iif(deadline_date IS NULL AND amount_currency = '', '', action)",
    "sentence_id": "iif((SELECT uncertain FROM sentences AS s WHERE s.sentence_id = commitments.sentence_id), '?', '')",
}
"""The same for commitments that are counted; what is due or costs something keeps its action."""
_OF_TRACK = {"links": "tracking", "threads": "threads", "series": "series", "not_repeated": "not_repeated"}
"""The table for each part of a :class:`Tracking`."""
_PROGRESS = (
    "CREATE TABLE progress (doc_id TEXT NOT NULL REFERENCES documents (doc_id) ON DELETE CASCADE, "
    "stage TEXT NOT NULL, fingerprint TEXT NOT NULL, PRIMARY KEY (doc_id, stage))"
)


class Store:
    """The SQLite file of an outputs folder. Use as a context manager.

    Raises :class:`CommuniqueError` where the file is not ours, damaged, or in use by another run.
    """

    def __init__(self, outputs: Path) -> None:
        self.path = outputs / FILE
        self.is_renewed = False
        """Whether it held results of another version of Communiqué, which are to be found anew."""
        try:
            outputs.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            self._db.execute("PRAGMA foreign_keys = ON")
            self._prepare()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        except OSError as error:
            raise cannot_be_written(outputs) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._db.close()
        if isinstance(error, sqlite3.Error):  # met while reading; what writes explains its own
            raise explained(error, self.path) from error

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
                *((f"DELETE FROM {table.name} WHERE doc_id = ?", [(doc_id,)]) for table in reversed(_OF_TAG)),
                ("DELETE FROM progress WHERE doc_id = ? AND stage = 'classify'", [(doc_id,)]),
                *(insert(table, getattr(analysis, table.name)) for table in _OF_TAG),
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

    def documents(self, doc_ids: Iterable[str]) -> Iterator[Document]:
        """The documents with these ids, in that order."""
        for doc_id in doc_ids:
            yield self._document(doc_id, _NOTHING, tuple(self._rows(TABLES["edits"], doc_id)))

    def analyses(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents with these ids with what was found in them, in that order."""
        for document in self.documents(doc_ids):
            sentences, entities, commitments = (tuple(self._rows(table, document.doc_id)) for table in _OF_TAG)
            yield Analysis(document, sentences, entities, commitments)

    def worded(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """As :meth:`analyses`, without sentences and entities."""
        for doc_id in doc_ids:
            commitments = tuple(self._rows(TABLES["commitments"], doc_id))
            yield Analysis(self._document(doc_id, _BLOCKS), (), (), commitments)

    def described(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents without texts, and with nothing of what was found."""
        for doc_id in doc_ids:
            yield Analysis(self._document(doc_id, _TEXT), (), (), ())

    def named(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents without texts, and with nothing of what was found but the entities."""
        for doc_id in doc_ids:
            yield Analysis(self._document(doc_id, _SOURCE), (), tuple(self._rows(TABLES["entities"], doc_id)), ())

    def counted(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """The documents without texts and entities, and no more of sentences and commitments than what is counted, or
        listed by day and sum.

        Sentences that do and are about the same are one object. In place of an id the uncertain ones have "?", and so
        have commitments in them.
        """
        sentences, commitments = (TABLES[name] for name in ("sentences", "commitments"))
        told = f"{select(sentences, _TOLD)} WHERE doc_id = ? ORDER BY sentences.start, rowid"
        shared: dict[tuple[Any, ...], Sentence] = {}
        for doc_id in doc_ids:
            found = []
            for row in self._db.execute(told, (doc_id,)):
                if row not in shared:
                    shared[row] = Sentence(*self._values(sentences, row))
                found.append(shared[row])
            light = tuple(self._rows(commitments, doc_id, _COUNTED))
            yield Analysis(self._document(doc_id, _SOURCE), tuple(found), (), light)

    def ledgers(self, doc_ids: Iterable[str]) -> Iterator[Analysis]:
        """As :meth:`analyses`, with nothing but what binds: no text, no entities, no sentences without commitments."""
        sentences, commitments = (TABLES[name] for name in ("sentences", "commitments"))
        holding = "sentence_id IN (SELECT sentence_id FROM commitments WHERE doc_id = ?)"
        for doc_id in doc_ids:
            yield Analysis(
                self._document(doc_id, _TEXT),
                tuple(self._read(sentences, f"WHERE doc_id = ? AND {holding} ORDER BY start, rowid", (doc_id, doc_id))),
                (),
                tuple(self._rows(commitments, doc_id)),
            )

    def finished(self) -> list[str]:
        """Ids of the documents that went through all stages, in order; :meth:`waiting` tells what is stale of it."""
        return sorted(self._done("classify"))

    def _document(self, doc_id: str, instead: Mapping[str, str], edits: tuple[Edit, ...] = ()) -> Document:
        table = TABLES["documents"]
        row = self._db.execute(f"{select(table, instead)} WHERE doc_id = ?", (doc_id,)).fetchone()
        known = dict(zip(names(table), self._values(table, row), strict=True))
        return Document(**known | {"doc_id": doc_id}, edits=edits)

    def _rows(self, table: Table, doc_id: str, instead: Mapping[str, str] = _NOTHING) -> Iterator[Any]:
        """The rows of a document; its id is kept once for all of them."""
        by = f"{table.order}, rowid" if table.order else "rowid"
        at = names(table).index("doc_id")
        assert table.stored
        for row in self._db.execute(f"{select(table, instead)} WHERE doc_id = ? ORDER BY {table.name}.{by}", (doc_id,)):
            found = self._values(table, row)
            found[at] = doc_id
            yield table.stored(*found)

    def _rows_of(self, name: str) -> Collection[Any]:
        (count,) = self._db.execute(f"SELECT count(*) FROM {name}").fetchone()
        return Remade(count, lambda: self._all(name))

    def _all(self, name: str) -> Iterator[Any]:
        return self._read(TABLES[name], "ORDER BY rowid", ())

    def _read(self, table: Table, which: str, parameters: tuple[str, ...]) -> Iterator[Any]:
        assert table.stored
        for row in self._db.execute(f"{select(table)} {which}", parameters):
            yield table.stored(*self._values(table, row))

    def _values(self, table: Table, row: Sequence[Any]) -> list[Any]:
        try:
            return values(table, row)
        except (TypeError, ValueError) as error:
            raise damaged(self.path, error) from error

    def _done(self, stage: str, doc_id: str | None = None) -> dict[str, str]:
        query = "SELECT doc_id, fingerprint FROM progress WHERE stage = ?"
        if doc_id is None:
            return dict(self._db.execute(query, (stage,)))
        return dict(self._db.execute(f"{query} AND doc_id = ?", (stage, doc_id)))

    def _write(self, steps: Iterable[Step]) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            for statement, rows in steps:
                self._db.executemany(statement, rows)
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise explained(error, self.path) from error

    def _prepare(self) -> None:
        version = schema_version()
        (found,) = self._db.execute("PRAGMA user_version").fetchone()
        if found == version:
            return
        self._db.execute("BEGIN IMMEDIATE")
        if found == 0 and self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise CommuniqueError(f"{self.path} is not a file of Communiqué's: move it away, then run again.")
        self.is_renewed = found != 0
        for table in ("progress", *(table.name for table in reversed(STORED))):
            self._db.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _schema():
            self._db.execute(statement)
        self._db.execute(f"PRAGMA user_version = {version}")
        self._db.execute("COMMIT")


def schema_version() -> int:
    """The ``user_version`` of a file with the tables of this version of the code."""
    return int(chain("\n".join(_schema()))[:7], 16)


def _schema() -> Iterator[str]:
    yield from definitions()
    yield _PROGRESS


def _chunks(values: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (values[at : at + size] for at in range(0, len(values), size))


def _mark(doc_id: str, stage: str, state: str) -> Step:
    return "INSERT OR REPLACE INTO progress VALUES (?, ?, ?)", [(doc_id, stage, state)]
