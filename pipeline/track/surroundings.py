"""What speaks for and against a pair beside the pair itself: its neighbours, and who else may be meant.

Documents of a series keep the order of their subjects, so that of two pairs that look alike the one whose neighbours
are linked is the likelier one.
"""

import numpy as np

from pipeline.track.columns import Columns

SURROUNDINGS = (
    "alone",
    "neighbours",
    "best neighbour",
    "rival for the later",
    "rival for the earlier",
    "share of the later",
    "share of the earlier",
    "chances of the later",
    "chances of the earlier",
)
"""The columns of :func:`surroundings`."""
LITTLE = 0.01
"""What is added to sums, so that none is nothing."""
REACH = 2
"""How many sayings before and after count as neighbours."""


def surroundings(columns: Columns, later: np.ndarray, earlier: np.ndarray, chances: np.ndarray) -> np.ndarray:
    """The surroundings of pairs of rows, a row each: (pairs, surroundings).

    Pairs are ordered by later, then by earlier row; ``chances`` are their probabilities when each is seen alone.
    """
    total, best = _neighbours(columns, later, earlier, chances)
    of_later = _sums(chances, later, columns.papers[earlier])
    of_earlier = _sums(chances, earlier, columns.papers[later])
    return np.column_stack(
        [
            np.log(np.clip(chances, 1e-3, 1 - 1e-3) / np.clip(1 - chances, 1e-3, 1 - 1e-3)),
            total,
            best,
            chances - _rivals(chances, later, columns.papers[earlier]),
            chances - _rivals(chances, earlier, columns.papers[later]),
            chances / of_later,
            chances / of_earlier,
            np.log(of_later),
            np.log(of_earlier),
        ]
    ).astype(np.float32)


def _neighbours(
    columns: Columns, later: np.ndarray, earlier: np.ndarray, chances: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Sum and greatest of the chances of the pairs of sayings that stand next to both, by how near they stand."""
    count, papers = len(columns.sayings), columns.papers
    keys = later.astype(np.int64) * count + earlier
    total = np.zeros(len(keys), dtype=np.float32)
    best = np.zeros(len(keys), dtype=np.float32)
    steps = range(-REACH, REACH + 1)
    for i, j in ((i, j) for i in steps for j in steps if i and j):
        beside, before = np.clip(later + i, 0, count - 1), np.clip(earlier + j, 0, count - 1)
        wanted = beside * np.int64(count) + before
        place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        found = (keys[place] == wanted) & (papers[beside] == papers[later]) & (papers[before] == papers[earlier])
        found &= (beside == later + i) & (before == earlier + j)
        chance = np.where(found, chances[place], 0) * (2 / (abs(i) + abs(j)))
        total += chance
        best = np.maximum(best, chance)
    return total, best


def _rivals(chances: np.ndarray, rows: np.ndarray, papers: np.ndarray) -> np.ndarray:
    """For each pair the greatest chance of another pair of the same row with the same document; 0 where it is alone."""
    keys = rows * (int(papers.max(initial=0)) + 1) + papers
    order = np.lexsort((chances, keys))
    _, starts, sizes = np.unique(keys[order], return_index=True, return_counts=True)
    ends = starts + sizes - 1
    greatest = np.repeat(chances[order][ends], sizes)
    second = np.repeat(np.where(sizes > 1, chances[order][np.maximum(ends - 1, 0)], 0), sizes)
    is_greatest = np.arange(len(keys)) == np.repeat(ends, sizes)
    rivals = np.zeros(len(keys), dtype=np.float32)
    rivals[order] = np.where(is_greatest, second, greatest)
    return rivals


def _sums(chances: np.ndarray, rows: np.ndarray, papers: np.ndarray) -> np.ndarray:
    """For each pair the chances of all pairs of the same row with the same document, together, and a little more."""
    keys = rows * (int(papers.max(initial=0)) + 1) + papers
    _, group = np.unique(keys, return_inverse=True)
    sums: np.ndarray = np.bincount(group, weights=chances, minlength=1)[group] + LITTLE
    return sums
