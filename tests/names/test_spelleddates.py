"""Dates with the day or the year in words."""

from datetime import date

import pytest

from pipeline.names.writtendates import written_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the eighth day of May, two thousand and thirty-one", date(2031, 5, 8)),
        ("this 8th day of May in the year 2031", date(2031, 5, 8)),
        ("this twenty-seventh day of November 1978", date(1978, 11, 27)),
        ("the twenty first of June, nineteen hundred and ninety-nine", date(1999, 6, 21)),
        ("thirty-first day of May two thousand thirty one", date(2031, 5, 31)),
        ("the fifth day of March in the year of our Lord two thousand and five", date(2005, 3, 5)),
        ("twenty-first of May, twenty thirty-one", date(2031, 5, 21)),
    ],
)
def test_a_date_in_words(text: str, day: date) -> None:
    assert [written.date for written in written_dates(f"Done at Oslo, {text}, in two copies.")] == [day]


@pytest.mark.parametrize(
    "text", ["the eighth meeting of May", "the second May", "thirty-first of April 2031", "May two"]
)
def test_what_is_no_date_in_words(text: str) -> None:
    assert not any(written.days for written in written_dates(text))
