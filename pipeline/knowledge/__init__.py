"""Reading the knowledge files: CSV tables and TOML lists that an analyst edits, checked when they are read.

A file that cannot be used raises :class:`KnowledgeError`; the message names file, line and mend.
"""

import csv
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import KnowledgeError
from pipeline.settings import KNOWLEDGE


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

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The cell, which must be one of ``allowed``."""
        value = self.cells[column]
        if value not in allowed:
            raise self.error(f"{column} is {value!r}; write one of {', '.join(sorted(allowed))}")
        return value

    def error(self, message: str) -> KnowledgeError:
        """An error about this line."""
        return KnowledgeError(f"{self.path.name}, line {self.line}: {message}.")


def read_table(name: str, columns: Sequence[str], folder: Path = KNOWLEDGE) -> Iterator[Row]:
    """Rows of the CSV file ``name``; lines that start with ``#`` and empty lines are passed over.

    The header must be exactly ``columns``, and every line must have that many cells.
    """
    path = folder / name
    with path.open(encoding="utf-8", newline="") as file:
        numbered = ((n, line) for n, line in enumerate(file, 1) if line.strip() and not line.startswith("#"))
        header: list[str] | None = None
        for number, line in numbered:
            cells = [cell.strip() for cell in next(csv.reader([line]))]
            if header is None:
                header = cells
                if header != list(columns):
                    raise KnowledgeError(f"{name}, line {number}: the header must read {','.join(columns)}.")
                continue
            if len(cells) != len(header):
                raise KnowledgeError(
                    f"{name}, line {number}: {len(cells)} cells where {len(header)} are needed; "
                    "put a cell that holds a comma between double quotes."
                )
            yield Row(path, number, dict(zip(header, cells, strict=True)))


def read_toml(name: str, folder: Path = KNOWLEDGE) -> dict[str, Any]:
    """The TOML file ``name``."""
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: {error}; mend that line.") from error


def read_list(name: str, folder: Path = KNOWLEDGE) -> tuple[str, ...]:
    """Entries of a text file with one entry a line; ``#`` starts a comment."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.partition("#")[0].strip()))
