"""Word vectors from unlabelled press text: positive pointwise mutual information, reduced to few dimensions.

The method is that of Levy and Goldberg (2014, "Neural word embedding as implicit matrix factorization"); left and right
neighbours are kept apart, so that the vectors say more about syntax than about topics.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import scipy.sparse as sp
import spacy
from sklearn.utils.extmath import randomized_svd
from spacy.language import Language
from spacy.vectors import Vectors  # type: ignore[import-not-found]

WORDS = 20_000
CONTEXTS = 8_000
DIMENSIONS = 64
RAREST = 8
DISTANCES = ((1, 1.0), (2, 0.6), (3, 0.3))
SMOOTHING = 0.75


def press_texts(folder: Path) -> Iterator[str]:
    """Texts of the press folder, in the order of their paths, with all white space as single spaces."""
    for path in sorted(folder.glob("*/*.txt")):
        yield re.sub(r"\s+", " ", path.read_text(encoding="utf-8", errors="replace"))


def train_vectors(texts: Iterable[str]) -> Language:
    """A blank English pipeline whose vocabulary carries vectors of :data:`DIMENSIONS` numbers by lower-case form."""
    tokenizer = spacy.blank("en").tokenizer
    sentences = [[token.lower_ for token in doc if not token.is_space] for doc in map(tokenizer, texts)]
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in counts.most_common(WORDS) if count >= RAREST]
    table = _reduce(_positive_information(_cooccurrences(sentences, words)))
    nlp = spacy.blank("en")
    for word in words:
        nlp.vocab.strings.add(word)
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=words, name="press", attr="LOWER")
    return nlp


def _cooccurrences(sentences: Iterable[list[str]], words: list[str]) -> sp.coo_matrix:
    index = {word: i for i, word in enumerate(words)}
    gap = [-1] * max(distance for distance, _ in DISTANCES)
    ids = np.concatenate([np.array([index.get(w, -1) for w in s] + gap, dtype=np.int64) for s in sentences])
    total = sp.csr_matrix((len(words), 2 * CONTEXTS))
    for distance, weight in DISTANCES:
        before, behind = ids[:-distance], ids[distance:]
        for word, context, side in ((before, behind, 1), (behind, before, 0)):
            seen = (word >= 0) & (context >= 0) & (context < CONTEXTS)
            keys, counts = np.unique(word[seen] * (2 * CONTEXTS) + context[seen] + side * CONTEXTS, return_counts=True)
            places = keys // (2 * CONTEXTS), keys % (2 * CONTEXTS)
            total = total + sp.csr_matrix((counts * weight, places), shape=total.shape)
    return total.tocoo()


def _positive_information(counts: sp.coo_matrix) -> sp.csr_matrix:
    rows = np.asarray(counts.tocsr().sum(1)).ravel()
    columns = np.asarray(counts.tocsr().sum(0)).ravel() ** SMOOTHING
    values = np.log(counts.data * columns.sum() / (rows[counts.row] * columns[counts.col] + 1e-9) + 1e-9)
    information = sp.csr_matrix((np.maximum(values, 0), (counts.row, counts.col)), shape=counts.shape)
    information.eliminate_zeros()
    return information


def _reduce(information: sp.csr_matrix) -> np.ndarray:
    left, strengths, _ = randomized_svd(information, DIMENSIONS, n_iter=3, random_state=0)
    table = left * np.sqrt(strengths)
    return np.asarray(table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9), dtype=np.float32)
