"""Complements that the parse gives to a cue."""

import pytest

from pipeline.tag.commitments import governed
from pipeline.tag.commitments.forms import Frame
from pipeline.tag.commitments.sites import Site
from tests.tag.commitments.openings import SCOPE, opening
from tests.tag.parsed import parsed


def far(words: int) -> str:
    return f"agree/VBP {'x/DT/dep>agree ' * words}to/TO/mark>act act/VB/xcomp>agree"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree", "to_verb: to act"),
        ("agree/VBP now/RB/advmod>agree to/TO/mark>act act/VB/xcomp>agree", "to_verb: to act"),
        ("agree/VBP to/TO/mark>act act/VBP/xcomp>agree", None),
        ("agree/VBP to/TO/mark>act act/VB/advcl>agree", None),
        ("agree/NN to/TO/mark>act act/VB/advcl>agree", "to_verb: to act"),
        ("agree/VBP act/VB/xcomp>agree", None),
        ("agree/VBP to/TO/mark>act act/VBP/xcomp>agree to/TO/mark>go go/VB/acl>agree", "to_verb: to go"),
        (far(24).replace("agree/VBP x/DT/dep>agree", "agree/VBP"), "to_verb: " + "to act"),
        (far(24), "to_verb: to act"),
        (far(25), None),
        # behind a that-clause
        ("agree/VBP that/IN/mark>pay they/PRP/nsubj>pay will/MD/aux>pay pay/VB/ccomp>agree and/CC/cc>go to/TO/mark>go "
         "go/VB/conj>pay", "to_verb: to go"),
        ("agree/VBP that/IN/mark>pay they/PRP/nsubj>pay will/MD/aux>pay pay/VB/ccomp>agree and/CC/cc>go to/TO/mark>go "
         "go/VB/conj>agree", "to_verb: to go"),
        ("agree/VBP that/IN/mark>pay they/PRP/nsubj>pay will/MD/aux>pay pay/VB/ccomp>agree , to/TO/mark>go "
         "go/VB/conj>pay", None),
        ("agree/VBP that/IN/mark>pay they/PRP/nsubj>pay will/MD/aux>pay pay/VB/ccomp>agree and/CC/cc>go to/TO/mark>go "
         "go/NN/conj>pay", None),
        ("agree/VBP that/IN/mark>pay they/PRP/nsubj>pay will/MD/aux>pay pay/VB/ccomp>agree and/CC/cc>go "
         "go/VB/conj>pay", None),
        ("agree/NN that/IN/mark>pay they/PRP/nsubj>pay will/MD/aux>pay pay/VB/ccomp>agree and/CC/cc>go to/TO/mark>go "
         "go/VB/conj>pay", None),
        ("agree/VBP and/CC/cc>go to/TO/mark>go go/VB/conj>agree", None),
    ],
)  # fmt: skip
def test_an_infinitive(sentence: str, expected: str | None) -> None:
    assert opening(governed.infinitive, sentence, "agree", "to_verb") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("launch/VBP a/DT/det>fund fund/NN/obj>launch", "object: a fund"),
        ("launch/VBP it/PRP/obj>launch", None),
        ("launch/VBP that/DT/obj>launch", None),
        ("launch/VBP it/PRP/iobj>launch fund/NN/obj>launch", "object: fund"),
        ("fund/NN/obj>launch launch/VBP", None),
        ("launch/VBP fund/NN/obl>launch", None),
        ("x/DT/det>fund launch/VBP fund/NN/obj>launch", "object: fund"),
    ],
)
def test_an_object(sentence: str, expected: str | None) -> None:
    assert opening(governed.direct_object, sentence, "launch", "object") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("pledge/VBP two/CD/nummod>euros euros=euro/NNS/obj>pledge", "object: two euros"),
        ("pledge/VBP $/$/nmod>x x/NN/obj>pledge", "object: $ x"),
        ("pledge/VBP help/NN/obj>pledge", None),
        ("pledge/VBP Peru/NNP/iobj>pledge two/CD/nummod>euros euros=euro/NNS/obj>pledge", "object: two euros"),
        ("two/CD/nummod>euros pledge/VBP euros=euro/NNS/obj>pledge", "object: euros"),
    ],
)
def test_an_amount(sentence: str, expected: str | None) -> None:
    assert opening(governed.amount, sentence, "pledge", "money") == expected


def test_an_amount_may_be_named_as_money() -> None:
    doc = parsed("pledge/VBP millions=million/NNS/obj>pledge", ents=[("millions", "MONEY", "")])
    assert governed.amount(Site(doc[0], 1, frozenset({"money"}), SCOPE), "money") is not None
    doc = parsed("pledge/VBP millions=million/NNS/obj>pledge", ents=[("millions", "ORG", "")])
    assert governed.amount(Site(doc[0], 1, frozenset({"money"}), SCOPE), "money") is None


