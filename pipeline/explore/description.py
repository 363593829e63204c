"""What Datasette is told about the database: titles, the meaning of columns, labels, facets, saved queries."""

import tomllib
from pathlib import Path
from typing import Any

from markupsafe import Markup

from pipeline.catalogue import STORED, Table
from pipeline.explore.database import READING_ORDER, UNSEEN
from pipeline.explore.labels import LABELLED, VIEW, VIEWED

QUERIES = Path(__file__).with_name("queries.toml")
STYLE = Path(__file__).parent / "style" / "explore.css"

_SHOWN: dict[str, dict[str, Any]] = {
    "documents": {"label_column": "title", "facets": ["issuer", {"array": "parties"}]},
    "sentences": {"label_column": "text", "facets": [{"array": "acts"}, {"array": "areas"}]},
    "commitments": {
        "label_column": "action",
        "facets": ["strength", "kind", {"array": "actors"}, {"array": "areas"}],
    },
    "entities": {"label_column": "text", "facets": ["label"]},
    "edits": {"facets": ["rule"]},
    "tracking": {"facets": ["relation", {"array": "changed"}]},
    "threads": {"label_column": "title", "facets": ["status", {"array": "actors"}, {"array": "areas"}]},
    "series": {"facets": ["series_id"]},
    "not_repeated": {"facets": ["series_id"]},
}
"""How Datasette labels the rows of a table, and by what it counts them."""

_PLACE = {"place": "number of the row in reading order, over all documents"}


def metadata(database: str) -> dict[str, Any]:
    """Datasette's metadata for a database of that name; columns are described as in the data dictionary."""
    tables = {
        table.name: {"description": table.description, **_SHOWN.get(table.name, {}), "columns": _columns(table)}
        for table in STORED
    }
    queries = {name: {**q, "hide_sql": True} for name, q in tomllib.loads(QUERIES.read_text(encoding="utf-8")).items()}
    tables[VIEW] = {"description": "The commitments for people, newest first.", "columns": VIEWED}
    tables["names"] = {"description": "What codes stand for.", "columns": {"code": "the code", "name": "its name"}}
    ways = [(VIEW, "All commitments, with names"), *((name, query["title"]) for name, query in queries.items())]
    items = (Markup('<li><a href="/{}/{}">{}</a></li>').format(database, name, title) for name, title in ways)
    for name in READING_ORDER:
        tables[name]["sort"] = "place"
    return {
        "title": "Communiqué: who committed to what",
        "description_html": Markup("<p>Commitments in diplomatic press text. What to ask:</p><ul>{}</ul>").format(
            Markup().join(items)
        ),
        "extra_css_urls": [f"/{STYLE.parent.name}/{STYLE.name}"],
        "databases": {database: {"tables": tables, "queries": queries}},
    }


def _columns(table: Table) -> dict[str, str]:
    shown = (f for f in table.stored_fields if (table.name, f.name) not in UNSEEN)
    labels = {column.name: column.description for column in LABELLED if column.table == table.name}
    return {f.name: f.metadata["description"] for f in shown} | labels | (_PLACE if table.order else {})
