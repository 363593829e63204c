"""What a way says of a sentence, and the ways that read no grammar: a list of words, and TF-IDF with regressions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, make_pipeline

from pipeline.classify.terms import term_index
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.names.words import tokens
from pipeline.records import ACTS, MOST_AREAS, Act
from pipeline.tag.commitments.cues import read_cues

ENDINGS = r"(?:s|es|d|ed|ing)?"
"""How a word of the list may end in a text."""
LEAST = 0.5
"""The probability from which on a regression says yes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Acts of a sentence, and its policy areas, the most important first."""

    acts: frozenset[str]
    areas: tuple[str, ...]


class Way(Protocol):
    """Something that labels sentences by their text alone."""

    def __call__(self, sentences: Sequence[str]) -> list[Answer]:
        """An answer for each sentence."""


class WordList:
    """The words of the cue lexicon and the terms of the areas, looked up: no grammar, no context, nothing learned."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.keys = area_keys(knowledge)
        self.terms = term_index(self.keys, knowledge)
        cues: dict[Act, set[str]] = {act: set() for act in ACTS}
        for cue in read_cues(knowledge):
            cues[cue.act].add(cue.text)
        self.patterns = {
            act: re.compile(rf"\b(?:{'|'.join(re.escape(w) + ENDINGS for w in sorted(words))})\b", re.IGNORECASE)
            for act, words in cues.items()
            if words
        }

    def __call__(self, sentences: Sequence[str]) -> list[Answer]:
        """An answer for each sentence."""
        return [Answer(self._acts(text), self._areas(text)) for text in sentences]

    def _acts(self, text: str) -> frozenset[str]:
        return frozenset(act for act, pattern in self.patterns.items() if pattern.search(text)) or frozenset({"report"})

    def _areas(self, text: str) -> tuple[str, ...]:
        weights = self.terms.scores([tokens(text)])[0]
        order = [k for k in np.argsort(-weights, kind="stable") if weights[k] > 0]
        return tuple(self.keys[k] for k in order[:MOST_AREAS])


class Regressions:
    """Logistic regressions over TF-IDF of words, pairs of words and characters: what a textbook would begin with."""

    def __init__(self, sentences: Sequence[str], answers: Sequence[Answer], keys: Sequence[str]) -> None:
        self.keys = tuple(keys)
        self.model = make_pipeline(
            FeatureUnion(
                [
                    ("words", TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)),
                    (
                        "characters",
                        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True),
                    ),
                ]
            ),
            OneVsRestClassifier(LogisticRegression(C=8.0, solver="liblinear")),
        )
        wanted = [[act in a.acts for act in ACTS] + [key in a.areas for key in self.keys] for a in answers]
        self.model.fit(list(sentences), np.array(wanted, dtype=int))

    def __call__(self, sentences: Sequence[str]) -> list[Answer]:
        """An answer for each sentence."""
        return [self._answer(row) for row in self.model.predict_proba(list(sentences))]

    def _answer(self, row: np.ndarray) -> Answer:
        acts, areas = row[: len(ACTS)], row[len(ACTS) :]
        said = [act for act, p in zip(ACTS, acts, strict=True) if p >= LEAST] or [ACTS[int(np.argmax(acts))]]
        order = np.argsort(-areas, kind="stable")
        found = [self.keys[k] for n, k in enumerate(order[:MOST_AREAS]) if n == 0 or areas[k] >= LEAST]
        return Answer(frozenset(said), tuple(found))
