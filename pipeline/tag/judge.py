"""The judge: a linear model that weighs what speaks for and against a candidate.

The rules of :mod:`pipeline.tag.commitments.candidates` find an action and name what they see as features, words such as
``subject=we`` or ``verb=calendar``; the judge adds their weights up to a probability (logistic regression, trained by
:mod:`pipeline.training.judge.fit`). Its weights are JSON, readable and diffable, and scoring needs no library.
"""

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CommuniqueError
from pipeline.tables import replacing

SURE = 30.0
"""Scores beyond this are as good as certain; the exponential of much larger ones overflows."""
FOLDER = Path(__file__).parent.parent / "model" / "judge"
PLAIN = FOLDER / "plain"
"""Weights for documents that no encoder has read."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Weights of named features. ``threshold`` is the probability from which on the answer is yes."""

    bias: float
    threshold: float
    weights: dict[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Probability of yes, 0 to 1; features without a weight do not count."""
        weights = self.weights
        score = self.bias + sum(weights.get(name, 0.0) for name in features)
        return 1.0 / (1.0 + math.exp(-max(min(score, SURE), -SURE)))

    def accepts(self, probability: float) -> bool:
        """Whether a probability reaches the threshold."""
        return probability >= self.threshold

    def grounds(self, features: Iterable[str], ground: Callable[[str], str], count: int = 3) -> list[tuple[str, float]]:
        """The ``count`` grounds that weigh most in a decision, with their weights, heaviest first.

        ``ground`` says what a feature counts as; features of one ground are added up, since each may weigh little and
        all of them together may decide.
        """
        known: dict[str, float] = {}
        for name in features:
            if name in self.weights:
                known[ground(name)] = known.get(ground(name), 0.0) + self.weights[name]
        return sorted(known.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:count]


def load(name: str, folder: Path = FOLDER) -> dict[str, LinearModel]:
    """The models of the file ``<name>.json``, by the label that each answers for.

    Raises :class:`pipeline.errors.CommuniqueError` where the file is missing or is not a model.
    """
    path = folder / f"{name}.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {
            label: LinearModel(float(m["bias"]), float(m["threshold"]), {k: float(v) for k, v in m["weights"].items()})
            for label, m in content.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommuniqueError(f"The weights {path} cannot be read ({error}): reinstall or retrain them.") from error


def save(name: str, models: dict[str, LinearModel], folder: Path = FOLDER) -> Path:
    """Write models to ``<name>.json``, the same bytes for the same weights; returns the path."""
    content = {
        label: {
            "bias": round(model.bias, 4),
            "threshold": round(model.threshold, 4),
            "weights": {k: round(v, 2) for k, v in sorted(model.weights.items()) if round(v, 2)},
        }
        for label, model in sorted(models.items())
    }
    path = folder / f"{name}.json"
    folder.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    return path
