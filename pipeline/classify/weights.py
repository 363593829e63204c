"""The weights of the model of policy areas."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Weights:
    """Of both heads side by side: ``matrix`` (features, 2 x areas), ``bias`` (2 x areas); first areas, then all.

    ``precision`` (features + 1, 2 x areas; the bias last) says how sure each weight is: one over its variance.
    """

    matrix: np.ndarray
    bias: np.ndarray
    precision: np.ndarray

    @property
    def areas(self) -> int:
        """Number of areas."""
        return len(self.bias) // 2
