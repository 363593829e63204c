"""The cues of factuality, ``knowledge/factuality.csv``, and where they stand in a sentence.

A line is a rule in the manner of ConText (Harkema et al. 2009, J Biomed Inform 42): a cue, what it says of an event,
how far it reaches, on which side of it the event stands, and the words that end its reach. Of cues that overlap the
longest counts, so that pseudo-cues ("not only") need no exception.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from spacy.tokens import Span, Token

from pipeline.knowledge import Knowledge, Row

COLUMNS = ("cue", "category", "reach", "direction", "terminators", "example", "counter_example")

Category = Literal[
    "negation",
    "pseudo",
    "refusal",
    "litotes",
    "denial",
    "doubt",
    "fear",
    "hearsay",
    "supposition",
    "jest",
    "opinion",
    "given_up",
    "condition",
    "saying",
    "source",
]
CATEGORIES: tuple[Category, ...] = get_args(Category)
Reach = Literal["clause", "complement", "subject", "source", "sentence"]
REACHES: tuple[Reach, ...] = get_args(Reach)
Direction = Literal["forward", "backward", "both"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
KEPT = 3
"""Letters that all forms of a cue's word share, by which its example is checked."""
EVENT = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Cue:
    """A line of ``factuality.csv``; ``line`` is its number."""

    words: tuple[str, ...]
    category: Category
    reach: Reach
    direction: Direction
    terminators: frozenset[str]
    example: str
    counter_example: str
    line: int


@dataclass(frozen=True, slots=True)
class Match:
    """The words of a sentence that are a cue, by each line of the file that names them."""

    span: Span
    cues: tuple[Cue, ...]

    @property
    def anchor(self) -> Token:
        """The word by which the cue hangs in the sentence."""
        return self.span.root

    def of(self, category: Category) -> Iterator[Cue]:
        """The lines of a category."""
        return (cue for cue in self.cues if cue.category == category)


class Cues:
    """The cues of the file, by their words."""

    def __init__(self, cues: Iterator[Cue]) -> None:
        self._lines: dict[tuple[str, ...], tuple[Cue, ...]] = {}
        for cue in cues:
            self._lines[cue.words] = (*self._lines.get(cue.words, ()), cue)
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self._lines, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)

    def lines(self) -> Iterator[Cue]:
        """All cues."""
        return (cue for cues in self._lines.values() for cue in cues)

    def words(self, category: Category) -> frozenset[str]:
        """The cues of one word of a category."""
        return frozenset(c.words[0] for c in self.lines() if c.category == category and len(c.words) == 1)

    def matches(self, sentence: Span) -> tuple[Match, ...]:
        """The cues of a sentence in text order, none overlapping another."""
        return tuple(self._matches(sentence))

    def _matches(self, sentence: Span) -> Iterator[Match]:
        at = 0
        while at < len(sentence):
            words = self._at(sentence, at)
            if words:
                yield Match(sentence[at : at + len(words)], self._lines[words])
            at += len(words) or 1

    def _at(self, sentence: Span, at: int) -> tuple[str, ...]:
        """The longest cue that begins at an index of a sentence; empty where none does."""
        first = sentence[at]
        candidates = {c: None for form in _forms(first) for c in self._by_first.get(form, ())}
        for words in sorted(candidates, key=len, reverse=True):
            behind = sentence[at : at + len(words)]
            if len(behind) == len(words) and all(w in _forms(t) for w, t in zip(words, behind, strict=True)):
                return words
        return ()


def _forms(token: Token) -> frozenset[str]:
    """How a word may stand in the file: as written, as in a dictionary, without the "s" of a plural or of a verb that
    lemmatisers misread ("hopes" as of "hop"), and without the
    "ed" of a verb that the tagger took for a noun.
    """
    word = token.lower_
    forms = {word, token.lemma_.lower()}
    if token.tag_ in {"NNS", "NNPS", "VBZ"}:
        forms.add(word.removesuffix("s"))
    elif token.tag_ == "NN" and word.endswith("ed"):
        forms |= {word.removesuffix("ed"), word.removesuffix("d")}
    return frozenset(forms)


def read_cues(knowledge: Knowledge) -> Cues:
    """The cues of ``factuality.csv``; raises :class:`pipeline.errors.KnowledgeError` on a wrong line."""
    return Cues(_cue(row) for row in knowledge.table("factuality.csv", COLUMNS))


def _cue(row: Row) -> Cue:
    words = tuple(row["cue"].split())
    if not words:
        raise row.error("the cue is missing")
    for column in ("example", "counter_example"):
        if len(EVENT.findall(row[column])) != 1:
            raise row.error(f"the {column} must hold one event in braces: 'Norway will not {{close}} the port.'")
    if any(word[:KEPT] not in row["example"].lower() for word in words):
        raise row.error(f"the example must contain the cue {row['cue']!r}")
    return Cue(
        words=words,
        category=row.choice("category", CATEGORIES),
        reach=row.choice("reach", REACHES),
        direction=row.choice("direction", DIRECTIONS),
        terminators=frozenset(row.values("terminators")),
        example=row["example"],
        counter_example=row["counter_example"],
        line=row.line,
    )
