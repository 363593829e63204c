"""The last day of a time that words name, where they tell it.

No day is told where the words leave it open: of seasons, of fiscal and academic years, of weeks, of early and late
parts, of spans that are counted from another event, of "03/04/2027", and of days that no calendar has.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pipeline.names.calendar import MONTH, SEASON, UNIT, UNITS, YEAR, after, last_day_of_month, month_named
from pipeline.names.numbers import NUMBER, ORDINAL, ordinal, value

_SPAN = re.compile(
    rf"(?:(?P<first>{NUMBER})\s(?:to|or)\s)?(?P<count>{NUMBER}|an?)[\s-](?P<unit>{UNITS}|{UNIT}|hours?)\b"
)
_COUNTING = re.compile(r"\b(?:within|in|next|coming|following|period|course|for|over|during|after|through(?:out)?)\b")
_NEXT_SPAN = re.compile(rf"(?<!\bof )\b(?:the|this)\s(?:next|coming|following)\s(?P<unit>{UNIT})\b")
_FROM_EVENT = re.compile(r"\b(?:of|after|from|following)\s(?!now\b|today\b|this\sday\b)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}|{ORDINAL})(?:st|nd|rd|th)?(?:\sday)?\s(?:of\s)?(?P<month>{MONTH})(?!\w)"
    rf"(?:(?:,|\sof)?\s(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{MONTH})\s(?:the\s)?(?:\d{{1,2}}\s?[-–]\s?)?(?P<day>\d{{1,2}}(?!\d)|{ORDINAL})(?:st|nd|rd|th)?"
    rf"(?:,?\s(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"\b({YEAR})(?:[-–/]\s?(\d{{4}}|\d{{1,2}}))?(?!\d)")
_QUARTER = re.compile(
    r"\b(?:(?P<short>[qh][1-4]|[1-4][qh])|(?P<place>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))"
    r"\s(?P<part>quarter|half|semester))\b"
)
_THIS_QUARTER = re.compile(r"\b(?:this|current|the|next|coming)\s(?:quarter|semester)\b|\bhalf\b")
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_OPEN = re.compile(
    rf"\b(?:{SEASON}|fiscal|financial|academic|school|budget|programme|program|marketing|fy|weekend|weeks?|term"
    rf"|christmas|easter|ramadan|new\syear|decades?|century|season|early|begin|beginning|start|turn|several|few|couple)\b|\bfy\s?\d|{YEAR}s\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?P<next>next\s)?(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day\b")
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_YEAR_WITH_ALL_DAYS = 2000
_BEFORE = re.compile(r"\b(?:before|prior\sto|ahead\sof)\b(?!.*\bend\sof)")


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of months of a year, from the first to the last."""

    year: int
    first: int
    last: int


def last_day(words: str, today: date | None) -> date | None:
    """The last day that a time limit allows; None where its words do not tell it, or name a day that there is not.

    ``today`` is the day from which "next month" and "within sixty days" count; without it they have no day.
    """
    lowered = " ".join(words.lower().split())
    figures, named, counted = _FIGURES.search(lowered), _names_day(lowered), _is_counted(lowered)
    if figures:
        return _day_in_figures(figures)
    if named:
        return _day_in_words(named, lowered, today)
    if counted:
        return _counted(counted, lowered, today)
    if re.search(r"\b(?:today|tonight|tomorrow|this\s(?:morning|afternoon|evening))\b", lowered):
        return today and today + timedelta(days="tomorrow" in lowered)
    weekday = _WEEKDAY.search(lowered)
    if weekday:
        return _on_weekday(weekday, lowered, today)
    if _OPEN.search(lowered):
        return None
    stretch = _stretch(lowered, today)
    if stretch is None:
        return None
    if _BEFORE.search(lowered) and not re.search(r"\bmid", lowered):
        return date(stretch.year, stretch.first, 1) - timedelta(days=1)
    return _end(stretch, lowered)


def has_no_such_day(words: str) -> bool:
    """Whether the words name a day that is in no calendar: "29 February 2027"."""
    lowered = " ".join(words.lower().split())
    figures = _FIGURES.search(lowered)
    if figures:
        return not any(_existing(*numbers) for numbers in _readings(figures))
    named = _names_day(lowered)
    if named is None:
        return False
    year = int(named["year"]) if named["year"] else _YEAR_WITH_ALL_DAYS
    return _existing(year, month_named(named["month"]) or 0, _day_of(named)) is None


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _readings(match: re.Match[str]) -> set[tuple[int, int, int]]:
    """What figures may stand for, as year, month and day: day first behind full stops, either way behind slashes."""
    if match[5]:
        return {(int(match[5]), int(match[6]), int(match[7]))}
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = (year, second, first), (year, first, second)
    return {day_first} if match[2] == "." else {day_first, month_first}


def _day_in_figures(match: re.Match[str]) -> date | None:
    """The day, where figures stand for one only."""
    days = [day for numbers in _readings(match) if (day := _existing(*numbers))]
    return days[0] if len(days) == 1 else None


