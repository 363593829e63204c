"""Complements in the words right behind a cue."""

import pytest

from pipeline.tag.commitments import behind
from pipeline.tag.commitments.forms import Frame
from pipeline.tag.commitments.sites import Site
from tests.tag.commitments.openings import SCOPE, opening
from tests.tag.parsed import parsed


def far(words: int) -> str:
    return f"will/MD/aux>act {'x/DT/dep>act ' * words}act/VB"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We/PRP/nsubj>act will/MD/aux>act act/VB", "verb: act"),
        ("will/MD/aux>act be/VB/dep>act opened/VBN/dep>act act/VB", "verb: act"),
        ("will/MD/aux>opened be/VB/aux:pass>opened opened/VBN", "verb: be opened"),
        ("will/MD/aux>opened have/VB/aux>opened been=be/VBN/aux:pass>opened opened/VBN", "verb: have been opened"),
        ("will/MD/aux>ready be/VB/cop>ready ready/JJ", "verb: be ready"),
        ("will/MD/aux>opened be/VB/dep>opened opened/VBN", "verb: opened"),
        ("will/MD/aux>act must=be/MD/aux>act act/VB", "verb: act"),
        ("will/MD/aux>act do/VB/aux>act act/VB", "verb: act"),
        *((f"will/MD/aux>x x/{tag}", "verb: x") for tag in ("VB", "VB+AUX", "JJ", "NN", "RB", "NNP")),
        ("will/MD/aux>x x/DT act/VB/dep>x", "verb: act"),
        ("will/MD/aux>x x/DT", None),
        # the parse is wrong: the next word that a modal can have
        ("act/VB will/MD/aux>act", None),
        ("act/VB will/MD/aux>act send/VB/dep>act", "verb: send"),
        ("we/PRP will/MD/dep>we send/VBN/dep>we", "verb: send"),
        ("we/PRP will/MD/dep>we send/VBP/dep>we", "verb: send"),
        ("we/PRP will/MD/dep>we ( i/NN/dep>we ) send/VBP/dep>we", "verb: send"),
        ("we/PRP will/MD/dep>we ( i/NN/dep>we ) send/NN/dep>we", None),
        ("we/PRP will/MD/dep>we a/DT/dep>we b/DT/dep>we c/DT/dep>we d/DT/dep>we e/DT/dep>we act/VB/dep>we",
         "verb: act"),
        ("we/PRP will/MD/dep>we a/DT/dep>we b/DT/dep>we c/DT/dep>we d/DT/dep>we e/DT/dep>we f/DT/dep>we act/VB/dep>we",
         None),
        (far(13), "verb: act"),
        (far(14), None),
    ],
)  # fmt: skip
def test_the_verb_of_a_modal(sentence: str, expected: str | None) -> None:
    assert opening(behind.modal_verb, sentence, "will", "verb") == expected


