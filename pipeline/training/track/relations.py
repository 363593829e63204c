"""Fitting the relation that differences speak for, measured by leaving whole series out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from pipeline.records import Relation
from pipeline.track.differences import RELATIONS, Relations, differences
from pipeline.track.relation import Steps, limited, relation, ruled
from pipeline.track.sayings import Saying
from pipeline.track.wording import Rarity
from pipeline.training.track.fit import Example, folds

STRENGTH = 0.1
"""Inverse of the strength of regularisation, over differences of unit variance."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A saying that takes up an earlier one, and how a reader says it does, in a fold."""

    later: Saying
    earlier: Saying
    relation: Relation
    fold: int


def fit_relations(examples: Sequence[Example], steps: Steps, rarity: Rarity) -> tuple[Relations, float]:
    """The weights, and the share of links of series left out whose relation is told as the reader tells it."""
    taken = list(_taken(examples))
    right = 0
    for fold in sorted({t.fold for t in taken}):
        learned = _fitted([t for t in taken if t.fold != fold], steps, rarity)
        left_out = [t for t in taken if t.fold == fold]
        right += sum(relation(t.later, t.earlier, steps, learned, rarity)[0] == t.relation for t in left_out)
    return _fitted(taken, steps, rarity), right / max(len(taken), 1)


def _taken(examples: Sequence[Example]) -> Iterator[Taken]:
    """Each later span with the likeliest of the earlier ones that a reader links it to."""
    for example, fold in zip(examples, folds([e.pair for e in examples]), strict=True):
        sayings = example.columns.sayings
        likeness = example.features[:, :3].sum(axis=1)
        closest: dict[int, int] = {}
        for row in np.flatnonzero(example.right).tolist():
            span = int(example.later_spans[example.later[row]])
            if span not in closest or likeness[row] > likeness[closest[span]]:
                closest[span] = row
        for span, row in closest.items():
            later, earlier = sayings[example.later[row]], sayings[example.earlier[row]]
            yield Taken(later, earlier, example.pair.relations[span], fold)


def _fitted(taken: Sequence[Taken], steps: Steps, rarity: Rarity) -> Relations:
    """Weights of the differences, of those of which no rule is certain."""
    asked = [t for t in taken if not ruled(t.later, t.earlier, steps, rarity)[1]]
    rows = np.array([_differences(t, steps, rarity) for t in asked])
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit((rows - mean) / scale, [RELATIONS.index(t.relation) for t in asked])
    weights = model.coef_ / scale
    return Relations(weights, model.intercept_ - weights @ mean)


def _differences(taken: Taken, steps: Steps, rarity: Rarity) -> list[float]:
    (rule, _), _ = ruled(taken.later, taken.earlier, steps, rarity)
    return differences(taken.later, taken.earlier, rule, limited(taken.later, taken.earlier), rarity)
