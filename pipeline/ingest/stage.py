"""First stage: read, clean and describe the documents of a corpus."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.blocks import same_title
from pipeline.ingest.cleaning.clean import Cleaned, clean_passages
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry, load
from pipeline.ingest.corpus.folder import Source
from pipeline.ingest.description.inference import infer
from pipeline.ingest.description.issuers import office_in
from pipeline.ingest.description.languages import ENGLISH, looks_like
from pipeline.ingest.description.metadata import Metadata, parse_sidecar, understand
from pipeline.ingest.description.properties import add_properties, property_date
from pipeline.ingest.description.titles import MOST_OPENING
from pipeline.ingest.formats.readers import Reading, reader_of
from pipeline.ingest.passages import Change
from pipeline.knowledge import Knowledge
from pipeline.names.situation import Situation, paper_of, read_situation
from pipeline.records import Block, Document, Edit, Skipped

LONGEST_TEXT = 500_000
"""Characters of a document: the parser needs about 2 KB of memory for each."""
MOST_CLOSING = 3
"""Blocks at the end of a text among which its signature stands."""
LONGEST_SIGNATURE = 90
MOST_RAW = 2
"""Times that length from which a text is not even cleaned: no cleaning takes half of a text away."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """A document that was read, with the digest of all that it was read from."""

    document: Document
    digest: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The id of a document that need not be read again."""

    doc_id: str


def ingest(
    sources: Iterable[Source],
    max_bytes: int,
    knowledge: Knowledge,
    is_known: Callable[[str, str], bool] = lambda doc_id, digest: False,
) -> Iterator[Ingested | Unchanged | Skipped]:
    """Read documents one by one; one that cannot be read is skipped with the reason.

    ``is_known`` says of an id and a digest whether that document was read before, from the same.
    """
    for found in survey(sources, max_bytes, is_known):
        yield read_one(found, knowledge) if isinstance(found, Entry) else found


def survey(
    sources: Iterable[Source], max_bytes: int, is_known: Callable[[str, str], bool]
) -> Iterator[Entry | Unchanged | Skipped]:
    """The documents of the corpus that are still to be read, and what needs no reading or cannot be read."""
    for entry in entries(sources, max_bytes):
        if isinstance(entry, Entry) and is_known(entry.doc_id, entry.digest):
            yield Unchanged(entry.doc_id)
        else:
            yield entry


def read_one(entry: Entry, knowledge: Knowledge) -> Ingested | Skipped:
    """The document of an entry, or why it cannot be read."""
    try:
        return Ingested(read_entry(entry, knowledge), entry.digest)
    except DocumentError as error:
        return Skipped(entry.path, str(error))


def read(source: Source, max_bytes: int, knowledge: Knowledge) -> Document:
    """Read, clean and describe the document that a file is.

    Raises :class:`DocumentError` where the file cannot be read, is larger than ``max_bytes``, holds no text or no
    English text, or where its metadata cannot be understood.
    """
    return read_entry(load(source, max_bytes), knowledge)


def read_entry(entry: Entry, knowledge: Knowledge) -> Document:
    """Read, clean and describe one document of the corpus. Raises :class:`DocumentError` as :func:`read` does."""
    document = examine(entry, knowledge)
    if reason := foreign(document, knowledge):
        raise DocumentError(reason)
    return document


def examine(entry: Entry, knowledge: Knowledge) -> Document:
    """What :func:`read_entry` gives, for a document in any language; its record tells which."""
    reading = reader_of(entry.ending, entry.path, knowledge)(entry.data, entry.path)
    if (length := sum(len(line.text) for line in reading.lines)) > MOST_RAW * LONGEST_TEXT:
        raise _too_long(entry.path, length)
    given, ignored = _given(entry, reading)
    given, doubted = add_properties(given, reading.properties, reading.lines, knowledge)
    cleaned = clean_passages(reading.lines, [*reading.changes, *ignored, *doubted], knowledge, given.title)
    if not any(char.isalpha() for char in cleaned.text):
        raise DocumentError(f"{entry.path} holds no text: take it out of the corpus, or put its text in.")
    if len(cleaned.text) > LONGEST_TEXT:
        raise _too_long(entry.path, len(cleaned.text))
    document = describe(entry, cleaned, given, knowledge, reading.properties.language)
    document = replace(document, doubtful=(*document.doubtful, *reading.doubts))
    made = property_date(reading.properties.created)
    if document.date or not made:
        return document
    return replace(
        document,
        date=made,
        date_precision="day",
        date_source="file",
        inferred=tuple(sorted({*document.inferred, "date"})),
    )


