"""Words as they are compared: without endings, weighted by how rare they are in press text."""

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import scipy.sparse as sp

from pipeline.errors import CommuniqueError
from pipeline.names.words import tokens

FILE = "rarity.json"
BUCKETS = 1 << 20
"""Columns of the matrices: words are told apart by a hash, of which two in a thousand words share one."""
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w’'&-]*(?:\s+(?:of|for|on|and|the|in)\s+(?=[A-Z])|\s+(?=[A-Z]))?")
_ENDINGS = re.compile(
    r"(?<=\w{4})(?:i[sz]ations?|ations?|ators?|ative|ating|ate[ds]?|ings?|ments?|ness|ities|ity|ions?|ie[ds]|e[ds]?|y|ly|s)$"
)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare stems are in press text: the logarithm of all sentences to those that hold it; ``unknown`` of others."""

    known: dict[str, float]
    unknown: float

    def __call__(self, stem_: str) -> float:
        """The weight of a stem."""
        return self.known.get(stem_, self.unknown)


def load_rarity(folder: Path) -> Rarity:
    """The rarity of stems as it was counted in training. Raises :class:`CommuniqueError` where it cannot be read."""
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Rarity({stem: float(weight) for stem, weight in content["stems"].items()}, float(content["unknown"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CommuniqueError(f"The words {path} cannot be read ({error}): reinstall or retrain them.") from error


def stem(word: str) -> str:
    """A word without its ending, so that "cooperate", "cooperation" and "cooperating" are one."""
    return _ENDINGS.sub("", word)


def stems(text: str) -> list[str]:
    """The stems of a text, in order."""
    return [stem(word) for word in tokens(text)]


def names(text: str) -> list[str]:
    """Words with a capital that do not begin the sentence, and numbers: what a sentence names."""
    capital = [m.group().strip() for m in _NAME.finditer(text)]
    return [word for name in capital for word in stems(name)] + re.findall(r"\b\d[\d.,]*\b", text)


def bags(texts: Iterable[Sequence[str]], rarity: Rarity) -> sp.csr_matrix:
    """Bags of words of length 1, weighted by rarity: (texts, buckets). Each word counts once."""
    columns: list[int] = []
    weights: list[float] = []
    ends = [0]
    for words in texts:
        found = {crc32(word.encode()) % BUCKETS: rarity(word) for word in words}
        length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        columns += sorted(found)
        weights += [found[column] / length for column in sorted(found)]
        ends.append(len(columns))
    data = np.asarray(weights, dtype=np.float32)
    return sp.csr_matrix((data, np.asarray(columns, dtype=np.int32), np.asarray(ends)), shape=(len(ends) - 1, BUCKETS))
