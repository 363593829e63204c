"""With which word the complement of a cue begins, and what is passed over on the way to it."""

import pytest

from pipeline.tag.commitments import sites
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.sites import Site, form_behind
from tests.tag.parsed import parsed, token

SCOPE = Scope({}, frozenset())


def complement(sentence: str, cue: str) -> str | None:
    """The word with which the complement begins, with its index."""
    doc = parsed(sentence)
    found = Site(token(doc, cue), token(doc, cue).i + 1, frozenset(), SCOPE).complement
    return f"{found.text} {found.i}" if found is not None else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("agree/VBP to/TO/mark>act act/VB/xcomp>agree", "to 1"),
        ("agree/VBP now/RB/advmod>act fully/RB/advmod>act to/TO/mark>act act/VB/xcomp>agree", "to 3"),
        ("agree/VBP where/WRB/advmod>act to/TO/mark>act act/VB/xcomp>agree", "where 1"),
        ("agree/VBP jointly/JJ/dep>act to/TO/mark>act act/VB/xcomp>agree", "to 2"),
        ("agree/VBP early/JJ/dep>act to/TO/mark>act act/VB/xcomp>agree", "early 1"),
        ("agree/VBP not/RB+PART/advmod>act to/TO/mark>act act/VB/xcomp>agree", "to 2"),
        ("agree/VBP not/RB+PART/advmod>act at/IN/case>act act/NN/obl>agree", "not 1"),
        ("agree/VBP not/RB+PART/advmod>agree", "not 1"),
        ("agree/VBP than/IN/case>that to/TO/mark>that that/DT/obl>agree", "than 1"),
        ("agree/VBP", None),
        ("agree/VBP now/RB/advmod>agree", None),
    ],
)
def test_adverbs_and_a_negation_are_passed_over(sentence: str, expected: str | None) -> None:
    assert complement(sentence, "agree") == expected


@pytest.mark.parametrize("word", sorted(sites.PASSED_OVER))
def test_words_of_togetherness_are_passed_over_whatever_their_tag(word: str) -> None:
    assert complement(f"agree/VBP {word}/NN/dep>agree to/TO/mark>act act/VB/xcomp>agree", "agree") == "to 2"


def test_what_stands_in_the_next_sentence_is_no_complement() -> None:
    doc = parsed("We/PRP/nsubj>agree agree/VBP", "Now/RB/advmod>act to/TO/mark>act act/VB")
    assert Site(doc[1], 2, frozenset(), SCOPE).complement is None
    doc = parsed("We/PRP/nsubj>agree agree/VBP not/RB/advmod>agree", "to/TO/mark>act act/VB")
    found = Site(doc[1], 2, frozenset(), SCOPE).complement
    assert found is None or found.i == 2


def insertion(words: int) -> str:
    filler = " ".join(["x/NN/dep>committed"] * words)
    return f"committed/JJ , {filler} , to/TO/mark>act act/VB/xcomp>committed"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (insertion(1), "to 4"),
        (insertion(3), "to 6"),
        (insertion(15), "to 18"),
        (insertion(16), "to 19"),
        (insertion(17), ", 1"),
        ("committed/JJ , , to/TO/mark>act act/VB/xcomp>committed", ", 1"),
        ("committed/JJ , x/NN/dep>committed , they/PRP/nsubj>act act/VB/xcomp>committed", ", 1"),
        ("committed/JJ , x/NN/dep>committed y/NN/dep>committed to/TO/mark>act act/VB/xcomp>committed", ", 1"),
        ("committed/JJ , x/NN/dep>committed , to/TO/dep>committed", "to 4"),
        ("committed/JJ , x/NN/dep>committed ,", ", 1"),
        ("committed/JJ ; x/NN/dep>committed , to/TO/mark>act act/VB/xcomp>committed", "; 1"),
    ],
)
def test_an_insertion_between_commas_is_passed_over(sentence: str, expected: str) -> None:
    assert complement(sentence, "committed") == expected


