"""The projection of the encoder's vectors in which sentences that say the same are near each other.

The encoder was taught what sentences do, and its vectors differ most in that. For what they say, the directions in
which press text varies most are scaled down (whitening; Su et al. 2021, "Whitening sentence representations for better
semantics").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.errors import CommuniqueError

FILE = "projection.npy"
AT_ONCE = 4096
"""Vectors that are projected at once."""


@dataclass(frozen=True, slots=True)
class Projection:
    """``mean`` (dimensions) of unit vectors in press text, which is taken off, and ``matrix`` (dimensions, fewer)."""

    mean: np.ndarray
    matrix: np.ndarray

    @property
    def width(self) -> int:
        """Dimensions of the vectors that it takes."""
        return len(self.mean)

    def __call__(self, vectors: Sequence[bytes]) -> np.ndarray:
        """Vectors as they are stored, whole numbers of 8 bits, in the projection: (rows, fewer)."""
        parts = [np.zeros((0, self.matrix.shape[1]), dtype=np.float32)]
        for start in range(0, len(vectors), AT_ONCE):
            some = vectors[start : start + AT_ONCE]
            rows = np.frombuffer(b"".join(some), dtype=np.int8).reshape(len(some), self.width).astype(np.float32)
            parts.append((scaled(rows) - self.mean) @ self.matrix)
        return np.vstack(parts)


def load_projection(folder: Path) -> Projection:
    """The projection of a folder. Raises :class:`CommuniqueError` where it cannot be read."""
    try:
        rows = np.load(folder / FILE, allow_pickle=False).astype(np.float32)
        return Projection(rows[:, 0], rows[:, 1:])
    except (OSError, ValueError, IndexError) as error:
        raise CommuniqueError(
            f"The projection {folder / FILE} cannot be read ({error}): reinstall or retrain it."
        ) from error


def save_projection(projection: Projection, folder: Path) -> None:
    """Write a projection to a folder, in half precision."""
    rows = np.column_stack([projection.mean, projection.matrix])
    np.save(folder / FILE, rows.astype(np.float16), allow_pickle=False)


def scaled(rows: np.ndarray) -> np.ndarray:
    """Rows of length 1; zero rows stay zero."""
    unit: np.ndarray = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
