"""Actions told by a repeated "to"."""

import pytest

from pipeline.tag.commitments.forms import Form, Opening
from pipeline.tag.commitments.repeated import repeated
from tests.tag.commitments.openings import SHIPPED, written
from tests.tag.parsed import parsed


def found(words: str, form: Form = "to_verb", head: str = "meet/VB", start: int = 0, cut: int = 0) -> str:
    """What goes on behind "to meet", with the words that follow it."""
    doc = parsed(f"to/TO/mark>{head.partition('/')[0]} {head} {words}")
    return written(repeated([Opening(doc[1], start, form)], len(doc) - cut, SHIPPED))


X = "x/NN/dep>to"
AND = "and/CC/dep>to"
PAY = "to/TO/mark>pay pay/VB/dep>x"
TRAIN = "to/TO/mark>train train/VB/dep>x"
FIND = "to/TO/mark>find find/VB/dep>x y/NN/dep>find"
WELL = "as/RB/dep>x well/RB/dep>x as/IN/dep>x"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f"{X} {AND} {TRAIN}", "to train"),
        (f"{X} {AND} to/TO/dep>x also/RB/dep>x train/VB/dep>x", "to also train"),
        (f"{X} {WELL} {TRAIN}", "to train"),
        (f"{X} but/CC/dep>x {TRAIN}", "-"),
        (f"{X} as/IN/dep>x {TRAIN}", "-"),
        (f"{X} {TRAIN}", "-"),
        (f"{X} , {TRAIN}", "-"),
        (f"{X} ; {TRAIN}", "-"),
        (f"{X} {AND} for/IN/dep>x train/VB/dep>x", "-"),
        # a gerund
        *((f"{X} {mark} to/IN/mark>training training=train/VBG/dep>x", "to training") for mark in (",", ";", AND)),
        (f"{X} to/IN/mark>training training=train/VBG/dep>x", "-"),
        # behind other infinitives
        (f"{FIND} {AND} {TRAIN} {X}", "to train"),
        (f"{X} to/TO/mark>find find/VB/dep>x {AND} to/TO/mark>train train/VB/conj>find", "-"),
        (f"{X} to/TO/mark>find find/VB/dep>x {AND} to/TO/mark>train train/VB/conj>meet", "to train"),
        (f"{X} to/TO/mark>find find/VB/dep>x {WELL} to/TO/mark>train train/VB/conj>find", "to train"),
        (f"{X} find/VB/dep>x {AND} to/TO/mark>train train/VB/conj>find", "to train"),
        (f"{FIND} , {PAY} {AND} {TRAIN} {X}", "-"),
        # a series
        (f"{X} , {PAY} , {AND} {TRAIN}", "to pay | to train"),
        (f"{X} ; {PAY} ; {AND} {TRAIN}", "to pay | to train"),
        (f"{X} {AND} {PAY} {AND} {TRAIN}", "to pay | to train"),
        (f"{X} , {PAY} , {TRAIN}", "-"),
        (f"{X} , to/IN/case>peace peace/NN/dep>x {AND} {TRAIN}", "-"),
        (f"{X} , {PAY} , {AND} for/IN/dep>x train/VB/dep>x", "-"),
    ],
)
def test_a_repeated_to_goes_on_with_an_infinitive(words: str, expected: str) -> None:
    assert found(words) == expected
    assert found(words, "own_officials") == expected


@pytest.mark.parametrize("form", ["to_noun", "to_gerund"])
def test_a_repeated_to_goes_on_with_a_noun(form: Form) -> None:
    roads = "to/IN/case>roads roads=road/NNS/dep>x"
    assert found(f"{X} {AND} {roads}", form) == "to roads"
    assert found(f"{X} {AND} to/IN/dep>x roads=road/NNS/dep>x", form) == "-"
    assert found(f"{X} , {roads}", form) == "-"
    assert found(f"{X} {AND} {roads}") == "-"
    assert found(f"{X} {AND} {roads}", form, cut=1) == "-"
    assert found(f"{X} {AND} to/IN/mark>training training=train/VBG/dep>x", form) == "to training"
    assert found(f"{X} {AND} {TRAIN}", form) == ("to train" if form == "to_gerund" else "-")
    assert found(f"{X} , {PAY} , {AND} {TRAIN}", form) == "-"


def test_a_noun_behind_a_to_that_governs_the_sentence_is_none() -> None:
    doc = parsed("to/IN/dep>to.2 peace/NN/dep>to.2 and/CC/dep>to.2 to/IN roads=road/NNS/dep>to.2")
    assert repeated([Opening(doc[1], 0, "to_noun")], len(doc), SHIPPED) == []


def test_those_who_work_to_an_end_go_on_behind_it() -> None:
    words = f"{X} to/TO/mark>find find/VB/dep>x {AND} to/TO/mark>train train/VB/conj>find"
    assert found(words, head="work/VB") == "to train"


def test_an_action_without_its_to_repeats_none() -> None:
    assert found(f"{X} {AND} {TRAIN}", start=1) == "-"


def test_a_series_ends_before_the_boundary() -> None:
    assert found(f"{X} , {PAY} , {AND} {TRAIN}", cut=1) == "-"
    assert found(f"{X} {AND} {TRAIN}", cut=1) == "-"


@pytest.mark.parametrize("start", [4, 5])
def test_what_is_known_is_not_found_again(start: int) -> None:
    doc = parsed(f"to/TO/mark>act act/VB {X} {AND} {TRAIN}")
    openings = [Opening(doc[1], 0, "to_verb"), Opening(doc[5], start, "to_verb")]
    assert repeated(openings, len(doc), SHIPPED) == []


def test_what_begins_at_a_known_place_is_not_found_again() -> None:
    doc = parsed(f"to/TO/mark>act act/VB {X} {AND} to/TO/dep>x also/RB/dep>x train/VB/dep>x now/RB/dep>x")
    openings = [Opening(doc[1], 0, "to_verb"), Opening(doc[7], 4, "to_verb")]
    assert repeated(openings, len(doc), SHIPPED) == []
