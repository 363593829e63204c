"""How likely those who may be parties are, seen together."""

import pytest

from pipeline.names.situation.weighing import likelihoods


def test_one_who_stands_alone_is_likely_though_little_speaks_for_him() -> None:
    assert likelihoods({"CHL": 0.3, "PER": 0.02})["CHL"] == pytest.approx(0.3 / (1 - 0.95 * 0.7 * 0.98))


def test_those_who_are_sure_are_as_likely_together_as_alone() -> None:
    assert likelihoods({"CHL": 1.0, "NOR": 0.9}) == {"CHL": 1.0, "NOR": 0.9}
