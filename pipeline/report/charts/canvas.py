"""A finished chart: one drawing for wide screens and paper, one for phones, its words, and the numbers in it."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.report.charts.drawing import GREY, PAPER, SIZE, Box, Drawing, Mark, Words, moved, stacked
from pipeline.report.charts.letters import width, wrapped
from pipeline.report.charts.rendering import picture
from pipeline.report.charts.vectors import element
from pipeline.tables import cell, replacing, replacing_bytes

if TYPE_CHECKING:
    import pandas as pd

WIDE, NARROW = 760.0, 340.0
"""Widths in pixels for which a chart is laid out: a page's column, and a phone."""
MARGIN = 16.0

Value = str | int | float

SERIES: dict[str, tuple[str, bool]] = {
    "strong": ("#08306b", False),
    "medium": ("#4a90c4", False),
    "weak": ("#d3e3f1", True),
    "announced": ("#0b4f8a", False),
    "reaffirmed": ("#e9a23b", True),
    "demand": ("#c8511b", False),
    "position": ("#56b4e9", False),
    "documents": ("#0b4f8a", False),
}
"""Colour of each value that charts tell apart, and whether it is hatched (after Okabe and Ito, 2008, spread in
lightness)."""


@dataclass(frozen=True)
class Chart:
    """A finished chart.

    ``name`` is its file name without ending, ``title`` what it shows, ``caption`` the base that it rests on, ``alt``
    the text for those who do not see it; ``columns`` and ``rows`` are the table of what is drawn, ``choices``
    for each of its rows the search that shows what it counts, or nothing.
    """

    name: str
    title: str
    caption: str
    alt: str
    wide: Drawing
    narrow: Drawing
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    choices: tuple[str, ...]

    @property
    def numbers(self) -> "pd.DataFrame":
        """The numbers as a table to reckon with."""
        import pandas as pd  # a third of a second, which a report of one document does without

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    @cached_property
    def png(self) -> bytes:
        """The bytes of the picture with title and caption in it."""
        return picture(framed(self.wide, self.title, self.caption))

    @property
    def svg(self) -> str:
        """The picture with title and caption in it, as it lies in a file of its own."""
        return element(framed(self.wide, self.title, self.caption), self.name)

    @property
    def inline(self) -> str:
        """The picture alone, for a page that has title and caption as text."""
        return element(self.wide, f"{self.name}-wide")

    @property
    def csv(self) -> bytes:
        """The numbers as a CSV file."""
        file = io.StringIO()
        csv.writer(file, lineterminator="\n").writerows([self.columns, *(map(cell, row) for row in self.rows)])
        return file.getvalue().encode()

    @property
    def phone(self) -> str:
        """The picture alone, laid out for a phone."""
        return element(self.narrow, f"{self.name}-phone")


def chart(
    name: str,
    title: str,
    caption: str,
    alt: str,
    draw: Callable[[float], Drawing],
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Value]]],
) -> Chart:
    """A chart from the function that lays it out for a width; ``rows`` are searches and the numbers that they show."""
    values = tuple(tuple(values) for _, values in rows)
    choices = tuple(choice for choice, _ in rows)
    return Chart(name, title, caption, alt, draw(WIDE), draw(NARROW), tuple(columns), values, choices)


def framed(drawing: Drawing, title: str, caption: str) -> Drawing:
    """The wide drawing on paper, under its title and over its caption."""
    head = text(title, WIDE, size=17, bold=True)
    foot = text(caption, WIDE, size=11.5, colour=GREY)
    body = stacked([head, drawing, foot], gap=10)
    paper = Box(0, 0, WIDE + 2 * MARGIN, body.height + 2 * MARGIN, PAPER)
    return Drawing(paper.width, paper.height, (paper, *moved(body.marks, MARGIN, MARGIN)))


def text(words: str, most: float, *, size: float = SIZE, bold: bool = False, colour: str = "#1b1f24") -> Drawing:
    """A paragraph."""
    lines = wrapped(words, most, size, bold)
    step = size * 1.35
    marks = [
        Words(0, (n + 1) * step - size * 0.35, line, colour=colour, size=size, bold=bold)
        for n, line in enumerate(lines)
    ]
    return Drawing(most, len(lines) * step, tuple(marks))


def legend(series: Sequence[str], most: float) -> Drawing:
    """The key of the series, in as many lines as it takes."""
    marks: list[Mark] = []
    x, y = 0.0, 0.0
    for name in series:
        fill, hatched = SERIES[name]
        needed = 18 + width(name, SIZE) + 18
        if x and x + needed > most:
            x, y = 0.0, y + 20
        marks.append(Box(x, y + 2, 13, 12, fill, hatched))
        marks.append(Words(x + 18, y + 13, name, colour=GREY))
        x += needed
    return Drawing(most, y + 24, tuple(marks))


def write(shown: Chart, folder: Path) -> list[Path]:
    """Write the chart as PNG and SVG, and its numbers as CSV, into ``folder``; returns the paths."""
    png, svg, data = (folder / f"{shown.name}.{form}" for form in ("png", "svg", "csv"))
    with replacing_bytes(png) as pixels:
        pixels.write(shown.png)
    with replacing(svg) as vectors:
        vectors.write(f'<?xml version="1.0" encoding="utf-8"?>\n{shown.svg}\n')
    with replacing_bytes(data) as numbers:
        numbers.write(shown.csv)
    return [png, svg, data]


def listing(parts: Sequence[str]) -> str:
    """Parts as an enumeration: "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def spoken(values: Sequence[tuple[str, str]], most: int = 8) -> str:
    """Labels with their values in words, for the alternative text; how many more there are is said."""
    words = [f"{label} {value}" for label, value in values[:most]]
    return listing(words) + (f"; {len(values) - most} more" if len(values) > most else "")
