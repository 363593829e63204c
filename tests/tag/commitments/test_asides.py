"""Words set off from their sentence, between a modal or coordinator and its verb."""

import pytest

from pipeline.tag.commitments.asides import behind_aside, joint_before, leads_aside, past_asides
from tests.tag.commitments.openings import flat
from tests.tag.parsed import token


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("", "open"),
        ("soon/RB", "open"),
        ("not/RB+PART", "open"),
        ("fully/RB and/CC quickly/RB", "open"),
        ("fully/RB and/CC it/PRP", "and"),
        (", where/WRB possible/JJ ,", "open"),
        (", weather/NN permitting/VBG , soon/RB", "open"),
        ("( subject/JJ to/IN funding/NN )", "open"),
        ("– in/IN May/NNP –", "open"),
        ("in/IN no/DT way/NN", "open"),
        ("under/IN no/DT circumstances/NNS", "open"),
        ("in/IN winter/NN", "in"),
        ("where/WRB", "where"),
        # what does not close is no aside
        (", where/WRB possible/JJ", ","),
        (", where/WRB ; possible/JJ ,", ","),
        (", ,", ","),
        ("( where/WRB \\n possible/JJ )", "("),
        (f", {'so/JJ ' * 12},", "open"),
        (f", {'so/JJ ' * 13},", ","),
    ],
)
def test_what_stands_between_a_modal_and_its_verb_is_passed_over(between: str, expected: str) -> None:
    doc = flat(f"will/MD {between} open/VB ports/NNS")
    assert doc[past_asides(doc, 1, len(doc) - 1)].text == expected


def test_nothing_is_passed_over_beyond_the_stop() -> None:
    doc = flat("will/MD soon/RB fully/RB open/VB")
    assert past_asides(doc, 1, 2) == 2
    assert behind_aside(flat("( a/DT ) b/DT"), 0, 2) == 0


@pytest.mark.parametrize(
    ("before", "joint"),
    [
        ("it/PRP and/CC", "and"),
        ("it/PRP or/CC soon/RB", "or"),
        ("it/PRP ,", ","),
        ("it/PRP and/CC , where/WRB possible/JJ ,", "and"),
        ("it/PRP , and/CC ( in/IN May/NNP )", "and"),
        ("it/PRP nor/CC", "nor"),
        ("it/PRP and/CC not/RB+PART in/IN any/DT way/NN", "and"),
        ("it/PRP , but/CC", "but"),
        # a comma that closes no aside joins by itself
        ("it/PRP , where/WRB possible/JJ ,", ","),
        ("it/PRP", "train"),
        ("it/PRP in/IN winter/NN", "train"),
    ],
)
def test_the_joint_of_a_member_of_a_list(before: str, joint: str) -> None:
    doc = flat(f"open/VB {before} train/VB crews/NNS")
    assert doc[joint_before(doc, token(doc, "train").i, 0)].text == joint


def test_nothing_is_read_before_the_start() -> None:
    doc = flat("open/VB and/CC soon/RB train/VB")
    assert joint_before(doc, 3, 1) == 3


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        ("will/MD ,", 1, True),
        ("and/CC ,", 1, True),
        ("to/TO ,", 1, True),
        ("it/PRP ,", 1, False),
        ("it/PRP (", 1, True),
        ("and/CC it/PRP", 1, False),
        (", it/PRP", 0, False),
    ],
)
def test_an_aside_opens_with_a_bracket_or_behind_a_word_that_leads_on(words: str, at: int, expected: bool) -> None:
    assert leads_aside(flat(words), at) is expected
