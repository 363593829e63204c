"""Datelines in front of a sentence."""

import pytest

from pipeline.names.datelines import dateline_end


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("SUVA, May 3 — ", "Malta will plant trees."),
        ("OSLO, 3 May 2031 (NTB) – ", "Malta will plant trees."),
        ("Lima, Peru, 2 May 2031 – ", "Malta will plant trees."),
        ("St. Petersburg (ITAR) - ", "Malta will plant trees."),
        ("VALLETTA – ", "Malta will plant trees."),
        ("", "Malta - a partner of Fiji - will plant trees."),
        ("", "NATO - the alliance - will plant trees."),
        ("", "Malta-Fiji talks will open."),
        ("", "On 3 May 2031 – a Monday – Malta will plant trees."),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(dateline: str, rest: str) -> None:
    assert dateline_end(dateline + rest) == len(dateline)
