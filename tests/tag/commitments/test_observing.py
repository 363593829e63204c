"""What is seen around a cue and its action, over parses written by hand; no model."""

from typing import Any

import pytest

from pipeline.language.extensions import DocumentContext
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.candidates import find_candidates
from pipeline.tag.commitments.circumstances import Circumstances
from tests.shipped import KNOWLEDGE
from tests.tag.parsed import parsed

OPEN = "open/VB ports/NNS/obj>open ."
WILL = f"We/PRP/nsubj>open will/MD/aux>open {OPEN}"
AGREED = "They/PRP/nsubj>agreed agreed=agree/VBD to/TO/mark>open open/VB/xcomp>agreed ports/NNS/obj>open ."
THAT = (
    "They/PRP/nsubj>agreed {0}agreed=agree/VBD that/IN/mark>open {1} {2}/MD/aux>open open/VB/ccomp>agreed "
    "ports/NNS/obj>open ."
)
NEED = (
    "They/PRP/nsubj>affirmed affirmed=affirm/VBD the/DT/det>need need/NN/obj>affirmed to/TO/mark>open "
    "open/VB/acl>need ports/NNS/obj>open ."
)


def seen(*sentences: str, cue: str, ents: tuple[tuple[str, str, str], ...] = ()) -> Circumstances:
    """The circumstances of the first candidate of a cue."""
    doc = parsed(*sentences, ents=ents)
    doc._.communique = DocumentContext(parties=("FRD", "SYL"))
    found = (c.circumstances for c in find_candidates(doc, ActorMemory(doc, KNOWLEDGE), KNOWLEDGE))
    return next(c for c in found if isinstance(c, Circumstances) and c.cue.text == cue)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        (WILL, "will", {"subject": "we", "source": "subject", "tense": "modal", "action": "open", "bearer": "we"}),
        (WILL, "will", {"are_several": True, "is_one_person": False, "is_speaker_alone": False, "is_nested": False}),
        (WILL.replace("We", "I"), "will", {"are_several": False, "is_one_person": True, "is_speaker_alone": True}),
        (WILL.replace("We", "You"), "will", {"subject": "you"}),
        (WILL.replace("We/PRP", "This/DT"), "will", {"subject": "demonstrative"}),
        (WILL.replace("We/PRP", "Trade/NN"), "will", {"subject": "thing", "bearer": "thing", "actor_noun": "trade"}),
        (WILL.replace("We/PRP", "Experts=expert/NNS"), "will", {"bearer": "several", "subject": "name"}),
        (WILL.replace("We/PRP", "Anna/NNP"), "will", {"actor_noun": None, "is_one_person": True}),
        (WILL.replace(" .", " ?"), "will", {"is_question": True}),
        (f"Will/MD/aux>open we/PRP/nsubj>open {OPEN}", "will", {"is_question": True}),
        (WILL, "will", {"is_question": False, "is_quoted": False, "is_hereby": False, "is_told": False}),
        (f"“ We/PRP/nsubj>open will/MD/aux>open {OPEN}", "will", {"is_quoted": True}),
        (AGREED, "agree", {"tense": "past", "is_cue_negated": False, "is_cue_passive": False, "form": "to_verb"}),
        (AGREED.replace("They/PRP/nsubj", "Last/JJ/amod>week week/NN/obl>agreed they/PRP/nsubj"), "agree",
         {"is_told": True}),
        (AGREED.replace("They/PRP/nsubj", "Earlier/RB/advmod>agreed they/PRP/nsubj"), "agree", {"is_told": True}),
        (AGREED.replace("They/PRP/nsubj", "Last/JJ/amod>ship ship/NN/obl>agreed they/PRP/nsubj"), "agree",
         {"is_told": False}),
        (AGREED.replace("agreed=agree/VBD", "hereby/RB/advmod>agree agree/VBP").replace(">agreed", ">agree"), "agree",
         {"is_hereby": True, "tense": "present"}),
        (AGREED.replace("agreed=agree/VBD", "did=do/VBD/aux>agree not/RB/advmod>agree agree/VB").replace(
            ">agreed", ">agree"), "agree", {"is_cue_negated": True}),
        (NEED, "need", {"governor": "affirm", "governor_act": "position", "determiner": "the", "role": "obj"}),
        (NEED, "need", {"tense": "past", "source": "governor", "beside": ("position",), "is_later": False}),
        (NEED.replace("the/DT/det", "our/PRP$/nmod:poss"), "need", {"determiner": "none", "source": "possessor"}),
        (NEED.replace("affirmed=affirm", "saw=see").replace(">affirmed", ">saw"), "need",
         {"governor_in": frozenset({"noticing", "beginning"})}),
        (THAT.format("", "they/PRP/nsubj>open", "would"), "would", {"is_reported": True, "is_agreed": True,
                                                                    "marker": "that"}),
        (f"They/PRP/nsubj>open would/MD/aux>open {OPEN}", "would", {"is_reported": False, "is_agreed": False,
                                                                      "marker": ""}),
    ],
)  # fmt: skip
def test_what_stands_around_a_promise_is_seen(text: str, cue: str, expected: dict[str, Any]) -> None:
    found = seen(text, cue=cue)
    assert {name: getattr(found, name) for name in expected} == expected


