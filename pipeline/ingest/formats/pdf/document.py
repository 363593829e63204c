"""PDF: running text in reading order, without running heads, page numbers and captions, footnotes at its end.

PDFium reads the file. What it crashes on cannot be caught here; sizes, pages and characters are bounded.
"""

from collections.abc import Sequence

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.characters import clean_characters
from pipeline.ingest.formats.pdf.layout import Line, regions
from pipeline.ingest.formats.pdf.paragraphs import Placed, paragraphs
from pipeline.ingest.formats.pdf.parts import body_size, note_number, part, without_margins, wording
from pipeline.ingest.formats.pdf.pieces import Page, read_page
from pipeline.ingest.passages import Change, Passage, shorten
from pipeline.ingest.reading import Properties, Reading
from pipeline.knowledge import Knowledge

MOST_PAGES = 1_000
MOST_CHARACTERS = 2_000_000
FEWEST_CHARACTERS = 12
"""A page with fewer and a picture over most of it is a scan."""
SCAN_SHARE = 0.5


def read_pdf(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    """The text of a PDF and its document information.

    Raises :class:`DocumentError` where it is damaged, protected by a password, too long, or holds no text.
    """
    try:
        with pdfium.PdfDocument(data) as document:
            pages = _pages(document, name)
            properties = _properties(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError(f"{name} is protected by a password: save it without one and add it again.") from error
        raise DocumentError(f"{name} is no PDF that can be read, or is damaged: save or download it again.") from error
    scans = [page.number for page in pages if _is_scan(page)]
    if not any(page.pieces for page in pages) or len(scans) == len(pages):
        raise DocumentError(
            f"{name} holds no text but pictures of pages (a scan): run text recognition over it and add the result."
        )
    changes = [Change(1, "scanned_page", f"page {number}: a picture without text") for number in scans]
    return _read(pages, changes, properties, knowledge)


def _read(pages: Sequence[Page], changes: list[Change], properties: Properties, knowledge: Knowledge) -> Reading:
    pages, removed = without_margins(pages)
    changes += [Change(1, "furniture", f"page {number}: {shorten(text)}") for number, text in removed]
    body = body_size(pages)
    text: list[Placed] = []
    notes: list[Placed] = []
    number = 0
    for page in pages:
        parts = [part(lines, page, body) for lines in regions(page.pieces, page.width)]
        marks = frozenset(mark for split in parts for line in split.notes if (mark := note_number(line)))
        for split in parts:
            for place, line in enumerate(split.text):
                number = _place(text, line, marks, number, place == 0, changes)
            for place, line in enumerate(split.notes):
                number = _place(notes, line, frozenset(), number, place == 0 or bool(note_number(line)), changes)
            changes += [Change(number, "caption", line.text) for line in split.captions]
    lines, breaks = paragraphs(text, body, knowledge)
    found, note_breaks = _notes(notes, knowledge)
    return Reading(lines + found, {}, [*changes, *breaks, *note_breaks], properties)


def _place(
    places: list[Placed], line: Line, marks: frozenset[str], number: int, first: bool, changes: list[Change]
) -> int:
    """Put a line with clean characters behind the others; the number of the line."""
    text, found = clean_characters(wording(line, marks), number + 1)
    changes += found
    if text:
        places.append(Placed(line, text, number + 1, first))
    return number + 1


def _notes(lines: Sequence[Placed], knowledge: Knowledge) -> tuple[list[Passage], list[Change]]:
    """Footnotes as paragraphs, one begun by each mark, and the changes of reading them so."""
    groups: list[list[Placed]] = []
    for placed in lines:
        if placed.first or not groups:
            groups.append([placed])
        else:
            groups[-1].append(placed)
    found: list[Passage] = []
    changes: list[Change] = []
    for group in groups:
        passages, breaks = paragraphs(group, float("inf"), knowledge)
        found += passages
        changes += breaks
        changes += [
            Change(passage.number, "footnote", shorten(passage.text), shorten(passage.text)) for passage in passages
        ]
    return found, changes


def _pages(document: pdfium.PdfDocument, name: str) -> list[Page]:
    if len(document) > MOST_PAGES:
        raise DocumentError(
            f"{name} has {len(document):,} pages, more than the {MOST_PAGES:,} that are read: split it."
        )
    pages: list[Page] = []
    characters = 0
    for index in range(len(document)):
        try:
            pages.append(read_page(document, index))
        except pdfium.PdfiumError:
            continue
        characters += sum(len(piece.text) for piece in pages[-1].pieces)
        if characters > MOST_CHARACTERS:
            raise DocumentError(f"{name} has more than {MOST_CHARACTERS:,} characters: split it.")
    return pages


def _is_scan(page: Page) -> bool:
    pictured = sum((box.x1 - box.x0) * (box.top - box.bottom) for box in page.pictures)
    written = sum(len(piece.text) for piece in page.pieces)
    return written < FEWEST_CHARACTERS and pictured >= SCAN_SHARE * page.width * page.height


def _properties(document: pdfium.PdfDocument) -> Properties:
    """Title and author of the document information; the day of its making is that of the file, not of the text."""
    found = document.get_metadata_dict(skip_empty=True)
    titles, authors = (tuple(filter(None, [found.get(key, "")])) for key in ("Title", "Author"))
    return Properties(titles=titles, issuers=authors, created=found.get("CreationDate", ""))
