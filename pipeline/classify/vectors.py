"""Word vectors: what the model knows of a word beyond the lists of terms."""

from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp

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

    def counted(self, sentences: list[list[str]]) -> sp.csr_matrix:
        """How often each text holds each word of the vocabulary: (texts, words)."""
        get = self.index.get
        numbers: list[int] = []
        ends = [0]
        for sentence in sentences:
            numbers += [n for n in map(get, sentence) if n is not None]
            ends.append(len(numbers))
        ones = np.ones(len(numbers), dtype=np.float32)
        shape = (len(sentences), len(self.words))
        counted = sp.csr_matrix((ones, np.asarray(numbers, dtype=np.int32), np.asarray(ends)), shape=shape)
        counted.sum_duplicates()
        return counted

    def averaged(self, counted: sp.csr_matrix) -> np.ndarray:
        """Vectors of texts, of length 1; zero where a text has no known word: (texts, dimensions)."""
        lengths = np.sqrt(np.maximum(np.asarray(counted.sum(axis=1)), 1)).astype(np.float32)
        vectors = np.asarray(counted @ self.rows) / lengths - self.mean
        vectors[np.diff(counted.indptr) == 0] = 0
        return unit(vectors)

    def weighted(self, counted: sp.csr_matrix) -> sp.csr_matrix:
        """Bags of words weighted by rarity, of length 1: (texts, words)."""
        rarity = -np.log(self.share).astype(np.float32)
        bags = counted.copy()
        bags.data = (1 + np.log(bags.data)) * rarity[bags.indices]
        squares = np.zeros(bags.shape[0], dtype=np.float32)
        np.add.at(squares, np.repeat(np.arange(bags.shape[0]), np.diff(bags.indptr)), bags.data**2)
        bags.data /= np.sqrt(np.repeat(squares, np.diff(bags.indptr)))
        return bags


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows scaled to length 1; zero rows stay zero."""
    lengths: np.ndarray = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return np.asarray(rows / lengths)
