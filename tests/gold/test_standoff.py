"""Gold by offsets into texts that lie elsewhere."""

import json
from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.gold.documents import Words
from pipeline.gold.files import read_gold
from pipeline.gold.standoff import completed, is_standoff, standoff

TEXT = "Norway and Peru met.\nThey will build a school by 2031 for $2 million.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "ministry"
    folder.mkdir()
    (folder / "school.txt").write_text(TEXT, encoding="utf-8", newline="")
    about = {"doc_id": "school", "title": "Joint statement", "date": "2030", "issuer": "Ministry"}
    (folder / "meta.jsonl").write_text(json.dumps(about) + "\n", encoding="utf-8")
    return tmp_path


def span(wording: str) -> dict[str, object]:
    start = TEXT.index(wording)
    return {"start": start, "end": start + len(wording), "text": wording}


def gold_record() -> dict[str, object]:
    promise = {
        "cue": span("will"),
        "action": span("build a school by 2031 for $2 million"),
        "actors": ["NOR", "PER"],
        "kind": "new",
        "strength": "strong",
        "negated": False,
        "deadline": "by 2031",
        "amount": "$2 million",
    }
    sentence = {"start": 21, "end": 69, "acts": ["commitment"], "areas": [], "commitments": [promise], "entities": []}
    return {"doc_id": "school", "source": "ministry", "parties": ["NOR", "PER"], "text": TEXT, "sentences": [sentence]}


def test_a_record_by_offsets_holds_no_wording_and_comes_back_whole(texts: Path) -> None:
    record = standoff(gold_record(), texts)
    assert is_standoff(record)
    assert "school by" not in json.dumps(record)
    back = completed(record, texts)
    assert back["sentences"] == gold_record()["sentences"]
    assert (back["title"], "date" in back) == ("Joint statement", False)


def test_gold_by_offsets_is_read_like_other_gold(texts: Path, tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(standoff(gold_record(), texts)) + "\n", encoding="utf-8")
    [document] = read_gold(file, texts)
    assert document.sentences[0].commitments[0].deadline == Words("by 2031")


def test_another_text_than_the_labelled_one_is_refused(texts: Path) -> None:
    record = standoff(gold_record(), texts)
    (texts / "ministry" / "school.txt").write_text(TEXT + "More.", encoding="utf-8")
    with pytest.raises(CommuniqueError, match="is not the one that was labelled"):
        completed(record, texts)
    (texts / "ministry" / "school.txt").unlink()
    with pytest.raises(CommuniqueError, match="cannot be read"):
        completed(record, texts)
