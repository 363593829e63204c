"""Footnote marks, missing blanks and numbered points run together."""

import pytest

from pipeline.ingest.cleaning.slips import mend_slips, split_points
from pipeline.ingest.passages import Passage
from tests.shipped import KNOWLEDGE


def mended(text: str) -> str:
    (line,), _ = mend_slips([Passage(1, text)], KNOWLEDGE)
    return line.text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("They met in 2030.² Then they left.³", "They met in 2030. Then they left."),
        ("The wells¹ and the mills¹² stand.", "The wells and the mills stand."),
        ("“They stand.”⁴ We saw them.", "“They stand.” We saw them."),
        ("They met in 2030.[2] Then[3] they left.[14]", "They met in 2030. Then they left."),
        ("They met in the port.2 Then they left.3", "They met in the port. Then they left."),
        ("They met in the port.” He said so.", "They met in the port.” He said so."),
    ],
)
def test_footnote_marks_go(text: str, clean: str) -> None:
    assert mended(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "The farm has 40 km² and 300 m³ of water.",
        "The farm has 40 square miles² of land.",
        "It grew by 10⁶ and CO₂ fell.",
        "See para.12 The rule stands.",
        "See [1] and the list.",
        "They pay 2.5 per cent; version 3.12 Peru has.",
    ],
)
def test_what_is_no_footnote_mark_stays(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("They closed the port.Then they left.", "They closed the port. Then they left."),
        ("They closed the port.(Peru opened it.)", "They closed the port. (Peru opened it.)"),
        ("They closed the port.”He left.", "They closed the port.” He left."),
        ("It was so in 2030.Peru opened it.", "It was so in 2030. Peru opened it."),
        ("Who?Peru’s envoy.", "Who? Peru’s envoy."),
    ],
)
def test_a_missing_blank_is_put_in(text: str, clean: str) -> None:
    assert mended(text) == clean


@pytest.mark.parametrize(
    "text",
    ["St.Olav is old.", "See www.Port.example for it.", "Read port.Com today.", "1.We met.", "The U.S.Navy left."],
)
def test_other_full_stops_keep_together(text: str) -> None:
    assert mended(text) == text


def test_what_was_mended_is_told() -> None:
    _, changes = mend_slips([Passage(7, "The port.² Then it closed.They left.")], KNOWLEDGE)
    assert [(change.line, change.rule) for change in changes] == [(7, "footnote"), (7, "blank")]
    assert changes[1].after == "The port. Then it closed. They left."


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("1. Peru will pay. 2. Chile will wait.", ["1. Peru will pay.", "2. Chile will wait."]),
        ("4. Peru will pay; 5. Chile will wait.", ["4. Peru will pay;", "5. Chile will wait."]),
        ("They agreed: 1. Peru pays. 2. Chile waits.", ["They agreed:", "1. Peru pays.", "2. Chile waits."]),
        ("They agreed: 1. Peru pays at once.", ["They agreed: 1. Peru pays at once."]),
        ("1. Peru applies Article 3. 7. Chile waits.", ["1. Peru applies Article 3. 7. Chile waits."]),
        ("It is in Chapter 2. Chile will wait.", ["It is in Chapter 2. Chile will wait."]),
    ],
)
def test_points_that_count_on_are_parted(text: str, pieces: list[str]) -> None:
    paragraphs, changes = split_points([Passage(3, text)])
    assert [paragraph.text for paragraph in paragraphs] == pieces
    assert [change.rule for change in changes] == ["list"] * (len(pieces) > 1)
