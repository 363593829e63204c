"""Finding the terms of the policy areas in tokenised text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import FILE, Area, read_areas
from pipeline.names.words import tokens

STRONG, WEAK = 2.0, 0.7
PER_FURTHER_WORD = 0.5
"""A longer phrase says more: its weight grows by this part with each word behind the first."""

Hit = tuple[str, int, float]
"""A term as written, the index of its area, its weight."""


@dataclass(frozen=True, slots=True)
class _Term:
    words: tuple[str, ...]
    open: tuple[bool, ...]
    hit: Hit

    def matches(self, sentence: Sequence[str], at: int) -> bool:
        """Whether the words of ``sentence`` from ``at`` on are this term's; the first is known to be."""
        if at + len(self.words) > len(sentence):
            return False
        for number in range(1, len(self.words)):
            word, own = sentence[at + number], self.words[number]
            if word != own and not (self.open[number] and word.startswith(own)):
                return False
        return True


class TermIndex:
    """All terms by their first word; remembers for every word met which terms it can begin."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self.size = len(areas)
        self._exact: dict[str, list[_Term]] = defaultdict(list)
        self._open: dict[str, list[_Term]] = defaultdict(list)
        for index, area in enumerate(areas):
            for term in area.strong:
                self._add(term, index, STRONG)
            for term in area.weak:
                self._add(term, index, WEAK)
        self._lengths = sorted({len(prefix) for prefix in self._open})
        self._seen: dict[str, tuple[tuple[Hit, ...], tuple[_Term, ...]]] = {}

    def _add(self, text: str, area: int, weight: float) -> None:
        words: list[str] = []
        free: list[bool] = []
        for part in text.split():
            found = tokens(part)
            words += found
            free += [False] * (len(found) - 1) + [part.endswith("*")]
        weight *= 1 + PER_FURTHER_WORD * (len(words) - 1)
        term = _Term(tuple(words), tuple(free), (text, area, weight))
        (self._open if free[0] else self._exact)[words[0]].append(term)

    def _begun_by(self, word: str) -> tuple[tuple[Hit, ...], tuple[_Term, ...]]:
        """Terms of this one word, and longer terms that it can begin."""
        begun = self._seen.get(word)
        if begun is None:
            terms = list(self._exact.get(word, ()))
            for length in self._lengths:
                if length <= len(word):
                    terms += self._open.get(word[:length], ())
            begun = tuple(t.hit for t in terms if len(t.words) == 1), tuple(t for t in terms if len(t.words) > 1)
            self._seen[word] = begun
        return begun

    def hits(self, sentence: Sequence[str]) -> Iterator[tuple[Hit, int, int]]:
        """Terms in a tokenised text, each with its first token and the token behind its last."""
        for at, word in enumerate(sentence):
            single, longer = self._begun_by(word)
            for hit in single:
                yield hit, at, at + 1
            for term in longer:
                if term.matches(sentence, at):
                    yield term.hit, at, at + len(term.words)

    def scores(self, sentences: Sequence[Sequence[str]]) -> np.ndarray:
        """Sums of the weights of the terms found: (sentences, areas)."""
        result = np.zeros((len(sentences), self.size))
        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        begun_by = self._begun_by
        seen = self._seen
        for row, sentence in enumerate(sentences):
            for at, word in enumerate(sentence):
                single, longer = seen.get(word) or begun_by(word)
                for _, area, weight in single:
                    rows.append(row)
                    columns.append(area)
                    weights.append(weight)
                for term in longer:
                    if term.matches(sentence, at):
                        rows.append(row)
                        columns.append(term.hit[1])
                        weights.append(term.hit[2])
        np.add.at(result, (rows, columns), weights)
        return result


def term_index(keys: Sequence[str], knowledge: Knowledge) -> TermIndex:
    """The terms of the areas ``keys`` of ``areas.toml``, in that order.

    Raises :class:`KnowledgeError` where an area is missing, or where an example of an area does not give that area the
    highest score.
    """
    known = {area.key: area for area in knowledge.get(read_areas)}
    for key in keys:
        if key not in known:
            raise KnowledgeError(f"{FILE}: the area '{key}', which the model knows, is missing; put it back.")
    areas = [known[key] for key in keys]
    index = TermIndex(areas)
    for number, area in enumerate(areas):
        for example in area.examples:
            scores = index.scores([tokens(example)])[0]
            if scores.max() == 0 or scores.argmax() != number:
                best = areas[int(scores.argmax())].key if scores.any() else "no area"
                raise KnowledgeError(
                    f"{FILE}, area {area.key}: the terms in '{example}' speak for {best}; mend terms or example."
                )
    return index
