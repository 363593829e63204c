"""Words broken at the end of a line."""

import pytest

from tests.ingest.cleaning.cleaned import clean

FILLING = ["of the ministers who met in the old harbour", "and went on by boat to the end of the bay to"]


def mended(first: str, second: str, *before: str) -> str:
    """The text between "spoke of" and the next comma, where it was broken between ``first`` and ``second``."""
    lines = [
        *before,
        *FILLING,
        *FILLING,
        f"see the herring and then spoke of {first}",
        f"{second}, which they like, and of",
    ]
    text = clean("\n".join([*lines, *FILLING, *FILLING, "speak once more."])).text
    return text.rpartition("spoke of ")[2].partition(",")[0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("coopera-", "tion", "cooperation"),
        ("coopera\u00ad", "tion", "cooperation"),
        ("long\u00ad", "term", "longterm"),
        ("long-", "term plans", "long-term plans"),
        ("Indo-", "Pacific ties", "Indo-Pacific ties"),
        ("the Covid-", "19 rules", "the Covid-19 rules"),
        ("the G-", "dansk", "the G-dansk"),
        ("self-", "serving plans", "self-serving plans"),
        ("govern-", "ments", "governments"),
        ("zorb-", "lings", "zorblings"),
    ],
)
def test_a_broken_word_is_made_whole(first: str, second: str, expected: str) -> None:
    assert mended(first, second) == expected


def test_a_compound_that_the_document_writes_elsewhere_keeps_its_hyphen() -> None:
    assert mended("zorb-", "lings", "Many zorb-lings came along the coast to the") == "zorb-lings"


def test_the_change_says_what_was_joined() -> None:
    text = "\n".join([*FILLING, *FILLING, "see the herring and spoke of coopera-", "tion and of the old harbour."])
    (change,) = [c for c in clean(text).changes if c.rule == "hyphen"]
    assert (change.line, change.before, change.after) == (5, "coopera- ⏎ tion", "cooperation")
