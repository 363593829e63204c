"""Drawings rendered by matplotlib: as SVG for screens, and as PNG to print and to put into slides.

A pixel of a drawing is a point of the figure, so that sizes need no conversion and the SVG has the drawing's own
coordinates.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from math import ceil
from typing import Any, Final

import matplotlib
from lxml import etree
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from PIL import Image, ImageColor

from pipeline.report.charts.drawing import PAPER, TURN, Anchor, Box, Dot, Drawing, Line, Mark, Words
from pipeline.report.charts.letters import font_file, legible

SCALE = 2
"""How many times finer than a screen a PNG is."""
POINTS = 72
"""Points in an inch."""
PIXELS = 96
"""Pixels of a screen in an inch."""
RING = 1.6
"""Width of the edge of a dot."""
HATCH = "////"
"""Diagonal strokes, 6 pixels apart."""

_STYLE: Any = {
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Helvetica", "Arial"],
    "hatch.color": "#6b7280",
    "hatch.linewidth": 0.8,
    "svg.fonttype": "none",
    "svg.hashsalt": "communique",
    "text.parse_math": False,
}
"""In SVG the words are drawn by the browser: behind the font of the measurements stand those that replace it."""
_ALIGNED: Final[dict[Anchor, Any]] = {"start": "left", "middle": "center", "end": "right"}
_LINK = "{http://www.w3.org/1999/xlink}href"
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN: Final = frozenset(f"{_SVG}{tag}" for tag in ("path", "rect", "use", "text"))


def element(drawing: Drawing, name: str) -> str:
    """The ``<svg>`` element; ``name`` makes the ids in it its own, so that several fit in one page."""
    file = io.BytesIO()
    with _style(), warnings.catch_warnings():
        # Browsers have other fonts for letters that the font of the measurements lacks.
        warnings.filterwarnings("ignore", r"Glyph .* missing from font", UserWarning)
        metadata = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        figure(drawing).savefig(file, format="svg", metadata=metadata)
    return _embeddable(file.getvalue(), name)


def picture(drawing: Drawing) -> bytes:
    """The bytes of the PNG file, without date or name of software. Letters that the font lacks are left out."""
    marks = tuple(
        replace(mark, text=legible(mark.text, mark.instead, mark.bold)) if isinstance(mark, Words) else mark
        for mark in drawing.marks
    )
    raw, file = io.BytesIO(), io.BytesIO()
    with _style():
        figure(replace(drawing, marks=marks)).savefig(raw, format="rgba")
    size = (SCALE * ceil(drawing.width), SCALE * ceil(drawing.height))
    image = Image.frombytes("RGBA", size, raw.getvalue()).convert("RGB")
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


def figure(drawing: Drawing) -> Figure:
    """The figure: one pair of axes over all of it, in pixels from the upper left corner, with nothing behind."""
    width, height = ceil(drawing.width), ceil(drawing.height)
    made = Figure(figsize=(width / POINTS, height / POINTS), dpi=POINTS * SCALE, frameon=False)
    axes = made.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    for place, mark in enumerate(drawing.marks):
        _add(axes, mark, place)
    return made


@contextmanager
def _style() -> Iterator[None]:
    """Matplotlib's own defaults plus ours, whatever the user's ``matplotlibrc`` says."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_STYLE)
        yield


def _add(axes: Axes, mark: Mark, place: int) -> None:
    """Add a mark; one of a higher ``place`` lies over those of lower ones. Where a mark leads is its address."""
    match mark:
        case Box(x, y, width, height, fill, hatched, edge, choose):
            axes.add_artist(
                Rectangle(
                    (x, y),
                    width,
                    height,
                    facecolor=fill,
                    edgecolor=edge or "none",
                    linewidth=1 if edge else 0,
                    hatch=HATCH if hatched else None,
                    zorder=place,
                    clip_on=False,
                    url=choose or None,
                )
            )
        case Line(points, colour, thick):
            xs, ys = zip(*points, strict=True)
            axes.add_artist(Line2D(xs, ys, color=colour, linewidth=thick, zorder=place, clip_on=False))
        case Dot(x, y, radius, fill, edge, choose):
            axes.add_artist(
                Line2D(
                    [x],
                    [y],
                    linestyle="none",
                    marker="o",
                    markersize=2 * radius,
                    markerfacecolor=fill or PAPER,
                    markeredgecolor=edge,
                    markeredgewidth=RING,
                    zorder=place,
                    clip_on=False,
                    url=choose or None,
                )
            )
        case Words(x, y, text, anchor, colour, size, bold):
            axes.text(
                x,
                y,
                text,
                color=colour,
                fontproperties=_font(size, bold),
                horizontalalignment=_ALIGNED[anchor],
                verticalalignment="baseline",
                rotation=TURN if mark.turned else 0,
                rotation_mode="anchor",
                zorder=place,
                url=mark.choose or None,
            )


@cache
def _font(size: float, bold: bool) -> FontProperties:
    """The font from the file that words are measured with, whichever of its name the system has."""
    return FontProperties(
        family="sans-serif", size=size, weight="bold" if bold else "normal", fname=str(font_file(bold))
    )


def _embeddable(document: bytes, name: str) -> str:
    """The ``<svg>`` element of matplotlib's document, fit to stand in a page beside others: no groups and no style
    sheet, which would hold for the whole page, sizes in pixels, and ids of its own. Characters that XML forbids go. The
    page's script reads where a mark leads: an address would need one for every drawing of it.
    """
    root: Any = etree.fromstring(document, etree.XMLParser(remove_blank_text=True, recover=True))
    etree.strip_elements(root, f"{_SVG}style", f"{_SVG}metadata", with_tail=False)
    for address in root.iter(f"{_SVG}a"):
        for mark in address.iterdescendants():
            if mark.tag in _DRAWN:
                mark.set("data-choose", address.get(_LINK))
    etree.strip_tags(root, f"{_SVG}g", f"{_SVG}a")
    root.set("stroke-linejoin", "round")
    for side in ("width", "height"):
        root.set(side, root.attrib[side].removesuffix("pt"))
    for part in root.iter(f"{_SVG}*"):
        for key, value in part.items():
            own = value.replace("url(#", f"url(#{name}-")
            part.set(key, f"{name}-{value}" if key == "id" else f"#{name}-{value[1:]}" if key == _LINK else own)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")
