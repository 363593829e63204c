"""What the encoder learns from: labelled sentences in their order, with what is known of each.

A gold file may know less than all: sentences without acts (null), files whose areas were not labelled, single sentences
with acts and areas only. What is not known is None, and nothing is learned from it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from pipeline.gold.standoff import completed, is_standoff

READ_BEFORE = 400
"""Characters before a labelled stretch in which the sentence before it is looked for."""


@dataclass(frozen=True, slots=True)
class Action:
    """A commitment in a sentence; places count characters from the sentence's start. None: not known."""

    start: int
    end: int
    cue: tuple[int, int]
    kind: str | None
    strength: str | None
    negated: bool | None
    conditional: bool | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its labels; ``place`` is where it stands in its document, None where that is not known."""

    text: str
    acts: frozenset[str] | None
    areas: tuple[str, ...] | None
    actions: tuple[Action, ...] | None
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences that follow on each other; ``group`` is the publisher, ``before`` the text in front of them."""

    file: str
    doc_id: str
    group: str
    title: str
    before: str
    sentences: tuple[Sentence, ...]


def publishers(press: Path) -> dict[str, str]:
    """The publisher of each press text, by its name."""
    return {text.stem: text.parent.name for text in sorted(press.glob("*/*.txt"))}


def publisher(record: dict[str, Any], file: Path, known: dict[str, str]) -> str:
    """Who published the document of a gold record, as far as that can be told."""
    return str(record.get("source") or known.get(record["doc_id"]) or record.get("issuer") or file.stem)


def read(file: Path, press: Path, known: dict[str, str], areas: bool = True) -> Iterator[Stretch]:
    """The stretches of a gold file; ``areas`` is False for files in which areas were not labelled."""
    with file.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    for record in records:
        if "sentence" in record and "sentences" not in record:
            yield _single(file, record)
            continue
        whole = completed(record, press) if is_standoff(record) else record
        if whole["sentences"]:
            yield _stretch(file, whole, publisher(whole, file, known), areas)


def _single(file: Path, record: dict[str, Any]) -> Stretch:
    sentence = Sentence(record["text"], frozenset(record["acts"]), tuple(record["areas"]), None)
    if "commitment" not in record["acts"]:
        sentence = Sentence(record["text"], frozenset(record["acts"]), tuple(record["areas"]), ())
    return Stretch(file.name, record["doc_id"], record["source"], "", record.get("previous") or "", (sentence,))


def _stretch(file: Path, record: dict[str, Any], group: str, areas: bool) -> Stretch:
    text = record["text"]
    labelled = sorted(record["sentences"], key=lambda s: s["start"])
    first = labelled[0]["start"]
    before = text[max(0, first - READ_BEFORE) : first].strip().rpartition("\n")[2]
    sentences = [_sentence(labelled[0], text, areas)]
    for last, record_ in pairwise(labelled):
        if between := text[last["end"] : record_["start"]].strip():
            sentences.append(Sentence(between, None, None, None))
        sentences.append(_sentence(record_, text, areas))
    return Stretch(file.name, record["doc_id"], group, record.get("title") or "", before, tuple(sentences))


def _sentence(record: dict[str, Any], text: str, areas: bool) -> Sentence:
    start, end = record["start"], record["end"]
    acts = record["acts"]
    return Sentence(
        text[start:end],
        None if acts is None else frozenset(acts),
        tuple(record["areas"]) if areas and acts is not None else None,
        tuple(_action(c, start) for c in record["commitments"]),
        (start, end),
    )


def _action(record: dict[str, Any], start: int) -> Action:
    cue, action = record["cue"], record["action"]
    return Action(
        action["start"] - start,
        action["end"] - start,
        (cue["start"] - start, cue["end"] - start),
        record.get("kind"),
        record.get("strength"),
        record.get("negated"),
        record.get("conditional"),
    )


def halves(stretches: Sequence[Stretch]) -> tuple[frozenset[str], frozenset[str]]:
    """Publishers in two halves of about as many sentences, largest first."""
    size: dict[str, int] = {}
    for stretch in stretches:
        size[stretch.group] = size.get(stretch.group, 0) + len(stretch.sentences)
    sides: tuple[set[str], set[str]] = (set(), set())
    weight = [0, 0]
    for group in sorted(size, key=lambda g: (-size[g], g)):
        side = int(weight[1] < weight[0])
        sides[side].add(group)
        weight[side] += size[group]
    return frozenset(sides[0]), frozenset(sides[1])
