"""What one sentence has that another has not, and what it speaks for."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import CommuniqueError
from pipeline.track.differences import DIFFERENCES, FILE, RELATIONS, Relations, differences, load_relations
from pipeline.track.matcher import FOLDER, load_matchers
from pipeline.track.sayings import ledgers
from tests.shipped import KNOWLEDGE
from tests.track.small import analysis

BEFORE = "The Ministers will deepen cooperation on harbour pilots."
NOW = "The Ministers will deepen cooperation on harbour pilots with 40 grants of the Nansen Trust."


def between(before: str, now: str) -> dict[str, float]:
    """The differences of two sentences, by name."""
    documents = [analysis(2030, before), analysis(2031, now)]
    earlier, later = (saying for ledger in ledgers(documents, KNOWLEDGE) for saying in ledger.sayings)
    return dict(zip(DIFFERENCES, differences(later, earlier, "repeated", False, load_matchers().rarity), strict=True))


def test_what_a_sentence_adds_is_counted_and_nothing_that_it_keeps() -> None:
    told = between(BEFORE, NOW)
    assert told["added"] > 0 == told["dropped"]
    assert told["kept of the earlier"] == 1 > told["kept in the later"]
    assert told["numbers gained"] > 0 == told["numbers lost"]
    assert between(NOW, BEFORE)["dropped"] == told["added"]


def test_the_relation_that_weighs_most_is_told() -> None:
    weights = np.zeros((len(RELATIONS), len(DIFFERENCES)))
    weights[RELATIONS.index("strengthened"), DIFFERENCES.index("added")] = 1
    relations = Relations(weights, np.array([1.0, 0, 0, 0]))
    assert relations([0.5] * len(DIFFERENCES)) == "repeated"
    assert relations([1.5] * len(DIFFERENCES)) == "strengthened"


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text((FOLDER / FILE).read_text(encoding="utf-8").replace('"added"', '"else"'))
    with pytest.raises(CommuniqueError, match="cannot be read"):
        load_relations(tmp_path)