def _names_day(words: str) -> re.Match[str] | None:
    """The last day of a month that the words name."""
    found = [*_DAY_MONTH.finditer(words), *_MONTH_DAY.finditer(words)]
    return max(found, key=lambda match: (match.end(), -match.start()), default=None)


def _day_of(match: re.Match[str]) -> int:
    number = match["day"]
    return int(number) if number.isdigit() else ordinal(number) or 0


def _day_in_words(match: re.Match[str], words: str, today: date | None) -> date | None:
    month, day = month_named(match["month"]) or 0, _day_of(match)
    if match["year"]:
        return _existing(int(match["year"]), month, day)
    if today is None:
        return None
    if "next year" in words:
        return _existing(today.year + 1, month, day)
    return _existing(today.year + ((month, day) < (today.month, today.day)), month, day)


def _is_counted(words: str) -> re.Match[str] | None:
    return _SPAN.search(words) or _NEXT_SPAN.search(words) if _COUNTING.search(words) else None


def _counted(match: re.Match[str], words: str, today: date | None) -> date | None:
    """The end of a span that is counted from ``today``; None where it is counted from something else."""
    if today is None or _FROM_EVENT.search(words, match.end()):
        return None
    unit = match["unit"]
    counted = match.re is _SPAN and match["count"] not in ("a", "an")
    count = value(match["count"]) if counted else Decimal(1)
    if match.re is _NEXT_SPAN and unit == "week":
        return None
    if count is None:
        return None
    return after(today, count / 24, "days") if unit.startswith("hour") else after(today, count, unit)


def _on_weekday(match: re.Match[str], words: str, today: date | None) -> date | None:
    """The next such day behind ``today``; "next Friday" and "Friday next week" may be another one."""
    if today is None or match["next"] or "week" in words.replace("weekday", ""):
        return None
    ahead = (_WEEKDAYS.index(match["day"]) - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _stretch(words: str, today: date | None) -> _Span | None:
    """The months that the words name: of a month, a quarter, a half, a year."""
    month = month_named(_last_month(words))
    quarter = _quarter(words)
    year = _year(words, month, today)
    if quarter:
        first, last = quarter
        return None if year is None else _Span(year, first, last)
    if _THIS_QUARTER.search(words):
        return _quarter_of(words, today)
    if month is None and re.search(r"\bmonth\b", words) and today:
        ahead = today.month + ("next month" in words or "coming month" in words or "following month" in words)
        return _Span(today.year + (ahead > 12), (ahead - 1) % 12 + 1, (ahead - 1) % 12 + 1)
    if year is None:
        return None
    return _Span(year, month, month) if month else _Span(year, 1, 12)


def _end(stretch: _Span, words: str) -> date | None:
    if re.search(r"\bmid[-\s]|\bmiddle\sof\b", words):
        if (stretch.first, stretch.last) == (1, 12):
            month = last_day_of_month(stretch.year, 6)
            return last_day_of_month(stretch.year - 1, 6) if _BEFORE.search(words) else month
        return None
    return last_day_of_month(stretch.year, stretch.last)


def _last_month(words: str) -> str:
    found = re.findall(rf"\b{MONTH}(?!\w)", words, re.IGNORECASE)
    return str(found[-1]) if found else ""


def _quarter(words: str) -> tuple[int, int] | None:
    """First and last month of a quarter or half of the year."""
    match = _QUARTER.search(words)
    if match is None:
        return None
    if match["short"]:
        short = match["short"]
        number, length = int(short.strip("qh")), 3 if "q" in short else 6
    else:
        length = 3 if match["part"] == "quarter" else 6
        place = match["place"]
        number = 12 // length if place in ("last", "final") else _PLACES.get(place) or int(place[0])
    return None if number * length > 12 else ((number - 1) * length + 1, number * length)


def _quarter_of(words: str, today: date | None) -> _Span | None:
    """The quarter or half of the year that it is, or the next one."""
    if today is None:
        return None
    length = 3 if "quarter" in words else 6
    number = (today.month - 1) // length + bool(re.search(r"\b(?:next|coming)\b", words))
    year, number = today.year + number * length // 12, number % (12 // length)
    return _Span(year, number * length + 1, (number + 1) * length)


def _year(words: str, month: int | None, today: date | None) -> int | None:
    """The last year that the words name; without one that of ``today``, or the next one where the month is past."""
    found = _YEARS.findall(words)
    if found:
        return max(_last_of_run(int(first), second) for first, second in found)
    if today is None:
        return None
    if re.search(r"\b(?:next|coming|following)\s(?:calendar\s)?year\b", words):
        return today.year + 1
    if re.search(r"\byear\b|\byear['’]?s?[-\s]end\b", words):
        return today.year
    if month is not None:
        return today.year + (month < today.month)
    quarter = _quarter(words)
    return today.year + (quarter[1] < today.month) if quarter else None


def _last_of_run(first: int, second: str) -> int:
    """2028 of "2027-28", "2027/8" and "2027-2028"."""
    if not second:
        return first
    last = int(str(first)[: -len(second)] + second)
    return last if last > first else first
