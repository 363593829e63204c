"""Words that are near in meaning count in part."""

import numpy as np
import pytest

from pipeline.track.senses import senses
from pipeline.track.wording import bags


def test_a_text_stands_for_the_words_near_to_its_own_too() -> None:
    near = senses(["boat", "roof", "vessel"], np.array([[2], [0], [0]]), np.array([[204], [0], [204]]))
    spread = near.spread(bags([{"boat": 3.0}]))
    shares = spread @ bags([{"boat": 1.0}, {"vessel": 1.0}, {"roof": 1.0}]).T
    assert shares.toarray()[0] == pytest.approx([1.0, 0.8, 0.0], abs=0.001)


def test_senses_of_other_stems_are_refused() -> None:
    with pytest.raises(ValueError, match="other stems"):
        senses(["boat"], np.zeros((2, 1)), np.zeros((2, 1)))
