"""Drawings rendered by matplotlib as PNG, to print and to put into slides.

Its renderer is asked directly, without figures and axes, which would lay out what is laid out already. A pixel of a
drawing is a point of the renderer, so that sizes need no conversion.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from math import ceil, cos, radians, sin
from typing import Any, Final

import matplotlib
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image, ImageColor

from pipeline.report.charts.drawing import (
    HATCH_COLOUR,
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
from pipeline.report.charts.letters import font_file, legible

SCALE = 2
"""How many times finer than a screen a PNG is."""
POINTS = 72
"""Points in an inch."""
PIXELS = 96
"""Pixels of a screen in an inch."""
HATCH = "////"
"""Diagonal strokes, as far apart as :data:`pipeline.report.charts.drawing.HATCH_GAP`."""

_STYLE: Any = {"hatch.color": HATCH_COLOUR, "hatch.linewidth": HATCH_WIDTH}
_BEFORE: Final[dict[Anchor, float]] = {"middle": 0.5, "end": 1}
"""The share of a line of words that stands before its place."""
_CENTRE = Path([(0, 0)])


def picture(drawing: Drawing) -> bytes:
    """The bytes of the PNG file, without date or name of software. Letters that the font lacks are left out."""
    width, height = SCALE * ceil(drawing.width), SCALE * ceil(drawing.height)
    with _style():
        renderer = RendererAgg(width, height, POINTS * SCALE)
        sheet = Affine2D().scale(SCALE, -SCALE).translate(0, height)
        for mark in drawing.marks:
            _draw(renderer, sheet, mark)
        image = Image.frombytes("RGBA", (width, height), bytes(renderer.buffer_rgba())).convert("RGB")
    file = io.BytesIO()
    _few_colours(image).save(file, "PNG", dpi=(PIXELS * SCALE, PIXELS * SCALE))
    return file.getvalue()


def _few_colours(image: Image.Image) -> Image.Image:
    """The picture with a palette, in a third of the bytes; the paper, its most frequent colour, stays white."""
    few = image.quantize(255, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    counts, palette = few.histogram(), few.getpalette() or []
    paper = counts.index(max(counts))
    palette[3 * paper : 3 * paper + 3] = ImageColor.getrgb(PAPER)
    few.putpalette(palette)
    return few


@contextmanager
def _style() -> Iterator[None]:
    """Matplotlib's own defaults plus ours, whatever the user's ``matplotlibrc`` says."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        yield


def _draw(renderer: RendererAgg, sheet: Affine2D, mark: Mark) -> None:
    """Draw a mark over what is there; ``sheet`` leads from places of the drawing to those of the renderer."""
    match mark:
        case Box():
            _draw_box(renderer, sheet, mark)
        case Line(points, colour, thick):
            pen = _pen(renderer, colour, thick, cap="projecting")
            renderer.draw_path(pen, Path(points), sheet)
        case Dot(x, y, radius, fill, edge):
            pen = _pen(renderer, edge, RING)
            pen.set_snap(False)
            disc = Affine2D().scale(SCALE * radius)
            at = Affine2D().translate(x, y) + sheet
            renderer.draw_markers(pen, Path.unit_circle(), disc, _CENTRE, at, to_rgba(fill or PAPER))
        case Words(text=text) if text:
            _draw_words(renderer, sheet, replace(mark, text=legible(text, mark.instead, mark.bold)))


def _draw_box(renderer: RendererAgg, sheet: Affine2D, box: Box) -> None:
    pen = _pen(renderer, box.edge or "none", 1 if box.edge else 0, join="miter")
    if box.hatched:
        pen.set_hatch(HATCH)
        pen.set_hatch_color(to_rgba(HATCH_COLOUR))
        pen.set_hatch_linewidth(HATCH_WIDTH)
    place = Affine2D().scale(box.width, box.height).translate(box.x, box.y) + sheet
    renderer.draw_path(pen, Path.unit_rectangle(), place, to_rgba(box.fill))


def _draw_words(renderer: RendererAgg, sheet: Affine2D, words: Words) -> None:
    font = _font(words.size, words.bold)
    before = 0.0
    if words.anchor != "start":  # measuring takes as long as drawing
        wide, _, _ = renderer.get_text_width_height_descent(words.text, font, False)
        before = wide * _BEFORE[words.anchor]
    angle = TURN if words.turned else 0
    x, y = sheet.transform((words.x, words.y))
    x, y = x - before * cos(radians(angle)), renderer.height - y + before * sin(radians(angle))
    renderer.draw_text(_pen(renderer, words.colour, 1), x, y, words.text, font, angle)


def _pen(
    renderer: RendererAgg, colour: str, width: float, *, cap: Any = "butt", join: Any = "round"
) -> GraphicsContextBase:
    """What a line or edge is drawn with, ``width`` in pixels of the drawing."""
    pen = renderer.new_gc()
    pen.set_foreground(to_rgba(colour), isRGBA=True)
    pen.set_linewidth(width)
    pen.set_capstyle(cap)
    pen.set_joinstyle(join)
    return pen


@cache
def _font(size: float, bold: bool) -> FontProperties:
    """The font from the file that words are measured with, whichever of its name the system has."""
    return FontProperties(
        family="sans-serif", size=size, weight="bold" if bold else "normal", fname=str(font_file(bold))
    )
