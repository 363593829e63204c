"""The corpus as a list: what is known about each document, what is missing, what is doubtful, what is wrong."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.console import Console
from pipeline.duplicates import near_duplicates
from pipeline.errors import CommuniqueError, DocumentError
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.folder import find
from pipeline.ingest.stage import examine, foreign, language_name
from pipeline.knowledge import Knowledge
from pipeline.records import Document, Skipped, column

_ROW = re.compile(r"(\.(?:jsonl|csv|parquet))(?:\.(?:gz|bz2|xz|zst))?(?:#[^#/]*)?$")

GAPS = ("date", "issuer", "parties")
"""Values whose lack is named: dates order the ledger, issuer and parties tell who "we" is."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document, or a file that is none: a row of ``communique corpus``."""

    doc_id: str = column("the document; empty for what cannot be read")
    source: str = column("path in the corpus")
    kind: str = column("ending of the file, or of the table that the document is a row of")
    date: datetime.date | None = column("date of issue")
    issuer: str = column("who published it")
    parties: tuple[str, ...] = column("who commits, as codes")
    words: int | None = column("words of the cleaned text")
    language: str = column("ISO 639-1 code of the language; und where its letters leave it open")
    gaps: tuple[str, ...] = column("values that neither metadata nor text give")
    doubts: tuple[str, ...] = column("values that were read off the text; another language than English")
    near_duplicates: tuple[str, ...] = column("documents with much the same wording, with the share in common")
    problem: str = column("why the document cannot be read, and what to do")
    evidence: tuple[str, ...] = column("why each party is thought to be one: code, trust from 0 to 1, the words", ())


def list_corpus(corpus: Path, max_bytes: int, knowledge: Knowledge, console: Console) -> list[Listed]:
    """The documents of a corpus by doc_id, behind them what cannot be read.

    Raises :class:`CommuniqueError` where there is no such folder.
    """
    if not corpus.is_dir():
        raise CommuniqueError(f"The corpus folder {corpus} does not exist: make it and put documents there.")
    sources, skipped = find(corpus)
    found: list[Listed] = []

    def texts() -> Iterator[tuple[str, str]]:
        for entry in console.progress(entries(sources, max_bytes), None, "reading"):
            listed, text = _listed(entry, knowledge)
            found.append(listed)
            if text:
                yield listed.doc_id, text

    others: dict[str, list[str]] = defaultdict(list)
    for pair in near_duplicates(texts()):
        others[pair.doc_id].append(f"{pair.other_id} ({pair.share:.0%})")
        others[pair.other_id].append(f"{pair.doc_id} ({pair.share:.0%})")
    rows = [replace(row, near_duplicates=tuple(others.get(row.doc_id, ()))) for row in found]
    rows += [_problem(item) for item in skipped]
    return sorted(rows, key=lambda row: (bool(row.problem), row.doc_id, row.source))


def summary(rows: Iterable[Listed]) -> str:
    """How many documents, gaps, doubts, near-duplicates and problems there are."""
    listed = list(rows)
    documents = [row for row in listed if not row.problem]
    counts = {
        "documents": len(documents),
        "with gaps": sum(bool(row.gaps) for row in documents),
        "with doubts": sum(bool(row.doubts) for row in documents),
        "with near-duplicates": sum(bool(row.near_duplicates) for row in documents),
        "with problems": len(listed) - len(documents),
    }
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


def _listed(entry: Entry | Skipped, knowledge: Knowledge) -> tuple[Listed, str]:
    """The row of a document, and its text; none for what cannot be read."""
    if isinstance(entry, Skipped):
        return _problem(entry), ""
    try:
        document = examine(entry, knowledge)
    except DocumentError as error:
        return _problem(Skipped(entry.path, str(error))), ""
    return _described(document, knowledge), document.text


def _described(document: Document, knowledge: Knowledge) -> Listed:
    doubts = [f"{name} inferred" for name in document.inferred if name != "language"]
    doubts += ["date is that of the file"] if document.date_source == "file" else []
    doubts += [f"party {x} doubtful" if x in document.parties else f"{x} doubtful" for x in document.doubtful]
    if foreign(document, knowledge):
        doubts.append(f"not English but {language_name(document, knowledge)}: not processed")
    return Listed(
        doc_id=document.doc_id,
        source=document.source,
        kind=_kind(document.source),
        date=document.date,
        issuer=document.issuer,
        parties=document.parties,
        words=len(document.text.split()),
        language=document.language,
        gaps=tuple(name for name in GAPS if not getattr(document, name)),
        doubts=tuple(doubts),
        near_duplicates=(),
        problem="",
        evidence=document.evidence,
    )


def _problem(item: Skipped) -> Listed:
    return Listed("", item.source, _kind(item.source), None, "", (), None, "", (), (), (), item.reason)


def _kind(source: str) -> str:
    """The ending of a file, of a table without that of its packing: "year.jsonl.gz#2" is a row of "jsonl"."""
    return Path(_ROW.sub(r"\1", source.lower())).suffix[1:]