@pytest.mark.parametrize(
    ("sentence", "frame", "expected"),
    [
        ("agree/VBP on/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "on_noun", "on_noun: a fund"),
        ("agree/VBP x/DT/dep>agree in/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "in_noun", "in_noun: in a fund"),
        ("agree/VBP at/IN/case>fund fund/NN/obl>agree on/IN/case>aid aid/NN/obl>agree", "on_noun", "on_noun: aid"),
        ("agree/VBP on/IN/case>it it/PRP/obl>agree", "on_noun", None),
        ("on/IN/case>fund fund/NN/obl>agree agree/VBP", "on_noun", None),
        ("agree/VBP of/IN/case>aid aid/NN/obl>agree", "of_gerund", None),
        ("agree/VBP of/IN/case>aid aid/NN/obl>agree of/IN/mark>giving giving/VBG/advcl>agree",
         "of_gerund", "of_gerund: giving"),
        ("agree/VBP of/IN/case>aid aid/NN/obl>agree", "of_noun", "of_noun: aid"),
        ("agree/VBP of/IN/prep>agree the/DT/det>aid aid/NN/pobj>of", "of_noun", "of_noun: aid"),
        ("agree/VBP to/IN/prep>agree the/DT/det>aid aid/NN/pobj>to", "to_noun", "to_noun: the aid"),
        ("agree/VBP to/IN/case>aid x/IN/dep>aid aid/NN/obl>agree to/IN/dep>aid", "to_noun", "to_noun: to x aid"),
        ("agree/VBP at/DT/dep>aid to/IN/case>aid aid/NN/obl>agree", "to_noun", "to_noun: to aid"),
    ],
)  # fmt: skip
def test_the_object_of_a_preposition(sentence: str, frame: Frame, expected: str | None) -> None:
    assert opening(governed.prepositional, sentence, "agree", frame) == expected


def that(modal: str, subject: str = "Peru/NNP/nsubj>pay ") -> str:
    return f"agree/VBP that/IN/mark>pay {subject}{modal}/MD/aux>pay pay/VB/ccomp>agree"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (that("should"), "that: Peru should pay"),
        (that("must"), "that: Peru must pay"),
        (that("will"), None),
        (that("must", ""), "that: that must pay"),
        ("agree/VBP that/IN/mark>pays Peru/NNP/nsubj>pays pays=pay/VBZ/ccomp>agree", None),
        ("agree/VBP Peru/NNP/nsubj>pays pays=pay/VBZ/ccomp>agree and/CC/cc>act we/PRP/nsubj>act must/MD/aux>act "
         "act/VB/conj>pays", "that: we must act"),
        ("agree/VBP Peru/NNP/nsubj>pay should/MD/aux>pay pay/VB/xcomp>agree", "that: Peru should pay"),
    ],
)  # fmt: skip
def test_a_clause_that_says_what_must_be_done(sentence: str, expected: str | None) -> None:
    assert opening(governed.that_clause, sentence, "agree", "that") == expected


