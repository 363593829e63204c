"""Reading the knowledge files: CSV tables, TOML files and lists, checked when they are read.

A file that cannot be used raises :class:`KnowledgeError`; the message names file, line and mend.
"""

import csv
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

from pipeline.errors import KnowledgeError

Chosen = TypeVar("Chosen", bound=str)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a knowledge table: its cells by column name, and where it stands."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def values(self, column: str) -> tuple[str, ...]:
        """The cell's values where it holds a list, separated by ``|``."""
        return tuple(v.strip() for v in self.cells[column].split("|") if v.strip())

    def choice(self, column: str, allowed: Collection[Chosen]) -> Chosen:
        """The cell, which must be one of ``allowed``."""
        value = self.cells[column]
        for choice in allowed:
            if choice == value:
                return choice
        raise self.error(f"{column} is {value!r}; write one of {', '.join(sorted(allowed))}")

    def error(self, message: str) -> KnowledgeError:
        """An error about this line."""
        return KnowledgeError(f"{self.path.name}, line {self.line}: {message}.")


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Rows of a CSV file; lines that start with ``#`` and empty lines are passed over.

    The header must be exactly ``columns``, and every line must have that many cells.
    """
    numbered = ((n, line) for n, line in enumerate(_lines(path), 1) if line.strip() and not line.startswith("#"))
    header: list[str] | None = None
    for number, line in numbered:
        try:
            cells = [cell.strip() for cell in next(csv.reader([line]))]
        except csv.Error as error:
            raise KnowledgeError(f"{path.name}, line {number}: {error}; mend that line.") from error
        if header is None:
            header = cells
            if header != list(columns):
                raise KnowledgeError(f"{path.name}, line {number}: the header must read {','.join(columns)}.")
            continue
        if len(cells) != len(header):
            raise KnowledgeError(
                f"{path.name}, line {number}: {len(cells)} cells where {len(header)} are needed; "
                "put a cell that holds a comma between double quotes."
            )
        yield Row(path, number, dict(zip(header, cells, strict=True)))


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file."""
    try:
        return tomllib.loads("\n".join(_lines(path)))
    except (ValueError, RecursionError) as error:  # numbers without end, brackets in brackets
        raise KnowledgeError(f"{path.name}: {error}; mend that line.") from error


def read_list(path: Path) -> tuple[str, ...]:
    """Entries of a text file with one entry a line; ``#`` starts a comment."""
    return tuple(entry for line in _lines(path) if (entry := line.partition("#")[0].strip()))


def read_expressions(path: Path) -> tuple[str, ...]:
    """As :func:`read_list`, of entries that are regular expressions, to be put beside one another."""
    found = read_list(path)
    for entry in found:
        if why := unusable(entry):
            raise KnowledgeError(f"{path.name}: {entry!r} is no regular expression ({why}); mend it.")
    return found


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first; one that finds nothing where there are none."""
    alternatives = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return f"(?:{alternatives or '(?!)'})"


def unusable(pattern: str) -> str:
    """Why a regular expression cannot stand among others in a longer one; empty where it can."""
    try:
        re.compile(pattern)
        found = re.compile(f"(?:{pattern})", re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    return "a group with a name is for one line only" if found.groupindex else ""


def checked_pattern(row: Row, how: Literal["match", "fullmatch", "search"]) -> str:
    """The row's ``pattern`` as a group, in either case; it must find the row's example and not its counterexample."""
    if why := unusable(row["pattern"]):
        raise row.error(f"pattern is no regular expression ({why}); mend it")
    find = getattr(re.compile(row["pattern"], re.IGNORECASE), how)
    if not find(row["example"]):
        raise row.error("pattern does not find the example; mend one of them")
    if find(row["counterexample"]):
        raise row.error("pattern finds the counterexample; make it narrower")
    return f"(?:{row['pattern']})"


def _lines(path: Path) -> list[str]:
    """The lines of a file, which is UTF-8 with or without a byte order mark."""
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise KnowledgeError(f"{path.name}, line {line}: not UTF-8; save the file as UTF-8.") from error
