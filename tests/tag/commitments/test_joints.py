"""What stands around a verb of a list."""

import pytest

from pipeline.tag.commitments.joints import dangles, follows_coordinator, pairs_with_neighbour
from tests.tag.parsed import parsed, token


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plans/NNS/obj>draft to/TO/mark>uphold uphold/VB/acl>plans and/CC/cc>widen", True),
        ("plans/NNS/obj>draft to/TO/mark>uphold uphold/VB/acl>plans or/CC/cc>widen", True),
        ("plans/NNS/obj>draft to/TO/mark>uphold uphold/VB/acl>plans but/CC/cc>widen", False),
        ("plans/NNS/obj>draft to/TO/mark>uphold uphold/VB/acl>plans ,", False),
        ("plans/NNS/obj>draft to/TO/mark>uphold uphold/VB/acl>plans and/CC/cc>widen fully/RB/advmod>widen", True),
        ("plans/NNS/obj>draft uphold/VB/acl>plans and/CC/cc>widen", True),
        ("uphold/VB/dep>draft and/CC/cc>widen", True),
        ("and/CC/cc>widen", False),
        ("fully/RB/advmod>widen", False),
        ("be/VB+AUX/dep>draft and/CC/cc>widen", False),
        ("upheld/VBN/dep>draft and/CC/cc>widen", False),
        ("plans/NNS/obj>draft and/CC/cc>widen", False),
        # where the tagger took the neighbour for a noun, the "to" before it tells
        ("plans/NNS/obj>draft to/TO/dep>draft uphold/NN/dep>draft and/CC/cc>widen", True),
        ("plans/NNS/obj>draft to/TO/dep>draft fully/RB/dep>draft uphold/NN/dep>draft and/CC/cc>widen", True),
        ("plans/NNS/obj>draft to/TO/dep>draft further/JJ/dep>draft uphold/NN/dep>draft and/CC/cc>widen", True),
        ("plans/NNS/obj>draft to/TO/dep>draft new/JJ/dep>draft uphold/NN/dep>draft and/CC/cc>widen", False),
        # the particle of the neighbour is passed over, a preposition of what follows is not
        ("act/VB/dep>draft on/IN/compound:prt>act and/CC/cc>widen", True),
        ("act/VB/dep>draft on/IN/case>widen and/CC/cc>widen", False),
        ("act/VB/dep>draft it/PRP/obj>act and/CC/cc>widen", False),
        ("to/TO/dep>draft act/NN/dep>draft on/IN/compound:prt>act and/CC/cc>widen", True),
    ],
)
def test_a_verb_pairs_with_its_neighbour(words: str, expected: bool) -> None:
    doc = parsed(f"draft/VB {words} widen/VB/conj>draft")
    assert pairs_with_neighbour(doc[-1], doc[0]) is expected


def test_a_to_before_the_head_makes_no_pair() -> None:
    doc = parsed("to/TO/mark>further further/VB peace/NN/obj>further and/CC/cc>widen widen/VB/conj>further")
    assert not pairs_with_neighbour(doc[4], doc[1])


def test_a_preposition_that_governs_the_sentence_is_no_particle() -> None:
    doc = parsed("draft/VB/dep>on act/VB/dep>on on/IN and/CC/cc>widen widen/VB/conj>on")
    assert not pairs_with_neighbour(doc[4], doc[0])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("it/PRP/obj>draft ,", True),
        ("it/PRP/obj>draft ;", True),
        ("it/PRP/obj>draft and/CC/cc>widen", True),
        ("it/PRP/obj>draft or/CC/cc>widen", True),
        ("it/PRP/obj>draft but/CC/cc>widen", False),
        ("it/PRP/obj>draft", False),
        ("it/PRP/obj>draft , soon/RB/advmod>widen fully/RB/advmod>widen", True),
        ("it/PRP/obj>draft and/CC/cc>widen not/RB+PART/advmod>widen", True),
        ("it/PRP/obj>draft and/CC/cc>widen to/TO/mark>widen", False),
    ],
)
def test_a_verb_follows_a_coordinator(words: str, expected: bool) -> None:
    assert follows_coordinator(parsed(f"draft/VB {words} widen/VB/conj>draft")[-1]) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (", demand/VB/conj>ensure gas/NN/obj>demand", True),
        (", demand/VB/conj>ensure gas/NN/obj>demand and/CC/cc>open open/VB/conj>ensure", False),
        (", demand/VB/conj>ensure gas/NN/obj>demand or/CC/cc>open open/VB/conj>ensure", False),
        (", demand/VB/conj>ensure gas/NN/obj>demand &/CC/cc>open open/VB/conj>ensure", False),
        (", demand/VB/conj>ensure gas/NN/obj>demand but/CC/cc>open open/VB/conj>ensure", True),
        (", demand/VB/conj>ensure and/CC/cc>open open/VB/conj>ensure", False),
        ("and/CC/cc>demand demand/VB/conj>ensure gas/NN/obj>demand", False),
    ],
)
def test_a_verb_dangles_where_no_list_closes_with_it(words: str, expected: bool) -> None:
    doc = parsed(f"ensure/VB {words}")
    assert dangles(token(doc, "demand"), len(doc)) is expected


def test_what_closes_the_list_is_looked_for_before_the_boundary() -> None:
    doc = parsed("ensure/VB , demand/VB/conj>ensure gas/NN/obj>demand and/CC/cc>open open/VB/conj>ensure")
    assert [dangles(doc[2], boundary) for boundary in (4, 5)] == [True, False]
