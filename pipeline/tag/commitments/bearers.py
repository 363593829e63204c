"""Who is named as the one who acts: a state, a body, one person, several by office; and who can promise at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipeline.knowledge import Knowledge
from pipeline.tag.actors.actor import Standing
from pipeline.tag.actors.nouns import Nouns, read_collectives, unknown_name
from pipeline.tag.actors.words import ActorWords, read_actor_words
from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.commitments.subjects import Mention

SubjectKind = Literal[
    "speaker",
    "we",
    "they",
    "they+",
    "they?",
    "you",
    "party",
    "name",
    "name?",
    "thing",
    "thing+",
    "proper",
    "patient",
    "demonstrative",
]
"""The kind of words that name the actor; "+" where they stand for a party, "?" where no parties are known;
"proper" is a name of which nothing else is known.
"""

WE = frozenset({"we", "us", "our", "i", "my", "ours"})
THEY = frozenset(
    {"they", "their", "them", "he", "she", "his", "her", "it", "its", "both", "all", "each", "one", "who"}
) | {
    "either",
    "neither",
    "none",
}
POINTING = frozenset({"this", "that", "these", "those", "which", "there"})
THEY_BY: Mapping[Standing, SubjectKind] = {"party": "they+", "open": "they?", "outsider": "they"}
NAME_BY: Mapping[Standing, SubjectKind] = {"party": "party", "open": "name?", "outsider": "name"}
NAMED = frozenset({"GPE", "ORG", "PERSON", "NORP"})
"""Labels of entities that can act."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """Judges nouns by the words of ``scope.csv``, ``collectives.csv`` (``nouns``) and ``actor_words.csv``, by kind."""

    scope: Scope
    nouns: Nouns
    words: ActorWords

    def subject_kind(self, mention: Mention, standing: Standing) -> SubjectKind:
        """The kind of the words that name the actor; ``standing`` of the one for whom they stand."""
        if mention.span is None or mention.head is None:
            return "speaker"
        word = mention.head.lower_
        if mention.source == "patient":
            return "patient"
        if word in WE:
            return "we"
        if word in THEY and not mention.head.ent_type_:
            return THEY_BY[standing]
        if word == "you":
            return "you"
        if word in POINTING:
            return "demonstrative"
        if not self.can_act(mention.head):
            if standing != "party" and unknown_name(mention.head) is not None:
                return "proper"
            return "thing+" if standing == "party" else "thing"
        return NAME_BY[standing]

    def bearer(self, noun: Token | None) -> str:
        """Nobody, a state, body, organ or person, several, an actor or a thing; pronouns and numbers as they stand."""
        if noun is None:
            return "nobody"
        if noun.ent_type_ in {"GPE", "NORP"}:
            return "state"
        if noun.ent_type_ == "ORG":
            return "body"
        if self.is_person(noun):
            return "person"
        if noun.tag_ in {"PRP", "PRP$", "DT", "CD"}:
            return noun.lower_
        if noun.tag_ in {"NN", "NNP"} and noun.lemma_.lower() in self.nouns["government"]:
            return "state"
        if noun.lemma_.lower() in self.nouns["joint"]:
            return "organ"
        if not self.can_act(noun):
            return "thing"
        return "several" if noun.tag_ in {"NNS", "NNPS"} else "actor"

    def can_act(self, noun: Token) -> bool:
        """Whether a noun names somebody who can promise: a state, body, person or office, "leaders", "both sides"."""
        if noun.ent_type_:
            return noun.ent_type_ in NAMED
        if noun.tag_ in {"PRP", "PRP$", "CD", "DT"}:
            return True
        lemma = noun.lemma_.lower()
        known = {noun.lower_, lemma, lemma.removesuffix("s"), lemma.removesuffix("ies") + "y"}
        if noun.lower_ in self.words["first"] | self.words["second"]:
            return True
        return any(known & kind for kind in self.nouns.values()) or bool(known & self.scope.words("official"))

    def is_person(self, noun: Token) -> bool:
        """Whether a noun names a single person, by name, style or office: "he", "Her Majesty", "the President"."""
        known = {noun.lower_} if noun.tag_ in {"NNS", "NNPS"} else {noun.lower_, noun.lemma_.lower()}
        by_word = known & ({"he", "she"} | self.scope.words("style") | self.nouns["office"])
        return noun.ent_type_ == "PERSON" or bool(by_word)


def read_bearers(knowledge: Knowledge) -> Bearers:
    """What the three files say about who can act."""
    return Bearers(knowledge.get(read_scope), knowledge.get(read_collectives), knowledge.get(read_actor_words))
