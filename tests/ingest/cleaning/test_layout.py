"""Which lines are paragraphs, and which are pieces of one."""

import pytest

from pipeline.ingest.cleaning.layout import wrap_width
from pipeline.ingest.passages import Passage
from tests.ingest.cleaning.cleaned import clean
from tests.ingest.cleaning.test_cleaning import blocks, wording

WRAPPED = [
    "The ministers of the two countries met in",
    "the old harbour and spoke of the herring,",
    "which comes back every spring to the bay,",
    "and of the boats that are to follow it to",
    "the north before the ice closes the way.",
]


def lines(*texts: str, gap: int = 0) -> list[Passage]:
    return [Passage(n, text, gap if n > 1 else 0) for n, text in enumerate(texts, 1)]


def test_the_width_of_a_wrapped_text_is_that_of_its_longer_lines() -> None:
    assert wrap_width(lines(*WRAPPED)) == 41
    assert wrap_width(lines(*WRAPPED, gap=1), 1) == 41
    assert wrap_width(lines(*WRAPPED, gap=1)) is None


@pytest.mark.parametrize(
    "texts",
    [
        ["Norland", "Vastria", "Zelmark", "Ostania"],
        [line.capitalize() for line in WRAPPED],
        [line[:20] for line in WRAPPED],
        [line * 4 for line in WRAPPED],
        [*WRAPPED, "One line is much longer than all of the others and so tells that nothing here is wrapped."],
        [WRAPPED[0]],
        [],
    ],
)
def test_lines_that_are_not_wrapped(texts: list[str]) -> None:
    assert wrap_width(lines(*texts)) is None


def test_what_a_format_calls_a_paragraph_says_nothing_about_the_width() -> None:
    told = [Passage(n, text * 5, hint="paragraph") for n, text in enumerate(WRAPPED, 10)]
    assert wrap_width([*lines(*WRAPPED), *told]) == 41


def test_wrapped_lines_are_one_paragraph_and_the_change_quotes_them() -> None:
    cleaned = clean("\n".join([*WRAPPED, "", *WRAPPED]))
    assert cleaned.text == "\n\n".join([" ".join(WRAPPED)] * 2)
    assert [(c.line, c.rule) for c in cleaned.changes] == [(1, "line_break"), (7, "line_break")]
    assert cleaned.changes[0].before == " ⏎ ".join(WRAPPED)


def test_lines_with_an_empty_line_below_each_are_one_paragraph() -> None:
    assert wording("\n\n".join([*WRAPPED, "", WRAPPED[0], *WRAPPED[1:]])) == [" ".join(WRAPPED)] * 2


def test_a_short_line_ends_a_paragraph_of_a_wrapped_text() -> None:
    text = "\n".join([*WRAPPED[:-1], "the north.", *WRAPPED])
    assert wording(text) == [" ".join([*WRAPPED[:-1], "the north."]), " ".join(WRAPPED)]


def test_an_indent_opens_a_paragraph_behind_a_full_line() -> None:
    first = [*WRAPPED[:-1], "the north before the ice closes this way."]
    text = "\n".join([*first, "  " + WRAPPED[0], *WRAPPED[1:]])
    assert wording(text) == [" ".join(first), " ".join(WRAPPED)]
    one_space = "\n".join([*first, " " + WRAPPED[0], *WRAPPED[1:]])
    assert len(wording(one_space)) == 1


def test_a_marker_opens_an_item_unless_a_full_line_broke_before_a_figure() -> None:
    items = [*WRAPPED[:-1], "the north:", "- the first boat,", "- the second boat."]
    assert wording("\n".join(items))[1:] == ["the first boat,", "the second boat."]
    figure = [*WRAPPED[:3], "and of the boats that are to come in May", "2. They are red, and some of them are old."]
    assert len(blocks(clean("\n".join([*WRAPPED, "", *figure])))) == 2


def test_a_marker_alone_on_its_line_takes_the_next_line() -> None:
    assert blocks(clean("The sides will:\n\n(1)\n\nopen a port;\n\n(2)\n\nclose a tunnel."))[1:] == [
        ("item", "(1)", "open a port;"),
        ("item", "(2)", "close a tunnel."),
    ]
    assert wording("We agreed on this:\n\n(1)\n\n(2)\n\nclose it now.")[-1] == "close it now."


def test_lines_that_are_paragraphs_are_joined_where_a_sentence_runs_on() -> None:
    assert wording("The ministers of the two countries met\nin the old harbour.\nThey left.") == [
        "The ministers of the two countries met in the old harbour.",
        "They left.",
    ]
    assert wording("Norland\nand Vastria") == ["Norland", "and Vastria"]


def test_a_title_in_capitals_goes_on_in_the_next_line() -> None:
    assert wording("JOINT STATEMENT ON THE\nFUTURE OF HERRING\n\nThe sides met.") == [
        "JOINT STATEMENT ON THE FUTURE OF HERRING",
        "The sides met.",
    ]
    assert wording("JOINT STATEMENT\nHERRING\n\nThe sides met.")[:2] == ["JOINT STATEMENT", "HERRING"]


def test_a_sentence_that_a_column_cut_is_made_whole() -> None:
    cleaned = clean("The ministers of the two countries met in the\n\n\n\nold harbour.\n\nThey left.")
    assert cleaned.text == "The ministers of the two countries met in the old harbour.\n\nThey left."
    (change,) = cleaned.changes
    assert (change.line, change.rule) == (1, "line_break")
    assert change.before == "The ministers of the two countries met in the ⏎ old harbour."


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in the\n\nold harbour.",
        "The ministers of the two countries met there.\n\nold harbour",
        "The ministers of the two countries met in the\n\na) old harbour",
        "The ministers of the two countries met in the\n\nOld Harbour.",
    ],
)
def test_what_is_not_cut_stays_apart(text: str) -> None:
    assert len(clean(text).blocks) == 2


def test_changes_come_in_the_order_of_the_lines() -> None:
    text = (
        "The sides met in the Indo-\nPacific and spoke (Photo: A. Person) of it\n\n###\n\n•\n\nThe Ministerâ€™s visit."
    )
    found = [c.line for c in clean(text).changes]
    assert len(found) > 3
    assert found == sorted(found)
