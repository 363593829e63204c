"""A plugin for Datasette: ids lead to their row everywhere, and lists are shown without brackets."""

import json
from importlib import import_module
from typing import Any

from markupsafe import Markup
from pluggy import HookimplMarker

hookimpl = HookimplMarker("datasette")

ROWS = {"doc_id": "documents", "sentence_id": "sentences", "commitment_id": "commitments"} | dict.fromkeys(
    ("later_id", "earlier_id"), "commitments"
)
"""The table in whose rows a column's values lead, by the name of the column."""


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> str | None:
    """The cell as HTML or text; None leaves it to Datasette.

    In tables Datasette links the ids itself, with the label of the row, and passes no plain text here.
    """
    if not isinstance(value, str):
        return None
    if ROWS.get(column, table) != table:
        address = datasette.urls.row(database, ROWS[column], import_module("datasette.utils").tilde_encode(value))
        return Markup('<a href="{}">{}</a>').format(address, value)
    if value.startswith("["):
        try:
            values = json.loads(value)
        except (ValueError, RecursionError):
            return None
        return "; ".join(map(str, values)) or " "
    return None
