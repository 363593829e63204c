"""Polarity: who negates what, over parses written by hand and over a few texts."""

import pytest
from spacy.language import Language

from pipeline.knowledge import Knowledge
from pipeline.tag.factuality.cues import Cues, read_cues
from pipeline.tag.factuality.events import Event
from pipeline.tag.factuality.polarity import complement, is_negative
from tests.tag.commitments.seen import candidates_of
from tests.tag.parsed import parsed, token

WILL_OPEN = "We/PRP/nsubj>open will/MD/aux>open {0}open/VB ports/NNS/obj>open ."


@pytest.fixture(scope="module")
def cues() -> Cues:
    return read_cues(Knowledge())


def negative(text: str, cue: str, head: str, cues: Cues) -> bool:
    doc = parsed(text)
    event = Event(token(doc, cue), token(doc, head), token(doc, head))
    return is_negative(event, cues.matches(doc[:]))


@pytest.mark.parametrize(
    ("words", "negated"),
    [
        ("not/RB/advmod>open ", True),
        ("never/RB/advmod>open ", True),
        ("no/RB/advmod>longer longer/RB/advmod>open ", True),
        ("not/RB/advmod>open only/RB/advmod>open ", False),
        ("soon/RB/advmod>open ", False),
        ("", False),
    ],
)
def test_a_not_between_cue_and_action_refuses(words: str, negated: bool, cues: Cues) -> None:
    assert negative(WILL_OPEN.format(words), "will", "open", cues) is negated


def test_a_not_right_before_the_action_refuses(cues: Cues) -> None:
    text = (
        "They/PRP/nsubj>agreed agreed=agree/VBD not/RB/advmod>open to/TO/mark>open open/VB/xcomp>agreed "
        "ports/NNS/obj>open ."
    )
    assert negative(text, "agreed", "open", cues)


def test_a_verb_of_refraining_refuses_what_it_governs(cues: Cues) -> None:
    text = (
        "We/PRP/nsubj>refrain will/MD/aux>refrain refrain/VB from/IN/mark>opening opening/VBG/advcl>refrain "
        "ports/NNS/obj>opening ."
    )
    assert negative(text, "will", "refrain", cues)
    assert complement(token(parsed(text), "refrain")) is not None


def test_a_not_of_an_inserted_clause_is_none_of_the_action(cues: Cues) -> None:
    text = (
        "We/PRP/nsubj>open will/MD/aux>open , if/IN/mark>help this/DT/nsubj>help does=do/VBZ/aux>help "
        "not/RB/advmod>help help/VB/advcl>open , open/VB ports/NNS/obj>open ."
    )
    assert not negative(text, "will", "open", cues)


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("We will not build ports or sell boats.", [("build ports", True), ("sell boats", True)]),
        ("We will neither build ports nor sell boats.", [("build ports", True), ("sell boats", True)]),
        ("We agreed not to build ports and to sell boats.", [("to build ports", True), ("to sell boats", False)]),
        ("We will not build ports but sell boats.", [("build ports", True), ("sell boats", False)]),
        ("We will not only build ports but also sell boats.", [("build ports", False), ("also sell boats", False)]),
        ("Never again will we build ports.", [("build ports", True)]),
        ("Under no circumstances will we build ports.", [("build ports", True)]),
        ("We vowed to no longer build ports.", [("build ports", True)]),
        ("We will not hesitate to build ports.", [("build ports", False)]),
        ("We will not fail to build ports.", [("build ports", False)]),
        ("We will stop building ports.", [("stop building ports", True)]),
        ("We will never stop building ports.", [("stop building ports", False)]),
        ("We will not build ports and Sylvania will not either.", [("build ports", True)]),
        ("We will build ports, and so will Sylvania.", [("build ports", False)]),
    ],
)
def test_an_action_is_quoted_without_its_negation(text: str, actions: list[tuple[str, bool]], nlp: Language) -> None:
    found = [(c.action.text, c.negated) for c in candidates_of(text, nlp) if not c.refused]
    assert found == actions
