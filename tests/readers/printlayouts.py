"""PDF files in the layouts of ministries' printouts and brochures."""

from collections.abc import Callable
from dataclasses import replace

from tests.readers.statements import Part, Statement
from tests.readers.typesetting import Sheet, Style

A4 = (595.0, 842.0)
A5 = (420.0, 595.0)


def pour(sheet: Sheet, s: Statement, body: Style, heading: Style, caption_after: int = -1) -> None:
    """Set the parts of a statement, with a picture behind the part at ``caption_after``."""
    number = 0
    for place, part in enumerate(s.parts):
        text = " ".join(part.sentences)
        if part.kind == "heading":
            sheet.set(text, heading)
        elif part.kind == "row":
            sheet.row(part.sentences, replace(body, size=body.size * 0.8))
        elif part.kind == "paragraph":
            sheet.set(text, body, note=_note(part, s))
        else:
            number += part.kind == "numbered"
            marker = f"{number}." if part.kind == "numbered" else "•"
            sheet.set(text, replace(body, hanging=16, first=0), marker, _note(part, s))
        if place == caption_after:
            sheet.picture(s.caption, Style("Helvetica-Oblique", body.size * 0.8, body.size))


def _note(part: Part, s: Statement) -> tuple[int, str] | None:
    return (part.note, s.notes[part.note - 1]) if part.note else None


def brochure(s: Statement) -> bytes:
    """Two justified columns under a title across them, broken words, a picture in a column, heads and notes."""
    frames = [(50.0, 70.0, 235.0, 690.0), (310.0, 70.0, 235.0, 690.0)]
    short = [(x, 430.0, w, 330.0) for x, _, w, _ in frames]
    sheet = Sheet(*A4, short, head=f"{s.issuer}  |  Annual Review", foot="{}", first_top=50)
    sheet.line(s.title[:70].rsplit(" ", 1)[0], 50, 745, "Helvetica-Bold", 15)
    sheet.line(s.title[len(s.title[:70].rsplit(" ", 1)[0]) :].strip(), 50, 727, "Helvetica-Bold", 15)
    sheet.set(s.dateline, Style("Times-Italic", 10, 12))
    body = Style(justified=True, broken_words=True)
    pour(sheet, s, body, Style("Times-Bold", 10, 12, after=3), caption_after=1)
    return sheet.done()


def letterhead(s: Statement) -> bytes:
    """One ragged column under a letterhead, page numbers in words."""
    sheet = Sheet(*A4, [(80.0, 480.0, 435.0, 270.0)], foot="Page {}")
    sheet.set(s.title, Style("Times-Bold", 14, 17, after=10))
    sheet.set(s.dateline, Style("Times-Roman", 12, 14, after=10))
    pour(sheet, s, Style("Times-Roman", 12, 14, after=8), Style("Times-Bold", 12, 14, after=4))
    return sheet.done()


def booklet(s: Statement) -> bytes:
    """Small pages, indented paragraphs without space between them, broken words, heads, notes."""
    sheet = Sheet(*A5, [(50.0, 300.0, 320.0, 230.0)], head=f"Documents of {s.issuer}", foot="– {} –")
    sheet.set(s.title, Style("Helvetica-Bold", 13, 16, after=8))
    sheet.set(s.dateline, Style("Helvetica", 9.5, 12, after=8))
    body = Style("Helvetica", 9.5, 12, first=14, after=0, justified=True, broken_words=True)
    pour(sheet, s, body, Style("Helvetica-Bold", 11, 14, after=4))
    return sheet.done()


def browser_print(s: Statement) -> bytes:
    """A page printed from a browser: address and title on each page, wide leading."""
    frames = [(40.0, 380.0, 515.0, 400.0)]
    sheet = Sheet(*A4, frames, head=f"5/14/31, 9:41 AM      {s.title[:50]}", foot="https://gov.example/news/1    {}/3")
    sheet.set(s.title, Style("Helvetica-Bold", 18, 22, after=12))
    sheet.set(s.dateline, Style("Helvetica", 10, 15, after=12))
    pour(sheet, s, Style("Helvetica", 11, 17, after=12), Style("Helvetica-Bold", 14, 18, after=8))
    return sheet.done()


def typewriter(s: Statement) -> bytes:
    """A cable in one fixed width with every paragraph in the same type."""
    sheet = Sheet(*A4, [(72.0, 420.0, 451.0, 340.0)], foot="{}")
    style = Style("Courier", 10, 12, after=12)
    sheet.set(s.title.upper(), style)
    sheet.set(s.dateline, style)
    pour(sheet, s, style, style)
    return sheet.done()


def magazine(s: Statement) -> bytes:
    """Two ragged columns of sans serif, narrow gutter, indented paragraphs, the date to the right above them."""
    sheet = Sheet(*A4, [(45.0, 400.0, 245.0, 340.0), (306.0, 400.0, 245.0, 340.0)], foot="{} | " + s.issuer)
    sheet.line(s.title, 45, 790, "Helvetica-Bold", 10.5)
    sheet.line(s.dateline, 400, 765, "Helvetica", 9)
    body = Style("Helvetica", 9, 11.5, first=10, after=0, broken_words=True)
    pour(sheet, s, body, Style("Helvetica-Bold", 9, 14, after=2), caption_after=2)
    return sheet.done()


def leaflet(s: Statement) -> bytes:
    """A sheet on its side: three ragged columns, of which the first begins lower, with the title in large letters."""
    frames = [(40.0 + 264 * i, 310.0, 234.0, 240.0) for i in range(3)]
    sheet = Sheet(A4[1], A4[0], frames)
    sheet.y -= 14
    sheet.set(s.title, Style("Helvetica-Bold", 14, 17, after=9))
    sheet.set(s.dateline, Style("Helvetica", 8.5, 10.5, after=7))
    pour(sheet, s, Style("Helvetica", 8.5, 10.5, after=7), Style("Helvetica-Bold", 10, 13, after=3))
    return sheet.done()


PRINT_LAYOUTS: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
    "brochure": (".pdf", brochure),
    "letterhead": (".pdf", letterhead),
    "booklet": (".pdf", booklet),
    "browser-print": (".pdf", browser_print),
    "typewriter": (".pdf", typewriter),
    "magazine": (".pdf", magazine),
    "leaflet": (".pdf", leaflet),
}
