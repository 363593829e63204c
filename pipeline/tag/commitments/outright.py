"""Wordings that bind beyond doubt: a candidate is accepted though the judge leans against its words.

The judge has seen few treaties, councils and lists, and none of many a synonym; where cue, form and actor together
leave no reading but a promise, they decide, unless the judge is sure of the contrary. A rule has an example that it
accepts and a counter-example that it leaves to the judge.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.tag.commitments.bearers import SubjectKind
from pipeline.tag.commitments.circumstances import Circumstances, ItemCircumstances
from pipeline.tag.commitments.scope import Category

LEAST = 0.6
"""Probability of a wording that binds beyond doubt where the judge gives less."""
OPEN = 0.2
"""Below this the judge, who sees the whole sentence, is sure that nothing is promised: "we will feel the benefits"."""
PARTIES: frozenset[SubjectKind] = frozenset({"we", "party", "they+"})
"""Subjects that stand for parties of the text."""
TALK: frozenset[Category] = frozenset({"calendar", "forecast", "saying"})
"""Verbs of which "will" tells a calendar, a forecast, the order of a speech."""
REFUSED = frozenset({"to_verb", "gerund", "object"})
GOALS = frozenset({"goal", "target", "aim", "objective"})
WEAKER: frozenset[Category] = frozenset({"upkeep", "founding", "announcing", "noticing"})
"""Cues that bind only in some of their uses."""
MADE = frozenset({"present", "past", "perfect"})
COMMISSIVE = frozenset({"to_verb", "to_gerund", "that", "verb", "gerund"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What binds, when the rule applies, and a sentence each in which it does and does not."""

    name: str
    applies: Callable[[Circumstances], bool]
    example: str
    counter_example: str


REFUSAL = Wording(
    "a party refuses to act (scope.csv, refusing)",
    lambda c: (
        ("refusing" in c.cue_in or c.cue.text == "rule out")
        and c.form in REFUSED
        and c.subject in PARTIES
        and c.tense == "present"
    ),
    "We refuse to open two ports.",
    "They refused to open two ports.",
)
"""It holds though the judge is sure of the contrary: he has seen few refusals."""
TO_BE = Wording(
    "what is to be done, by nobody else or by a party (refusals.py asks for a measure)",
    lambda c: (
        c.cue.text == "be to"
        and c.tense == "present"
        and ((c.source == "patient" and _is_measure(c)) or (c.subject in {"party", "name", "name?"} and _is_act(c)))
    ),
    "Two ports are to be opened.",
    "Two ports are to be seen.",
)
"""It too, of which he has seen none."""
WORDINGS: tuple[Wording, ...] = (
    Wording(
        "a party promises to act, by a verb that says no more",
        lambda c: _is_commissive(c) and c.subject in PARTIES and c.tense in MADE and not c.is_speaker_alone,
        "We undertake to open two ports.",
        "They remember the pledge to open two ports.",
    ),
    Wording(
        "an organ decides: third person at the head of a numbered paragraph",
        lambda c: _is_commissive(c) and c.subject == "speaker" and c.heads_item,
        "The Council,\n\n- Decides to open two ports.",
        "The Council.",
    ),
    Wording(
        "a cabinet or board approves what is proposed to it",
        lambda c: (
            c.form == "to_verb"
            and "approving" in c.cue_in
            and c.tense in MADE
            and c.subject in PARTIES | {"name", "name?"}
        ),
        "The Cabinet approved the proposal to open two ports.",
        "Critics approved the proposal to open two ports.",
    ),
    Wording(
        "the preamble of a treaty: a participle of promising before the parties agree",
        lambda c: c.opens_treaty and c.cue.strength != "weak" and c.cue.act == "commitment",
        "Undertaking to open two ports, the Parties have agreed as follows:",
        "Hoping for peace, the Parties have agreed as follows:",
    ),
    Wording(
        "a performative with its object: hereby",
        lambda c: c.is_hereby and c.form == "object" and c.subject in PARTIES | {"name"} and c.tense == "present",
        "We hereby create a joint fund.",
        "The fund is hereby opened.",
    ),
    Wording(
        "a party gives something up",
        lambda c: "renouncing" in c.cue_in and c.subject in PARTIES and c.tense == "present",
        "We waive our claims to the island.",
        "We waived our claims to the island.",
    ),
    Wording(
        "a party takes an obligation on itself",
        lambda c: c.cue.pos == "noun" and "assuming" in c.governor_in and c.subject in PARTIES and c.tense in MADE,
        "We accept the obligation to open two ports.",
        "The Parties recall the obligation to open two ports.",
    ),
    REFUSAL,
    TO_BE,
    Wording(
        "an item says what those of its stem will do",
        lambda c: c.heads_item and _will(c) and not _is_talk(c) and c.stem is not None and _is_act(c),
        "Both sides:\n\n- will open two ports.",
        "Both sides:\n\n- discussed two ports.",
    ),
    Wording(
        "a party sets itself a goal",
        lambda c: c.cue.text in GOALS and c.governor == "set" and c.subject in PARTIES and c.tense in MADE,
        "We have set ourselves the goal of opening two ports.",
        "The report sets the goal of opening two ports.",
    ),
    Wording(
        "the parties of a treaty: shall, will, guarantee, respect, waive",
        lambda c: c.are_contracting and c.tense in {"present", "modal"} and not c.action_in & TALK,
        "The Parties respect the border.",
        "The Minister respects the border.",
    ),
    Wording(
        "several parties or a state will act",
        lambda c: (
            _will(c)
            and not _is_talk(c)
            and c.bearer in {"state", "several", "we"}
            and c.subject in {"party", "we"}
            and _is_act(c)
        ),
        "The two ministers will open two ports.",
        "The Minister will visit two ports.",
    ),
    Wording(
        "a party will not act: told of it, or of him who speaks for it, by a pronoun",
        lambda c: _will(c) and c.factuality.polarity == "negative" and c.subject == "they+" and _is_act(c),
        "Both sides met, and they will not lease the island.",
        "Both sides met, and they will lease the island.",
    ),
    Wording(
        "a measure will be taken, by nobody else",
        lambda c: _will(c) and c.source == "patient" and _is_measure(c),
        "Two ports will be opened.",
        "Two ports will be hit by the storm.",
    ),
    Wording(
        "it was decided what measure would be taken",
        lambda c: c.cue.text == "would" and c.is_agreed and c.source in {"patient", "speaker"} and _is_measure(c),
        "It was decided that two ports would be opened.",
        "It was expected that two ports would be opened.",
    ),
    Wording(
        "a measure will be taken by a party",
        lambda c: _will(c) and c.source == "agent" and c.subject in PARTIES and "measure" in c.action_in,
        "Two ports will be opened by both sides.",
        "Two ports will be visited by the Minister.",
    ),
)
"""In the order in which they are asked."""


