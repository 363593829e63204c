"""The tables of the store in SQL: their definitions, and records as rows and back."""

import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import Field
from datetime import date
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
    names = ", ".join(instead.get(f.name, f'"{f.name}"') for f in table.stored_fields)
    return f"SELECT {names} FROM {table.name}"


def insert(table: Table, records: Iterable[Any]) -> Step:
    """The statement that writes records to a table, with their rows."""
    names = [f.name for f in table.stored_fields]
    rows = (tuple(encode(getattr(r, name)) for name in names) for r in records)
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(names))})", rows


def values(table: Table, row: Sequence[Any]) -> dict[str, Any]:
    """The fields of the record whose row :func:`select` read."""
    return {f.name: _decode(f.type, cell) for f, cell in zip(table.stored_fields, row, strict=True)}


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


def _decode(kind: Any, cell: Any) -> Any:
    if kind == tuple[Block, ...]:
        return tuple(Block(*parts) for parts in json.loads(cell))
    if kind == tuple[tuple[str, ...], ...]:
        return tuple(tuple(parts) for parts in json.loads(cell))
    if typing.get_origin(kind) is tuple:
        return tuple(json.loads(cell))
    if kind in (date, date | None):
        return date.fromisoformat(cell) if cell else None
    if kind is bool:
        return bool(cell)
    if kind is float or (isinstance(kind, types.UnionType) and float in typing.get_args(kind)):
        return None if cell is None else float(cell)
    return cell
