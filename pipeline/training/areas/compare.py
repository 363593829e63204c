"""Comparing ways to tell the areas, on documents held out: the table of the model card."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.calibration import CalibratedClassifierCV
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from pipeline.classify.decision import decide, figures, probabilities, tune
from pipeline.classify.features import FIELDS, Passage, batch
from pipeline.classify.learning.fit import targets
from pipeline.classify.terms import term_index
from pipeline.classify.vectors import Vectors, unit
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.training.areas.examples import Example
from pipeline.training.areas.train import FOLDS, groups, held_out

Maker = Callable[[], object]
COLUMNS = ("primary_acc", "area_micro_f1", "area_macro_f1", "ece", "sure_acc")
CONTEXT_WEIGHT = 0.4


def comparison(examples: Sequence[Example], vectors: Vectors, language_model: str, knowledge: Knowledge) -> str:
    """A Markdown table: each way with its figures under cross-validation by document.

    All ways get the same rule for the number of areas (:func:`pipeline.classify.decision.tune`), tuned on their own
    held-out scores.
    """
    keys = area_keys(knowledge)
    gold = [tuple(keys.index(area) for area in e.areas) for e in examples]
    rows = [f"| way | {' | '.join(COLUMNS)} |", "| --- |" + " --- |" * len(COLUMNS)]
    for name, logits in _ways(examples, vectors, language_model, knowledge):
        rule = tune(logits, gold)
        measured = figures(decide(*probabilities(logits, rule.temperature), rule), gold)
        rows.append(f"| {name} | {' | '.join(f'{measured[column]:.3f}' for column in COLUMNS)} |")
    return "\n".join(rows) + "\n"


def _ways(
    examples: Sequence[Example], vectors: Vectors, language_model: str, knowledge: Knowledge
) -> Iterator[tuple[str, np.ndarray]]:
    """Names and held-out logits (examples, 2 x areas)."""
    keys = area_keys(knowledge)
    passages = [e.passage for e in examples]
    wanted = targets([e.areas for e in examples], keys)
    documents = groups(examples)
    features = batch(passages, term_index(keys, knowledge), vectors)
    whole = features.matrix()
    width = features.dense.shape[1]
    blocks = width * len(FIELDS)
    own = np.r_[0:width, blocks : whole.shape[1]]
    columns = np.arange(blocks)
    terms = columns[columns % width < len(keys)]
    alone = features.dense[features.places[0], : len(keys)]
    yield "terms alone", np.hstack([alone, alone]) * 4 - np.repeat([0.0, 2.0], len(keys))
    words = _tfidf(passages, context=False)
    around = _tfidf(passages, context=True)
    boosting = TruncatedSVD(60, random_state=0).fit_transform(around)

    def ours(matrix: sp.csr_matrix) -> np.ndarray:
        return held_out(sp.csr_matrix(matrix), wanted, documents)

    def theirs(make: Maker, matrix: sp.csr_matrix) -> np.ndarray:
        return _one_against_rest(make, matrix, wanted.every, documents)

    yield "TF-IDF (words, characters), complement naive Bayes", theirs(ComplementNB, words)
    yield "TF-IDF, logistic regression", theirs(_regression, words)
    yield "TF-IDF, logistic regression, with context", theirs(_regression, around)
    yield "TF-IDF, linear SVM, calibrated", theirs(_svm, words)
    yield "TF-IDF, linear SVM, calibrated, with context", theirs(_svm, around)
    yield "gradient boosting on SVD of TF-IDF, with context", theirs(_boosting, boosting)
    yield "vectors of the language model, with context", ours(_spacy_vectors(passages, language_model))
    yield "terms with context, learned weights", ours(whole[:, terms])
    yield "shipped features without context", ours(whole[:, own])
    yield "shipped features without words", ours(whole[:, :blocks])
    yield "**shipped: terms, word vectors, words, with context**", ours(whole)


def _tfidf(passages: Sequence[Passage], context: bool) -> sp.csr_matrix:
    """Words and pairs of words, characters within words, and if wanted the words of the context."""
    texts = [p.text for p in passages]
    word = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2)
    character = TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(3, 5), min_df=3)
    parts = [word.fit_transform(texts), character.fit_transform(texts) * 0.7]
    if context:
        for field in FIELDS[1:]:
            vectorizer = TfidfVectorizer(sublinear_tf=True, min_df=2)
            parts.append(vectorizer.fit_transform([getattr(p, field) for p in passages]) * CONTEXT_WEIGHT)
    return sp.hstack(parts, format="csr")


def _spacy_vectors(passages: Sequence[Passage], language_model: str) -> np.ndarray:
    """Mean word vectors of the language model's vocabulary, for every field."""
    import spacy

    nlp = spacy.load(language_model)
    fields = []
    for field in FIELDS:
        rows = np.array([nlp.make_doc(getattr(p, field)).vector for p in passages], dtype=np.float64)
        fields.append(unit(rows) * (1.0 if field == "text" else CONTEXT_WEIGHT))
    return np.hstack(fields)


def _regression() -> LogisticRegression:
    return LogisticRegression(C=20, solver="liblinear")


def _svm() -> CalibratedClassifierCV:
    return CalibratedClassifierCV(LinearSVC(C=0.5), cv=3)


def _boosting() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(max_iter=60, random_state=0)


def _one_against_rest(make: Maker, matrix: sp.csr_matrix, every: np.ndarray, documents: Sequence[str]) -> np.ndarray:
    """Held-out logits of one classifier an area; they serve for the first area as well."""
    chance = np.zeros(every.shape)
    for known, unseen in GroupKFold(FOLDS).split(matrix, groups=list(documents)):
        chance[unseen] = OneVsRestClassifier(make()).fit(matrix[known], every[known]).predict_proba(matrix[unseen])
    clipped = np.clip(chance, 1e-4, 1 - 1e-4)
    logits = np.log(clipped / (1 - clipped))
    return np.hstack([logits, logits])


def write_comparison(
    examples: Sequence[Example], vectors: Vectors, language_model: str, knowledge: Knowledge, path: Path
) -> None:
    """Write the table of :func:`comparison`."""
    path.write_text(comparison(examples, vectors, language_model, knowledge), encoding="utf-8", newline="\n")
