"""PDF: running text in reading order, without running heads, page numbers and captions, footnotes at its end.

PDFium reads the file, in a process of its own; sizes, pages, characters and time are bounded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.characters import clean_characters
from pipeline.ingest.cleaning.furniture import Signs, is_statement, read_signs
from pipeline.ingest.cleaning.hyphens import known_words
from pipeline.ingest.formats.pdf.layout import has_sure_columns, regions
from pipeline.ingest.formats.pdf.limits import MOST_CHARACTERS, MOST_PAGES
from pipeline.ingest.formats.pdf.linenumbers import without_line_numbers
from pipeline.ingest.formats.pdf.lines import Line
from pipeline.ingest.formats.pdf.marginnotes import margin_notes, without
from pipeline.ingest.formats.pdf.order import Verdict, are_doubtful, plain_lines, verdict
from pipeline.ingest.formats.pdf.paragraphs import Placed, paragraphs
from pipeline.ingest.formats.pdf.parts import Split, body_size, note_number, part, without_margins, wording
from pipeline.ingest.formats.pdf.pieces import Page, Piece
from pipeline.ingest.formats.pdf.process import CrashedError, EndlessError, ReadingProcess
from pipeline.ingest.formats.pdf.scans import is_bare_scan, with_even_letters
from pipeline.ingest.formats.pdf.sheet import Box
from pipeline.ingest.passages import Change, Passage, shorten
from pipeline.ingest.reading import Properties, Reading
from pipeline.knowledge import Knowledge

READING_ORDER = "reading order"
"""The doubt of a document whose pages do not tell in which order they are read."""


class PdfReader:
    """Reads PDF files, all of them in one process, which starts with the first."""

    def __init__(self, knowledge: Knowledge, process: ReadingProcess | None = None) -> None:
        self._knowledge, self._process = knowledge, process or ReadingProcess()

    def __call__(self, data: bytes, name: str) -> Reading:
        """The text of a PDF and its document information.

        Raises :class:`DocumentError` where it is damaged, protected by a password, too long, holds no text, or ends
        the process that reads it.
        """
        *pages, last = self._messages(data, name)
        if refused := last.get("refused"):
            raise DocumentError(_REFUSALS[refused].format(name=name, count=last.get("count", 0)))
        return read_pages(
            [_page(message["page"]) for message in pages], _properties(last["done"]), name, self._knowledge
        )

    def _messages(self, data: bytes, name: str) -> list[dict[str, Any]]:
        try:
            return self._process.messages(data)
        except CrashedError as error:
            raise DocumentError(
                f"{name} is damaged so that reading it broke off: save it again with another program, or as text."
            ) from error
        except EndlessError as error:
            raise DocumentError(
                f"{name} takes too long to read: save it again with another program, or split it."
            ) from error


_REFUSALS = {
    "locked": "{name} is protected by a password: save it without one and add it again.",
    "damaged": "{name} is no PDF that can be read, or is damaged: save or download it again.",
    "pages": f"{{name}} has {{count:,}} pages, more than the {MOST_PAGES:,} that are read: split it.",
    "characters": f"{{name}} has more than {MOST_CHARACTERS:,} characters: split it.",
}


def read_pages(pages: Sequence[Page], properties: Properties, name: str, knowledge: Knowledge) -> Reading:
    """The text of the pages of the PDF ``name``. Raises :class:`DocumentError` where there is none on them."""
    scans = [page.number for page in pages if is_bare_scan(page)]
    if not any(page.pieces for page in pages) or len(scans) == len(pages):
        raise DocumentError(
            f"{name} holds no text but pictures of pages (a scan): run text recognition over it and add the result."
        )
    changes = [Change(1, "scanned_page", f"page {number}: a picture without text") for number in scans]
    return _read(pages, changes, properties, knowledge)


def _read(pages: Sequence[Page], changes: list[Change], properties: Properties, knowledge: Knowledge) -> Reading:
    stamps = [(page.number, page.stamps) for page in pages if page.stamps]
    pages, numbers = without_line_numbers(with_even_letters(pages))
    pages, removed = without_margins(pages)
    changes += [
        Change(1, "furniture", f"page {number}: {shorten(text)}") for number, text in stamps + numbers + removed
    ]
    body = body_size(pages)
    text: list[Placed] = []
    asides: list[Placed] = []
    notes: list[Placed] = []
    verdicts: list[Verdict] = []
    number = 0
    for page in pages:
        parts, margins, judged = _parts(page, body, knowledge)
        verdicts.append(judged)
        if judged.order != "ours":
            changes.append(Change(number + 1, "reading_order", f"page {page.number}: {_ORDERS[judged.order]}"))
        marks = frozenset(mark for split in parts for line in split.notes if (mark := note_number(line)))
        for split in parts:
            for place, line in enumerate(split.text):
                number = _place(text, line, marks, number, _is_first(split.text, place), changes)
            for place, line in enumerate(split.notes):
                number = _place(notes, line, frozenset(), number, place == 0 or bool(note_number(line)), changes)
            for caption in split.captions:
                number = _place_caption(asides, caption, number, changes, knowledge.get(read_signs))
        for note in margins:
            number = _place_margin_note(asides, note, number, changes)
    lines, breaks = paragraphs(text, body, knowledge)
    beside, aside_breaks = paragraphs(asides, float("inf"), knowledge)
    found, note_breaks = _notes(notes, knowledge)
    doubts = (READING_ORDER,) if are_doubtful(verdicts) else ()
    return Reading([*lines, *beside, *found], {}, [*changes, *breaks, *aside_breaks, *note_breaks], properties, doubts)


_ORDERS = {
    "plain": "read in the order of the file, as its layout does not tell one",
    "columns": "read in columns, which the file writes across",
}


def _parts(page: Page, body: float, knowledge: Knowledge) -> tuple[list[Split], list[list[Line]], Verdict]:
    """The regions of a page in reading order, parted, its notes in margins, and whose order that is."""
    columns = regions(page.pieces, page.width)
    margins = [margin_notes(lines, body) for lines in columns]
    parts = [
        part(without(lines, notes) if notes else lines, page, body)
        for lines, notes in zip(columns, margins, strict=True)
    ]
    every = [note for notes in margins for note in notes]
    ours = [line for split in parts for line in split.text]
    judged = verdict(ours, known_words(knowledge), is_sure=has_sure_columns(page.pieces, page.width))
    if judged.order != "plain":
        return parts, every, judged
    notes = [line for split in parts for line in split.notes]
    captions = [caption for split in parts for caption in split.captions]
    return [Split(plain_lines(ours), notes, captions)], every, judged


def _is_first(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the first of its column: the first of all, or above the one before it."""
    return place == 0 or lines[place].base > lines[place - 1].base + lines[place].size


