"""Fitting the projection: what a reader makes of a sentence, told from what is at hand when it is tracked."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import Ridge

from pipeline.language.encoder.model import Encoder
from pipeline.track.projection import Projection, scaled, vocabulary
from pipeline.track.wording import Rarity, bags, stems
from pipeline.training.track.material import vectors
from pipeline.training.track.passages import READ, SPELT

DIMENSIONS = 128
STRENGTH = 0.3
"""Strength of regularisation, of vectors of length 1."""


def fit_projection(passages: Sequence[Sequence[str]], encoder: Encoder, rarity: Rarity, work: Path) -> Projection:
    """The projection to what a reader made of the passages, which lies in the folder ``work``, by ridge regression.

    Of the dimensions those are kept in which what it tells varies most.
    """
    words = vocabulary(rarity)
    spelt = scaled(_kept(work / SPELT))
    spelt -= spelt.mean(axis=0)
    said = words.shares(bags(dict.fromkeys(stems(s), 1.0) for passage in passages for s in passage)) @ spelt
    size = np.linalg.norm(said, axis=1).mean()  # as long as the encoder's
    ours = scaled(np.vstack([vectors(passage, encoder) for passage in passages]).astype(np.float32))
    rows = np.hstack([ours, said / size])
    model = Ridge(alpha=STRENGTH).fit(rows, _kept(work / READ))
    told = model.predict(rows)
    _, _, directions = np.linalg.svd(told - told.mean(axis=0), full_matrices=False)
    weights = model.coef_.T @ directions[:DIMENSIONS].T
    of_ours, of_stems = np.split(weights, [ours.shape[1]])
    return Projection(of_ours, spelt / size @ of_stems, -(rows @ weights).mean(axis=0), words)


def _kept(file: Path) -> np.ndarray:
    rows: np.ndarray = np.load(file, allow_pickle=False).astype(np.float32)
    return rows
