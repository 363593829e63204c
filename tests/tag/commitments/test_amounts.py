"""How much: words, value and currency."""

import time

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.commitments.amounts import Amount, find_amount
from tests.shipped import KNOWLEDGE
from tests.staged import shipped_pipeline

BEFORE = "We will "
NLP = spacy.blank("en")


def amount(action: str, *parties: str) -> Amount | None:
    """The amount in an action behind ``BEFORE``; its offsets are those of its words in the whole text."""
    nlp = shipped_pipeline()
    doc = nlp.make_doc(BEFORE + action + ".")
    doc._.communique = DocumentContext(parties=parties)
    doc = nlp(doc)
    found = find_amount(doc.char_span(len(BEFORE), len(doc.text) - 1), (), KNOWLEDGE)
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
    find_amount(doc[:], (), KNOWLEDGE)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("pay more than 5 million euros", "more than 5 million euros"),
        ("pay at least 5 million euros", "at least 5 million euros"),
        ("pay an additional 5 million euros", "5 million euros"),
        ("pay up to 5 million euros", "up to 5 million euros"),
        ("pay over 5 million euros", "over 5 million euros"),
        ("pay about 5 million euros", "about 5 million euros"),
        ("pay nearly 5 million euros", "nearly 5 million euros"),
        ("build 40 ships with 5 million euros", "5 million euros"),
        ("pay 5 million euros and 6 million euros", "5 million euros"),
        ("send the 40 ships", None),
        ("send our 40 ships", None),
        ("send their 40 ships", None),
        ("send all 40 ships", None),
        ("send 40 ships", "40 ships"),
        ("send 40 small island ships", "40 small island ships"),
        ("send 40 people", "40 people"),
        ("send 40 aircraft", "40 aircraft"),
        ("send 40 to ships", None),
        ("serve 40 countries", None),
        ("work 40 hours", None),
    ],
)
def test_which_words_are_an_amount(action: str, words: str | None) -> None:
    found = amount(action)
    assert (found.text if found else None) == words


@pytest.mark.parametrize(
    ("action", "currency"),
    [("pay $5 million", "USD"), ("pay 5 million dollars", "USD"), ("pay 5 million euros", "EUR")],
)
def test_only_a_dollar_is_asked_whose_it_is(action: str, currency: str) -> None:
    found = amount(action, "USA")
    assert found
    assert found.currency == currency


def test_an_amount_knows_its_place() -> None:
    assert amount("pay over 5 million euros") == Amount("over 5 million euros", 5e6, "EUR", 12, 32)
    assert amount("send 40 ships") == Amount("40 ships", 40.0, "", 13, 21)


@pytest.mark.parametrize(
    "action",
    [
        "check every cargo worth more than $900",
        "buy maize at $210 a tonne",
        "waive the fee of $30 for students",
        "raise the threshold from $10 million to $50 million",
        "use the $90 million that it received in 2029",
        "spend the $90 million pledged by Norway",
        "join 12 other states in the league",
        "honour article 12 of the charter",
        "print page 40 of the atlas",
        "meet again on 26 February in Oslo",
        "work towards a two-state solution",
        "hold talks between the two sides",
    ],
)
def test_a_number_that_is_not_promised_is_no_amount(action: str) -> None:
    assert amount(action) is None


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("ship 20,000 tonnes of rice to Haiti", "20,000 tonnes of rice"),
        ("give at least $17 million per year", "at least $17 million per year"),
        ("train between 300 and 400 nurses", "between 300 and 400 nurses"),
        ("send dozens of field hospitals", "dozens of field hospitals"),
        ("sell Peru three fishing boats", "three fishing boats"),
        ("cut its waste by 40 per cent", "40 per cent"),
        ("vaccinate 12 500 children", "12 500 children"),
    ],
)
def test_an_amount_is_given_with_its_unit(action: str, words: str) -> None:
    found = amount(action)
    assert found
    assert found.text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$40 million will be provided for the fund.", "$40 million"),
        ("A grant of $350,000 will be made to the council.", "$350,000"),
        ("Some money will be provided for the fund.", None),
    ],
)
def test_what_is_given_may_be_the_subject_of_a_passive(text: str, words: str | None) -> None:
    doc = shipped_pipeline()(text)
    found = find_amount(doc[next(t.i for t in doc if t.lower_ == "be") : len(doc) - 1], ("NOR",), KNOWLEDGE)
    assert (found.text if found else None) == words
