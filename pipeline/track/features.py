"""What speaks for and against two sayings making the same undertaking, as numbers."""

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from pipeline.track.blocks import overlap
from pipeline.track.columns import Columns
from pipeline.track.senses import Senses

FEATURES = (
    "meaning",
    "words",
    "actions",
    "contained",
    "rarest",
    "heads",
    "named",
    "areas",
    "actors",
    "actors unknown",
    "place",
    "length",
    "best for the later",
    "best for the earlier",
    "worded alike",
    "later meant",
    "earlier meant",
    "meant by both",
    "meant by either",
    "most meant for the later",
    "most meant for the earlier",
    "stems in common",
    "shorter",
    "same cue",
    "same strength",
    "nearest for the later",
    "nearest for the earlier",
)
"""The columns of :func:`features`."""
AT_ONCE = 10_000
"""Pairs whose words are compared at once."""
GROUNDS = {
    "meaning": "meaning",
    "words": "words in common",
    "actions": "words of the action in common",
    "contained": "one holds the words of the other",
    "rarest": "a rare word in common",
    "heads": "the same verb",
    "named": "the same things named",
    "areas": "the same policy areas",
    "actors": "the same actors",
    "place": "the same place in the document",
    "worded alike": "nearly the same wording",
    "later meant": "its words, or words like them, in the earlier one",
    "earlier meant": "the words of the earlier one, or words like them",
    "meant by both": "like words in both",
    "meant by either": "one says in like words what the other says",
    "stems in common": "many words in common",
    "same cue": "the same cue",
}
"""What a reason calls those that may speak for a link."""


def features(columns: Columns, senses: Senses, later: np.ndarray, earlier: np.ndarray) -> np.ndarray:
    """The features of pairs of rows, a row each: (pairs, features)."""
    words = _common(columns.words, later, earlier)
    meaning = _cosines(columns.vectors, later, earlier)
    actions = _common(columns.actions, later, earlier)
    likeness = (words + actions + meaning) / 3
    shared = columns.weights[later].minimum(columns.weights[earlier])
    sums, lengths = columns.sums, columns.lengths
    either = columns.areas[later] | columns.areas[earlier]
    both = columns.areas[later] & columns.areas[earlier]
    actors = np.array([_actors(columns, a, b) for a, b in zip(later, earlier, strict=True)], dtype=np.float32)
    of_later, of_earlier = _meant(columns, senses, later, earlier)
    meant = (of_later + of_earlier) / 2
    sizes = np.diff(columns.weights.indptr)
    common = np.diff(shared.indptr)
    return np.column_stack(
        [
            meaning,
            words,
            actions,
            np.asarray(shared.sum(axis=1)).ravel() / np.maximum(np.minimum(sums[later], sums[earlier]), 1e-9),
            shared.max(axis=1).toarray().ravel() if len(later) else words,
            _common(columns.heads, later, earlier),
            _common(columns.named, later, earlier),
            both.sum(axis=1) / np.maximum(either.sum(axis=1), 1),
            np.maximum(actors, 0),
            actors < 0,
            1 - np.abs(columns.places[later] - columns.places[earlier]),
            np.abs(np.log(lengths[later] / lengths[earlier])),
            _margin(likeness, later, columns.papers[earlier]),
            _margin(likeness, earlier, columns.papers[later]),
            np.maximum(words - 0.7, 0),
            of_later,
            of_earlier,
            np.minimum(of_later, of_earlier),
            np.maximum(of_later, of_earlier),
            _margin(meant, later, columns.papers[earlier]),
            _margin(meant, earlier, columns.papers[later]),
            common / np.maximum(sizes[later] + sizes[earlier] - common, 1),
            np.log(np.minimum(sizes[later], sizes[earlier]) + 1),
            columns.cues[later] == columns.cues[earlier],
            columns.strengths[later] == columns.strengths[earlier],
            _margin(meaning, later, columns.papers[earlier]),
            _margin(meaning, earlier, columns.papers[later]),
        ]
    ).astype(np.float32)


def _common(bags: sp.csr_matrix, later: np.ndarray, earlier: np.ndarray) -> np.ndarray:
    """Cosines of pairs of rows."""
    return np.asarray(bags[later].multiply(bags[earlier]).sum(axis=1), dtype=np.float32).ravel()


def _meant(columns: Columns, senses: Senses, later: np.ndarray, earlier: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which part of the words of the later, and of the earlier, the other has too, or a word near to them."""
    rows, place = np.unique(np.concatenate([later, earlier]), return_inverse=True)
    weights = columns.weights[rows]
    spread = senses.spread(weights)
    sums = np.maximum(np.asarray(weights.sum(axis=1)).ravel(), 1e-9)
    now, before = place[: len(later)], place[len(later) :]
    parts = [np.zeros((2, 0), dtype=np.float32)]
    for start in range(0, len(now), AT_ONCE):
        one, other = now[start : start + AT_ONCE], before[start : start + AT_ONCE]
        shares = [
            np.asarray(weights[a].multiply(spread[b]).sum(axis=1)).ravel() / sums[a]
            for a, b in ((one, other), (other, one))
        ]
        parts.append(np.array(shares, dtype=np.float32))
    of_later, of_earlier = np.hstack(parts)
    return of_later, of_earlier


def _cosines(vectors: np.ndarray, later: np.ndarray, earlier: np.ndarray) -> np.ndarray:
    cosines: np.ndarray = np.einsum("ij,ij->i", vectors[later], vectors[earlier])
    return cosines


def _actors(columns: Columns, later: int, earlier: int) -> float:
    """The overlap of those who bind themselves; -1 where either is unknown."""
    one, other = columns.sayings[later].actors, columns.sayings[earlier].actors
    return overlap(one, other) if one and other else -1.0


def _margin(likeness: np.ndarray, rows: np.ndarray, papers: np.ndarray) -> np.ndarray:
    """How far each pair is behind the likest of the same row with the same document: 0 for the likest, else less."""
    keys = rows * (int(papers.max(initial=0)) + 1) + papers
    _, group = np.unique(keys, return_inverse=True)
    best = np.full(int(group.max(initial=-1)) + 1, -np.inf, dtype=np.float32)
    np.maximum.at(best, group, likeness)
    margin: np.ndarray = likeness - best[group]
    return margin


def grounds(values: Sequence[float], weights: Sequence[float], count: int = 3) -> tuple[str, ...]:
    """What speaks most for a pair, in words."""
    told = [(v * w, GROUNDS[name]) for name, v, w in zip(FEATURES, values, weights, strict=True) if name in GROUNDS]
    return tuple(ground for weight, ground in sorted(told, key=lambda g: (-g[0], g[1]))[:count] if weight > 0)
