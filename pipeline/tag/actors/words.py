"""Words beside an actor, or in place of one: "together with", "neither", "the latter" (``actor_words.csv``)."""

from collections.abc import Mapping
from typing import Literal, get_args

from pipeline.knowledge import Knowledge

WordKind = Literal[
    "own_country", "untitled", "joined", "excepted", "each", "pair", "indefinite", "first", "second", "shared",
    "company", "nobody",
]  # fmt: skip
WORD_KINDS: tuple[WordKind, ...] = get_args(WordKind)

ActorWords = Mapping[WordKind, frozenset[str]]


def read_actor_words(knowledge: Knowledge) -> ActorWords:
    """The words of ``actor_words.csv`` by their kind.

    Raises :class:`pipeline.errors.KnowledgeError` on a word with capitals, and on one that its example does not hold.
    """
    found: dict[WordKind, set[str]] = {kind: set() for kind in WORD_KINDS}
    for row in knowledge.table("actor_words.csv", ("kind", "word", "example")):
        kind = row.choice("kind", WORD_KINDS)
        if row["word"] != row["word"].lower():
            raise row.error(f"{row['word']!r} has capitals; write it in lower case")
        if f" {row['word']} " not in f" {row['example'].lower()} ":
            raise row.error(f"the example does not hold {row['word']!r}; write a sentence that does")
        found[kind].add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}
