"""A document's names in their sentences, found once for all who ask who speaks in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.names.situation.cast import Named, cast_of, sentences, states_of_people
from pipeline.names.situation.encounters import Encounter, read_lead
from pipeline.names.situation.first_person import Voiced, voice_points
from pipeline.names.situation.paper import Paper
from pipeline.names.situation.voices import Label, labels

LENGTH = 8000
"""Characters of the text that are listened to."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A paper, the states of its persons by surname, the cast of each sentence of its text, the points of those in
    whose voice it speaks, the labels of speakers, and its first clause.
    """

    paper: Paper
    people: Mapping[str, str]
    sentences: tuple[tuple[str, tuple[Named, ...]], ...]
    voiced: Mapping[str, Voiced]
    labels: tuple[Label, ...]
    lead: Encounter | None

    @property
    def text(self) -> str:
        """The part of the text that is listened to."""
        return "\n".join(self.paper.lines)[:LENGTH]


def scene_of(paper: Paper, knowledge: Knowledge) -> Scene:
    """The scene of a paper."""
    text = "\n".join(paper.lines)[:LENGTH]
    told = tuple((sentence, cast_of(sentence, knowledge)) for sentence in sentences(text))
    people = states_of_people(told, knowledge)
    lead = read_lead(paper.lead, knowledge, people)
    return Scene(paper, people, told, voice_points(told, knowledge), labels("\n".join(paper.lines), knowledge), lead)
