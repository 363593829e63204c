"""Which actions are coordinated with one another (``coordination.cases``), and each rule that tells it."""

from pathlib import Path

import pytest

from pipeline.tag.commitments.coordination import as_well_as, beside_object, coordinated, same_form, with_cue
from pipeline.tag.commitments.forms import Form, Opening
from pipeline.tag.commitments.verbs import own_to
from tests.tag.commitments.openings import SHIPPED, measure, written
from tests.tag.parsed import Case, parsed, read_cases, token

CASES = read_cases(Path(__file__).parent / "coordination.cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_actions_are_told_apart(case: Case) -> None:
    doc = parsed(*case.sentences)
    assert {question: measure(doc, question) for question, _ in case.answers} == dict(case.answers)


ACT = "act/VB x/NN/obj>act"
AND = "and/CC/cc>act"
PAY = "pay/VB/conj>act y/NN/obj>pay"


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        (f"{ACT} {AND} {PAY}", "verb", "pay"),
        (f"{ACT} {AND} fully/RB/advmod>pay {PAY}", "verb", "fully pay"),
        (f"{ACT} {AND} they/PRP/nsubj>pay {PAY}", "verb", "-"),
        (f"{ACT} {AND} will/MD/aux>pay {PAY}", "verb", "-"),
        (f"{ACT} {AND} paying=pay/VBG/conj>act y/NN/obj>paying", "verb", "-"),
        (f"{ACT} , {PAY}", "verb", "-"),
        (f"{ACT} , {PAY} {AND} train/VB/conj>act", "verb", "pay | train"),
        (f"{ACT} uphold/VB/acl>x and/CC/cc>widen widen/VB/conj>act", "verb", "-"),
        # verbs that share one object
        (f"act/VB {AND} {PAY}", "verb", "-"),
        (f"act/VB {AND} {PAY} and/CC/cc>train train/VB/conj>act z/NN/obj>train", "verb", "train"),
        (f"{ACT} {AND} pay/VB/conj>act and/CC/cc>train train/VB/conj>act z/NN/obj>train", "verb", "pay"),
        # with a "to" of its own
        (f"{ACT} {AND} to/TO/mark>pay {PAY}", "to_verb", "to pay"),
        (f"act/VB {AND} to/TO/mark>pay {PAY}", "to_verb", "to pay"),
        (f"{ACT} , to/TO/mark>pay {PAY}", "to_verb", "-"),
        (f"{ACT} {AND} to/TO/mark>pay {PAY}", "verb", "-"),
        (f"{ACT} , to/IN/mark>paying paying=pay/VBG/conj>act", "verb", "to paying"),
        # participles
        (f"opened=open/VBN x/NN/obl>opened {AND} closed=close/VBN/conj>opened".replace(">act", ">opened"), "verb", "-"),
        (
            f"opened=open/VBN x/NN/obl>opened {AND} be/VB/aux:pass>closed closed=close/VBN/conj>opened".replace(
                ">act", ">opened"
            ),
            "verb",
            "be closed",
        ),
        (
            f"opened=open/VBN x/NN/obl>opened {AND} be/VB/aux:pass>closed closed=close/VBN/conj>opened".replace(
                ">act", ">opened"
            ),
            "of_noun",
            "-",
        ),
        # nouns
        (f"act/NN {AND} to/IN/case>trade trade/NN/conj>act", "to_noun", "to trade"),
        (f"act/NN {AND} trade/NN/conj>act", "to_noun", "-"),
        # what is kept up, and what the parse hangs on the object
        (
            "continue/VB help/VB/xcomp>continue them/PRP/obj>help and/CC/cc>paying paying=pay/VBG/conj>help",
            "verb",
            "paying",
        ),
        ("act/VB peace/NN/obj>act and/CC/cc>pay pay/VB/conj>peace y/NN/obj>pay", "verb", "pay"),
    ],
)
def test_coordinated_actions_stand_on_their_own(sentence: str, form: Form, expected: str) -> None:
    doc = parsed(sentence)
    assert written(coordinated(Opening(doc[0], 0, form), SHIPPED)) == expected


