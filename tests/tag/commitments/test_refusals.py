"""Every rule that refuses a candidate has a sentence that it refuses, and one that it leaves to the judge."""

from dataclasses import replace

import pytest
from spacy.language import Language

from pipeline.tag.commitments.circumstances import Circumstances
from pipeline.tag.commitments.refusals import RULES, Rule, refusal, refusing
from tests.tag.commitments.seen import PLAIN, candidates_of

BY_RULE = [pytest.param(rule, id=f"{number}: {rule.reason}") for number, rule in enumerate(RULES)]


def verdicts(text: str, nlp: Language) -> list[Rule | None]:
    """The rule against each candidate of a text, None for those left to the judge."""
    seen = [candidate.circumstances for candidate in candidates_of(text, nlp)]
    return [refusing(c) for c in seen if isinstance(c, Circumstances)]


@pytest.mark.parametrize("rule", BY_RULE)
def test_a_rule_refuses_its_example(rule: Rule, nlp: Language) -> None:
    assert rule in verdicts(rule.example, nlp)


@pytest.mark.parametrize("rule", BY_RULE)
def test_a_rule_leaves_its_counter_example_to_the_judge(rule: Rule, nlp: Language) -> None:
    found = verdicts(rule.counter_example, nlp)
    assert None in found
    assert rule not in found


def test_a_refused_candidate_carries_the_reason_of_its_rule(nlp: Language) -> None:
    (candidate,) = candidates_of("Will Freedonia open two ports?", nlp)
    assert candidate.refused == "a question"


def test_the_first_rule_that_applies_gives_the_reason() -> None:
    both = replace(PLAIN, is_question=True, subject="you")
    assert refusal(replace(PLAIN, is_question=True)) == "a question"
    assert refusal(both) == "an obligation of others"


def test_nothing_speaks_against_a_plain_promise() -> None:
    assert refusal(PLAIN) == ""


def test_what_the_programme_of_a_visit_announces_is_no_commitment(nlp: Language) -> None:
    visit = "The President will visit Sylvania. He will hold talks with the King on Monday."
    assert [c.refused for c in candidates_of(visit, nlp)] == ["part of the programme of a visit"] * 2
    doc = nlp(visit)
    assert not list(doc.spans["commitments"])


def test_a_text_of_promises_with_one_visit_in_it_is_no_programme(nlp: Language) -> None:
    text = "The President will hold talks with the King. He will open a port. He will build a road."
    assert "part of the programme of a visit" not in [c.refused for c in candidates_of(text, nlp)]


def test_what_we_ourselves_will_do_is_no_point_of_a_programme(nlp: Language) -> None:
    text = "The President will visit Sylvania. He will meet the King. We will convene the forum."
    assert [c.refused for c in candidates_of(text, nlp)][-1] == ""
