"""Gold by offsets: labels of ours over texts that are not ours to ship.

A stand-off record names a text by its place in a folder of press texts (``<source>/<doc_id>.txt``, with ``meta.jsonl``
beside it) and by its hash, and gives offsets only. With the folder at hand it becomes an ordinary gold record
(GUIDELINES section 0).
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError

ABOUT = ("title", "date", "issuer", "url")


def is_standoff(record: dict[str, Any]) -> bool:
    """Whether a record's text lies elsewhere."""
    return "text" not in record


def completed(record: dict[str, Any], texts: Path) -> dict[str, Any]:
    """The gold record of a stand-off record whose text lies in the folder ``texts``.

    Raises :class:`CommuniqueError` where the text is missing or is not the one that was labelled.
    """
    file = texts / record["source"] / f"{record['doc_id']}.txt"
    try:
        data = file.read_bytes()
    except OSError as error:
        raise CommuniqueError(
            f"The text {file} cannot be read ({error.strerror}): name the folder of press texts that was labelled."
        ) from error
    if hashlib.sha256(data).hexdigest() != record["sha256"]:
        raise CommuniqueError(f"The text {file} is not the one that was labelled: use the folder with that text.")
    text = data.decode("utf-8")
    sentences = [
        {**s, "commitments": [_commitment(c, text) for c in s["commitments"]], "entities": s.get("entities", [])}
        for s in record["sentences"]
    ]
    about = _about(texts / record["source"] / "meta.jsonl", record["doc_id"])
    return {**about, **record, "text": text, "sentences": sentences}


def standoff(record: dict[str, Any], texts: Path) -> dict[str, Any]:
    """The stand-off record of a gold record whose text is ``texts/<source>/<doc_id>.txt``."""
    data = (texts / record["source"] / f"{record['doc_id']}.txt").read_bytes()
    sentences = [
        {
            "start": s["start"],
            "end": s["end"],
            "acts": s["acts"],
            "areas": s["areas"],
            "commitments": [_offsets(c, s, record["text"]) for c in s["commitments"]],
        }
        for s in record["sentences"]
    ]
    return {
        "doc_id": record["doc_id"],
        "source": record["source"],
        "sha256": hashlib.sha256(data).hexdigest(),
        "parties": record["parties"],
        "sentences": sentences,
    }


def _commitment(record: dict[str, Any], text: str) -> dict[str, Any]:
    def worded(span: list[int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    cue, action = record["cue"], record["action"]
    return {
        **record,
        "cue": {"start": cue[0], "end": cue[1], "text": worded(cue)},
        "action": {"start": action[0], "end": action[1], "text": worded(action)},
        "deadline": worded(record["deadline"]),
        "amount": worded(record["amount"]),
    }


def _offsets(record: dict[str, Any], sentence: dict[str, Any], text: str) -> dict[str, Any]:
    places = {relation["type"]: relation for relation in record.get("relations", ())}

    def place(role: str) -> list[int] | None:
        wording = record[role]
        if not wording:
            return None
        if role in places:
            return [places[role]["start"], places[role]["end"]]
        start = text.find(wording, record["action"]["start"])
        if not sentence["start"] <= start < sentence["end"]:
            start = text.index(wording, sentence["start"])
        return [start, start + len(wording)]

    return {
        **record,
        "cue": [record["cue"]["start"], record["cue"]["end"]],
        "action": [record["action"]["start"], record["action"]["end"]],
        "deadline": place("deadline"),
        "amount": place("amount"),
    }


def _about(file: Path, doc_id: str) -> dict[str, Any]:
    """What the folder says of a document: the keys of :data:`ABOUT`; a date without a day is left out."""
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["doc_id"] == doc_id:
            about = {key: record[key] for key in ABOUT if record.get(key)}
            return {key: value for key, value in about.items() if key != "date" or len(str(value)) == 10}
    return {}
