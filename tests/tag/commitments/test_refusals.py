"""Every rule that refuses a candidate has a sentence that it refuses, and one that it leaves to the judge."""

from dataclasses import replace
from typing import Any

import pytest
from spacy.language import Language

from pipeline.records import Strength
from pipeline.tag.commitments.circumstances import Circumstances
from pipeline.tag.commitments.cues import Cue, PartOfSpeech
from pipeline.tag.commitments.refusals import RULES, Rule, refusal, refusing
from pipeline.tag.factuality.certainty import Certainty
from tests.tag.commitments.seen import CERTAIN, PLAIN, candidates_of

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


def cue(text: str, pos: PartOfSpeech, strength: Strength = "strong") -> Cue:
    return Cue(text, pos, ("to_verb",), "commitment", strength, None, "", "", 2)


WOULD, MUST = cue("would", "modal"), cue("must", "modal", "weak")
AGREE, SEEK, NEED = cue("agree", "verb"), cue("seek", "verb", "medium"), cue("need", "noun", "weak")
DETERMINED, READY = cue("determined", "adj"), cue("ready", "adj", "medium")
UPKEEP, ANNOUNCING, FOUNDING = frozenset({"upkeep"}), frozenset({"announcing"}), frozenset({"founding"})
OPINION, PRAISE = frozenset({("opinion", 0)}), frozenset({("praise", 0)})
RECALL, DEMAND = frozenset({("recall", 0)}), frozenset({("demand", 0)})
INFINITIVE = "an infinitive: the verb above says what is done"
OPINION_OF = "an opinion of what will be (factuality.csv, opinion)"
THOUGHT = "a case that is only thought of"
PASSIVE = "the verb is passive: nobody binds itself"
OTHERS = "an obligation of others"
KEPT_UP = "told of the past, or a circumstance: the verb binds only in the present (scope.csv, upkeep)"
NOT_REPORTED = "not reported speech: what would be, not what is promised"
TOLD = "told of the past"
PRAISED = "somebody else's: the verb above welcomes or regrets it (scope.csv, praise)"
RECALLED = "only told of (scope.csv, recall)"
REFUSING = frozenset({"refusing"})
LESS_THAN_CERTAIN: dict[Certainty, str] = {
    "denial": "denied (factuality.csv, denial)",
    "doubt": "doubted (factuality.csv, doubt)",
    "fear": "feared (factuality.csv, fear)",
    "hearsay": "told by hearsay, or by others (factuality.csv, hearsay and source)",
    "supposition": "only supposed (factuality.csv, supposition)",
    "jest": "said in jest (factuality.csv, jest)",
    "opinion": OPINION_OF,
    "given_up": "given up again (factuality.csv, given_up)",
}
ASKED = "asked of somebody (scope.csv, demand)"


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        ({}, ""),
        ({"is_nested": True}, "its cue is the action of another commitment"),
        ({"tense": "pluperfect"}, "past perfect: told of, not made"),
        ({"cue": AGREE, "tense": "infinitive"}, INFINITIVE),
        ({"cue": NEED, "tense": "infinitive"}, ""),
        ({"cue": AGREE, "tense": "infinitive", "cue_in": ANNOUNCING}, ""),
        ({"cue": AGREE, "is_infinitive": True, "cue_in": FOUNDING}, INFINITIVE),
        ({"cue": AGREE, "is_infinitive": True}, ""),
        ({"cue": AGREE, "cue_in": FOUNDING}, ""),
        ({"cue": DETERMINED, "is_qualifier": True}, "it only qualifies a noun"),
        ({"subject": "you"}, OTHERS),
        ({"above": OPINION}, OPINION_OF),
        ({"above": frozenset({("opinion", 1)})}, ""),
        ({"above": OPINION, "cue": AGREE}, ""),
        ({"marker": "whether"}, THOUGHT),
        ({"marker": "if"}, THOUGHT),
        *(({"factuality": replace(CERTAIN, certainty=c)}, reason) for c, reason in LESS_THAN_CERTAIN.items()),
        ({"factuality": replace(CERTAIN, certainty="opinion"), "cue": AGREE}, ""),
        ({"is_signpost": True}, "it leads through a speech or a paper (scope.csv, saying, opening_up, enclosed)"),
        ({"cue": AGREE, "cue_in": REFUSING, "tense": "past"}, "told of the past (scope.csv, refusing)"),
        ({"cue": AGREE, "cue_in": REFUSING}, ""),
        ({"is_programme": True}, "part of the programme of a visit"),
        ({"cue": AGREE, "is_cue_passive": True}, PASSIVE),
        ({"cue": AGREE, "is_cue_passive": True, "subject": "speaker"}, ""),
        ({"cue": AGREE, "is_cue_passive": True, "subject": "demonstrative"}, ""),
        ({"cue": DETERMINED, "is_cue_passive": True}, ""),
        ({"cue": MUST}, ""),
        ({"cue": MUST, "subject": "party"}, OTHERS),
        ({"cue": MUST, "is_speaker_alone": True}, OTHERS),
        ({"cue": NEED, "subject": "party"}, ""),
        ({"cue": SEEK, "cue_in": UPKEEP, "tense": "past"}, KEPT_UP),
        ({"cue": SEEK, "cue_in": UPKEEP, "tense": "perfect"}, KEPT_UP),
        ({"cue": SEEK, "cue_in": UPKEEP, "tense": "gerund"}, KEPT_UP),
        ({"cue": SEEK, "cue_in": UPKEEP, "tense": "present"}, ""),
        ({"cue": NEED, "cue_in": UPKEEP, "tense": "past"}, ""),
        ({"cue": WOULD}, NOT_REPORTED),
        ({"cue": WOULD, "is_reported": True}, ""),
        ({"cue": AGREE, "is_told": True, "tense": "past"}, TOLD),
        ({"cue": AGREE, "is_told": True, "tense": "perfect"}, TOLD),
        ({"cue": AGREE, "is_told": True, "tense": "present"}, ""),
        ({"cue": AGREE, "tense": "past"}, ""),
        ({"cue": NEED, "is_told": True, "tense": "past"}, ""),
        *(({"cue": AGREE, "marker": word}, THOUGHT) for word in ("if", "when", "whether", "unless", "until")),
        ({"cue": READY, "marker": "if"}, THOUGHT),
        ({"cue": NEED, "marker": "if"}, ""),
        ({"cue": NEED, "above": PRAISE}, PRAISED),
        ({"cue": AGREE, "above": PRAISE}, ""),
        ({"cue": NEED, "above": RECALL}, RECALLED),
        ({"cue": AGREE, "above": RECALL, "tense": "past"}, RECALLED),
        ({"cue": AGREE, "above": RECALL, "tense": "present"}, ""),
        ({"cue": READY, "above": RECALL, "tense": "past"}, ""),
        ({"cue": AGREE, "above": DEMAND}, ASKED),
        ({"cue": READY, "above": DEMAND}, ASKED),
        ({"cue": NEED, "above": DEMAND}, ""),
        ({"above": DEMAND}, ""),
        ({"is_question": True}, "a question"),
        ({"cue": READY, "tense": "perfect"}, TOLD),
        ({"cue": DETERMINED, "tense": "perfect"}, ""),
        ({"cue": SEEK, "tense": "perfect"}, ""),
        ({"is_cue_negated": True}, "the cue is negated"),
        ({"form": "that", "is_for_others": True}, OTHERS),
        ({"is_for_others": True}, ""),
    ],
)
def test_what_is_seen_decides(seen: dict[str, Any], reason: str) -> None:
    assert refusal(replace(PLAIN, **seen)) == reason


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
