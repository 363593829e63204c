"""Months, spans of time, and dates written out in full."""

import calendar as days
import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.description.issuedate import is_dateline
from pipeline.names import calendar, writtendates
from pipeline.tag.entities.dates import find_dates
from tests.shipped import KNOWLEDGE

SHORT = [(name[:3], n) for n, name in enumerate(days.month_name) if n and name != "May"]
MONTHS = [*((name, n) for n, name in enumerate(days.month_name) if n), *SHORT, ("Sept", 9)]
SPELLINGS = [
    *((form, n) for name, n in MONTHS for form in (name, name.upper())),
    *((f"{name}.", n) for name, n in MONTHS if len(name) <= 4 and name not in ("May", "June", "July")),
]
ORDERS = ["{day} {month} {year}", "{month} {day}, {year}", "{day}th of {month} {year}", "{month} {day}th, {year}"]
YEARS = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(("month", "number"), SPELLINGS)
@pytest.mark.parametrize("order", [*ORDERS, "{day}-{month}-{year}"])
def test_every_month_is_read_in_every_order(month: str, number: int, order: str) -> None:
    if month.endswith(".") and "-" in order:
        order = ORDERS[0]
    written = order.format(day=14, month=month, year=2031)
    assert writtendates.read_date(f"Oslo, {written}") == date(2031, number, 14)
    assert is_dateline(f"Oslo, {written}", KNOWLEDGE)
    assert find_dates(f"Signed on {written} in Oslo") == ((10, 10 + len(written)),)
    assert calendar.month_named(written) == number


@given(YEARS, st.sampled_from(["{d.day} {d:%B} {d.year}", "{d:%B} {d.day}, {d.year}", "{d:%d %b. %Y}", "{d:%Y-%m-%d}"]))
def test_every_day_comes_back(day: date, form: str) -> None:
    assert writtendates.read_date(form.format(d=day).replace("May.", "May")) == day


@pytest.mark.parametrize(
    "text",
    ["31 April 2031", "April 2031", "April 10", "2031-13-01", "10 Apricot 2031", "10 April 1430", "110 April 2031", ""],
)
def test_what_is_no_full_date(text: str) -> None:
    assert writtendates.read_date(text) is None


def test_a_day_that_does_not_exist_is_passed_over() -> None:
    text = "31 April 2031 or 1 May 2031"
    assert [text[w.start : w.end] for w in writtendates.written_dates(text)] == ["31 April 2031", "1 May 2031"]
    assert writtendates.read_date(text) == date(2031, 5, 1)


@pytest.mark.parametrize("words", ["marching", "a marred decision", "octagon", "Junta", ""])
def test_what_names_no_month(words: str) -> None:
    assert calendar.month_named(words) is None


@pytest.mark.parametrize(
    ("count", "unit", "day"),
    [
        (10, "days", date(2031, 2, 10)),
        (2, "weeks", date(2031, 2, 14)),
        (1, "fortnight", date(2031, 2, 14)),
        (1, "month", date(2031, 2, 28)),
        (13, "months", date(2032, 2, 29)),
        (2, "quarters", date(2031, 7, 31)),
        (1, "semester", date(2031, 7, 31)),
        (Decimal("1.5"), "years", date(2032, 7, 31)),
        (3, "decades", date(2061, 1, 31)),
        (1, "century", date(2131, 1, 31)),
        (2, "centuries", date(2231, 1, 31)),
        (Decimal("1.5"), "months", None),
        (10_000, "years", None),
        (10**9, "days", None),
        (10**30, "months", None),
    ],
)
def test_spans_of_time_end_on_a_day(count: int, unit: str, day: date | None) -> None:
    assert calendar.after(date(2031, 1, 31), count, unit) == day


@given(YEARS, st.integers(1, 5000))
def test_years_are_twelve_months_and_weeks_seven_days(start: date, count: int) -> None:
    assert calendar.after(start, count, "years") == calendar.after(start, 12 * count, "months")
    assert calendar.after(start, count, "weeks") == calendar.after(start, 7 * count, "days")


@pytest.mark.parametrize("unit", ["1", "10 ", "April ", "10 April ", "10-", "May 1, ", "2031-", " "])
def test_long_runs_take_little_time(unit: str) -> None:
    run = unit * (100_000 // len(unit))
    assert writtendates.read_date(run) is None
    assert calendar.month_named(run) in (None, 4, 5)
    assert re.search(rf"{calendar.MONTH}\s{calendar.DAY}\s{calendar.YEAR}", run) is None