def owner(*words: str) -> str:
    return f"will/NN {' '.join(words)} to/TO/mark>act act/VB/acl>will"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will"), "to 3"),
        (owner("by/IN/case>Peru", "Peru/NNP/nmod>will"), "to 3"),
        (owner("from/IN/case>Peru", "Peru/NNP/nmod>will"), "to 3"),
        (owner("in/IN/case>Peru", "Peru/NNP/nmod>will"), "in 1"),
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will", "of/IN/case>x", "x/NN/nmod>Peru"), "to 5"),
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will", "in/IN/case>x", "x/NN/nmod>Peru"), "of 1"),
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will", "is/VBZ/dep>Peru"), "of 1"),
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will", "is/VBZ+AUX/dep>Peru"), "of 1"),
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will", ","), "of 1"),
        (owner("of/IN/case>Peru", "Peru/NNP/nmod>will", "that/IN/mark>act"), "of 1"),
        (owner("of/IN/case>x.9", *["x/NN/nmod>will"] * 9), "to 11"),
        (owner("of/IN/case>x.9", *["x/NN/nmod>will"] * 10), "to 12"),
        (owner("of/IN/case>x.9", *["x/NN/nmod>will"] * 11), "of 1"),
        (owner("of/IN/case>will"), "of 1"),
        ("will/NN of/IN/case>Peru Peru/NNP/nmod>will", "of 1"),
        ("will/VB of/IN/case>Peru Peru/NNP/nmod>will to/TO/mark>act act/VB/acl>will", "of 1"),
    ],
)
def test_the_owner_of_what_a_noun_names_is_passed_over(sentence: str, expected: str) -> None:
    assert complement(sentence, "will") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("goal/NN/nsubj>act is=be/VBZ/cop>act to/TO/mark>act act/VB", "to 2"),
        ("goal/NN/nsubj>act of/IN/case>x x/NN/nmod>goal is=be/VBZ/cop>act to/TO/mark>act act/VB", "to 4"),
        ("goal/NN/nsubj>act in/IN/case>x x/NN/nmod>goal is=be/VBZ/cop>act to/TO/mark>act act/VB", "in 1"),
        ("goal/NN/nsubj>act is=be/VBZ/cop>act at/IN/mark>act act/VB", "is 1"),
        ("goal/NN/nsubj>act of/IN/case>x x/NN/nmod>goal has=have/VBZ/aux>act to/TO/mark>act act/VB", "of 1"),
        ("goal/NN/nsubj>act of/IN/case>x x/NN/nmod>goal had=have/VBD/dep>x y/NN/dep>x is=be/VBZ/cop>act "
         "to/TO/mark>act act/VB", "of 1"),
        ("goal/NN/nsubj>act of/IN/case>x x/NN/nmod>goal had=have/VBD+AUX/dep>x y/NN/dep>x is=be/VBZ/cop>act "
         "to/TO/mark>act act/VB", "of 1"),
        ("goal/NN/nsubj>act of/IN/case>x x/NN/nmod>goal , y/NN/dep>x is=be/VBZ/cop>act to/TO/mark>act act/VB", "of 1"),
        (f"goal/NN/nsubj>act of/IN/case>goal {'x/NN/nmod>goal ' * 8}is=be/VBZ/cop>act to/TO/mark>act act/VB", "to 11"),
        (f"goal/NN/nsubj>act of/IN/case>goal {'x/NN/nmod>goal ' * 9}is=be/VBZ/cop>act to/TO/mark>act act/VB", "of 1"),
        ("goal/VB/nsubj>act is=be/VBZ/cop>act to/TO/mark>act act/VB", "is 1"),
        ("goal/NN is=be/VBZ/cop>goal", "is 1"),
    ],
)  # fmt: skip
def test_the_copula_of_a_goal_is_passed_over(sentence: str, expected: str) -> None:
    assert complement(sentence, "goal") == expected


@pytest.mark.parametrize(
    ("preposition", "head", "form"),
    [
        ("to", "act/VBG", "to_gerund"),
        ("to", "opening/NN", "to_gerund"),
        ("to", "act/NN", "to_noun"),
        ("upon", "act/NN", "upon_noun"),
        ("toward", "act/VBG", "toward_gerund"),
    ],
)
def test_the_form_behind_a_preposition(preposition: str, head: str, form: str) -> None:
    assert form_behind(preposition, parsed(head)[0]) == form
