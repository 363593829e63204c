"""Training the judge of commitments and the act models on labelled documents and sentences.

Examples come from gold documents (a candidate is right where its action overlaps a gold action by half or more, the
measure of the evaluation) and from single sentences with acts only: in a sentence without the act "commitment" every
candidate is wrong; in one with it, the only candidate, or the one that a first model likes best, is right.
Logistic regression; thresholds by cross-validation over publishers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from spacy.tokens import Span
from spacy.vocab import Vocab

from pipeline.gold.spans import Span as Stretch
from pipeline.gold.spans import overlap
from pipeline.records import ACTS
from pipeline.tag.commitments.candidates import Candidate
from pipeline.tag.judge import LinearModel
from pipeline.tag.wording import LIKE, PREFIXES

OVERLAP = 0.5
FOLDS = 5
NEAR, NEAR_WEIGHT = 0.2, 0.3
"""A wrong candidate that overlaps a gold action by more than ``NEAR`` counts less: its action is cut wrongly."""
SLIGHT = 0.05
"""Below this, what a word's neighbours say of it is not worth its place in the file."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a model learns from: features, the answer, the document it comes from, and how much it counts."""

    features: tuple[str, ...]
    answer: bool
    group: str
    weight: float = 1.0


@dataclass(frozen=True)
class WordVectors:
    """Where words stand in meaning: ``matrix`` has a row of length 1 for each word of ``rows``."""

    rows: dict[str, int]
    matrix: NDArray[np.float64]

    def __call__(self, word: str) -> NDArray[np.float64]:
        """The vector of a word; zeros for one without."""
        row = self.rows.get(word)
        return self.matrix[row] if row is not None else np.zeros(self.matrix.shape[1])


def word_vectors(vocabulary: Vocab) -> WordVectors:
    """The vectors of a spaCy vocabulary, of its words without digits and signs."""
    table = vocabulary.vectors
    keys = {vocabulary.strings[key]: row for key, row in table.key2row.items()}
    words = sorted(word for word in keys if word.isalpha())
    matrix = np.asarray(table.data, dtype=np.float64)[[keys[word] for word in words]]
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return WordVectors({word: row for row, word in enumerate(words)}, matrix / np.where(lengths > 0, lengths, 1.0))


def gold_examples(candidates: Iterable[Candidate], gold: Sequence[Stretch], group: str) -> list[Example]:
    """Examples from the candidates of a stretch of text whose commitments' actions are ``gold`` (character ranges).

    A gold action is matched once, with the candidate that overlaps it most: a clause inside it binds nobody anew.
    """
    open_ones = [c for c in candidates if not c.refused]
    shares = [[overlap((c.action.start_char, c.action.end_char), g) for g in gold] for c in open_ones]
    right = set()
    for column in range(len(gold)):
        best = max(range(len(open_ones)), key=lambda k: shares[k][column], default=None)
        if best is not None and shares[best][column] >= OVERLAP:
            right.add(best)
    return [
        Example(
            c.features, k in right, group, 1.0 if k in right or max(shares[k], default=0.0) <= NEAR else NEAR_WEIGHT
        )
        for k, c in enumerate(open_ones)
    ]


def sentence_examples(
    candidates: Sequence[tuple[str, ...]], binding: bool, group: str, first: LinearModel, weight: float
) -> list[Example]:
    """Examples from the features of the candidates of one sentence of which only the acts are known."""
    if not candidates:
        return []
    if not binding:
        return [Example(features, False, group, weight) for features in candidates]
    best = max(candidates, key=first.probability)
    return [Example(best, True, group, weight)]


def fit(
    examples: Sequence[Example],
    *,
    strength: float = 0.5,
    wording: float = 1.0,
    least: int = 3,
    slack: float = 0.01,
    missed: int = 0,
    measured: Sequence[bool] | None = None,
    vectors: WordVectors | None = None,
) -> tuple[LinearModel, float]:
    """A model of the examples, and its F1 in cross-validation over groups (publishers).

    ``strength`` is scikit-learn's C; ``wording`` the value of a feature that is a word or a pair of words, where others
    count 1: the smaller, the less a single word can weigh; ``least`` the number of examples a feature must occur in;
    ``slack`` how far under the best F1 a threshold may stay that is nearer to a half;
    ``missed`` the number of right answers that have no example (they count against recall); ``measured`` which examples
    the F1 is taken over. With ``vectors``, features such as ``head~bolster`` get weights for all words that have a
    vector, near words near weights.
    """
    counts = Counter(name for example in examples for name in set(example.features) if not name.startswith(LIKE))
    kept = {name for name, count in counts.items() if count >= least}
    values = {name: wording if name.startswith(PREFIXES) else 1.0 for name in kept}
    rows = [{name: values[name] for name in example.features if name in kept} for example in examples]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(rows)
    if vectors is not None:
        matrix = hstack([matrix, *(_neighbourhood(examples, slot, vectors) for slot in LIKE)]).tocsr()
    answers = np.array([example.answer for example in examples])
    weights = np.array([example.weight for example in examples])
    groups = np.array([example.group for example in examples])
    over = np.array(measured if measured is not None else [True] * len(examples))
    held_out = np.zeros(len(examples))
    for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(matrix, answers, groups):
        model = regression(strength).fit(matrix[train], answers[train], sample_weight=weights[train])
        held_out[test] = model.predict_proba(matrix[test])[:, 1]
    at, best = best_threshold(held_out[over], answers[over], missed, slack)
    model = regression(strength).fit(matrix, answers, sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    weighed = model.coef_[0]
    learned = {name: weight * values[name] for name, weight in zip(names, weighed[: len(names)].tolist(), strict=True)}
    if vectors is not None:
        for slot, block in zip(LIKE, np.split(weighed[len(names) :], len(LIKE)), strict=True):
            like = vectors.matrix @ block
            learned |= {
                f"{slot}{word}": float(like[row]) for word, row in vectors.rows.items() if abs(like[row]) >= SLIGHT
            }
    return LinearModel(float(model.intercept_[0]), at, learned), best


def _neighbourhood(examples: Sequence[Example], slot: str, vectors: WordVectors) -> csr_matrix:
    """A row for each example: the vector of the word in its feature ``slot``, zeros where it has none."""
    words = (next((n.removeprefix(slot) for n in e.features if n.startswith(slot)), "") for e in examples)
    return csr_matrix(np.array([vectors(word) for word in words]))


def regression(strength: float) -> LogisticRegression:
    """An unfitted regression; ``strength`` is scikit-learn's C."""
    return LogisticRegression(C=strength, max_iter=2000)


def best_threshold(
    probabilities: NDArray[np.float64], answers: NDArray[np.bool_], missed: int, slack: float
) -> tuple[float, float]:
    """Of the thresholds whose F1 is within ``slack`` of the best, the one nearest to a half; its F1.

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
    f1, _, threshold = min((s for s in scores if s[0] >= best - slack), key=lambda s: s[1])
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
