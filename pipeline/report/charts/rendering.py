"""Drawings rendered as PNG, to print and to put into slides.

Pillow knows no half-covered pixels but in letters: whatever is round or slanted is drawn some times larger, as the mask
of its colour, and made small again.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from math import ceil
from typing import Final

from PIL import Image, ImageColor, ImageDraw

from pipeline.report.charts.drawing import (
    HATCH_COLOUR,
    HATCH_GAP,
    HATCH_WIDTH,
    PAPER,
    RING,
    TURN,
    Anchor,
    Box,
    Dot,
    Drawing,
    Line,
    Mark,
    Words,
)
from pipeline.report.charts.letters import font, legible

SCALE = 2
"""How many times finer than a screen a PNG is."""
PIXELS = 96
"""Pixels of a screen in an inch."""
FINE = 8
"""How many times larger the masks of round and slanted shapes are drawn."""

Point = tuple[float, float]
Area = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels of the picture."""

_ANCHORS: Final[dict[Anchor, str]] = {"start": "ls", "middle": "ms", "end": "rs"}
"""What Pillow calls them: places on the base line."""
_BEFORE: Final[dict[Anchor, float]] = {"start": 0, "middle": 0.5, "end": 1}
"""The share of a line of words that stands before its place."""


def picture(drawing: Drawing) -> bytes:
    """The bytes of the PNG file, without date or name of software. Letters that the font lacks are left out."""
    size = SCALE * ceil(drawing.width), SCALE * ceil(drawing.height)
    sheet = Image.new("RGB", size, PAPER)
    for mark in drawing.marks:
        _draw(sheet, mark)
    file = io.BytesIO()
    _few_colours(sheet).save(file, "PNG", dpi=(PIXELS * SCALE, PIXELS * SCALE))
    return file.getvalue()


def _few_colours(image: Image.Image) -> Image.Image:
    """The picture with a palette, in a third of the bytes; the paper, its most frequent colour, stays white."""
    few = image.quantize(255, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    counts, palette = few.histogram(), few.getpalette() or []
    paper = counts.index(max(counts))
    palette[3 * paper : 3 * paper + 3] = ImageColor.getrgb(PAPER)
    few.putpalette(palette)
    return few


def _draw(sheet: Image.Image, mark: Mark) -> None:
    """Draw a mark over what is there."""
    match mark:
        case Box():
            _draw_box(sheet, mark)
        case Line(points, colour, thick):
            _draw_line(sheet, [(SCALE * x, SCALE * y) for x, y in points], colour, SCALE * thick)
        case Dot(x, y, radius, fill, edge):
            at = SCALE * x, SCALE * y
            _draw_disc(sheet, at, SCALE * (radius + RING / 2), edge)
            _draw_disc(sheet, at, SCALE * (radius - RING / 2), fill or PAPER)
        case Words(text=text) if text:
            words = replace(mark, text=legible(text, mark.instead, mark.bold))
            _draw_turned(sheet, words) if words.turned else _draw_words(sheet, words)


def _draw_box(sheet: Image.Image, box: Box) -> None:
    left, top, right, bottom = (round(SCALE * place) for place in (box.x, box.y, box.x + box.width, box.y + box.height))
    if right <= left or bottom <= top:
        return
    sheet.paste(box.fill, (left, top, right, bottom))
    if box.hatched:
        sheet.paste(HATCH_COLOUR, (left, top), _hatch(right - left, bottom - top))
    if box.edge:
        # An edge stands half inside and half outside.
        half = SCALE // 2
        outside = left - half, top - half, right + half - 1, bottom + half - 1
        ImageDraw.Draw(sheet).rectangle(outside, outline=box.edge, width=SCALE)


@cache
def _hatch(width: int, height: int) -> Image.Image:
    """Diagonal strokes on so large a box, as a mask."""
    gap = SCALE * HATCH_GAP
    tile = Image.new("L", (FINE * gap, FINE * gap))
    pen = ImageDraw.Draw(tile)
    for at in (0, FINE * gap, 2 * FINE * gap):
        pen.line([(at + FINE, -FINE), (-FINE, at + FINE)], fill=255, width=round(FINE * SCALE * HATCH_WIDTH))
    small = tile.reduce(FINE)
    mask = Image.new("L", (width, height))
    for x in range(0, width, gap):
        for y in range(0, height, gap):
            mask.paste(small, (x, y))
    return mask


def _draw_line(sheet: Image.Image, points: Sequence[Point], colour: str, thick: float) -> None:
    """A broken line with ends as thick as long; where it is level or upright, on whole pixels."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    half = thick / 2
    around = min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half
    if len(set(xs)) == 1 or len(set(ys)) == 1:
        left, top, right, bottom = map(round, around)
        sheet.paste(colour, (left, top, max(right, left + 1), max(bottom, top + 1)))
        return

    def draw(pen: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
        pen.line([place(point) for point in points], fill=255, width=round(FINE * thick), joint="curve")

    _draw_smooth(sheet, around, colour, draw)


def _draw_disc(sheet: Image.Image, at: Point, radius: float, colour: str) -> None:
    x, y = at
    around = x - radius, y - radius, x + radius, y + radius

    def draw(pen: ImageDraw.ImageDraw, place: Callable[[Point], Point]) -> None:
        pen.ellipse([place((x - radius, y - radius)), place((x + radius, y + radius))], fill=255)

    _draw_smooth(sheet, around, colour, draw)


def _draw_smooth(
    sheet: Image.Image,
    around: tuple[float, float, float, float],
    colour: str,
    draw: Callable[[ImageDraw.ImageDraw, Callable[[Point], Point]], None],
) -> None:
    """Lay a colour on where ``draw`` does, which gets a pen and where a point lies for it; ``around`` holds it all."""
    left, top, right, bottom = int(around[0]) - 1, int(around[1]) - 1, ceil(around[2]) + 1, ceil(around[3]) + 1
    large = Image.new("L", (FINE * (right - left), FINE * (bottom - top)))
    draw(ImageDraw.Draw(large), lambda point: (FINE * (point[0] - left), FINE * (point[1] - top)))
    sheet.paste(colour, (left, top), large.reduce(FINE))


def _draw_words(sheet: Image.Image, words: Words) -> None:
    ImageDraw.Draw(sheet).text(
        (SCALE * words.x, SCALE * words.y),
        words.text,
        words.colour,
        font(SCALE * words.size, words.bold),
        _ANCHORS[words.anchor],
    )


def _draw_turned(sheet: Image.Image, words: Words) -> None:
    """Words that rise to the right about their place on the base line."""
    letters = font(SCALE * words.size, words.bold)
    wide = letters.getlength(words.text)
    reach = ceil(wide + SCALE * words.size)
    level = Image.new("L", (2 * reach, 2 * reach))
    start = reach - wide * _BEFORE[words.anchor]
    ImageDraw.Draw(level).text((start, reach), words.text, 255, letters, "ls")
    turned = level.rotate(TURN, Image.Resampling.BICUBIC)
    sheet.paste(words.colour, (round(SCALE * words.x) - reach, round(SCALE * words.y) - reach), turned)
