"""The linear models add up weights, keep their bytes, and say plainly when they are missing."""

from pathlib import Path

import numpy as np
import pytest
from spacy.vocab import Vocab

from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from pipeline.tag import judge
from pipeline.tag.commitments.component import CommitmentFinder
from pipeline.tag.judge import LinearModel
from pipeline.tag.wording import ground
from pipeline.training.judge.fit import Example, fit, word_vectors

MODEL = LinearModel(bias=-1.0, threshold=0.5, weights={"subject=we": 2.0, "verb=calendar": -3.0})


def test_weights_of_known_features_add_up() -> None:
    assert MODEL.probability(["subject=we"]) == pytest.approx(0.731, abs=1e-3)
    assert MODEL.probability(["subject=we", "unknown"]) == MODEL.probability(["subject=we"])
    assert not MODEL.accepts(MODEL.probability(["subject=we", "verb=calendar"]))
    assert MODEL.grounds(["subject=we", "verb=calendar"], ground, 1) == [("verb=calendar", -3.0)]


def test_a_saved_model_reads_back_the_same(tmp_path: Path) -> None:
    first = judge.save("toy", {"yes": MODEL}, tmp_path).read_bytes()
    assert judge.load("toy", tmp_path) == {"yes": MODEL}
    assert judge.save("toy", judge.load("toy", tmp_path), tmp_path).read_bytes() == first


def test_a_retrained_model_is_read_when_it_is_loaded_again(tmp_path: Path) -> None:
    judge.save("toy", {"yes": MODEL}, tmp_path)
    assert judge.load("toy", tmp_path)["yes"].bias == -1.0
    judge.save("toy", {"yes": LinearModel(2.0, 0.5, {})}, tmp_path)
    assert judge.load("toy", tmp_path)["yes"].bias == 2.0


def test_a_component_reads_its_model_once() -> None:
    finder = CommitmentFinder(Knowledge())
    assert finder.plain is finder.plain


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


def test_words_weigh_less_than_syntax_and_count_as_one_ground() -> None:
    model = LinearModel(bias=0.0, threshold=0.5, weights={"subject=we": 0.5, "w=border": 0.4, "b=open border": 0.3})
    assert model.grounds(["w=border", "b=open border", "subject=we"], ground) == [("wording", 0.7), ("subject=we", 0.5)]
    examples = [
        Example(("subject=we", "w=open") if k % 2 else ("subject=it", "w=shut"), bool(k % 2), f"doc{k % 7}")
        for k in range(70)
    ]
    weights = fit(examples, wording=0.3)[0].weights
    assert 0 < weights["w=open"] < weights["subject=we"] / 4


def test_what_is_learned_of_a_word_goes_for_words_like_it() -> None:
    vocabulary = Vocab()
    axes = {"strengthen": (1, 0), "deepen": (0.9, 0.1), "bolster": (0.8, 0.2), "fell": (0, 1), "shrank": (0.2, 0.8)}
    for word, vector in axes.items():
        vocabulary.set_vector(word, np.array(vector, dtype=np.float32))
    examples = [
        Example((f"head~{verb}",), verb != "fell", f"doc{k}")
        for k in range(10)
        for verb in ("strengthen", "deepen", "fell")
    ]
    model, _ = fit(examples, strength=10.0, vectors=word_vectors(vocabulary))
    assert model.accepts(model.probability(["head~bolster"]))
    assert not model.accepts(model.probability(["head~shrank"]))
    assert "head~unknown" not in model.weights


@pytest.mark.parametrize(("bias", "expected"), [(0.0, 0.5), (1000.0, 1.0), (-1000.0, 0.0), (31.0, 0.0), (29.0, 2e-12)])
def test_scores_beyond_what_is_sure_count_as_sure(bias: float, expected: float) -> None:
    probability = LinearModel(bias, 0.5, {}).probability([])
    if bias > 1:
        assert 1.0 - probability == pytest.approx(1e-12, rel=20.0)
        assert (probability == LinearModel(30.0, 0.5, {}).probability([])) is (bias >= 30)
    else:
        assert probability == pytest.approx(expected, abs=1e-12)


def test_a_probability_at_the_threshold_is_accepted() -> None:
    model = LinearModel(0.0, 0.5, {})
    assert model.accepts(0.5)
    assert not model.accepts(0.499)


def test_grounds_are_the_three_heaviest_in_order_of_weight_then_name() -> None:
    model = LinearModel(0.0, 0.5, {"d": -1.0, "c": 1.0, "b": 0.5, "a": 2.0})
    assert model.grounds("abcdx", ground) == [("a", 2.0), ("c", 1.0), ("d", -1.0)]
    assert model.grounds("ab", ground, 5) == [("a", 2.0), ("b", 0.5)]


def test_a_model_is_written_with_rounded_weights_in_order_without_those_that_round_to_nothing(tmp_path: Path) -> None:
    weights = {"b": 0.126, "a": -1.0, "é": 2.0, "nothing": 0.004}
    model = LinearModel(0.123456, 0.654321, weights)
    path = judge.save("toy", {"yes": model, "no": model}, tmp_path / "new" / "folder")
    assert path == tmp_path / "new" / "folder" / "toy.json"
    said = '"bias": 0.1235,\n"threshold": 0.6543,\n"weights": {\n"a": -1.0,\n"b": 0.13,\n"é": 2.0\n}\n}'
    assert path.read_text(encoding="utf-8") == f'{{\n"no": {{\n{said},\n"yes": {{\n{said}\n}}\n'
    assert judge.save("toy", {"yes": model}, tmp_path / "new" / "folder") == path


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"yes": 1}',
        '{"yes": {"bias": 1, "threshold": 0.5}}',
        '{"yes": {"bias": "x"}}',
        '{"yes": {"bias": []}}',
    ],
)
def test_a_file_that_is_no_model_is_refused_with_its_path(content: str, tmp_path: Path) -> None:
    (tmp_path / "toy.json").write_text(content, encoding="utf-8")
    with pytest.raises(CommuniqueError, match=r"The weights .*toy\.json cannot be read .*: reinstall or retrain them"):
        judge.load("toy", tmp_path)
