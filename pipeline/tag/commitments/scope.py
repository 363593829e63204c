"""Words around a cue that change or cancel it, in the manner of ConText (Harkema et al. 2009, J Biomed Inform 42).

The words are data, ``knowledge/scope.csv`` and ``knowledge/action_verbs.txt``; their scope is syntax: the verb that
governs a cue noun, the verbs above a clause, the clause of the action. So negation, praise and condition stop where
their clause ends.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal, get_args

from spacy.tokens import Token

from pipeline.knowledge import Knowledge
from pipeline.language import syntax
from pipeline.tag.factuality.cues import read_cues

Category = Literal[
    "praise",
    "recall",
    "demand",
    "opinion",
    "calendar",
    "escort",
    "befalling",
    "saying",
    "forecast",
    "outing",
    "official",
    "stance",
    "upkeep",
    "continuing",
    "agreeing",
    "giving",
    "joining",
    "catenative",
    "keeping",
    "joint_work",
    "announcing",
    "founding",
    "assuring",
    "stating",
    "staying",
    "noticing",
    "occurring",
    "light",
    "earlier",
    "period",
    "style",
    "helping",
    "debating",
    "aiding",
    "aiming",
    "tentative",
    "refusing",
    "wanting",
    "wishing",
    "resuming",
    "bygone",
    "enclosed",
    "opening_up",
    "beginning",
    "qualifying",
    "pledging",
    "contribution",
    "measure",
    "renouncing",
    "assuming",
    "fulfilling",
    "means",
    "proposal",
    "approving",
]
CATEGORIES: tuple[Category, ...] = get_args(Category)
GOVERNING: tuple[Category, ...] = ("praise", "recall", "demand", "opinion")
"""Categories of verbs that say of a commitment whose it is, or that it is none."""

NEAR = 3
"""Words above a cue among which an adjective or noun of opinion is looked for."""
NEAREST_VERBS = 2
"""Verbs above a cue that are asked for their category: the one that governs it, and the one above that."""
FAR = 6
"""Verbs above a token that may still speak of it: what is above them is another statement."""
COLUMNS = ("word", "category", "example")


@dataclass(frozen=True)
class Scope:
    """The lemmas of ``scope.csv`` by category, and the verbs of ``action_verbs.txt`` and ``plain_verbs.txt``."""

    lemmas: Mapping[Category, frozenset[str]]
    bare_verbs: frozenset[str]
    plain_verbs: frozenset[str] = frozenset()
    """Words of ``plain_verbs.txt``, which are nothing but verbs."""

    def words(self, category: Category) -> frozenset[str]:
        """The lemmas of a category."""
        return self.lemmas[category]

    def categories(self, lemma: str) -> frozenset[Category]:
        """The categories that list a lemma."""
        return self._by_lemma.get(lemma, frozenset())

    @cached_property
    def _by_lemma(self) -> dict[str, frozenset[Category]]:
        words = set().union(*self.lemmas.values())
        return {word: frozenset(c for c, lemmas in self.lemmas.items() if word in lemmas) for word in words}

    @cached_property
    def item_verbs(self) -> frozenset[str]:
        """The action verbs as they open a list item: bare and as gerunds."""
        bare = self.bare_verbs
        gerunds = {verb.removesuffix("e") + "ing" for verb in bare} | {verb + verb[-1] + "ing" for verb in bare}
        return bare | gerunds

    def above(self, token: Token) -> frozenset[tuple[Category, int]]:
        """Categories of the two nearest verbs above a token, each with 0 for the nearest, 1 for the next.

        Adjectives and nouns near above it may tell an opinion too ("confident that").
        """
        found: set[tuple[Category, int]] = set()
        for word in islice(syntax.ancestors(token), NEAR):
            if word.pos_ in {"ADJ", "NOUN"} and word.lemma_ in self.words("opinion"):
                found.add(("opinion", 0))
        for k, verb in enumerate(islice(governors(token), NEAREST_VERBS)):
            found.update((category, k) for category in GOVERNING if verb.lemma_ in self.words(category))
        return frozenset(found)


def read_scope(knowledge: Knowledge) -> Scope:
    """The words of ``scope.csv`` and ``action_verbs.txt``; raises :class:`KnowledgeError` on a wrong line."""
    found: dict[Category, set[str]] = {category: set() for category in CATEGORIES}
    for row in knowledge.table("scope.csv", COLUMNS):
        if len(row["word"].split()) != 1:
            raise row.error(f"{row['word']!r} is not one word, and is met nowhere; write the lemma of a single word")
        found[row.choice("category", CATEGORIES)].add(row["word"])
    found["opinion"] |= knowledge.get(read_cues).words("opinion")
    lemmas = {category: frozenset(words) for category, words in found.items()}
    return Scope(
        lemmas, frozenset(knowledge.entries("action_verbs.txt")), frozenset(knowledge.entries("plain_verbs.txt"))
    )


def governors(token: Token, limit: int = FAR) -> Iterator[Token]:
    """The verbs above a token, nearest first, ``limit`` at most: what is said about it."""
    verbs = (above for above in syntax.ancestors(token) if above.pos_ in {"VERB", "AUX"})
    return islice(verbs, limit)
