"""Days, numbers and menus in other letters, which come with pages that were copied by hand."""

import pytest

from pipeline.ingest.cleaning.clean import Cleaned, clean
from tests.shipped import KNOWLEDGE

PROSE = "The two ministers met in the old town hall and thanked the keepers of the lamps."


def said(text: str) -> list[str]:
    """The wording of the blocks that may hold sentences."""
    cleaned = clean(text, KNOWLEDGE)
    return [cleaned.text[b.start : b.end] for b in cleaned.blocks if b.kind in ("paragraph", "item")]


def listed(cleaned: Cleaned) -> set[str]:
    return {change.before for change in cleaned.changes if change.rule == "furniture"}


@pytest.mark.parametrize(
    "line",
    [
        *("2031-06-14", "14-05-2031 - 11:20", "• 03 Dec. 2031 -", "Wednesday, 14.5.2031", "10444/31", "2339", "AB/cd"),
        *("(OR. en)", "EN", "1", "9471/1/31"),
    ],
)
def test_a_day_or_a_number_alone_is_no_sentence(line: str) -> None:
    assert said(f"Talks on Lamps\n\n{line}\n\n{PROSE}") == [PROSE]


def test_a_number_that_ends_a_wrapped_line_belongs_to_its_sentence() -> None:
    text = "The keepers of the northern lamps were asked to open the tower by the end of\n2031\nand to paint it."
    assert "2031" in said(f"Talks on Lamps\n\n{text}")


def test_menus_in_other_letters_go_and_are_listed() -> None:
    menus = ["메뉴 바로가기", "検索", "Русский", "عربي"]
    cleaned = clean("\n".join([*menus, "Talks on Lamps", "", PROSE]), KNOWLEDGE)
    assert cleaned.text == f"Talks on Lamps\n\n{PROSE}"
    assert listed(cleaned) == set(menus)


def test_a_text_in_other_letters_keeps_its_lines() -> None:
    text = "Министры встретились в старой ратуше.\n\nОни благодарили смотрителей."
    assert clean(text, KNOWLEDGE).text == text


def test_a_counter_goes_with_its_number() -> None:
    cleaned = clean(f"Talks on Lamps\n\nhit\n2339\n\n{PROSE}", KNOWLEDGE)
    assert (cleaned.text, listed(cleaned)) == (f"Talks on Lamps\n\n{PROSE}", {"hit", "2339"})


def test_the_short_lines_of_a_letterhead_do_not_cut_the_sentences_below_it() -> None:
    head = (
        "Port Plan\n\nCouncil of the\nNorthern Ports\nBergen, 2 June 2031\nFrom:\nOn:\nTo:\nSecretariat\nDelegations\n"
    )
    wrapped = (
        "Seeing the northern coast as a region of great importance for its neighbours, Norway has\n"
        "committed to establish a strong and stable relationship with the island states of the\n"
        "sea, and welcomes the progress that was made in developing its relations with Iceland,\n"
        "Ireland, Malta and Cyprus as well as with the northern part of the western region as a\n"
        "whole."
    )
    assert said(head + wrapped) == [wrapped.replace("\n", " ")]
