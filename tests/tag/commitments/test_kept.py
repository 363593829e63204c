"""What is kept up behind "continue"."""

import pytest

from pipeline.tag.commitments.kept import kept_gerund, kept_up
from tests.tag.commitments.openings import SHIPPED
from tests.tag.parsed import parsed, token


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("continue/VB to/TO/mark>help help/VB/xcomp>continue and/CC/cc>train train/VB/conj>help", ["train"]),
        ("continue/VB to/TO/mark>help help/VB/advcl>continue and/CC/cc>train train/VB/conj>help", ["train"]),
        ("continue/VB helping/VBG/xcomp>continue and/CC/cc>training training/VBG/conj>helping", ["training"]),
        ("continue/VB help/VB/xcomp>continue , train/VB/conj>help and/CC/cc>pay pay/VB/conj>help", ["train", "pay"]),
        ("continue/VB help/VB/ccomp>continue and/CC/cc>train train/VB/conj>help", []),
        ("continue/VB help/NN/xcomp>continue and/CC/cc>train train/VB/conj>help", []),
        ("continue/VB help/VB/xcomp>continue and/CC/cc>train train/NN/conj>help", []),
        ("continue/VB pay/VB/xcomp>continue help/VB/xcomp>continue and/CC/cc>train train/VB/conj>help", []),
        ("help/VB/xcomp>continue and/CC/cc>train train/VB/conj>help continue/VB", []),
        ("continue/VB", []),
        ("begin/VB to/TO/mark>help help/VB/xcomp>begin and/CC/cc>train train/VB/conj>help", []),
    ],
)
def test_what_is_coordinated_behind_continue_is_kept_up(sentence: str, expected: list[str]) -> None:
    doc = parsed(sentence)
    head = token(doc, "begin" if "begin/" in sentence else "continue")
    assert [verb.text for verb in kept_up(head, SHIPPED)] == expected


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["providing=provide/VBG aid/NN/obj>providing"], "providing"),
        (["continue/VB providing=provide/VBG/xcomp>continue"], "providing"),
        (["begin/VB providing=provide/VBG/xcomp>begin"], None),
        (["continue/VB aid/NN/obj>continue"], None),
        (["continue/VB", "providing=provide/VBG aid/NN/obj>providing"], None),
    ],
)
def test_the_gerund_that_an_action_is_or_keeps_up(sentences: list[str], expected: str | None) -> None:
    found = kept_gerund(parsed(*sentences)[0], SHIPPED)
    assert (found.text if found is not None else None) == expected
