"""``datapackage.json``: what the CSV files hold, for programs (Frictionless Data Package, https://specs.frictionlessdata.io)."""

import json
import types
import typing
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.catalogue import TABLES, Table
from pipeline.records import Analysis, Document, table_fields
from pipeline.tables import replacing
from pipeline.version import __version__
from pipeline.views import described

_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}


def write_datapackage(analyses: Sequence[Analysis], tables: Iterable[Table], path: Path) -> None:
    """Write the description of these tables beside them."""
    package = {
        "profile": "tabular-data-package",
        "name": "communique",
        "title": "Communiqué: who committed to what",
        "description": "Commitments in diplomatic press text. Offsets count characters in the cleaned texts. Lists are "
        "joined by semicolons; text that a spreadsheet would run as a formula has an apostrophe in front.",
        "generator": f"Communiqué {__version__}",
        "sources": [_source(a.document) for a in described(analyses)],
        "resources": [_resource(table) for table in tables],
    }
    with replacing(path) as file:
        file.write(json.dumps(package, ensure_ascii=False, indent=1) + "\n")


def _source(document: Document) -> dict[str, str]:
    """Citation of a document and the terms of its text, as far as they are known."""
    words = [document.issuer, document.title, document.date.isoformat() if document.date else ""]
    terms = f" ({document.licence})" if document.licence else ""
    source = {"title": (", ".join(word for word in words if word) or document.doc_id) + terms}
    return source | ({"path": document.url} if document.url.startswith(("http://", "https://")) else {})


def _resource(table: Table) -> dict[str, Any]:
    shown = [f for f in table_fields(table.row) if f.metadata["column"]]
    fields = [_field(table.row, f.name, f.metadata["description"]) for f in shown]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = table.key
        next(f for f in fields if f["name"] == table.key)["constraints"] = {"required": True, "unique": True}
    if table.refers:
        keys = [(other, TABLES[other].key) for other in table.refers]
        schema["foreignKeys"] = [
            {"fields": key, "reference": {"resource": other, "fields": key}} for other, key in keys
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": table.file,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def value_type(record: type, column: str) -> tuple[type, bool]:
    """The type of a column's values (str, int, float, bool or date), and whether a cell holds a list of them."""
    hint = _hint(record, column)
    is_list = typing.get_origin(hint) is tuple
    if is_list:
        hint = typing.get_args(hint)[0]
    return (str if typing.get_origin(hint) is typing.Literal else hint), is_list


@cache
def _hints(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)


def _hint(record: type, column: str) -> Any:
    hint = _hints(record)[column]
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return hint


def _field(record: type, name: str, description: str) -> dict[str, Any]:
    kind, is_list = value_type(record, name)
    field: dict[str, Any] = {"name": name, "type": "string", "description": description}
    if is_list:
        return field | {"description": f"{description} (values joined by ;)"}
    hint = _hint(record, name)
    if typing.get_origin(hint) is typing.Literal:
        return field | {"constraints": {"enum": list(typing.get_args(hint))}}
    field["type"] = _TYPES[kind]
    if kind is bool:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field