def binds_outright(c: Circumstances | ItemCircumstances) -> bool:
    """Whether a wording binds beyond doubt."""
    if isinstance(c, ItemCircumstances):
        return c.stem == "binding" and c.is_marked and not c.acts_otherwise
    return _is_sober(c) and any(wording.applies(c) for wording in WORDINGS)


def decides_alone(c: Circumstances | ItemCircumstances) -> bool:
    """Whether a party refuses to do something in so many words, or something is to be done: the judge is not asked."""
    if not isinstance(c, Circumstances) or not _is_sober(c) or _is_talk(c):
        return False
    return REFUSAL.applies(c) or TO_BE.applies(c)


def _is_sober(c: Circumstances) -> bool:
    """Whether nothing around the cue casts doubt on it."""
    doubtful = c.is_cue_negated or c.is_question or c.is_told or c.is_relative or c.is_programme or c.is_nested
    main = c.marker in {"", "that"} or (c.cue.is_future and c.marker == "to")
    return not doubtful and not c.above and main and c.stem != "demand" and not c.is_quoted


def _is_commissive(c: Circumstances) -> bool:
    return (
        c.cue.pos == "verb"
        and c.cue.strength == "strong"
        and not c.cue_in & WEAKER
        and c.form in COMMISSIVE
        and "own_officials" not in c.cue.frames
    )


def _will(c: Circumstances) -> bool:
    told = c.cue.text == "would" and c.is_agreed and c.is_reported
    periphrastic = c.cue.is_future and c.tense in {"present", "progressive", "infinitive"}
    return periphrastic or ((c.cue.text in {"will", "shall"} or told) and c.tense in {"modal", "infinitive"})


def _is_talk(c: Circumstances) -> bool:
    """Whether "will" may tell no act: of "require" or "allow" it does where a thing is the subject, not a party. No
    calendar tells what will not take place.
    """
    told = TALK - ({"forecast"} if "measure" in c.action_in else set())
    return bool(c.action_in & (told - {"calendar"} if c.factuality.polarity == "negative" else told))


def _is_measure(c: Circumstances) -> bool:
    return "measure" in c.action_in and c.is_action_passive


def _is_act(c: Circumstances) -> bool:
    return not (c.is_action_state or c.is_action_passive or c.has_outing or c.is_speaker_alone)
