"""Small multiples: one panel a subject, all on one scale, so that they can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.report.charts.bars import PHONE
from pipeline.report.charts.drawing import GREY, PAPER, SIZE, Dot, Drawing, Line, Mark, Words, moved
from pipeline.report.charts.letters import cut, wrapped

BLUE = "#0b4f8a"
HEIGHT, HEADROOM = 88.0, 18.0
SMALL, LEAD = SIZE - 2.0, 15.0


@dataclass(frozen=True, slots=True)
class Panel:
    """``shares`` are values from 0 to 1 for each period; ``firm`` says whether enough stands behind each. None is a
    period without a base. ``choose`` is the search to which the label leads, ``choices`` those of the periods.
    """

    label: str
    shares: tuple[float | None, ...]
    firm: tuple[bool, ...]
    instead: str = ""
    choose: str = ""
    choices: tuple[str, ...] = ()


def multiples(panels: Sequence[Panel], periods: Sequence[str], across: int, most: float) -> Drawing:
    """The panels, so many side by side, two on a phone. Firm values are discs joined by a line; the others rings that
    nothing joins.
    """
    across = across if most >= PHONE else 2
    gap = 22.0
    wide = (most - gap * (across - 1)) / across
    lines = max(len(_title(panel, wide)) for panel in panels)
    high = HEIGHT + 40 + lines * LEAD
    largest = max((share for panel in panels for share in panel.shares if share is not None), default=1) or 1
    marks: list[Mark] = []
    for n, panel in enumerate(panels):
        drawn = _panel(panel, periods, wide, largest, lines)
        marks += moved(drawn, (n % across) * (wide + gap), (n // across) * high)
    return Drawing(most, -(-len(panels) // across) * high, tuple(marks))


def _title(panel: Panel, wide: float) -> Sequence[str]:
    """The panel's label in at most two lines."""
    lines = wrapped(panel.label, wide, SMALL, bold=True)
    return lines if len(lines) < 3 else [lines[0], cut(" ".join(lines[1:]), wide, SMALL, bold=True)]


def _panel(panel: Panel, periods: Sequence[str], wide: float, largest: float, lines: int) -> list[Mark]:
    top = lines * LEAD + 6
    title = _title(panel, wide)
    marks: list[Mark] = [
        *(
            Words(
                0,
                (lines - len(title) + n + 1) * LEAD - 2,
                line,
                size=SMALL,
                bold=True,
                instead=panel.instead,
                choose=panel.choose,
            )
            for n, line in enumerate(title)
        ),
        Line(((0, top + HEIGHT), (wide, top + HEIGHT))),
        Line(((0, top + HEADROOM), (wide, top + HEADROOM)), "#edf0f3"),
        Words(0, top + HEADROOM - 6, f"{largest:.0%}", "start", GREY, SMALL - 1),
        Words(0, top + HEIGHT + 14, periods[0], "start", GREY, SMALL - 1),
        Words(wide, top + HEIGHT + 14, periods[-1], "end", GREY, SMALL - 1),
    ]
    step = (wide - 12) / max(len(periods) - 1, 1)
    places = [
        None if share is None else (6 + n * step, top + HEIGHT - share / largest * (HEIGHT - HEADROOM))
        for n, share in enumerate(panel.shares)
    ]
    for n in range(1, len(places)):
        before, here = places[n - 1], places[n]
        if before and here and panel.firm[n - 1] and panel.firm[n]:
            marks.append(Line((before, here), BLUE, 1.6))
    choices = panel.choices or ("",) * len(places)
    for place, firm, choose in zip(places, panel.firm, choices, strict=True):
        if place:
            marks.append(Dot(*place, 3, BLUE if firm else PAPER, BLUE if firm else "#8a97a6", choose))
    return marks
