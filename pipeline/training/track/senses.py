"""Which stems are near in meaning, by the word vectors of the areas' model."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pipeline.track.wording import stem

LEAST = 0.4
"""Cosine from which on two stems are near."""
MOST = 16
"""Stems near to one that are kept."""
DISCOUNT = 0.9
"""What another word with the same vector would count, of what the same word counts."""
TOPICS = 3
"""Directions that all words share, which are taken off (Mu and Viswanath 2018, "All-but-the-top")."""
ROWS = 512


def nearest(stems: Sequence[str], areas: Path) -> list[dict[int, float]]:
    """For each stem the numbers of its nearest, with their nearness; ``areas`` is the folder of the areas' model."""
    vectors = _of_stems(stems, areas)
    found: list[dict[int, float]] = []
    for start in range(0, len(vectors), ROWS):
        cosines = vectors[start : start + ROWS] @ vectors.T
        cosines[np.arange(len(cosines)), start + np.arange(len(cosines))] = 0
        for row in cosines:
            best = np.argsort(-row, kind="stable")[:MOST]
            found.append({int(n): float(row[n]) * DISCOUNT for n in best if row[n] >= LEAST})
    return found


def _of_stems(stems: Sequence[str], areas: Path) -> np.ndarray:
    """The vector of each stem, of length 1: the mean of its words by frequency; zero where none is known."""
    words = (areas / "words.txt").read_text(encoding="utf-8").split("\n")
    counts = np.load(areas / "counts.npy").astype(np.float32)
    rows = _unit(np.load(areas / "vectors.npy").astype(np.float32))
    share = counts / counts.sum()
    rows = rows - share @ rows
    _, _, directions = np.linalg.svd(rows * np.sqrt(share)[:, None], full_matrices=False)
    rows = _unit(rows - rows @ directions[:TOPICS].T @ directions[:TOPICS])
    number = {name: n for n, name in enumerate(stems)}
    vectors = np.zeros((len(stems), rows.shape[1]), dtype=np.float32)
    for word, row, count in zip(words, rows, counts.tolist(), strict=True):
        if (n := number.get(stem(word))) is not None:
            vectors[n] += row * np.float32(count)
    return _unit(vectors)


def _unit(rows: np.ndarray) -> np.ndarray:
    unit: np.ndarray = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
