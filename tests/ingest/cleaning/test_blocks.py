"""Titles, headings, items and paragraphs."""

import pytest

from pipeline.ingest.cleaning.blocks import is_heading, lay_out, same_title
from pipeline.ingest.passages import Passage
from pipeline.records import BlockKind


@pytest.mark.parametrize(
    "text",
    [
        "Trade and Investment",
        "TRADE",
        "WE WILL BUILD A BRIDGE",
        "Cooperation on trade and investment",
        "2030 Agenda",
        "“Peace at Sea”",
        "(Annex)",
        "Cooperation with the U.S.",
        "Next Steps:",
        "On the Way to a Treaty",
        "Will of the Two Nations",
        "one".capitalize(),
        "Nine small words about trade in the far north",
    ],
)
def test_a_heading(text: str) -> None:
    assert is_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We met.",
        "Trade;",
        "Trade,",
        "Trade and so on…",
        "“We met.”",
        "trade and investment",
        "– Trade",
        "2030",
        "We will build a bridge",
        "They met in the harbour",
        "Trade is growing",
        "The two sides will:",
        "Next steps:",
        "The Road to:",
        "Eleven small words about the trade in herring and in cod there",
        "Trade " * 29,
        "Cooperation" * 20,
    ],
)
def test_no_heading(text: str) -> None:
    assert not is_heading(text.strip())


FINITE = """am are is was were has have had will shall would should must can could may might do does did we they he she
    it i"""


@pytest.mark.parametrize("word", FINITE.split())
def test_a_finite_verb_or_a_pronoun_makes_a_sentence(word: str) -> None:
    assert not is_heading(f"Trade {word} small")
    assert not is_heading(f"Trade {word.capitalize()}:")
    assert is_heading(f"Trade {word.capitalize()} Cod")


def test_the_longest_heading_in_capitals() -> None:
    assert is_heading(" ".join(["Trade"] * 28))
    assert is_heading("T" * 200)
    assert not is_heading("T" * 201)


def test_most_words_of_a_heading_must_begin_with_a_capital() -> None:
    assert is_heading("One Two Three Four Five Six Seven Eight Nine ten eleven") is True  # nine of eleven
    assert is_heading("One Two Three Four Five Six Seven Eight nine ten eleven") is False


@pytest.mark.parametrize(
    ("text", "title", "same"),
    [
        ("JOINT STATEMENT", "Joint Statement", True),
        ("Joint statement: Oslo", "Joint Statement, Oslo", True),
        ("Joint Statement", "Joint", False),
        ("", "", False),
        ("–", "", False),
    ],
)
def test_titles_are_the_same_but_for_case_and_signs(text: str, title: str, same: bool) -> None:
    assert same_title(text, title) is same


def kinds(*texts: str, title: str = "") -> list[BlockKind]:
    return [b.kind for b in lay_out([Passage(n, t) for n, t in enumerate(texts, 1)], title)[1]]


@pytest.mark.parametrize(
    ("texts", "title", "expected"),
    [
        (("Joint Statement", "We met."), "", ["title", "paragraph"]),
        (("Joint Statement", "We met."), "Joint statement", ["title", "paragraph"]),
        (("Joint Statement", "We met."), "Another Title", ["heading", "paragraph"]),
        (("Oslo", "Joint Statement", "We met."), "Joint Statement", ["heading", "title", "paragraph"]),
        (("We met.", "Trade", "We spoke."), "", ["paragraph", "heading", "paragraph"]),
        (("We met.", "Trade"), "", ["paragraph", "paragraph"]),
        (("1. Trade", "We met."), "", ["heading", "paragraph"]),
        (("• Trade", "We met."), "", ["item", "paragraph"]),
        (("(1) Trade", "We met."), "", ["heading", "paragraph"]),
        (("1. We will open a port", "We met."), "", ["item", "paragraph"]),
        (("We met.", "1. Trade"), "", ["paragraph", "item"]),
        (("A. Trade", "B. Energy", "We met."), "", ["heading", "heading", "paragraph"]),
        ((*["We met."] * 7, "The Title", "End."), "The Title", [*["paragraph"] * 7, "title", "paragraph"]),
        ((*["We met."] * 8, "The Title", "End."), "The Title", [*["paragraph"] * 8, "heading", "paragraph"]),
    ],
)
def test_kinds_of_blocks(texts: tuple[str, ...], title: str, expected: list[BlockKind]) -> None:
    assert kinds(*texts, title=title) == expected


def test_what_the_format_says_goes_before_what_the_wording_looks_like() -> None:
    passages = [
        Passage(1, "Trade", hint="paragraph"),
        Passage(2, "1. we met.", hint="paragraph"),
        Passage(3, "We met.", hint="heading"),
        Passage(4, "We left.", hint="item"),
        Passage(5, "2. Trade", hint="heading"),
        Passage(6, "End."),
    ]
    text, blocks = lay_out(passages)
    assert [b.kind for b in blocks] == ["paragraph", "item", "heading", "item", "heading", "paragraph"]
    assert text[blocks[1].body : blocks[1].end] == "we met."
