"""Gerunds of a list that closes with "and"."""

import pytest

from pipeline.tag.commitments.forms import Opening
from pipeline.tag.commitments.gerunds import listed_gerunds
from tests.tag.commitments.openings import SHIPPED, written
from tests.tag.parsed import parsed, token


def found(sentence: str, *heads: str, cut: int = 0) -> str:
    doc = parsed(sentence)
    openings = [Opening(token(doc, head), token(doc, head).i, "to_gerund") for head in heads or (doc[0].text,)]
    return written(listed_gerunds(openings, len(doc) - cut, SHIPPED))


CUTTING = "cutting=cut/VBG/dep>raising fees/NNS/dep>raising"
OPENING = "opening=open/VBG/dep>raising ports/NNS/dep>raising"
AND = "and/CC/dep>raising"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (f", {CUTTING} , {AND} {OPENING}", "cutting | opening"),
        (f"; {CUTTING} ; {AND} {OPENING}", "cutting | opening"),
        (f", {CUTTING} {AND} {OPENING}", "-"),
        (f", {CUTTING} , or/CC/dep>raising {OPENING}", "-"),
        (f", {CUTTING}", "-"),
        (f"by/IN/dep>raising {CUTTING} , {AND} {OPENING}", "-"),
        (f", {AND} {OPENING}", "-"),
        (f", {AND} {OPENING} , {CUTTING}", "-"),
        (f", including=include/VBG/case>raising fees/NNS/dep>raising , {AND} {OPENING}", "-"),
        (f", {CUTTING} , {AND} ports/NNS/dep>raising", "-"),
        (f", cuts/NNS/dep>raising , {AND} {OPENING}", "-"),
    ],
)
def test_gerunds_go_on_where_and_closes_their_list(words: str, expected: str) -> None:
    assert found(f"raising=raise/VBG duties/NNS/obj>raising {words}") == expected


def test_a_list_begins_with_what_is_kept_up_or_not_at_all() -> None:
    words = f"raising=raise/VBG/xcomp>VERB duties/NNS/obj>raising , {CUTTING} , {AND} {OPENING}"
    assert found("continue/VB " + words.replace("VERB", "continue")) == "cutting | opening"
    assert found("mention/VB " + words.replace("VERB", "mention")) == "-"


def test_a_list_ends_at_the_boundary() -> None:
    sentence = f"raising=raise/VBG duties/NNS/obj>raising , {CUTTING} , {AND} {OPENING}"
    assert found(sentence, cut=1) == "cutting | opening"
    assert found(sentence, cut=2) == "-"


def test_what_is_known_is_not_found_again() -> None:
    sentence = f"raising=raise/VBG duties/NNS/obj>raising , {CUTTING} , {AND} {OPENING}"
    assert found(sentence, "raising", "opening") == "cutting"
    assert found(sentence, "raising", "cutting", "opening") == "-"


def test_the_last_list_is_looked_at_first() -> None:
    sentence = (
        f"raising=raise/VBG duties/NNS/obj>raising , {CUTTING} , {AND} paying=pay/VBG/dep>raising crews/NNS/dep>raising"
        f" , training=train/VBG/dep>raising them/PRP/dep>raising , {AND} {OPENING}"
    )
    assert found(sentence, "raising", "paying") == "training | opening"
    assert found(sentence, "raising") == "cutting | training | paying | opening"
