"""What Datasette is told about the database: titles, the meaning of columns, labels, facets, saved queries."""

import tomllib
from pathlib import Path
from typing import Any

from pipeline.explore.database import READING_ORDER
from pipeline.records import Commitment, Document, DocumentRow, Edit, Entity, Sentence, Skipped, table_fields

QUERIES = Path(__file__).with_name("queries.toml")
STYLE = Path(__file__).parent / "style" / "explore.css"

_TABLES: dict[str, tuple[type, dict[str, Any]]] = {
    "documents": (
        DocumentRow,
        {"description": "One document a row.", "label_column": "title", "facets": ["issuer", {"array": "parties"}]},
    ),
    "sentences": (
        Sentence,
        {
            "description": "Sentences with what they do and what they are about.",
            "label_column": "text",
            "facets": [{"array": "acts"}, {"array": "areas"}],
        },
    ),
    "commitments": (
        Commitment,
        {
            "description": "Who committed to what. Follow sentence_id to the sentence, and doc_id to the document.",
            "label_column": "action",
            "facets": ["strength", "kind", {"array": "actors"}, {"array": "areas"}],
        },
    ),
    "entities": (Entity, {"description": "Named entities.", "label_column": "text", "facets": ["label"]}),
    "edits": (Edit, {"description": "What cleaning changed in the source texts.", "facets": ["rule"]}),
    "skipped": (Skipped, {"description": "Files of the corpus that were not processed."}),
}
_ABOUT = {
    "description": "What is known of these results as a whole.",
    "columns": {"name": "what is known", "value": "communique: the version that wrote the last report"},
}
_PLACE = {"place": "number of the row in reading order, over all documents"}
_BESIDE = {
    **dict.fromkeys(READING_ORDER, _PLACE),
    "documents": {"text": "the cleaned text, to which all offsets refer"},
    "skipped": {"stage": "the stage that could not process it"},
}


def metadata(database: str) -> dict[str, Any]:
    """Datasette's metadata for a database of that name; columns are described as in the data dictionary."""
    tables = {name: {**about, "columns": _columns(name, record)} for name, (record, about) in _TABLES.items()}
    tables["about"] = _ABOUT
    queries = {name: {**q, "hide_sql": True} for name, q in tomllib.loads(QUERIES.read_text(encoding="utf-8")).items()}
    for name in READING_ORDER:
        tables[name]["sort"] = "place"
    return {
        "title": "Communiqué: who committed to what",
        "description": "Commitments in diplomatic press text. Lists are searched by their facets.",
        "extra_css_urls": [f"/{STYLE.parent.name}/{STYLE.name}"],
        "databases": {database: {"tables": tables, "queries": queries}},
    }


def _columns(name: str, record: type) -> dict[str, str]:
    described = {f.name: f.metadata["description"] for f in table_fields(record)}
    if record is DocumentRow:
        stored = Document.__dataclass_fields__
        described = {column: meaning for column, meaning in described.items() if column in stored}
    return described | _BESIDE.get(name, {})
