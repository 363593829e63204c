"""Learning word vectors from unlabelled press text: positive pointwise mutual information, then a singular value
decomposition (Levy and Goldberg 2014; context distribution smoothing of Levy, Goldberg and Dagan 2015).
"""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.utils.extmath import randomized_svd

from pipeline.classify.vectors import Vectors
from pipeline.names.words import tokens
from pipeline.training.areas.press import lines, press_files

VOCABULARY = 20_000
MINIMUM = 5
DIMENSIONS = 200
WINDOW = 8
SMOOTHING = 0.75
UNKNOWN, BREAK = -1, -2


def learn_vectors(press: Path, leave_out: Collection[str]) -> Vectors:
    """Vectors of the most frequent words of the press texts that hold a letter.

    ``leave_out`` names documents that are not read.
    """
    sentences = _sentences(press, leave_out)
    counts = Counter(word for sentence in sentences for word in sentence)
    frequent = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    chosen = [(w, n) for w, n in frequent if n >= MINIMUM and any(c.isalpha() for c in w)]
    words = tuple(word for word, _ in chosen[:VOCABULARY])
    matrix = _factors(_information(_pairs(sentences, words), len(words)))
    scale = np.abs(matrix).max(axis=0, keepdims=True)
    whole = np.round(matrix / np.maximum(scale, 1e-9) * 127 * scale / scale.max()).astype(np.int8)
    weights = np.array([counts[word] for word in words], dtype=np.int32)
    unshifted = Vectors(words, weights, whole, np.zeros(whole.shape[1], dtype=np.float32))
    sample = unshifted.counted(sentences[:: max(1, len(sentences) // 20_000)])
    lengths = np.sqrt(np.maximum(sample.sums(), 1))
    mean = ((sample @ unshifted.rows) / lengths[:, None]).mean(axis=0).astype(np.float32)
    return Vectors(words, weights, whole, mean)


def _sentences(press: Path, leave_out: Collection[str]) -> list[list[str]]:
    """Tokenised sentences; an empty one behind every document."""
    sentences = []
    for path in press_files(press, leave_out):
        sentences += [tokens(line.text) for line in lines(path.read_text(encoding="utf-8"))]
        sentences.append([])
    return sentences


def _pairs(sentences: list[list[str]], words: tuple[str, ...]) -> sp.csr_matrix:
    """How often two words stand near each other, near pairs counting more: (words, words), symmetric."""
    index = {word: number for number, word in enumerate(words)}
    gap = [BREAK] * WINDOW
    stream: list[int] = []
    for sentence in sentences:
        stream += [index.get(word, UNKNOWN) for word in sentence]
        stream += gap
    numbers = np.array(stream, dtype=np.int32)
    pairs = sp.csr_matrix((len(words), len(words)), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        left, right = numbers[:-distance], numbers[distance:]
        known = (left >= 0) & (right >= 0)
        weight = np.full(int(known.sum()), (WINDOW + 1 - distance) / WINDOW, dtype=np.float32)
        pairs = pairs + sp.csr_matrix((weight, (left[known], right[known])), shape=pairs.shape)
    return (pairs + pairs.T).tocoo()


def _information(pairs: sp.coo_matrix, size: int) -> sp.csr_matrix:
    """Positive pointwise mutual information of the pairs."""
    totals = np.asarray(pairs.sum(axis=1)).ravel()
    context = totals**SMOOTHING
    context /= context.sum()
    information = np.log(pairs.data / (totals[pairs.row] * context[pairs.col]))
    positive = information > 0
    values = (information[positive], (pairs.row[positive], pairs.col[positive]))
    return sp.csr_matrix(values, shape=(size, size))


def _factors(information: sp.csr_matrix) -> np.ndarray:
    left, singular, _ = randomized_svd(information, DIMENSIONS, n_iter=3, random_state=0)
    return np.asarray(left * np.sqrt(singular))