def foreign(document: Document, knowledge: Knowledge) -> str:
    """Why a document is not processed for its language; empty for English."""
    if document.language == ENGLISH:
        return ""
    if "language" in document.inferred:
        return (
            f"{document.source} looks like {language_name(document, knowledge)}: only English is processed; "
            "add an English version, or write 'language: en' in its metadata if it is English."
        )
    return (
        f"{document.source} is marked as written in '{document.language}': only English is processed; "
        "add an English version."
    )


def language_name(document: Document, knowledge: Knowledge) -> str:
    """What a message calls the language of a document: a name where it was read off the text, else what was given."""
    return looks_like(document.text, knowledge).name if "language" in document.inferred else document.language


def describe(entry: Entry, cleaned: Cleaned, given: Metadata, knowledge: Knowledge, tag: str = "") -> Document:
    """The document of a cleaned text, what is not given about it read off the text; ``tag`` is its page's language."""
    inferred = infer(cleaned, entry.doc_id, given, knowledge, tag)
    if not given.language and (language := looks_like(cleaned.text, knowledge).code) != ENGLISH:
        inferred["language"] = language
    known = replace(given, **inferred)  # type: ignore[arg-type]
    situation = _situation(cleaned, known, knowledge)
    if situation.codes and not known.parties:
        inferred["parties"] = situation.codes
    return Document(
        doc_id=entry.doc_id,
        source=entry.path,
        sha256=entry.sha256,
        text=cleaned.text,
        blocks=_signed(cleaned.text, _titled(cleaned, known.title if "title" in inferred else ""), knowledge),
        title=known.title,
        date=known.date,
        issuer=known.issuer,
        parties=known.parties or situation.codes,
        url=known.url,
        licence=known.licence,
        language=known.language or ENGLISH,
        inferred=tuple(sorted({*given.inferred, *inferred} - {"date_precision", "date_source"})),
        edits=tuple(Edit(entry.doc_id, c.line, c.rule, c.before, c.after) for c in cleaned.changes),
        publisher=situation.issuer,
        doubtful=tuple(party.code for party in situation.parties if party.is_doubtful),
        evidence=tuple(party.explanation for party in situation.parties),
        series=known.series,
        date_precision=known.date_precision,
        date_source=known.date_source,
    )


def _titled(cleaned: Cleaned, title: str) -> tuple[Block, ...]:
    """The blocks of a text; the first that repeats its title is no sentence, though it may read as one."""
    for i, block in enumerate(cleaned.blocks[:MOST_OPENING]):
        if block.kind == "paragraph" and same_title(cleaned.text[block.body : block.end], title):
            return (*cleaned.blocks[:i], replace(block, kind="title"), *cleaned.blocks[i + 1 :])
    return cleaned.blocks


def _signed(text: str, blocks: tuple[Block, ...], knowledge: Knowledge) -> tuple[Block, ...]:
    """The blocks of a text; a letterhead above it and a signature below it, which name an office, are no sentences."""
    edges = {*range(MOST_OPENING), *range(len(blocks) - MOST_CLOSING, len(blocks))}
    return tuple(
        replace(block, kind="heading")
        if i in edges
        and block.kind == "paragraph"
        and block.end - block.start <= LONGEST_SIGNATURE
        and office_in(text[block.body : block.end], knowledge)
        else block
        for i, block in enumerate(blocks)
    )


def _situation(cleaned: Cleaned, known: Metadata, knowledge: Knowledge) -> Situation:
    """Who publishes and who speaks, by metadata and by the whole text."""
    lines = (cleaned.text[block.start : block.end] for block in cleaned.blocks)
    return read_situation(paper_of(known.title, known.issuer, lines, known.parties), knowledge)


def _too_long(path: str, length: int) -> DocumentError:
    return DocumentError(
        f"{path} has {length:,} characters, more than the {LONGEST_TEXT:,} read at once: "
        "split it into documents of their own."
    )


def _given(entry: Entry, reading: Reading) -> tuple[Metadata, list[Change]]:
    """What row, document and sidecar say, in this order of trust; keys without a meaning here are reported."""
    said = [(entry.values, entry.path), (reading.metadata, entry.path)]
    if entry.sidecar:
        said.append((parse_sidecar(entry.sidecar.data, entry.sidecar.name), entry.sidecar.name))
    given, ignored = Metadata(), list[str]()
    for values, place in said:
        more, unknown = understand(values, place)
        given = given.filled(more)
        ignored += unknown
    return given, [Change(1, "metadata", f"{key}: not used") for key in dict.fromkeys(ignored)]
