"""The matcher: whether two sayings make the same undertaking, by two logistic regressions over a few features.

The first sees each pair alone; the second sees what the first says of it, its neighbours and its rivals.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.errors import CommuniqueError
from pipeline.logistic import expit
from pipeline.track.columns import Columns
from pipeline.track.differences import Relations, load_relations
from pipeline.track.features import FEATURES
from pipeline.track.projection import Projection, load_projection
from pipeline.track.senses import Senses, load_senses
from pipeline.track.surroundings import SURROUNDINGS, surroundings
from pipeline.track.wording import Rarity, load_rarity

FOLDER = Path(__file__).parent.parent / "model" / "track"
READ, PLAIN = "matcher.json", "plain.json"
LEAST = 0.005
"""What a pair must have alone for its surroundings to be looked at."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: weights of its features, and a bias."""

    values: np.ndarray
    bias: float

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """The probability of each row of features, rounded so that it is the same on every machine."""
        probabilities: np.ndarray = np.round(expit(features @ self.values + self.bias), 3)
        return probabilities


@dataclass(frozen=True, slots=True)
class Matcher:
    """``alone`` weighs :data:`FEATURES`, ``among`` :data:`SURROUNDINGS`.

    From ``threshold`` on, two sayings are held to be the same undertaking.
    """

    alone: Weights
    among: Weights
    threshold: float

    def probabilities(
        self, columns: Columns, later: np.ndarray, earlier: np.ndarray, features: np.ndarray
    ) -> np.ndarray:
        """The probability of each pair of rows, ordered by later, then by earlier row; 0 where it is very small."""
        alone = self.alone.probabilities(features)
        some = np.flatnonzero(alone >= LEAST)
        around = surroundings(columns, later[some], earlier[some], alone[some])
        found = np.zeros(len(alone), dtype=np.float32)
        found[some] = self.among.probabilities(around)
        return found


@dataclass(frozen=True, slots=True)
class Matchers:
    """What tracking has learned: matchers for sentences that an encoder has read and for others, the rarity of words,
    the projection of what was read, which words are near in meaning, and the relation that differences speak for.
    """

    read: Matcher
    plain: Matcher
    rarity: Rarity
    projection: Projection
    senses: Senses
    relations: Relations

    def of(self, *, read: bool) -> Matcher:
        """The matcher for sentences that an encoder has read, or for those that none has."""
        return self.read if read else self.plain


def load_matchers(folder: Path = FOLDER) -> Matchers:
    """What tracking has learned. Raises :class:`CommuniqueError` where a file is missing or is not ours."""
    try:
        read, plain = (_matcher(json.loads((folder / name).read_text(encoding="utf-8"))) for name in (READ, PLAIN))
        rarity = load_rarity(folder)
        projection, near = load_projection(folder, rarity), load_senses(folder, rarity)
        return Matchers(read, plain, rarity, projection, near, load_relations(folder))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommuniqueError(
            f"The weights in {folder} cannot be read ({error}): reinstall or retrain them."
        ) from error


def save_matcher(matcher: Matcher, path: Path) -> None:
    """Write a matcher to ``path``, the same bytes for the same weights."""
    content = {
        "threshold": round(matcher.threshold, 3),
        "alone": _content(matcher.alone, FEATURES),
        "among": _content(matcher.among, SURROUNDINGS),
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")


def _content(weights: Weights, names: Sequence[str]) -> dict[str, object]:
    values = {name: round(float(weight), 3) for name, weight in zip(names, weights.values, strict=True)}
    return {"bias": round(weights.bias, 3), "weights": values}


def _matcher(content: dict[str, object]) -> Matcher:
    return Matcher(
        _weights(content["alone"], FEATURES),
        _weights(content["among"], SURROUNDINGS),
        float(str(content["threshold"])),
    )


def _weights(content: object, names: Sequence[str]) -> Weights:
    if not isinstance(content, dict) or set(content["weights"]) != set(names):
        raise ValueError("they are of other features")
    values = content["weights"]
    return Weights(np.array([values[name] for name in names], dtype=np.float32), float(content["bias"]))
