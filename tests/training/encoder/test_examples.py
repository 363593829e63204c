"""What the encoder is taught from gold files."""

import json
from pathlib import Path
from typing import Any

from pipeline.training.encoder.examples import halves, read

TEXT = "A title\n\nNorway met Chile. It will build a bridge by May. Chile was glad."


def gold(tmp_path: Path, record: dict[str, Any]) -> Path:
    path = tmp_path / "toy.jsonl"
    path.write_text(json.dumps({"doc_id": "d", "issuer": "Norway", "title": "A title", "text": TEXT} | record) + "\n")
    return path


def labelled(words: str, acts: list[str] | None, commitments: list[dict[str, Any]]) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "acts": acts, "areas": ["energy"], "commitments": commitments}


def commitment() -> dict[str, Any]:
    cue, action = TEXT.index("will"), TEXT.index("build")
    return {"cue": {"start": cue, "end": cue + 4}, "action": {"start": action, "end": action + 14}, "kind": "new"}


def test_places_count_from_the_sentence_and_what_is_not_labelled_is_not_known(tmp_path: Path) -> None:
    sentence = labelled("It will build a bridge by May.", None, [commitment()])
    (stretch,) = read(gold(tmp_path, {"sentences": [sentence]}), tmp_path, {})
    (found,) = stretch.sentences
    assert (found.acts, found.areas) == (None, None)
    assert found.actions is not None
    (action,) = found.actions
    assert found.text[action.start : action.end] == "build a bridge"
    assert found.text[slice(*action.cue)] == "will"
    assert (action.kind, action.strength) == ("new", None)
    assert stretch.before == "Norway met Chile."


def test_what_stands_between_labelled_sentences_is_read_without_labels(tmp_path: Path) -> None:
    sentences = [labelled("Norway met Chile.", ["report"], []), labelled("Chile was glad.", ["appraisal"], [])]
    (stretch,) = read(gold(tmp_path, {"sentences": sentences}), tmp_path, {})
    assert [(s.text, s.acts is None) for s in stretch.sentences] == [
        ("Norway met Chile.", False),
        ("It will build a bridge by May.", True),
        ("Chile was glad.", False),
    ]


def test_publishers_fall_into_two_halves_of_like_size(tmp_path: Path) -> None:
    record = {"sentences": [labelled("Norway met Chile.", ["report"], [])]}
    (one,) = read(gold(tmp_path, record), tmp_path, {})
    (other,) = read(gold(tmp_path, record | {"issuer": "Chile"}), tmp_path, {})
    first, second = halves([one, other])
    assert {*first, *second} == {"Norway", "Chile"}
    assert first.isdisjoint(second)
