import json
from math import exp
from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.names.situation.trees import load_trees

TREES = {
    "bias": -1.0,
    "trees": [
        [["share", 0.5, 1, 2], -0.5, ["is joint", 0.0, 3, 4], 1.0, 2.0],
        [["lead subject", 0.5, 1, 2], 0.0, 0.25],
    ],
}


def written(folder: Path, content: object) -> Path:
    file = folder / "trees.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("features", "score"),
    [
        ({}, -1.5),
        ({"share": 0.6}, 0.0),
        ({"share": 0.6, "is joint": 1.0}, 1.0),
        ({"lead subject": 1.0}, -1.25),
    ],
)
def test_leaves_add_up_to_log_odds(tmp_path: Path, features: dict[str, float], score: float) -> None:
    assert load_trees(written(tmp_path, TREES)).probability(features) == pytest.approx(1 / (1 + exp(-score)))


@pytest.mark.parametrize("content", [{}, [], {"bias": 0, "trees": [[["share", 1]]]}])
def test_what_is_no_model_of_trees_is_said_to_be_none(tmp_path: Path, content: object) -> None:
    with pytest.raises(CommuniqueError, match="holds no model of parties"):
        load_trees(written(tmp_path, content))


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="nowhere"):
        load_trees(tmp_path / "nowhere.json")
