"""What a picture is made of: boxes, lines, dots and words at their places, in pixels from the upper left corner.

A drawing knows nothing of files: :mod:`pipeline.report.charts.vectors` writes it as SVG,
:mod:`pipeline.report.charts.rendering` has matplotlib render it as PNG. ``choose`` of a mark is the search of the
report page to which it leads (:mod:`pipeline.report.charts.choices`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

INK, GREY, LINE, PAPER = "#1b1f24", "#4c545e", "#d5d9df", "#ffffff"
SIZE = 13
"""Height of the letters of labels, in pixels."""
TURN = 40
"""Degrees by which turned words rise."""
RING = 1.6
"""Width of the edge of a dot."""
HATCH_COLOUR, HATCH_WIDTH, HATCH_GAP = "#6b7280", 0.8, 6
"""Of the diagonal strokes on a hatched box: their colour, their width, and how far it is from one to the next."""

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; a hatched one has diagonal strokes, for eyes and printers that tell no colours apart."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    hatched: bool = False
    edge: str = ""
    choose: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A broken line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str = LINE
    width: float = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc, or a ring where ``fill`` is the paper's colour."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    choose: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``y`` is its base line. ``instead`` is shown where a font lacks its letters; turned words rise
    to the right.
    """

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    colour: str = INK
    size: float = SIZE
    bold: bool = False
    instead: str = ""
    turned: bool = False
    choose: str = ""


Mark = Box | Line | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks on a sheet, the later ones over the earlier."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def moved(marks: Iterable[Mark], right: float, down: float) -> list[Mark]:
    """The marks at another place."""
    return [
        replace(m, points=tuple((x + right, y + down) for x, y in m.points))
        if isinstance(m, Line)
        else replace(m, x=m.x + right, y=m.y + down)
        for m in marks
    ]


def stacked(parts: Sequence[Drawing], gap: float = 0) -> Drawing:
    """Drawings one under the other."""
    marks: list[Mark] = []
    y = 0.0
    for part in parts:
        marks += moved(part.marks, 0, y)
        y += part.height + gap
    return Drawing(max((p.width for p in parts), default=0), max(y - gap, 0), tuple(marks))
