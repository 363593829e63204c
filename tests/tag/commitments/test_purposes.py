"""Infinitives that only say what an action is for."""

import pytest

from pipeline.tag.commitments.forms import Form, Opening
from pipeline.tag.commitments.purposes import has_purpose, is_purpose, lists_purposes
from tests.tag.parsed import parsed


def asked(form: Form, *sentences: str) -> bool:
    """Whether the "to" of "to see" tells a purpose of "act", the first word."""
    doc = parsed(*sentences)
    to = next(t for t in doc if t.lower_ == "to" and t.nbor(1).lower_ == "see")
    return is_purpose(Opening(doc[0], 0, form), to)


@pytest.mark.parametrize(
    ("form", "expected"),
    [("to_verb", False), ("own_officials", False), ("verb", True), ("to_gerund", True), ("gerund", True)],
)
def test_behind_what_is_no_infinitive_every_to_tells_a_purpose(form: Form, expected: bool) -> None:
    assert asked(form, "act/VB and/CC/cc>see to/TO/mark>see see/VB/conj>act") is expected


SEE = "to/TO/dep>act see/VB/dep>act"
FIND = "to/TO/dep>act find/VB/dep>act x/NN/dep>act"
TRAIN = "to/TO/dep>act train/VB/dep>act x/NN/dep>act"
AND = "and/CC/dep>act"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (SEE, True),
        (f"now/NN/dep>act {SEE}", True),
        *((f"now/NN/dep>act {word}/CC/dep>act {SEE}", False) for word in ("and", "or", "but", "as")),
        (f"now/NN/dep>act {AND} also/RB/dep>act even/RB/dep>act {SEE}", False),
        (f"now/NN/dep>act also/RB/dep>act {SEE}", True),
        # behind a comma it goes on with the action only where "and to" closes a list
        (f"now/NN/dep>act , {SEE}", True),
        (f"now/NN/dep>act ; {SEE}", True),
        (f"now/NN/dep>act , {SEE} {AND} {TRAIN}", False),
        (f"now/NN/dep>act ; {SEE} {AND} {TRAIN}", False),
        (f"now/NN/dep>act , {SEE} {AND} train/VB/dep>act", True),
        (f"now/NN/dep>act , {SEE} or/CC/dep>act {TRAIN}", True),
        # a further member of a list of purposes
        (f"{FIND} , {TRAIN} , {AND} {SEE}", True),
        (f"{FIND} , {TRAIN} ; {AND} {SEE}", True),
        (f"{FIND} ; {TRAIN} , {AND} {SEE}", True),
        (f"{FIND} , {TRAIN} {AND} {SEE}", False),
        (f"{FIND} , {AND} {SEE}", False),
        (f"now/NN/dep>act , to/TO/dep>act train/NN/dep>act , {AND} {SEE}", False),
        (f"{FIND} , {SEE} {AND} {TRAIN}", True),
        (f"{FIND} ; {SEE} {AND} {TRAIN}", True),
    ],
)
def test_behind_an_infinitive_what_stands_before_the_to_tells(words: str, expected: bool) -> None:
    assert asked("to_verb", f"act/VB {words}") is expected


def test_a_list_closes_within_the_sentence() -> None:
    assert asked("to_verb", f"act/VB now/NN/dep>act , {SEE}", "and/CC/cc>go to/TO/mark>go go/VB")
    assert asked("to_verb", f"act/VB now/NN/dep>act , {SEE} {AND}", "to/TO/mark>go go/VB")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("to/TO/dep>x act/VB/dep>x", True),
        ("to/TO/dep>x fully/RB/dep>x act/VB/dep>x", True),
        ("to/IN/dep>x peace/NN/dep>x", False),
        ("for/IN/dep>x act/VB/dep>x", False),
    ],
)
def test_a_to_infinitive_is_a_purpose(words: str, expected: bool) -> None:
    doc = parsed(f"x/NN {words} to/TO/dep>x")
    assert has_purpose(doc, 1, len(doc) - 1) is expected
    assert not has_purpose(doc, 2, len(doc) - 1)
    assert not has_purpose(doc, 0, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (", to/TO/dep>x", True),
        ("; to/TO/dep>x", True),
        (", for/TO/dep>x", False),
        ("and/CC/dep>x to/TO/dep>x", False),
    ],
)
def test_purposes_go_on_behind_a_comma(words: str, expected: bool) -> None:
    doc = parsed(f"x/NN {words} act/VB/dep>x")
    assert lists_purposes(doc, 1, 2) is expected
    assert not lists_purposes(doc, 2, 3)
