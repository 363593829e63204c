"""Drawings as SVG, in words that a browser can select and read aloud."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from pipeline.report.charts.drawing import PAPER, TURN, Box, Dot, Drawing, Line, Mark, Words

FAMILY = "'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif"
"""The font of the measurements, then those that stand in for it."""
STROKES = "#6b7280"
"""Colour of the strokes of hatched boxes."""


def element(drawing: Drawing, name: str) -> str:
    """The ``<svg>`` element; ``name`` makes the ids in it its own, so that several fit in one page."""
    width, height = _number(drawing.width), _number(drawing.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FAMILY}">'
    )
    return "\n".join([head, *_patterns(drawing.marks, name), *(_element(m, name) for m in drawing.marks), "</svg>"])


def _patterns(marks: Iterable[Mark], name: str) -> Iterator[str]:
    for fill in sorted({m.fill for m in marks if isinstance(m, Box) and m.hatched}):
        yield (
            f'<defs><pattern id="{_hatch(name, fill)}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<rect width="6" height="6" fill="{fill}"/><path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke="{STROKES}" '
            'stroke-width="0.8"/></pattern></defs>'
        )


def _element(mark: Mark, name: str) -> str:
    match mark:
        case Box(x, y, width, height, fill, hatched, edge):
            paint = f"url(#{_hatch(name, fill)})" if hatched else fill
            line = f' stroke="{edge}"' if edge else ""
            return (
                f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}" '
                f'fill="{paint}"{line}/>'
            )
        case Line(points, colour, thick):
            path = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
            return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{_number(thick)}"/>'
        case Dot(x, y, radius, fill, edge):
            return (
                f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="{fill or PAPER}" '
                f'stroke="{edge}" stroke-width="1.6"/>'
            )
        case Words():
            weight = ' font-weight="bold"' if mark.bold else ""
            anchor = f' text-anchor="{mark.anchor}"' if mark.anchor != "start" else ""
            place = (_number(mark.x), _number(mark.y))
            turn = f' transform="rotate(-{TURN} {place[0]} {place[1]})"' if mark.turned else ""
            return (
                f'<text x="{place[0]}" y="{place[1]}" font-size="{_number(mark.size)}" '
                f"fill={quoteattr(mark.colour)}{weight}{anchor}{turn}>{escape(mark.text)}</text>"
            )


def _hatch(name: str, fill: str) -> str:
    return f"{name}-{fill.removeprefix('#')}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
