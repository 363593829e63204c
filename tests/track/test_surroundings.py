"""What stands around a pair speaks for it or against it."""

import numpy as np

from pipeline.track.columns import Columns, columns
from pipeline.track.matcher import load_matchers
from pipeline.track.sayings import ledgers
from pipeline.track.surroundings import SURROUNDINGS, surroundings
from tests.shipped import KNOWLEDGE
from tests.track.small import BESIDE, analysis

NEXT, RIVAL = SURROUNDINGS.index("best neighbour"), SURROUNDINGS.index("rival for the later")


def two_meetings() -> Columns:
    documents = [analysis(2030, *BESIDE), analysis(2031, *BESIDE)]
    sayings = [saying for ledger in ledgers(documents, KNOWLEDGE) for saying in ledger.sayings]
    matchers = load_matchers()
    return columns(sayings, matchers.rarity, matchers.projection)


def test_a_pair_is_likelier_where_the_sentences_after_both_are_a_pair() -> None:
    later, earlier = np.array([2, 3]), np.array([0, 1])
    around = surroundings(two_meetings(), later, earlier, np.array([0.5, 0.9]))
    assert around[0, NEXT] == np.float32(0.9)
    assert around[1, NEXT] == np.float32(0.5)


def test_a_pair_is_less_likely_where_another_fits_better() -> None:
    later, earlier = np.array([2, 2]), np.array([0, 1])
    around = surroundings(two_meetings(), later, earlier, np.array([0.25, 0.75]))
    assert around[:, RIVAL].tolist() == [-0.5, 0.5]
