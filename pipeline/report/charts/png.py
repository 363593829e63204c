"""Drawings as PNG, twice as fine as a screen asks for, to print and to put into slides."""

import io

from PIL import Image, ImageColor, ImageDraw

from pipeline.report.charts.drawing import PAPER, TURN, Box, Dot, Drawing, Line, Mark, Words
from pipeline.report.charts.letters import Font, font, legible
from pipeline.report.charts.svg import STROKES

SCALE = 2
SMOOTH = 2
"""Slanted lines and discs are drawn so many times larger, then made smaller."""
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def picture(drawing: Drawing) -> bytes:
    """The bytes of the PNG file, without date or name of software."""
    size = (round(drawing.width * SCALE), round(drawing.height * SCALE))
    factor = SCALE * SMOOTH
    shapes = Image.new("RGB", (size[0] * SMOOTH, size[1] * SMOOTH), PAPER)
    pen = ImageDraw.Draw(shapes)
    for mark in drawing.marks:
        _shape(pen, shapes, mark, factor)
    image = shapes.reduce(SMOOTH)
    pen = ImageDraw.Draw(image)
    for mark in drawing.marks:
        if isinstance(mark, Words):
            _write(image, pen, mark)
    file = io.BytesIO()
    _few_colours(image).save(file, "PNG", dpi=(96 * SCALE, 96 * SCALE))
    return file.getvalue()


def _few_colours(image: Image.Image) -> Image.Image:
    """The picture with a palette, in a third of the bytes; the paper, its most frequent colour, stays white."""
    few = image.quantize(255, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    counts, palette = few.histogram(), few.getpalette() or []
    paper = counts.index(max(counts))
    palette[3 * paper : 3 * paper + 3] = ImageColor.getrgb(PAPER)
    few.putpalette(palette)
    return few


def _shape(pen: ImageDraw.ImageDraw, image: Image.Image, mark: Mark, factor: int) -> None:
    match mark:
        case Box(x, y, width, height, fill, hatched, edge):
            if width <= 0 or height <= 0:
                return
            place = (x * factor, y * factor, (x + width) * factor - 1, (y + height) * factor - 1)
            pen.rectangle(place, fill, edge or None, factor if edge else 0)
            if hatched:
                _hatch(image, tuple(round(v) for v in place), fill, factor)
        case Line(points, colour, width):
            pen.line([(x * factor, y * factor) for x, y in points], colour, round(width * factor), joint="curve")
        case Dot(x, y, radius, fill, edge):
            pen.circle((x * factor, y * factor), radius * factor, fill or PAPER, edge, round(1.6 * factor))
        case Words():
            pass


def _hatch(image: Image.Image, place: tuple[int, ...], fill: str, factor: int) -> None:
    """Diagonal strokes within a rectangle."""
    left, top, right, bottom = place
    width, height = max(right - left + 1, 1), max(bottom - top + 1, 1)
    tile = Image.new("RGB", (width, height), fill)
    pen = ImageDraw.Draw(tile)
    for offset in range(-(left + top) % (6 * factor) - 6 * factor, width + height, 6 * factor):
        pen.line([(offset, 0), (offset - height, height)], STROKES, factor)
    image.paste(tile, (left, top))


def _write(image: Image.Image, pen: ImageDraw.ImageDraw, mark: Words) -> None:
    text = legible(mark.text, mark.instead, mark.bold)
    drawn = font(mark.size * SCALE, mark.bold, shaped=not text.isascii())
    if mark.turned:
        _write_turned(image, text, mark, drawn)
        return
    pen.text((mark.x * SCALE, mark.y * SCALE), text, mark.colour, drawn, _ANCHORS[mark.anchor])


def _write_turned(image: Image.Image, text: str, mark: Words, drawn: Font) -> None:
    """Words that rise from the place of their base line's left end."""
    left, top, right, bottom = drawn.getbbox(text, anchor="ls")
    reach = int(max(abs(left), abs(top), abs(right), abs(bottom))) + 2
    mask = Image.new("L", (2 * reach, 2 * reach))
    ImageDraw.Draw(mask).text((reach, reach), text, 255, drawn, "ls")
    mask = mask.rotate(TURN, Image.Resampling.BICUBIC)
    place = (round(mark.x * SCALE) - reach, round(mark.y * SCALE) - reach)
    image.paste(Image.new("RGB", mask.size, mark.colour), place, mask)
