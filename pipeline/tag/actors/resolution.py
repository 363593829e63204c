"""Who a mention stands for: "we", "the two leaders", "the Prime Minister", "they", names and lists of names.

A mention is resolved against the memory of its document to codes of states and bodies (GUIDELINES section 3, actors):
coreference, as far as the parties of a document need it. What cannot be told is left open with the words kept.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.tag.actors.memory import RELATIVE, Memory, Named, is_conjoined, sentences_back
from pipeline.tag.actors.nouns import Phrases, members, read_phrases
from pipeline.tag.actors.rows import whole
from pipeline.tag.entities.spans import entities_within

FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves", "let"})
FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
THIRD_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
THIRD_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
THIRD_THING = frozenset({"it", "its", "itself"})
PAIR = frozenset({"both", "two"})
EACH = frozenset({"each", "both", "either"})
OWN_COUNTRY = frozenset({"my country", "our country", "my government", "our government"})
BESIDE_TITLE = frozenset({"the", "a", "then", "former", "said"})
"""Words beside an office that are no part of its title: "the then Foreign Minister"."""
PLURAL_BACK = 2
"""Sentences before that of a "they" in which several may have been named: farther back it is the parties."""

_OWNER = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for: sorted codes (empty where it cannot be told), its words, and whether that is sure.

    ``start`` and ``end`` are the offsets of the words in the document's text, None where there are no words.
    """

    codes: tuple[str, ...]
    text: str
    certain: bool
    start: int | None = None
    end: int | None = None


