"""Who a mention stands for: "we", "the two leaders", "the Prime Minister", "they", names and lists of names.

A mention is resolved against the memory of its document to codes of states and bodies (GUIDELINES section 3, actors):
coreference, as far as the parties of a document need it. What cannot be told is left open with the words kept.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from pipeline.knowledge import Knowledge
from pipeline.tag.actors import beside, holders, pronouns
from pipeline.tag.actors.actor import Actor, Standing
from pipeline.tag.actors.memory import RELATIVE, Memory
from pipeline.tag.actors.nominal import NounPhrases
from pipeline.tag.actors.nouns import Phrases, read_phrases
from pipeline.tag.actors.pronouns import FIRST_PLURAL, THIRD_PLURAL, Pronouns
from pipeline.tag.actors.rows import whole

FIRST_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
THIRD_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
THIRD_THING = frozenset({"it", "its", "itself"})
MUTUAL = frozenset({"agree", "concur"})
"""Verbs whose "we" are all parties, whoever says it: "we agreed to meet again"."""

_OWNER = re.compile(r"['’]s?$")


class ActorMemory:
    """Resolves the mentions of one document. Built once a document, after its entities are set."""

    def __init__(self, doc: Doc, knowledge: Knowledge) -> None:
        self._memory = Memory(doc, knowledge)
        self._phrases: Phrases = knowledge.get(read_phrases)
        self._nouns = NounPhrases(self._memory, self._phrases)
        self._pronouns = Pronouns(self._memory, self._nouns)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Codes of those for whom "we" speaks."""
        return self._memory.speakers

    def is_party(self, actor: Actor) -> bool:
        """Whether the actor, or one of the actors, is a party of the document, see :meth:`Memory.is_party`."""
        return any(self._memory.is_party(code) for code in actor.codes)

    def speaks(self, code: str) -> bool:
        """Whether a state or body is a party of the document."""
        return self._memory.is_party(code)

    def standing(self, actor: Actor) -> Standing:
        """Whether an actor is a party or somebody else; open where the parties of the document are not known."""
        if self.is_party(actor):
            return "party"
        return "outsider" if self._memory.parties else "open"

    def is_one_of_two(self, noun: Token) -> bool:
        """Whether a word tells one of two that were named together: "the former", "the latter"."""
        return self._nouns.place_of(noun) is not None

    def speaks_of_others(self, mention: Span | None, actor: Actor) -> bool:
        """Whether a phrase speaks of others without naming them: "other countries", "many leaders"."""
        return mention is not None and not actor.codes and self._nouns.is_indefinite(mention)

    def resolve(self, mention: Span | None, at: Token) -> Actor:
        """Who ``mention`` stands for where token ``at`` speaks of it; None stands for the speaker of the text."""
        if mention is None:
            return self._we("", at)
        mention = self._memory.speech.without_dateline(whole(mention), at)
        mention = beside.whole_list(self._phrases.without_companions(mention), at)
        actor = self._with_those_beside(self._of_words(mention, at), mention, at)
        if actor.start is not None:
            return actor
        return replace(actor, start=mention.start_char, end=mention.end_char)

    def with_those_from(self, actor: Actor, begin: int, stop: int) -> Actor:
        """The actor and those whom the words from token ``begin`` on name: "Norway agreed with *Chile* to"."""
        named = beside.names_from(self._memory.doc, begin, stop).names
        return replace(actor, codes=tuple(sorted({*actor.codes, *self._codes(named)})))

    def _with_those_beside(self, actor: Actor, mention: Span, at: Token) -> Actor:
        words = self._phrases.words
        joined = self._codes(beside.named_behind(words["joined"], mention, at))
        excepted = self._codes(beside.named_behind(words["excepted"], mention, at))
        if not joined and not excepted:
            return actor
        return replace(actor, codes=tuple(sorted(({*actor.codes} | joined) - excepted)))

    def _codes(self, names: Iterable[Span]) -> set[str]:
        return {self._memory.code_of(name) for name in names} - {""}

    def _of_words(self, mention: Span, at: Token) -> Actor:
        """As :meth:`resolve`; only an antecedent, whose words stand elsewhere, has its place already."""
        word = _OWNER.sub("", mention.text.lower())
        if pronouns.is_name(mention[0]):
            return self._nouns.resolve(mention)
        if pronouns.is_we(mention[0]) or word in FIRST_PLURAL:
            return self._we(mention.text, at)
        if word in FIRST_SINGULAR:
            return self._i(mention, at)
        if word in THIRD_PLURAL:
            return self._pronouns.they(mention)
        if word in THIRD_PERSON:
            return self._pronouns.he_or_she(mention)
        if word in THIRD_THING:
            return self._pronouns.it(mention)
        if word in RELATIVE and not mention[0].ent_type_:
            phrase = pronouns.antecedent(mention)
            return Actor((), mention.text, False) if phrase is None else self.resolve(phrase, at)
        return self._nouns.resolve(mention)

    def _we(self, text: str, at: Token) -> Actor:
        """Who says "we": the one whose words they are, in a turn or a quotation, else the parties."""
        voice = self._memory.speech.voice_at(at.idx)
        if voice is None and (said := self._of_a_sayer(text, at)):
            return Actor(said, text, True)
        if voice is None or at.lemma_ in MUTUAL:
            return Actor(self.speakers, text, bool(self.speakers))
        return Actor(voice.codes, text, bool(voice.codes))

    def _of_a_sayer(self, text: str, at: Token) -> tuple[str, ...]:
        """The one party whose minister asserts "our commitment", or what will be done; empty for other words."""
        if text.lower() not in {"our", ""}:
            return ()
        return holders.sayer(self._memory, at, self._phrases, self._nouns.resolve)

    def _i(self, mention: Span, at: Token) -> Actor:
        """Who says "I": the one whose words they are, else the single speaker of the text."""
        if voice := self._memory.speech.voice_at(at.idx):
            return Actor(voice.codes, mention.text, bool(voice.codes))
        return self._nouns.speaker_alone(mention, at)
