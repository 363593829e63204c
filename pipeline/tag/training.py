"""Training the judge of commitments and the act models on labelled documents and sentences.

Examples come from gold documents (a candidate is right where its action overlaps a gold action by half or more, the
measure of the evaluation) and from single sentences with acts only: in a sentence without the act "commitment" every
candidate is wrong; in one with it, the only candidate, or the one that a first model likes best, is right.
Logistic regression; thresholds by cross-validation over documents.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Span

from pipeline.records import ACTS
from pipeline.tag.candidates import Candidate
from pipeline.tag.judge import LinearModel

OVERLAP = 0.5
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """What a model learns from: features, the answer, the document it comes from, and how much it counts."""

    features: tuple[str, ...]
    answer: bool
    group: str
    weight: float = 1.0


def gold_examples(candidates: Iterable[Candidate], gold: Sequence[Range], group: str) -> list[Example]:
    """Examples from the candidates of a stretch of text whose commitments' actions are ``gold`` (character ranges)."""
    examples = []
    for candidate in candidates:
        if not candidate.refused:
            span = candidate.action
            right = any(_overlap((span.start_char, span.end_char), g) >= OVERLAP for g in gold)
            near = any(_overlap((span.start_char, span.end_char), g) > 0.2 for g in gold)
            examples.append(Example(candidate.features, right, group, 1.0 if right or not near else 0.3))
    return examples


def sentence_examples(
    candidates: Sequence[Candidate], binding: bool, group: str, first: LinearModel, weight: float
) -> list[Example]:
    """Examples from the candidates of one sentence of which only the acts are known."""
    open_ones = [c for c in candidates if not c.refused]
    if not open_ones:
        return []
    if not binding:
        return [Example(c.features, False, group, weight) for c in open_ones]
    best = max(open_ones, key=lambda c: first.probability(c.features))
    return [Example(best.features, True, group, weight)]


def _overlap(a: Range, b: Range) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def fit(
    examples: Sequence[Example],
    *,
    strength: float = 0.5,
    least: int = 3,
    missed: int = 0,
    measured: Sequence[bool] | None = None,
) -> tuple[LinearModel, float]:
    """A model of the examples, and its F1 in cross-validation over documents.

    ``strength`` is scikit-learn's C, ``least`` the number of examples a feature must occur in, ``missed`` the number of
    right answers that have no example (they count against recall), ``measured`` which examples the F1 is taken over.
    """
    counts = Counter(name for example in examples for name in set(example.features))
    kept = {name for name, count in counts.items() if count >= least}
    rows = [{name: 1.0 for name in example.features if name in kept} for example in examples]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    answers = np.array([example.answer for example in examples])
    weights = np.array([example.weight for example in examples])
    groups = np.array([example.group for example in examples])
    over = np.array(measured if measured is not None else [True] * len(examples))
    held_out = np.zeros(len(examples))
    for train, test in GroupKFold(5).split(matrix, answers, groups):
        model = _regression(strength).fit(matrix[train], answers[train], sample_weight=weights[train])
        held_out[test] = model.predict_proba(matrix[test])[:, 1]
    threshold, best = _threshold(held_out[over], answers[over], missed)
    model = _regression(strength).fit(matrix, answers, sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    learned = dict(zip(names, model.coef_[0].tolist(), strict=True))
    return LinearModel(float(model.intercept_[0]), threshold, learned), best


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=2000)


def _threshold(probabilities: NDArray[np.float64], answers: NDArray[np.bool_], missed: int) -> tuple[float, float]:
    """Of the thresholds whose F1 is within a point of the best, the one nearest to a half; its F1.

    Few examples make the very best threshold a matter of chance; a half is what a calibrated probability asks for.
    """
    scores: list[tuple[float, float, float]] = []
    wanted = int(answers.sum()) + missed
    for threshold in np.arange(0.15, 0.8, 0.01):
        said = probabilities >= threshold
        right = int((said & answers).sum())
        total = int(said.sum()) + wanted
        scores.append((2 * right / total if total else 0.0, abs(float(threshold) - 0.5), float(threshold)))
    best = max(f1 for f1, _, _ in scores)
    f1, _, threshold = min((s for s in scores if s[0] >= best - 0.01), key=lambda s: s[1])
    return threshold, f1


def fit_acts(
    sentences: Sequence[tuple[tuple[str, ...], frozenset[str], str]], *, strength: float = 0.4, least: int = 3
) -> tuple[dict[str, LinearModel], dict[str, float]]:
    """A model for each act but "commitment" from (features, acts, document) triples, and their cross-validated F1."""
    models: dict[str, LinearModel] = {}
    figures: dict[str, float] = {}
    for act in ACTS:
        if act == "commitment":
            continue
        examples = [Example(features, act in acts, group) for features, acts, group in sentences]
        models[act], figures[act] = fit(examples, strength=strength, least=least)
    return models, figures


def inside(sentence: Span, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates whose action begins in a sentence."""
    return [c for c in candidates if sentence.start_char <= c.action.start_char < sentence.end_char]
