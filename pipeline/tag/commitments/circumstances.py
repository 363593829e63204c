"""What the rules and the judge look at: a candidate's circumstances, seen once, as a typed record.

:mod:`pipeline.tag.commitments.observing` fills it from the parse, :mod:`pipeline.tag.commitments.refusals` reads it,
:mod:`pipeline.tag.commitments.features` renders it as the words that the judge knows.
"""

from dataclasses import dataclass
from typing import Literal

from pipeline.language.syntax import Tense
from pipeline.records import Act
from pipeline.tag.commitments.bearers import SubjectKind
from pipeline.tag.commitments.cues import Cue
from pipeline.tag.commitments.forms import Form
from pipeline.tag.commitments.scope import Category
from pipeline.tag.commitments.stems import StemKind
from pipeline.tag.commitments.subjects import Source
from pipeline.tag.factuality.reading import Factuality

Possession = Literal["own", "named"]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A cue with one action, and what stands around the two.

    "The predicate" is the verb that says the cue: the cue itself, the verb of an adjective or noun, of a modal the
    action. "The governor" is the verb nearest above a noun. Words are lemmas in lower case, empty where there is none.
    """

    cue: Cue
    cue_in: frozenset[Category]
    """Categories of scope.csv that list the cue."""
    is_qualifier: bool
    """The cue only qualifies a noun: "the agreed upon tariffs"."""
    is_infinitive: bool
    """The cue is a bare verb or infinitive without a subject of its own."""
    is_cue_passive: bool
    is_cue_negated: bool
    factuality: Factuality
    """Whose word the action is, whether it is to be, and with what certainty."""

    action: str
    """Lemma of the action's head."""
    form: Form
    action_in: frozenset[Category]
    """Categories of scope.csv that list the action's head."""
    is_action_passive: bool
    is_action_state: bool
    """What is promised is to be or go on being something: "will continue to be vulnerable"."""
    is_action_nominal: bool
    """The head of the action is a common noun."""
    is_action_gerund: bool
    has_outing: bool
    """The action has a visit, a meeting, a speech as its object."""
    has_sum: bool
    """The action has so much or so many of something as its object: "give 30 million euros"."""
    doer: str | None
    """Who does the action, where that is somebody of its own (see :meth:`Bearers.bearer`)."""
    is_for_others: bool
    """A state or body that is no party has to act."""
    officials: Possession

    subject: SubjectKind
    source: Source
    bearer: str
    actor_noun: str | None
    """The noun that names the actor; None for proper names and where nobody is named."""
    is_speaker_alone: bool
    """The actor is "I"."""
    are_contracting: bool
    """The actor is "the Parties", "each Party", as treaties say."""
    is_one_person: bool
    """The actor is named in the singular, or is "I", "he", "she"."""
    is_indefinite: bool
    """The actor is told only as others, whom nobody names: "other countries", "many leaders"."""
    are_several: bool
    """The actor is named in the plural."""

    tense: Tense | Literal["none"]
    is_told: bool
    """A word of the past dates the predicate, or the actor: "two years ago", "the former king"."""
    is_signpost: bool
    """It leads through a speech or a paper: "I will now turn to", "readers will find below"."""
    above: frozenset[tuple[Category, int]]
    """Categories of the two nearest verbs above the cue, with 0 for the nearest, 1 for the next."""
    is_agreed: bool
    """The clause is what was agreed, decided or pledged."""
    is_hereby: bool
    is_coordinate: bool
    """The clause is finite, has its own subject, and stands beside the one before: "..., and Chile agreed to"."""
    is_relative: bool
    is_reported: bool
    """The clause stands under a verb in the past: "confirmed that they would"."""
    marker: str
    """The word that opens the clause: "if", "whether", "that"."""
    clause_role: str
    """The label of the predicate's clause in the parse."""

    determiner: str
    """The determiner of a noun, "none" where it has none."""
    governor: str | None
    governor_in: frozenset[Category]
    governor_act: Act | Literal["none"]
    """The act for which the governor is a cue."""
    role: str
    """The label of the cue in the parse."""

    is_nested: bool
    """The cue is the action of another commitment."""
    is_later: bool
    """Another commitment's cue stands before it in the sentence."""
    beside: tuple[Act, ...]
    """Other acts for which the sentence holds cues."""
    is_quoted: bool
    is_question: bool
    is_inside_item: bool
    """It stands in a list item, but does not open it."""
    stem: StemKind | None
    """What the stem of the list does, None outside lists."""
    is_programme: bool
    """It is a point of the programme of a visit."""
    heads_item: bool
    """The cue is the first word of a list item, adverbs aside."""
    opens_treaty: bool
    """The cue is a participle that leads a clause of a preamble: "Undertaking to ..., the Parties have agreed"."""
    is_led_out: bool
    """The action ends in a colon, behind which items say it: "will focus on:", "the following steps will be taken:"."""

    def is_below(self, category: Category) -> bool:
        """Whether the nearest verb above the cue is of a category."""
        return (category, 0) in self.above


@dataclass(frozen=True, slots=True)
class ItemCircumstances:
    """A list item that opens with its own verb."""

    stem: StemKind
    opener: str
    """The form of its first word: VB, VBG or another tag."""
    action: str
    """Lemma of the action's head."""
    is_marked: bool
    """It has a list marker."""
    is_further: bool
    """It is not the first action of its item."""
    acts: tuple[Act, ...]
    """Acts for which its first word is a cue."""

    @property
    def acts_otherwise(self) -> bool:
        """Whether its first word says that the item does something else than to commit; what a stem promises may be a
        stance ("agreed to: support the plan").
        """
        return bool({"demand", "appraisal"} & set(self.acts)) and not {"commitment", "report"} & set(self.acts)
