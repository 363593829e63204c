"""CSV tables: UTF-8, RFC 4180, plain line feeds, lists joined by ``;``, harmless in a spreadsheet."""

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO, TextIO, TypeVar

from pipeline.records import columns

DECIMALS = 3
"""Places that floats are rounded to: the last digits of a score differ between machines."""

PART = ".part"
"""The ending of files that are not yet whole."""

T = TypeVar("T")

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_SPECIAL = re.compile(r'[",\r\n]')


def write_table(path: Path, record: type, rows: Iterable[Any]) -> None:
    """Write instances of a record class to ``path``; the header is :func:`pipeline.records.columns` of the class."""
    names = columns(record)
    write_rows(path, names, ([getattr(row, name) for name in names] for row in rows))


def write_rows(path: Path, header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write rows of values under ``header``. The file appears whole or not at all."""
    with replacing(path) as file:
        write_lines(file, header, rows)


def write_lines(file: TextIO, header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write rows of values under ``header`` to an open file."""
    file.write(",".join(header) + "\n")
    file.writelines(line(row) for row in rows)


def line(row: Iterable[Any]) -> str:
    """A row of values as a line of a file."""
    return ",".join(_quote(cell(value)) for value in row) + "\n"


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text file, line ends as written, that takes the place of ``path`` when the block ends without error."""
    with _appearing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def replacing_bytes(path: Path) -> Iterator[BinaryIO]:
    """As :func:`replacing`, for bytes."""
    with _appearing(path) as temporary, temporary.open("wb") as file:
        yield file


@contextmanager
def _appearing(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its place when the block ends without error, and is gone after one."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def sweep(outputs: Path) -> None:
    """Remove what a run that was killed left of files that it had not finished."""
    for part in outputs.rglob(f".*{PART}"):
        part.unlink(missing_ok=True)


def long_cells(rows: Iterable[T], most: int) -> Iterator[T]:
    """The rows of a reader of the module ``csv``, whose cells may have ``most`` characters.

    The module knows one limit for the whole process: it is raised for the reading of each row, and put back behind it.
    """
    remaining = iter(rows)
    while True:
        before = csv.field_size_limit()
        csv.field_size_limit(max(before, most))
        try:
            row = next(remaining)
        except StopIteration:
            return
        finally:
            csv.field_size_limit(before)
        yield row


def cell(value: object) -> str:
    """A value as the text of a cell, not yet quoted.

    None and numbers that are not finite become empty, lists are joined by ``;`` (a ``;`` inside a value becomes a
    comma), and text that a spreadsheet would run as a formula is guarded by an apostrophe.
    """
    if type(value) is str:
        return guard(value)
    for kind, render in _RENDERERS:
        if isinstance(value, kind):
            return render(value)
    return guard(str(value))


def guard(text: str) -> str:
    """Text with an apostrophe in front where a spreadsheet would take it for a formula.

    Text that begins with apostrophes and a formula is guarded too, so that :func:`unguard` gives back every text.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text that :func:`guard` was given."""
    return text[1:] if _GUARDED.match(text) else text


def _number(value: float) -> str:
    if not isfinite(value):
        return ""
    text = format(Decimal(repr(round(value, DECIMALS))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _list(values: tuple[object, ...]) -> str:
    parts = (_number(v) if isinstance(v, float) else str(v).replace(";", ",") for v in values)
    return guard(";".join(parts))


def _quote(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


_RENDERERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (type(None), lambda _: ""),
    (str, guard),
    (bool, lambda value: "true" if value else "false"),
    (int, str),
    (float, _number),
    (date, date.isoformat),
    (tuple, _list),
)
