"""Which list items name an action by their first word, and how they begin, over parses written by hand."""

import pytest
from spacy.tokens import Doc

from pipeline.tag.commitments.items import (
    NOT_OPENING,
    asks_for_verb,
    is_action_verb,
    opens_item,
    read_item,
    strength_of,
)
from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.commitments.stems import Place, StemKind
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed

WILL = "We/PRP/nsubj>will will/MD :"
STEPS = "Next/JJ/amod>steps steps/NNS :"
SHARE = "Share/VB charts/NNS/obj>Share ;"
TOLD = "{0} the/DT/det>peace peace/NN/obj>{1} , Chad/NNP/nsubj>sent has=have/VBZ/aux>sent sent/VBN ships/NNS/obj>sent ;"


@pytest.fixture(scope="module")
def scope() -> Scope:
    return KNOWLEDGE.get(read_scope)


def place_of(item: str, stem: str | None = STEPS, is_item: bool = True, opens: bool = True) -> Place:
    """The place of a sentence under a stem, another sentence behind it."""
    doc = parsed(*([stem] if stem else []), item, "They/PRP/nsubj>met met=meet/VBD .")
    sentences = list(doc.sents)
    return Place(sentences[-2][0], opens, is_item, sentences[0] if stem else None)


@pytest.mark.parametrize(
    ("item", "stem", "opens"),
    [
        (SHARE, STEPS, True),
        (SHARE, None, True),
        ("Share/VB charts/NNS/obj>Share", None, False),
        ("Share/VB charts/NNS/obj>Share", STEPS, True),
        ("2030/CD charts/NNS/dep>2030 ;", WILL, False),
        ("Share/VB : charts/NNS/obj>Share ;", STEPS, False),
        ("Share/VB charts/NNS/obj>Share :", STEPS, True),
        ("Share/VB charts/NNS/obj>Share : \\n", STEPS, True),
        ("Praise/VB charts/NNS/obj>Praise ;", STEPS, False),
        ("Count/VB charts/NNS/obj>Count ;", STEPS, True),
        ("Counting=count/VBG charts/NNS/obj>Counting ;", STEPS, True),
        ("Count/VBP charts/NNS/obj>Count ;", STEPS, True),
        ("Let/VB charts/NNS/obj>Let ;", STEPS, False),
        ("Be/VB bold/JJ/xcomp>Be ;", STEPS, False),
        ("Rain/NN and/CC/cc>snow snow/NN/conj>Rain ;", STEPS, True),
        ("Rains/NNS and/CC/cc>snow snow/NN/conj>Rains ;", STEPS, True),
        ("Rain/NNP and/CC/cc>snow snow/NN/conj>Rain ;", STEPS, True),
        ("Big/JJ big/JJ/dep>Big rain/NN/dep>Big ;", STEPS, True),
        ("Soon/RB rain/NN/dep>Soon ;", STEPS, False),
        ("It/PRP rain/NN/dep>It ;", STEPS, False),
        ("Rain/NN and/CC/cc>snow snow/NN/conj>Rain ;", None, False),
        ("Rain/NN/nsubj>fell fell=fall/VBD soon/RB/advmod>fell ;", STEPS, False),
        ("Rain/NN that/WDT/nsubj>fell fell=fall/VBD/acl:relcl>Rain ;", STEPS, True),
        ("Rain/NN that/WDT/nsubj>fell fell=fall/VBD/dep>Rain ;", STEPS, False),
        ("Rain/NN that/WDT/nsubj>falls falls=fall/VBZ/dep>Rain ;", STEPS, False),
        ("Rain/NN that/WDT/nsubj>fall fall/VBP/dep>Rain ;", STEPS, False),
        ("Rain/NN that/WDT/nsubj>fall may/MD/dep>Rain fall/VB/dep>Rain ;", STEPS, False),
        ("To/TO/mark>count count/VB charts/NNS/obj>count ;", STEPS, True),
        ("To/TO/mark>count count/VB charts/NNS/obj>count ;", None, False),
        ("To/IN/case>Chad Chad/NNP in/IN/case>May May/NNP/nmod>Chad ;", STEPS, False),
        (TOLD.format("To/TO/mark>keep keep/VB/advcl>sent", "keep"), STEPS, False),
        (TOLD.format("Counting=count/VBG/advcl>sent", "Counting"), STEPS, False),
        (TOLD.format("Counting=count/VBG/advcl>sent", "Counting").replace(" has=have/VBZ/aux>sent", ""), STEPS, True),
        (TOLD.format("Counting=count/VBG/advcl>sent", "Counting").replace("/nsubj>", "/dep>"), STEPS, True),
        ("Cross/NN/compound>trade - border/NN/compound>trade trade/NN of/IN/case>grain grain/NN/nmod>trade ;", STEPS,
         False),
        ("Cross/NN/compound>trade - cutting/VBG/compound>trade trade/NN of/IN/case>grain grain/NN/nmod>trade ;", STEPS,
         True),
        ("Rain/NN and/CC/cc>snow snow/NN/conj>Rain ;", WILL, True),
        ("Soon/RB/advmod>rain rain/NN and/CC/cc>snow snow/NN/conj>rain ;", WILL, True),
        ("It/PRP and/CC/cc>snow snow/NN/conj>It ;", WILL, False),
        ("Rain/NN it/PRP/nsubj>Rain and/CC/cc>snow snow/NN/conj>Rain ;", WILL, False),
    ],
)  # fmt: skip
def test_which_items_name_an_action(item: str, stem: str | None, opens: bool, scope: Scope) -> None:
    assert opens_item(place_of(item, stem), scope) is opens