DOING = "we/PRP/nsubj>opening are=be/VBP/aux>opening opening=open/VBG/ccomp>say"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"say/VBP that/IN/mark>opening {DOING}", "gerund: opening"),
        (f"say/VBP that/IN/mark>opening {DOING}".replace("are=be/VBP", "were=be/VBD"), None),
        ("say/VBP that/IN/mark>open we/PRP/nsubj>open open/VBP/ccomp>say", None),
        (f"say/VBP that/DT/obj>say , now/RB/advmod>opening , {DOING.replace('ccomp', 'dep')}", "gerund: opening"),
        (f"say/VBP this/DT/obj>say , now/RB/advmod>opening , {DOING.replace('ccomp', 'dep')}", None),
        (f"say/VBP that/DT/obj>say now/RB/advmod>opening , {DOING.replace('ccomp', 'dep')}", None),
        ("say/VBP that/DT/obj>say , we/PRP/nsubj>opening opening=open/VBG/dep>say", None),
        ("say/VBP that/DT/obj>say , are=be/VBP/aux>opening opening=open/VBG/dep>say", None),
        (f"{DOING.replace('ccomp', 'dep')} say/VBP that/DT/obj>say , x/NN/dep>say", None),
        ("say/VBP that/DT/obj>say", None),
        ("say/VBP that/DT/obj>say ,", None),
    ],
)
def test_what_the_speakers_say_that_they_are_doing(sentence: str, expected: str | None) -> None:
    assert opening(governed.that_doing, sentence, "say", "that_doing") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("affirm/VBP their/PRP$/nmod:poss>aid aid/NN/obj>affirm", "own_noun: their aid"),
        ("affirm/VBP the/DT/det>aid aid/NN/obj>affirm", None),
        ("their/PRP$/nmod:poss>aid aid/NN/obj>affirm affirm/VBP", None),
        ("affirm/VBP the/DT/det>x x/NN/iobj>affirm our/PRP$/nmod:poss>aid aid/NN/obj>affirm", "own_noun: our aid"),
    ],
)
def test_something_of_ones_own(sentence: str, expected: str | None) -> None:
    assert opening(governed.own_noun, sentence, "affirm", "own_noun") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        *((f"remain/VBP ready/JJ/{label}>remain", "adjective: ready") for label in ("xcomp", "acomp", "attr")),
        ("remain/VBP ready/JJ/dep>remain", None),
        ("remain/VBP tired/JJ/xcomp>remain", None),
        ("ready/JJ/xcomp>remain remain/VBP", None),
        ("remain=stay/VBP ready/JJ/xcomp>remain", None),
    ],
)
def test_a_stance(sentence: str, expected: str | None) -> None:
    assert opening(governed.stance, sentence, "remain", "adjective") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("affirm/VBP their/PRP$/dep>affirm cooperation/NN/obj>affirm", "own_noun: cooperation"),
        ("affirm/VBP their/PRP$/dep>affirm very/RB/dep>affirm close/JJ/dep>affirm cooperation/NN/obj>affirm",
         "own_noun: very close cooperation"),
        ("affirm/VBP their/PRP$/dep>affirm big/NN/dep>affirm cooperation/NN/obj>affirm", None),
        ("affirm/VBP the/DT/dep>affirm cooperation/NN/obj>affirm", None),
        ("affirm/VBP their/PRP$/dep>affirm aid/NN/obj>affirm", None),
        ("affirm/VBP", None),
        ("affirm/VBP their/PRP$/dep>affirm", None),
        ("affirm/VBP their/PRP$/dep>affirm close/JJ/dep>affirm", None),
    ],
)  # fmt: skip
def test_working_together(sentence: str, expected: str | None) -> None:
    assert opening(governed.cooperation, sentence, "affirm", "own_cooperation") == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("affirm/VBP", "their/PRP$/dep>cooperation cooperation/NN"),
        ("affirm/VBP their/PRP$/dep>affirm", "cooperation/NN"),
        ("affirm/VBP their/PRP$/dep>affirm close/JJ/dep>affirm", "cooperation/NN"),
        ("affirm/VBP their/PRP$/dep>affirm", "close/JJ/dep>cooperation cooperation/NN"),
    ],
)
def test_working_together_stands_in_the_same_sentence(first: str, second: str) -> None:
    doc = parsed(first, second)
    assert governed.cooperation(Site(doc[0], 1, frozenset(), SCOPE), "own_cooperation") is None


def task(*words: str) -> str:
    return f"task/VBP {' '.join(words)} to/TO/mark>act act/VB/xcomp>task"


CREW = "crew/NN/obj>task"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (task(CREW), "own_officials: to act"),
        (task("our/PRP$/det>crew", CREW, "now/RB/dep>task"), "own_officials: to act"),
        (task(CREW).replace("to/TO/mark", "to/TO/aux"), "own_officials: to act"),
        (task(CREW).replace("to/TO/mark", "to/TO/dep"), None),
        (task(CREW).replace("act/VB/", "act/NN/"), None),
        (task("rebels=rebel/NNS/obj>task"), None),
        (task(CREW, ","), None),
        (task(CREW, ";"), None),
        *((task(CREW, f"x/{tag}/dep>task"), None) for tag in ("WDT", "WRB", "WP")),
        (task(CREW, *["x/DT/dep>task"] * 23), "own_officials: to act"),
        (task(CREW, *["x/DT/dep>task"] * 24), None),
        ("task/VBP crew/NN/obj>task with/IN/mark>acting acting/VBG/advcl>task x/NN/dep>acting",
         "own_officials: acting"),
        ("task/VBP rebels/NN/obj>task with/IN/mark>acting acting/VBG/advcl>task x/NN/dep>acting", None),
        ("task/VBP crew/NN/obj>task with/IN/case>act act/NN/obl>task x/NN/dep>act", None),
        ("task/VBP crew/NN/obj>task by/IN/mark>acting acting/VBG/advcl>task x/NN/dep>acting", None),
        ("act/VB task/VBP/dep>act crew/NN/obj>task to/TO/mark>act x/NN/dep>act", None),
        ("task/VBP crew/NN/obj>task to/IN/case>peace peace/NN/obl>task to/TO/mark>act act/VB/xcomp>task",
         "own_officials: to act"),
        ("task/VBP", None),
    ],
)  # fmt: skip
def test_what_ones_own_people_are_to_do(sentence: str, expected: str | None) -> None:
    assert opening(governed.officials, sentence, "task", "own_officials") == expected
