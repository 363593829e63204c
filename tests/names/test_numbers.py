"""Numbers in figures and in words."""

import re
import time
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from pipeline.names import numbers

ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ("", " thousand", " million", " billion", " trillion")
WHOLE = st.integers(min_value=1, max_value=10**12)
GROUPING = [",", "'", "’", " ", "\u00a0", "\u202f", ""]


def below_hundred(number: int, hyphen: str) -> str:
    if number < 20:
        return ONES[number - 1]
    return TENS[number // 10 - 2] + (hyphen + ONES[number % 10 - 1] if number % 10 else "")


def below_thousand(number: int, hyphen: str, joint: str) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [ONES[hundreds - 1] + " hundred"] if hundreds else []
    return joint.join([*parts, *([below_hundred(rest, hyphen)] if rest else [])])


def spelled(number: int, hyphen: str = "-", joint: str = " and ") -> str:
    """A whole number in words: "two million three hundred and five"."""
    groups = []
    for scale in SCALES:
        number, rest = divmod(number, 1000)
        if rest:
            groups.append(below_thousand(rest, hyphen, joint) + scale)
    return " ".join(reversed(groups))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-two", 22),
        ("Twenty two", 22),
        ("one hundred and fifty thousand", 150_000),
        ("a hundred", 100),
        ("fifteen hundred", 1500),
        ("one thousand and one", 1001),
        ("half a billion", 500_000_000),
        ("a quarter of a million", 250_000),
        ("one and a half", "1.5"),
        ("two and a half million", 2_500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("six hundred million", 600_000_000),
        ("1,200,000", 1_200_000),
        ("1 200 000", 1_200_000),
        ("1'200'000", 1_200_000),
        ("1,200.50", "1200.5"),
        ("1.5 billion", 1_500_000_000),
        ("5 hundred thousand", 500_000),
        ("3 lakh crore", 3_000_000_000_000),
        ("2.5bn", 2_500_000_000),
        ("300 mln", 300_000_000),
        ("5-million", 5_000_000),
        ("12,50,000", 1_250_000),
        ("1.200.000,50", "1200000.5"),
        ("1.200.000", 1_200_000),
        ("1 234,5", "1234.5"),
        ("1.200 million", 1_200_000),
        ("0.125", "0.125"),
        ("2,5 million", 2_500_000),
        ("500 cr", 5_000_000_000),
        ("7 lakhs", 700_000),
        ("a million and a half", 1_500_000),
        ("3 and a half million", 3_500_000),
        ("2½ million", 2_500_000),
    ],
)
def test_numbers_have_a_value(words: str, value: int | str) -> None:
    assert numbers.value(words) == Decimal(value)
    assert re.fullmatch(numbers.SUM, words.lower())


@pytest.mark.parametrize(
    "words",
    [
        *("", "a", "an", "million", "hundred", "several", "none million", "onetwo", "ten ten", "twenty ten"),
        *(
            "two thousand three million",
            "one million two million",
            "1,2345",
            "1,5,000",
            "1.2.3",
            "1.200",
            "12,500,00",
            "1,200 000",
            "12,",
        ),
        *("22 ships", "twenty ships", "5 million 300", "9" * 40),
    ],
)
def test_what_is_no_number_or_goes_on_has_no_value(words: str) -> None:
    assert numbers.value(words) is None


@pytest.mark.parametrize(
    ("words", "times"),
    [("ten", 1), ("10", 1), ("5 million", 10**6), ("three hundred million", 10**8), ("7bn", 10**9), ("atom", 1)],
)
def test_the_last_words_multiply(words: str, times: int) -> None:
    assert numbers.multiplier(words) == times


@given(WHOLE, st.sampled_from(GROUPING))
def test_a_number_with_grouping_comes_back(number: int, sign: str) -> None:
    written = f"{number:,}".replace(",", sign)
    assert numbers.value(written) == number
    assert re.fullmatch(numbers.DIGITS, written)


@given(
    st.decimals(min_value=10**6, max_value=10**12, places=2),
    st.sampled_from(["en_US", "en_IN", "de_DE", "de_CH", "fr_FR"]),
)
def test_a_number_in_the_style_of_a_country_comes_back(number: Decimal, locale: str) -> None:
    written = format_decimal(number, locale=locale, format=None)
    assert numbers.value(written) == number
    assert re.fullmatch(numbers.DIGITS, written)


@given(WHOLE, st.sampled_from("- "), st.sampled_from([" and ", " "]))
def test_a_number_in_words_comes_back(number: int, hyphen: str, joint: str) -> None:
    written = spelled(number, hyphen, joint)
    assert numbers.value(written) == number
    assert re.fullmatch(numbers.WORDS, written)


@given(
    st.integers(1, 999), st.sampled_from(sorted({"thousand": 3, "million": 6, "billion": 9, "trillion": 12}.items()))
)
def test_words_multiply_figures(number: int, scale: tuple[str, int]) -> None:
    word, zeros = scale
    assert numbers.value(f"{number} {word}") == number * 10**zeros
    assert numbers.value(f"{number / 10} {word}") == number * 10 ** (zeros - 1)


@given(st.text(alphabet="0123456789 ,.'-andhufoe"))
def test_any_text_has_a_value_or_none(text: str) -> None:
    value = numbers.value(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the twenty-first time", "twenty-first"),
        ("the eleventh of 20", "eleventh"),
        ("the 3rd", "3rd"),
        ("the sixtieth", "sixtieth"),
    ],
)
def test_places_in_a_row(words: str, found: str) -> None:
    match = re.search(rf"\b{numbers.ORDINAL}", words)
    assert match
    assert match.group() == found


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 1),
        ("twenty-fifth", 25),
        ("Thirtieth", 30),
        ("3rd", 3),
        ("twelfth", 12),
        ("ninety-ninth", 99),
        ("ten", None),
    ],
)
def test_a_place_in_a_row_has_a_number(words: str, place: int | None) -> None:
    assert numbers.ordinal(words) == place


@pytest.mark.parametrize(
    "unit", ["1", "1,", "100 ", "one ", "one hundred ", "twenty-", "million ", "two million ", "and ", "a half ", " "]
)
@pytest.mark.parametrize("piece", [numbers.DIGITS, numbers.WORDS, numbers.FIGURE, numbers.SUM, numbers.ORDINAL])
def test_long_runs_take_little_time(piece: str, unit: str) -> None:
    run = unit * (100_000 // len(unit))
    start = time.process_time()
    list(re.finditer(rf"(?<![\w.,]){piece}\sships", run))
    assert numbers.value(run) is None
    assert time.process_time() - start < 10
