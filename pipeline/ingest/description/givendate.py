"""Dates as people and programs write them into front matter and tables: days, months, years, time stamps."""

import datetime
import math
import re
from typing import Any

from pipeline.ingest.description.issuedate import Dated
from pipeline.names.writtendates import only_weekday, written_dates, written_months

_MISSING = frozenset(
    ("", "nan", "nat", "<na>", "null", "none", "n/a", "na", "n.d.", "n.d", "unknown", "undated", "-", "–", "?")
)
_YEAR = re.compile(r"([12]\d{3})(?:\.0)?")
_MONTH = re.compile(r"([12]\d{3})[-/.](\d{1,2})|(\d{1,2})[-/.]([12]\d{3})")
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_STAMP = re.compile(r"(\d{13})(?:\.0)?")
"""Milliseconds since 1970, as pandas writes dates into JSON from September 2001 on."""


class NoDateError(ValueError):
    """A value that names no day, month or year, or that names more than one; says why."""


def is_missing(value: Any) -> bool:
    """Whether a cell or key holds nothing: empty, NaN, NaT, "n/a"."""
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or value == [] or (isinstance(value, str) and value.strip().lower() in _MISSING)


def parse_date(value: Any) -> Dated:
    """The day that ``value`` names, or the first day of the month or year that it names.

    Raises :class:`NoDateError` where it names none, or where its figures may be two days.
    """
    if isinstance(value, datetime.datetime):
        return Dated(value.date())
    if isinstance(value, datetime.date):
        return Dated(value)
    try:
        text = " ".join(str(value).split())
        return _figures(text) or _words(text)
    except (ValueError, OverflowError) as error:
        raise error if isinstance(error, NoDateError) else NoDateError("which is no day, month or year") from error


def _figures(text: str) -> Dated | None:
    if year := _YEAR.fullmatch(text):
        return Dated(datetime.date(int(year[1]), 1, 1), "year")
    if month := _MONTH.fullmatch(text):
        return Dated(datetime.date(int(month[1] or month[4]), int(month[2] or month[3]), 1), "month")
    if stamp := _STAMP.fullmatch(text):
        return Dated(datetime.datetime.fromtimestamp(int(stamp[1]) / 1000, datetime.UTC).date())
    if compact := _COMPACT.fullmatch(text):
        return Dated(datetime.date(*map(int, compact.groups())))
    return None


def _words(text: str) -> Dated:
    for found in (written_dates(text), written_months(text)):
        if not found:
            continue
        written = found[0]
        if len(found) > 1 or not only_weekday(text[: written.start] + " " + text[written.end :]) or not written.days:
            break
        if written.date is None:
            raise NoDateError(f"which may be {written.days[0]} or {written.days[1]}")
        return Dated(written.date, written.precision)
    raise NoDateError("which is no day, month or year")
