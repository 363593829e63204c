"""Which candidates become commitments, how far their actions reach, and what their records say; no model."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.candidates import Candidate, find_candidates
from pipeline.tag.commitments.component import (
    CommitmentFinder,
    accepted,
    commitment,
    own_part,
    reason,
)
from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.commitments.subjects import SPEAKER
from pipeline.tag.judge import LinearModel
from tests.shipped import KNOWLEDGE
from tests.tag.commitments.seen import PLAIN
from tests.tag.parsed import parsed, token

WILL = (
    "We/PRP/nsubj>open will/MD/aux>open open/VB ports/NNS/obj>open and/CC/cc>close close/VB/conj>open "
    "mines/NNS/obj>close ."
)
SAYING = LinearModel(bias=0.0, threshold=0.5, weights={"yes": 2.0, "no": -1.0, "never": -5.0})


@pytest.fixture(scope="module")
def scope() -> Scope:
    return KNOWLEDGE.get(read_scope)


def candidate(doc: Doc, cue: str, head: str, *feature: str, to: str = "", start: str = "", **other: Any) -> Candidate:
    """A candidate whose action reaches from ``start`` (or its head) to the word ``to``, or to the last but one."""
    at, verb = token(doc, cue), token(doc, head)
    end = token(doc, to).i + 1 if to else len(doc) - 1
    begin = token(doc, start).i if start else verb.i
    plain = Candidate(
        cue=doc[at.i : at.i + 1],
        rule="will (modal), verb, cues.csv line 2",
        action=doc[begin:end],
        head=verb,
        form="verb",
        mention=SPEAKER,
        actor=Actor(("FRD",), "", True),
        kind="new",
        strength="strong",
        negated=False,
        conditional=False,
        refused="",
        features=feature,
        circumstances=replace(PLAIN, is_question=True),
    )
    return replace(plain, **other)


def kept(scope: Scope, *candidates: Candidate) -> list[str]:
    return [c.action.text for c, _ in accepted(list(candidates), SAYING, scope)]


def test_what_the_judge_accepts_is_kept_with_its_probability(scope: Scope) -> None:
    doc = parsed(WILL)
    ((found, probability),) = accepted([candidate(doc, "will", "open", "yes", to="ports")], SAYING, scope)
    assert found.action.text == "open ports"
    assert probability == SAYING.probability(["yes"])
    assert kept(scope, candidate(doc, "will", "open", "no")) == []


def test_what_a_rule_refuses_is_left_out_and_not_asked_about(scope: Scope) -> None:
    doc = parsed(WILL)
    first = candidate(doc, "will", "open", "yes", to="ports")
    second = candidate(doc, "will", "close", "never", to="mines", refused="praise")
    assert kept(scope, first, second) == ["open ports"]


@pytest.mark.parametrize(("second", "both"), [("no", True), ("never", False)])
def test_actions_of_one_cue_stand_or_fall_by_their_mean(second: str, both: bool, scope: Scope) -> None:
    doc = parsed(WILL)
    pair = candidate(doc, "will", "open", "yes", to="ports"), candidate(doc, "will", "close", second, to="mines")
    assert kept(scope, *pair) == (["open ports", "close mines"] if both else [])


def test_actions_of_different_cues_are_judged_apart(scope: Scope) -> None:
    doc = parsed(WILL)
    pair = candidate(doc, "will", "open", "yes", to="ports"), candidate(doc, "and", "close", "never", to="mines")
    assert kept(scope, *pair) == ["open ports"]


WORK = (
    "We/PRP/nsubj>{0} will/MD/aux>{0} {0}/VB towards/IN/case>goal the/DT/det>goal goal/NN/obl>{0} of/IN/mark>closing "
    "closing=close/VBG/acl>goal mines/NNS/obj>closing soon/RB/advmod>{0} ."
)


@pytest.mark.parametrize(
    ("verb", "outer", "inner", "expected"),
    [
        ("work", "soon", "mines", ["work"]),
        ("discuss", "soon", "mines", ["discuss", "closing"]),
        ("work", "mines", "mines", ["work"]),
        ("work", "mines", "soon", ["work", "closing"]),
        ("work", "the", "mines", ["work", "closing"]),
    ],
    ids=["inside", "talk", "up to the end", "beyond", "noun outside"],
)
def test_a_noun_that_says_more_of_another_action_is_part_of_it(
    verb: str, outer: str, inner: str, expected: list[str], scope: Scope
) -> None:
    doc = parsed(WORK.format(verb))
    pair = candidate(doc, "will", verb, "yes", to=outer), candidate(doc, "goal", "closing", "yes", to=inner)
    assert [c.head.text for c, _ in accepted(list(pair), SAYING, scope)] == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("VB", ["work"]), ("VBP", ["work", "closing"]), ("VBG", ["work", "closing"])],
)
def test_a_bare_verb_inside_an_action_is_part_of_it_and_another_form_is_not(
    tag: str, expected: list[str], scope: Scope
) -> None:
    doc = parsed(WORK.format("work").replace("goal/NN", f"goal/{tag}"))
    pair = candidate(doc, "will", "work", "yes"), candidate(doc, "goal", "closing", "yes", to="mines")
    assert [c.head.text for c, _ in accepted(list(pair), SAYING, scope)] == expected


def test_an_action_that_begins_with_another_is_no_part_of_it(scope: Scope) -> None:
    doc = parsed(WORK.format("work"))
    pair = candidate(doc, "will", "work", "yes"), candidate(doc, "goal", "closing", "yes", start="work", to="mines")
    assert [c.head.text for c, _ in accepted(list(pair), SAYING, scope)] == ["work", "closing"]


def test_a_noun_before_an_action_is_no_part_of_it(scope: Scope) -> None:
    doc = parsed(WORK.format("work"))
    pair = candidate(doc, "goal", "closing", "yes", to="mines"), candidate(doc, "will", "goal", "yes", start="of")
    assert [c.head.text for c, _ in accepted(list(pair), SAYING, scope)] == ["closing", "goal"]


CHASE = (
    "We/PRP/nsubj>chase will/MD/aux>chase chase/VB gangs/NNS/obj>chase , whom/WP/obj>pursue {0} must/MD/aux>pursue "
    "pursue/VB/acl:relcl>gangs afar/RB/advmod>pursue ."
)
OWN = "they/PRP/nsubj>pursue"


@pytest.mark.parametrize(
    ("text", "second", "expected"),
    [
        (CHASE.format(OWN), "must", "chase gangs"),
        (CHASE.format("soon/RB/advmod>pursue"), "must", "chase gangs, whom soon must pursue afar"),
        (CHASE.format(OWN).replace("must/MD", "must/NN").replace("/aux>pursue pursue", "/obl>pursue pursue"), "must",
         "chase gangs, whom they must pursue afar"),
        (CHASE.format(OWN).replace("must/MD", "must/JJ"), "must", "chase gangs, whom they must pursue afar"),
        (CHASE.format(OWN), "chase", "chase gangs, whom they must pursue afar"),
    ],
)  # fmt: skip
def test_an_action_ends_before_a_clause_that_makes_a_commitment_of_its_own(
    text: str, second: str, expected: str, scope: Scope
) -> None:
    doc = parsed(text)
    outer, inner = candidate(doc, "will", "chase", "yes"), candidate(doc, second, "pursue", "yes")
    assert accepted([outer, inner], SAYING, scope)[0][0].action.text == expected


def test_a_noun_that_binds_does_not_shorten_the_action_around_it(scope: Scope) -> None:
    text = CHASE.format(OWN).replace("must/MD/aux", "must/{0}/obl").replace("chase", "visit")
    for tag in ("NN", "NNS", "JJ"):
        doc = parsed(text.format(tag))
        outer, inner = candidate(doc, "will", "visit", "yes"), candidate(doc, "must", "pursue", "yes")
        assert kept(scope, outer, inner) == ["visit gangs, whom they must pursue afar", "pursue afar"]


def test_a_clause_behind_an_action_does_not_shorten_it(scope: Scope) -> None:
    doc = parsed(CHASE.format(OWN))
    outer, inner = candidate(doc, "will", "chase", "yes", to="they"), candidate(doc, "must", "pursue", "yes")
    assert kept(scope, outer, inner) == ["chase gangs, whom they", "pursue afar"]


def test_a_clause_around_the_head_does_not_shorten_its_action(scope: Scope) -> None:
    doc = parsed(
        "We/PRP/nsubj>hope will/MD/aux>chase chase/VB/csubj>hope gangs/NNS/obj>chase and/CC/cc>hope hope/VBP "
        "that/IN/mark>sail they/PRP/nsubj>sail sail/VBP/ccomp>hope ."
    )
    outer, inner = candidate(doc, "will", "chase", "yes"), candidate(doc, "hope", "sail", "yes")
    assert kept(scope, outer, inner)[0] == "chase gangs and hope that they sail"


@pytest.mark.parametrize(
    ("modals", "expected"),
    [
        ([], "chase gangs, whom they must pursue afar"),
        (["will"], "chase gangs, whom they must pursue afar"),
        (["chase"], "chase gangs, whom they must pursue afar"),
        (["will", "must"], "chase gangs, whom they"),
        (["must", "pursue"], "chase gangs, whom they"),
        (["."], "chase gangs, whom they must pursue afar"),
    ],
)
def test_the_own_part_of_an_action_ends_before_the_next_modal(modals: list[str], expected: str) -> None:
    doc = parsed(CHASE.format(OWN))
    action = candidate(doc, "will", "chase").action
    assert own_part(action, [token(doc, modal).i for modal in modals]).text == expected


PAY = (
    "We/PRP/nsubj>send will/MD/aux>send send/VB 30/CD/nummod>ships ships/NNS/obj>send to/IN/case>Chad "
    "Chad/NNP/obl>send by/IN/case>2030 2030/CD/obl>send ."
)


def record_of(probability: float = 0.9, context: DocumentContext | None = None, **other: Any) -> Any:
    doc = parsed(PAY, ents=[("Chad", "GPE", "TCD")])
    doc._.communique = context or DocumentContext(date=date(2026, 1, 2))
    found = candidate(doc, "will", "send", "yes", **other)
    return commitment(found, probability, found.action, SAYING, KNOWLEDGE)


def test_the_record_has_the_words_and_their_places() -> None:
    found = record_of(actor=Actor(("FRD",), "We", True, 0, 2))
    assert (found.commitment_id, found.doc_id, found.sentence_id) == ("", "", "")
    assert (found.cue, found.cue_start, found.cue_end) == ("will", 3, 7)
    assert (found.action, found.action_start, found.action_end) == ("send 30 ships to Chad by 2030", 8, 37)
    assert (found.actors, found.actor_text, found.actor_start, found.actor_end) == (("FRD",), "We", 0, 2)
    assert (found.kind, found.strength, found.negated, found.conditional) == ("new", "strong", False, False)
    assert (found.deadline, found.deadline_date) == ("by 2030", date(2030, 12, 31))
    assert (found.deadline_start, found.deadline_end) == (30, 37)
    assert (found.amount, found.amount_value, found.amount_currency) == ("30 ships", 30.0, "")
    assert (found.amount_start, found.amount_end) == (13, 21)
    assert (found.towards, found.areas) == (("TCD",), ())
    assert found.sentence == "We will send 30 ships to Chad by 2030."
    assert found.reason.startswith("will (modal), verb, cues.csv line 2; actor by speaker; judge 0.90 (yes +2.0)")


def test_a_record_without_limit_and_number_has_none() -> None:
    found = record_of(to="send")
    assert (found.deadline, found.deadline_date, found.deadline_start, found.deadline_end) == ("", None, None, None)
    assert (found.amount, found.amount_value, found.amount_currency, found.amount_start) == ("", None, "", None)
    assert found.amount_end is None


@pytest.mark.parametrize(
    ("codes", "certain", "conditional", "expected"),
    [
        (("FRD",), True, False, 0.9),
        ((), True, False, 0.54),
        (("FRD",), False, False, 0.54),
        (("FRD",), True, True, 0.72),
        ((), False, True, 0.432),
    ],
)
def test_confidence_sinks_where_the_actor_is_unsure_and_the_promise_conditional(
    codes: tuple[str, ...], certain: bool, conditional: bool, expected: float
) -> None:
    found = record_of(actor=Actor(codes, "", certain), conditional=conditional)
    assert found.confidence == expected
    assert found.conditional is conditional


def test_confidence_has_three_digits() -> None:
    assert record_of(0.123456).confidence == 0.123


def test_the_reason_names_the_three_heaviest_grounds() -> None:
    doc = parsed(PAY)
    model = LinearModel(0.0, 0.5, {"a": 1.0, "b": -2.0, "c": 0.55, "d": 0.1})
    found = candidate(doc, "will", "send", "a", "b", "c", "d", "unknown")
    assert reason(found, 0.456, model).endswith("; actor by speaker; judge 0.46 (b -2.0, a +1.0, c +0.6)")


def test_the_component_keeps_the_actions_in_text_order_each_with_its_own_limit() -> None:
    text = (
        "We/PRP/nsubj>build will/MD/aux>build build/VB ports/NNS/obj>build by/IN/case>2030 2030/CD/obl>build , "
        "where/WRB/advmod>send they/PRP/nsubj>send will/MD/aux>send send/VB/advcl>build 30/CD/nummod>ships "
        "ships/NNS/obj>send ."
    )
    doc = parsed(text)
    finder = CommitmentFinder(KNOWLEDGE)
    finder.__dict__["model"] = lambda _: LinearModel(5.0, 0.5, {})
    spans = finder(doc).spans["commitments"]
    found = [(s.text, s.label_, s._.communique.commitment.deadline, s._.communique.commitment.amount) for s in spans]
    assert found == [
        ("build ports by 2030", "COMMITMENT", "by 2030", ""),
        ("send 30 ships", "COMMITMENT", "", "30 ships"),
    ]
    finder.__dict__["model"] = lambda _: LinearModel(-5.0, 0.5, {})
    assert "send 30 ships" not in [span.text for span in finder(doc).spans["commitments"]]


def test_the_component_gives_the_refused_candidates_too() -> None:
    doc = parsed(WILL)
    found = CommitmentFinder(KNOWLEDGE).candidates(doc)
    assert found == find_candidates(doc, ActorMemory(doc, KNOWLEDGE), KNOWLEDGE)
    assert [c.action.text for c in found] == ["open ports", "close mines"]
