"""Days gathered into periods, as fine as a chart has room for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

UNDATED = "undated"
ROOM = 100
"""Characters that stand side by side below a chart."""


@dataclass(frozen=True, slots=True)
class Periods:
    """``unit`` is the length of a period; ``order`` all periods from first to last, empty ones included, then "undated"
    where something has no date; ``labels`` the period of each day that was given.
    """

    unit: str
    order: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def span(self) -> str:
        """The length of a period in a sentence: "a quarter", "5 years"."""
        return self.unit if self.unit[0].isdigit() else f"a {self.unit}"

    def ticks(self, most: int) -> list[int]:
        """Places of at most ``most`` periods to label, fewer where names are long, evenly spaced; "undated" always."""
        longest = max((len(name) for name in self.order if name != UNDATED), default=1)
        most = min(most, ROOM // (longest + 2))
        step = -(-len(self.order) // most)
        places = list(range(0, len(self.order), step))
        last = len(self.order) - 1
        if UNDATED in self.order and last not in places:
            places = [place for place in places if last - place >= step] + [last]
        return places


def periods(days: Iterable[date | None], most: int) -> Periods:
    """Gather days into at most ``most`` days, months, quarters, years or spans of years; None is "undated"."""
    given = [day if isinstance(day, date) else None for day in days]
    known = [day for day in given if day is not None]
    tail = (UNDATED,) if len(known) < len(given) else ()
    for unit, number, label in _UNITS:
        numbers = [number(day) for day in known]
        if not numbers or max(numbers) - min(numbers) < most:
            order = tuple(label(n) for n in range(min(numbers), max(numbers) + 1)) if numbers else ()
            return Periods(unit, order + tail, tuple(UNDATED if d is None else label(number(d)) for d in given))
    raise ValueError(f"days span more than {most} thousand years")


def _day(number: int) -> str:
    return date.fromordinal(number).isoformat()


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def _quarter(number: int) -> str:
    return f"{number // 4} Q{number % 4 + 1}"


def _years(span: int) -> tuple[str, Callable[[date], int], Callable[[int], str]]:
    return (
        f"{span} years",
        lambda day: day.year // span,
        lambda number: f"{number * span}–{(number + 1) * span - 1}",
    )


_UNITS: tuple[tuple[str, Callable[[date], int], Callable[[int], str]], ...] = (
    ("day", date.toordinal, _day),
    ("month", lambda day: day.year * 12 + day.month - 1, _month),
    ("quarter", lambda day: day.year * 4 + (day.month - 1) // 3, _quarter),
    ("year", lambda day: day.year, str),
    _years(5),
    _years(10),
    _years(50),
    _years(1000),
)
