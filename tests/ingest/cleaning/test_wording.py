"""Signs at the edges of a stretch of text."""

import pytest

from pipeline.ingest.cleaning.blocks import is_heading
from pipeline.ingest.cleaning.wording import is_finished, runs_on, title_runs_on


@pytest.mark.parametrize(
    "text", ["We met.", "“We met.”", "Why?", "We will:", "one;", "and so on…", "(We met.)", 'so."']
)
def test_a_finished_text(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("text", ["", "We met", "We met,", "U.S. ministers", "“We met”", "We met. " + "x" * 9])
def test_an_unfinished_text(text: str) -> None:
    assert not is_finished(text)


@pytest.mark.parametrize("first", ["We met", "We met,", "the Indo-", "long –", "(once)", "“peace”", "10%", "5 €"])
def test_a_sentence_that_runs_on(first: str) -> None:
    assert runs_on(first, "in Oslo.")
    assert not runs_on(first, "In Oslo.")


@pytest.mark.parametrize("first", ["", "We met.", "We met:", "We met;", "Why?"])
def test_a_sentence_that_is_over(first: str) -> None:
    assert not runs_on(first, "in Oslo.")


def test_nothing_goes_on_with_nothing() -> None:
    assert not runs_on("We met", "")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("STATEMENT ON THE", "FUTURE", True),
        ("STATEMENT", "ON THE FUTURE", True),
        ("TRADE, ENERGY,", "HEALTH", True),
        ("NORTH-", "SOUTH", True),
        ("NORLAND –", "VASTRIA", True),
        ("ANNEX A", "TRADE", False),
        ("STATEMENT", "FUTURE", False),
    ],
)
def test_a_title_that_runs_on(first: str, second: str, expected: bool) -> None:
    assert title_runs_on(first, second) is expected


SMALL = """an and as at between but by for from in into nor of on or over per than the to under upon via vs with within
    without"""


@pytest.mark.parametrize("word", SMALL.split())
def test_small_words_never_end_a_title(word: str) -> None:
    assert title_runs_on(f"TRADE {word.upper()}", "FUTURE")
    assert title_runs_on("TRADE", f"{word.upper()} FUTURE")
    assert is_heading(f"Trade {word} Cod {word} Eel {word} Energy {word} Herring {word} Seal")


def test_an_article_begins_a_line_of_a_title_and_does_not_end_it() -> None:
    assert title_runs_on("TRADE", "A FUTURE")
    assert not title_runs_on("TRADE A", "FUTURE")
