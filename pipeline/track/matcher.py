"""The matcher: whether two sayings make the same undertaking, by logistic regression over a few features."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.special import expit

from pipeline.errors import CommuniqueError
from pipeline.track.features import FEATURES
from pipeline.track.projection import Projection, load_projection
from pipeline.track.wording import Rarity, load_rarity

FOLDER = Path(__file__).parent.parent / "model" / "track"
READ, PLAIN = "matcher.json", "plain.json"


@dataclass(frozen=True, slots=True)
class Matcher:
    """Weights of :data:`FEATURES`; from ``threshold`` on, two sayings are held to be the same undertaking."""

    weights: np.ndarray
    bias: float
    threshold: float

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """The probability of each pair, a row of features each, rounded so that it is the same on every machine."""
        probabilities: np.ndarray = np.round(expit(features @ self.weights + self.bias), 3)
        return probabilities


@dataclass(frozen=True, slots=True)
class Matchers:
    """What tracking has learned: matchers for sentences that an encoder has read and for others, the rarity of words,
    and the projection of the encoder's vectors.
    """

    read: Matcher
    plain: Matcher
    rarity: Rarity
    projection: Projection

    def of(self, *, read: bool) -> Matcher:
        """The matcher for sentences that an encoder has read, or for those that none has."""
        return self.read if read else self.plain


def load_matchers(folder: Path = FOLDER) -> Matchers:
    """What tracking has learned. Raises :class:`CommuniqueError` where a file is missing or is not ours."""
    try:
        content = json.loads((folder / READ).read_text(encoding="utf-8"))
        plain = json.loads((folder / PLAIN).read_text(encoding="utf-8"))
        return Matchers(_matcher(content), _matcher(plain), load_rarity(folder), load_projection(folder))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommuniqueError(
            f"The weights in {folder} cannot be read ({error}): reinstall or retrain them."
        ) from error


def save_matcher(matcher: Matcher, path: Path) -> None:
    """Write a matcher to ``path``, the same bytes for the same weights."""
    weights = {name: round(float(weight), 3) for name, weight in zip(FEATURES, matcher.weights, strict=True)}
    content = {"bias": round(matcher.bias, 3), "threshold": round(matcher.threshold, 3), "weights": weights}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


def _matcher(content: dict[str, object]) -> Matcher:
    weights = content["weights"]
    if not isinstance(weights, dict) or set(weights) != set(FEATURES):
        raise ValueError("they are of other features")
    return Matcher(
        np.array([weights[name] for name in FEATURES], dtype=np.float32),
        float(str(content["bias"])),
        float(str(content["threshold"])),
    )
