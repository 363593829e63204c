"""What a page puts around its text: running heads, page numbers, rules and buttons."""

import pytest

from pipeline.ingest.cleaning.furniture import is_label, read_signs
from tests.ingest.cleaning.cleaned import clean
from tests.shipped import KNOWLEDGE

PAGES = [
    "The ministers of the two countries met in the old",
    "harbour, and then went on by boat to the far end of",
    "the bay, where the herring had been seen, and where",
    "they spoke.",
]
END = "They met here, and then they left the town by boat."
HEAD = "Ministry of Bridges of Norland"


def paged(*between: str) -> str:
    parts = [PAGES[0]]
    for other, page in zip(between, PAGES[1:], strict=True):
        parts += [other, page]
    return "\n\n".join(parts)


def removed(text: str) -> list[str]:
    return [c.before for c in clean(text).changes if c.rule == "furniture"]


def test_a_line_that_comes_back_in_the_middle_of_sentences_is_a_running_head() -> None:
    before = "\n\n".join([END] * 6)
    cleaned = clean(f"{before}\n\n{paged(HEAD, HEAD.upper(), HEAD)}")
    assert cleaned.text == f"{before}\n\n{' '.join(PAGES)}"
    assert [c.before for c in cleaned.changes if c.rule == "furniture"] == [HEAD, HEAD.upper(), HEAD]


def test_running_heads_are_the_same_but_for_figures() -> None:
    assert removed(
        f"They met here.\n\n{'They spoke.' * 2}\n\n" * 4 + paged("Statement 1", "Statement 2", "Statement 3")
    ) == [
        "Statement 1",
        "Statement 2",
        "Statement 3",
    ]


def test_a_running_head_that_is_the_title_stays_once() -> None:
    text = f"{HEAD}\n\n{paged(HEAD, HEAD, HEAD)}"
    assert clean(text).text == f"{HEAD}\n\n{' '.join(PAGES)}"


@pytest.mark.parametrize(
    ("between", "why"),
    [
        ((HEAD, HEAD, "They left."), "twice is not enough"),
        (("Norland", "Norland", "Norland"), "one word"),
        (("Norland and Vastria", "Norland and Vastria", "Norland and Vastria"), "three words without a figure"),
        (("- Ministry of Bridges of Norland",) * 3, "items of a list"),
    ],
)
def test_what_is_no_running_head(between: tuple[str, str, str], why: str) -> None:
    assert removed(paged(*between)) == [], why


def test_a_line_that_comes_back_between_whole_sentences_is_wording() -> None:
    assert removed("\n\n".join(["They met in the old harbour today.", HEAD] * 4)) == []


def test_numbers_that_count_the_pages_go() -> None:
    assert removed(paged("4", "5", "6")) == ["4", "5", "6"]
    assert clean(paged("4", "5", "6")).text == " ".join(PAGES)


@pytest.mark.parametrize(
    "numbers", [("4", "5", "7"), ("6", "5", "4"), ("40000", "40001", "40002"), ("4", "They.", "5")]
)
def test_numbers_that_count_nothing_stay(numbers: tuple[str, str, str]) -> None:
    assert removed(paged(*numbers)) == []


def test_numbers_count_on_behind_others_that_do_not() -> None:
    assert removed("\n\n".join(["1999", "The sides met.", "1", "They spoke.", "2", "They left.", "3", "End."])) == [
        "1",
        "2",
        "3",
    ]


@pytest.mark.parametrize("line", ["* * *", "________", "###", "Page 3 of 7", "-END-", "Share this page", "<>"])
def test_rules_and_buttons_go(line: str) -> None:
    assert removed(f"The sides met.\n\n{line}\n\nThey left.") == [line]


def test_a_lone_bullet_is_no_rule() -> None:
    assert removed("The sides met.\n\n*\n\nThey left.") == []


def test_where_a_line_went_the_larger_gap_stays() -> None:
    caption = "The ministers on the quay of Eastport."
    text = f"{PAGES[0]}\n\n\n{'###'}\n{caption}\n\n{PAGES[1]} it."
    assert caption not in clean(text).text


def test_long_figures_take_no_time() -> None:
    signs = KNOWLEDGE.get(read_signs)
    assert not is_label("Date | " + "9" * 220 + "!", signs)
    assert not is_label("Published marh" + "h" * 200 + "!", signs)
