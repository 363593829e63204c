"""The shipped model of policy areas with the words of a few texts alone: it learns in no time."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from pipeline.classify.features import FIELDS
from pipeline.classify.model import AreaModel
from pipeline.classify.vectors import Vectors
from pipeline.classify.weights import Weights
from pipeline.names.words import tokens


def small(model: AreaModel, texts: Iterable[str]) -> AreaModel:
    """The model without what it knows of words that stand in none of the texts."""
    vectors, weights = model.vectors, model.weights
    words = sorted({word for text in texts for word in tokens(text)} & set(vectors.words))
    rows = np.array([vectors.index[word] for word in words])
    shared = len(FIELDS) * (len(model.areas) + vectors.matrix.shape[1])
    kept = np.concatenate([np.arange(shared), shared + rows])
    return replace(
        model,
        vectors=Vectors(tuple(words), vectors.counts[rows], vectors.matrix[rows], vectors.mean),
        weights=Weights(weights.matrix[kept], weights.bias, weights.precision[[*kept, -1]]),
    )
