"""Reading gold files: one JSON object a line, one document each, in the form of GUIDELINES section 0."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.gold.standoff import completed, is_standoff

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldCommitment:
    """A commitment as annotated; ``span`` is the action's."""

    span: Span
    cue: str
    action: str
    actors: tuple[str, ...]
    kind: str
    strength: str
    negated: bool
    deadline: str
    amount: str


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence as annotated, offsets into the gold text."""

    span: Span
    acts: frozenset[str]
    areas: tuple[str, ...]
    commitments: tuple[GoldCommitment, ...]
    entities: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of a gold file; the sentences may cover a stretch of its text only."""

    doc_id: str
    metadata: dict[str, Any]
    text: str
    sentences: tuple[GoldSentence, ...]


def read_gold(path: Path, texts: Path | None = None) -> list[GoldDocument]:
    """The documents of a gold file; the texts of stand-off records lie in the folder ``texts``.

    Raises :class:`CommuniqueError` naming the line where the file is missing, is not JSON or lacks a field.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise CommuniqueError(
            f"The gold file {path} cannot be read ({error.strerror}): give a file of gold records."
        ) from error
    documents = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if is_standoff(record) and texts:
                record = completed(record, texts)
            documents.append(_document(record))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise CommuniqueError(
                f"{path}, line {number} is not a gold record ({type(error).__name__}: {error}): "
                "each line must be one JSON document in the form of the annotation guidelines, section 0."
            ) from error
    if not documents:
        raise CommuniqueError(f"The gold file {path} holds no documents: give a file with one JSON document a line.")
    return documents


def _document(record: dict[str, Any]) -> GoldDocument:
    keys = ("title", "date", "issuer", "parties", "url")
    return GoldDocument(
        doc_id=record["doc_id"],
        metadata={key: record[key] for key in keys if record.get(key)},
        text=record["text"],
        sentences=tuple(_sentence(s) for s in record["sentences"]),
    )


def _sentence(record: dict[str, Any]) -> GoldSentence:
    return GoldSentence(
        span=(record["start"], record["end"]),
        acts=frozenset(record["acts"]),
        areas=tuple(record["areas"]),
        commitments=tuple(_commitment(c) for c in record["commitments"]),
        entities=tuple(((e["start"], e["end"]), e["label"]) for e in record["entities"]),
    )


def _commitment(record: dict[str, Any]) -> GoldCommitment:
    return GoldCommitment(
        span=(record["action"]["start"], record["action"]["end"]),
        cue=record["cue"]["text"],
        action=record["action"]["text"],
        actors=tuple(sorted(record["actors"])),
        kind=record["kind"],
        strength=record["strength"],
        negated=record["negated"],
        deadline=(record["deadline"] or "").lower(),
        amount=(record["amount"] or "").lower(),
    )
