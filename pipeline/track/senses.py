"""Which words are near in meaning, so that "sanctions" and "restrictive measures" speak for each other.

The nearest of the stems whose rarity is known were found in training, by the word vectors of the areas' model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import scipy.sparse as sp

from pipeline.track.wording import BUCKETS, Rarity

FILE = "senses.npz"
SHARPNESS = 6
"""Of several near words the nearest counts: sums of high powers are little more than the greatest."""
_SCALE = 255


@dataclass(frozen=True, slots=True)
class Senses:
    """How near stems are, by their columns in the bags, to the power of :data:`SHARPNESS`: (buckets, buckets)."""

    near: sp.csr_matrix

    def spread(self, weights: sp.csr_matrix) -> sp.csr_matrix:
        """For each text the stems that it holds, at 1, and those near to them, at less: (texts, buckets)."""
        held = weights.copy()
        held.data = np.ones_like(held.data)
        spread: sp.csr_matrix = held @ self.near
        spread.data = np.minimum(spread.data, 1) ** (1 / SHARPNESS)
        return spread


def load_senses(folder: Path, rarity: Rarity) -> Senses:
    """The senses of a folder, of the stems of ``rarity``. Raises :class:`OSError`, :class:`ValueError` or another."""
    with np.load(folder / FILE, allow_pickle=False) as arrays:
        return senses(sorted(rarity.known), arrays["neighbours"], arrays["nearness"])


def senses(stems: Sequence[str], neighbours: np.ndarray, nearness: np.ndarray) -> Senses:
    """The senses of stems with the numbers of their neighbours, and how near these are, from 0 to 255 each."""
    if len(stems) != len(neighbours) or neighbours.shape != nearness.shape:
        raise ValueError("they are of other stems")
    column = np.array([crc32(stem.encode()) % BUCKETS for stem in stems], dtype=np.int64)
    rows = np.repeat(column, neighbours.shape[1])
    others = column[neighbours.ravel()]
    values = nearness.ravel().astype(np.float32) / _SCALE
    known = (values > 0) & (rows != others)
    near = sp.coo_matrix((values[known] ** SHARPNESS, (rows[known], others[known])), shape=(BUCKETS, BUCKETS)).tocsr()
    near = near + sp.identity(BUCKETS, dtype=np.float32, format="csr")
    return Senses(near)


def save_senses(nearest: Sequence[Mapping[int, float]], folder: Path) -> None:
    """Write the nearest of each stem, by number, to a folder."""
    most = max(map(len, nearest), default=0)
    neighbours = np.zeros((len(nearest), most), dtype=np.uint16)
    nearness = np.zeros((len(nearest), most), dtype=np.uint8)
    for number, found in enumerate(nearest):
        neighbours[number, : len(found)] = list(found)
        nearness[number, : len(found)] = np.rint(np.array(list(found.values())) * _SCALE)
    np.savez_compressed(folder / FILE, neighbours=neighbours, nearness=nearness)
