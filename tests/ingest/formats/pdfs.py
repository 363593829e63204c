"""Pages of print drawn word by word, as writers of PDF files draw them, and what is read of them."""

import io
import math
from collections.abc import Callable, Sequence

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipeline.ingest.cleaning.clean import clean_passages
from pipeline.ingest.formats.readers import Reading, reader_of
from tests.shipped import KNOWLEDGE

A4 = (595.0, 842.0)


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = A4, turned: int = 0) -> bytes:
    """A file of one page, shown turned by ``turned`` degrees."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=True)
    canvas.setPageRotation(turned)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def lines(
    wording: Sequence[str],
    x: float = 60,
    top: float = 760,
    leading: float = 14,
    font: str = "Times-Roman",
    size: float = 11,
) -> Callable[[Canvas], None]:
    """Draws lines under each other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for i, line in enumerate(wording):
            canvas.drawString(x, top - i * leading, line)

    return draw


def rising(
    wording: Sequence[str], degrees: float, x: float = 60, top: float = 700, leading: float = 15
) -> Callable[[Canvas], None]:
    """Draws each word level, on a baseline that rises: the text layer of a scan."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 10)
        for i, line in enumerate(wording):
            place = 0
            for word in line.split():
                along = place * 6.0
                y = top - i * leading + math.tan(math.radians(degrees)) * along
                canvas.drawString(x + along, y, word)
                place += len(word) + 1

    return draw


def stretched(
    line: str, width: float, x: float, y: float, font: str = "Times-Roman", size: float = 11
) -> Callable[[Canvas], None]:
    """Draws one line word by word over the whole ``width``."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        words = line.split()
        gap = (width - sum(stringWidth(word, font, size) for word in words)) / max(1, len(words) - 1)
        at = x
        for word in words:
            canvas.drawString(at, y, word)
            at += stringWidth(word, font, size) + gap

    return draw


def embedded() -> str:
    """The name of a font that is put into the file: the standard ones know no soft hyphen."""
    registerFont(TTFont("Vera", "Vera.ttf"))
    return "Vera"


def reading(data: bytes) -> Reading:
    """What the reader makes of a file."""
    return reader_of(".pdf", "talks.pdf", KNOWLEDGE)(data, "talks.pdf")


def blocks(data: bytes) -> list[str]:
    """The blocks of a file as ingest cleans them."""
    found = reading(data)
    cleaned = clean_passages(found.lines, found.changes, KNOWLEDGE)
    return [cleaned.text[block.start : block.end] for block in cleaned.blocks]
