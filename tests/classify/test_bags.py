import numpy as np
import pytest

from pipeline.classify.bags import Bags

BAGS = Bags.of([[2, 0, 2], [], [1]], 4)


def test_a_bag_holds_each_word_once_with_its_number() -> None:
    assert (BAGS.words.tolist(), BAGS.weights.tolist(), BAGS.ends.tolist()) == ([0, 2, 1], [1, 2, 1], [0, 2, 2, 3])
    assert BAGS.filled.tolist() == [True, False, True]
    assert BAGS.sums().tolist() == [3, 0, 1]


def test_products_are_those_of_sparse_matrices() -> None:
    matrix = np.arange(8, dtype=np.float32).reshape(4, 2)
    assert (BAGS @ matrix).tolist() == (BAGS.sparse() @ matrix).tolist() == [[8, 11], [0, 0], [2, 3]]


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_texts_without_words_weigh_nothing(texts: list[list[int]]) -> None:
    bags = Bags.of(texts, 3)
    assert len(bags) == len(texts)
    assert (bags @ np.ones((3, 2), dtype=np.float32)).tolist() == [[0, 0]] * len(texts)
