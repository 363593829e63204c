"""The SQLite file of an outputs folder: opened, read by rows, and written in transactions."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

from pipeline.catalogue import STORED, TABLES, Table
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import chain
from pipeline.outputs import cannot_be_written, damaged, explained
from pipeline.schema import Step, definitions, select, values
from pipeline.views import Remade

FILE = "communique.sqlite"
BUSY_SECONDS = 5.0
_PROGRESS = (
    "CREATE TABLE progress (doc_id TEXT NOT NULL REFERENCES documents (doc_id) ON DELETE CASCADE, "
    "stage TEXT NOT NULL, fingerprint TEXT NOT NULL, PRIMARY KEY (doc_id, stage))"
)


class Database:
    """The file. Use as a context manager.

    Raises :class:`CommuniqueError` where it is not ours, damaged, or in use by another run.
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
