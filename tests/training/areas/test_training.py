import json

from pipeline.classify.model import load_model, save_model
from pipeline.training.areas.press import lines
from pipeline.training.areas.train import press_vectors, read_gold_examples, train
from tests.shipped import KNOWLEDGE

SUBJECTS = {
    "trade_investment": "The ministers want lower tariffs and more trade in goods number {n}.",
    "health": "The ministers want more vaccines and better hospitals in year {n}.",
    "energy": "The ministers want more wind power and cheaper electricity in year {n}.",
}


def corpus(folder):
    gold, press = folder / "gold", folder / "press" / "office"
    gold.mkdir(), press.mkdir(parents=True)
    records, meta = [], []
    for n in range(12):
        sentences, text = [], ""
        for area, wording in SUBJECTS.items():
            line = wording.format(n=n)
            sentences.append({"start": len(text), "end": len(text) + len(line), "areas": [area]})
            text += line + "\n"
        record = {"doc_id": f"d{n}", "issuer": "office", "title": "Meeting", "text": text, "sentences": sentences}
        records.append(json.dumps(record))
        meta.append(json.dumps({"doc_id": f"d{n}", "title": "Meeting"}))
        (press / f"d{n}.txt").write_text(text * 20)
    (gold / "train.jsonl").write_text("\n".join(records))
    (press / "meta.jsonl").write_text("\n".join(meta))
    return gold, folder / "press"


def test_training_twice_gives_the_same_bytes_and_a_model_that_knows_the_subjects(tmp_path):
    gold, press = corpus(tmp_path)
    for name in ("one", "two"):
        model, figures = train(read_gold_examples(gold, press), press_vectors(gold, press), KNOWLEDGE)
        save_model(model, tmp_path / name, {})
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert figures["primary_acc"] == 1.0
    assert load_model(tmp_path / "one", KNOWLEDGE).areas == model.areas


def test_documents_that_are_measured_on_are_not_read(tmp_path):
    gold, press = corpus(tmp_path)
    (press / "office" / "d0.txt").write_text("zeppelin zeppelin zeppelin\n" * 9)
    assert "zeppelin" in press_vectors(gold, press).words
    (gold / "dev.jsonl").write_text(json.dumps({"doc_id": "d0"}))
    assert "zeppelin" not in press_vectors(gold, press).words


def test_press_text_is_split_at_lines_and_full_stops():
    text = "Trade and Growth\nMr. Zenda met the U.S. envoy. They agreed. \n- an item"
    assert [(line.text, line.heading) for line in lines(text)] == [
        ("Trade and Growth", True),
        ("Mr. Zenda met the U.S. envoy.", False),
        ("They agreed.", False),
        ("- an item", False),
    ]
