"""What the encoder read in a document, as it lies on the ``Doc``.

It is kept in the document's user data as plain arrays, so that a ``Doc`` can be stored and sent between processes.
Scores are rounded: sums of floating point come out a little different on other processors, decisions must not.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.tokens import Doc

DIGITS = 2
"""Digits that scores are rounded to."""

_KEY = "communique_meaning"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Scores of sentences and words.

    ``starts``: the first token of each sentence, ascending; ``acts`` (sentences, acts): probability that the sentence
    does it, in the order of :data:`pipeline.records.ACTS`; ``areas`` (sentences, 2 x areas): log-odds of each area to
    come first, then to apply at all; ``tags`` (tokens, tags): probability of each
    :class:`pipeline.language.encoder.labels.Tag`; ``vectors`` (sentences, dimensions): what each sentence says, as
    whole numbers of 8 bits (:func:`compact`), compared by their angle.
    """

    starts: np.ndarray
    acts: np.ndarray
    areas: np.ndarray
    tags: np.ndarray
    vectors: np.ndarray

    def sentence(self, token: int) -> int:
        """The number of the sentence in which a token stands."""
        return max(0, bisect_right(self.starts, token) - 1)


def meaning_of(doc: Doc) -> Meaning | None:
    """What the encoder left on a document; None where it did not read it."""
    kept: dict[Any, Any] = doc.user_data
    arrays: Sequence[np.ndarray] | None = kept.get(_KEY)
    return None if arrays is None else Meaning(*arrays)


def set_meaning(doc: Doc, meaning: Meaning) -> None:
    """Leave scores on a document, rounded."""
    kept: dict[Any, Any] = doc.user_data
    scores = (np.round(a, DIGITS).astype(np.float32) for a in (meaning.acts, meaning.areas, meaning.tags))
    kept[_KEY] = [meaning.starts, *scores, meaning.vectors]


def compact(vectors: np.ndarray) -> np.ndarray:
    """Rows as whole numbers from -127 to 127, the largest of each row at an end: the angles stay, to a hundredth."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True, initial=0), 1e-9)
    numbers: np.ndarray = np.rint(vectors * (127 / largest)).astype(np.int8)
    return numbers
