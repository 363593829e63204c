"""What the model sees of a sentence: its terms, its words, and the same of what stands around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.classify.bags import Bags
from pipeline.classify.terms import TermIndex
from pipeline.classify.vectors import Vectors
from pipeline.names.words import tokens

if TYPE_CHECKING:
    import scipy.sparse as sp


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (or a part of one) with the sentences before and behind it and the title of its document.

    ``reading`` is what the encoder says of its areas (:class:`pipeline.records.Sentence`), empty where it read nothing.
    """

    text: str
    previous: str = ""
    following: str = ""
    title: str = ""
    reading: tuple[float, ...] = ()

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """The words, in the order of :data:`FIELDS`."""
        return self.text, self.previous, self.following, self.title


FIELDS = ("text", "previous", "following", "title")
FIELD_WEIGHTS = (1.0, 0.5, 0.4, 0.4)
"""How large the features of each field enter: chosen by cross-validation, the sentence itself first."""


DAMPING = 1.0
"""In weights of terms: a lone weak term counts about half as much as several strong ones."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Features of many passages; every text is worked on once, however many passages it stands in.

    ``dense`` (texts, areas + dimensions) and ``bags`` hold the texts; ``places`` (fields, passages) the row of each
    passage's field.
    """

    dense: np.ndarray
    bags: Bags
    places: np.ndarray

    def matrix(self) -> "sp.csr_matrix":
        """The passages' features side by side, to learn from: (passages, fields x (areas + dimensions) + words)."""
        import scipy.sparse as sp

        parts = [self.dense[row] * weight for row, weight in zip(self.places, FIELD_WEIGHTS, strict=True)]
        return sp.hstack([sp.csr_matrix(np.hstack(parts)), self.bags.sparse()[self.places[0]]], format="csr")

    def scores(self, weights: np.ndarray) -> np.ndarray:
        """``matrix() @ weights`` without building the matrix: (passages, columns of ``weights``)."""
        width = self.dense.shape[1]
        total: np.ndarray = (self.bags @ weights[width * len(FIELDS) :])[self.places[0]]
        for number, (row, weight) in enumerate(zip(self.places, FIELD_WEIGHTS, strict=True)):
            total += (self.dense @ (weights[number * width : (number + 1) * width] * weight))[row]
        return total


def batch(passages: Iterable[Passage], terms: TermIndex, vectors: Vectors) -> Batch:
    """Features of ``passages``."""
    number: dict[str, int] = {}
    places = np.array(
        [[number.setdefault(text, len(number)) for text in p.texts] for p in passages],
        dtype=np.int64,
    ).reshape(-1, len(FIELDS))
    sentences = [tokens(text) for text in number]
    counted = vectors.counted(sentences)
    dense = np.hstack([term_shares(sentences, terms), vectors.averaged(counted)]).astype(np.float32)
    return Batch(dense, vectors.weighted(counted), places.T)


def term_shares(sentences: Sequence[Sequence[str]], terms: TermIndex) -> np.ndarray:
    """How the terms of each text spread over the areas, rows shorter than 1, the fewer and weaker the terms the
    shorter: (texts, areas).
    """
    scores = terms.scores(sentences)
    return np.asarray(scores / np.sqrt(DAMPING**2 + (scores**2).sum(axis=1, keepdims=True)))
