"""Towards whom an action is directed, over parses written by hand."""

import pytest
from spacy.tokens import Doc

from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.commitments.towards import directed
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed, token


@pytest.fixture(scope="module")
def scope() -> Scope:
    return KNOWLEDGE.get(read_scope)


def towards_of(
    doc: Doc, head: str, scope: Scope, *, start: str = "", actors: tuple[str, ...] = ("FRD",)
) -> tuple[str, ...]:
    """Towards whom the action is directed that reaches from ``start``, or its head, to the last word but one."""
    verb = token(doc, head)
    begin = token(doc, start).i if start else verb.i
    return directed(doc[begin : len(doc) - 1], verb, actors, scope)


AID = "We/PRP/nsubj>{0} will/MD/aux>{0} {0}/VB {1} Chad/NNP/obl>{0} ."


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (AID.format("aid", "with/IN/case>Chad"), "GPE", ("TCD",)),
        (AID.format("aid", "to/IN/case>Chad"), "ORG", ("TCD",)),
        (AID.format("aid", "for/IN/case>Chad"), "NORP", ("TCD",)),
        (AID.format("aid", "towards/IN/case>Chad"), "GPE", ("TCD",)),
        (AID.format("aid", "toward/IN/case>Chad"), "GPE", ("TCD",)),
        (AID.format("aid", "To/IN/case>Chad"), "GPE", ("TCD",)),
        (AID.format("support", ""), "GPE", ("TCD",)),
        (AID.format("aid", "with/IN/case>Chad"), "LOC", ()),
        (AID.format("aid", "in/IN/case>Chad"), "GPE", ()),
        (AID.format("see", ""), "GPE", ()),
        (AID.format("aid", "with/IN/case>Chad the/DT/det>Chad old/JJ/amod>Chad"), "GPE", ("TCD",)),
        (AID.format("aid", "with/IN/case>Chad the/DT/det>Chad old/JJ/amod>Chad big/JJ/amod>Chad"), "GPE", ()),
    ],
)
def test_towards_is_the_state_behind_a_preposition_or_a_verb_of_helping(
    text: str, label: str, expected: tuple[str, ...], scope: Scope
) -> None:
    doc = parsed(text, ents=[("Chad", label, "TCD")])
    head = text.split(">")[1].split(" ")[0]
    assert towards_of(doc, head, scope) == expected
    assert towards_of(doc, head, scope, actors=("TCD",)) == ()


def test_towards_is_told_by_codes_in_order_and_by_words_of_the_action_alone(scope: Scope) -> None:
    text = (
        "We/PRP/nsubj>aid will/MD/aux>aid with/IN/case>Peru aid/VB Peru/NNP/obl>aid to/IN/case>Chad Chad/NNP/obl>aid ."
    )
    doc = parsed(text, ents=[("Peru", "GPE", "PER"), ("Chad", "GPE", "ACD")])
    assert towards_of(doc, "aid", scope) == ("ACD",)
    assert towards_of(doc, "aid", scope, start="with") == ("ACD", "PER")
    doc = parsed(text, ents=[("Peru", "GPE", ""), ("Chad", "GPE", "TCD")])
    assert towards_of(doc, "aid", scope, start="with") == ("TCD",)


def test_all_names_of_a_list_receive_what_the_first_one_does(scope: Scope) -> None:
    text = (
        "We/PRP/nsubj>aid will/MD/aux>aid aid/VB with/IN/case>Peru Peru/NNP/obl>aid ,/,/punct>Peru Mali/NNP/conj>Peru "
        "and/CC/cc>Chad Chad/NNP/conj>Peru ."
    )
    doc = parsed(text, ents=[("Peru", "GPE", "PER"), ("Mali", "GPE", "MLI"), ("Chad", "GPE", "TCD")])
    assert towards_of(doc, "aid", scope) == ("MLI", "PER", "TCD")


@pytest.mark.parametrize(
    "clause",
    [
        "that/WDT/nsubj>went went=go/VBD/acl:relcl>ships to/IN/case>Chad Chad/NNP/obl>went",
        "as/IN/mark>went it/PRP/nsubj>went went=go/VBD/advcl>send to/IN/case>Chad Chad/NNP/obl>went",
    ],
)
def test_a_clause_that_only_says_more_directs_nothing(clause: str, scope: Scope) -> None:
    text = f"We/PRP/nsubj>send will/MD/aux>send send/VB ships/NNS/obj>send {clause} ."
    assert towards_of(parsed(text, ents=[("Chad", "GPE", "TCD")]), "send", scope) == ()