@pytest.mark.parametrize(
    ("sentence", "others", "expected"),
    [
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree", (), "to_verb: to act"),
        ("agree/VBP to/TO/mark>act fully/RB/advmod>act act/VB/xcomp>agree", (), "to_verb: to fully act"),
        ("agree/VBP to/TO/mark>act not/NN/dep>act act/VB/xcomp>agree", (), "to_verb: to not act"),
        ("agree/VBP to/TO/mark>act further/JJ/dep>act act/VB/xcomp>agree", (), "to_verb: to further act"),
        ("agree/VBP to/TO/mark>act also/JJ/dep>act act/VB/xcomp>agree", (), "to_verb: to also act"),
        ("agree/VBP to/TO/mark>act now/JJ/dep>act act/VB/xcomp>agree", (), None),
        ("agree/VBP to/TO/mark>further further/VB/xcomp>agree act/VB/dep>further", (), "to_verb: to further"),
        ("agree/VBP to/TO/mark>act act/NN/xcomp>agree", (), "to_verb: to act"),
        ("agree/VBP to/TO/mark>act act/VBP/xcomp>agree", (), "to_verb: to act"),
        ("agree/VBP to/TO/mark>act act/NN/xcomp>agree", ("to_noun",), None),
        ("agree/VBP to/TO/mark>act act/NN/xcomp>agree", ("to_gerund",), None),
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree", ("to_noun",), "to_verb: to act"),
        ("agree/VBP to/TO/mark>act fully/RB/dep>act act/NN/xcomp>agree", (), None),
        ("agree/VBP to/TO/mark>act act/NNS/xcomp>agree", (), None),
        ("agree/VBP to/TO/mark>acting acting/VBG/xcomp>agree", (), None),
        ("agree/VBP on/IN/mark>act act/VB/xcomp>agree", (), None),
        ("agree/VBP to/TO/dep>agree", (), None),
        ("agree/VBP", (), None),
        ("agree/VBP to/TO/dep>agree fully/RB/dep>agree", (), None),
    ],
)
def test_a_to_infinitive(sentence: str, others: tuple[Frame, ...], expected: str | None) -> None:
    assert opening(behind.to_infinitive, sentence, "agree", "to_verb", *others) == expected


def test_a_to_infinitive_ends_with_the_sentence() -> None:
    doc = parsed("We/PRP/nsubj>agree agree/VBP to/TO/dep>agree", "act/VB now/RB/advmod>act")
    assert behind.to_infinitive(Site(doc[1], 2, frozenset({"to_verb"}), SCOPE), "to_verb") is None
    doc = parsed("We/PRP/nsubj>agree agree/VBP to/TO/dep>agree now/RB/dep>agree", "act/VB now/RB/advmod>act")
    assert behind.to_infinitive(Site(doc[1], 2, frozenset({"to_verb"}), SCOPE), "to_verb") is None


@pytest.mark.parametrize(
    ("sentence", "frame", "expected"),
    [
        ("pledge/VBP to/TO/mark>acting acting/VBG/advcl>pledge", "to_noun", "to_gerund: to acting"),
        ("pledge/VBP to/TO/mark>acting also/JJ/dep>acting acting/VBG/advcl>pledge",
         "to_gerund", "to_gerund: to also acting"),
        ("pledge/VBP to/IN/case>peace peace/NN/obl>pledge", "to_noun", "to_noun: to peace"),
        ("pledge/VBP to/IN/case>peace peace/NN/obl>pledge", "to_gerund", None),
        ("pledge/VBP on/IN/mark>acting acting/VBG/advcl>pledge", "to_noun", None),
        ("pledge/VBP", "to_noun", None),
    ],
)  # fmt: skip
def test_the_object_of_to(sentence: str, frame: Frame, expected: str | None) -> None:
    assert opening(behind.object_of_to, sentence, "pledge", frame) == expected


