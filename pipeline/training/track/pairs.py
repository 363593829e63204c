"""Labelled pairs: for each commitment sentence of a later document, which of the earlier one it takes up, and how."""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.records import Analysis, Relation

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """A document of a pair, with the spans of its commitment sentences in ``text``."""

    source: str
    doc_id: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents of a series. ``links`` are numbers of later and earlier spans that make the same undertaking;
    ``relations`` has the relation of each later span that has a link.
    """

    name: str
    earlier: Side
    later: Side
    links: frozenset[tuple[int, int]]
    relations: dict[int, Relation]


def read_pairs(files: Sequence[Path], press: Path) -> Iterator[Pair]:
    """The pairs of JSON files, whose texts lie in the folder ``press``. Raises :class:`CommuniqueError` on others."""
    for path in files:
        record = json.loads(path.read_text(encoding="utf-8"))
        said = record["later_sentences"]
        yield Pair(
            record["pair_id"],
            _side(record["earlier"], record["earlier_sentences"], press),
            _side(record["later"], [sentence["span"] for sentence in said], press),
            frozenset((number, other) for number, sentence in enumerate(said) for other in sentence["earlier"]),
            {number: sentence["relation"] for number, sentence in enumerate(said) if sentence["earlier"]},
        )


def located(side: Side, analysis: Analysis) -> dict[str, int]:
    """By sentence_id of an analysis of the document, the number of the span that it shares most characters with.

    White space does not count, since cleaning mends it.
    """
    ours, theirs = _dense(analysis.document.text), _dense(side.text)
    found: dict[str, int] = {}
    for sentence in analysis.sentences:
        wording = "".join(sentence.text.split())
        start = theirs.text.find(wording, max(0, ours.at(sentence.start) - len(theirs.text) // 4))
        start = start if start >= 0 else theirs.text.find(wording)
        if start < 0:
            continue
        shared = [min(start + len(wording), theirs.at(end)) - max(start, theirs.at(begin)) for begin, end in side.spans]
        best = max(range(len(shared)), key=lambda n: shared[n], default=-1)
        if best >= 0 and shared[best] > 0:
            found[sentence.sentence_id] = best
    return found


@dataclass(frozen=True, slots=True)
class _Dense:
    """A text without white space, and the offsets that its characters had."""

    text: str
    offsets: tuple[int, ...]

    def at(self, offset: int) -> int:
        """Where the character at an offset of the full text stands."""
        return bisect_right(self.offsets, offset - 1)


def _dense(text: str) -> _Dense:
    kept = [(number, char) for number, char in enumerate(text) if not char.isspace()]
    return _Dense("".join(char for _, char in kept), tuple(number for number, _ in kept))


def _side(about: dict[str, Any], spans: Sequence[Sequence[int]], press: Path) -> Side:
    path = press / about["source"] / f"{about['doc_id']}.txt"
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\u00a0", " ")
    if hashlib.sha256(text.encode()).hexdigest() != about["sha256"]:
        raise CommuniqueError(f"{path} is not the text that was labelled: take the one with the hash of the label.")
    return Side(about["source"], about["doc_id"], text, tuple((span[0], span[1]) for span in spans))
