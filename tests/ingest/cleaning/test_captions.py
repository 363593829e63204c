"""Captions and credits of pictures."""

import pytest

from pipeline.ingest.cleaning.captions import remove_captions
from pipeline.ingest.cleaning.furniture import read_signs
from pipeline.ingest.passages import Passage
from pipeline.records import BlockKind
from tests.ingest.cleaning.cleaned import clean
from tests.ingest.cleaning.test_cleaning import wording
from tests.shipped import KNOWLEDGE

FIRST = "The two sides confirmed the repair of the old harbour in accordance"
SECOND = "with the plan of the year before. They also agreed to dredge it."
END = "The talks went on in the evening and ended at midnight."
WHOLE = f"{FIRST} {SECOND}"


@pytest.mark.parametrize(
    "caption",
    ["Above: The ministers visit the harbour.", "The ministers at the harbour of Eastport."],
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
        "The ministers at the harbour. " * 14,
        "see https://press.example/1 there",
    ],
)
def test_what_cannot_be_a_caption_stays(middle: str) -> None:
    text = clean("\n\n".join([FIRST, middle.strip(), SECOND, END])).text
    assert middle.strip() in text


def test_a_short_half_is_no_sentence_that_was_cut() -> None:
    middle = "The ministers at the harbour."
    assert middle in clean("\n\n".join(["They also confirmed it in accordance", middle, SECOND])).text


def test_a_caption_without_empty_lines_around_is_wording() -> None:
    middle = "The ministers at the harbour of Eastport."
    assert middle in clean(f"{FIRST}\n{middle}\n{SECOND}\n\n{END}").text


def test_a_sentence_set_apart_like_a_known_caption_is_one() -> None:
    apart = "\n\n\n\nThe delegations beside the model of the pier.\n\n"
    known = "\n\n\n\nAbove: The ministers at the harbour.\n\n"
    body = ["The sides met.", "They spoke.", "They left."]
    assert wording(f"{body[0]}\n\n{body[1]}{known}{body[2]}{apart}{END}\n\n{END}") == [*body, END, END]
    assert len(wording(f"{body[0]}\n\n{body[1]}\n\n{body[2]}{apart}{END}\n\n{END}")) == 6


@pytest.mark.parametrize(
    "other",
    [
        "The delegations beside the pier. It is new.",
        "The delegations beside the pier",
        "- The delegations beside the pier.",
        " ".join(["pier"] * 40) + " there.",
    ],
)
def test_what_is_not_one_short_sentence_is_no_caption_though_set_apart(other: str) -> None:
    known = "Above: The ministers at the harbour."
    text = f"The sides met.\n\nThey spoke.\n\n\n\n{known}\n\nThey left.\n\n\n\n{other}\n\n{END}\n\n{END}"
    assert other.removeprefix("- ") in "\n".join(wording(text))


def test_titles_before_names_end_no_sentence_of_a_caption() -> None:
    known = "Above: The ministers at the harbour."
    other = "Dr. A. Berg on the pier with Mr. Lund."
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
    long = "Photo: " + "the ministers at the harbour, " * 20 + "and leave."
    assert long in clean(f"The sides met.\n\n{long}\n\n{END}").text


LABELLED = "Above: The ministers at the harbour."
UNLABELLED = "The ministers at the harbour of Eastport."
LAST = "with the plan of the year before."


def kept(*texts: str, gap: int = 1, middle: BlockKind | None = None) -> list[str]:
    """The paragraphs that stay, the first with nothing above it; ``middle`` is what the format calls the second."""
    passages = [Passage(n, text, gap if n else 0, 0, middle if n == 1 else None) for n, text in enumerate(texts)]
    return [p.text for p in remove_captions(passages, KNOWLEDGE.get(read_signs))[0]]


@pytest.mark.parametrize(
    "middle",
    [
        "Ministers at the harbour.",
        "Do ministers visit harbours?",
        "The ministers at the harbour [2030]",
        "HTTPS://press.example/",
        "WWW.press.example/",
        f"{'The harbour of Eastport ':h<399}.",
    ],
)
def test_what_can_be_a_caption_goes(middle: str) -> None:
    assert kept(FIRST, middle, LAST) == [f"{FIRST} {LAST}"]


@pytest.mark.parametrize(
    "middle",
    [
        "Ministers visit harbour.",
        "ministers who at the harbour.",
        "Ministers, at the harbour;",
        "The ministers at the harbour",
        "The ministers visit the (old harbour)",
        "1. The ministers at the harbour.",
        "WWW.press.example and more.",
        "HTTPS://press.example and more.",
        f"{'The harbour of Eastport ':h<400}.",
    ],
)
def test_what_cannot_be_one_stays(middle: str) -> None:
    assert kept(FIRST, middle, LAST) == [FIRST, middle, LAST]


def test_an_item_is_no_caption() -> None:
    assert kept(FIRST, UNLABELLED, LAST, middle="item") == [FIRST, UNLABELLED, LAST]
    assert kept(FIRST, UNLABELLED, LAST, middle="paragraph") == [f"{FIRST} {LAST}"]


def test_a_sentence_that_goes_on_in_a_list_is_not_cut() -> None:
    assert kept(FIRST, UNLABELLED, "a) the plan of the year before.") == [
        FIRST, UNLABELLED, "a) the plan of the year before.",
    ]  # fmt: skip


def test_where_the_halves_are_not_one_sentence_nothing_is_joined() -> None:
    assert kept(END, LABELLED, END) == [END, END]
    assert kept(FIRST, END, LABELLED, LAST) == [FIRST, END, LAST]
    assert kept(FIRST, LAST, LABELLED, END) == [FIRST, LAST, END]
    assert kept(FIRST, LABELLED, "A list:", "old and new") == [FIRST, "A list:", "old and new"]