@pytest.mark.parametrize(
    ("sentence", "frame", "expected"),
    [
        ("agree/VBP on/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "on_noun", "on_noun: a fund"),
        ("agree/VBP upon/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "on_noun", "upon_noun: a fund"),
        ("agree/VBP in/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "in_noun", "in_noun: in a fund"),
        ("agree/VBP toward/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "towards_noun", "toward_noun: toward a fund"),
        ("agree/VBP of/IN/case>fund a/DT/det>fund fund/NN/obl>agree", "on_noun", None),
        ("agree/VBP on/IN/case>it it/PRP/obl>agree", "on_noun", None),
        ("agree/VBP on/IN/mark>acting acting/VBG/advcl>agree", "on_noun", "on_gerund: acting"),
        ("agree/VBP of/IN/mark>acting acting/VBG/advcl>agree", "of_gerund", "of_gerund: acting"),
        ("agree/VBP of/IN/case>act act/NN/obl>agree", "of_gerund", None),
        ("agree/VBP of/IN/mark>acting fully/RB/advmod>acting acting/VBG/advcl>agree",
         "of_gerund", "of_gerund: fully acting"),
        ("agree/VBP of/IN/dep>agree further/JJ/dep>agree acting/VBG/dep>agree",
         "of_gerund", "of_gerund: further acting"),
        ("agree/VBP of/IN/dep>agree new/JJ/dep>agree acting/VBG/dep>agree", "of_gerund", None),
        ("agree/VBP of/IN/dep>agree fully/RB/dep>agree", "of_noun", None),
        ("agree/VBP on/IN/dep>agree", "on_noun", None),
        ("agree/VBP", "on_noun", None),
        # a gerund that reads as a modifier
        ("agree/VBP now/RB/dep>agree on/IN/case>aid giving/NN/compound>aid aid/NN/obl>agree",
         "on_noun", "on_gerund: giving"),
        ("agree/VBP now/RB/dep>agree on/IN/case>aid giving/NN/amod>aid aid/NN/obl>agree",
         "on_noun", "on_gerund: giving"),
        ("agree/VBP now/RB/dep>agree on/IN/case>aid giving/NN/nmod>aid aid/NN/obl>agree",
         "on_noun", "on_noun: giving aid"),
        ("agree/VBP now/RB/dep>agree on/IN/case>aid food/NN/compound>aid aid/NN/obl>agree",
         "on_noun", "on_noun: food aid"),
        ("agree/VBP on/IN/case>aid giving/NN/compound>aid aid/NN/obl>agree", "on_noun", "on_noun: giving aid"),
        ("agree/VBP now/RB/dep>agree on/DT/case>aid giving/NN/compound>aid aid/NN/obl>agree",
         "on_noun", "on_noun: giving aid"),
        # where the parse hangs the preposition on a modifier
        ("agree/VBP on/IN/case>food food/NN/compound>aid aid/NN/obl>agree", "on_noun", "on_noun: food aid"),
        ("agree/VBP on/IN/case>new new/JJ/amod>aid aid/NN/obl>agree", "on_noun", "on_noun: new aid"),
        ("agree/VBP on/IN/case>its its/PRP$+NOUN/nmod:poss>aid aid/NN/obl>agree", "on_noun", "on_noun: its aid"),
        ("agree/VBP on/IN/case>EU EU/NNP/nmod:desc>aid aid/NN/obl>agree", "on_noun", "on_noun: EU aid"),
        ("agree/VBP on/IN/case>food food/NN/nmod>aid aid/NN/obl>agree", "on_noun", "on_noun: food"),
        ("agree/VBP on/IN/case>aid aid/NN/compound>agree", "on_noun", "on_noun: aid"),
        ("aid/NN agree/VBP/dep>aid on/IN/case>aid", "on_noun", None),
        ("agree/VBP on/IN/mark>act a/DT/det>act act/NN/obl>agree", "on_noun", "on_noun: a act"),
        ("agree/VBP on/IN/aux>act a/DT/det>act act/NN/obl>agree", "on_noun", "on_noun: a act"),
        # the other label scheme
        ("agree/VBP on/IN/prep>agree a/DT/det>fund fund/NN/pobj>on", "on_noun", "on_noun: a fund"),
        ("agree/VBP on/IN/prep>agree how/WRB/dep>act act/VB/pcomp>on", "on_noun", "on_noun: how act"),
        ("agree/VBP on/IN/prep>agree fund/NN/dep>on", "on_noun", None),
    ],
)  # fmt: skip
def test_the_object_of_a_preposition(sentence: str, frame: Frame, expected: str | None) -> None:
    assert opening(behind.prepositional, sentence, "agree", frame) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("consider/VBP opening=open/VBG/xcomp>consider", "gerund: opening"),
        ("consider/VBP now/RB/advmod>opening opening=open/VBG/xcomp>consider", "gerund: opening"),
        ("consider/VBP opening/NN/obj>consider", None),
        ("consider/VBP", None),
    ],
)
def test_a_gerund(sentence: str, expected: str | None) -> None:
    assert opening(behind.gerund, sentence, "consider", "gerund") == expected