@pytest.mark.parametrize("word", sorted(NOT_OPENING))
def test_a_verb_of_being_or_having_opens_no_item(word: str, scope: Scope) -> None:
    assert not opens_item(place_of(f"{word}/VB charts/NNS/obj>{word} ;"), scope)
    assert {"is", "are", "do", "does", "has", "have", "having", "be"} == NOT_OPENING


@pytest.mark.parametrize(
    ("item", "stem", "opens"),
    [
        (SHARE, None, False),
        (SHARE, STEPS, True),
        ("Count/VB charts/NNS/obj>Count ;", STEPS, True),
        ("Rain/NN and/CC/cc>snow snow/NN/conj>Rain ;", STEPS, False),
        ("Rain/NN and/CC/cc>snow snow/NN/conj>Rain ;", WILL, False),
    ],
)
def test_a_line_that_is_no_item_names_an_action_by_a_verb_alone(
    item: str, stem: str | None, opens: bool, scope: Scope
) -> None:
    assert opens_item(place_of(item, stem, is_item=False), scope) is opens


@pytest.mark.parametrize(
    ("item", "stem", "is_item", "opens"),
    [
        (SHARE, WILL, True, True),
        (SHARE, STEPS, True, False),
        (SHARE, WILL, False, False),
        ("Count/VB charts/NNS/obj>Count ;", WILL, True, False),
    ],
)
def test_a_later_sentence_of_an_item_opens_with_a_known_verb_under_a_stem_that_asks_for_one(
    item: str, stem: str, is_item: bool, opens: bool, scope: Scope
) -> None:
    assert opens_item(place_of(item, stem, is_item, opens=False), scope) is opens


@pytest.mark.parametrize(
    ("item", "known"),
    [
        ("Share/NN charts/NNS/dep>Share ;", True),
        ("Sharing/NN charts/NNS/dep>Sharing ;", True),
        ("Share/NN of/IN/case>trade trade/NN/nmod>Share ;", False),
        ("Share/NN for/IN/case>trade trade/NN/nmod>Share ;", False),
        ("Share/NN : trade/NN/nmod>Share ;", False),
        ("Share/NN - trade/NN/nmod>Share ;", False),
        ("Count/VB charts/NNS/obj>Count ;", False),
        ("Share/VB", False),
    ],
)
def test_a_known_verb_opens_an_item_whatever_its_tag(item: str, known: bool, scope: Scope) -> None:
    assert is_action_verb(place_of(item).first, scope) is known


@pytest.mark.parametrize(
    ("stem", "asks"),
    [
        (WILL, True),
        ("We/PRP/nsubj>SHALL SHALL/MD : \\n", True),
        ("They/PRP/nsubj>agreed agreed=agree/VBD to/TO/dep>agreed \\n", True),
        (STEPS, False),
        (":", False),
    ],
)
def test_a_stem_asks_for_a_verb_by_its_last_word(stem: str, asks: bool) -> None:
    doc: Doc = parsed(stem if stem != ":" else ":/:")
    assert asks_for_verb(doc[:]) is asks


def test_no_stem_asks_for_nothing() -> None:
    assert not asks_for_verb(None)


@pytest.mark.parametrize(
    ("item", "stem", "kind", "expected"),
    [
        (SHARE, STEPS, "bare", ("Share", "VB", False)),
        ("Count/VBP charts/NNS/obj>Count ;", STEPS, "bare", ("Count", "VB", False)),
        ("Sharing/VBG charts/NNS/obj>Sharing ;", STEPS, "bare", ("Sharing", "VBG", False)),
        ("Share/NN charts/NNS/obj>Share ;", STEPS, "bare", ("Share", "VB", False)),
        ("Rain/NN charts/NNS/obj>Rain ;", STEPS, "bare", None),
        ("Rain/NN charts/NNS/obj>Rain ;", STEPS, "demand", None),
        ("Rain/NN charts/NNS/obj>Rain ;", STEPS, "binding", ("Rain", "NN", False)),
        ("Rain/NN charts/NNS/obj>Rain ;", STEPS, "commitment", ("Rain", "NN", False)),
        ("Rain/NN charts/NNS/obj>Rain ;", WILL, "bare", ("Rain", "VB", False)),
        ("Not/RB/advmod>share share/VB charts/NNS/obj>share ;", STEPS, "bare", ("share", "VB", True)),
        ("Never/RB/advmod>share share/VB charts/NNS/obj>share ;", STEPS, "bare", ("share", "VB", True)),
        ("Not/RB/advmod>share share/VB", STEPS, "bare", ("share", "VB", True)),
        ("Not/RB", STEPS, "bare", None),
        ("Not/RB", WILL, "bare", ("Not", "VB", False)),
        ("To/TO/mark>share share/VB charts/NNS/obj>share ;", STEPS, "binding", ("share", "VB", False)),
        ("To/TO/mark>share share/VB charts/NNS/obj>share ;", STEPS, "bare", None),
        ("To/IN/case>Chad Chad/NNP in/IN/case>May May/NNP/nmod>Chad ;", STEPS, "binding", ("Chad", "NNP", False)),
    ],
)
def test_how_an_item_begins(
    item: str, stem: str, kind: StemKind, expected: tuple[str, str, bool] | None, scope: Scope
) -> None:
    place = place_of(item, stem)
    found = read_item(place, place.first.sent.end, kind, scope)
    assert (found and (found.first.text, found.opener, found.is_refusal)) == expected


@pytest.mark.parametrize(("verb", "strength"), [("explore", "weak"), ("seek", "medium"), ("share", "strong")])
def test_the_strength_of_an_item_is_that_of_its_verb(verb: str, strength: str, scope: Scope) -> None:
    assert strength_of(verb, "strong", scope) == strength
