"""The calendar in running text: months, weekdays, seasons, spans of time.

The pieces in capitals are sources of regular expressions, with or without ``re.VERBOSE``.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_VERBS = ("March", "May")
"""Months whose names are other words too."""
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF = {"month": 1, "quarter": 3, "semester": 6, "year": 12, "decade": 120, "century": 1200}


def _any(words: Iterable[str]) -> str:
    """A choice between words, as they are and in capitals."""
    return "|".join(form for word in words for form in (word, word.upper()))


CLEAR_MONTH = rf"(?:{_any(month for month in MONTHS if month not in _VERBS)})"
"""A month whose name is no other word."""
MONTH = rf"(?:{_any(MONTHS)}|(?:{_any(_SHORT_MONTHS)})\b\.?)"
"""A month, in full or shortened."""
MONTH_IN_ANY_CASE = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
"""The same for patterns that ignore case: half as long, as such patterns are long and compiled at every start."""
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?)"
"""A day of a month."""
YEAR = r"(?:(?:1[6-9]|20)\d\d)"
UNIT = rf"(?:{'|'.join((*_DAYS, *_MONTHS_OF))})"
"""A span of time, as in "one year"."""
UNITS = rf"(?:{'|'.join(f'{unit}s' for unit in (*_DAYS, *_MONTHS_OF) if unit != 'century')}|centuries)"
"""Several of them."""

_SHORT = tuple(month[:3].lower() for month in MONTHS)
_MONTH_NAME = re.compile(rf"\b{MONTH}(?!\w)", re.IGNORECASE)


def month_named(words: str) -> int | None:
    """The number of the first month that ``words`` name, in capitals or not; None where they name none."""
    found = _MONTH_NAME.search(words)
    return _SHORT.index(found.group()[:3].lower()) + 1 if found else None


def last_day_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def after(start: date, count: Decimal | int, unit: str) -> date | None:
    """The day that is ``count`` units (one of :data:`UNIT` or :data:`UNITS`) behind ``start``.

    A month that has no such day ends at its last. None where the count is no whole number of days or months, and
    behind the year 9999.
    """
    single = "century" if unit == "centuries" else unit.removesuffix("s")
    steps = count * (_DAYS.get(single) or _MONTHS_OF[single])
    if steps != int(steps):
        return None
    try:
        if single in _DAYS:
            return start + timedelta(days=int(steps))
        years, month = divmod(start.month - 1 + int(steps), 12)
        last = last_day_of_month(start.year + years, month + 1)
        return last.replace(day=min(start.day, last.day))
    except (ValueError, OverflowError):
        return None
