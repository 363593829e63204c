"""Fitting the two heads of the model: which area comes first (softmax), and which areas apply (one sigmoid each)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize
from scipy.special import expit, log_softmax, softmax

STEPS = 150


@dataclass(frozen=True, slots=True)
class Weights:
    """Of both heads side by side: ``matrix`` (features, 2 x areas), ``bias`` (2 x areas); first areas, then all."""

    matrix: np.ndarray
    bias: np.ndarray

    @property
    def areas(self) -> int:
        """Number of areas."""
        return len(self.bias) // 2


@dataclass(frozen=True, slots=True)
class Targets:
    """What to learn: ``first`` and ``every`` (passages, areas), 0 to 1; a row of ``first`` that is zero says nothing.

    ``importance`` (passages) weighs the examples.
    """

    first: np.ndarray
    every: np.ndarray
    importance: np.ndarray


def targets(areas: list[tuple[str, ...]], keys: tuple[str, ...]) -> Targets:
    """Targets of labelled sentences whose areas are ``areas``."""
    first = np.zeros((len(areas), len(keys)))
    every = np.zeros_like(first)
    for row, names in enumerate(areas):
        for name in names:
            every[row, keys.index(name)] = 1
        if names:
            first[row, keys.index(names[0])] = 1
    return Targets(first, every, np.ones(len(areas)))


def fit(features: sp.csr_matrix, wanted: Targets, prior: Weights, looseness: float) -> Weights:
    """Weights that fit the targets and stay near ``prior``; a larger ``looseness`` lets them go farther.

    Logistic regression with a normal prior whose mean is ``prior`` (zeros for a first training): the same function
    trains from nothing and goes on learning from a trained model. Deterministic.
    """
    k = prior.areas
    first = _solve(_softmax_loss, features, wanted.first, wanted.importance, prior, slice(0, k), looseness)
    every = _solve(_sigmoid_loss, features, wanted.every, wanted.importance, prior, slice(k, 2 * k), looseness)
    return Weights(np.hstack([first[0], every[0]]), np.concatenate([first[1], every[1]]))


def nothing(features: int, areas: int) -> Weights:
    """Weights that know nothing."""
    return Weights(np.zeros((features, 2 * areas)), np.zeros(2 * areas))


def _softmax_loss(logits: np.ndarray, wanted: np.ndarray, importance: np.ndarray) -> tuple[float, np.ndarray]:
    said = importance[:, None] * wanted.sum(axis=1, keepdims=True)
    loss = -float((importance[:, None] * wanted * log_softmax(logits, axis=1)).sum())
    return loss, softmax(logits, axis=1) * said - importance[:, None] * wanted


def _sigmoid_loss(logits: np.ndarray, wanted: np.ndarray, importance: np.ndarray) -> tuple[float, np.ndarray]:
    loss = float((importance[:, None] * (np.logaddexp(0, logits) - wanted * logits)).sum())
    return loss, importance[:, None] * (expit(logits) - wanted)


def _solve(
    loss: Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[float, np.ndarray]],
    features: sp.csr_matrix,
    wanted: np.ndarray,
    importance: np.ndarray,
    prior: Weights,
    columns: slice,
    looseness: float,
) -> tuple[np.ndarray, np.ndarray]:
    centre, start = prior.matrix[:, columns], prior.bias[columns]
    shape = centre.shape
    transposed = features.T.tocsr()

    def objective(flat: np.ndarray) -> tuple[float, np.ndarray]:
        change, bias = flat[: centre.size].reshape(shape), flat[centre.size :]
        value, slope = loss(features @ (centre + change) + bias, wanted, importance)
        gradient = np.concatenate([(transposed @ slope + change / looseness).ravel(), slope.sum(axis=0)])
        return value + float((change**2).sum()) / (2 * looseness), gradient

    begin = np.concatenate([np.zeros(centre.size), start])
    found = minimize(objective, begin, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 10})
    return centre + found.x[: centre.size].reshape(shape), found.x[centre.size :]
