"""Dates as pages, prints and tables write them: words, figures in any usual order, ranges, months and years alone.

Figures alone ("03/05/2031") may mean two days; such a date keeps both, and :class:`Order` chooses.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from pipeline.names.calendar import MONTH, WEEKDAY, YEAR, month_named
from pipeline.names.spelleddates import spelled_dates

Precision = Literal["day", "month", "year"]


class Order(StrEnum):
    """Which of two figures is the day: the first, the second, or nobody can tell."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Written:
    """A date between two offsets. ``days`` holds its day, none where there is no such day ("31 April 2024").

    Figures that can be read in two ways have two days, the one with the day in front first.
    """

    start: int
    end: int
    days: tuple[date, ...]
    precision: Precision = "day"

    @property
    def date(self) -> date | None:
        """The day, where there is just one."""
        return self.days[0] if len(self.days) == 1 else None


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("／"): "/", ord("．"): ".", ord("－"): "-"}
_TH = r"(?:\s?(?:st|nd|rd|th)\b)?"
_TO = r"\s?(?:[-–—/&]|to|and|until|through)\s?"
_DAY = r"\d{1,2}"
_APART = r"(?:\.?,?\s{0,2}(?:of\s|day\sof\s)?|\s?[-/.]\s?)"

_WORDED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<![\w.])(?:{_DAY}{_TH}(?:\s(?:{MONTH})(?:,?\s{YEAR})?)?{_TO})?(?P<day>{_DAY}){_TH}{_APART}"
        rf"(?P<month>{MONTH})(?:[.,]?,?\s{{0,2}}|\s?[-/.]\s?)(?P<year>{YEAR})(?!\w)",
        rf"\b(?:(?:{MONTH})\s{_DAY}{_TH}(?:,?\s{YEAR})?{_TO})?(?P<month>{MONTH})[.,]?\s{{0,2}}"
        rf"(?:{_DAY}{_TH}{_TO})?(?P<day>{_DAY}){_TH}\s?[,.]?\s{{0,2}}(?P<year>{YEAR})(?!\w)",
        rf"(?<![\w/.-])(?P<year>{YEAR})[\s-](?P<month>{MONTH})[\s-](?P<day>{_DAY})(?!\w)",
        rf"(?<![\w/.-])(?P<year>{YEAR})(?P<sign>[-/.‐–]|\.\s)(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)"
        r"(?![\d/‐–-]|\.\d|[A-SU-Z_])",
        rf"(?<!\d)(?P<year>{YEAR})\s?[年년]\s?(?P<month>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日일]",
        rf"(?<![\w/.-])(?:{_DAY}\.?\s?[-–]\s?)?(?P<day>{_DAY})\.\s?(?P<month>x?i{{1,3}}|i?[vx]|vi{{1,3}}|xi?)\.\s?"
        rf"(?P<year>{YEAR})(?!\w)",
    )
)
_FIGURES = re.compile(
    rf"(?<![\w/.-])(?P<one>\d\d?)(?P<sign>[-/.‐–]|\.\s|\s/\s)(?P<two>\d\d?)(?P=sign)(?P<year>{YEAR})(?![\w/‐–-]|\.\d)"
)
_MONTH_ALONE = re.compile(
    rf"(?<![\w.])(?P<month>{MONTH})[.,]?,?\s{{0,2}}(?:of\s)?(?P<year>{YEAR})(?!\w)", re.IGNORECASE
)


def written_dates(text: str) -> tuple[Written, ...]:
    """The full dates in ``text``, in order: "April 10, 2024", "29, OCTOBER 2031", "14.5.2031"; a month alone is none.

    A range of days is one date, that of its last day.
    """
    text = text.translate(_WIDE)
    found = [
        Written(*match.span(), _existing((int(match["year"]), _month(match["month"]), int(match["day"]))))
        for form in _WORDED
        for match in form.finditer(text)
    ]
    found += [Written(start, end, _existing(parts)) for start, end, parts in spelled_dates(text)]
    for match in _FIGURES.finditer(text):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        found.append(Written(*match.span(), _existing((year, two, one), (year, one, two))))
    return tuple(_apart(sorted(found, key=lambda written: (written.start, -written.end))))


def written_months(text: str) -> tuple[Written, ...]:
    """The months with their year in ``text`` that belong to no full date; their day is the first."""
    taken = written_dates(text)
    return tuple(
        Written(*match.span(), _existing((int(match["year"]), _month(match["month"]), 1)), "month")
        for match in _MONTH_ALONE.finditer(text)
        if not any(full.start < match.end() and match.start() < full.end for full in taken)
    )


def read_date(text: str, order: Order = Order.UNKNOWN) -> date | None:
    """The first full date in ``text`` that exists and that ``order`` makes certain; None where there is none."""
    return next((day for written in written_dates(text) if (day := settle(written, order))), None)


def settle(written: Written, order: Order) -> date | None:
    """The day of a date, by ``order`` where it has two; None where that leaves it open."""
    if len(written.days) < 2 or order is Order.UNKNOWN:
        return written.date
    return written.days[0 if order is Order.DAY_FIRST else 1]


def order_among(texts: Iterable[str]) -> Order:
    """Which figure is the day, told by dates that leave no choice: "14/05/2031", or "May 3, 2031" beside "5/3/2031"."""
    certain: set[date] = set()
    open_ones: list[Written] = []
    votes: set[Order] = set()
    for text in texts:
        for written in written_dates(text):
            match = _FIGURES.fullmatch(text.translate(_WIDE)[written.start : written.end])
            if written.date:
                certain.add(written.date)
            if match and (int(match["one"]) > 12) != (int(match["two"]) > 12):
                votes.add(Order.DAY_FIRST if int(match["one"]) > 12 else Order.MONTH_FIRST)
            elif len(written.days) == 2:
                open_ones.append(written)
    for written in open_ones:
        matching = [i for i, day in enumerate(written.days) if day in certain]
        if len(matching) == 1:
            votes.add((Order.DAY_FIRST, Order.MONTH_FIRST)[matching[0]])
    return votes.pop() if len(votes) == 1 else Order.UNKNOWN


def only_weekday(text: str) -> bool:
    """Whether ``text`` holds nothing but a day of the week, times and signs."""
    return not _BESIDE_DATE.sub("", text).strip(" \t,.;:()[]|/-–—•*")


_BESIDE_DATE = re.compile(
    rf"\b(?:{WEEKDAY}|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?|T?(?<!\d)\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?"
    r"(?:\s?[ap]\.?m\.?\b)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC|CES?T|BST|[ECMP][SD]T|hrs?|h|Z|T|at|o['’]clock)\b|"
    r"(?:GMT|UTC)?[+-]\d\d:?\d\d",
    re.IGNORECASE,
)


def _apart(found: list[Written]) -> Iterable[Written]:
    """``found`` without those that begin within another."""
    end = 0
    for written in found:
        if written.start >= end:
            yield written
            end = written.end


def _month(words: str) -> int:
    if words.isdigit():
        return int(words)
    return _ROMAN.index(words.lower()) + 1 if words.lower() in _ROMAN else month_named(words) or 0


def _existing(*readings: tuple[int, int, int]) -> tuple[date, ...]:
    days: list[date] = []
    for reading in readings:
        try:
            day = date(*reading)
        except ValueError:
            continue
        if day not in days:
            days.append(day)
    return tuple(days)
