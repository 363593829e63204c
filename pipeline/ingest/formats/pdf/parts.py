"""Parts of a PDF page that are no running text: running heads, page numbers, footnotes, captions beside pictures."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.ingest.formats.pdf.lines import Line, lines_of
from pipeline.ingest.formats.pdf.pieces import Page, Piece, join
from pipeline.ingest.formats.pdf.rows import has_bullet
from pipeline.ingest.formats.pdf.sheet import Box

MARGIN_ROWS = 3
"""Rows at the top and at the bottom of a page among which running heads are looked for."""
MARGIN = 0.14
"""Share of the page's height in which a page number stands."""
CLOSE = 1.6
"""In heights of its letters: a figure so near below the beginning of another line is no page number."""
SAME_PLACE = 4.0
"""Points by which a running head may move from page to page."""
SMALLER = 0.93
"""Size of footnotes and captions against the text, at most."""
MOST_CAPTION_LINES = 6
NEAR = 2.2
"""Distance of a caption from its picture, in heights of its letters."""
CLOSING = tuple(",.;:!?)]”’")
"""What stands close to the word before it, also where the mark between them is gone."""
WHOLE_PAGE = 0.6
"""Share of the page from which on a picture is its background."""

_PAGE_NUMBER = re.compile(
    r"(?:[-–—|\s]*(?:page|p\.|pg\.?)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s.]*)", re.IGNORECASE
)
_MARGIN_NOTE = re.compile(
    r"(?:page )?\d{1,4} ?[|·•–—].*|.*[|·•–—] ?(?:page )?\d{1,4}|"
    r"(?:https?|file)://\S+(?:\s+\d{1,4} ?(?:/|of) ?\d{1,4})?|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d.*",
    re.IGNORECASE,
)
"""Notes in the margin that say of themselves that they are: with a page number, an address, a time of printing."""
BULLET = "•"
TITLE_SIZE = 1.25
"""Against that of the text: letters of the first page from which on a head that comes back is the title there."""
_FIGURES = re.compile(r"\d+")
_NOTE = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z](?=\s))(?!\d)[\])]?[.\s]*(?=[^\s\d.])")
_MARKED = re.compile(r"(?:[^\W\d_]{4}|[.,;:!?”’\"')\]])\s*$")
_REFERENCE = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?,?")


@dataclass(frozen=True, slots=True)
class Split:
    """The lines of a region parted into running text, footnotes, and captions, line by line under each other."""

    text: list[Line]
    notes: list[Line]
    captions: list[list[Line]]


def without_margins(pages: Sequence[Page]) -> tuple[list[Page], list[tuple[int, str]]]:
    """Pages without running heads and page numbers, and what was taken out with the number of its page."""
    heads = _running_heads(pages)
    title_size = TITLE_SIZE * body_size(pages)
    cleaned: list[Page] = []
    removed: list[tuple[int, str]] = []
    for page in pages:
        outside: set[int] = set()
        for row in _margin_rows(page):
            if page is pages[0] and row.size >= title_size:
                continue
            if _is_page_number(row, page) or any(
                abs(base - row.base) <= SAME_PLACE for base in heads.get(_shape(row), ())
            ):
                outside.update(id(piece) for piece in row.pieces)
                removed.append((page.number, row.text))
        cleaned.append(replace(page, pieces=tuple(piece for piece in page.pieces if id(piece) not in outside)))
    return cleaned, removed


