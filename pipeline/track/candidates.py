"""Candidates: earlier sayings of the same actors that are near to a later one in meaning or in words.

The search is exact within blocks: sayings fall into groups of the same actors and parties, and each group is compared
with the groups that are enough like it, a block of rows at a time.
"""

import re
from collections.abc import Iterator

import numpy as np

from pipeline.track.columns import Columns
from pipeline.track.sayings import Codes, Saying

ALIKE = 0.5
"""Part of the codes of two groups that must be common for their sayings to be compared."""
NEAREST = 12
"""Candidates of a saying in all earlier documents."""
FLOOR = -0.05
"""Similarity under which nothing is a candidate."""
ROWS = 512
"""Rows that are compared at once."""

FEWEST_WORDS = 3
"""Words of a title, numbers aside, by which documents of one issuer are held to be of the same kind."""

Group = tuple[Codes, Codes, str]
"""Who binds itself, who are the parties of the document, and what series or kind of meeting the document is of."""


def candidates(columns: Columns) -> tuple[np.ndarray, np.ndarray]:
    """Row numbers of later sayings and of their candidates, ordered by later, then by earlier row."""
    groups = _groups(columns)
    later: list[np.ndarray] = [np.zeros(0, dtype=np.int64)]
    earlier = list(later)
    for group, rows in groups.items():
        others = np.sort(np.concatenate([groups[other] for other in groups if other == group or alike(group, other)]))
        for at in range(0, len(rows), ROWS):
            for row, found in _nearest(columns, rows[at : at + ROWS], others):
                later.append(np.full(len(found), row))
                earlier.append(found)
    lasts, firsts = np.concatenate(later), np.concatenate(earlier)
    order = np.lexsort((firsts, lasts))
    return lasts[order], firsts[order]


def alike(one: Group, other: Group) -> bool:
    """Whether the sayings of two groups may be the same undertaking: same actors, or same parties, by and large."""
    return overlap(one[0], other[0]) >= ALIKE or overlap(one[1], other[1]) >= ALIKE or (one[2] == other[2] != "")


def overlap(one: Codes, other: Codes) -> float:
    """Part of the codes of either that both have; 0 where none has any."""
    return len(one & other) / len(one | other) if one or other else 0.0


def group_of(saying: Saying) -> Group:
    """The group of a saying."""
    paper = saying.paper
    words = re.findall(r"[^\W\d_]+", paper.title.lower())
    same = f"{paper.issuer}: {' '.join(words)}" if paper.issuer and len(words) >= FEWEST_WORDS else ""
    return saying.actors, paper.members, paper.series or same


def _groups(columns: Columns) -> dict[Group, np.ndarray]:
    rows: dict[Group, list[int]] = {}
    for row, saying in enumerate(columns.sayings):
        rows.setdefault(group_of(saying), []).append(row)
    return {group: np.array(numbers, dtype=np.int64) for group, numbers in rows.items()}


def _nearest(columns: Columns, rows: np.ndarray, others: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """For each of some rows, the nearest of the ``others`` that are of an earlier day."""
    others = others[columns.days[others] < columns.days[rows].max()]
    if not len(others):
        return
    likeness = (columns.words[rows] @ columns.words[others].T).toarray()
    if columns.read:
        likeness = (likeness + columns.vectors[rows] @ columns.vectors[others].T) / 2
    likeness[columns.days[others][None, :] >= columns.days[rows][:, None]] = -1
    most = min(NEAREST, len(others))
    best = np.argpartition(-likeness, most - 1, axis=1)[:, :most]
    for number, row in enumerate(rows):
        found = best[number]
        yield int(row), others[found[likeness[number, found] >= FLOOR]]
