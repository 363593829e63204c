"""What analysts know and edit: the data files of this folder (see README.md), and the object that reads them."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.knowledge import reading
from pipeline.knowledge.base import SHIPPED, Knowledge
from pipeline.knowledge.reading import Row

__all__ = ["Knowledge", "Row"]


@cache
def shipped() -> Knowledge:
    """The shipped knowledge, for what does not get one yet."""
    return Knowledge()


def read_table(name: str, columns: Sequence[str], folder: Path = SHIPPED) -> Iterator[Row]:
    """Rows of the CSV file ``name`` of ``folder``."""
    return reading.read_table(folder / name, columns)


def read_toml(name: str, folder: Path = SHIPPED) -> dict[str, Any]:
    """The TOML file ``name`` of ``folder``."""
    return reading.read_toml(folder / name)


def read_list(name: str, folder: Path = SHIPPED) -> tuple[str, ...]:
    """Entries of the list ``name`` of ``folder``."""
    return reading.read_list(folder / name)
