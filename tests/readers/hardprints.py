"""PDF files as they come from scanners, draft registers and old typesetters: what makes print hard to read."""

import math
import random
from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.readers.printlayouts import A4, pour
from tests.readers.statements import Statement
from tests.readers.typesetting import Sheet, Style, grey

PLAIN = Style("Times-Roman", 11, 14, after=8)
BOLD = Style("Times-Bold", 11, 14, after=4)
FRAME = (70.0, 90.0, 450.0, 670.0)
SKEW = 1.2
"""Degrees by which the lines of a scan rise."""


class ScannedSheet(Sheet):
    """Hidden words over the picture of a page, each level, on lines that rise: what text recognition writes.

    The words of a line are as high as it took them to be, and as wide as they are.
    """

    def __post_init__(self) -> None:
        self.chance = random.Random(7)
        super().__post_init__()

    def _line(self, text: str, x: float, width: float, style: Style, justified: bool) -> None:
        at = x
        height = self.chance.uniform(0.86, 1.16)
        for word in text.split():
            level = self.y + (at - self.left) * math.tan(math.radians(SKEW)) + self.chance.uniform(-0.8, 0.8)
            hidden = self.canvas.beginText(at, level)
            hidden.setFont(style.font, style.size * height)
            hidden.setHorizScale(100 / height)
            hidden.setTextRenderMode(3)
            hidden.textOut(word)
            self.canvas.drawText(hidden)
            at += stringWidth(f"{word} ", style.font, style.size)


class WordwiseSheet(Sheet):
    """Words drawn one by one; every full line is stretched over the column, however few words it has."""

    def _line(self, text: str, x: float, width: float, style: Style, justified: bool) -> None:
        words = text.split()
        widths = [stringWidth(word, style.font, style.size) for word in words]
        gap = stringWidth(" ", style.font, style.size)
        if justified and len(words) > 1:
            gap = (width - sum(widths)) / (len(words) - 1)
        self.canvas.setFont(style.font, style.size)
        for word, length in zip(words, widths, strict=True):
            self.canvas.drawString(x, self.y, word)
            x += length + gap


class NumberedSheet(Sheet):
    """A number in the margin beside every line."""

    counted = 0
    last = 0.0

    def _line(self, text: str, x: float, width: float, style: Style, justified: bool) -> None:
        if self.y != self.last:
            self.counted, self.last = self.counted + 1, self.y
            self.canvas.setFont("Helvetica", 8)
            self.canvas.drawRightString(self.left - 18, self.y, str(self.counted))
        super()._line(text, x, width, style, justified)


def _plain(sheet: Sheet, s: Statement, style: Style = PLAIN, heading: Style = BOLD, caption_after: int = -1) -> bytes:
    sheet.set(s.title, replace(heading, size=heading.size + 3, leading=heading.leading + 3, after=10))
    sheet.set(s.dateline, replace(style, justified=False))
    pour(sheet, s, style, heading, caption_after)
    return sheet.done()


def _scanned(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(grey()), 0, 0, *A4)


def scan(s: Statement) -> bytes:
    """A scanned page with the text that was recognised on it."""
    style = Style("Courier", 10, 14, after=8)
    return _plain(ScannedSheet(*A4, [FRAME], prepare=_scanned), s, style, replace(style, font="Courier-Bold"))


def _tilted(canvas: Canvas) -> None:
    canvas.rotate(-1.8)


def askew(s: Statement) -> bytes:
    """A page that fell by nearly two degrees, in two columns."""
    frames = [(50.0, 100.0, 225.0, 660.0), (315.0, 100.0, 225.0, 660.0)]
    style = Style("Times-Roman", 10, 12, after=6, justified=True)
    return _plain(Sheet(*A4, frames, prepare=_tilted), s, style, Style("Times-Bold", 10, 12, after=3))


def _on_its_side(canvas: Canvas) -> None:
    canvas.translate(A4[1], 0)
    canvas.rotate(90)


def _shown_upright(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    _on_its_side(canvas)


def turned_page(s: Statement) -> bytes:
    """Text on its side, on a page that is shown turned, so that it reads upright."""
    return _plain(Sheet(A4[1], A4[0], [FRAME], prepare=_shown_upright), s)


def turned_text(s: Statement) -> bytes:
    """Text on its side, on a page that is shown so."""
    return _plain(Sheet(A4[1], A4[0], [FRAME], prepare=_on_its_side), s)


def draft(s: Statement) -> bytes:
    """Numbers of lines in the margin."""
    return _plain(NumberedSheet(*A4, [FRAME]), s)


def stretched(s: Statement) -> bytes:
    """A narrow column, its lines stretched word by word."""
    narrow = (90.0, 80.0, 150.0, 690.0)
    style = Style("Times-Roman", 11, 13, after=7, justified=True)
    return _plain(WordwiseSheet(*A4, [narrow]), s, style, Style("Times-Bold", 11, 13, after=4))


def soft_hyphens(s: Statement) -> bytes:
    """Words broken with soft hyphens, in a font that the file carries."""
    registerFont(TTFont("Vera", "Vera.ttf"))
    registerFont(TTFont("VeraBd", "VeraBd.ttf"))
    style = Style("Vera", 10, 13, after=7, justified=True, broken_words=True, hyphen="\u00ad")
    return _plain(Sheet(*A4, [(80.0, 80.0, 300.0, 690.0)]), s, style, Style("VeraBd", 10, 13, after=4))


def picture_column(s: Statement) -> bytes:
    """Two columns, the first below a picture that no object of the page tells of."""
    frames = [(50.0, 80.0, 225.0, 430.0), (315.0, 80.0, 225.0, 660.0)]
    sheet = Sheet(*A4, frames)
    sheet.line(s.title, 50, 780, "Helvetica-Bold", 9.5)
    sheet.line(s.dateline, 50, 760, "Times-Italic", 10)
    pour(sheet, s, Style("Times-Roman", 10, 12, after=6), Style("Times-Bold", 10, 12, after=3))
    return sheet.done()


HARD_PRINTS: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
    "scan": (".pdf", scan),
    "askew": (".pdf", askew),
    "turned-page": (".pdf", turned_page),
    "turned-text": (".pdf", turned_text),
    "draft": (".pdf", draft),
    "stretched": (".pdf", stretched),
    "soft-hyphens": (".pdf", soft_hyphens),
    "picture-column": (".pdf", picture_column),
}
