"""The corpus folder as a shelf: what stands there already, under which name, and how a file gets there whole."""

import hashlib
import io
import itertools
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import DocumentError
from pipeline.filenames import same_name
from pipeline.ingest.corpus.entries import load
from pipeline.ingest.corpus.folder import SIDECAR_ENDINGS, File, Source, find, is_holder, unreadable
from pipeline.ingest.stage import examine
from pipeline.knowledge import Knowledge
from pipeline.records import Document

LONGEST_NAME = 80
_DATE_IN_FRONT = re.compile(r"(?:19|20)\d\d-\d\d-\d\d-?")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A corpus folder to which documents are added: its files by doc_id (as :func:`same_name` has it) and by SHA-256.

    ``texts`` knows the cleaned texts of the documents added since, by :func:`text_key`.
    """

    corpus: Path
    names: dict[str, Source]
    hashes: dict[str, str]
    knowledge: Knowledge
    texts: dict[str, str] = field(default_factory=dict)

    def holds(self, document: Document, max_bytes: int) -> str:
        """The file that holds this very document, by its bytes, or its text under its name; empty where none does."""
        key, name = text_key(document), name_of(document)
        if present := self.hashes.get(document.sha256) or self.texts.get(key):
            return present
        for namesake in itertools.takewhile(self.names.__contains__, _numbered(name)):
            if _text_of(self.names[namesake], max_bytes, self.knowledge) == key:
                return self.names[namesake].path
        return ""

    def free_name(self, name: str, ending: str) -> str:
        """``name``, or with a number behind it where the corpus has another document of that name."""
        return next(free for free in _numbered(name) if not self.has_name(free, ending))

    def has_name(self, name: str, ending: str) -> bool:
        """Whether a document or a metadata file has the doc_id ``name`` already."""
        files = (self.corpus / f"{name}{end}" for end in (*SIDECAR_ENDINGS, ending))
        return same_name(name) in self.names or any(file.exists() for file in files)

    def put(self, document: Document, source: Source) -> None:
        """Remember a document that was added."""
        self.names[same_name(source.doc_id)] = source
        self.hashes[document.sha256] = self.texts[text_key(document)] = source.path


def open_shelf(corpus: Path, knowledge: Knowledge) -> Shelf:
    """The shelf of a corpus folder. Its files are hashed, not read as documents."""
    sources = find(corpus)[0]
    hashes: dict[str, str] = {}
    for source in sources:
        try:
            hashes[sha256(source)] = source.path
        except DocumentError:  # the run lists it with its reason
            continue
    names = {same_name(source.doc_id): source for source in sources if not is_holder(source.path)}
    return Shelf(corpus, names, hashes, knowledge)


def sha256(source: Source) -> str:
    """SHA-256 (hexadecimal) of a file. Raises :class:`DocumentError` where it cannot be read."""
    try:
        with source.file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(source.path, error) from error


def name_of(document: Document) -> str:
    """The doc_id of a document that is added: date and title."""
    date = document.date.isoformat() if document.date else ""
    words = slug(_DATE_IN_FRONT.sub("", document.title), LONGEST_NAME - len(date) - 1)
    return f"{date}-{words}" if date else words


def _numbered(name: str) -> Iterator[str]:
    """A name, and the same with the numbers from 2 on: "lighthouse-law", "lighthouse-law-2"."""
    yield name
    for number in itertools.count(2):
        yield f"{name}-{number}"


def slug(title: str, length: int = LONGEST_NAME) -> str:
    """A title as a file name: plain letters and figures joined by hyphens, cut between words at ``length``."""
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]", "", title)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    name = ""
    for word in words:
        if len(name) + len(word) + 1 > length:
            break
        name = f"{name}-{word}" if name else word
    return name or (words[0][:length] if words else "document")


def text_key(document: Document) -> str:
    """A key that texts share which differ in white space only."""
    return hashlib.sha256(" ".join(document.text.split()).encode()).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    _store(io.BytesIO(data), path)


def copy(file: File, path: Path) -> None:
    """Copy a file whole or not at all. Raises OSError."""
    with file.open("rb") as stream:
        _store(stream, path)


def _store(source: BinaryIO, path: Path) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            shutil.copyfileobj(source, stream)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _text_of(source: Source, max_bytes: int, knowledge: Knowledge) -> str:
    """Key of the text of a document in the corpus; empty where it cannot be read."""
    try:
        return text_key(examine(load(source, max_bytes), knowledge))
    except DocumentError:
        return ""
