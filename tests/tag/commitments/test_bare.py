"""Bare verbs that continue an action."""

import pytest

from pipeline.tag.commitments.bare import bare
from pipeline.tag.commitments.forms import Form, Opening
from tests.tag.commitments.openings import SHIPPED, written
from tests.tag.parsed import parsed, token


def found(words: str, form: Form = "verb", head: str = "act/VB", known: str = "", cut: int = 0) -> str:
    """What goes on behind the head; ``known`` is a verb that was found before."""
    doc = parsed(f"{head} {words}")
    openings = [Opening(doc[0], 0, form)]
    if known:
        openings.append(Opening(token(doc, known), token(doc, known).i, form))
    return written(bare(openings, len(doc) - cut, SHIPPED))


AND = "and/CC/dep>x"
PAY = "pay/VB/dep>x y/NN/dep>pay"
TRAIN = "train/VB/dep>x z/NN/dep>train"
FIND = "to/TO/dep>x find/VB/dep>x y/NN/dep>find"
INCLUDING = "including/VBG/dep>x y/NN/dep>x"
LIST = f"x/NN/obj>act , {PAY} {AND} {TRAIN}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (LIST, "pay | train"),
        (f"x/NN/obj>act {AND} {PAY}", "pay"),
        (f"x/NN/obj>act {AND} fully/RB/advmod>pay {PAY}", "fully pay"),
        (f"x/NN/obj>act , {PAY}", "-"),
        (f"x/NN/obj>act {PAY}", "-"),
        (f"x/NN/obj>act {AND} roads/NNS/dep>x", "-"),
        # verbs that share one object
        ("and/CC/dep>act pay/VB/dep>act x/NN/dep>pay", "-"),
        (f"and/CC/dep>act pay/VB/dep>act x/NN/dep>pay {AND} {TRAIN}", "train"),
        (f"x/NN/obj>act , pay/VB/dep>x {AND} {TRAIN}", "pay"),
        (f"x/NN/obj>act uphold/VB/acl>x {AND} {TRAIN}", "-"),
        # a clause closes the list, a semicolon opens it again
        *((f"x/NN/obj>act x/{tag}/dep>act {AND} {PAY}", "-") for tag in ("MD", "WDT", "WP", "WRB")),
        (f"x/NN/obj>act that/IN/dep>x y/NN/dep>x {AND} {PAY}", "-"),
        (f"x/NN/obj>act that/IN/dep>x y/NN/dep>x ; {PAY}", "pay"),
        (f"x/NN/obj>act this/DT/dep>x y/NN/dep>x {AND} {PAY}", "pay"),
        # so does another infinitive
        (f"x/NN/obj>act {FIND} {AND} {TRAIN}", "-"),
        (f"x/NN/obj>act {FIND} , {AND} {TRAIN}", "-"),
        (f"x/NN/obj>act {FIND} ; {TRAIN}", "train"),
        (f"x/NN/obj>act to/IN/dep>x peace/NN/dep>x , {TRAIN} {AND} {PAY}", "train | pay"),
        (f"x/NN/obj>act for/IN/dep>x find/VB/dep>x {AND} {TRAIN}", "-"),
        # what is inserted with "including" ends with a comma
        (f"x/NN/obj>act , {INCLUDING} , {AND} {PAY}", "pay"),
        (f"x/NN/obj>act , {INCLUDING} {AND} {PAY}", "-"),
        (f"x/NN/obj>act {INCLUDING} {AND} {PAY}", "pay"),
        (f"x/NN/obj>act , {INCLUDING} {FIND} , {AND} {TRAIN}", "train"),
        (f"x/NN/obj>act , {INCLUDING} , {PAY} {AND} {TRAIN}", "pay"),
        (f"x/NN/obj>act {INCLUDING} {FIND} , {AND} {TRAIN}", "-"),
        (f"x/NN/obj>act that/IN/dep>x y/NN/dep>x , {INCLUDING} , {AND} {TRAIN}", "train"),
        (f"x/NN/obj>act , {INCLUDING} ; {FIND} {AND} {TRAIN}", "-"),
        (f"x/NN/obj>act , {INCLUDING} ; {FIND} , {AND} {TRAIN}", "-"),
        (f"x/NN/obj>act , {INCLUDING} ; k/NN/dep>x {AND} {TRAIN}", "train"),
        # a verb with a subject of its own
        ("crews/NNS/nsubj>pay and/CC/dep>act pay/VB/dep>act", "-"),
    ],
)
def test_bare_verbs_go_on_behind_a_coordinator(words: str, expected: str) -> None:
    assert found(words) == expected
    assert found(words, "to_verb") == expected


def test_a_subject_before_the_action_is_its_own() -> None:
    doc = parsed("We/PRP/nsubj>pay act/VB x/NN/obj>act and/CC/cc>pay pay/VB/conj>act")
    assert written(bare([Opening(doc[1], 1, "verb")], len(doc), SHIPPED)) == "pay"
    assert found("x/NN/obj>act and/CC/cc>pay pay/VB", head="act/VB/nsubj>pay") == "pay"


@pytest.mark.parametrize(
    ("form", "head", "expected"),
    [
        ("own_officials", "act/VB", "pay | train"),
        ("to_gerund", "act/VB", "-"),
        ("verb", "act=act/VBN", "pay | train"),
        ("verb", "act=act/VBG", "-"),
    ],
)
def test_a_bare_verb_goes_on_with_an_infinitive_or_what_a_modal_governs(form: Form, head: str, expected: str) -> None:
    assert found(LIST, form, head) == expected


def test_a_verb_that_the_tagger_took_for_a_name_goes_on() -> None:
    assert found(f"x/NN/obj>Strengthen {AND} {PAY}", head="Strengthen/NNP") == "pay"
    assert found(f"x/NN/obj>Roads {AND} {PAY}", head="Roads/NNP") == "-"


def test_behind_a_verb_that_needs_an_infinitive_the_list_stays_open() -> None:
    words = f"to/TO/dep>seek find/VB/dep>seek x/NN/obj>find , {PAY} , {AND} {TRAIN}"
    assert found(words, head="seek/VB") == "pay | train"
    assert found(words.replace("seek", "meet"), head="meet/VB") == "-"
    assert found(f"now/NN/dep>seek {words}", head="seek/VB") == "-"


def test_what_is_known_is_not_found_again() -> None:
    assert found(LIST, known="pay") == "train"
    assert found(f"x/NN/obj>act , pay/VB/dep>x {AND} {TRAIN}", known="pay") == "-"


def test_a_bare_verb_stands_before_the_boundary() -> None:
    assert found(f"x/NN/obj>act {AND} pay/VB/dep>x") == "pay"
    assert found(f"x/NN/obj>act {AND} pay/VB/dep>x", cut=1) == "-"
    assert found(f"x/NN/obj>act , {PAY} {AND} {TRAIN}", cut=3) == "-"
    assert found(f"x/NN/obj>act to/TO/dep>x find/VB/dep>x ; {PAY}", cut=5) == "-"
