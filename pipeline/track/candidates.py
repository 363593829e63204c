"""Candidates: earlier sayings of the same actors that are near to a later one in meaning or in words.

The search is exact within blocks of the same actors or parties, a few hundred rows at a time; in large blocks the words
are compared of the nearest in meaning alone.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Self

import numpy as np
import scipy.sparse as sp

from pipeline.track.columns import Columns
from pipeline.track.sayings import Codes, Saying

ALIKE = 0.5
"""More than this part of the codes of two groups must be common for their sayings to be compared."""
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
ROWS = 256
"""Rows that are compared at once."""
FEWEST_WORDS = 3
"""Words of a title, numbers aside, by which documents of one issuer are held to be of the same kind."""

Group = tuple[Codes, Codes]
"""Who binds itself, and who are the parties of the document."""


def candidates(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers of later sayings and of their candidates, ordered by later, then by earlier row."""
    count = len(columns.sayings)
    words = _used(columns.words)
    pairs = [np.zeros(0, dtype=np.int64)]
    for rows, others in _blocks(columns):
        block = _Block.of(columns, words, others)
        for some in _chunks(block, rows):
            pairs += [later * count + earlier for later, earlier in _nearest(block, some)]
    found = np.unique(np.concatenate(pairs))
    return found // max(count, 1), found % max(count, 1)


def overlap(one: Codes, other: Codes) -> float:
    """Part of the codes of either that both have; 0 where none has any."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _blocks(columns: Columns) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows, and the rows that they are compared with, both by date: by actors and parties, then by kind of document."""
    groups = _rows_by((saying.actors, saying.paper.members) for saying in columns.sayings)
    rows = list(groups.values())
    for number, others in enumerate(_alike(list(groups))):
        yield rows[number], np.sort(np.concatenate([rows[other] for other in others] or [rows[number][:0]]))
    for kind, same in _rows_by(_kind(saying) for saying in columns.sayings).items():
        if kind:
            yield same, same


def _rows_by(keys: Iterable[Hashable]) -> dict[Hashable, np.ndarray]:
    rows: dict[Hashable, list[int]] = {}
    for row, key in enumerate(keys):
        rows.setdefault(key, []).append(row)
    return {key: np.array(numbers, dtype=np.int64) for key, numbers in rows.items()}


def _kind(saying: Saying) -> str:
    """The series that metadata name, else issuer and title without numbers; empty where the title is too short."""
    paper = saying.paper
    words = re.findall(r"[^\W\d_]+", paper.title.lower())
    same = f"{paper.issuer}: {' '.join(words)}" if paper.issuer and len(words) >= FEWEST_WORDS else ""
    return paper.series or same


def _alike(groups: list[Hashable]) -> Iterator[np.ndarray]:
    """For each group the numbers of those with much the same actors, or much the same parties."""
    sides = [_memberships([group[side] for group in groups]) for side in (0, 1)]  # type: ignore[index]
    for at in range(0, len(groups), ROWS):
        near = [_overlaps(side[at : at + ROWS], side) > ALIKE for side in sides]
        for row in near[0] | near[1]:
            yield np.flatnonzero(row)


def _memberships(groups: list[Codes]) -> np.ndarray:
    """Which group holds which code: (groups, codes)."""
    at = {code: number for number, code in enumerate(sorted({code for group in groups for code in group}))}
    table = np.zeros((len(groups), len(at)), dtype=np.float32)
    for row, group in enumerate(groups):
        table[row, [at[code] for code in group]] = 1
    return table


def _overlaps(some: np.ndarray, every: np.ndarray) -> np.ndarray:
    common = some @ every.T
    either = some.sum(axis=1)[:, None] + every.sum(axis=1)[None, :] - common
    overlaps: np.ndarray = common / np.maximum(either, 1)
    return overlaps


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
