"""First stage: read, clean and describe the documents of a corpus."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning import Cleaned, clean_passages
from pipeline.ingest.corpus import Source, unreadable
from pipeline.ingest.inference import infer
from pipeline.ingest.languages import ENGLISH, looks_like
from pipeline.ingest.metadata import Metadata, read_sidecar, understand
from pipeline.ingest.passages import Change
from pipeline.ingest.readers import Reading, reader_of
from pipeline.records import Document, Edit, Skipped

LONGEST_TEXT = 500_000
"""Characters of a document: the parser needs about 2 KB of memory for each."""


def ingest(sources: Iterable[Source], max_bytes: int) -> Iterator[Document | Skipped]:
    """Read documents one by one; one that cannot be read is skipped with the reason."""
    for source in sources:
        try:
            yield read(source, max_bytes)
        except DocumentError as error:
            yield Skipped(source.path, str(error))


def read(source: Source, max_bytes: int) -> Document:
    """Read, clean and describe one document.

    Raises :class:`DocumentError` where the file cannot be read, is larger than ``max_bytes``, holds no text or no
    English text, or where its metadata cannot be understood.
    """
    data = _bytes(source, max_bytes)
    reading = reader_of(PurePosixPath(source.path).suffix, source.path)(data, source.path)
    given, ignored = _given(source, reading)
    cleaned = clean_passages(reading.lines, [*reading.changes, *ignored], given.title)
    if not any(char.isalpha() for char in cleaned.text):
        raise DocumentError(f"{source.path} holds no text: take it out of the corpus, or put its text in.")
    if len(cleaned.text) > LONGEST_TEXT:
        raise DocumentError(
            f"{source.path} has {len(cleaned.text):,} characters, more than the {LONGEST_TEXT:,} read at once: "
            "split it into documents of their own."
        )
    language = _english(given, cleaned, source.path)
    return describe(source, hashlib.sha256(data).hexdigest(), cleaned, replace(given, language=language))


def describe(source: Source, sha256: str, cleaned: Cleaned, given: Metadata) -> Document:
    """The document of a cleaned text, what is not given about it read off the text."""
    inferred = infer(cleaned, source.doc_id, given)
    known = replace(given, **inferred)  # type: ignore[arg-type]
    return Document(
        doc_id=source.doc_id,
        source=source.path,
        sha256=sha256,
        text=cleaned.text,
        blocks=cleaned.blocks,
        title=known.title,
        date=known.date,
        issuer=known.issuer,
        parties=known.parties,
        url=known.url,
        licence=known.licence,
        language=known.language,
        inferred=tuple(sorted({*given.inferred, *inferred})),
        edits=tuple(Edit(source.doc_id, c.line, c.rule, c.before, c.after) for c in cleaned.changes),
    )


def _bytes(source: Source, max_bytes: int) -> bytes:
    try:
        with source.file.open("rb") as stream:
            data = stream.read(max_bytes + 1)
            size = max(source.file.stat().st_size, len(data))
    except OSError as error:
        raise unreadable(source.path, error) from error
    if len(data) > max_bytes:
        raise DocumentError(
            f"{source.path} has {size / 1e6:.1f} MB, more than the {max_bytes / 1e6:.1f} MB that are read: "
            "split it, or raise the setting max_bytes."
        )
    return data


def _given(source: Source, reading: Reading) -> tuple[Metadata, list[Change]]:
    """What front matter and sidecar say, the sidecar first; keys without a meaning here are reported."""
    values = dict(reading.metadata)
    place = source.path
    if source.sidecar:
        beside = {key: value for key, value in read_sidecar(source.sidecar).items() if value not in (None, "", [])}
        values |= beside
        place = source.sidecar.name if beside else place
    given, unknown = understand(values, place)
    return given, [Change(1, "metadata", f"{key}: not used") for key in unknown]


def _english(given: Metadata, cleaned: Cleaned, path: str) -> str:
    if given.language and given.language != "en":
        raise DocumentError(
            f"{path} is marked as written in '{given.language}': only English is processed; add an English version."
        )
    if not given.language and (language := looks_like(cleaned.text)) != ENGLISH:
        raise DocumentError(
            f"{path} looks like {language}: only English is processed; add an English version, "
            "or write 'language: en' in its metadata if it is English."
        )
    return "en"
