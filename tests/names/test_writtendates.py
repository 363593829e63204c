"""Dates in the forms of pages, prints and tables: which day each means, and which may mean two."""

from datetime import date

import pytest

from pipeline.names.writtendates import Order, order_among, read_date, settle, written_dates, written_months

DAY = date(2031, 5, 14)


@pytest.mark.parametrize(
    "text",
    [
        *("14, MAY 2031", "14-05-2031 - 11:20", "14/05/2031", "Wednesday, 14.5.2031", "14. 5. 2031", "14 / 05 / 2031"),
        *("14th May, 2031", "14th of May 2031", "the 14th day of May 2031", "May 14 2031", "May 14th, 2031"),
        *("14-May-2031", "14.May.2031", "• 14 May. 2031 -", "14May2031", "2031-May-14", "(Bergen,14 May 2031)"),
        *(
            "2031-05-14",
            "2031-05-14T23:10:00+09:00",
            "2031/05/14",
            "2031.05.14",
            "2031. 5. 14.",
            "２０３１年５月１４日",
        ),
        *("2031년 5월 14일", "１４／０５／２０３１", "14.V.2031", "13-14.V.2031", "13-14 May 2031", "13 – 14 May 2031"),
        *("May 13-14, 2031", "12 and 14 May 2031", "29 April – 14 May 2031", "April 29 - May 14, 2031"),
        *("from 13 to 14 May 2031", "Wed, 14 May 2031 10:00:00 GMT", "14 MAY, 2031", "05/14/2031"),
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    assert [written.days for written in written_dates(text)] == [(DAY,)]


@pytest.mark.parametrize(
    "text",
    [
        *("31 April 2031", "31/04/2031", "2031-13-01", "13/13/2031", "1.2.3.2031", "192.14.5.2031", "10 Apricot 2031"),
        *(
            "paragraph 14.5.20312",
            "A/14/05/2031",
            "May 2031",
            "10 April 1430",
            "doc 2031-05-14_2",
            "page 14/05",
            "2031",
        ),
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert read_date(text, Order.DAY_FIRST) is None


@pytest.mark.parametrize(
    ("order", "day"),
    [(Order.DAY_FIRST, date(2031, 5, 3)), (Order.MONTH_FIRST, date(2031, 3, 5)), (Order.UNKNOWN, None)],
)
def test_figures_that_may_be_two_days_wait_for_an_order(order: Order, day: date | None) -> None:
    (written,) = written_dates("03/05/2031")
    assert settle(written, order) == day
    assert written_dates("05/05/2031")[0].date == date(2031, 5, 5)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/05/2031", "updated 14/05/2031"], Order.DAY_FIRST),
        (["03/05/2031", "updated 05/14/2031"], Order.MONTH_FIRST),
        (["5/3/2031", "They met on May 3, 2031."], Order.MONTH_FIRST),
        (["5/3/2031", "They met on 5 March 2031."], Order.DAY_FIRST),
        (["14/05/2031", "05/14/2031"], Order.UNKNOWN),
        (["03/05/2031"], Order.UNKNOWN),
    ],
)
def test_other_dates_tell_the_order(texts: list[str], order: Order) -> None:
    assert order_among(texts) is order


def test_a_month_alone_is_a_month() -> None:
    (written,) = written_months("Bergen, May 2031; they had met on 3 June 2030")
    assert (written.date, written.precision) == (date(2031, 5, 1), "month")


@pytest.mark.parametrize("unit", ["14.", "14/", "14 - ", "May 13-", "2031. ", "14. V. ", "1４", "of "])
def test_long_runs_of_what_begins_like_a_date_take_little_time(unit: str) -> None:
    assert read_date(unit * (60_000 // len(unit))) is None
