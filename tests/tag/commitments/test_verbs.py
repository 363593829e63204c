"""What single words are, where tagger and parser slip: bare verbs, their first word, their "to", their complement."""

import pytest

from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import has_complement, is_base, is_clause, left_of, next_verb, own_to
from tests.tag.parsed import parsed, token

TO = "We/PRP/nsubj>plan plan/VBP to/TO/mark>exchange exchange/NN/xcomp>plan"
AND = "We/PRP/nsubj>plan plan/VBP and/CC/cc>exchange exchange/NN/conj>plan"
CUT = "We/PRP/nsubj>plan plan/VBP and/CC/cc>cut"
SCOPE = Scope({}, frozenset({"exchange", "cut", "share", "open"}))


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("sing/VB", "sing", True),
        ("sing/NN the/DT/det>song song/NN/obj>sing", "sing", False),
        # a noun that is a verb: behind "to", "and" or a comma, with a noun phrase behind it
        (f"{TO} the/DT/det>crews crews/NNS/obj>exchange",
         "exchange", True),
        (f"{TO} our/PRP$/det>crews crews/NNS/obj>exchange",
         "exchange", True),
        (f"{TO} crews/NNS/obj>exchange", "exchange", True),
        (f"{TO} data/NN/obj>exchange", "exchange", True),
        (f"{TO} Peru/NNP/obj>exchange", "exchange", False),
        (f"{AND} the/DT/det>crews crews/NNS/obj>exchange",
         "exchange", True),
        (f"{AND} crews/NNS/obj>exchange", "exchange", False),
        ("We/PRP/nsubj>plan plan/VBP , exchange/NN/conj>plan the/DT/det>crews crews/NNS/obj>exchange",
         "exchange", True),
        ("We/PRP/nsubj>like like/VBP an/DT/det>exchange exchange/NN/obj>like the/DT/det>crews crews/NNS/obj>like",
         "exchange", False),
        # adverbs in between are passed over, but not to the sentence before
        ("We/PRP/nsubj>plan plan/VBP to/TO/mark>exchange fully/RB/advmod>exchange exchange/NN/xcomp>plan "
         "the/DT/det>crews crews/NNS/obj>exchange", "exchange", True),
        ("Now/RB/advmod>exchange exchange/NN the/DT/det>crews crews/NNS/obj>exchange", "exchange", False),
        # another form of the verb
        ("crews=crew/NNS/nsubj>plan plan/VBP exchange/VBP/dep>plan it/PRP/obj>exchange", "exchange", True),
        (f"{CUT} cut/VBD/conj>plan the/DT/det>fees fees/NNS/obj>cut", "cut", True),
        *((f"{CUT} cut/VBN/conj>plan x/{tag}/obj>cut", "cut", tag != "IN")
          for tag in ("DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "IN")),
        (f"{CUT} cut/JJ/conj>plan the/DT/det>fees fees/NNS/obj>cut", "cut", False),
        # not with a subject of its own, nor as the last word
        (f"{CUT} they/PRP/nsubj>cut cut/VBP/conj>plan fees/NNS/obj>cut", "cut", False),
        (f"{CUT} cut/VBP/conj>plan", "cut", False),
        (f"{CUT} cut/VBP/conj>plan .", "cut", True),
    ],
)  # fmt: skip
def test_a_bare_verb_is_told_whatever_its_tag(sentence: str, word: str, expected: bool) -> None:
    assert is_base(token(parsed(sentence), word), SCOPE) is expected


def test_an_adverb_that_opens_the_sentence_is_not_passed_over() -> None:
    doc = parsed(
        "They/PRP/nsubj>came came/VBD and/CC/cc>came", "now/RB/advmod>cut cut/NN the/DT/det>fees fees/NNS/obj>cut"
    )
    assert not is_base(token(doc, "cut"), SCOPE)


