"""What one sentence has that another has not, and the other way, as numbers; and the relation that they speak for.

The rules of :mod:`pipeline.track.relation` find what was added where it is a sum, a time limit or all of the other
sentence; what else readers take for something concrete is learned.
"""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline.errors import CommuniqueError
from pipeline.records import Relation
from pipeline.track.sayings import Saying
from pipeline.track.wording import Rarity, names, stems, weight

FILE = "relation.json"
RELATIONS: tuple[Relation, ...] = ("repeated", "strengthened", "weakened", "followed_up")
DIFFERENCES = (
    "added",
    "dropped",
    "kept of the earlier",
    "kept in the later",
    "longer",
    "sum gained",
    "sum lost",
    "time limit gained",
    "time limit lost",
    "numbers gained",
    "numbers lost",
    "names gained",
    "names lost",
    "actors gained",
    "actors lost",
    "rule: strengthened",
    "rule: weakened",
    "rule: followed_up",
)
"""The numbers of :func:`differences`."""
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Relations:
    """A logistic regression over :data:`DIFFERENCES`: ``weights`` (relations, differences) and ``bias``."""

    weights: np.ndarray
    bias: np.ndarray

    def __call__(self, values: Sequence[float]) -> Relation:
        """The relation that the differences speak for; the next step is told only where a rule tells it."""
        scores = np.round(self.weights @ np.array(values) + self.bias, 3)
        told = len(RELATIONS) if values[-1] else len(RELATIONS) - 1
        return RELATIONS[int(scores[:told].argmax())]


def differences(later: Saying, earlier: Saying, rule: Relation, ahead: bool, rarity: Rarity) -> list[float]:
    """What a later saying has and has not, set against an earlier one.

    ``rule`` is the relation that the rules tell; ``ahead`` says whether a time limit of the earlier one was to come.
    """
    now, before = set(stems(later.text)), set(stems(earlier.text))
    added, dropped, kept = (heft(words, rarity) for words in (now - before, before - now, now & before))
    promised = any(promise.amount for promise in later.promises), any(promise.amount for promise in earlier.promises)
    limited = any(promise.deadline for promise in later.promises), ahead
    return [
        math.log1p(added),
        math.log1p(dropped),
        kept / max(kept + dropped, 1e-9),
        kept / max(kept + added, 1e-9),
        math.log(len(later.text) / len(earlier.text)),
        *(float(side) for now_, before_ in (promised, limited) for side in (now_ > before_, now_ < before_)),
        *_parted(_NUMBER.findall(later.text), _NUMBER.findall(earlier.text)),
        *_parted(names(later.text), names(earlier.text)),
        float(bool(later.actors - earlier.actors)),
        float(bool(earlier.actors - later.actors)),
        *(float(rule == relation) for relation in RELATIONS[1:]),
    ]


def heft(words: Iterable[str], rarity: Rarity) -> float:
    """What some stems weigh together."""
    return sum(weight(word, rarity) for word in sorted(words))


def _parted(now: Iterable[str], before: Iterable[str]) -> tuple[float, float]:
    """How many of some words only the one has, and only the other."""
    later, earlier = set(now), set(before)
    return math.log1p(len(later - earlier)), math.log1p(len(earlier - later))


def load_relations(folder: Path) -> Relations:
    """The weights of a folder. Raises :class:`CommuniqueError` where they cannot be read."""
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        weights = [[content[relation]["weights"][name] for name in DIFFERENCES] for relation in RELATIONS]
        bias = [content[relation]["bias"] for relation in RELATIONS]
        return Relations(np.array(weights, dtype=np.float64), np.array(bias, dtype=np.float64))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CommuniqueError(f"The weights {path} cannot be read ({error}): reinstall or retrain them.") from error


def save_relations(relations: Relations, folder: Path) -> None:
    """Write weights to a folder, the same bytes for the same weights."""
    content: Mapping[str, object] = {
        relation: {
            "bias": round(float(bias), 3),
            "weights": {name: round(float(value), 3) for name, value in zip(DIFFERENCES, row, strict=True)},
        }
        for relation, row, bias in zip(RELATIONS, relations.weights, relations.bias, strict=True)
    }
    (folder / FILE).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")
