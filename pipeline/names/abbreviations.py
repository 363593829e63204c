"""Abbreviations with a full stop (``knowledge/abbreviations.txt``): which of them a sentence may end with."""

from dataclasses import dataclass

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """``all`` have a full stop; ``bound`` ones never end a sentence, ``numbered`` ones none before a number.

    ``closing`` ones end it before any capitalised word, the others only before ``openers``, words that begin one.
    """

    all: frozenset[str]
    bound: frozenset[str]
    numbered: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]


def read_abbreviations(knowledge: Knowledge) -> Abbreviations:
    """The abbreviations (``abbreviations.txt``) and opening words (``sentence_openers.txt``).

    Raises :class:`KnowledgeError` on an abbreviation without a full stop.
    """
    found: dict[str, set[str]] = {"": set(), "+": set(), "9": set(), "!": set()}
    for entry in knowledge.entries("abbreviations.txt"):
        mark = entry[-1] if entry[-1] in found else ""
        word = entry.removesuffix(mark).strip()
        if not word.endswith("."):
            raise KnowledgeError(
                f"abbreviations.txt: {word!r} has no full stop at its end; add it or take the line out."
            )
        found[mark].add(word)
    return Abbreviations(
        frozenset().union(*found.values()),
        frozenset(found["+"]),
        frozenset(found["9"]),
        frozenset(found["!"]),
        frozenset(knowledge.entries("sentence_openers.txt")),
    )
