"""Whose words stand where: turns of a transcript, quotations."""

import pytest

from pipeline.names.situation.cast import people_of
from pipeline.names.situation.voices import quotations, turns
from tests.shipped import KNOWLEDGE


def spoken(text: str, home: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The words of each turn with the code of their speaker."""
    return [
        (text[v.start : v.end].strip(), " ".join(v.codes))
        for v in turns(text, people_of(text, KNOWLEDGE), home, KNOWLEDGE)
    ]


def test_turns_are_their_speakers_by_label_bracket_or_by_what_the_text_tells_of_them() -> None:
    text = (
        "Prime Minister Tom Borg of Malta met the press.\n"
        "PRIME MINISTER BORG: We will plant trees.\n"
        "PRESIDENT ROJAS (Chile): We will water them.\n"
        "QUESTION: When will we see them?\n"
    )
    assert spoken(text) == [
        ("We will plant trees.", "MLT"),
        ("We will water them.", "CHL"),
        ("When will we see them?", ""),
    ]


def test_the_only_officer_of_unknown_state_speaks_for_the_publisher() -> None:
    text = "PM: We will plant trees.\nJOURNALIST: Where?\nPM: In Suva."
    assert [code for _, code in spoken(text, ("MLT",))] == ["MLT", "", "MLT"]
    assert [code for _, code in spoken(text.replace("PM: In", "MINISTER QVIST: In"), ("MLT",))] == [""]


def test_lines_with_a_colon_are_no_transcript() -> None:
    assert spoken("Venue: Suva\nContact: Press Office\nWe will plant trees.") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("“We will plant trees,” said the Foreign Minister of Malta.", "MLT"),
        ('"We will plant trees," Prime Minister Tom Borg of Malta said.', "MLT"),
        ("The President of Chile said: “We will plant trees.”", "CHL"),
        ("“We will plant trees,” the Maltese minister told reporters in Peru.", "MLT"),
        ("“We will plant trees,” the ministers said.", ""),
        ("They signed the “Charter of Trees and Lakes” of Malta.", ""),
    ],
)
def test_a_quotation_is_whose_the_text_says(text: str, codes: str) -> None:
    assert " ".join(code for v in quotations(text, {}, KNOWLEDGE) for code in v.codes) == codes


def test_he_said_is_the_one_quoted_before() -> None:
    text = "“We will plant trees,” said the Foreign Minister of Malta. “We will water them,” he said."
    assert [v.codes for v in quotations(text, {}, KNOWLEDGE)] == [("MLT",), ("MLT",)]


def test_a_label_may_name_the_state_behind_the_office() -> None:
    text = "President of Fiji: We will plant trees.\nPrime Minister of Malta: We will water them."
    assert [code for _, code in spoken(text, ())] == ["FJI", "MLT"]
