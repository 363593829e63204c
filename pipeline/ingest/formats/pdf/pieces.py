"""The pieces of a PDF page: stretches of text on one line with their place and size, and the page's pictures."""

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

MOST_CHARACTERS = 100_000
"""Characters read of one page; a page of print has 3,000 to 8,000."""
MOST_OBJECTS = 5_000
WIDE_GAP = 0.9
"""Gap, in heights of the text, at which a piece ends: wider than between words, narrower than between columns."""
WORD_GAP = 0.14
CELL_GAP = 1.2
"""Gap, in heights of the text, that only stands between the cells of a table or behind a list marker."""
SLANT = 0.1
"""Sine of the angle from which on text is not level."""
BOLD = 600
"""Weight of the font from which on it is bold: 400 is regular, 700 bold."""
LONGEST_NAME = 80
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_BREAKS = (0x0A, 0x0D)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line. Places are in points from the lower left corner; ``base`` is the baseline.

    ``size`` is the height of the font's letters with ascenders and descenders, ``bold`` whether all of it is bold.
    """

    text: str
    x0: float
    x1: float
    base: float
    bottom: float
    top: float
    bold: bool

    @property
    def size(self) -> float:
        """Height of the letters in points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Box:
    """A picture on a page, in points."""

    x0: float
    bottom: float
    x1: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its size in points, pieces of text, and pictures."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    pictures: tuple[Box, ...]


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """The page at ``index``, from 0. Text that stands upright is left out: it is a stamp or a watermark."""
    page = document[index]
    try:
        width, height = page.get_size()
        textpage = page.get_textpage()
        try:
            pieces = _pieces(textpage.raw)
        finally:
            textpage.close()
        return Page(index + 1, width, height, tuple(pieces), tuple(_pictures(page)))
    finally:
        page.close()


def join(pieces: Sequence[Piece], between_cells: str = " ") -> str:
    """The text of pieces on one line, from left to right, with ``between_cells`` in the gaps of a table's row."""
    text = ""
    right = 0.0
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        gap = piece.x0 - right
        if text and gap > CELL_GAP * piece.size:
            text += between_cells
        elif text and gap > WORD_GAP * piece.size:
            text += " "
        text += piece.text
        right = piece.x1
    return " ".join(text.split())


def _pictures(page: pdfium.PdfPage) -> list[Box]:
    found: list[Box] = []
    for place, picture in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        if place >= MOST_OBJECTS:
            break
        found.append(Box(*picture.get_bounds()))
    return found


def _pieces(textpage: object) -> list[Piece]:
    """Pieces in the order of the page's content."""
    box = raw.FS_RECTF()
    x, base = ctypes.c_double(), ctypes.c_double()
    name = ctypes.create_string_buffer(LONGEST_NAME)
    found: list[Piece] = []
    building = _Building()
    for i in range(min(raw.FPDFText_CountChars(textpage), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(textpage, i)
        if code in _BREAKS or (code < 0x20 and code not in _HYPHENS and code != 0x09):
            building.end(found)
            continue
        char = _HYPHENS.get(code) or ("" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code))
        if char.isspace():
            building.space()
            continue
        raw.FPDFText_GetLooseCharBox(textpage, i, box)
        raw.FPDFText_GetCharOrigin(textpage, i, x, base)
        if not building.takes(box.left, box.right, base.value, box.top - box.bottom):
            building.end(found)
        if not building.text:
            building.upright = abs(math.sin(raw.FPDFText_GetCharAngle(textpage, i))) > SLANT
            building.start(box, base.value)
        if not building.text or building.spaced:
            building.bold &= raw.FPDFText_GetFontWeight(textpage, i) >= BOLD or _has_bold_name(textpage, i, name)
        building.add(char, box.left, box.right)
    building.end(found)
    return found


def _has_bold_name(textpage: object, index: int, name: ctypes.Array[ctypes.c_char]) -> bool:
    raw.FPDFText_GetFontInfo(textpage, index, name, LONGEST_NAME, ctypes.c_int())
    return any(word in name.value.lower() for word in _BOLD_NAMES)


class _Building:
    """A piece that grows character by character."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.upright = False

    def start(self, box: raw.FS_RECTF, base: float) -> None:
        self.x0 = self.x1 = box.left
        self.base, self.bottom, self.top, self.bold = base, box.bottom, box.top, True
        self.spaced = False

    def takes(self, left: float, right: float, base: float, size: float) -> bool:
        """Whether a character goes on with the piece: on its line, of its size, and near."""
        if not self.text:
            return True
        height = self.top - self.bottom
        gap = left - self.x1
        same = abs(base - self.base) <= 0.1 * height and abs(size - height) <= 0.12 * height
        return bool(same and -0.5 * height <= gap <= WIDE_GAP * height and right >= self.x0)

    def add(self, char: str, left: float, right: float) -> None:
        height = self.top - self.bottom
        if self.text and (self.spaced or left - self.x1 > WORD_GAP * 2 * height):
            self.text.append(" ")
        self.spaced = False
        self.text.append(char)
        self.x1 = max(self.x1, right)

    def space(self) -> None:
        if self.text:
            self.spaced = True

    def end(self, found: list[Piece]) -> None:
        if self.text and not self.upright and self.top > self.bottom:
            text = "".join(self.text) + (" " if self.spaced else "")
            found.append(Piece(text, self.x0, self.x1, self.base, self.bottom, self.top, self.bold))
        self.text = []
