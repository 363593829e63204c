"""Pronouns as actors: "I", "they", "she", "it", and the relative "which"."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.tag.actors import antecedents, holders
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.memory import Memory, sentences_back
from pipeline.tag.actors.nominal import NounPhrases

FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves", "let"})
THIRD_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
PLURAL_BACK = 2
"""Sentences before that of a "they" in which several may have been named: farther back it is the parties."""


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Resolves pronouns against what a document has said."""

    memory: Memory
    nouns: NounPhrases

    def they(self, mention: Span) -> Actor:
        """Several who were just named, a plural subject of the same sentence, else the parties."""
        text, pronoun, speakers = mention.text, mention[0], self.memory.speakers
        for sentence in sentences_back(pronoun.sent, PLURAL_BACK):
            for token in reversed([t for t in sentence if t.i < pronoun.i and t.dep_.startswith("nsubj")]):
                if token.lower_ in FIRST_PLURAL | THIRD_PLURAL:
                    return Actor(speakers, text, bool(speakers))
                phrase = self.memory.doc[slice(*syntax.noun_phrase(token))]
                actor = self.nouns.resolve(phrase)
                if len(actor.codes) > 1:
                    return Actor(actor.codes, text, actor.certain)
                if actor.codes and sentence == pronoun.sent and syntax.conjuncts(token):
                    return Actor(actor.codes, text, False)
                if token.tag_ == "NNS" and sentence == pronoun.sent and self.nouns.phrases.kind_of(phrase)[0] is None:
                    return Actor((), text, False)
        return Actor(speakers, text, len(speakers) > 1)

    def he_or_she(self, mention: Span) -> Actor:
        """The person who was named last, whose state may be told by the office alone; else the subject before."""
        person = self.memory.last_named_person(mention.start)
        if person is not None and (state := self.memory.officer_state(person)):
            return Actor((state,), mention.text, False)
        found = antecedents.last_person(self.memory, mention.start)
        if found is not None:
            return Actor((found.code,), mention.text, True)
        codes = holders.person_before(self.memory, mention[0], self.nouns.phrases, self.nouns.resolve)
        return Actor(codes, mention.text, False)

    def it(self, mention: Span) -> Actor:
        """The subject in front of the pronoun in its sentence, else the state or body that was named last."""
        text, pronoun, doc = mention.text, mention[0], self.memory.doc
        for token in reversed([t for t in pronoun.sent if t.i < pronoun.i and t.dep_.startswith("nsubj")]):
            phrase = doc[slice(*syntax.noun_phrase(token))]
            if phrase.end <= pronoun.i and token.tag_ in {"NN", "NNP"}:
                actor = self.nouns.resolve(phrase)
                if actor.codes and not self.memory.names_person(phrase):
                    return Actor(actor.codes, text, actor.certain)
        opener = doc[pronoun.sent.start : pronoun.sent.start + 2].text.lower()
        if len(self.memory.speakers) == 1 and opener in self.nouns.phrases.words["own_country"]:
            return Actor(self.memory.speakers, text, True)
        if (before := self._subject_before(pronoun)) is not None:
            return Actor(before.codes, text, False)
        codes, certain = antecedents.last_body(self.memory, pronoun)
        return Actor(codes, text, certain)

    def _subject_before(self, pronoun: Token) -> Actor | None:
        """The first subject of the sentence before, where it is one body without a name of its own: "The Council"."""
        doc, start = self.memory.doc, pronoun.sent.start
        subjects = [t for t in doc[start - 1].sent if t.dep_.startswith("nsubj")] if start else []
        if not subjects or subjects[0].tag_ not in {"NN", "NNP"}:
            return None
        phrase = doc[slice(*syntax.noun_phrase(subjects[0]))]
        if self.memory.codes_in(phrase) or self.nouns.phrases.kind_of(phrase)[0] not in {"joint", "government", "body"}:
            return None
        actor = self.nouns.resolve(phrase)
        return actor if actor.codes else None


def antecedent(mention: Span) -> Span | None:
    """What a relative pronoun refers to: the noun phrase that its clause describes; None where there is none."""
    clause = next((t for t in (mention.root, *syntax.ancestors(mention.root)) if syntax.is_relative(t)), None)
    if clause is None or clause.head.i >= mention.start:
        return None
    start, end = syntax.noun_phrase(clause.head)
    phrase = mention.doc[start : min(end, mention.start)]
    return phrase if len(phrase) else None


def is_we(token: Token) -> bool:
    """Whether a mention that begins with the word is the speakers, whatever follows: "we all"."""
    return token.lower_ in {"we", "us"} and not is_name(token)


def is_name(token: Token) -> bool:
    """Whether what looks like a pronoun is the name of a country: "the *US*"."""
    return token.text == "US" and token.tag_ in {"NNP", "NNPS"}