@pytest.mark.parametrize(
    ("words", "at", "boundary", "expected"),
    [
        ("to/TO/mark>share share/VB data/NN/obj>share", 1, 3, "share"),
        ("of/IN/mark>sharing sharing/VBG data/NN/obj>sharing", 1, 3, "sharing"),
        ("to/TO/mark>sing fully/RB/advmod>sing sing/VB", 1, 3, "sing"),
        ("to/TO/mark>sing further/JJ/advmod>sing sing/VB", 1, 3, "sing"),
        ("to/TO/mark>sing more/JJ/advmod>sing sing/VB", 1, 3, None),
        ("to/TO/mark>sing fully/RB/advmod>sing sing/VB", 1, 2, None),
        ("to/TO/mark>sing sing/VB", 1, 1, None),
        ("to/TO/case>Peru Peru/NNP", 1, 2, None),
        ("to/TO/mark>exchange exchange/NN the/DT/det>crews crews/NNS/obj>exchange", 1, 4, "exchange"),
        ("sing/VB fully/RB/advmod>sing", 1, 2, None),
    ],
)
def test_the_next_verb_stands_behind_adverbs_and_before_the_boundary(
    words: str, at: int, boundary: int, expected: str | None
) -> None:
    verb = next_verb(parsed(words), at, boundary, SCOPE)
    assert (verb.text if verb is not None else None) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "first"),
    [
        ("We/PRP/nsubj>share share/VBP", "share", "share"),
        ("We/PRP/nsubj>share fully/RB/advmod>share share/VBP", "share", "fully"),
        ("be/VB/aux:pass>shared shared/VBN", "shared", "be"),
        ("be/VB/auxpass>shared fully/RB/advmod>shared shared/VBN", "shared", "be"),
        ("will/MD/aux>share share/VB", "share", "share"),
        ("We/PRP/nsubj>share very/RB/advmod>fully fully/RB/advmod>share share/VBP", "share", "fully"),
        ("fully/RB/advmod>quickly and/CC/cc>quickly quickly/RB/advmod>share share/VBP", "share", "fully"),
        ("now/RB/dep>share fully/RB/dep>share and/CC/cc>quickly quickly/RB/advmod>share share/VBP", "share", "fully"),
        ("a/RB/dep>share and/CC/cc>share b/RB/dep>share and/CC/cc>c c/RB/advmod>share share/VBP", "share", "a"),
        ("fully/RB/dep>share or/CC/cc>quickly quickly/RB/advmod>share share/VBP", "share", "quickly"),
        ("Peru/NNP/dep>share and/CC/cc>quickly quickly/RB/advmod>share share/VBP", "share", "quickly"),
        ("and/CC/cc>quickly quickly/RB/advmod>share share/VBP", "share", "quickly"),
    ],
)
def test_adverbs_and_passive_auxiliaries_belong_to_the_verb(sentence: str, verb: str, first: str) -> None:
    doc = parsed(sentence)
    assert doc[left_of(token(doc, verb))].text == first


def test_what_opens_the_next_sentence_does_not_belong_to_the_verb_before() -> None:
    doc = parsed("share/VB", "fully/RB")
    assert (left_of(doc[0]), left_of(doc[1])) == (0, 1)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("to/TO/mark>act act/VB", "act", True),
        ("to/TO/aux>act act/VB", "act", True),
        ("to/IN/case>peace peace/NN", "peace", True),
        ("to/IN/dep>peace peace/NN", "peace", False),
        ("will/MD/aux>act act/VB", "act", False),
        ("act/VB to/TO/mark>act", "act", False),
        ("open/JJ to/IN/prep>open peace/NN/pobj>to", "peace", True),
        ("open/JJ to/IN/prep>open sharing/VBG/pcomp>to", "sharing", True),
        ("open/JJ to/IN/prep>open sharing/VBG/dep>to", "sharing", False),
        ("open/JJ to/IN/dep>open peace/NN/pobj>to", "peace", False),
        ("open/JJ for/IN/prep>open peace/NN/pobj>for", "peace", False),
    ],
)
def test_an_action_has_a_to_of_its_own(sentence: str, word: str, expected: bool) -> None:
    to = own_to(token(parsed(sentence), word))
    assert (to is not None and to.text == "to") is expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        *((f"x/{tag}/obj>plan", True) for tag in ("NN", "NNP", "PRP", "VB", "CD", "JJ", "$")),
        ("x/NN/obj>act", False),
        ("x/DT/obj>plan", False),
        ("not/RB/obj>plan", False),
        *((f"{word}/RB/advmod>plan", True) for word in ("together", "jointly", "closely")),
        ("together/RB/advmod>act", True),
    ],
)
def test_a_verb_has_something_of_its_own_before_the_next(between: str, expected: bool) -> None:
    doc = parsed(f"plan/VB {between} and/CC/cc>act act/VB/conj>plan it/PRP/obj>act")
    assert has_complement(token(doc, "plan"), token(doc, "act")) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("they/PRP/nsubj>act act/VB", True),
        ("will/MD/aux>act act/VB", True),
        ("act/VBD", True),
        ("act/VBP", False),
        ("act/VB", False),
        ("have/VBP/aux>act act/VBP", True),
        ("to/TO/mark>act act/VBD", False),
    ],
)
def test_a_coordinated_verb_is_a_clause_by_subject_modal_or_tense(sentence: str, expected: bool) -> None:
    assert is_clause(token(parsed(sentence), "act"), SCOPE) is expected


def test_a_past_tense_that_reads_as_a_bare_verb_is_no_clause() -> None:
    doc = parsed(f"{CUT} cut/VBD/conj>plan the/DT/det>fees fees/NNS/obj>cut")
    assert not is_clause(token(doc, "cut"), SCOPE)
