"""What of a long document is read for its labels."""

from typing import Any

from pipeline.training.judge.excerpts import LONG, excerpt

OPENING = "The ministers of Norway and Chile met today.\n"
FILLING = "They spoke of the weather and of trains.\n"
PROMISE = "Norway will build a bridge."


def record(text: str) -> dict[str, Any]:
    start = text.index(PROMISE)
    action = start + PROMISE.index("build")
    commitment = {
        "cue": {"start": action - 5, "end": action - 1},
        "action": {"start": action, "end": start + len(PROMISE) - 1},
    }
    return {"text": text, "sentences": [{"start": start, "end": start + len(PROMISE), "commitments": [commitment]}]}


def test_a_short_document_is_read_whole() -> None:
    short = record(OPENING + PROMISE)
    assert excerpt(short) is short


def test_of_a_long_one_the_opening_and_the_labelled_stretch_are_kept() -> None:
    cut = excerpt(record(OPENING + FILLING * 400 + PROMISE + "\n" + FILLING * 400))
    assert len(cut["text"]) < LONG
    assert cut["text"].startswith(OPENING)
    (sentence,) = cut["sentences"]
    (commitment,) = sentence["commitments"]
    assert cut["text"][sentence["start"] : sentence["end"]] == PROMISE
    assert cut["text"][commitment["cue"]["start"] : commitment["cue"]["end"]] == "will"
    assert cut["text"][commitment["action"]["start"] : commitment["action"]["end"]] == "build a bridge"


def test_labels_in_the_opening_stay_where_they_are() -> None:
    cut = excerpt(record(OPENING + PROMISE + "\n" + FILLING * 800))
    assert cut["text"].index(PROMISE) == cut["sentences"][0]["start"]
    assert len(cut["text"]) < LONG
