"""Words as they are compared: without endings, weighted by how rare they are in press text."""

import difflib
import json
import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from pipeline.errors import CommuniqueError
from pipeline.names.words import tokens

if TYPE_CHECKING:
    import scipy.sparse as sp

FILE = "rarity.json"
BUCKETS = 1 << 20
"""Columns of the matrices: words are told apart by a hash, of which two in a thousand words share one."""
COMMON = 2.0
"""What is taken off the rarity of a word: those that every seventh sentence holds weigh next to nothing."""
LEAST = 0.05
"""Least weight of a word."""
_TOKEN = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]|_")
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


@lru_cache(1 << 16)
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


def weight(stem_: str, rarity: Rarity) -> float:
    """How much a stem weighs in press text: next to nothing for those that every seventh sentence holds."""
    return max(rarity(stem_) - COMMON, LEAST)


def local_weights(texts: Sequence[Sequence[str]], rarity: Rarity) -> list[dict[str, float]]:
    """The stems of each text of one document with their weights: rare in press text, and rare in this document.

    In a text on Ukraine, that two sentences name Ukraine says nothing; the inverse document frequency is therefore
    taken twice, over press text and over the sentences of the document.
    """
    counts = Counter(word for words in texts for word in set(words))
    most = math.log(len(texts) + 1)
    local = {word: max(math.log((len(texts) + 1) / count) / most, LEAST) for word, count in counts.items()}
    return [{word: weight(word, rarity) * local[word] for word in set(words)} for words in texts]


def bags(texts: Iterable[Mapping[str, float]]) -> "sp.csr_matrix":
    """Bags of weighted words: (texts, buckets)."""
    import scipy.sparse as sp

    columns, weights, ends = array("i"), array("f"), [0]
    for words in texts:
        found = {crc32(word.encode()) % BUCKETS: weight for word, weight in words.items()}
        ordered = sorted(found)
        columns.extend(ordered)
        weights.extend(found[column] for column in ordered)
        ends.append(len(columns))
    # Of an empty buffer numpy makes nothing.
    data = np.frombuffer(weights, np.float32) if weights else np.zeros(0, np.float32)
    indices = np.frombuffer(columns, np.int32) if columns else np.zeros(0, np.int32)
    return sp.csr_matrix((data, indices, np.asarray(ends)), shape=(len(ends) - 1, BUCKETS))


def unit(rows: "sp.csr_matrix") -> "sp.csr_matrix":
    """Bags of length 1; empty ones stay empty. The places of the words are kept once for both."""
    import scipy.sparse as sp

    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    data = rows.data / np.maximum(np.repeat(lengths, np.diff(rows.indptr)), 1e-9).astype(np.float32)
    return sp.csr_matrix((data, rows.indices, rows.indptr), shape=rows.shape)


def word_diff(before: str, after: str) -> str:
    """One wording made into another: ``[-words taken out-]``, ``{+words put in+}``, as GNU ``wdiff`` marks them."""
    old, new = (_TOKEN.findall(" ".join(text.split())) for text in (before, after))
    parts = []
    for change, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append("".join(new[c:d]))
            continue
        parts += [f"[-{''.join(old[a:b])}-]"] * (b > a) + [f"{{+{''.join(new[c:d])}+}}"] * (d > c)
    return "".join(parts)
