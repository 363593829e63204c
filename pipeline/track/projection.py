"""The projection in which sentences that make the same undertaking are near each other.

The encoder was taught what sentences do, and its vectors differ most in that. A reader that was taught by labelled
links what sentences say is too large to ship: what it would make of a sentence is told, by a linear map, from the
encoder's vector and from vectors of the sentence's stems (static vectors: Model2Vec, Tulkens and van Dongen 2024).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import scipy.sparse as sp

from pipeline.errors import CommuniqueError
from pipeline.track.wording import BUCKETS, Rarity, weight

FILE = "projection.npz"
AT_ONCE = 4096
"""Vectors that are projected at once."""
_LARGEST = 127


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The stems whose rarity is known, by their buckets: their numbers, -1 for other buckets, and what each weighs."""

    numbers: np.ndarray
    weights: np.ndarray
    size: int

    def shares(self, bags: sp.csr_matrix) -> sp.csr_matrix:
        """What part of the weight of each text each of its stems has: (texts, stems)."""
        values = self.weights[bags.indices]
        totals = np.add.reduceat(np.append(values, 0), bags.indptr[:-1]) if len(values) else np.ones(bags.shape[0])
        numbers = self.numbers[bags.indices]
        parts = np.where(numbers >= 0, values / np.repeat(totals, np.diff(bags.indptr)), 0)
        return sp.csr_matrix((parts, np.maximum(numbers, 0), bags.indptr), shape=(bags.shape[0], self.size))


def vocabulary(rarity: Rarity) -> Vocabulary:
    """The stems of ``rarity``, numbered in their order."""
    numbers = np.full(BUCKETS, -1, dtype=np.int32)
    weights = np.full(BUCKETS, weight("", rarity), dtype=np.float32)
    for number, stem in enumerate(sorted(rarity.known)):
        bucket = crc32(stem.encode()) % BUCKETS
        numbers[bucket], weights[bucket] = number, weight(stem, rarity)
    return Vocabulary(numbers, weights, len(rarity.known))


@dataclass(frozen=True, slots=True)
class Projection:
    """``matrix`` (dimensions, fewer) for unit vectors of the encoder, ``table`` (stems, fewer) for stems of the
    ``vocabulary``, and ``bias`` (fewer), so that the mean over press text is nothing.
    """

    matrix: np.ndarray
    table: np.ndarray
    bias: np.ndarray
    vocabulary: Vocabulary

    @property
    def width(self) -> int:
        """Dimensions of the vectors that it takes."""
        return len(self.matrix)

    def __call__(self, vectors: Sequence[bytes], bags: sp.csr_matrix) -> np.ndarray:
        """Sentences in the projection: (rows, fewer).

        ``vectors`` are the encoder's as they are stored, whole numbers of 8 bits; ``bags`` hold the stems.
        """
        parts = [np.zeros((0, self.matrix.shape[1]), dtype=np.float32)]
        for start in range(0, len(vectors), AT_ONCE):
            some = vectors[start : start + AT_ONCE]
            rows = np.frombuffer(b"".join(some), dtype=np.int8).reshape(len(some), self.width).astype(np.float32)
            said = self.vocabulary.shares(bags[start : start + AT_ONCE]) @ self.table
            parts.append((scaled(rows) @ self.matrix + said + self.bias).astype(np.float32))
        return np.vstack(parts)


def load_projection(folder: Path, rarity: Rarity) -> Projection:
    """The projection of a folder, of the stems of ``rarity``; raises :class:`CommuniqueError` where it is not one."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            table = arrays["stems"].astype(np.float32) * arrays["scale"]
            matrix, bias = arrays["matrix"].astype(np.float32), arrays["bias"].astype(np.float32)
        if len(table) != len(rarity.known) or not matrix.shape[1] == table.shape[1] == len(bias):
            raise ValueError("it is of other stems")
        return Projection(matrix, table, bias, vocabulary(rarity))
    except (OSError, ValueError, IndexError, KeyError) as error:
        raise CommuniqueError(
            f"The projection {folder / FILE} cannot be read ({error}): reinstall or retrain it."
        ) from error


def save_projection(projection: Projection, folder: Path) -> None:
    """Write a projection to a folder: half floats, and whole numbers of 8 bits for the stems."""
    scale = np.float32(np.abs(projection.table).max(initial=1e-9) / _LARGEST)
    np.savez(
        folder / FILE,
        matrix=projection.matrix.astype(np.float16),
        bias=projection.bias.astype(np.float16),
        stems=np.rint(projection.table / scale).astype(np.int8),
        scale=scale,
    )


def scaled(rows: np.ndarray) -> np.ndarray:
    """Rows of length 1; zero rows stay zero."""
    unit: np.ndarray = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
