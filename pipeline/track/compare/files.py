"""The files of a comparison: page, tables and Word document, named alike."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.knowledge import Knowledge
from pipeline.tables import write_table
from pipeline.track.compare.comparison import Comparison, WordingRow, wording_row
from pipeline.track.compare.highlights import Highlight
from pipeline.track.compare.ledger import PairingRow, pairing_row
from pipeline.track.compare.page import write_page
from pipeline.track.compare.worddocument import write_word

LONGEST_NAME = 60
"""Letters of the id of a document in the name of a folder."""


def write_comparison(comparison: Comparison, folder: Path, knowledge: Knowledge) -> list[Path]:
    """Write ``compare.html``, ``compare.docx`` and the tables into ``folder``, which is made; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    page, word = folder / "compare.html", folder / "compare.docx"
    write_page(comparison, knowledge, page)
    write_word(comparison, word)
    tables: dict[str, tuple[type, Iterable[Any]]] = {
        "commitments.csv": (PairingRow, [pairing_row(pairing) for pairing in comparison.commitments]),
        "wording.csv": (WordingRow, [wording_row(row) for row in comparison.rows]),
        "highlights.csv": (Highlight, comparison.highlights),
    }
    for name, (record, rows) in tables.items():
        write_table(folder / name, record, rows)
    return [page, word, *(folder / name for name in tables)]


def folder_name(comparison: Comparison) -> str:
    """A name for the folder of a comparison, after the ids of both documents."""
    ids = (comparison.earlier.doc_id, comparison.later.doc_id)
    return "--".join(re.sub(r"[^\w.-]", "_", doc_id)[:LONGEST_NAME] for doc_id in ids)
