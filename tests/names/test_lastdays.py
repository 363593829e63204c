"""The last day of a time, where its words tell it."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.names.lastdays import has_no_such_day, last_day
from pipeline.names.periods import TIME

TODAY = date(2024, 5, 20)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 20 May", date(2024, 5, 20)),
        ("by 19 May", date(2025, 5, 19)),
        ("by May", date(2024, 5, 31)),
        ("by the end of May", date(2024, 5, 31)),
        ("by the end of April", date(2025, 4, 30)),
        ("by 31 June 2026", None),
        ("by 29 February 2027", None),
        ("by the thirty-first of April 2026", None),
        ("by 3rd March 2026", date(2026, 3, 3)),
        ("by March 2026", date(2026, 3, 31)),
        ("in the second quarter of this year", date(2024, 6, 30)),
        ("in the third quarter of next year", date(2025, 9, 30)),
        ("in the fourth quarter of 2027", date(2027, 12, 31)),
        ("in the last quarter of 2027", date(2027, 12, 31)),
        ("in the first half of 2027", date(2027, 6, 30)),
        ("in the second half of 2027", date(2027, 12, 31)),
        ("by early 2027", None),
        ("by the beginning of 2027", None),
        ("by the start of 2027", None),
        ("by the middle of 2027", date(2027, 6, 30)),
        ("by late 2027", date(2027, 12, 31)),
        ("before mid-2027", date(2026, 6, 30)),
        ("later this year", date(2024, 12, 31)),
        ("by the end of the year", date(2024, 12, 31)),
        ("next week", None),
        ("this month", date(2024, 5, 31)),
        ("by the end of the decade", None),
        ("by the end of the century", None),
        ("two years", None),
        ("in two years", date(2026, 5, 20)),
        ("for two years", date(2026, 5, 20)),
        ("the coming two years", date(2026, 5, 20)),
        ("a period of two years", date(2026, 5, 20)),
        ("within an hour", None),
        ("soon", None),
        ("next month", date(2024, 6, 30)),
        ("by the end of next month", date(2024, 6, 30)),
        ("by Q3 2027", date(2027, 9, 30)),
        ("by 2027 Q3", date(2027, 9, 30)),
        ("by H1 2027", date(2027, 6, 30)),
        ("by Q4", date(2024, 12, 31)),
        ("by Q1", date(2025, 3, 31)),
        ("this quarter", date(2024, 6, 30)),
        ("by the end of the next quarter", date(2024, 9, 30)),
        ("in the first half of the year", date(2024, 6, 30)),
        ("in 2027-28", date(2028, 12, 31)),
        ("in 2027/8", date(2028, 12, 31)),
        ("between 2027 and 2029", date(2029, 12, 31)),
        ("before May 2027", date(2027, 4, 30)),
        ("before the end of May 2027", date(2027, 5, 31)),
        ("by 31/12/2027", date(2027, 12, 31)),
        ("by 12/31/2027", date(2027, 12, 31)),
        ("by 4/4/2027", date(2027, 4, 4)),
        ("by 03/04/2027", None),
        ("by 3.4.2027", date(2027, 4, 3)),
        ("by 2027-04-03", date(2027, 4, 3)),
        ("by the twenty-fifth of December 2027", date(2027, 12, 25)),
        ("by December the 3rd, 2027", date(2027, 12, 3)),
        ("on 27-28 August", date(2024, 8, 28)),
        ("by Friday", date(2024, 5, 24)),
        ("by Monday", date(2024, 5, 27)),
        ("next Friday", None),
        ("by Friday next week", None),
        ("tomorrow", date(2024, 5, 21)),
        ("tonight", date(2024, 5, 20)),
        ("by year-end", date(2024, 12, 31)),
        ("by the end of the week", None),
        ("by spring 2027", None),
        ("by the end of fiscal year 2027", None),
        ("in the 2027/28 financial year", None),
        ("in FY27", None),
        ("by the start of the academic year", None),
        ("in the early 2030s", None),
        ("within sixty days of the vote", None),
        ("within sixty days from now", date(2024, 7, 19)),
        ("within 18 to 24 months", date(2026, 5, 20)),
        ("within 48 hours", date(2024, 5, 22)),
        ("within the next year", date(2025, 5, 20)),
        ("within a few weeks", None),
    ],
)
def test_the_last_day_that_words_allow(words: str, day: date | None) -> None:
    assert last_day(words, TODAY) == day


@pytest.mark.parametrize("words", ["next year", "by the end of this year", "by 1 March", "within a year"])
def test_without_a_date_of_the_document_relative_words_have_no_day(words: str) -> None:
    assert last_day(words, None) is None


@given(
    DAYS,
    st.sampled_from(
        ["{d.day} {d:%B} {d.year}", "{d:%B} {d.day}, {d.year}", "{d:%Y-%m-%d}", "{d.day}.{d.month}.{d.year}"]
    ),
)
def test_every_day_is_its_own_last_day(day: date, form: str) -> None:
    words = form.format(d=day)
    assert last_day(f"by {words}", TODAY) == day
    assert re.fullmatch(TIME, words, re.IGNORECASE)
    assert not has_no_such_day(words)


@given(DAYS, st.integers(1, 999), st.sampled_from(["days", "weeks"]))
def test_spans_count_from_the_day_of_the_document(today: date, count: int, unit: str) -> None:
    assert last_day(f"within {count} {unit}", today) == today + timedelta(**{unit: count})


@given(st.text(alphabet="0123456789/.-QHFY abcdefmnorty,"), DAYS)
def test_any_words_have_a_day_or_none(words: str, today: date) -> None:
    assert last_day(words, today) is None or isinstance(last_day(words, today), date)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("by 29 February 2027", True),
        ("by 29 February 2028", False),
        ("by 31 April", True),
        ("by 32/13/2027", True),
        ("by 31.4.2027", True),
        ("by 03/04/2027", False),
        ("by May", False),
    ],
)
def test_a_day_that_there_is_not_is_told(words: str, missing: bool) -> None:
    assert has_no_such_day(words) is missing
