"""The tables of the store in SQL: their definitions, and records as rows and back."""

import json
import sys
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import Field
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from pipeline.catalogue import STORED, TABLES, Table
from pipeline.records import Block

Step = tuple[str, Iterable[tuple[Any, ...]]]
"""A statement and the rows that it is run for."""

_SQL_TYPES: dict[Any, str] = {
    bool: "INTEGER",
    int: "INTEGER",
    int | None: "INTEGER",
    float: "REAL",
    float | None: "REAL",
    bytes: "BLOB",
}


def definitions() -> Iterator[str]:
    """The statements that make the tables of the catalogue, and indices on what they refer to."""
    for table in STORED:
        lines = [_definition(f, table) for f in table.stored_fields]
        for other in table.refers:
            key = TABLES[other].key
            lines.append(f"FOREIGN KEY ({key}) REFERENCES {other} ({key}) ON DELETE CASCADE")
        yield f"CREATE TABLE {table.name} (\n    " + ",\n    ".join(lines) + "\n)"
    for table in STORED:
        for other in table.refers:
            yield f"CREATE INDEX {table.name}_of_{other} ON {table.name} ({TABLES[other].key})"


def select(table: Table, instead: Mapping[str, str] = MappingProxyType({})) -> str:
    """The statement that reads all stored columns of a table; ``instead`` has expressions to read in place of some."""
    read = ", ".join(instead.get(name, f'"{name}"') for name in names(table))
    return f"SELECT {read} FROM {table.name}"


def insert(table: Table, records: Iterable[Any]) -> Step:
    """The statement that writes records to a table, with their rows."""
    kept = names(table)
    rows = (tuple(encode(getattr(r, name)) for name in kept) for r in records)
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(kept))})", rows


def values(table: Table, row: Sequence[Any]) -> list[Any]:
    """The fields of the record whose row :func:`select` read, in order.

    Raises ValueError or TypeError where it holds what we did not write.
    """
    _, decoders = _layout(table.name)
    found = list(row)
    for place, decode in decoders:
        found[place] = decode(found[place])
    return found


def names(table: Table) -> tuple[str, ...]:
    """The columns that :func:`select` reads, in order."""
    return _layout(table.name)[0]


def encode(value: Any) -> Any:
    """A value as SQLite holds it: lists as JSON, dates in ISO form."""
    if isinstance(value, tuple):
        return json.dumps([list(_of_block(v)) if isinstance(v, Block) else v for v in value], ensure_ascii=False)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def _definition(field: Field[Any], table: Table) -> str:
    return f'"{field.name}" {_SQL_TYPES.get(field.type, "TEXT")}{" PRIMARY KEY" if field.name == table.key else ""}'


def _of_block(block: Block) -> tuple[Any, ...]:
    return block.kind, block.start, block.body, block.end


@cache
def _layout(name: str) -> tuple[tuple[str, ...], tuple[tuple[int, Callable[[Any], Any]], ...]]:
    """The stored fields of a table, and the places of those that are not read as SQLite gives them."""
    fields = TABLES[name].stored_fields
    decoders = ((n, _decoder(f.type)) for n, f in enumerate(fields))
    return tuple(f.name for f in fields), tuple((n, decode) for n, decode in decoders if decode)


def _decoder(kind: Any) -> Callable[[Any], Any] | None:
    if kind == tuple[Block, ...]:
        return _blocks
    if kind == tuple[tuple[str, ...], ...]:
        return lambda cell: tuple(tuple(parts) for parts in json.loads(cell))
    if kind == tuple[float, ...]:
        return _list
    if typing.get_origin(kind) is tuple:
        return _known_list
    if kind in (date, date | None):
        return _day
    if kind is bool:
        return bool
    if kind is float:
        return _number
    if isinstance(kind, types.UnionType) and float in typing.get_args(kind):
        return lambda cell: None if cell is None else float(cell)
    # Of the few words of a choice each is kept once, however many rows hold it.
    return sys.intern if typing.get_origin(kind) is typing.Literal else None


def _blocks(cell: str) -> tuple[Block, ...]:
    return tuple(Block(*parts) for parts in json.loads(cell))


def _list(cell: str) -> tuple[Any, ...]:
    return () if cell == "[]" else tuple(json.loads(cell))


_known_list = lru_cache(4096)(_list)
"""Lists of codes and words are the same again and again: they are read, and kept, once."""


_number = lru_cache(4096)(float)
"""Scores are rounded: of the same there is one."""


@lru_cache(16_384)
def _day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None
