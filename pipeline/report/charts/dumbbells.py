"""Two periods side by side: for each row a ring for the earlier share and a disc for the later one."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.report.charts.bars import PHONE
from pipeline.report.charts.drawing import GREY, INK, LINE, PAPER, SIZE, Dot, Drawing, Line, Mark, Words
from pipeline.report.charts.letters import cut, width

BLUE = "#08306b"
STEP = 27.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Shares, 0 to 1, in the earlier and the later period; ``choose`` is the search to which the row leads."""

    label: str
    earlier: float
    later: float
    instead: str = ""
    choose: str = ""


def dumbbells(pairs: Sequence[Pair], earlier: str, later: str, most: float) -> Drawing:
    """The pairs on a common scale from 0; ``earlier`` and ``later`` name the periods in the key."""
    phone = most < PHONE
    side = 0.0 if phone else min(max(width(pair.label, SIZE) for pair in pairs) + 12, most * 0.42)
    largest = max(max(pair.earlier, pair.later) for pair in pairs) or 1
    room = most - side - 100
    step, over = (STEP + 16, 18.0) if phone else (STEP, 0.0)
    top = 44.0 if phone else 26.0
    marks: list[Mark] = [Dot(8, 8, 5, PAPER, BLUE), Words(20, 13, earlier, colour=GREY)]
    x, y = (8.0, 26.0) if phone else (20 + width(earlier, SIZE) + 24, 8.0)
    marks += [Dot(x, y, 5, BLUE, BLUE), Words(x + 12, y + 5, later, colour=GREY)]
    for n, pair in enumerate(pairs):
        y = top + n * step + over + 12
        label = cut(pair.label, most if phone else side - 12, SIZE)
        if phone:
            marks.append(Words(0, y - 13, label, instead=pair.instead, choose=pair.choose))
        else:
            marks.append(Words(side - 8, y + 4, label, "end", instead=pair.instead, choose=pair.choose))
        begin = side + 46
        places = [begin + room * value / largest for value in (pair.earlier, pair.later)]
        marks.append(Line(((begin, y), (begin + room, y)), "#edf0f3"))
        marks.append(Line(((places[0], y), (places[1], y)), "#9db8d2" if places[0] != places[1] else LINE, 3))
        marks += [Dot(places[0], y, 5, PAPER, BLUE, pair.choose), Dot(places[1], y, 5, BLUE, BLUE, pair.choose)]
        left, right = sorted((pair.earlier, pair.later))
        marks.append(Words(min(places) - 10, y + 4, f"{left:.0%}", "end", GREY, SIZE - 2))
        marks.append(Words(max(places) + 10, y + 4, f"{right:.0%}", "start", INK, SIZE - 2))
    return Drawing(most, top + len(pairs) * step + 4, tuple(marks))
