"""The linear models add up weights, keep their bytes, and say plainly when they are missing."""

from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.tag import judge
from pipeline.tag.judge import LinearModel
from pipeline.tag.training import Example, fit

MODEL = LinearModel(bias=-1.0, threshold=0.5, weights={"subject=we": 2.0, "verb=calendar": -3.0})


def test_weights_of_known_features_add_up() -> None:
    assert MODEL.probability(["subject=we"]) == pytest.approx(0.731, abs=1e-3)
    assert MODEL.probability(["subject=we", "unknown"]) == MODEL.probability(["subject=we"])
    assert not MODEL.accepts(MODEL.probability(["subject=we", "verb=calendar"]))
    assert MODEL.grounds(["subject=we", "verb=calendar"], 1) == [("verb=calendar", -3.0)]


def test_a_saved_model_reads_back_the_same(tmp_path: Path) -> None:
    first = judge.save("toy", {"yes": MODEL}, tmp_path).read_bytes()
    assert judge.load("toy", tmp_path) == {"yes": MODEL}
    assert judge.save("toy", judge.load("toy", tmp_path), tmp_path).read_bytes() == first


def test_a_missing_model_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match=r"nowhere\.json"):
        judge.load("nowhere", tmp_path)


def test_training_learns_what_tells_the_answers_apart() -> None:
    examples = [
        Example(("subject=we" if k % 2 else "subject=thing", "form=verb"), bool(k % 2), f"doc{k % 7}")
        for k in range(70)
    ]
    model, f1 = fit(examples)
    assert f1 == 1.0
    assert model.accepts(model.probability(("subject=we", "form=verb")))
    assert not model.accepts(model.probability(("subject=thing", "form=verb")))
