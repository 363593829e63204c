"""New or continuing: what says that a promise goes on, over parses written by hand and over a few texts."""

import pytest
from spacy.language import Language

from pipeline.knowledge import Knowledge
from pipeline.tag.commitments.continuing import is_continuing
from pipeline.tag.commitments.scope import Scope, read_scope
from tests.tag.commitments.seen import candidates_of
from tests.tag.parsed import parsed, token

WILL_OPEN = "We/PRP/nsubj>open will/MD/aux>open {0}open/VB ports/NNS/obj>open ."


@pytest.fixture(scope="module")
def scope() -> Scope:
    return read_scope(Knowledge())


@pytest.mark.parametrize(
    ("text", "cue", "head", "continuing"),
    [
        (WILL_OPEN.format(""), "will", "open", False),
        (WILL_OPEN.format("").replace("open/VB", "uphold/VB").replace(">open", ">uphold"), "will", "uphold", True),
        (WILL_OPEN.format("still/RB/advmod>open "), "will", "open", True),
        ("Again/RB/advmod>open we/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open .", "will", "open", True),
        (
            "We/PRP/nsubj>reaffirm reaffirm/VBP our/PRP$/nmod:poss>resolve resolve/NN/obj>reaffirm to/TO/mark>open "
            "open/VB/acl>resolve .",
            "resolve",
            "open",
            True,
        ),
    ],
    ids=["new", "verb of going on", "between", "before", "verb above a noun"],
)
def test_what_goes_on_or_is_said_again_is_continuing(
    text: str, cue: str, head: str, continuing: bool, scope: Scope
) -> None:
    doc = parsed(text)
    action = token(doc, head)
    assert is_continuing(token(doc, cue), action, action.i, scope) is continuing


def test_what_stands_far_before_the_cue_does_not_make_it_continuing(scope: Scope) -> None:
    doc = parsed(
        "Still/RB/advmod>open , the/DT/det>states small/JJ/amod>states island/NN/compound>states "
        "states/NNS/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open ."
    )
    assert not is_continuing(token(doc, "will"), token(doc, "open"), token(doc, "open").i, scope)


def test_an_action_below_to_continue_goes_on(scope: Scope) -> None:
    doc = parsed(
        "We/PRP/nsubj>continue will/MD/aux>continue continue/VB to/TO/mark>open open/VB/xcomp>continue "
        "ports/NNS/obj>open ."
    )
    assert is_continuing(token(doc, "will"), token(doc, "open"), token(doc, "to").i, scope)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("We agreed to maintain the road and to build a port.", ["continuing", "new"]),
        ("We agreed to build a port and to maintain the road.", ["new", "continuing"]),
        ("We will continue to help the crews and train the pilots.", ["continuing", "continuing"]),
        ("We maintain the road and will build a port.", ["new"]),
        ("We stay committed to building a port.", ["continuing"]),
        ("We reiterate that we will build a port.", ["continuing"]),
        ("We will go on sharing our data.", ["continuing"]),
        ("We will never again build a port.", ["new"]),
        ("We once more pledge to build a port.", ["continuing"]),
    ],
)
def test_each_action_is_judged_by_its_own_words(text: str, kinds: list[str], nlp: Language) -> None:
    assert [c.kind for c in candidates_of(text, nlp) if not c.refused] == kinds
