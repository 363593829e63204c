"""The sayings of a corpus in columns, for comparing many of them at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import scipy.sparse as sp

from pipeline.records import STRENGTHS
from pipeline.track.projection import Projection, scaled
from pipeline.track.sayings import Saying
from pipeline.track.wording import Rarity, bags, local_weights, names, stems, unit, weight

SHRINKING = 3
"""Sayings that stand for the press at large when the mean of a document is taken off its vectors."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What is compared of ``sayings``, a row each, ordered by date.

    ``vectors`` (rows, dimensions): what the encoder says, projected, about the mean of its document, of length 1;
    without dimensions where it did not read. Of length 1 as well are the bags ``words`` of the sentences, ``actions``
    of the actions in them, ``heads`` of the first words of these, and ``named`` of what the sentences name;
    ``weights`` holds the words before they are scaled: (rows, buckets). ``areas`` (rows, areas), ``days``, ``papers``
    (numbers of documents), ``places``: as in :class:`Saying`. ``lengths`` are letters, ``sums`` those of the weights,
    ``cues`` numbers of the first cue of each, ``strengths`` of its firmest promise.
    ``titles`` (documents, buckets) has the stems of their titles, weighted by rarity.
    """

    sayings: Sequence[Saying]
    vectors: np.ndarray
    weights: sp.csr_matrix
    words: sp.csr_matrix
    actions: sp.csr_matrix
    heads: sp.csr_matrix
    named: sp.csr_matrix
    areas: np.ndarray
    days: np.ndarray
    papers: np.ndarray
    places: np.ndarray
    lengths: np.ndarray
    sums: np.ndarray
    cues: np.ndarray
    strengths: np.ndarray
    titles: sp.csr_matrix

    @property
    def read(self) -> bool:
        """Whether an encoder has read the sentences."""
        return bool(self.vectors.shape[1])


def columns(found: Sequence[Saying], rarity: Rarity, projection: Projection) -> Columns:
    """The columns of sayings, by date."""
    ordered = sorted(found, key=lambda s: (s.paper.date, s.paper.doc_id))
    documents = [list(group) for _, group in groupby(ordered, key=lambda s: s.paper.doc_id)]
    sizes = [len(document) for document in documents]
    weights = bags(_weighted(documents, rarity))
    return Columns(
        ordered,
        _vectors(ordered, sizes, weights, projection),
        weights,
        unit(weights),
        unit(bags(_weighted_actions(documents, rarity))),
        unit(bags({stems(p.action)[0]: 1.0 for p in s.promises if stems(p.action)} for s in ordered)),
        unit(bags({word: rarity(word) for word in names(s.text)} for s in ordered)),
        _areas(ordered),
        np.array([s.paper.date.toordinal() for s in ordered], dtype=np.int64),
        np.repeat(np.arange(len(documents)), sizes),
        np.array([s.place for s in ordered], dtype=np.float32),
        np.array([len(s.text) for s in ordered], dtype=np.float32),
        np.asarray(weights.sum(axis=1)).ravel(),
        _numbered(s.promises[0].cue.lower() for s in ordered),
        np.array([min(STRENGTHS.index(p.strength) for p in s.promises) for s in ordered], dtype=np.int8),
        bags({word: weight(word, rarity) for word in document[0].paper.kind} for document in documents),
    )


def unread(found: Sequence[Saying]) -> list[Saying]:
    """The sayings without the vectors that the encoder left: once they are in columns, nobody asks for them."""
    return [replace(saying, vector=b"") for saying in found]


def _weighted(documents: Sequence[Sequence[Saying]], rarity: Rarity) -> Iterator[dict[str, float]]:
    for document in documents:
        yield from local_weights([stems(s.text) for s in document], rarity)


def _weighted_actions(documents: Sequence[Sequence[Saying]], rarity: Rarity) -> Iterator[dict[str, float]]:
    for document in documents:
        yield from local_weights([[w for p in s.promises for w in stems(p.action)] for s in document], rarity)


def _numbered(words: Iterable[str]) -> np.ndarray:
    """A number for each word, the same for the same word."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int32)


def _areas(ordered: Sequence[Saying]) -> np.ndarray:
    keys = sorted({area for s in ordered for p in s.promises for area in p.areas})
    at = {area: n for n, area in enumerate(keys)}
    areas = np.zeros((len(ordered), len(keys)), dtype=bool)
    for row, saying in enumerate(ordered):
        areas[row, [at[area] for p in saying.promises for area in p.areas]] = True
    return areas


def _vectors(
    ordered: Sequence[Saying], sizes: Sequence[int], weights: sp.csr_matrix, projection: Projection
) -> np.ndarray:
    if not all(len(s.vector) == projection.width for s in ordered):
        return np.zeros((len(ordered), 0), dtype=np.float32)
    rows = projection([s.vector for s in ordered], weights)
    start = 0
    for size in sizes:
        rows[start : start + size] -= rows[start : start + size].sum(axis=0) / (size + SHRINKING)
        start += size
    return scaled(rows)
