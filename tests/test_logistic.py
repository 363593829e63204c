import numpy as np
import pytest
import scipy.special

from pipeline.logistic import expit, log_softmax, softmax

SCORES = np.array([[-1000.0, -3.5, 0.0, 2.25], [1000.0, 1000.0, 1.0, -1.0]])


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_probabilities_are_those_of_scipy(kind: type) -> None:
    scores = SCORES.astype(kind)
    for ours, theirs in (
        (expit(scores), scipy.special.expit(scores)),
        (softmax(scores), scipy.special.softmax(scores, axis=1)),
        (log_softmax(scores), scipy.special.log_softmax(scores, axis=1)),
    ):
        assert ours.dtype == scores.dtype
        np.testing.assert_allclose(ours, theirs, rtol=1e-6)
