"""A grid of shares, darker for more, with its values written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from pipeline.report.charts.bars import PHONE
from pipeline.report.charts.drawing import GREY, INK, SIZE, TURN, Box, Drawing, Mark, Words
from pipeline.report.charts.letters import cut, width

SHADES = ("#f4f6f8", "#dbe8f4", "#b5d1ea", "#7fb1da", "#3f83bd", "#1d5a97", "#08306b")
LIGHT_INK = 4
"""The first shade on which words are white."""
ROW = 24.0
CELL, NARROW_CELL = 22.0, 19.0
SLACK = 0.1
"""Part of the width that is left at the right for the heads of the last columns, which rise over the grid's edge."""
SMALL = SIZE - 2.0


@dataclass(frozen=True, slots=True)
class Head:
    """The label of a column, and a plain one."""

    label: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """``values`` are shares, 0 to 1; None is an empty cell. ``choose`` is the search to which the label leads,
    ``choices`` those of the cells.
    """

    label: str
    note: str
    values: tuple[float | None, ...]
    instead: str = ""
    choose: str = ""
    choices: tuple[str, ...] = ()


def matrix(rows: Sequence[Row], heads: Sequence[Head], most: float) -> Drawing:
    """The grid with turned column heads; of the columns the first that fit. On a phone labels and notes stand over
    their row, which leaves room for more columns.
    """
    phone = most < PHONE
    notes = 0.0 if phone else max(width(row.note, SMALL) for row in rows) + 10
    slack = most * SLACK
    side = 0.0 if phone else min(max(width(row.label, SIZE) for row in rows) + 10, most * 0.3)
    shown = list(heads[: max(2, int((most - side - notes - slack) / (NARROW_CELL if phone else CELL)))])
    step, over = (ROW + 20, 20.0) if phone else (ROW, 0.0)
    cell = min((most - side - notes - slack) / len(shown), 3 * CELL)
    rise, run = sin(radians(TURN)), cos(radians(TURN))
    longest = max(width(head.label, SMALL) for head in shown)
    top = longest * rise + 14
    marks: list[Mark] = [
        Words(
            side + (n + 0.5) * cell,
            top - 6,
            cut(head.label, min(longest, (most - side - (n + 0.5) * cell) / run), SMALL),
            colour=GREY,
            size=SMALL,
            instead=head.instead,
            turned=True,
        )
        for n, head in enumerate(shown)
    ]
    for r, row in enumerate(rows):
        y = top + r * step + over
        right = side + len(shown) * cell
        if phone:
            room = max(right, most * 0.6) - width(row.note, SMALL) - 8
            marks.append(Words(0, y - 4, cut(row.label, room, SIZE), instead=row.instead, choose=row.choose))
            marks.append(Words(max(right, most * 0.6), y - 4, row.note, "end", GREY, SMALL))
        else:
            label = cut(row.label, side - 10, SIZE)
            marks.append(Words(side - 8, y + 16, label, "end", instead=row.instead, choose=row.choose))
            marks.append(Words(right + 8, y + 16, row.note, colour=GREY, size=SMALL))
        for n, value in enumerate(row.values[: len(shown)]):
            shade = _shade(value)
            choose = row.choices[n] if value and row.choices else ""
            marks.append(Box(side + n * cell + 1, y + 1, cell - 2, ROW - 2, SHADES[shade], choose=choose))
            percent = "" if not value else "<1" if value < 0.005 else f"{100 * value:.0f}"
            ink = "#ffffff" if shade >= LIGHT_INK else INK
            marks.append(Words(side + (n + 0.5) * cell, y + 16, percent, "middle", ink, SMALL, choose=choose))
    return Drawing(most, top + len(rows) * step + 4, tuple(marks))


def _shade(value: float | None) -> int:
    """Nothing is the first shade, and a half or more the last."""
    return 0 if not value else min(1 + int(value * 10), len(SHADES) - 1)
