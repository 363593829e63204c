"""``ledger.csv`` and ``ledger.xlsx``: the ledger for Excel and its kin."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

import xlsxwriter

from pipeline.records import Analysis, Tracking
from pipeline.report.labels import KIND_WORDS, Names
from pipeline.report.ledger.rows import COLUMNS, Value, rows
from pipeline.tables import line, replacing, replacing_bytes, write_lines
from pipeline.version import __version__
from pipeline.views import counted

MOST_ROWS = 50_000
"""Rows of the workbook: more are slow to open. The CSV file has all."""
MOST_LETTERS = 32_767
MOST_LINKS = 30_000
"""Excel takes so many links in a sheet, and a few more."""
MOST_ADDRESS = 2_000
"""Letters of an address that Excel takes as a link."""
LINKS = tuple(column for column in COLUMNS if column.head in ("Address", "Row in the report"))
BOM = "\ufeff"
"""Tells Excel that the file is UTF-8: without it "é" opens as "Ã©"."""
FIRST_DAY = date(1900, 3, 1)
"""Days before it are none for Excel, or others than it says."""
DAY_ZERO = date(1899, 12, 30)
"""From which Excel counts days, those before :data:`FIRST_DAY` aside."""


def write_ledger(analyses: Sequence[Analysis], tracking: Tracking, names: Names, outputs: Path) -> list[Path]:
    """Write both files; returns their paths."""
    table, book = outputs / "ledger.csv", outputs / "ledger.xlsx"
    with replacing(table) as file, replacing_bytes(book) as bytes_:
        file.write(BOM)
        write_lines(file, [column.head for column in COLUMNS], ())
        every = _written(file, rows(analyses, tracking, names))
        _write_book(bytes_, islice(every, MOST_ROWS), analyses, names)
        for _ in every:  # what the workbook has no room for
            pass
    return [table, book]


def _written(file: TextIO, every: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
    """The rows, each of which is written to the table before it is given: they are made once for both files."""
    for row in every:
        file.write(line(row))
        yield row


def _write_book(file: BinaryIO, shown: Iterable[Sequence[Value]], analyses: Sequence[Analysis], names: Names) -> None:
    """A sheet of commitments and one that explains columns and codes; text is never a formula."""
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": True,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1), "title": "Who committed to what"})
        _write_commitments(book, shown)
        light = counted(analyses)
        total = sum(len(a.commitments) for a in light)
        _write_key(book, list(_key(light, total, names)))


def _write_commitments(book: xlsxwriter.Workbook, shown: Iterable[Sequence[Value]]) -> None:
    sheet = book.add_worksheet("Commitments")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3EDF7", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"valign": "top", "align": "left", "num_format": "yyyy-mm-dd"})
    number = book.add_format({"valign": "top", "num_format": "#,##0.##"})
    link = book.add_format({"valign": "top", "font_color": "#0B4F8A", "underline": 1})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
    sheet.set_row(0, 32)
    for place, column in enumerate(COLUMNS):
        sheet.write_string(0, place, column.head, head)
    sheet.freeze_panes(1, 1)
    last = 0
    for last, row in enumerate(shown, 1):
        for place, value in enumerate(row):
            if isinstance(value, date):
                if value >= FIRST_DAY:
                    # As xlsxwriter's write_datetime has it, which takes longer than all else of a row.
                    sheet.write_number(last, place, (value - DAY_ZERO).days, day)
                else:
                    sheet.write_string(last, place, value.isoformat(), day)
            elif isinstance(value, int | float):
                sheet.write_number(last, place, value, number)
            elif value and COLUMNS[place] in LINKS and last <= MOST_LINKS and len(value) < MOST_ADDRESS:
                address = value if value.startswith("http") else f"external:{value}"
                sheet.write_url(last, place, address, link, string=value)
            elif value:
                sheet.write_string(last, place, value[:MOST_LETTERS], plain)
    sheet.autofilter(0, 0, max(last, 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _key(analyses: Sequence[Analysis], total: int, names: Names) -> Iterator[tuple[str, str]]:
    """What the sheet of commitments holds, its columns, and the codes of the other tables in words."""
    yield (
        "About",
        f"Who committed to what, by Communiqué {__version__}: {total:,} commitments in {len(analyses):,} documents",
    )
    if total > MOST_ROWS:
        yield "", f"This workbook holds the first {MOST_ROWS:,} of them; ledger.csv holds all."
    yield "Columns", ""
    for column in COLUMNS:
        yield column.head, column.meaning
    yield "Kinds, in commitments.csv", ""
    yield from KIND_WORDS.items()
    yield "Policy areas, in commitments.csv", ""
    yield from names.areas.items()
    yield "Actors, in commitments.csv", ""
    found = {code for a in analyses for c in a.commitments for code in (*c.actors, *c.towards)}
    for code in sorted(found):
        if names.actor_name(code) != code:
            yield code, names.actor_name(code)


def _write_key(book: xlsxwriter.Workbook, lines: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("Columns and codes")
    bold = book.add_format({"bold": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    for number, (code, words) in enumerate(lines):
        sheet.write_string(number, 0, code, plain if words and number else bold)
        sheet.write_string(number, 1, words, plain)
