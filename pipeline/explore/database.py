"""The database that is explored: a copy of the store with full-text search and without what only the stages need."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pipeline.catalogue import STORED
from pipeline.database import FILE, schema_version
from pipeline.errors import CommuniqueError
from pipeline.explore.labels import add_labels
from pipeline.report.labels import Names

SEARCHED = {
    "documents": ("title", "text"),
    "sentences": ("text",),
    "commitments": ("action", "actor_text", "actor_names", "area_titles", "deadline", "amount"),
}
"""The columns with full-text search, by table."""

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""Searching for "commit" finds "committed", and "Malmo" finds "Malmö"."""

READING_ORDER = {table.name: table.order for table in STORED if table.order}
"""The tables that get a column ``place``, their rows numbered by document and by this column."""

UNSEEN = (("documents", "blocks"), ("sentences", "vector"), ("commitments", "sentence"))
"""Columns left out: places for programs, and a wording that the linked sentence shows."""


def build(outputs: Path, path: Path, names: Names) -> None:
    """Write the database to be explored to ``path``, from the store of ``outputs``, which stays as it is.

    Raises :class:`CommuniqueError` where there are no results, or none that this version understands.
    """
    store = outputs / FILE
    if not store.is_file():
        raise CommuniqueError(f"There is no {store} to explore: make run first, or name the folder with OUTPUTS=.")
    try:
        with (
            closing(sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(path)) as copy,
        ):
            if source.execute("PRAGMA user_version").fetchone()[0] != schema_version():
                raise CommuniqueError(f"{store} was written by another version of Communiqué: make run first.")
            source.backup(copy)
            _prepare(copy, names)
            found = copy.execute("SELECT count(*) FROM documents").fetchone()[0]
    except sqlite3.Error as error:
        raise CommuniqueError(f"{store} cannot be explored ({error}): delete it, then make run.") from error
    if not found:
        raise CommuniqueError(f"{store} holds no documents: add some to the corpus, then make run.")


def _prepare(copy: sqlite3.Connection, names: Names) -> None:
    copy.execute("DROP TABLE progress")
    add_labels(copy, names)
    for table, column in UNSEEN:
        copy.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    for table, start in READING_ORDER.items():
        copy.execute(f"ALTER TABLE {table} ADD COLUMN place INTEGER")
        copy.execute(
            f'WITH numbered AS (SELECT rowid AS id, row_number() OVER (ORDER BY doc_id, "{start}", rowid) AS n '
            f"FROM {table}) UPDATE {table} SET place = n FROM numbered WHERE {table}.rowid = numbered.id"
        )
        copy.execute(f"CREATE INDEX {table}_by_place ON {table} (place)")
    for table, searched in SEARCHED.items():
        columns = ", ".join(searched)
        copy.execute(
            f'CREATE VIRTUAL TABLE {table}_fts USING fts5({columns}, content="{table}", tokenize="{TOKENIZER}")'
        )
        copy.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
    copy.commit()
