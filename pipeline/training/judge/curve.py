"""How the judge grows with labels and with publishers: it tells where the next hour of reading pays most.

Each fifth of the publishers is judged by models that learned from a part of the others: so many sentences with a
candidate drawn by chance from all of them, or all those of so many publishers drawn by chance.
"""

import random
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.model_selection import GroupKFold

from pipeline.tag.wording import LIKE, PREFIXES
from pipeline.training.judge.fit import FOLDS, Example, best_threshold, regression

LABELS = (500, 1000, 2000, 4000, 8000)
PUBLISHERS = (5, 10, 20, 30, 40)
DRAWS = 3
"""Draws that are averaged."""
SEED = 7

Draw = Callable[[Sequence[Example], int, random.Random], list[int]]


def curves(examples: Sequence[Example], missed: int, wording: float) -> Iterator[tuple[str, int, float]]:
    """What is varied ("labels", "publishers"), how many, and the mean F1 on publishers left out.

    ``missed`` and ``wording`` are those of :func:`pipeline.training.judge.fit.fit`.
    """
    names = [[n for n in dict.fromkeys(e.features) if not n.startswith(LIKE)] for e in examples]
    matrix = DictVectorizer().fit_transform([{n: wording if n.startswith(PREFIXES) else 1.0 for n in f} for f in names])
    answers = np.array([e.answer for e in examples])
    weights = np.array([e.weight for e in examples])
    folds = list(GroupKFold(FOLDS).split(matrix, answers, [e.group for e in examples]))
    kinds: tuple[tuple[str, Draw, Sequence[int]], ...] = (
        ("labels", _some_labels, LABELS),
        ("publishers", _some_publishers, PUBLISHERS),
    )
    for kind, draw, counts in kinds:
        for count in counts:
            scores = []
            for number in range(DRAWS):
                held_out = np.zeros(len(examples))
                chance = random.Random(SEED + number)
                for train, test in folds:
                    part = train[draw([examples[i] for i in train], count, chance)]
                    model = regression(0.6).fit(matrix[part], answers[part], sample_weight=weights[part])
                    held_out[test] = model.predict_proba(matrix[test])[:, 1]
                scores.append(best_threshold(held_out, answers, missed, 0.0)[1])
            yield kind, count, float(np.mean(scores))


def _some_labels(examples: Sequence[Example], count: int, chance: random.Random) -> list[int]:
    return sorted(chance.sample(range(len(examples)), min(count, len(examples))))


def _some_publishers(examples: Sequence[Example], count: int, chance: random.Random) -> list[int]:
    names = sorted({e.group for e in examples})
    kept = set(chance.sample(names, min(count, len(names))))
    return [i for i, e in enumerate(examples) if e.group in kept]
