"""Fitting the two heads of the model: which area comes first (softmax), and which areas apply (one sigmoid each)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize
from scipy.special import expit, log_softmax, softmax

from pipeline.classify.weights import Weights
from pipeline.threads import one_thread

STEPS = 150
BIAS_PRECISION = 0.01
"""Before any sentence is seen, the bias of an area is nearly free."""


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


def fit(features: sp.csr_matrix, wanted: Targets, prior: Weights) -> Weights:
    """Weights that fit the targets and stay near ``prior`` as far as it is sure.

    Logistic regression with a normal prior: the same function trains from nothing and goes on learning from a trained
    model. The precision of the result is the prior's plus the curvature of the loss (a diagonal Laplace
    approximation: Spiegelhalter and Lauritzen 1990; Kirkpatrick et al. 2017), so that what many sentences taught is
    not unlearned by a few. Deterministic, with one thread: several would add up in another order, and wait for each
    other.
    """
    k = prior.areas
    with one_thread():
        first = _solve(_softmax_loss, features, wanted.first, wanted.importance, prior, slice(0, k))
        every = _solve(_sigmoid_loss, features, wanted.every, wanted.importance, prior, slice(k, 2 * k))
    matrix, bias = np.hstack([first[0], every[0]]), np.concatenate([first[1], every[1]])
    logits = features @ matrix + bias
    chance = np.hstack([softmax(logits[:, :k], axis=1) * wanted.first.sum(axis=1, keepdims=True), expit(logits[:, k:])])
    spread = chance * (1 - chance) * wanted.importance[:, None]
    curvature = np.vstack([features.power(2).T @ spread, spread.sum(axis=0)])
    return Weights(matrix, bias, prior.precision + curvature)


def nothing(features: int, areas: int, looseness: float) -> Weights:
    """Weights that know nothing; a larger ``looseness`` (their variance) lets them go farther."""
    precision = np.full((features + 1, 2 * areas), 1 / looseness)
    precision[-1] = BIAS_PRECISION
    return Weights(np.zeros((features, 2 * areas)), np.zeros(2 * areas), precision)


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
) -> tuple[np.ndarray, np.ndarray]:
    centre, start = prior.matrix[:, columns].astype(np.float64), prior.bias[columns].astype(np.float64)
    precision, bias_precision = prior.precision[:-1, columns], prior.precision[-1, columns]
    shape = centre.shape
    transposed = features.T.tocsr()

    def objective(flat: np.ndarray) -> tuple[float, np.ndarray]:
        change, bias = flat[: centre.size].reshape(shape), flat[centre.size :]
        value, slope = loss(features @ (centre + change) + bias, wanted, importance)
        drift = bias - start
        gradient = np.concatenate(
            [(transposed @ slope + change * precision).ravel(), slope.sum(axis=0) + drift * bias_precision]
        )
        return value + float((precision * change**2).sum() + (bias_precision * drift**2).sum()) / 2, gradient

    begin = np.concatenate([np.zeros(centre.size), start])
    found = minimize(objective, begin, jac=True, method="L-BFGS-B", options={"maxiter": STEPS, "maxcor": 10})
    return centre + found.x[: centre.size].reshape(shape), found.x[centre.size :]
