"""Two opinions on policy areas as one: the model's own, from terms and words, and the encoder's reading."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.classify.decision import Rule


@dataclass(frozen=True, slots=True)
class Blend:
    """How log-odds are added up, ``own`` times the model's and ``read`` times the encoder's, and the rule for the sum.

    ``areas`` are the areas that the encoder knows, in the order of its answers.
    """

    areas: tuple[str, ...]
    own: float
    read: float
    rule: Rule

    def __call__(self, logits: np.ndarray, readings: np.ndarray, keys: Sequence[str]) -> np.ndarray:
        """The sum, for the areas ``keys``: (passages, 2 x keys) from as much and (passages, 2 x areas).

        Of an area that the encoder does not know the model's own opinion counts in full.
        """
        half = readings.shape[1] // 2
        full = logits.copy()
        for number, key in enumerate(keys):
            if key in self.areas:
                at = self.areas.index(key)
                full[:, number] = readings[:, at]
                full[:, len(keys) + number] = readings[:, half + at]
        mixed: np.ndarray = self.own * logits + self.read * full
        return mixed
