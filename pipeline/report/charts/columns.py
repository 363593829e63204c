"""Columns over time, each with the base that it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.report.charts.canvas import SERIES, legend
from pipeline.report.charts.drawing import GREY, INK, LINE, SIZE, Box, Drawing, Line, Mark, Words, stacked
from pipeline.report.charts.letters import width

HEIGHT = 190.0
SMALL = SIZE - 2.0


@dataclass(frozen=True, slots=True)
class Column:
    """``parts`` are the values of the series, ``above`` and ``below`` the words over and under it, ``choose`` is the
    search to which it leads.
    """

    label: str
    parts: tuple[float, ...]
    above: str = ""
    below: str = ""
    choose: str = ""


def columns(shown: Sequence[Column], series: Sequence[str], most: float) -> Drawing:
    """Columns of a common scale, with as many labels as fit; few columns are kept narrow."""
    highest = max(sum(column.parts) for column in shown) or 1
    step = min(most / len(shown), 90.0)
    every = _every([column.label for column in shown] + [column.below for column in shown], step)
    above = max(width(column.above, SMALL) for column in shown) + 4 <= step
    top = 18.0
    marks: list[Mark] = [Line(((0, top + HEIGHT), (step * len(shown), top + HEIGHT)))]
    for n, column in enumerate(shown):
        middle, y = (n + 0.5) * step, top + HEIGHT
        for name, value in zip(series, column.parts, strict=True):
            fill, hatched = SERIES[name]
            high = HEIGHT * value / highest
            y -= high
            if high:
                marks.append(Box(middle - step * 0.38, y, step * 0.76, high, fill, hatched, choose=column.choose))
        if above or sum(column.parts) == highest:
            marks.append(Words(middle, y - 4, column.above, "middle", GREY, SMALL))
        if (len(shown) - 1 - n) % every == 0:
            for line, (words, colour) in enumerate(((column.label, INK), (column.below, GREY))):
                half = width(words, SMALL) / 2
                at = min(max(middle, half), most - half)
                place = top + HEIGHT + 16 + 15 * line
                marks.append(Words(at, place, words, "middle", colour, SMALL, choose=column.choose))
            marks.append(Line(((middle, top + HEIGHT), (middle, top + HEIGHT + 4)), LINE))
    body = Drawing(most, top + HEIGHT + 38, tuple(marks))
    return stacked([legend(series, most), body]) if len(series) > 1 else body


def _every(labels: Sequence[str], step: float) -> int:
    """Every how many columns a label fits; counted from the last, which always has one."""
    needed = max(width(label, SMALL) for label in labels) + 8
    return max(1, -(-int(needed) // max(int(step), 1)))
