"""Rules that refuse a candidate outright; each gives its reason in words that an analyst can act on.

A rule has an example, a sentence whose candidate it refuses, and a counter-example that it leaves to the judge.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.tag.commitments.bearers import SubjectKind
from pipeline.tag.commitments.circumstances import Circumstances
from pipeline.tag.commitments.scope import Category

HYPOTHETICAL = frozenset({"if", "when", "whether", "unless", "until"})
PAST = frozenset({"past", "perfect"})
DOERS: frozenset[SubjectKind] = frozenset({"we", "party", "they+", "name?"})
"""Subjects that can promise."""
ACTING = frozenset({"state", "body", "several", "person", "actor", "organ", "we", "they", "it"})
"""Bearers that are named, or are told by a pronoun; "another of the tasks is to" tells of none."""
OUTINGS: frozenset[Category] = frozenset({"calendar", "forecast", "saying", "occurring", "befalling"})
"""Verbs that tell a calendar or a forecast."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a candidate is none, when the rule applies, and a sentence each in which it does and does not."""

    reason: str
    applies: Callable[[Circumstances], bool]
    example: str
    counter_example: str


RULES: tuple[Rule, ...] = (
    Rule(
        "the items behind it say what is promised",
        lambda c: c.is_led_out,
        "The Government will focus on:",
        "The Government will focus on two ports.",
    ),
    Rule(
        "only the parties of a treaty bind themselves by it",
        lambda c: c.cue.text == "respect" and (not c.are_contracting or c.tense != "present"),
        "Many sailors respect the border.",
        "The Parties respect the border.",
    ),
    Rule(
        "its cue is the action of another commitment",
        lambda c: c.is_nested,
        "We will remain committed to free trade.",
        "We are committed to free trade.",
    ),
    Rule(
        "a measure that somebody else takes, who is not named",
        lambda c: c.source == "agent" and c.is_action_passive and c.subject == "thing" and bool(c.actor_noun),
        "The winner will be chosen by a jury of sailors.",
        "Two ports will be opened by Ruritania.",
    ),
    Rule(
        "what befalls somebody or something, and is no measure (scope.csv, befalling)",
        lambda c: c.cue.text in {"will", "shall"} and c.source == "patient" and "befalling" in c.action_in,
        "The ports will be flooded.",
        "The ports will be opened.",
    ),
    Rule(
        "the agenda of an assembly (scope.csv, debating)",
        lambda c: c.cue.pos == "modal" and "debating" in c.action_in and c.are_several and c.subject != "we",
        "The members will vote on two ports.",
        "The members will open two ports.",
    ),
    Rule(
        "who goes with whom on a visit (scope.csv, escort)",
        lambda c: c.cue.pos == "modal" and "escort" in c.action_in and c.is_action_passive,
        "The Minister will be accompanied by two experts.",
        "Both sides will join the fund.",
    ),
    Rule(
        "past perfect: told of, not made",
        lambda c: c.tense == "pluperfect",
        "They had agreed to open two ports.",
        "They have agreed to open two ports.",
    ),
    Rule(
        "an infinitive: the verb above says what is done",
        lambda c: c.cue.pos == "verb" and c.tense == "infinitive" and "announcing" not in c.cue_in and not c.heads_item,
        "He asked Ruritania to pledge to open two ports.",
        "We pledge to open two ports.",
    ),
    Rule(
        "an infinitive: the verb above says what is done",
        lambda c: c.is_infinitive and "founding" in c.cue_in,
        "The minister helped establish a joint fund.",
        "We hereby establish a joint fund.",
    ),
    Rule(
        "it only qualifies a noun",
        lambda c: c.is_qualifier,
        "The agreed upon launch of a fund was praised.",
        "They agreed upon the launch of a fund.",
    ),
    Rule(
        "an obligation of others",
        lambda c: c.subject == "you",
        "You will open two ports.",
        "We will open two ports.",
    ),
    Rule(
        "an opinion of what will be (factuality.csv, opinion)",
        lambda c: c.cue.pos == "modal" and (c.is_below("opinion") or c.factuality.certainty == "opinion"),
        "We are confident that Freedonia will open two ports.",
        "They agreed that Freedonia will open two ports.",
    ),
    Rule(
        "somebody else's: others, whom nobody names (outsiders.txt)",
        lambda c: c.is_indefinite and c.source in {"subject", "before"},
        "Other countries will open two ports.",
        "Both countries will open two ports.",
    ),
    Rule(
        "denied (factuality.csv, denial)",
        lambda c: c.factuality.certainty == "denial",
        "Ruritania denied that it would open two ports.",
        "Ruritania denied a quarrel and said that it will open two ports.",
    ),
    Rule(
        "doubted (factuality.csv, doubt)",
        lambda c: c.factuality.certainty == "doubt",
        "It is unlikely that Ruritania will open two ports.",
        "In spite of doubts, Ruritania will open two ports.",
    ),
    Rule(
        "feared (factuality.csv, fear)",
        lambda c: c.factuality.certainty == "fear",
        "They fear that Ruritania will open two ports.",
        "They fear a storm, and Ruritania will open two ports.",
    ),
    Rule(
        "told by hearsay, or by others (factuality.csv, hearsay and source)",
        lambda c: c.factuality.certainty == "hearsay",
        "Ruritania will reportedly open two ports.",
        "In spite of rumours, Ruritania will open two ports.",
    ),
    Rule(
        "only supposed (factuality.csv, supposition)",
        lambda c: c.factuality.certainty == "supposition",
        "They imagined that Ruritania would open two ports.",
        "They confirmed that Ruritania would open two ports.",
    ),
    Rule(
        "said in jest (factuality.csv, jest)",
        lambda c: c.factuality.certainty == "jest",
        "They joked that Ruritania would open two ports.",
        "They confirmed that Ruritania would open two ports.",
    ),
    Rule(
        "given up again (factuality.csv, given_up)",
        lambda c: c.factuality.certainty == "given_up",
        "They promised to open two ports, but nothing came of it.",
        "They promised to open two ports, and two more in May.",
    ),
    Rule(
        "a case that is only thought of",
        lambda c: c.cue.pos == "modal" and c.marker in {"whether", "if", "unless", "lest"},
        "They discussed whether Freedonia will open two ports.",
        "They agreed that Freedonia will open two ports.",
    ),
    Rule(
        "it leads through a speech or a paper (scope.csv, saying, opening_up, enclosed)",
        lambda c: c.is_signpost,
        "I will now turn to trade.",
        "I will now open two ports.",
    ),
    Rule(
        "told of the past (scope.csv, refusing)",
        lambda c: c.cue.pos == "verb" and "refusing" in c.cue_in and c.tense in PAST,
        "They refused to open two ports.",
        "We refuse to open two ports.",
    ),
    Rule(
        "part of the programme of a visit",
        lambda c: c.is_programme,
        "The President will visit Sylvania. He will meet the King. He will attend a dinner.",
        "The President will visit Sylvania. We will open two ports. We will build a road. We will train the crews.",
    ),
    Rule(
        "the verb is passive: nobody binds itself",
        lambda c: (
            c.cue.pos == "verb"
            and c.is_cue_passive
            and c.subject not in {"demonstrative", "speaker"}
            and not (c.form in {"object", "to_verb"} and c.source == "agent")
        ),
        "The men were instructed by our ministers to leave.",
        "It was agreed to open two ports.",
    ),
    Rule(
        "an obligation of others",
        lambda c: (
            c.cue.pos in {"modal", "verb"}
            and c.cue.strength == "weak"
            and c.form in {"verb", "to_verb"}
            and (c.subject != "we" or c.is_speaker_alone)
        ),
        "The regime must open two ports.",
        "We must open two ports.",
    ),
    Rule(
        "told of the past, or a circumstance: the verb binds only in the present (scope.csv, upkeep)",
        lambda c: c.cue.pos == "verb" and "upkeep" in c.cue_in and c.tense in PAST | {"gerund"} and not c.opens_treaty,
        "We continued to consult our neighbours.",
        "We continue to consult our neighbours.",
    ),
    Rule(
        "told of the past",
        lambda c: c.cue.pos == "verb" and "verb" in c.cue.frames and c.tense in PAST | {"gerund"},
        "We were going to open two ports.",
        "We are going to open two ports.",
    ),
    Rule(
        "what somebody or something is to do, and no measure of a party",
        lambda c: (
            c.cue.text == "be to"
            and ("measure" not in c.action_in or not c.is_action_passive)
            and (c.subject not in DOERS or c.bearer not in ACTING or bool(c.action_in & OUTINGS) or c.is_action_passive)
        ),
        "The King is to visit two ports.",
        "Two ports are to be opened.",
    ),
    Rule(
        "not reported speech: what would be, not what is promised",
        lambda c: c.cue.text == "would" and not c.is_reported,
        "Freedonia would open two ports.",
        "They confirmed that Freedonia would open two ports.",
    ),
    Rule(
        "told of the past",
        lambda c: c.cue.pos == "verb" and c.is_told and c.tense in PAST,
        "Two years ago we pledged to open two ports.",
        "We pledged to open two ports.",
    ),
    Rule(
        "told of the past",
        lambda c: c.cue.pos == "verb" and c.form in {"object", "money"} and c.is_relative and c.tense in PAST,
        "The fund to which Freedonia pledged 5 million dollars is empty.",
        "Freedonia pledged 5 million dollars, which will be paid into a fund.",
    ),
    Rule(
        "a case that is only thought of",
        lambda c: c.cue.pos in {"verb", "adj"} and c.marker in HYPOTHETICAL,
        "Trade grows when we commit to opening two ports.",
        "Trade grows and we commit to opening two ports.",
    ),
    Rule(
        "somebody else's: the verb above welcomes or regrets it (scope.csv, praise)",
        lambda c: c.cue.pos == "noun" and c.is_below("praise"),
        "We welcome their commitment to open two ports.",
        "We reaffirm our commitment to open two ports.",
    ),
    Rule(
        "only told of (scope.csv, recall)",
        lambda c: c.is_below("recall") and (c.cue.pos == "noun" or (c.cue.pos == "verb" and c.tense in PAST)),
        "They recalled the pledge to open two ports.",
        "They renewed the pledge to open two ports.",
    ),
    Rule(
        "asked of somebody (scope.csv, demand)",
        lambda c: c.is_below("demand") and c.cue.pos in {"verb", "adj"} and not c.is_coordinate,
        "We demand that Ruritania commit to opening two ports.",
        "We commit to opening two ports.",
    ),
    Rule(
        "a question",
        lambda c: c.is_question,
        "Will Freedonia open two ports?",
        "Freedonia will open two ports.",
    ),
    Rule(
        "told of the past",
        lambda c: c.cue.pos == "adj" and c.cue.strength == "medium" and c.tense == "perfect",
        "Freedonia has been willing to share its data.",
        "Freedonia is willing to share its data.",
    ),
    Rule(
        "the cue is negated",
        lambda c: c.is_cue_negated,
        "They did not agree to open two ports.",
        "They agreed not to open two ports.",
    ),
    Rule(
        "an obligation of others",
        lambda c: c.form == "that" and c.is_for_others,
        "Freedonia and Sylvania agreed that Iran must open its borders.",
        "Freedonia and Sylvania agreed that officials must open the border.",
    ),
)
"""In the order in which they are asked: the first that applies gives the reason."""


def refusing(c: Circumstances) -> Rule | None:
    """The rule that speaks against a candidate; None where none does."""
    return next((rule for rule in RULES if rule.applies(c)), None)


def refusal(c: Circumstances) -> str:
    """The reason of the rule that speaks against a candidate, in words; empty where none does."""
    rule = refusing(c)
    return rule.reason if rule is not None else ""
