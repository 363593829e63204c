"""How much: words, value and currency."""

import time

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.commitments.amounts import Amount, find_amount
from tests.shipped import KNOWLEDGE

BEFORE = "We will "
NLP = spacy.blank("en")


def amount(action: str, *parties: str) -> Amount | None:
    """The amount in an action behind ``BEFORE``; its offsets are those of its words in the whole text."""
    doc = NLP(BEFORE + action)
    doc._.communique = DocumentContext(parties=parties)
    found = find_amount(doc.char_span(len(BEFORE), len(doc.text)), KNOWLEDGE)
    assert found is None or doc.text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("provide 20 million euros for the work", ("20 million euros", 2e7, "EUR")),
        ("invest ¥50 billion in ports", ("¥50 billion", 5e10, "JPY")),
        ("lend US$300 million", ("US$300 million", 3e8, "USD")),
        ("build 40 lighthouses", ("40 lighthouses", 40.0, "")),
        ("send fifty teachers to the coast", ("fifty teachers", 50.0, "")),
        ("deliver up to two million vaccine doses", ("up to two million vaccine doses", 2e6, "")),
        ("supply around 50 bcm/year of gas", ("around 50 bcm/year", 50.0, "")),
        ("deliver twenty-two million doses", ("twenty-two million doses", 2.2e7, "")),
        ("deliver twenty two million doses", ("twenty two million doses", 2.2e7, "")),
        ("train one hundred and fifty thousand teachers", ("one hundred and fifty thousand teachers", 1.5e5, "")),
        ("train 1 200 teachers", ("1 200 teachers", 1200.0, "")),
        ("send a dozen ships", ("a dozen ships", 12.0, "")),
        ("send fifteen ships", ("fifteen ships", 15.0, "")),
        ("house half a million people", ("half a million people", 5e5, "")),
        ("send several hundred teachers", ("several hundred teachers", None, "")),
        ("grant five hundred two-year scholarships", ("five hundred two-year scholarships", 500.0, "")),
        ("plant 1,2345 trees", ("1,2345 trees", None, "")),
        ("take two steps with one country over twelve months", None),
        ("work within five years with the 27 members on the 2030 agenda", None),
        ("meet for 90 days in 2026 to honour articles 5 and 7", None),
        ("train at least 1,200 students each year", ("at least 1,200 students", 1200.0, "")),
        ("cut emissions by 45 percent", ("45 percent", 45.0, "")),
        ("work together", None),
    ],
)
def test_sums_and_numbers(action: str, expected: tuple[str, float, str] | None) -> None:
    found = amount(action)
    assert (found and (found.text, found.value, found.currency)) == expected


@pytest.mark.parametrize(
    ("parties", "currency"),
    [(("JPN", "USA"), "USD"), (("AUS", "IDN"), "AUD"), (("AUS", "USA"), ""), (("FRA", "JPN"), "")],
)
def test_a_plain_dollar_is_that_of_the_one_party_who_pays_in_dollars(parties: tuple[str, ...], currency: str) -> None:
    found = amount("invest 1 trillion dollars", *parties)
    assert found
    assert (found.text, found.value, found.currency) == ("1 trillion dollars", 1e12, currency)


@pytest.mark.parametrize("unit", ["1 ", "1,", "100 ", "one hundred ", "two million ", "over ", "twenty a-b c "])
def test_long_runs_take_little_time(unit: str) -> None:
    doc = Doc(NLP.vocab, words=[unit * (100_000 // len(unit))], sent_starts=[True])
    start = time.process_time()
    find_amount(doc[:], KNOWLEDGE)
    assert time.process_time() - start < 10