def test_a_cue_that_is_the_action_of_another_is_nested_and_later() -> None:
    text = "We/PRP/nsubj>seek will/MD/aux>seek seek/VB to/TO/mark>open open/VB/xcomp>seek ports/NNS/obj>open ."
    doc = parsed(text)
    found = [c.circumstances for c in find_candidates(doc, ActorMemory(doc, KNOWLEDGE), KNOWLEDGE)]
    (outer,) = [c for c in found if isinstance(c, Circumstances) and c.cue.text == "will"]
    assert outer.action == "seek"
    assert not outer.is_nested
    inner = seen(text, cue="seek")
    assert inner.is_nested
    assert inner.is_later


@pytest.mark.parametrize(
    ("code", "label", "kind", "bearer"),
    [("FRD", "GPE", "party", "state"), ("UN", "ORG", "name", "body"), ("XYZ", "LOC", "thing", "thing")],
)
def test_a_named_actor_is_a_party_another_name_or_a_thing(code: str, label: str, kind: str, bearer: str) -> None:
    found = seen(f"Freedonia/NNP/nsubj>open will/MD/aux>open {OPEN}", cue="will", ents=(("Freedonia", label, code),))
    assert (found.subject, found.bearer) == (kind, bearer)


@pytest.mark.parametrize(("code", "others"), [("IRN", True), ("SYL", False), ("", False)])
def test_what_a_state_that_is_no_party_has_to_do_is_for_others(code: str, others: bool) -> None:
    text = THAT.format("", "Iran/NNP/nsubj>open", "must")
    found = seen(text, cue="agree", ents=(("Iran", "GPE", code),) if code else ())
    assert found.form == "that"
    assert found.is_for_others is others
    assert found.doer == ("state" if code else "thing")


def test_a_participle_before_its_noun_only_qualifies_it() -> None:
    found = seen(
        "The/DT/det>launch agreed=agree/VBN/amod>launch upon/IN/case>launch launch/NN/nsubj:pass>praised "
        "of/IN/case>fund a/DT/det>fund fund/NN/nmod>launch was=be/VBD/aux:pass>praised praised=praise/VBN .",
        cue="agree",
    )
    assert found.is_qualifier


@pytest.mark.parametrize(
    ("text", "qualifies"),
    [
        (
            "We/PRP/nsubj>ready are=be/VBP/cop>ready ready/JJ to/TO/mark>open open/VB/ccomp>ready ports/NNS/obj>open .",
            False,
        ),
        (
            "They/PRP/nsubj>met met=meet/VBD men/NNS/obj>met ready/JJ/amod>men to/TO/mark>open open/VB/ccomp>ready "
            "ports/NNS/obj>open .",
            True,
        ),
    ],
)
def test_an_adjective_binds_as_a_predicate_only(text: str, qualifies: bool) -> None:
    assert seen(text, cue="ready").is_qualifier is qualifies


def test_a_quotation_or_hereby_of_an_earlier_sentence_says_nothing_of_this_one() -> None:
    earlier = "“ Hereby/RB/advmod>met they/PRP/nsubj>met met=meet/VBD ."
    found = seen(earlier, WILL, cue="will")
    assert not found.is_quoted
    assert not found.is_hereby


def test_a_quotation_mark_far_before_the_cue_says_nothing_of_it() -> None:
    far = " ".join(["small/JJ/amod>states"] * 30)
    assert not seen(f"“ {far} states/NNS/nsubj>open will/MD/aux>open {OPEN}", cue="will").is_quoted


def test_a_later_sentence_of_an_item_stands_inside_it() -> None:
    item = "•/NFP/punct>Share Share/VB charts/NNS/obj>Share ."
    found = seen("Next/JJ/amod>steps steps/NNS : \\n", item, WILL, cue="will")
    assert found.is_inside_item
    assert not seen(WILL, cue="will").is_inside_item


def test_in_a_programme_what_somebody_will_do_is_a_point_and_what_we_will_do_is_none() -> None:
    visit = "He/PRP/nsubj>visit will/MD/aux>visit visit/VB Oslo/NNP/obj>visit ."
    king = "He/PRP/nsubj>meet will/MD/aux>meet meet/VB him/PRP/obj>meet ."
    assert seen(visit, king, cue="will").is_programme
    assert not seen(visit, cue="will").is_programme
    assert not seen(king.replace("He", "We"), visit, king, cue="will").is_programme
    assert not seen(f"He/PRP/nsubj>open will/MD/aux>open {OPEN}", visit, king, cue="will").is_programme


@pytest.mark.parametrize(
    ("before", "qualifies"),
    [("", False), ("Today/NN/dep>signed , ", False), ("Today/NN/dep>signed ", True)],
)
def test_an_adjective_of_a_side_clause_binds_where_it_opens_it(before: str, qualifies: bool) -> None:
    text = (
        f"{before}ready/JJ/advcl>signed to/TO/mark>open open/VB/ccomp>ready ports/NNS/obj>open , they/PRP/nsubj>signed "
        "signed=sign/VBD ."
    )
    assert seen(text, cue="ready").is_qualifier is qualifies