def _place(
    places: list[Placed], line: Line, marks: frozenset[str], number: int, first: bool, changes: list[Change]
) -> int:
    """Put a line with clean characters behind the others; the number of the line."""
    text, found = clean_characters(wording(line, marks), number + 1)
    changes += found
    if text:
        places.append(Placed(line, text, number + 1, first))
    return number + 1


def _place_caption(
    asides: list[Placed], caption: Sequence[Line], number: int, changes: list[Change], signs: Signs
) -> int:
    """Take a caption out, or put it with what stands behind the text where it makes a statement; the last number."""
    text = " ".join(line.text for line in caption)
    stays = is_statement(text, signs)
    changes.append(Change(number + 1, "caption", shorten(text), shorten(text) if stays else ""))
    for place, line in enumerate(caption if stays else ()):
        number = _place(asides, line, frozenset(), number, place == 0, changes)
    return number


def _place_margin_note(asides: list[Placed], note: Sequence[Line], number: int, changes: list[Change]) -> int:
    """Put a note of the margin with what stands behind the text; the last number."""
    text = shorten(" ".join(line.text for line in note))
    changes.append(Change(number + 1, "margin_note", text, text))
    for place, line in enumerate(note):
        number = _place(asides, line, frozenset(), number, place == 0, changes)
    return number


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


def _page(values: Sequence[Any]) -> Page:
    number, width, height, pieces, pictures, stamps = values
    return Page(number, width, height, tuple(Piece(*p) for p in pieces), tuple(Box(*p) for p in pictures), stamps)


def _properties(found: Mapping[str, str]) -> Properties:
    """Title and author of the document information; the day of its making is that of the file, not of the text."""
    titles, authors = (tuple(filter(None, [found.get(key, "")])) for key in ("Title", "Author"))
    return Properties(titles=titles, issuers=authors, created=found.get("CreationDate", ""))
