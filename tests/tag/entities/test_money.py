"""Sums of money in every usual form."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tag.entities.money import find_money
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("text", "wording", "value", "currency"),
    [
        ("about 1 trillion dollars", "1 trillion dollars", 1e12, ""),
        ("¥50 billion", "¥50 billion", 5e10, "JPY"),
        ("EUR 1.2bn", "EUR 1.2bn", 1.2e9, "EUR"),
        ("up to US$ 300 million", "US$ 300 million", 3e8, "USD"),
        ("C$5.7 billion", "C$5.7 billion", 5.7e9, "CAD"),
        ("USD204.10 million", "USD204.10 million", 204.1e6, "USD"),
        ("half a billion euros", "half a billion euros", 5e8, "EUR"),
        ("two million Swiss francs", "two million Swiss francs", 2e6, "CHF"),
        ("50 billion won", "50 billion won", 5e10, "KRW"),
        ("$1,200,000", "$1,200,000", 1.2e6, ""),
        ("400 million SEK", "400 million SEK", 4e8, "SEK"),
        ("twenty-two million euros", "twenty-two million euros", 2.2e7, "EUR"),
        ("one hundred and fifty thousand euros", "one hundred and fifty thousand euros", 1.5e5, "EUR"),
        ("six hundred million euros", "six hundred million euros", 6e8, "EUR"),
        ("€5.5M", "€5.5M", 5.5e6, "EUR"),
        ("$5 Million", "$5 Million", 5e6, ""),
        ("EUR two billion", "EUR two billion", 2e9, "EUR"),
        ("1'200'000 euros", "1'200'000 euros", 1.2e6, "EUR"),
        ("€1 200 000", "€1 200 000", 1.2e6, "EUR"),
        ("€1,2345", "€1,2345", None, "EUR"),
        ("a few million euros", "a few million euros", None, "EUR"),
        ("billions of euros", "billions of euros", None, "EUR"),
        ("hundreds of millions of dollars", "hundreds of millions of dollars", None, ""),
        ("450 mn €", "450 mn €", 4.5e8, "EUR"),
        ("50 million $ for", "50 million $", 5e7, ""),
        ("SDR 50 million", "SDR 50 million", 5e7, "XDR"),
        ("₹12,50,000", "₹12,50,000", 1.25e6, "INR"),
        ("1.200.000,50 euros", "1.200.000,50 euros", 1.2000005e6, "EUR"),
        ("2,5 million euros", "2,5 million euros", 2.5e6, "EUR"),
        ("3 and a half million euros", "3 and a half million euros", 3.5e6, "EUR"),
        ("a further 3.5bn kronor", "3.5bn kronor", 3.5e9, ""),
        ("20 million Jamaican dollars", "20 million Jamaican dollars", 2e7, "JMD"),
        ("five million Kuwaiti Dinars", "five million Kuwaiti Dinars", 5e6, "KWD"),
        ("1.2.3 million euros", "1.2.3 million euros", None, "EUR"),
        ("€1.200", "€1.200", None, "EUR"),
        ("5USD", "5USD", 5, "USD"),
        ("USD5", "USD5", 5, "USD"),
        ("Rs. 5 lakh", "Rs. 5 lakh", 5e5, ""),
        ("a 5-euro coin", "5-euro", 5, "EUR"),
        ("5 million pounds", "5 million pounds", 5e6, ""),
    ],
)
def test_a_sum_has_wording_value_and_currency(text: str, wording: str, value: float | None, currency: str) -> None:
    (money,) = find_money(text, KNOWLEDGE)
    assert text[money.start : money.end] == wording
    assert money.value == (pytest.approx(value) if value is not None else None)
    assert money.currency == currency


@pytest.mark.parametrize(
    ("text", "wording", "low", "high"),
    [
        ("$5-10 million", "$5-10 million", 5e6, 1e7),
        ("$5 million to $10 million", "$5 million to $10 million", 5e6, 1e7),
        ("between €5 million and €10 million", "€5 million and €10 million", 5e6, 1e7),
        ("two to three hundred million euros", "two to three hundred million euros", 2e8, 3e8),
        ("10 million to 20 million euros", "10 million to 20 million euros", 1e7, 2e7),
        ("5 hundred to 6 million euros", "5 hundred to 6 million euros", 500, 6e6),
        ("€5-€6", "€5-€6", 5, 6),
        ("between 5 and 6 euros", "5 and 6 euros", 5, 6),
    ],
)
def test_a_range_has_two_ends(text: str, wording: str, low: float, high: float) -> None:
    (money,) = find_money(text, KNOWLEDGE)
    assert text[money.start : money.end] == wording
    assert (money.low, money.value) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "unit"),
    [("$5", "dollar"), ("5 million kroner", "krone"), ("Rs 40 crore", "rupee"), ("€5", ""), ("A$5", "")],
)
def test_a_unit_that_several_countries_have_is_named(text: str, unit: str) -> None:
    assert [m.unit for m in find_money(text, KNOWLEDGE)] == [unit]


def test_a_sign_before_the_next_sum_is_not_that_of_the_number_before_it() -> None:
    assert [m.start for m in find_money("5 €10 notes", KNOWLEDGE)] == [2]


def test_two_sums_are_no_range() -> None:
    text = "€5 million and €10 million"
    assert [text[m.start : m.end] for m in find_money(text, KNOWLEDGE)] == ["€5 million", "€10 million"]
    assert [m.currency for m in find_money("5 euros, $6 or 7 yen", KNOWLEDGE)] == ["EUR", "", "JPY"]
    assert [m.start for m in find_money("$5 dollars", KNOWLEDGE)] == [0]
    assert [m.low for m in find_money("5 euros", KNOWLEDGE)] == [None]


FALSE = ["won 5", "5 pounds", "EUR five", "x$5", "millions of the euros", "5 eurosx", "pound 5 million"]


@pytest.mark.parametrize(
    "text",
    [
        "50 billion cubic metres",
        "5000 won the prize",
        "a pound of flesh",
        "COP28",
        "the G7",
        "$",
        "300 million",
        *FALSE,
    ],
)
def test_what_is_no_sum(text: str) -> None:
    assert find_money(text, KNOWLEDGE) == ()


@given(st.text(alphabet="0123456789$€ .,-millonbk tobetweenand"))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = [(m.start, m.end) for m in find_money(text, KNOWLEDGE)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize("unit", ["1", "1,", "100 ", "1 to ", "one hundred ", "two million ", "$1 ", "between "])
def test_long_runs_take_little_time(unit: str) -> None:
    start = time.process_time()
    find_money(unit * (100_000 // len(unit)), KNOWLEDGE)
    assert time.process_time() - start < 10
