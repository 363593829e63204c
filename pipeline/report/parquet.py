"""Tables as Parquet: one file each, or parted by the year of the document, as pandas, DuckDB and Dask open them.

Rows are written as they come, some thousands at a time, so that a table of any length takes little memory.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pipeline.catalogue import FINDINGS, TRACKED, Table
from pipeline.records import Analysis, Tracking
from pipeline.report.datapackage import value_type
from pipeline.report.stage import links_of, rows_of

AT_ONCE = 20_000
"""Rows of a group: what is in memory of a file that is written."""
UNDATED = "__HIVE_DEFAULT_PARTITION__"
"""What stands for a missing value in the name of a part, by the convention of Hive that all readers know."""


def write_whole(table: Table, rows: Iterable[Any], folder: Path) -> Path:
    """Write a table as one file; returns its path. Lists are lists, dates are dates."""
    path = folder / f"{table.name}.parquet"
    with Writer(table, path) as file:
        for row in rows:
            file.write(row)
    return path


def write_by_year(analyses: Iterable[Analysis], tracking: Tracking, folder: Path) -> list[Path]:
    """Write the findings in a folder a table and, in it, a folder ``year=2031`` a year; returns the paths.

    What is found from document to document has no year of its own, and stands in one part. A table without rows is one
    part that says its columns.
    """
    parts: dict[tuple[str, str], Writer] = {}
    with ExitStack() as open_files:
        for a in analyses:
            year = str(a.document.date.year) if a.document.date else UNDATED
            for table in FINDINGS:
                for row in rows_of([a], table):
                    if (table.name, year) not in parts:
                        path = folder / table.name / f"year={year}" / "part-0.parquet"
                        parts[table.name, year] = open_files.enter_context(Writer(table, path))
                    parts[table.name, year].write(row)
    written = [part.path for part in parts.values()]
    begun = {name for name, _ in parts}
    lone = [(table, ()) for table in FINDINGS if table.name not in begun]
    for table, rows in [*lone, *((table, links_of(tracking, table)) for table in TRACKED)]:
        with Writer(table, folder / table.name / "part-0.parquet") as file:
            for row in rows:
                file.write(row)
        written.append(file.path)
    _sweep(folder, written)
    return written


def _sweep(folder: Path, written: Iterable[Path]) -> None:
    """Remove parts of an earlier export: a reader takes all that it finds."""
    for table in (*FINDINGS, *TRACKED):
        for stale in set((folder / table.name).rglob("part-*.parquet")) - set(written):
            stale.unlink()


class Writer:
    """A file of a table's rows. A context manager; raises ImportError where pyarrow is not installed."""

    def __init__(self, table: Table, path: Path) -> None:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._arrow = arrow
        self._columns = table.columns
        self._schema = arrow.schema([(column, _type(arrow, table.row, column)) for column in table.columns])
        self._file = parquet.ParquetWriter(path, self._schema)
        self._rows: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._flush()
        self._file.close()

    def write(self, row: Any) -> None:
        """Add a row."""
        self._rows.append(row)
        if len(self._rows) == AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            arrays = list(self._arrays())
            self._file.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
            self._rows.clear()

    def _arrays(self) -> Iterator[Any]:
        for column, kind in zip(self._columns, self._schema.types, strict=True):
            yield self._arrow.array([getattr(row, column) for row in self._rows], kind)


def _type(arrow: Any, record: type, column: str) -> Any:
    plain = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_(), date: arrow.date32()}
    kind, is_list = value_type(record, column)
    return arrow.list_(plain[kind]) if is_list else plain[kind]
