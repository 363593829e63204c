"""The model's own opinion and the encoder's as one."""

import numpy as np

from pipeline.classify.blend import Blend
from pipeline.classify.decision import Rule

RULE = Rule(1.0, (0.5, 0.5), 0.4)


def test_two_opinions_are_added_by_their_weights() -> None:
    blend = Blend(("energy", "health"), 1.0, 2.0, RULE)
    mixed = blend(np.array([[1.0, 0.0, 1.0, 0.0]]), np.array([[0.0, 1.0, 0.5, 1.0]]), ("energy", "health"))
    assert mixed.tolist() == [[1.0, 2.0, 2.0, 2.0]]


def test_readings_are_matched_by_area_and_not_by_place() -> None:
    blend = Blend(("energy", "health"), 0.0, 1.0, RULE)
    mixed = blend(np.zeros((1, 4)), np.array([[1.0, 2.0, 3.0, 4.0]]), ("health", "energy"))
    assert mixed.tolist() == [[2.0, 1.0, 4.0, 3.0]]


def test_an_area_that_the_encoder_does_not_know_keeps_its_own_opinion_in_full() -> None:
    blend = Blend(("energy",), 0.5, 0.5, RULE)
    mixed = blend(np.array([[1.0, 3.0, 1.0, 3.0]]), np.array([[5.0, 5.0]]), ("energy", "space"))
    assert mixed.tolist() == [[3.0, 3.0, 3.0, 3.0]]
