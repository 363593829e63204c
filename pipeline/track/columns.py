"""The sayings of a corpus in columns, for comparing many of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from pipeline.track.sayings import Saying
from pipeline.track.wording import Rarity, bags, names, stems


@dataclass(frozen=True, slots=True)
class Columns:
    """What is compared of ``sayings``, a row each, ordered by date.

    ``vectors`` (rows, dimensions): unit vectors of the encoder about their mean, without dimensions where it did not
    read; ``words``, ``actions``, ``heads``, ``named`` (rows, buckets): bags of the sentence's words, of those of its
    actions, of the first words of these, and of what it names; ``areas`` (rows, areas), ``days``, ``papers`` (numbers
    of documents), ``places``: as in :class:`Saying`.
    """

    sayings: Sequence[Saying]
    vectors: np.ndarray
    words: sp.csr_matrix
    actions: sp.csr_matrix
    heads: sp.csr_matrix
    named: sp.csr_matrix
    areas: np.ndarray
    days: np.ndarray
    papers: np.ndarray
    places: np.ndarray

    @property
    def read(self) -> bool:
        """Whether an encoder has read the sentences."""
        return bool(self.vectors.shape[1])


def columns(found: Sequence[Saying], rarity: Rarity, mean: np.ndarray) -> Columns:
    """The columns of sayings, by date; ``mean`` is the mean of the encoder's unit vectors in press text."""
    ordered = sorted(found, key=lambda s: (s.paper.date, s.paper.doc_id))
    numbers = {doc_id: n for n, doc_id in enumerate(dict.fromkeys(s.paper.doc_id for s in ordered))}
    keys = sorted({area for s in ordered for p in s.promises for area in p.areas})
    at = {area: n for n, area in enumerate(keys)}
    areas = np.zeros((len(ordered), len(keys)), dtype=bool)
    for row, saying in enumerate(ordered):
        areas[row, [at[area] for p in saying.promises for area in p.areas]] = True
    actions = [[stems(p.action) for p in s.promises] for s in ordered]
    return Columns(
        ordered,
        _vectors(ordered, mean),
        bags((stems(s.text) for s in ordered), rarity),
        bags(([word for action in of for word in action] for of in actions), rarity),
        bags(([action[0] for action in of if action] for of in actions), rarity),
        bags((names(s.text) for s in ordered), rarity),
        areas,
        np.array([s.paper.date.toordinal() for s in ordered], dtype=np.int64),
        np.array([numbers[s.paper.doc_id] for s in ordered], dtype=np.int64),
        np.array([s.place for s in ordered], dtype=np.float32),
    )


def _vectors(found: Sequence[Saying], mean: np.ndarray) -> np.ndarray:
    if not all(len(s.vector) == len(mean) for s in found):
        return np.zeros((len(found), 0), dtype=np.float32)
    rows = np.array([np.frombuffer(s.vector, dtype=np.int8) for s in found], dtype=np.float32).reshape(-1, len(mean))
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    rows -= mean
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows
