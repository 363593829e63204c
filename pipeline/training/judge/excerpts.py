"""The part of a document that its labels need: its opening, and the labelled stretch with what stands around it."""

from typing import Any

LONG = 6_000
"""Characters up to which a document is read whole."""
OPENING = 2_000
"""Characters of the opening that are kept: who speaks is said there."""
BEFORE, BEHIND = 1_000, 500
"""Characters kept around the labelled stretch."""


def excerpt(record: dict[str, Any]) -> dict[str, Any]:
    """A gold record whose text, where it is long, is cut at ends of lines to what its labels need."""
    text, sentences = record["text"], record["sentences"]
    if len(text) <= LONG or not sentences:
        return record
    opening = _line_end(text, OPENING)
    begin = max(opening, text.rfind("\n", 0, max(0, min(s["start"] for s in sentences) - BEFORE)) + 1)
    end = _line_end(text, max(s["end"] for s in sentences) + BEHIND)
    shift = begin - opening
    kept = text[:opening] + text[begin:end]
    if any(opening < s["end"] and s["start"] < begin for s in sentences):
        return record
    return {**record, "text": kept, "sentences": [_moved(s, shift) if s["start"] >= begin else s for s in sentences]}


def _line_end(text: str, place: int) -> int:
    at = text.find("\n", min(place, len(text)))
    return len(text) if at < 0 else at + 1


def _moved(sentence: dict[str, Any], shift: int) -> dict[str, Any]:
    return {
        **sentence,
        "start": sentence["start"] - shift,
        "end": sentence["end"] - shift,
        "commitments": [
            {**c, **{part: _placed(c[part], shift) for part in ("cue", "action")}} for c in sentence["commitments"]
        ],
    }


def _placed(words: dict[str, Any], shift: int) -> dict[str, Any]:
    return {**words, "start": words["start"] - shift, "end": words["end"] - shift}
