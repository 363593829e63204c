"""Candidates: earlier sayings of the same actors that are near to a later one in meaning or in words.

The search is exact within blocks of the same actors or parties, a few hundred rows at a time; in large blocks the words
are compared of the nearest in meaning alone.
"""

import re
from collections.abc import Hashable, Iterable, Iterator

import numpy as np

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
    pairs = [np.zeros((0, 2), dtype=np.int64)]
    for rows, others in _blocks(columns):
        for at in range(0, len(rows), ROWS):
            some = rows[at : at + ROWS]
            before = others[columns.days[others] < columns.days[some].max()]
            if len(before):
                pairs.append(_nearest(columns, some, before))
    found = np.unique(np.vstack(pairs), axis=0)
    return found[:, 0], found[:, 1]


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


def _nearest(columns: Columns, rows: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Pairs of each of some rows and the nearest of the ``others`` that are of an earlier day."""
    later = columns.days[others][None, :] >= columns.days[rows][:, None]
    if columns.read and len(others) > LARGE:
        likeness = columns.vectors[rows] @ columns.vectors[others].T
        likeness[later] = -1
        first, second = _best(likeness, SHORTLIST)
        words = columns.words[rows[first]].multiply(columns.words[others[second]]).sum(axis=1)
        likeness[first, second] += np.asarray(words).ravel() + 2  # the shortlist stands above all others
        likeness /= 2
        likeness -= 1
    else:
        likeness = (columns.words[rows] @ columns.words[others].T).toarray()
        if columns.read:
            likeness = (likeness + columns.vectors[rows] @ columns.vectors[others].T) / 2
        likeness[later] = -1
    first, second = _best(likeness, NEAREST)
    enough = (likeness[first, second] >= FLOOR) & ~later[first, second]
    return np.column_stack([rows[first[enough]], others[second[enough]]])


def _best(likeness: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns of the greatest values of each row."""
    most = min(most, likeness.shape[1])
    best = np.argpartition(likeness, -most, axis=1)[:, -most:]
    return np.repeat(np.arange(len(likeness)), most), best.ravel()