def test_what_is_coordinated_with_a_verb_before_the_action_is_not_its_own() -> None:
    doc = parsed("agree/VB and/CC/cc>act act/VB/conj>agree x/NN/obj>act and/CC/cc>pay pay/VB/conj>act y/NN/obj>pay")
    assert coordinated(Opening(doc[2], 2, "verb"), SHIPPED) == []
    assert written(coordinated(Opening(doc[2], 0, "verb"), SHIPPED)) == "pay"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("act/VB peace/NN/obj>act and/CC/cc>raise raise/VB/conj>peace", ["raise"]),
        ("acting/VBG peace/NN/obj>acting and/CC/cc>raise raise/VB/conj>peace", []),
        ("act/VB peace/NN/obj>act and/CC/cc>trade trade/NN+VERB/conj>peace", []),
        ("act/VB peace/NN/obj>act and/CC/cc>raise raise/VB+NOUN/conj>peace", []),
        ("act/VB peace/NN/obl>act and/CC/cc>raise raise/VB/conj>peace", []),
    ],
)
def test_bare_verbs_beside_the_object(sentence: str, expected: list[str]) -> None:
    assert [verb.text for verb in beside_object(parsed(sentence)[0])] == expected


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree and/CC/cc>pay to/TO/mark>pay pay/VB/conj>agree",
         "to_verb", "to pay"),
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree and/CC/cc>pay to/TO/mark>pay pay/VB/conj>agree", "verb", "-"),
        ("agree/NN to/TO/mark>act act/VB/xcomp>agree and/CC/cc>pay to/TO/mark>pay pay/VB/conj>agree", "to_verb", "-"),
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree and/CC/cc>pay pay/VB/conj>agree", "to_verb", "-"),
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree and/CC/cc>paying to/TO/mark>paying paying/VBG/conj>agree",
         "to_verb", "-"),
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree , to/TO/mark>pay pay/VB/conj>agree", "to_verb", "-"),
        ("agree/VBP and/CC/cc>pay to/TO/mark>pay pay/VB/conj>agree to/TO/mark>act act/VB/xcomp>agree", "to_verb", "-"),
        ("agree/VBP to/TO/mark>act act/VB/conj>agree", "to_verb", "-"),
    ],
)  # fmt: skip
def test_infinitives_coordinated_with_the_cue(sentence: str, form: Form, expected: str) -> None:
    doc = parsed(sentence)
    act = token(doc, "act")
    assert written(with_cue(doc[0], Opening(act, act.i - 1, form))) == expected


@pytest.mark.parametrize(
    ("sentence", "form", "expected"),
    [
        ("act/VB and/CC/cc>x x/VB/conj>act", "to_verb", True),
        ("act/VB and/CC/cc>x x/VBP/conj>act", "to_verb", True),
        ("act/VB and/CC/cc>x x/VBG/conj>act", "verb", False),
        ("act/VB and/CC/cc>x x/VBN/conj>act", "verb", True),
        ("act/VB and/CC/cc>x x/VBN/conj>act", "to_verb", False),
        ("act/VB and/CC/cc>x x/NN/conj>act", "verb", False),
        ("acting/VBG and/CC/cc>x x/VBG/conj>acting", "gerund", True),
        ("acting/VBG and/CC/cc>x x/VBP/conj>acting", "gerund", False),
        ("acting/VBG and/CC/cc>x x/VB/conj>acting", "gerund", False),
        # behind "as well as"
        ("act/VB as/IN/cc>act x/VBG/conj>act", "verb", True),
        ("act/VB as/IN/cc>act now/RB/advmod>x x/VBG/conj>act", "verb", True),
        ("act/VB as/IN/cc>x x/VBG/conj>act", "verb", True),
        ("act/VB as/IN/cc>act x/NN/conj>act", "verb", False),
        ("act/VB as/IN/cc>x x/NN/conj>act", "verb", True),
        # with a "to" of its own
        ("act/VB to/TO/mark>x x/VB/conj>act", "verb", True),
        ("act/VB to/TO/mark>x x/VBG/conj>act", "verb", True),
        ("act/VB to/IN/case>x x/NN/conj>act", "verb", True),
        ("act/VB to/IN/case>x x/VBN/conj>act", "verb", False),
    ],
)
def test_a_coordinated_word_has_the_form_of_the_head(sentence: str, form: Form, expected: bool) -> None:
    doc = parsed(sentence)
    assert same_form(doc[0], doc[-1], own_to(doc[-1]), form) is expected


WELL = "as/RB/dep>HEAD well/RB/dep>HEAD as/IN/dep>HEAD"


@pytest.mark.parametrize(
    ("head", "words", "expected"),
    [
        ("act/VB", f"x/NN/dep>act {WELL} training/VBG/dep>act crews/NNS/dep>act", "training"),
        ("act/VB", f"{WELL} training/VBG/dep>act crews/NNS/dep>act", "training"),
        ("act/VB", f"{WELL} train/VB/dep>act crews/NNS/dep>act", "train"),
        ("act/VB", f"{WELL} training/VBG/dep>act", "-"),
        ("act/VB", f"{WELL} roads/NNS/dep>act now/RB/dep>act", "-"),
        ("act/VB", "as/RB/dep>act training/VBG/dep>act crews/NNS/dep>act now/RB/dep>act now/RB/dep>act", "-"),
        ("act/VB", "now/RB/dep>act now/RB/dep>act now/RB/dep>act training/VBG/dep>act crews/NNS/dep>act", "-"),
        ("act/VBG", f"{WELL} training/VBG/dep>act crews/NNS/dep>act", "training"),
        ("act/VBG", f"{WELL} train/VB/dep>act crews/NNS/dep>act", "-"),
        ("act/NN", f"{WELL} training/VBG/dep>act crews/NNS/dep>act", "-"),
    ],
)
def test_verbs_go_on_behind_as_well_as(head: str, words: str, expected: str) -> None:
    doc = parsed(f"{head} {words}".replace("HEAD", "act"))
    assert written(as_well_as([Opening(doc[0], 0, "verb")], len(doc))) == expected
    known = [Opening(doc[0], 0, "verb"), Opening(doc[-2], len(doc) - 2, "verb")]
    assert as_well_as(known, len(doc)) == []
