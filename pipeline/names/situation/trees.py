"""Boosted decision trees (Friedman 2001) as readable JSON: scoring needs no library."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CommuniqueError

Leaf = float
Node = tuple[str, float, int, int] | Leaf
"""A question "is this feature at most so much?" with the numbers of the next nodes for yes and no, or what is added."""


@dataclass(frozen=True, slots=True)
class BoostedTrees:
    """Trees whose leaves add up to log odds; each begins with its first node."""

    bias: float
    trees: tuple[tuple[Node, ...], ...]

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability of yes, 0 to 1; a feature that is not there counts as 0."""
        score = self.bias + math.fsum(_fall(tree, features) for tree in self.trees)
        return 1.0 / (1.0 + math.exp(-score))


def load_trees(path: Path) -> BoostedTrees:
    """The trees of a file. Raises :class:`pipeline.errors.CommuniqueError` where it is missing or holds none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        trees = tuple(tuple(n if isinstance(n, float) else (n[0], n[1], n[2], n[3]) for n in t) for t in found["trees"])
        return BoostedTrees(found["bias"], trees)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise CommuniqueError(f"{path} holds no model of parties ({error}): install the package anew.") from error


def _fall(tree: tuple[Node, ...], features: Mapping[str, float]) -> float:
    node = tree[0]
    while not isinstance(node, float):
        feature, most, yes, no = node
        node = tree[yes if features.get(feature, 0.0) <= most else no]
    return node
