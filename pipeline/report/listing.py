"""The list of the corpus on standard output: a table for people, CSV for programs."""

import sys
from collections.abc import Sequence

from pipeline.ingest.listing import Listed
from pipeline.records import columns
from pipeline.report.tables import cell, write_lines


def print_listing(rows: Sequence[Listed]) -> None:
    """Print a table that fits the terminal; where the output is no terminal, CSV with all columns."""
    names = columns(Listed)
    values = ([getattr(row, name) for name in names] for row in rows)
    if not sys.stdout.isatty():
        write_lines(sys.stdout, names, values)
        return
    from rich.console import Console as Terminal  # a pipe needs no terminal library: importing it costs 0.1 s
    from rich.table import Table
    from rich.text import Text

    table = Table(*(name.replace("_", " ") for name in names), box=None, pad_edge=False)
    for row in values:
        table.add_row(*(Text(cell(value).replace(";", ", "), overflow="fold") for value in row))
    Terminal().print(table)
