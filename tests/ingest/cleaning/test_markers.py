"""List markers: what opens an item, what only looks like one, and what only a series tells."""

import pytest

from pipeline.ingest.cleaning.markers import is_lone_marker, marker_length, remove_bare_bullets, series, split_bullets
from pipeline.ingest.passages import Passage


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("• open a port", "• "),
        ("•open a port", "•"),
        ("\uf0b7 open a port", "\uf0b7 "),
        ("- open a port", "- "),
        ("-Open a port", "-"),
        ("+ open a port", "+ "),
        ("o Open a port", "o "),
        ("§ Open a port", "§ "),
        ("1. Open a port", "1. "),
        ("12) open a port", "12) "),
        ("(3) open a port", "(3) "),
        ("[4] open a port", "[4] "),
        ("1.We will", "1."),
        ("(5)We will", "(5)"),
        ("2.1 We will", "2.1 "),
        ("2.1. we will", "2.1. "),
        ("1.2.3 We will", "1.2.3 "),
        ("a) open a port", "a) "),
        ("(b) open a port", "(b) "),
        ("b. open a port", "b. "),
        ("iv. open a port", "iv. "),
        ("(ii) open a port", "(ii) "),
        ("a)Open a port", "a)"),
    ],
)
def test_what_opens_an_item(text: str, marker: str) -> None:
    assert text[: marker_length(text)] == marker


@pytest.mark.parametrize(
    "text",
    [
        "",
        "•",
        "1.",
        "-5 degrees were measured",
        "-open a port",
        "o open a port",
        "1.5 million crowns",
        "3.30pm in Oslo",
        "2.1 we will",
        "(5)we will",
        "2030 We will",
        "1234. We will",
        "A. Smith spoke",
        "a)open a port",
        "e.g. in Oslo",
        "3 We will open a port",
        "II. Trade",
    ],
)
def test_what_only_looks_like_an_item(text: str) -> None:
    assert marker_length(text) == 0


@pytest.mark.parametrize("text", ["•", "-", "*", "1.", "12)", "(3)", "a)", "(b)", "(iv)", "\uf0b7"])
def test_a_marker_without_wording(text: str) -> None:
    assert is_lone_marker(text)


@pytest.mark.parametrize("text", ["", "1", "a", "A)", "1. We", "- a", "iv", "+", "1234."])
def test_what_is_no_marker_without_wording(text: str) -> None:
    assert not is_lone_marker(text)


@pytest.mark.parametrize(
    ("texts", "lengths"),
    [
        (["1 We met.", "2 The sides spoke.", "3 They left."], [2, 2, 2]),
        (["1 We met.", "Between.", "2 The sides spoke.", "3 They left."], [2, 0, 2, 2]),
        (["1 We met.", "2 The sides spoke."], [0, 0]),
        (["2 We met.", "3 The sides spoke.", "4 They left."], [0, 0, 0]),
        (["1 We met.", "2 The sides spoke.", "4 They left."], [0, 0, 0]),
        (["1 We.", "1 We met.", "2 The sides spoke.", "3 They left.", "1 And."], [0, 2, 2, 2, 0]),
        (["1 We.", "2 They.", "3 You.", "1 We.", "2 They.", "3 You."], [2, 2, 2, 2, 2, 2]),
        (["1 we met.", "2 the sides spoke.", "3 they left."], [0, 0, 0]),
        (["A. Trade", "B. Energy"], [3, 3]),
        (["(A) Trade", "(B) Energy"], [4, 4]),
        (["A. Smith", "C. Jones"], [0, 0]),
        (["I. Trade", "II. Energy", "III. Health", "IV. Sport"], [3, 4, 5, 4]),
        (["V. Trade", "VI. Energy"], [0, 0]),
        (["A. Trade"], [0]),
        (["VIII. One", "IX. Two"], [0, 0]),
        (["LL. Trade", "A. One", "B. Two"], [0, 3, 3]),
    ],
)
def test_what_only_a_series_tells(texts: list[str], lengths: list[int]) -> None:
    assert series(texts) == lengths


def test_a_series_counts_in_roman_figures_up_to_twelve() -> None:
    figures = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    assert series([f"{figure}. Part" for figure in figures]) == [len(figure) + 2 for figure in figures]


def test_bullets_in_the_middle_of_a_line_open_items() -> None:
    line = Passage(7, "We will • build a pier • repair it", 2, 3)
    pieces, (change,) = split_bullets([Passage(6, "Before."), line])
    assert [(p.number, p.text, p.gap, p.indent) for p in pieces] == [
        (6, "Before.", 0, 0),
        (7, "We will", 2, 3),
        (7, "• build a pier", 0, 3),
        (7, "• repair it", 0, 3),
    ]
    assert (change.line, change.rule, change.before) == (7, "list", line.text)
    assert change.after == "We will ⏎ • build a pier ⏎ • repair it"


def test_paragraphs_that_are_bullets_alone_go() -> None:
    kept, changes = remove_bare_bullets([Passage(1, "We met."), Passage(2, "•"), Passage(3, "– –"), Passage(4, "7")])
    assert [p.text for p in kept] == ["We met.", "7"]
    assert [(c.line, c.rule, c.before, c.after) for c in changes] == [(2, "list", "•", ""), (3, "list", "– –", "")]


def test_a_marker_stands_in_the_first_thirty_two_characters() -> None:
    assert is_lone_marker(f"({'i' * 30})")
    assert not is_lone_marker(f"({'i' * 31})")
    assert marker_length("-" + " " * 30 + "We") == 31
    assert marker_length("-" + " " * 31 + "We") == 0
    assert series([f"{n}{' ' * 30}We" for n in (1, 2, 3)]) == [31] * 3
    assert series([f"{n}{' ' * 31}We" for n in (1, 2, 3)]) == [0] * 3
