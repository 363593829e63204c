"""Days gathered into periods, as fine as a chart has room for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.records import Document

UNDATED = "undated"


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
        """The length of a period in a sentence: "a quarter", "at most 5 years"."""
        return f"at most {self.unit}" if self.unit[0].isdigit() else f"a {self.unit}"


def periods(days: Iterable[date | None], most: int) -> Periods:
    """Gather days into at most ``most`` days, months, quarters, years or spans of years; None is "undated"."""
    given = [day if isinstance(day, date) else None for day in days]
    known = [day for day in given if day is not None]
    tail = (UNDATED,) if len(known) < len(given) else ()
    for unit, number, label in _UNITS:
        numbers = [number(day) for day in known]
        if not numbers or max(numbers) - min(numbers) < most:
            names = {n: label(n) for n in range(min(numbers), max(numbers) + 1)} if numbers else {}
            if unit.endswith("years"):
                names = {n: _within(name, min(known).year, max(known).year) for n, name in names.items()}
            labels = tuple(UNDATED if d is None else names[number(d)] for d in given)
            return Periods(unit, (*names.values(), *tail), labels)
    raise ValueError(f"days span more than {most} thousand years")


def of_documents(documents: Sequence[Document], most: int) -> Periods:
    """The periods of documents. A document of which only the month or the year is known is undated where a period is
    shorter than that.
    """
    days = [document.date for document in documents]
    while True:
        found = periods(days, most)
        coarse = _COARSER.get(found.unit, ())
        exact = [
            None if document.date_precision in coarse else day for document, day in zip(documents, days, strict=True)
        ]
        if exact == days:
            return found
        days = exact


_COARSER = {"day": ("month", "year"), "month": ("year",), "quarter": ("year",)}
"""What is too vague for periods of a length."""


def _within(span: str, first: int, last: int) -> str:
    """A span of years without those that lie outside of what is known: a stub does not pass for a whole."""
    begin, end = (int(year) for year in span.split("–"))
    begin, end = max(begin, first), min(end, last)
    return f"{begin}–{end}" if begin < end else str(begin)


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
