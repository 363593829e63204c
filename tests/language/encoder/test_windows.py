"""How sentences are put together for the encoder."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.encoder.windows import (
    BEFORE,
    CLS,
    LONGEST_SENTENCE,
    LONGEST_WINDOW,
    SEP,
    TITLE,
    windows,
)

PIECES = st.lists(st.integers(1000, 30000), max_size=250)


def test_short_sentences_are_read_together() -> None:
    (window,) = windows([[7, 8], [9]])
    assert window.pieces == (CLS, 7, 8, SEP, 9, SEP)
    assert [list(place) for place in window.places] == [[1, 2], [4]]


def test_title_and_sentence_before_stand_in_front() -> None:
    (window,) = windows([[9]], title=[5], before=[6, 7])
    assert window.pieces == (CLS, 5, SEP, 6, 7, SEP, 9, SEP)
    assert list(window.places[0]) == [6]


def test_the_next_window_begins_with_the_sentence_before_it() -> None:
    first, second = windows([[1] * 150, [2] * 150])
    assert (first.first, second.first) == (0, 1)
    assert second.pieces[: BEFORE + 2] == (CLS, *[1] * BEFORE, SEP)


def test_of_a_long_title_the_beginning_is_kept_and_of_a_long_sentence_before_the_end() -> None:
    (window,) = windows([[9]], title=range(100), before=range(200, 300))
    assert window.pieces[1 : TITLE + 1] == tuple(range(TITLE))
    assert window.pieces[TITLE + 2 : TITLE + 2 + BEFORE] == tuple(range(300 - BEFORE, 300))


@given(st.lists(PIECES, max_size=12), PIECES)
def test_every_sentence_is_read_once_and_ends_with_its_mark(sentences: list[list[int]], title: list[int]) -> None:
    found = list(windows(sentences, title))
    read = [w.pieces[p.start : p.stop] for w in found for p in w.places]
    assert read == [tuple(s[:LONGEST_SENTENCE]) for s in sentences]
    for window in found:
        assert all(window.pieces[place.stop] == SEP for place in window.places)
        assert len(window.pieces) <= max(LONGEST_WINDOW, LONGEST_SENTENCE + TITLE + BEFORE + 4)
