"""Points of an enumeration inside a sentence."""

import pytest

from pipeline.tag.commitments.forms import Opening
from pipeline.tag.commitments.numbered import numbered
from tests.tag.commitments.openings import SHIPPED, written
from tests.tag.parsed import parsed


def found(words: str, cut: int = 0) -> str:
    doc = parsed(words)
    return written(numbered([Opening(doc[0], 0, "verb")], len(doc) - cut, SHIPPED))


TRAIN = "train/VB/dep>draft"


@pytest.mark.parametrize("numeral", ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "a", "b", "c", "d", "e", "f"])
def test_a_verb_behind_a_number(numeral: str) -> None:
    assert found(f"draft/VB it/PRP/obj>draft ; ( {numeral}/LS/dep>draft ) {TRAIN}") == "train"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f", ( b/LS/dep>draft ) {TRAIN}", "train"),
        (f"; and/CC/cc>train ( b/LS/dep>draft ) {TRAIN}", "train"),
        (f", B/LS/dep>draft ) {TRAIN}", "train"),
        (f"; b/LS/dep>draft ) {TRAIN}", "train"),
        (f"AND/CC/cc>train b/LS/dep>draft ) {TRAIN}", "train"),
        (f"( b/LS/dep>draft ) {TRAIN}", "-"),
        (f"b/LS/dep>draft ) {TRAIN}", "-"),
        (f", ( z/LS/dep>draft ) {TRAIN}", "-"),
        (f", b/LS/dep>draft . {TRAIN}", "-"),
        (", b/LS/dep>draft ) training/VBG/dep>draft", "-"),
        (", b/LS/dep>draft ) roads/NNS/dep>draft", "-"),
        (", b/LS/dep>draft ) also/RB/dep>draft train/VB/dep>draft", "also train"),
        (", b/LS/dep>draft ) Strengthen/NNP/dep>draft ties/NNS/dep>draft", "Strengthen"),
    ],
)
def test_a_point_stands_apart_and_opens_with_a_verb(words: str, expected: str) -> None:
    assert found(f"draft/VB it/PRP/obj>draft {words}") == expected


def test_a_point_begins_before_the_boundary() -> None:
    assert found(f"draft/VB it/PRP/obj>draft , b/LS/dep>draft ) {TRAIN}", cut=1) == "-"


def test_a_point_that_is_known_or_stands_before_the_action_is_not_found() -> None:
    doc = parsed(f"it/PRP/obj>draft , b/LS/dep>draft ) {TRAIN} draft/VB , c/LS/dep>draft ) open/VB/dep>draft")
    draft, opened = Opening(doc[5], 5, "to_verb"), Opening(doc[9], 9, "to_verb")
    assert numbered([draft], len(doc), SHIPPED) == [opened]
    assert numbered([draft, opened], len(doc), SHIPPED) == []
