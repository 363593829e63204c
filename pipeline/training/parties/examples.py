"""Documents with known parties, each seen as users bring it: with its metadata, with its title only, as bare text."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pipeline.gold.standoff import completed, is_standoff
from pipeline.ingest.cleaning.clean import clean
from pipeline.ingest.description.inference import infer
from pipeline.ingest.description.metadata import Metadata
from pipeline.knowledge import Knowledge
from pipeline.names.situation.paper import paper_of
from pipeline.names.situation.reading import find
from pipeline.names.situation.standing import Features
from pipeline.names.situation.weighing import outright, weighable
from pipeline.training.encoder.examples import publisher, publishers


class View(StrEnum):
    """What is known of a document besides its text."""

    BARE = "text alone"
    TITLED = "title"
    DESCRIBED = "title and issuer"


@dataclass(frozen=True, slots=True)
class Example:
    """A document in one view: the features of all who may be its parties, by code, and those who are.

    ``outright`` are those whom the rules name outright, None where the trees decide.
    """

    publisher: str
    view: View
    features: dict[str, Features]
    parties: frozenset[str]
    outright: frozenset[str] | None = None


def read_examples(files: Sequence[Path], press: Path, knowledge: Knowledge) -> Iterator[Example]:
    """The documents of some gold files with known parties, in all views; each document once."""
    known = publishers(press)
    seen: set[str] = set()
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if not record.get("parties") or record["doc_id"] in seen:
                continue
            seen.add(record["doc_id"])
            whole = completed(record, press) if is_standoff(record) else record
            yield from _views(whole, publisher(whole, file, known), knowledge)


def _views(record: dict[str, Any], group: str, knowledge: Knowledge) -> Iterator[Example]:
    title, issuer = record.get("title") or "", record.get("issuer") or ""
    for view, given in (
        (View.BARE, Metadata()),
        (View.TITLED, Metadata(title=title)),
        (View.DESCRIBED, Metadata(title=title, issuer=issuer)),
    ):
        cleaned = clean(record["text"], knowledge, given.title)
        inferred = infer(cleaned, "", given, knowledge)
        lines = (cleaned.text[block.body : block.end] for block in cleaned.blocks)
        paper = paper_of(
            given.title or str(inferred.get("title", "")), given.issuer or str(inferred.get("issuer", "")), lines
        )
        findings = find(paper, knowledge)
        ruled = outright(findings, knowledge)
        yield Example(
            group,
            view,
            weighable(findings, knowledge),
            frozenset(record["parties"]),
            None if ruled is None else frozenset(party.code for party in ruled),
        )
