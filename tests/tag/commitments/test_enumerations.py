"""Points of an enumeration inside a sentence."""

import pytest

from pipeline.tag.commitments.enumerations import enumerated, points
from pipeline.tag.commitments.sites import Site
from tests.tag.commitments.openings import SHIPPED, flat


def marked(words: str) -> list[str]:
    doc = flat(words)
    return [doc[p.first : p.stop].text for p in points(doc, 0, len(doc))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("( a/LS ) x/NN ; ( b/LS ) y/NN", ["x;", "y"]),
        ("a/LS ) x/NN , b/LS ) y/NN and/CC c/LS ) z/NN", ["x,", "y and", "z"]),
        ("1/LS . x/NN ; 2/LS . y/NN", ["x;", "y"]),
        ("( i/LS ) x/NN ( ii/LS ) y/NN ( iii/LS ) z/NN", ["x", "y", "z"]),
        # a series begins at its first mark and goes on mark by mark
        ("( b/LS ) x/NN ; ( c/LS ) y/NN", []),
        ("( a/LS ) x/NN ; ( c/LS ) y/NN", []),
        ("( a/LS ) x/NN", []),
        ("1/CD x/NN , 2/CD y/NN", []),
    ],
)
def test_the_points_of_a_series(words: str, expected: list[str]) -> None:
    assert marked(words) == expected


def opened(words: str) -> list[str]:
    doc = flat(words)
    found = enumerated(Site(doc[1], 2, frozenset({"to_verb"}), SHIPPED))
    return [f"{o.form}: {doc[o.start : o.head.i + 1].text}" for o, _ in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We/PRP agreed/VBD : a/LS ) to/TO act/VB ; b/LS ) to/TO pay/VB", ["to_verb: to act", "to_verb: to pay"]),
        ("We/PRP agreed/VBD to/TO a/LS ) act/VB , b/LS ) soon/RB tar/NN it/PRP", ["verb: act", "verb: soon tar"]),
        ("We/PRP will/MD 1/LS ) dredge/NN it/PRP 2/LS ) pay/VB", ["verb: dredge", "verb: pay"]),
        ("We/PRP agreed/VBD on/IN a/LS ) sharing/VBG it/PRP b/LS ) paying/VBG", ["gerund: sharing", "gerund: paying"]),
        ("We/PRP agreed/VBD on/IN the/DT following/VBG : a/LS ) the/DT ferry/NN line/NN ; b/LS ) tolls/NNS",
         ["on_noun: the ferry line", "on_noun: tolls"]),
        ("We/PRP agreed/VBD : a/LS ) staff/NN the/DT pier/NN b/LS ) tolls/NNS", ["verb: staff", "on_noun: tolls"]),
        # what stands between is the object of the cue, and a point that is a clause of its own is none of its actions
        ("We/PRP agreed/VBD with/IN Peru/NNP : a/LS ) to/TO act/VB ; b/LS ) to/TO pay/VB", []),
        ("We/PRP agreed/VBD : a/LS ) is/VBZ it/PRP ; b/LS ) to/TO pay/VB", ["to_verb: to pay"]),
        ("We/PRP agreed/VBD : a/LS ) . ; b/LS ) to/TO pay/VB", ["to_verb: to pay"]),
    ],
)  # fmt: skip
def test_points_that_a_cue_introduces_are_its_actions(words: str, expected: list[str]) -> None:
    assert opened(words) == expected
