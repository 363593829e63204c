"""From scores to areas: which come first, which else apply, and when nothing is sure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.logistic import expit, log_softmax
from pipeline.records import MOST_AREAS


@dataclass(frozen=True, slots=True)
class Rule:
    """How scores become areas.

    ``temperature`` calibrates the score of the first area; an area that is not the first applies where its score
    reaches its own of the ``thresholds``; a first score under ``doubt`` is uncertain.
    """

    temperature: float
    thresholds: tuple[float, ...]
    doubt: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The areas of a passage by number, most important first, with their scores, and whether they are uncertain."""

    areas: tuple[int, ...]
    scores: tuple[float, ...]
    uncertain: bool


def probabilities(logits: np.ndarray, temperature: float) -> tuple[np.ndarray, np.ndarray]:
    """Of both heads, from (passages, 2 x areas): that an area comes first, and that it applies; (passages, areas)."""
    half = logits.shape[1] // 2
    return np.exp(log_softmax(logits[:, :half] / temperature)), expit(logits[:, half:])


def decide(first: np.ndarray, every: np.ndarray, rule: Rule) -> list[Verdict]:
    """A verdict for each row of the probabilities (passages, areas)."""
    best = first.argmax(axis=1)
    top = first[np.arange(len(first)), best]
    over = every >= np.asarray(rule.thresholds)
    over[np.arange(len(over)), best] = False
    further: dict[int, list[int]] = {}
    for row, area in zip(*np.nonzero(over), strict=True):
        further.setdefault(int(row), []).append(int(area))
    verdicts = []
    for row, (area, score) in enumerate(zip(best.tolist(), top.tolist(), strict=True)):
        others = sorted(further.get(row, ()), key=lambda a: -every[row, a])[: MOST_AREAS - 1]
        scores = (round(score, 3), *(round(float(every[row, a]), 3) for a in others))
        verdicts.append(Verdict((area, *others), scores, score < rule.doubt))
    return verdicts


def figures(verdicts: Sequence[Verdict], gold: Sequence[tuple[int, ...]]) -> dict[str, float]:
    """The figures of the scoring for areas, with the calibration error and the worth of the doubt.

    ``primary_acc``, ``area_micro_f1`` and ``area_macro_f1`` as in the annotation's score; ``ece`` the expected
    calibration error of the first score over ten equal bins; ``sure_acc`` the accuracy where nothing is uncertain, and
    ``sure_share`` how many sentences that is.
    """
    labelled = [(v, g) for v, g in zip(verdicts, gold, strict=True) if g]
    right = np.array([bool(v.areas) and v.areas[0] == g[0] for v, g in labelled])
    sure = np.array([not v.uncertain for v, _ in labelled])
    score = np.array([v.scores[0] if v.scores else 0.0 for v, _ in labelled])
    numbers = sorted({a for g in gold for a in g})
    f1 = []
    hits = ours = golds = 0
    for area in sorted({a for v in verdicts for a in v.areas} | set(numbers)):
        hit = sum(area in v.areas and area in g for v, g in zip(verdicts, gold, strict=True))
        said = sum(area in v.areas for v in verdicts)
        true = sum(area in g for g in gold)
        hits, ours, golds = hits + hit, ours + said, golds + true
        if true:
            f1.append(2 * hit / (said + true))
    return {
        "primary_acc": float(right.mean()),
        "area_micro_f1": 2 * hits / max(ours + golds, 1),
        "area_macro_f1": float(np.mean(f1)),
        "ece": calibration_error(score, right),
        "sure_acc": float(right[sure].mean()) if sure.any() else float("nan"),
        "sure_share": float(sure.mean()),
    }


def calibration_error(scores: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: mean gap between score and accuracy over equal bins, weighted by their size."""
    place = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = [abs(scores[place == b].mean() - right[place == b].mean()) * (place == b).sum() for b in np.unique(place)]
    return float(sum(gaps) / len(scores))


def tune(logits: np.ndarray, gold: Sequence[tuple[int, ...]], gain: float = 0.10) -> Rule:
    """The rule that serves best on logits of sentences that the model has not seen: (passages, 2 x areas).

    The temperature gives the gold's first areas the highest likelihood. Each threshold lies between the one that is
    best for its area and the one that is best for all, since a rare area alone says little. Doubt is where accuracy
    on the rest is ``gain`` higher than on all.
    """
    k = logits.shape[1] // 2
    rows = np.array([row for row, g in enumerate(gold) if g])
    main = np.array([g[0] for g in gold if g])
    grid = np.arange(0.4, 2.51, 0.05)
    likelihood = [log_softmax(logits[rows, :k] / t)[np.arange(len(rows)), main].sum() for t in grid]
    temperature = float(round(grid[int(np.argmax(likelihood))], 2))
    first, every = probabilities(logits, temperature)
    truth = np.zeros((len(gold), k), dtype=bool)
    for row, areas in enumerate(gold):
        truth[row, list(areas)] = True
    ours = np.zeros_like(truth)
    ours[np.arange(len(ours)), first.argmax(axis=1)] = True
    steps = np.arange(0.10, 0.71, 0.025)
    said = np.array([ours | (every >= t) for t in steps])
    hits, totals = (said & truth).sum(axis=1), said.sum(axis=1) + truth.sum(axis=0)
    common = steps[int(np.argmax(hits.sum(axis=1) / totals.sum(axis=1)))]
    own = steps[np.argmax(hits / np.maximum(totals, 1), axis=0)]
    top = first.max(axis=1)[rows]
    right = first.argmax(axis=1)[rows] == main
    doubt = next((t for t in np.arange(0.2, 0.9, 0.01) if right[top >= t].mean() >= right.mean() + gain), 0.5)
    return Rule(temperature, tuple(float(round((common + o) / 2, 3)) for o in own), float(round(doubt, 2)))