def body_size(pages: Sequence[Page]) -> float:
    """The height of the letters in which most of the document is set, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for piece in page.pieces:
            sizes[round(piece.size, 1)] += len(piece.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def part(lines: list[Line], page: Page, body: float) -> Split:
    """Footnotes at the end of a region and captions beside pictures, apart from its running text."""
    start = _notes_start(lines, body)
    captions = _captions(lines[:start], page, body)
    outside = {i for caption in captions for i in caption}
    text = [line for i, line in enumerate(lines[:start]) if i not in outside]
    return Split(text, lines[start:], [[lines[i] for i in caption] for caption in captions])


def note_number(line: Line) -> str:
    """The number or sign that a footnote begins with; empty where the line begins none."""
    found = _NOTE.match(line.text)
    return found[1] if found else ""


def wording(line: Line, notes: frozenset[str]) -> str:
    """The text of a line without the raised marks of footnotes: those of ``notes``, and any behind a word."""
    main = line.main
    pieces: list[Piece] = []
    before = ""
    gone: Piece | None = None
    for piece in sorted(line.pieces, key=lambda piece: piece.x0):
        is_raised = piece.size < 0.85 * main.size and piece.base > main.base and bool(before)
        if is_raised and all(_is_mark(mark, before, notes) for mark in piece.text.split()):
            gone = piece
        else:
            closes = gone is not None and piece.text[:1] in CLOSING
            pieces.append(replace(piece, x0=gone.x0) if gone is not None and closes else piece)
            gone = None
        before = piece.text
    if has_bullet(pieces) and not line.has_cells:
        pieces[0] = replace(pieces[0], text=BULLET)
    return join(pieces, " | " if line.has_cells else " ")


def _is_mark(raised: str, before: str, notes: frozenset[str]) -> bool:
    """Whether raised letters refer to a footnote; behind a short word, as in km², only where there is such a note."""
    found = _REFERENCE.fullmatch(raised)
    return found is not None and (found[1] in notes or (not found[1].isalpha() and bool(_MARKED.search(before))))


def _margin_rows(page: Page) -> list[Line]:
    rows = lines_of(page.pieces)
    return rows if len(rows) <= 2 * MARGIN_ROWS else rows[:MARGIN_ROWS] + rows[-MARGIN_ROWS:]


def _running_heads(pages: Sequence[Page]) -> dict[str, list[float]]:
    """Baselines of rows that come back, but for their figures, at the same place of two pages or more."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for page in pages:
        for row in _margin_rows(page):
            places[_shape(row)].append(row.base)
    return {
        shape: repeated
        for shape, bases in places.items()
        if (repeated := [a for a in bases if sum(abs(a - b) <= SAME_PLACE for b in bases[:50]) > 1])
    }


def _is_page_number(row: Line, page: Page) -> bool:
    """Whether a row is a page number, or a note that has one; a year that ends a paragraph is none."""
    if MARGIN * page.height <= row.base <= (1 - MARGIN) * page.height:
        return False
    if _MARGIN_NOTE.fullmatch(row.text):
        return True
    return bool(_PAGE_NUMBER.fullmatch(row.text)) and not any(_is_above(piece, row) for piece in page.pieces)


def _is_above(piece: Piece, row: Line) -> bool:
    """Whether a piece begins the line above a row."""
    near = CLOSE * row.size
    return 0.3 * row.size < piece.base - row.base <= near and abs(piece.x0 - row.x0) <= near


def _shape(row: Line) -> str:
    return _FIGURES.sub("#", row.text.casefold())


def _notes_start(lines: list[Line], body: float) -> int:
    """Where the footnotes of a region begin: small lines at its end, from the first with a note's mark on."""
    start = len(lines)
    while start and lines[start - 1].size <= SMALLER * body:
        start -= 1
    if not start and len(lines) > MOST_CAPTION_LINES and not note_number(lines[0]):
        return len(lines)
    return next((i for i in range(start, len(lines)) if note_number(lines[i])), len(lines))


def _captions(lines: list[Line], page: Page, body: float) -> list[list[int]]:
    """Places of small lines that stand directly below or above a picture, those of each caption together."""
    found: list[list[int]] = []
    pictures = [box for box in page.pictures if _area(box) <= WHOLE_PAGE * page.width * page.height]
    for i, line in enumerate(lines):
        if (found and i <= found[-1][-1]) or line.size > SMALLER * body:
            continue
        if not any(_is_beside(line, box) for box in pictures):
            continue
        caption: list[int] = []
        for j in range(i, min(len(lines), i + MOST_CAPTION_LINES)):
            goes_on = j == i or abs(lines[j - 1].base - lines[j].base) <= 1.6 * line.size
            if not goes_on or abs(lines[j].size - line.size) > 0.1 * line.size:
                break
            caption.append(j)
        found.append(caption)
    return found


def _is_beside(line: Line, box: Box) -> bool:
    overlap = min(line.x1, box.x1) - max(line.x0, box.x0)
    if overlap < 0.5 * (line.x1 - line.x0):
        return False
    top, bottom = line.main.top, line.main.bottom
    return 0 <= box.bottom - bottom <= NEAR * line.size or 0 <= top - box.top <= NEAR * line.size


def _area(box: Box) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.top - box.bottom)
