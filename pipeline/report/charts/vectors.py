"""Drawings as SVG, in the drawing's own coordinates; words are drawn by the browser, in its own font where it has none
of those that they were measured in.

Where a mark leads stands beside it (``data-choose``), for the page's script: an address would need a link for every
drawing of it.
"""

import re
from collections.abc import Iterator
from html import escape

from pipeline.report.charts.drawing import (
    HATCH_COLOUR,
    HATCH_GAP,
    HATCH_WIDTH,
    PAPER,
    RING,
    TURN,
    Box,
    Dot,
    Drawing,
    Line,
    Mark,
    Words,
)

FONTS = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif"
"""Behind the font of the measurements stand those that replace it."""
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow."""


def element(drawing: Drawing, name: str) -> str:
    """The ``<svg>`` element; ``name`` makes the ids in it its own, so that several fit in one page."""
    fills = sorted({mark.fill for mark in drawing.marks if isinstance(mark, Box) and mark.hatched})
    patterns = "".join(_pattern(fill, name) for fill in fills)
    width, height = _number(drawing.width), _number(drawing.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' stroke-linejoin="round" font-family="{FONTS}">'
        + (f"<defs>{patterns}</defs>" if patterns else "")
        + "".join(_shape(mark, name) for mark in drawing.marks)
        + "</svg>"
    )


def _shape(mark: Mark, name: str) -> str:
    match mark:
        case Box(fill=fill, hatched=hatched):
            paint = f"url(#{_hatch(fill, name)})" if hatched else fill
            return f'<rect{"".join(_places(mark))} fill="{paint}"{_edge(mark)}{_choice(mark.choose)}/>'
        case Line(points, colour, width):
            path = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
            return (
                f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{_number(width)}"'
                ' stroke-linecap="square"/>'
            )
        case Dot(x, y, radius, fill, edge, choose):
            return (
                f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="{fill or PAPER}"'
                f' stroke="{edge}" stroke-width="{RING}"{_choice(choose)}/>'
            )
        case Words():
            return _words(mark)


def _places(box: Box) -> Iterator[str]:
    for side, value in (("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height)):
        yield f' {side}="{_number(value)}"'


def _edge(box: Box) -> str:
    return f' stroke="{box.edge}" stroke-linejoin="miter"' if box.edge else ""


def _words(words: Words) -> str:
    x, y = _number(words.x), _number(words.y)
    weight = ' font-weight="700"' if words.bold else ""
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    turned = f' transform="rotate({-TURN} {x} {y})"' if words.turned else ""
    return (
        f'<text x="{x}" y="{y}" font-size="{_number(words.size)}"{weight}{anchor} fill="{words.colour}"{turned}'
        f"{_choice(words.choose)}>"
        f"{escape(_FORBIDDEN.sub('', words.text), quote=False)}</text>"
    )


def _choice(choose: str) -> str:
    return f' data-choose="{escape(choose)}"' if choose else ""


def _pattern(fill: str, name: str) -> str:
    """Diagonal strokes on the colour of a box, as a tile that fits to itself."""
    gap = HATCH_GAP
    strokes = f"M 0,{gap} L {gap},0 M -1,1 L 1,-1 M {gap - 1},{gap + 1} L {gap + 1},{gap - 1}"
    return (
        f'<pattern id="{_hatch(fill, name)}" patternUnits="userSpaceOnUse" width="{gap}" height="{gap}">'
        f'<rect width="{gap}" height="{gap}" fill="{fill}"/>'
        f'<path d="{strokes}" stroke="{HATCH_COLOUR}" stroke-width="{HATCH_WIDTH}"/></pattern>'
    )


def _hatch(fill: str, name: str) -> str:
    return f"{name}-hatch-{fill.removeprefix('#')}"


def _number(value: float) -> str:
    """A coordinate, to a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
