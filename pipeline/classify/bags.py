"""Bags of words of many texts: of each text which words of a vocabulary it holds, and how much each weighs.

scipy's sparse matrices hold the same, and take a quarter of a second to be imported, which whoever reads one document
does without.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    import scipy.sparse as sp


@dataclass(frozen=True, slots=True)
class Bags:
    """The words of all texts one behind the other, those of a text ascending and each once: their numbers in
    ``words``, what they weigh in ``weights``; text ``n`` has those from ``ends[n]`` to ``ends[n + 1]``. ``vocabulary``
    is the number of words that there are.
    """

    words: np.ndarray
    weights: np.ndarray
    ends: np.ndarray
    vocabulary: int

    @classmethod
    def of(cls, texts: Iterable[Sequence[int]], vocabulary: int) -> Self:
        """How often each text holds each word."""
        numbers: list[int] = []
        lengths = [0]
        for text in texts:
            numbers += text
            lengths.append(len(text))
        rows = np.repeat(np.arange(len(lengths) - 1), lengths[1:])
        places, counts = np.unique(rows * vocabulary + np.asarray(numbers, dtype=np.int64), return_counts=True)
        held = np.bincount(places // vocabulary, minlength=len(lengths) - 1)
        ends = np.concatenate([[0], np.cumsum(held)])
        return cls(places % vocabulary, counts.astype(np.float32), ends, vocabulary)

    def __len__(self) -> int:
        return len(self.ends) - 1

    @property
    def filled(self) -> np.ndarray:
        """Which texts hold any word."""
        return np.diff(self.ends) > 0

    def weighted(self, weights: np.ndarray) -> "Bags":
        """The same words with other weights."""
        return Bags(self.words, weights, self.ends, self.vocabulary)

    def sums(self) -> np.ndarray:
        """What the words of each text weigh together."""
        return self._added(self.weights)

    def spread(self, values: np.ndarray) -> np.ndarray:
        """The value of each text for each of its words."""
        return np.repeat(values, np.diff(self.ends))

    def __matmul__(self, matrix: np.ndarray) -> np.ndarray:
        """Sums of the rows of a matrix (words, columns), one for each text: (texts, columns)."""
        return self._added(self.weights[:, None] * matrix[self.words])

    def _added(self, values: np.ndarray) -> np.ndarray:
        sums = np.zeros((len(self), *values.shape[1:]), dtype=values.dtype)
        if len(values):
            sums[self.filled] = np.add.reduceat(values, self.ends[:-1][self.filled], axis=0)
        return sums

    def sparse(self) -> "sp.csr_matrix":
        """As a sparse matrix: (texts, words)."""
        import scipy.sparse as sp

        return sp.csr_matrix((self.weights, self.words, self.ends), shape=(len(self), self.vocabulary))
