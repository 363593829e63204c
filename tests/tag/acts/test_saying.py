"""What is said outright, and what is only mentioned, over parses written by hand; no model."""

import pytest

from pipeline.records import Act
from pipeline.tag.acts.saying import said
from pipeline.tag.acts.wordings import read_wordings
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed

WORDS = KNOWLEDGE.get(read_wordings)
ASK = "We/PRP/nsubj>ask ask/VBP banks/NNS/obj>ask to/TO/mark>pay pay/VB/xcomp>ask ."
REGRET = "We/PRP/nsubj>regret regret/VBP the/DT/det>ban ban/NN/obj>regret ."
MUST = "Rebels=rebel/NNS/nsubj>leave must/MD/aux>leave leave/VB ."
SAD = "We/PRP/nsubj>dismayed are=be/VBP/cop>dismayed dismayed/JJ ."


def outright(text: str, *, in_list: bool = False) -> tuple[set[Act], set[Act]]:
    sentence = next(parsed(text).sents)
    found = said(sentence, WORDS, frozenset({"NOR"}), in_list)
    return set(found.plain), set(found.idle)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (ASK, "demand"),
        (ASK.replace("ask/VBP", "asked=ask/VBD").replace(">ask", ">asked"), "demand"),
        (ASK.replace("ask/VBP", "are=be/VBP/aux>asking asking=ask/VBG").replace(">ask ", ">asking "), "demand"),
        (REGRET, "appraisal"),
        (REGRET.replace("regret/VBP", "must/MD/aux>regret regret/VB"), "appraisal"),
        ("We/PRP/nsubj>want want/VBP to/TO/mark>thank thank/VB/xcomp>want them/PRP/obj>thank .", "appraisal"),
        ("Let=let/VB me/PRP/obj>Let thank/VB/xcomp>Let them/PRP/obj>thank .", "appraisal"),
        (SAD, "appraisal"),
        (MUST, "demand"),
        ("Stop=stop/VB the/DT/det>siege siege/NN/obj>Stop .", "demand"),
        ("Please=please/UH/discourse>stop stop/VB now/RB/advmod>stop .", "demand"),
    ],
)
def test_plain_wordings_decide(text: str, act: Act) -> None:
    assert outright(text)[0] == {act}


@pytest.mark.parametrize(
    "text",
    [
        ASK.replace("ask/VBP", "do/VBP/aux>ask not/RB/advmod>ask ask/VB"),
        ASK.replace(" .", " ?"),
        ASK.replace("banks/NNS/obj>ask ", ""),
        ASK.replace("ask/VBP", "had=have/VBD/aux>asked asked=ask/VBN").replace(">ask ", ">asked "),
        REGRET.replace("We/PRP", "Plans=plan/NNS"),
        "They/PRP/nsubj>met met=meet/VBD those/DT/obj>met who/WP/nsubj>regret regret/VBP/acl:relcl>those .",
        "If=if/IN/mark>regret we/PRP/nsubj>regret regret/VBP/advcl>met they/PRP/nsubj>met met=meet/VBD .",
        SAD.replace("We/PRP", "This/DT"),
        MUST.replace("Rebels=rebel/NNS", "Peace=peace/NN"),
        MUST.replace("Rebels=rebel/NNS", "We/PRP"),
        MUST.replace("leave/VB", "have/VB/aux>left left=leave/VBN").replace(">leave", ">left"),
        "Let=let/VB us/PRP/obj>Let work/VB/xcomp>Let .",
        "Note=note/VB the/DT/det>ban ban/NN/obj>Note .",
    ],
)  # fmt: skip
def test_what_is_denied_asked_or_told_of_others_does_not(text: str) -> None:
    assert outright(text)[0] == set()


def test_an_item_of_a_list_gives_no_order() -> None:
    assert outright("Stop=stop/VB the/DT/det>siege siege/NN/obj>Stop .", in_list=True)[0] == set()


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("They/PRP/nsubj>met met=meet/VBD as/IN/mark>asked asked=ask/VBN/acl>met .", {"demand"}),
        ("We/PRP/nsubj>invited invited=invite/VBD them/PRP/obj>invited late/RB/advmod>invited .", {"demand"}),
        ("They/PRP/nsubj>told told=tell/VBD ministries/NNS/obj>told concerned/JJ/amod>ministries .", {"appraisal"}),
        (SAD, set()),
    ],
)
def test_what_is_only_mentioned_is_idle(text: str, idle: set[Act]) -> None:
    assert outright(text)[1] == idle
