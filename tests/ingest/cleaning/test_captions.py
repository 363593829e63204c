"""Captions and credits of pictures."""

import pytest

from tests.ingest.cleaning.cleaned import clean
from tests.ingest.cleaning.test_cleaning import wording

FIRST = "The two sides confirmed the repair of the old harbour in accordance"
SECOND = "with the plan of the year before. They also agreed to dredge it."
END = "The talks went on in the evening and ended at midnight."
WHOLE = f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    "caption",
    ["Above: The ministers visit the harbour.", "The ministers visit the harbour of Eastport."],
)
def test_what_stands_between_the_halves_of_a_sentence_goes(caption: str) -> None:
    cleaned = clean("\n\n\n".join([FIRST, caption, SECOND, END]))
    assert cleaned.text == f"{WHOLE}\n\n{END}"
    assert ("caption", caption) in [(c.rule, c.before) for c in cleaned.changes]
    (seam,) = [c for c in cleaned.changes if c.rule == "line_break"]
    assert seam.before == f"{FIRST[-60:]} ⏎ {SECOND[:60]}"
    assert seam.after == f"{FIRST[-60:]} {SECOND[:60]}"


@pytest.mark.parametrize(
    "middle",
    [
        "Three ministers spoke",
        "of the ministers who spoke in the hall",
        "- The ministers spoke in the hall.",
        "The ministers spoke in the hall, and",
        "The ministers spoke in the hall of the town,",
        "The ministers visit the harbour. " * 13,
        "see https://press.example/1 there",
    ],
)
def test_what_cannot_be_a_caption_stays(middle: str) -> None:
    text = clean("\n\n".join([FIRST, middle.strip(), SECOND, END])).text
    assert middle.strip() in text


def test_a_short_half_is_no_sentence_that_was_cut() -> None:
    middle = "The ministers visit the harbour."
    assert middle in clean("\n\n".join(["They also confirmed it in accordance", middle, SECOND])).text


def test_a_caption_without_empty_lines_around_is_wording() -> None:
    middle = "The ministers visit the harbour of Eastport."
    assert middle in clean(f"{FIRST}\n{middle}\n{SECOND}\n\n{END}").text


def test_a_sentence_set_apart_like_a_known_caption_is_one() -> None:
    apart = "\n\n\n\nThe delegations look at the model of the pier.\n\n"
    known = "\n\n\n\nAbove: The ministers visit the harbour.\n\n"
    body = ["The sides met.", "They spoke.", "They left."]
    assert wording(f"{body[0]}\n\n{body[1]}{known}{body[2]}{apart}{END}\n\n{END}") == [*body, END, END]
    assert len(wording(f"{body[0]}\n\n{body[1]}\n\n{body[2]}{apart}{END}\n\n{END}")) == 6


@pytest.mark.parametrize(
    "other",
    [
        "The delegations look at the pier. It is new.",
        "The delegations look at the pier",
        "- The delegations look at the pier.",
        " ".join(["pier"] * 40) + " there.",
    ],
)
def test_what_is_not_one_short_sentence_is_no_caption_though_set_apart(other: str) -> None:
    known = "Above: The ministers visit the harbour."
    text = f"The sides met.\n\nThey spoke.\n\n\n\n{known}\n\nThey left.\n\n\n\n{other}\n\n{END}\n\n{END}"
    assert other.removeprefix("- ") in "\n".join(wording(text))


def test_titles_before_names_end_no_sentence_of_a_caption() -> None:
    known = "Above: The ministers visit the harbour."
    other = "Dr. A. Berg looks at the pier with Mr. Lund."
    text = f"The sides met.\n\nThey spoke.\n\n\n\n{known}\n\nThey left.\n\n\n\n{other}\n\n{END}\n\n{END}"
    assert other not in wording(text)


def test_a_credit_in_brackets_goes_and_its_sentence_stays() -> None:
    cleaned = clean(
        "The ministers met (Photo: Palace Press Office) in Oslo.\n\n[Photo: A. Person]\n\nThey spoke of trade."
    )
    assert cleaned.text == "The ministers met in Oslo.\n\nThey spoke of trade."
    assert [(c.line, c.rule, c.before) for c in cleaned.changes] == [
        (1, "caption", "(Photo: Palace Press Office)"),
        (3, "caption", "[Photo: A. Person]"),
    ]


def test_a_very_long_paragraph_is_no_caption() -> None:
    long = "Photo: " + "the ministers visit the harbour, " * 20 + "and leave."
    assert long in clean(f"The sides met.\n\n{long}\n\n{END}").text
