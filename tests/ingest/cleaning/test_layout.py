"""Which lines are paragraphs, and which are pieces of one."""

import pytest

from pipeline.ingest.cleaning.hyphens import learn_spelling
from pipeline.ingest.cleaning.layout import mend_breaks, mend_lines, wrap_width
from pipeline.ingest.passages import Passage
from pipeline.records import BlockKind
from tests.ingest.cleaning.cleaned import clean
from tests.ingest.cleaning.test_cleaning import blocks, wording
from tests.shipped import KNOWLEDGE

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


def mended(*passages: Passage) -> list[str]:
    """The paragraphs of a text of these lines."""
    return [p.text for p in mend_lines(list(passages), learn_spelling(passages, KNOWLEDGE))[0]]


def wrapped_and(*texts: str, gap: int = 0, indent: int = 0, hint: BlockKind | None = None) -> list[str]:
    """What becomes of lines behind two paragraphs that show the width; ``gap`` and the rest are of the last line."""
    shown = [Passage(n, text, int(n in (1, 6))) for n, text in enumerate([*WRAPPED, *WRAPPED], 1)]
    more = [Passage(n, text, int(n == 11)) for n, text in enumerate(texts, 11)]
    more[-1] = Passage(more[-1].number, more[-1].text, gap, indent, hint)
    return mended(*shown, *more)[2:]


FULL_LINE = "and of the boats that are to follow them."


def test_a_full_line_goes_on_and_a_short_one_ends() -> None:
    assert wrapped_and(FULL_LINE, "They left it.") == [f"{FULL_LINE} They left it."]
    assert wrapped_and("They stayed.", "They left it.") == ["They stayed.", "They left it."]
    assert wrapped_and("They stayed", "and left it.") == ["They stayed and left it."]
    assert wrapped_and(FULL_LINE, "They left it.", gap=1) == [FULL_LINE, "They left it."]
    assert wrapped_and(FULL_LINE, "They left it.", hint="paragraph") == [FULL_LINE, "They left it."]


def test_a_line_is_full_where_the_next_word_would_pass_four_fifths_of_the_width() -> None:
    line = "They went to see the old bay."  # 29 characters; 0.82 of 41 is 33.62
    assert wrapped_and(line, "Boat is red.") == [f"{line} Boat is red."]
    assert wrapped_and(line, "Bee is red.") == [line, "Bee is red."]


def test_an_indent_of_two_columns_opens_a_paragraph_behind_a_finished_line_only() -> None:
    assert wrapped_and(FULL_LINE, "They left it.", indent=2) == [FULL_LINE, "They left it."]
    assert wrapped_and(FULL_LINE, "They left it.", indent=1) == [f"{FULL_LINE} They left it."]
    open_line = FULL_LINE.replace(".", " ") + "to"
    assert wrapped_and(open_line, "Oslo by boat.", indent=2) == [f"{open_line} Oslo by boat."]


def test_a_figure_at_the_start_of_a_line_opens_an_item_but_behind_a_full_unfinished_one() -> None:
    open_line = "and of the boats that are to come in May"
    assert wrapped_and(open_line, "2. They are red.") == [f"{open_line} 2. They are red."]
    assert wrapped_and(FULL_LINE, "2. They are red.") == [FULL_LINE, "2. They are red."]
    assert wrapped_and(open_line, "a) They are red.") == [open_line, "a) They are red."]
    assert wrapped_and("They came in", "2. They are red.") == ["They came in", "2. They are red."]
    assert mended(Passage(1, open_line), Passage(2, "2. They are red.")) == [open_line, "2. They are red."]
    assert wrapped_and(open_line, "2.", gap=0) == [f"{open_line} 2."]
    assert wrapped_and(open_line, "•", gap=0) == [open_line, "•"]


def test_a_marker_alone_takes_what_follows_and_no_other_marker() -> None:
    assert mended(Passage(1, "(1)"), Passage(2, "open a port", 3)) == ["(1) open a port"]
    assert mended(Passage(1, "(1)"), Passage(2, "(2)", 1)) == ["(1)", "(2)"]
    assert mended(Passage(1, "(1)"), Passage(2, "(2) open a port", 1)) == ["(1)", "(2) open a port"]
    assert mended(Passage(1, "(1)"), Passage(2, "open a port"), Passage(3, "Close it", 1)) == [
        "(1) open a port",
        "Close it",
    ]
    assert mended(Passage(1, "(1)"), Passage(2, "open a port", hint="item")) == ["(1)", "open a port"]
    assert mended(Passage(1, "(1)", hint="item"), Passage(2, "open a port")) == ["(1)", "open a port"]


