"""Fitting the matcher on labelled pairs, measured by leaving one pair out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from pipeline.track.candidates import candidates
from pipeline.track.columns import Columns
from pipeline.track.features import FEATURES, features
from pipeline.track.links import chosen
from pipeline.track.matcher import Matcher
from pipeline.training.track.pairs import Pair

STRENGTH = 0.3
"""Inverse of the strength of regularisation, over features of unit variance."""
SLACK = 0.01
"""How much worse than the best F1 of links a higher threshold may be: what is linked wrongly is worse than a gap."""
THRESHOLDS = tuple(np.arange(0.1, 0.6, 0.05).round(2).tolist())


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled pair as the matcher sees it: the rows of its candidates, their features, and which are right.

    ``later_spans`` and ``earlier_spans`` have the number of the gold's span for each row, -1 where it has none.
    """

    pair: Pair
    columns: Columns
    later: np.ndarray
    earlier: np.ndarray
    features: np.ndarray
    right: np.ndarray
    later_spans: np.ndarray
    earlier_spans: np.ndarray


@dataclass(frozen=True, slots=True)
class Figures:
    """F1 of links, share of later spans of which it is rightly said whether they have a link, F1 of kept spans."""

    links: float
    known: float
    kept: float


def example(pair: Pair, columns: Columns, later_spans: np.ndarray, earlier_spans: np.ndarray) -> Example:
    """The example of a pair whose documents are in ``columns``."""
    later, earlier = candidates(columns)
    right = [(int(a), int(b)) in pair.links for a, b in zip(later_spans[later], earlier_spans[earlier], strict=True)]
    values = features(columns, later, earlier)
    return Example(pair, columns, later, earlier, values, np.array(right, dtype=bool), later_spans, earlier_spans)


def fit(examples: Sequence[Example], *, reads: bool) -> tuple[Matcher, Figures]:
    """The matcher, and its figures on pairs that it had not seen; without ``reads``, meaning has no weight."""
    held_out = [
        _fit([e for e in examples if e is not example], 0.5, reads).probabilities(example.features)
        for example in examples
    ]
    told = {threshold: figures(examples, held_out, threshold) for threshold in THRESHOLDS}
    most = max(found.links for found in told.values())
    best = max(threshold for threshold, found in told.items() if found.links >= most - SLACK)
    return _fit(examples, best, reads), told[best]


def _fit(examples: Sequence[Example], threshold: float, reads: bool) -> Matcher:
    values = np.vstack([e.features for e in examples]).astype(np.float64)
    if not reads:
        values[:, FEATURES.index("meaning")] = 0
    scale = values.std(axis=0) + 1e-6
    mean = values.mean(axis=0)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit((values - mean) / scale, np.concatenate([e.right for e in examples]))
    weights = model.coef_[0] / scale
    if not reads:
        weights[FEATURES.index("meaning")] = 0
    return Matcher(weights.astype(np.float32), float(model.intercept_[0] - weights @ mean), threshold)


def figures(examples: Sequence[Example], scores: Sequence[np.ndarray], threshold: float) -> Figures:
    """The figures of links that are chosen by ``scores`` from a threshold on, over all examples."""
    links = [0, 0, 0]
    kept = [0, 0, 0]
    known = spans = 0
    for e, found in zip(examples, scores, strict=True):
        pairs = chosen(e.columns, e.later, e.earlier, found, threshold)
        ours = {(int(e.later_spans[e.later[p]]), int(e.earlier_spans[e.earlier[p]])) for p in pairs}
        ours = {(a, b) for a, b in ours if a >= 0 and b >= 0}
        for counts, mine, gold in (
            (links, ours, set(e.pair.links)),
            (kept, {b for _, b in ours}, {b for _, b in e.pair.links}),
        ):
            for place, number in enumerate((len(mine & gold), len(mine), len(gold))):
                counts[place] += number
        said, right = {a for a, _ in ours}, {a for a, _ in e.pair.links}
        spans += len(e.pair.later.spans)
        known += sum((n in said) == (n in right) for n in range(len(e.pair.later.spans)))
    return Figures(_f1(links), known / max(spans, 1), _f1(kept))


def _f1(counts: Sequence[int]) -> float:
    right, ours, gold = counts
    return 2 * right / max(ours + gold, 1)