def test_the_first_paragraph_may_be_a_caption() -> None:
    assert kept(LABELLED, "and the sides met.", FIRST, LAST) == ["and the sides met.", FIRST, LAST]


def test_two_captions_between_the_halves_go() -> None:
    assert kept(FIRST, LABELLED, LABELLED, LAST) == [f"{FIRST} {LAST}"]


def test_next_to_a_known_caption_stands_wording() -> None:
    assert kept(FIRST, LABELLED, UNLABELLED, LAST) == [FIRST, UNLABELLED, LAST]
    assert kept(FIRST, UNLABELLED, LABELLED, LAST) == [FIRST, UNLABELLED, LAST]
    assert kept(LABELLED, FIRST, UNLABELLED, LAST) == [f"{FIRST} {LAST}"]
    assert kept(END, "Above: The ministers of the two sides in the harbour", UNLABELLED, LAST) == [
        END,
        UNLABELLED,
        LAST,
    ]
    assert kept(FIRST, UNLABELLED, "above: the ministers.") == [FIRST, UNLABELLED]


def test_empty_lines_stand_above_and_below_a_caption() -> None:
    signs = KNOWLEDGE.get(read_signs)
    for above, below in ((0, 1), (1, 0)):
        passages = [Passage(1, FIRST), Passage(2, UNLABELLED, above), Passage(3, LAST, below)]
        assert remove_captions(passages, signs) == (passages, [])


def test_a_half_has_forty_characters() -> None:
    assert kept("They agreed to repair the old harbour in", UNLABELLED, LAST)[1:] == []
    assert kept("They agreed to repair an old harbour in", UNLABELLED, LAST)[1:] == [UNLABELLED, LAST]


def set_apart(other: str, *, gap: int = 3, hint: BlockKind | None = None, before: str = "They left.") -> list[str]:
    """The paragraphs that stay in a text with a caption three empty lines below the last, and ``other`` in it."""
    passages = [
        Passage(1, "The sides met.", 1),
        Passage(2, "They spoke.", 1),
        Passage(3, LABELLED, 3),
        Passage(4, "They wrote.", 1),
        Passage(5, before, 1),
        Passage(6, other, gap, 0, hint),
        Passage(7, END, 1),
    ]
    return [p.text for p in remove_captions(passages, KNOWLEDGE.get(read_signs))[0]]


def test_as_many_empty_lines_as_above_a_known_caption_tell_another() -> None:
    other = "The delegations beside the pier."
    assert other not in set_apart(other)
    assert other not in set_apart(other, gap=4)
    assert other in set_apart(other, gap=2)
    assert other in set_apart(other, hint="paragraph")
    assert other in set_apart(other, before=LABELLED)


def test_a_caption_alone_has_at_most_forty_words() -> None:
    assert "pier." not in set_apart(" ".join(["Pier"] * 39) + " pier.")[-2]
    assert set_apart(" ".join(["Pier"] * 40) + " pier.")[-2].endswith("pier.")


def test_what_opens_the_text_is_not_set_apart() -> None:
    passages = [Passage(1, UNLABELLED, 3), *(Passage(n, END, 1) for n in (2, 3, 4)), Passage(5, LABELLED, 3)]
    assert remove_captions(passages, KNOWLEDGE.get(read_signs))[0] == passages[:4]


def test_where_captions_have_the_usual_gap_none_is_told_by_it() -> None:
    other = "The delegations beside the pier."
    assert kept(END, other, LABELLED, END, END) == [END, other, END, END]


@pytest.mark.parametrize(
    "statement",
    [
        "Norland will open its harbours to all ships.",
        "The two countries pursue a policy of friendship.",
        "The ministers were received in the old palace.",
        "The delegations agreed to meet again in the spring.",
        "Both presidents undertake to keep the peace.",
        "The ministers visit the harbour.",
        "President Berg greets the crew of the ship.",
    ],
)
def test_a_statement_between_the_halves_of_a_sentence_comes_behind_it(statement: str) -> None:
    assert kept(FIRST, statement, LAST, END) == [f"{FIRST} {LAST}", statement, END]


@pytest.mark.parametrize(
    "statement",
    [
        "Norland will open its harbours.",
        "The crew carries the lamp to the pier.",
        "Both ministers agreed to meet again in the spring.",
        "The delegations planted a tree and signed the treaty.",
        "President Berg withdrew the troops from the islands.",
        "The Parties guarantee each other free passage.",
        "Minister Lund received a courtesy call from Mr. Osei and promised him two ships.",
    ],
)
def test_a_statement_set_apart_like_a_caption_stays(statement: str) -> None:
    assert statement in set_apart(statement)


@pytest.mark.parametrize(
    "ceremony",
    [
        "Minister Lund paid a courtesy call on the Governor of the islands.",
        "The two presidents shook hands in the hall of the palace.",
    ],
)
def test_a_ceremony_goes_only_where_it_is_set_apart_like_a_caption(ceremony: str) -> None:
    assert ceremony not in set_apart(ceremony)
    assert ceremony in set_apart(ceremony, gap=2)
    assert kept(FIRST, ceremony, LAST, END) == [f"{FIRST} {LAST}", ceremony, END]


@pytest.mark.parametrize(
    "caption",
    [
        "The ministers on the quay of the old harbour.",
        "A worker in a damaged house.",
        "Seated: the delegations of Norland.",
        "After the visit of the ministers to the pier.",
        "Minister Berg during her address.",
    ],
)
def test_what_makes_no_statement_is_a_caption(caption: str) -> None:
    assert kept(FIRST, caption, LAST, END) == [f"{FIRST} {LAST}", END]
