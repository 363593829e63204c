"""Candidates: earlier sayings of the same actors that are near to a later one in meaning or in words.

The search is exact within blocks of the same actors or parties, a few hundred rows at a time; in large blocks the words
are compared of the nearest in meaning alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
import scipy.sparse as sp

from pipeline.track.blocks import ROWS, blocks
from pipeline.track.columns import Columns

NEAREST = 12
"""Candidates of a saying in all earlier documents."""
SHORTLIST = 48
"""Sayings of a large block whose words are compared."""
LARGE = 10_000
"""Sayings from which on a block is large."""
WINDOW = 20_000
"""Earlier sayings of a block, the latest, among which a saying looks for its candidates: time grows with the corpus."""
FLOOR = -0.05
"""Similarity under which nothing is a candidate."""


def candidates(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers of later sayings and of their candidates, ordered by later, then by earlier row."""
    count = len(columns.sayings)
    words = _used(columns.words)
    pairs = [np.zeros(0, dtype=np.int64)]
    for rows, others in blocks(columns):
        block = _Block.of(columns, words, others)
        for some in _chunks(block, rows):
            pairs += [later * count + earlier for later, earlier in _nearest(block, some)]
    found = np.unique(np.concatenate(pairs))
    return found // max(count, 1), found % max(count, 1)


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows by date with which others are compared; ``turned`` are their words, (buckets, rows), where they are few."""

    columns: Columns
    words: sp.csr_matrix
    rows: np.ndarray
    days: np.ndarray
    turned: sp.csr_matrix | None

    @classmethod
    def of(cls, columns: Columns, words: sp.csr_matrix, rows: np.ndarray) -> Self:
        """The block of these rows of ``columns``; ``words`` are their words, unused buckets left out."""
        return cls(columns, words, rows, columns.days[rows], words[rows].T.tocsr() if len(rows) <= LARGE else None)


def _used(words: sp.csr_matrix) -> sp.csr_matrix:
    """The bags without the buckets that nothing is in: of a million, most."""
    used, places = np.unique(words.indices, return_inverse=True)
    return sp.csr_matrix((words.data, places.astype(np.int32), words.indptr), shape=(words.shape[0], len(used)))


def _chunks(block: _Block, rows: np.ndarray) -> Iterator[np.ndarray]:
    """Rows by date, as many at once as are compared with much the same rows of the block."""
    places = np.searchsorted(block.days, block.columns.days[rows])
    at = 0
    while at < len(rows):
        near = int(np.searchsorted(places, places[at] + WINDOW, side="right"))
        stop = min(at + ROWS, max(near, at + 1))
        yield rows[at:stop]
        at = stop


def _nearest(block: _Block, rows: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Each of some rows, and the nearest of the block that are of an earlier day."""
    columns, words = block.columns, block.words
    end = int(np.searchsorted(block.days, columns.days[rows].max()))
    start = max(0, int(np.searchsorted(block.days, columns.days[rows].min())) - WINDOW)
    others = block.rows[start:end]
    if not len(others):
        return
    later = block.days[start:end][None, :] >= columns.days[rows][:, None]
    if columns.read and len(others) > LARGE:
        likeness = columns.vectors[rows] @ columns.vectors[others].T
        likeness[later] = -1
        first, second = _best(likeness, SHORTLIST)
        common = words[rows[first]].multiply(words[others[second]]).sum(axis=1)
        likeness[first, second] += np.asarray(common).ravel() + 2  # the shortlist stands above all others
        likeness /= 2
        likeness -= 1
    else:
        turned = words[others].T if block.turned is None else block.turned
        likeness = (words[rows] @ turned).toarray()
        likeness = likeness if block.turned is None else likeness[:, start:end]
        if columns.read:
            likeness = (likeness + columns.vectors[rows] @ columns.vectors[others].T) / 2
        likeness[later] = -1
    first, second = _best(likeness, NEAREST)
    enough = (likeness[first, second] >= FLOOR) & ~later[first, second]
    yield rows[first[enough]], others[second[enough]]


def _best(likeness: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of the greatest values of each row."""
    most = min(most, likeness.shape[1])
    best = np.argpartition(likeness, -most, axis=1)[:, -most:]
    return np.repeat(np.arange(len(likeness)), most), best.ravel()
