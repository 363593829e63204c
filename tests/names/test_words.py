"""Words of a running text with their places."""

import pytest

from pipeline.names.words import apart, occurrences, possessor, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Japan-U.S. talks", ["Japan", "-", "U.S.", "talks"]),
        ("Japan's well-known Dr. Berg.", ["Japan's", "well-known", "Dr.", "Berg", "."]),
        ("J. Berg (5+1)", ["J.", "Berg", "(", "5+1", ")"]),
        ("O’Brien, Jr.", ["O’Brien", ",", "Jr."]),
        (" ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = words_of(text)
    assert [w.text for w in found] == words
    assert all(text[w.start : w.end] == w.text for w in found)


@pytest.mark.parametrize(
    ("word", "without"),
    [("Japan's", "Japan"), ("U.S.’s", "U.S."), ("Laos'", "Laos'"), ("Japan", "Japan"), ("'s", "'s")],
)
def test_a_possessor(word: str, without: str) -> None:
    assert possessor(word) == without


def test_names_are_found_as_whole_words_the_longest_first_and_none_inside_another() -> None:
    text = "Anna Berg met Berg, Bergen and AnnaBerg; Berg's (Anna) went."
    assert [text[a:b] for a, b, _ in occurrences(text, ["Berg", "Anna Berg", "Anna"])] == [
        "Anna Berg",
        "Berg",
        "Berg",
        "Anna",
    ]
    assert [name for _, _, name in occurrences("Berg Lund met.", ["Berg", "Berg Lund", "Lund"])] == ["Berg Lund"]
    assert list(occurrences(text, ["–", ""])) == []


@pytest.mark.parametrize(
    ("between", "expected"),
    [("", False), (" ", False), ("   ", False), ("    ", True), ("\n", False), ("\n\n", True), ("\n \n", True)],
)
def test_a_blank_line_or_much_space_sets_apart(between: str, expected: bool) -> None:
    text = f"a{between}b"
    assert apart(text, 1, 1 + len(between)) is expected
