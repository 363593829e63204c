"""Words that steer how names are read, as analysts write them: modifiers, short forms, relations, ships, buildings."""

import re
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of

KINDS = ("relation", "description", "owner", "not_a_place", "building", "ship", "compound", "water")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of ``name_words.csv`` by their kinds; ``ship`` stands before a name, ``compound`` ends a word."""

    relations: frozenset[str]
    descriptions: frozenset[str]
    owners: frozenset[str]
    not_places: frozenset[str]
    buildings: frozenset[str]
    waters: frozenset[str]
    ship: re.Pattern[str]
    compound: re.Pattern[str]


def read_name_words(knowledge: Knowledge) -> NameWords:
    """The words of ``name_words.csv``; raises :class:`pipeline.errors.KnowledgeError` on an unknown kind."""
    words: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in knowledge.table("name_words.csv", ("kind", "word")):
        words[row.choice("kind", KINDS)].append(row["word"])
    return NameWords(
        relations=frozenset(words["relation"]),
        descriptions=frozenset(words["description"]),
        owners=frozenset(words["owner"]),
        not_places=frozenset(words["not_a_place"]),
        buildings=frozenset(words["building"]),
        waters=frozenset(words["water"]),
        ship=re.compile(rf"\b{any_of(words['ship'])}\s$"),
        compound=re.compile(rf"-{any_of(words['compound'])}$"),
    )


def read_generic(knowledge: Knowledge) -> frozenset[str]:
    """Modifiers that make no name (``generic.txt``)."""
    return frozenset(knowledge.entries("generic.txt"))


def read_short_forms(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """Words by which a body is called that do not stand in its name, by its code (``short_forms.csv``)."""
    return {row["code"]: row.values("words") for row in knowledge.table("short_forms.csv", ("code", "words"))}


def read_common_acronyms(knowledge: Knowledge) -> frozenset[str]:
    """Acronyms that name no body (``common_acronyms.txt``)."""
    return frozenset(knowledge.entries("common_acronyms.txt"))
