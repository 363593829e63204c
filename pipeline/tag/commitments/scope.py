"""Words around a cue that change or cancel it, in the manner of ConText (Harkema et al. 2009, J Biomed Inform 42).

The words are data, ``knowledge/scope.csv``; their scope is syntax: the verb that governs a cue noun, the verbs above a
clause, the clause of the action. So negation, praise and condition stop where their clause ends.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from spacy.tokens import Token

from pipeline.knowledge import read_table
from pipeline.language import syntax
from pipeline.settings import KNOWLEDGE

CATEGORIES = (
    "praise",
    "recall",
    "demand",
    "opinion",
    "calendar",
    "escort",
    "saying",
    "forecast",
    "outing",
    "official",
    "stance",
    "upkeep",
    "continuing",
    "prevention",
    "avoidance",
    "condition",
    "agreeing",
    "giving",
)
NEAR = 3
"""Words above a cue among which an adjective or noun of opinion is looked for."""

COLUMNS = ("word", "category", "example")


@cache
def words(category: str, folder: Path = KNOWLEDGE) -> frozenset[str]:
    """The lemmas of a category."""
    return _table(folder)[category]


@cache
def _table(folder: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {category: set() for category in CATEGORIES}
    for row in read_table("scope.csv", COLUMNS, folder):
        found[row.choice("category", CATEGORIES)].add(row["word"])
    return {category: frozenset(lemmas) for category, lemmas in found.items()}


def governors(token: Token, limit: int = 6) -> Iterator[Token]:
    """The verbs above a token, nearest first: what is said about it."""
    for above in syntax.ancestors(token):
        if limit == 0:
            return
        limit -= 1
        if above.pos_ in {"VERB", "AUX"}:
            yield above


def categories_above(token: Token) -> set[str]:
    """Categories (praise, recall, demand, opinion) of the two nearest verbs above a token; adjectives and nouns near
    above it may tell an opinion too ("confident that").
    """
    found: set[str] = set()
    for above in islice(syntax.ancestors(token), NEAR):
        if above.pos_ in {"ADJ", "NOUN"} and above.lemma_ in words("opinion"):
            found.add("opinion0")
    for k, verb in enumerate(islice(governors(token), 2)):
        for category in ("praise", "recall", "demand", "opinion"):
            if verb.lemma_ in words(category):
                found.add(f"{category}{k}")
    return found


def is_conditional(cue: Token, head: Token) -> bool:
    """Whether the promise hangs on a condition."""
    clause = syntax.governing_clause(cue)
    if any(
        syntax.is_conditional(t) for t in {clause.i: clause, head.i: head}.values() if t.i >= cue.i or t.i == clause.i
    ):
        return True
    opening = next((t for t in cue.sent if t.is_alpha), None)
    return opening is not None and opening.lower_ in words("condition") and opening.i < cue.i


def is_continuing(cue: Token, head: Token, start: int) -> bool:
    """Whether the wording says that the promise goes on or is said again (GUIDELINES section 3, kind)."""
    repeated = words("continuing")
    if head.lemma_ in repeated or head.lower_ in repeated or cue.lemma_ in repeated:
        return True
    if any(a.lemma_ == "continue" and cue.i < a.i for a in syntax.ancestors(head)):
        return True
    near = cue.doc[max(cue.i - 4, cue.sent.start) : start]
    if any(
        t.lower_ in {"again", "still", "continued", "continuing", "continuous", "enduring", "ongoing"}
        or t.lemma_ in repeated
        for t in near
    ):
        return True
    above = next(governors(cue), None)
    return cue.pos_ == "NOUN" and above is not None and above.lemma_ in repeated


def is_negated(cue: Token, head: Token, start: int) -> bool:
    """Whether what is promised is not to do something."""
    if head.lemma_ in words("prevention"):
        return True
    inside = {t.lower_ for t in cue.doc[cue.i : head.i]}
    if inside & {"not", "never", "n't", "n’t"} and not inside & {"only"}:
        return True
    before = cue.doc[max(start - 1, 0)]
    return before.lower_ in {"not", "never"}
