"""The list of the corpus on standard output: a table for people, CSV for programs."""

import sys
from collections.abc import Sequence

from pipeline.ingest.adding.listing import Listed
from pipeline.records import columns
from pipeline.tables import cell, write_lines


def print_listing(rows: Sequence[Listed]) -> None:
    """Print a table that fits the terminal; where the output is no terminal, CSV with all columns."""
    if not sys.stdout.isatty():
        names = columns(Listed)
        write_lines(sys.stdout, names, ([getattr(row, name) for name in names] for row in rows))
        return
    from rich.console import Console as Terminal  # a pipe needs no terminal library: importing it costs 0.1 s
    from rich.table import Table
    from rich.text import Text

    table = Table("document", "kind", "date", "issuer", "parties", "words", "remarks", box=None, pad_edge=False)
    for row in rows:
        named = (row.doc_id or row.source, row.kind, row.date, row.issuer, " ".join(row.parties), row.words)
        table.add_row(*(Text(cell(value), overflow="fold") for value in (*named, remarks(row))))
    Terminal().print(table)


def remarks(row: Listed) -> str:
    """Problem, gaps, doubts and near-duplicates of a document in words."""
    gaps = f"no {' or '.join(row.gaps)}" if row.gaps else ""
    likes = f"much like {', '.join(row.near_duplicates)}" if row.near_duplicates else ""
    return "; ".join(filter(None, (row.problem, gaps, *row.doubts, likes)))
