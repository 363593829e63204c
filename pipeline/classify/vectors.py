"""Word vectors: what the model knows of a word beyond the lists of terms."""

from dataclasses import dataclass, field

import numpy as np

from pipeline.classify.bags import Bags

SMOOTHING = 1e-3
"""Words rarer than this share of all words count nearly in full (smooth inverse frequency: Arora et al. 2017)."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Vectors of a vocabulary: ``matrix`` (words, dimensions) of whole numbers -127 to 127, ``counts`` in the text
    that they were learned from, ``mean`` (dimensions) of texts, which is taken off.
    """

    words: tuple[str, ...]
    counts: np.ndarray
    matrix: np.ndarray
    mean: np.ndarray
    index: dict[str, int] = field(init=False)
    share: np.ndarray = field(init=False)
    rows: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        counts = self.counts.astype(np.float64)
        share = counts / counts.sum()
        rows = self.matrix.astype(np.float32)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        rows *= (SMOOTHING / (SMOOTHING + share))[:, None].astype(np.float32)
        object.__setattr__(self, "index", {word: number for number, word in enumerate(self.words)})
        object.__setattr__(self, "share", share)
        object.__setattr__(self, "rows", rows)

    def counted(self, sentences: list[list[str]]) -> Bags:
        """How often each text holds each word of the vocabulary."""
        get = self.index.get
        return Bags.of(([n for n in map(get, words) if n is not None] for words in sentences), len(self.words))

    def averaged(self, counted: Bags) -> np.ndarray:
        """Vectors of texts, of length 1; zero where a text has no known word: (texts, dimensions)."""
        lengths = np.sqrt(np.maximum(counted.sums(), 1)).astype(np.float32)
        vectors = (counted @ self.rows) / lengths[:, None] - self.mean
        vectors[~counted.filled] = 0
        return unit(vectors)

    def weighted(self, counted: Bags) -> Bags:
        """Bags of words weighted by rarity, of length 1."""
        rarity = -np.log(self.share).astype(np.float32)
        bags = counted.weighted((1 + np.log(counted.weights)) * rarity[counted.words])
        squares = bags.weighted(bags.weights**2).sums()
        return bags.weighted(bags.weights / np.sqrt(bags.spread(squares)))


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows scaled to length 1; zero rows stay zero."""
    lengths: np.ndarray = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return np.asarray(rows / lengths)
