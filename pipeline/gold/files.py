"""Gold files: one JSON object a line, one document each, in the form of GUIDELINES section 0.

Beside the fields of the guidelines a commitment may have ``relations``: the places of the words that name its actor,
deadline and amount, as objects of ``type``, ``start``, ``end`` and ``text``.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.gold.documents import About, GoldCommitment, GoldDocument, GoldEntity, GoldSentence, Words
from pipeline.gold.spans import Span
from pipeline.gold.standoff import completed, is_standoff
from pipeline.tables import replacing


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
            documents.append(gold_document(record))
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise CommuniqueError(
                f"{path}, line {number} is not a gold record ({type(error).__name__}: {error}): "
                "each line must be one JSON document in the form of the annotation guidelines, section 0."
            ) from error
    if not documents:
        raise CommuniqueError(f"The gold file {path} holds no documents: give a file with one JSON document a line.")
    return documents


def write_gold(records: Iterable[dict[str, Any]], path: Path) -> None:
    """Write gold records, one JSON object a line; raises :class:`CommuniqueError` where ``path`` cannot be written."""
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    try:
        with replacing(path) as file:
            file.write(lines)
    except OSError as error:
        raise CommuniqueError(
            f"{path} cannot be written ({error.strerror}): give another file with --output."
        ) from error


def gold_record(document: GoldDocument) -> dict[str, Any]:
    """The JSON object of a document."""
    known = document.about
    return {
        "doc_id": known.doc_id,
        "issuer": known.issuer,
        "title": known.title,
        "date": known.date or None,
        "url": known.url or None,
        "parties": list(known.parties),
        "text": document.text,
        "sentences": [_sentence_record(s, document) for s in document.sentences],
    }


def metadata(document: GoldDocument) -> dict[str, Any]:
    """What is known about a document, by the names of the metadata fields; what is not known is left out."""
    known = document.about
    about = {
        "title": known.title,
        "date": known.date,
        "issuer": known.issuer,
        "parties": list(known.parties),
        "url": known.url,
    }
    return {name: value for name, value in about.items() if value}


def gold_document(record: dict[str, Any]) -> GoldDocument:
    """The document of a JSON object; raises KeyError or TypeError where something is missing or of another type."""
    about = About(
        doc_id=record["doc_id"],
        issuer=record.get("issuer") or "",
        title=record.get("title") or "",
        date=record.get("date") or "",
        url=record.get("url") or "",
        parties=tuple(record.get("parties") or ()),
    )
    return GoldDocument(about, record["text"], tuple(_sentence(s) for s in record["sentences"]))


def _sentence_record(sentence: GoldSentence, document: GoldDocument) -> dict[str, Any]:
    return {
        "start": sentence.span[0],
        "end": sentence.span[1],
        "acts": list(sentence.acts),
        "areas": list(sentence.areas),
        "commitments": [_commitment_record(c, document) for c in sentence.commitments],
        "entities": [_worded(e.span, document) | {"label": e.label} for e in sentence.entities],
    }


def _commitment_record(commitment: GoldCommitment, document: GoldDocument) -> dict[str, Any]:
    related = [("actor", span) for span in commitment.actor_words]
    for role, words in (("deadline", commitment.deadline), ("amount", commitment.amount)):
        related += [(role, words.span)] if words and words.span else []
    return {
        "cue": _worded(commitment.cue, document),
        "action": _worded(commitment.action, document),
        "actors": list(commitment.actors),
        "kind": commitment.kind,
        "strength": commitment.strength,
        "negated": commitment.negated,
        "deadline": commitment.deadline.text if commitment.deadline else None,
        "amount": commitment.amount.text if commitment.amount else None,
        "relations": [{"type": role, **_worded(span, document)} for role, span in related],
    }


def _worded(span: Span, document: GoldDocument) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": document.words(span)}


def _sentence(record: dict[str, Any]) -> GoldSentence:
    return GoldSentence(
        span=_span(record),
        acts=tuple(record["acts"]),
        areas=tuple(record["areas"]),
        commitments=tuple(_commitment(c) for c in record["commitments"]),
        entities=tuple(GoldEntity(_span(e), e["label"]) for e in record["entities"]),
    )


def _commitment(record: dict[str, Any]) -> GoldCommitment:
    places = [(relation["type"], _span(relation)) for relation in record.get("relations", ())]
    place = dict(places)
    return GoldCommitment(
        action=_span(record["action"]),
        cue=_span(record["cue"]),
        actors=tuple(sorted(record["actors"])),
        kind=record["kind"],
        strength=record["strength"],
        negated=record["negated"],
        actor_words=tuple(span for role, span in places if role == "actor"),
        deadline=Words(record["deadline"], place.get("deadline")) if record["deadline"] else None,
        amount=Words(record["amount"], place.get("amount")) if record["amount"] else None,
    )


def _span(record: dict[str, Any]) -> Span:
    return record["start"], record["end"]
