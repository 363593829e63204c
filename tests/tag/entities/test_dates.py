"""Dates and periods, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.entities.dates import find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in February 2031", ["February 2031"]),
        ("on 3 May 2031", ["3 May 2031"]),
        ("on May 3, 2031, in May", ["May 3, 2031", "May"]),
        ("on Monday, April 11", ["Monday, April 11"]),
        ("on February 4-5", ["February 4-5"]),
        ("by 2035 and in the 1990s", ["2035", "the 1990s"]),
        ("for the next five years", ["the next five years"]),
        ("a 10-year plan over three years", ["10-year", "three years"]),
        ("for decades to come", ["decades to come"]),
        ("today, yesterday and earlier this week", ["today", "yesterday", "earlier this week"]),
        ("by the end of this year", ["the end of this year"]),
        ("in the first quarter of 2031", ["the first quarter of 2031"]),
        ("two weeks ago", ["two weeks ago"]),
        ("6 MAY 2031", ["6 MAY 2031"]),
        ("from 2031-12-01", ["2031-12-01"]),
        ("during the 21st century", ["the 21st century"]),
        ("in the sixteenth century", ["the sixteenth century"]),
        ("two and a half years ago", ["two and a half years ago"]),
        ("for half a dozen years", ["half a dozen years"]),
        ("a thousand years, 1000 days, 8.5 years", ["a thousand years", "1000 days", "8.5 years"]),
        ("10-Apr-2031", ["10-Apr-2031"]),
        ("by Q3 2031 or H1 of 2032", ["Q3 2031", "H1 of 2032"]),
        ("by the twenty-fifth of December 2031", ["the twenty-fifth of December 2031"]),
        ("1999 was a Resolution of 1999", ["1999", "1999"]),
        ("1999-2001 troops", ["1999-2001"]),
        ("Order of the day 1999", ["1999"]),
        ("5 May 2031 to 6 June 2031", ["5 May 2031", "6 June 2031"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_dates(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The parties may extend it.",
        "May we succeed.",
        "They march in unison, an august body.",
        "Resolution 1995 was adopted",
        "some 2000 troops",
        "a sum of $2025",
        "3 may apply",
        "within 24 hours",
        "a 12-year-old child, 12 years old",
        "Version 1.2.3",
        "1999 people",
        "1999 new troops",
        "Resolution No. 1999",
        "Order 1999",
        "§ 1999",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [text[start:end] for start, end in find_dates(text)] == []


@given(st.text())
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = find_dates(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
