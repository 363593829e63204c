"""Labelled sentences for learning, with what stands around them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.classify.features import Passage
from pipeline.gold.standoff import completed, is_standoff
from pipeline.language.encoder.model import Encoder
from pipeline.training.areas.press import lines
from pipeline.training.areas.readings import readings
from pipeline.training.encoder.examples import publisher, publishers
from pipeline.training.opinions import Opinions

FILES = ("train.jsonl", "train2.jsonl", "train3.jsonl", "train4.jsonl", "areas.jsonl", "seed.jsonl")
WINDOW = 1500
"""Characters looked at for the sentence before or behind."""


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled sentence of a document; ``source`` is its publisher."""

    doc_id: str
    source: str
    passage: Passage
    areas: tuple[str, ...]


def read_examples(path: Path, press: Path, opinions: Opinions | None = None) -> Iterator[Example]:
    """Examples of one gold file: whole documents, or single sentences or labels whose documents lie in ``press``.

    With ``opinions``, passages carry what an encoder says that has not learned from their publisher.
    """
    titles = press_titles(press)
    known = publishers(press)
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if "sentences" in record:
            whole = completed(record, press) if is_standoff(record) else record
            found = list(_of_document(whole)) if whole["sentences"] else []
            group = publisher(whole, path, known)
        else:
            found = [_single(record, press, titles)]
            group = record["source"]
        found = [replace(example, source=group) for example in found]
        yield from _read(found, opinions.unbiased(group)) if opinions and found else found


def _read(examples: list[Example], encoder: Encoder) -> Iterator[Example]:
    first = examples[0].passage
    found = readings([e.passage.text for e in examples], first.title, first.previous, encoder)
    for example, reading in zip(examples, found, strict=True):
        yield replace(example, passage=replace(example.passage, reading=reading))


def press_titles(press: Path) -> dict[str, str]:
    """Titles of the press documents by their identifier."""
    titles = {}
    for path in sorted(press.glob("*/meta.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            titles[record["doc_id"]] = record.get("title") or ""
    return titles


def document_ids(path: Path) -> frozenset[str]:
    """Identifiers of the documents of a gold file; none where there is no such file."""
    if not path.is_file():
        return frozenset()
    return frozenset(json.loads(line)["doc_id"] for line in path.read_text(encoding="utf-8").splitlines())


def _of_document(record: dict[str, Any]) -> Iterator[Example]:
    text, sentences = record["text"], record["sentences"]
    wording = [text[s["start"] : s["end"]] for s in sentences]
    first, last = sentences[0]["start"], sentences[-1]["end"]
    around = [_before(text, first), *wording, _behind(text, last)]
    for number, sentence in enumerate(sentences):
        passage = Passage(
            text=wording[number],
            previous=around[number],
            following=around[number + 2],
            title=record.get("title") or "",
        )
        yield Example(record["doc_id"], record.get("source") or record["issuer"], passage, tuple(sentence["areas"]))


def _single(record: dict[str, Any], press: Path, titles: dict[str, str]) -> Example:
    path = press / record["source"] / f"{record['doc_id']}.txt"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(r"\s+".join(map(re.escape, record["text"].split())), text)
    passage = Passage(
        text=record["text"],
        previous=record["previous"] or "",
        following=_behind(text, found.end()) if found else "",
        title=titles.get(record["doc_id"], ""),
    )
    return Example(record["doc_id"], record["source"], passage, tuple(record["areas"]))


def _before(text: str, start: int) -> str:
    sentences = [line.text for line in lines(text[max(0, start - WINDOW) : start]) if not line.heading]
    return sentences[-1] if sentences else ""


def _behind(text: str, end: int) -> str:
    following = next(lines(text[end : end + WINDOW]), None)
    return following.text if following and not following.heading else ""
