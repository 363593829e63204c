"""Ranked bars: a label, a bar in one or several parts, and its value in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.report.charts.canvas import SERIES, legend
from pipeline.report.charts.drawing import GREY, SIZE, Anchor, Box, Drawing, Line, Mark, Words, stacked
from pipeline.report.charts.letters import cut, width

STEP, THICK = 25.0, 16.0
PHONE = 480.0
"""Under this width a label stands over its bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """``parts`` are the values of the series, ``note`` the words at the bar's end, ``instead`` a plain label;
    ``choose`` is the search to which all of it leads, ``choices`` those of its parts where they differ.
    """

    label: str
    parts: tuple[float, ...]
    note: str
    instead: str = ""
    choose: str = ""
    choices: tuple[str, ...] = ()


def bars(shown: Sequence[Bar], series: Sequence[str], most: float) -> Drawing:
    """Bars of a common scale, the first on top, with a key where there are several series."""
    phone = most < PHONE
    side = 0.0 if phone else min(max(width(bar.label, SIZE) for bar in shown) + 12, most * 0.42)
    notes = max(width(bar.note, SIZE - 1) for bar in shown) + 8
    room = most - side - notes
    longest = max(sum(bar.parts) for bar in shown) or 1
    step, over = (STEP + 18, 18.0) if phone else (STEP, 0.0)
    marks: list[Mark] = []
    for n, bar in enumerate(shown):
        top = n * step + over
        label = cut(bar.label, most if phone else side - 12, SIZE)
        x, y = (0.0, top - 4) if phone else (side - 8, top + 13)
        start: Anchor = "start" if phone else "end"
        marks.append(Words(x, y, label, start, instead=bar.instead, choose=bar.choose))
        at = side
        choices = bar.choices or (bar.choose,) * len(bar.parts)
        for name, value, choose in zip(series, bar.parts, choices, strict=True):
            fill, hatched = SERIES[name]
            long = room * value / longest
            if long:
                marks.append(Box(at, top, long, THICK, fill, hatched, choose=choose))
            at += long
        marks.append(Words(at + 6, top + 12.5, bar.note, colour=GREY, size=SIZE - 1, choose=bar.choose))
    height = len(shown) * step
    marks.append(Line(((side, over and 14.0), (side, height - 4))))
    body = Drawing(most, height, tuple(marks))
    return stacked([legend(series, most), body]) if len(series) > 1 else body
