"""Fitting the matcher on labelled pairs, measured by leaving whole series out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from pipeline.track.candidates import candidates
from pipeline.track.columns import Columns
from pipeline.track.features import FEATURES, features
from pipeline.track.links import chosen
from pipeline.track.matcher import LEAST, Matcher, Weights
from pipeline.track.senses import Senses
from pipeline.track.surroundings import surroundings
from pipeline.training.track.pairs import Pair

STRENGTH = 0.1
"""Inverse of the strength of regularisation, over features of unit variance."""
SLACK = 0.005
"""How much worse than the best F1 of links a higher threshold may be: what is linked wrongly is worse than a gap."""
THRESHOLDS = tuple(np.arange(0.1, 0.6, 0.05).round(2).tolist())
FOLDS = 10
MEANT = ("meaning", "nearest for the later", "nearest for the earlier")
"""Features that are told by what the encoder read."""
_YEAR = re.compile(r"-(?:19|20)\d\d")


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


def example(
    pair: Pair, columns: Columns, senses: Senses, later_spans: np.ndarray, earlier_spans: np.ndarray
) -> Example:
    """The example of a pair whose documents are in ``columns``."""
    later, earlier = candidates(columns)
    right = [(int(a), int(b)) in pair.links for a, b in zip(later_spans[later], earlier_spans[earlier], strict=True)]
    values = features(columns, senses, later, earlier)
    return Example(pair, columns, later, earlier, values, np.array(right, dtype=bool), later_spans, earlier_spans)


def folds(pairs: Sequence[Pair]) -> list[int]:
    """A fold for each pair; pairs of a series, or with a document in common, are in the same one."""
    root: dict[str, str] = {}

    def found(key: str) -> str:
        while root.setdefault(key, key) != key:
            key = root[key]
        return key

    names = [_YEAR.split(pair.name)[0].removesuffix("-fact-sheets") for pair in pairs]
    for name, pair in zip(names, pairs, strict=True):
        for doc_id in (pair.earlier.doc_id, pair.later.doc_id):
            root[found(doc_id)] = found(name)
    series = sorted({found(name) for name in names})
    return [series.index(found(name)) % FOLDS for name in names]


def fit(examples: Sequence[Example], *, reads: bool) -> tuple[Matcher, Figures]:
    """The matcher, and its figures on series that it had not seen; without ``reads``, meaning has no weight.

    What a series is measured by has not seen it at all: where the second regression is fitted without a fold, the
    chances that it sees of the other folds are of first regressions without that fold.
    """
    of_fold = folds([e.pair for e in examples])
    values = [_values(e, reads=reads) for e in examples]
    right = [e.right for e in examples]
    alone = _held_out(values, right, of_fold)
    around, answers = _around(examples, alone)
    scores = [np.zeros(len(found)) for found in alone]
    for fold in sorted(set(of_fold)):
        others = [n for n, f in enumerate(of_fold) if f != fold]
        inner = _held_out([values[n] for n in others], [right[n] for n in others], [of_fold[n] for n in others])
        among = _weights(*_around([examples[n] for n in others], inner))
        for n in (n for n, f in enumerate(of_fold) if f == fold):
            scores[n][alone[n] >= LEAST] = among.probabilities(around[n])
    told = {threshold: figures(examples, scores, threshold) for threshold in THRESHOLDS}
    most = max(found.links for found in told.values())
    best = max(threshold for threshold, found in told.items() if found.links >= most - SLACK)
    return Matcher(_weights(values, right), _weights(around, answers), best), told[best]


def _values(example: Example, *, reads: bool) -> np.ndarray:
    values: np.ndarray = example.features.astype(np.float64)
    if not reads:
        values[:, [FEATURES.index(name) for name in MEANT]] = 0
    return values


def _around(examples: Sequence[Example], alone: Sequence[np.ndarray]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """The surroundings of the likely pairs of each example, and which of them are right."""
    likely = [np.flatnonzero(chances >= LEAST) for chances in alone]
    around = [
        surroundings(e.columns, e.later[some], e.earlier[some], chances[some])
        for e, chances, some in zip(examples, alone, likely, strict=True)
    ]
    return around, [e.right[some] for e, some in zip(examples, likely, strict=True)]


def _held_out(values: Sequence[np.ndarray], right: Sequence[np.ndarray], of_fold: Sequence[int]) -> list[np.ndarray]:
    """The probabilities of each example's pairs, by weights fitted on the other folds."""
    fitted = {
        fold: _weights(
            *([part for part, f in zip(parts, of_fold, strict=True) if f != fold] for parts in (values, right))
        )
        for fold in set(of_fold)
    }
    return [fitted[fold].probabilities(rows) for rows, fold in zip(values, of_fold, strict=True)]


def _weights(values: Sequence[np.ndarray], right: Sequence[np.ndarray]) -> Weights:
    rows = np.vstack(values)
    scale = rows.std(axis=0) + 1e-6
    mean = rows.mean(axis=0)
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit((rows - mean) / scale, np.concatenate(right))
    weights = np.where(rows.std(axis=0) > 0, model.coef_[0] / scale, 0)
    return Weights(weights.astype(np.float32), float(model.intercept_[0] - weights @ mean))


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
