"""Blocks: which sayings are compared at all.

Sayings of much the same actors, or of documents of much the same parties; of documents of one issuer whose titles are
the same; and of documents whose titles have rare words in common, where at least one party is the same. The parties of
a document are not always found, and a body grows.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np

from pipeline.track.columns import Columns
from pipeline.track.sayings import Codes, Saying

ALIKE = 0.5
"""More than this part of the codes of two groups must be common for their sayings to be compared."""
FEWEST_WORDS = 3
"""Words of a title, numbers aside, by which documents of one issuer are held to be of the same kind."""
RARE = 5.0
"""What the words that two titles have in common must weigh for their documents to be compared."""
TITLED = 0.3
"""Part of the weight of two titles, their geometric mean, that must be common."""
ROWS = 256
"""Rows that are compared at once."""

Group = tuple[Codes, Codes]
"""Who binds itself, and who are the parties of the document."""


def blocks(columns: Columns) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows, and the rows that they are compared with, both by date."""
    groups = _rows_by((saying.actors, saying.paper.members) for saying in columns.sayings)
    yield from _joined(list(groups.values()), _alike(list(groups)))
    for kind, same in _rows_by(_kind(saying) for saying in columns.sayings).items():
        if kind:
            yield same, same
    titles = _rows_by((saying.paper.kind, saying.paper.members) for saying in columns.sayings)
    yield from _joined(list(titles.values()), _titled(columns, list(titles.values())))


def overlap(one: Codes, other: Codes) -> float:
    """Part of the codes of either that both have; 0 where none has any."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _joined(rows: Sequence[np.ndarray], others: Iterable[np.ndarray]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The rows of each group with those of other groups, by their numbers; without groups that have no other."""
    for of_group, numbers in zip(rows, others, strict=True):
        if len(numbers):
            yield of_group, np.sort(np.concatenate([rows[number] for number in numbers]))


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


def _titled(columns: Columns, rows: Sequence[np.ndarray]) -> Iterator[np.ndarray]:
    """For each group of one title and one set of parties, the numbers of others with a rare title and a party alike.

    Groups of much the same parties, which are compared anyway, are left out.
    """
    first = [columns.sayings[of_group[0]] for of_group in rows]
    members = _memberships([saying.paper.members for saying in first])
    titles = columns.titles[[columns.papers[of_group[0]] for of_group in rows]]
    weights = np.asarray(titles.sum(axis=1)).ravel()
    roots = titles.sqrt()  # so that a product is the weight of the words in common
    for at in range(0, len(rows), ROWS):
        common = (roots[at : at + ROWS] @ roots.T).toarray()
        either = np.sqrt(weights[at : at + ROWS, None] * weights[None, :])
        titled = (common >= RARE) & (common >= TITLED * either)
        some = members[at : at + ROWS]
        for row in titled & (some @ members.T > 0) & (_overlaps(some, members) <= ALIKE):
            yield np.flatnonzero(row)


def _alike(groups: list[Hashable]) -> Iterator[np.ndarray]:
    """For each group the numbers of those with much the same actors, or much the same parties."""
    sides = [_memberships([group[side] for group in groups]) for side in (0, 1)]  # type: ignore[index]
    for at in range(0, len(groups), ROWS):
        near = [_overlaps(side[at : at + ROWS], side) > ALIKE for side in sides]
        for row in near[0] | near[1]:
            yield np.flatnonzero(row)


def _memberships(groups: Sequence[Codes]) -> np.ndarray:
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