class ActorMemory:
    """Resolves the mentions of one document. Built once a document, after its entities are set."""

    def __init__(self, doc: Doc, knowledge: Knowledge) -> None:
        self._memory = Memory(doc, knowledge)
        self._phrases: Phrases = knowledge.get(read_phrases)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Codes of those for whom "we" speaks."""
        return self._memory.speakers

    def is_party(self, actor: Actor) -> bool:
        """Whether the actor, or one of the actors, is a party of the document, see :meth:`Memory.is_party`."""
        return any(self._memory.is_party(code) for code in actor.codes)

    def resolve(self, mention: Span | None, at: Token) -> Actor:
        """Who ``mention`` stands for where token ``at`` speaks of it; None stands for the speaker of the text."""
        if mention is None:
            return Actor(self.speakers, "", bool(self.speakers))
        mention = self._phrases.without_companions(whole(mention))
        actor = self._of_words(mention, at)
        if actor.start is not None:
            return actor
        return replace(actor, start=mention.start_char, end=mention.end_char)

    def _of_words(self, mention: Span, at: Token) -> Actor:
        """As :meth:`resolve`; only an antecedent, whose words stand elsewhere, has its place already."""
        word = _OWNER.sub("", mention.text.lower())
        if mention[0].lower_ in {"we", "us"}:
            return self._speakers(mention, at)
        resolver = next((resolver for words, resolver in BY_WORD if word in words), ActorMemory._noun_phrase)
        return resolver(self, mention, at)

    def _speakers(self, mention: Span, _: Token) -> Actor:
        return Actor(self.speakers, mention.text, bool(self.speakers))

    # Pronouns

    def _i(self, mention: Span, at: Token) -> Actor:
        """Who says "I": the person to whom the words are given, else the single speaker of the document."""
        memory = self._memory
        for named in memory.before(at.i):
            if named.is_person and named.code in memory.parties and self._says(named):
                return Actor((named.code,), mention.text, True)
        for own in (memory.issuer, self.speakers):
            if len(own) == 1:
                return Actor(own, mention.text, True)
        return Actor((), mention.text, False)

    def _says(self, named: Named) -> bool:
        """Whether the person is the subject of a sentence that opens a quotation."""
        sentence = self._memory.doc[named.i].sent
        return self._memory.is_subject(named) and any(t.text in {'"', "“", ":"} for t in sentence)

    def _they(self, mention: Span, _: Token) -> Actor:
        """Several who were just named, a plural subject of the same sentence, else the parties."""
        text, pronoun = mention.text, mention[0]
        for sentence in sentences_back(pronoun.sent, PLURAL_BACK):
            for token in reversed([t for t in sentence if t.i < pronoun.i and t.dep_.startswith("nsubj")]):
                if token.lower_ in FIRST_PLURAL | THIRD_PLURAL:
                    return Actor(self.speakers, text, bool(self.speakers))
                phrase = self._memory.doc[slice(*syntax.noun_phrase(token))]
                actor = self._noun_phrase(phrase, token)
                if len(actor.codes) > 1:
                    return Actor(actor.codes, text, actor.certain)
                if actor.codes and sentence == pronoun.sent and syntax.conjuncts(token):
                    return Actor(actor.codes, text, False)
                if token.tag_ == "NNS" and sentence == pronoun.sent and self._phrases.kind_of(phrase)[0] is None:
                    return Actor((), text, False)
        return Actor(self.speakers, text, len(self.speakers) > 1)

    def _he_or_she(self, mention: Span, _: Token) -> Actor:
        """The person who was named last."""
        found = next((named for named in self._memory.before(mention.start) if named.is_person), None)
        return Actor((found.code,) if found else (), mention.text, found is not None)

    def _it(self, mention: Span, _: Token) -> Actor:
        """The subject in front of the pronoun in its sentence, else the state or body that was named last."""
        text, pronoun, doc = mention.text, mention[0], self._memory.doc
        for token in reversed([t for t in pronoun.sent if t.i < pronoun.i and t.dep_.startswith("nsubj")]):
            phrase = doc[slice(*syntax.noun_phrase(token))]
            if phrase.end <= pronoun.i and token.tag_ in {"NN", "NNP"}:
                actor = self._noun_phrase(phrase, token)
                if actor.codes and not self._memory.names_person(phrase):
                    return Actor(actor.codes, text, actor.certain)
        opener = doc[pronoun.sent.start : pronoun.sent.start + 2].text.lower()
        if len(self.speakers) == 1 and opener in OWN_COUNTRY:
            return Actor(self.speakers, text, True)
        found = next((named for named in self._memory.before(pronoun.i) if not named.is_person), None)
        if found and doc[found.i].sent == pronoun.sent:
            return Actor((found.code,), text, True)
        return Actor((found.code,) if found and self._memory.is_subject(found) else (), text, False)

    def _antecedent(self, mention: Span, at: Token) -> Actor:
        """What a relative pronoun refers to: the noun phrase that its clause describes."""
        clause = next((t for t in (mention.root, *syntax.ancestors(mention.root)) if syntax.is_relative(t)), None)
        if clause is None or clause.head.i >= mention.start:
            return Actor((), mention.text, False)
        start, end = syntax.noun_phrase(clause.head)
        phrase = self._memory.doc[start : min(end, mention.start)]
        return self.resolve(phrase, at) if len(phrase) else Actor((), mention.text, False)

    # Noun phrases

    def _noun_phrase(self, mention: Span, _: Token) -> Actor:
        text = mention.text
        codes = self._memory.codes_in(mention)
        if any(t.lower_ == "i" for t in mention):
            return self._and_i(mention, codes)
        kind, is_plural = self._phrases.kind_of(mention)
        if kind == "company":
            return Actor(self._memory.names_in(mention), text, False)
        if codes:
            are_speakers = set(codes) <= set(self.speakers)
            if kind == "joint" and are_speakers and not mention.root.ent_type_:
                return Actor(self.speakers, text, True)
            return self._with_counterpart(mention, codes)
        if kind and len(self.speakers) == 1 and any(t.lower_ in PAIR for t in mention):
            return self._pair(mention)
        if kind and mention[0].lower_ in EACH:
            return Actor(self.speakers, text, bool(self.speakers))
        if kind == "parties" or (kind and is_plural):
            return Actor((), text, False) if self._is_outside(mention) else self._speakers(mention, _)
        if kind == "office":
            return self._office(mention)
        if kind == "government":
            return self._government(mention, _)
        if kind == "joint":
            return Actor(self.speakers, text, False)
        return Actor(self._memory.names_in(mention), text, False)

    def _is_outside(self, mention: Span) -> bool:
        """Whether a collective noun stands for others: "other countries", "African leaders"."""
        return any(t.lower_ in self._phrases.outsiders or t.ent_type_ in {"NORP", "LOC", "ORG"} for t in mention)

    def _and_i(self, mention: Span, codes: tuple[str, ...]) -> Actor:
        """Somebody "and I": the speaker and those named beside."""
        speaker = self._i(mention, mention.root)
        both = tuple(sorted({*codes, *speaker.codes}))
        return Actor(both, mention.text, speaker.certain and bool(codes))

    def _with_counterpart(self, mention: Span, codes: tuple[str, ...]) -> Actor:
        """Named states; in a text of two parties, a person of unknown state beside one party's is the other's."""
        people = (ent for ent in entities_within(mention) if ent.label_ == "PERSON")
        is_half = len(codes) == 1 and len(self.speakers) == 2 and codes[0] in self.speakers
        if is_conjoined(mention) and is_half and not all(self._memory.code_of(person) for person in people):
            return Actor(self.speakers, mention.text, False)
        return Actor(codes, mention.text, True)

    def _pair(self, mention: Span) -> Actor:
        """Both sides in the text of one: it, and the state that was named last beside it."""
        own = self.speakers[0]
        others = (n.code for n in self._memory.before(mention.start) if n.code != own and self._memory.is_state(n.code))
        other = next(others, None)
        codes = tuple(sorted((own, other))) if other else self.speakers
        return Actor(codes, mention.text, other is not None)

    def _office(self, mention: Span) -> Actor:
        """Holders of one office or of several."""
        offices = [phrase for phrase in members(mention) if self._phrases.kind_of(phrase)[0] == "office"]
        if len(offices) > 1:
            return self._offices(mention, offices)
        actor = self._holder(mention)
        return self._with_counterpart(mention, actor.codes) if actor.codes and actor.certain else actor

    def _holder(self, mention: Span) -> Actor:
        """The last-named person with that office; the head of the issuer's own government where none was named."""
        words = {t.lower_ for t in mention if t.is_alpha}
        noun = mention.root.lower_
        for named in self._memory.before(mention.start):
            title = set(named.office.split())
            if named.is_person and noun in title and words - BESIDE_TITLE <= title:
                return Actor((named.code,), mention.text, True)
        known = {n.code for n in self._memory.named if n.is_person and noun in n.office.split()}
        if len(known) == 1:
            return Actor(tuple(known), mention.text, True)
        own = self._memory.issuer if len(self._memory.issuer) == 1 else ()
        return Actor(own, mention.text, False)

    def _offices(self, mention: Span, offices: Sequence[Span]) -> Actor:
        """Holders of several offices; in a text of two parties, one that cannot be told stands for the other side."""
        found = [self._holder(office) for office in offices]
        codes = tuple(sorted({code for actor in found if actor.certain for code in actor.codes}))
        if all(actor.certain for actor in found):
            return Actor(codes, mention.text, True)
        return Actor(self.speakers if len(self.speakers) == len(offices) else codes, mention.text, False)

    def _government(self, mention: Span, at: Token) -> Actor:
        for own in (self._memory.issuer, self.speakers):
            if len(own) == 1:
                return Actor(own, mention.text, True)
        return self._it(mention, at)


BY_WORD: tuple[tuple[frozenset[str], Callable[[ActorMemory, Span, Token], Actor]], ...] = (
    (FIRST_PLURAL, ActorMemory._speakers),
    (FIRST_SINGULAR, ActorMemory._i),
    (THIRD_PLURAL, ActorMemory._they),
    (THIRD_PERSON, ActorMemory._he_or_she),
    (THIRD_THING, ActorMemory._it),
    (RELATIVE, ActorMemory._antecedent),
)
"""How a mention of one word is resolved; every other one is a noun phrase."""
