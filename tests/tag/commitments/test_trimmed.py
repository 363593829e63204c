"""Where an action ends once coordinators, punctuation and the number of the next point are taken off."""

import pytest

from pipeline.tag.commitments.extents import CLOSING_QUOTES, COORDINATORS, trimmed
from tests.tag.parsed import parsed


def kept(words: str, start: int = 0) -> str:
    """What stays of ``words``, all of them adverbs but for the punctuation."""
    tokens = words.split(" ")
    doc = parsed("x/VB " + " ".join(t if t in '.,;:()“”‘’"«»-%\\n' else f"{t}/RB/dep>x" for t in tokens))
    return doc[start + 1 : trimmed(doc, start + 1, len(doc))].text


@pytest.mark.parametrize("word", sorted(COORDINATORS))
def test_coordinators_close_no_action(word: str) -> None:
    assert kept(f"build roads {word}") == "build roads"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("build roads", "build roads"),
        ("build roads , and", "build roads"),
        ("build roads .", "build roads"),
        ("build roads \\n", "build roads"),
        ("build roads AND", "build roads"),
        ("raise pay by 5 %", "raise pay by 5%"),
        # brackets and quotation marks that were opened inside stay
        ("build roads ( in Oslo )", "build roads (in Oslo)"),
        ("build roads )", "build roads"),
        ("build “ roads ”", "build “roads”"),
        ("build roads ”", "build roads"),
        ("build « roads »", "build «roads»"),
        # never less than one word
        ("and", "and"),
        (", ,", ","),
        # the number of the next point
        ("suspend it , ( ii )", "suspend it"),
        ("suspend it , and ( ii )", "suspend it"),
        ("suspend it ; b", "suspend it"),
        ("suspend it : b )", "suspend it"),
        ("suspend it and b )", "suspend it"),
        ("suspend it b )", "suspend it b"),
        ("suspend annex ( b )", "suspend annex (b)"),
        ("suspend it , z", "suspend it, z"),
        ("b", "b"),
    ],
)
def test_what_closes_nothing_is_taken_off(words: str, expected: str) -> None:
    assert kept(words) == expected


@pytest.mark.parametrize("mark", sorted(CLOSING_QUOTES - {'"', "’’"}))
def test_a_closing_quotation_mark_stays_with_its_opening_one_alone(mark: str) -> None:
    opening = {"”": "“", "»": "«"}[mark]
    assert kept(f"say {opening} yes {mark}").endswith(mark)
    assert not kept(f"{opening} say yes {mark}", 1).endswith(mark)


def test_the_number_of_a_point_is_taken_off_behind_the_start_alone() -> None:
    doc = parsed("x/VB , b/NN/dep>x roads/NN/dep>b")
    assert trimmed(doc, 2, 3) == 3
    assert trimmed(doc, 0, 3) == 1