def test_capitals_are_a_title() -> None:
    assert mended(Passage(1, "HERRING OF"), Passage(2, "NORLAND")) == ["HERRING OF NORLAND"]
    assert mended(Passage(1, "HERRING"), Passage(2, "NORLAND")) == ["HERRING", "NORLAND"]
    assert mended(Passage(1, "HERRING OF"), Passage(2, "ICE")) == ["HERRING OF", "ICE"]
    assert mended(Passage(1, "HERRING OF"), Passage(2, "NORTH")) == ["HERRING OF NORTH"]
    assert mended(Passage(1, "HERRING " * 16 + "OF"), Passage(2, "NORLAND")) == ["HERRING " * 16 + "OF NORLAND"]
    assert mended(Passage(1, "HERRING " * 16 + "AND OF"), Passage(2, "NORLAND"))[1:] == ["NORLAND"]
    assert wrapped_and("THE OLD HARBOUR OF NORLAND AND EASTPORT", "HERRING AND COD") == [
        "THE OLD HARBOUR OF NORLAND AND EASTPORT HERRING AND COD",
    ]  # fmt: skip
    assert wrapped_and("THE OLD HARBOUR.", "HERRING AND COD") == ["THE OLD HARBOUR.", "HERRING AND COD"]


def test_without_a_width_thirty_characters_that_run_on_are_a_line() -> None:
    line = "The ministers of the two lands"
    assert mended(Passage(1, line), Passage(2, "met.")) == [f"{line} met."]
    assert mended(Passage(1, line[4:]), Passage(2, "met.")) == [line[4:], "met."]
    assert mended(Passage(1, line), Passage(2, "Met.")) == [line, "Met."]


def cut(first: Passage, second: Passage) -> bool:
    """Whether the two paragraphs are halves of one sentence."""
    return len(mend_breaks([first, second], learn_spelling([first, second], KNOWLEDGE))[0]) == 1


def test_which_paragraphs_are_halves_of_one_sentence() -> None:
    line = "The ministers of the two lands"
    assert cut(Passage(1, line), Passage(2, "met.", 1))
    assert not cut(Passage(1, line), Passage(2, "met.", 0))
    assert not cut(Passage(1, line[4:]), Passage(2, "met.", 1))
    assert not cut(Passage(1, line), Passage(2, "Met.", 1))
    assert not cut(Passage(1, line), Passage(2, "a) met.", 1))
    assert not cut(Passage(1, line), Passage(2, "met.", 1, hint="paragraph"))
    assert cut(Passage(1, line, hint="paragraph"), Passage(2, "met.", 1, hint="paragraph"))


def test_a_width_needs_full_lines_and_running_ones() -> None:
    ragged = [WRAPPED[0], "The boats", "of herring,", WRAPPED[1], "and boats", "They left", WRAPPED[2]]
    assert wrap_width(lines(*ragged)) is None
    capitals = [line.upper() for line in WRAPPED]
    assert wrap_width(lines(*capitals)) == 41
    assert wrap_width([Passage(n, text, 0 if n % 5 == 2 else 1) for n, text in enumerate(WRAPPED * 2, 1)]) is None
    two = [Passage(1, WRAPPED[0]), Passage(2, WRAPPED[1])]
    assert wrap_width(two) == 41


TITLE = "Talks on the fisheries of the north"


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n"])
def test_a_title_is_not_joined_with_a_text_that_begins_in_small_letters(between: str) -> None:
    text = "the ministers of both coasts met for the first time since 2027, and they agreed on a plan for the fleets."
    assert wording(f"{TITLE}{between}{text}\n\nThey left.") == [TITLE, text, "They left."]


def test_a_title_goes_on_in_a_short_line_of_small_letters() -> None:
    assert wording(f"{TITLE}\n\nand of the islands\n\nThe ministers met.") == [
        f"{TITLE} and of the islands",
        "The ministers met.",
    ]


def test_a_sentence_below_a_title_that_was_cut_is_still_made_whole() -> None:
    halves = [
        "The ministers agreed to repair the old harbour of the islands in accordance",
        "with the plan of the year.",
    ]
    assert wording("\n\n".join([TITLE, *halves])) == [TITLE, " ".join(halves)]


def test_a_title_that_is_broken_within_its_paragraph_is_made_whole() -> None:
    signs = "Two Ports to Train a Hundred Keepers each year and to"
    passages = [
        Passage(1, signs, 0, 0, "heading"),
        Passage(2, "lend two lamps", 0, 0, "paragraph"),
        Passage(3, "They met.", 1),
    ]
    joined, _ = mend_breaks(passages, learn_spelling(passages, KNOWLEDGE))
    assert [p.text for p in joined] == [f"{signs} lend two lamps", "They met."]
