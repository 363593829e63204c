"""Adding documents to the corpus: copied in, named, described, and never twice."""

import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline.errors import CommuniqueError, DocumentError
from pipeline.ingest import read
from pipeline.ingest.corpus import SIDECAR_ENDINGS, Source, find, sidecar_of
from pipeline.ingest.metadata import read_sidecar
from pipeline.records import Document
from pipeline.settings import Settings

LONGEST_NAME = 80
DEFAULTS = Settings()
_DATE_IN_FRONT = re.compile(r"(?:19|20)\d\d-\d\d-\d\d-?")
_FIELDS = ("title", "date", "issuer", "parties", "url", "licence")


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was added: its place, the place of its metadata, and what was inferred."""

    file: Path
    sidecar: Path
    document: Document

    @property
    def message(self) -> str:
        """What was added and inferred, and where to correct it; one line each."""
        values = {name: _shown(getattr(self.document, name)) for name in _FIELDS}
        inferred = [f"  {name}: {values[name]} (inferred)" for name in _FIELDS if name in self.document.inferred]
        missing = [name for name in ("title", "date", "issuer", "parties") if not values[name]]
        lines = [f"Added {self.file}", *inferred]
        if missing:
            lines.append(f"  not found: {', '.join(missing)}")
        if inferred or missing:
            lines.append(f"  Correct or complete this in {self.sidecar}")
        return "\n".join(lines)


def add(files: Sequence[Path], corpus: Path, max_bytes: int = DEFAULTS.max_bytes) -> Iterator[Added]:
    """Copy documents, and those of folders, into the corpus and write a metadata file beside each.

    Yields each document as it is added. Raises :class:`CommuniqueError`, after the others are added, where a document
    was refused: it cannot be read, is in the corpus already, or its name is taken.
    """
    corpus.mkdir(parents=True, exist_ok=True)
    present = _contents(corpus, max_bytes)
    refusals: list[str] = []
    for source in _sources(files, refusals):
        try:
            added = _add(source, corpus, present, max_bytes)
        except CommuniqueError as error:
            refusals.append(str(error))
            continue
        yield added
    if refusals:
        raise CommuniqueError("\n".join(refusals))


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


def _sources(files: Iterable[Path], refusals: list[str]) -> Iterator[Source]:
    """The documents among files and folders; what cannot be one goes to ``refusals``."""
    for file in files:
        if file.is_dir():
            sources, skipped = find(file)
            refusals += [f"{file / item.source}: {item.reason}" for item in skipped]
            yield from sources
        elif not file.is_file():
            refusals.append(f"{_safe(file)} is no file: give the path of a document or a folder.")
        else:
            yield Source(_safe(Path(file.stem)), _safe(Path(file.name)), file, sidecar_of(file), file.stat().st_size)


def _add(source: Source, corpus: Path, present: dict[str, str], max_bytes: int) -> Added:
    document = read(source, max_bytes)
    for key in (document.sha256, _text_key(document)):
        if key in present:
            raise CommuniqueError(f"{source.path} is in the corpus already, as {present[key]}: nothing was added.")
    name = _name(document)
    for ending in (*SIDECAR_ENDINGS, source.file.suffix.lower()):
        if (corpus / f"{name}{ending}").exists():
            raise CommuniqueError(
                f"{source.path} would be named {name}{ending}, which the corpus has already: "
                "give it another title in its metadata, or rename the other file."
            )
    target, sidecar = corpus / f"{name}{source.file.suffix.lower()}", corpus / f"{name}{SIDECAR_ENDINGS[0]}"
    try:
        data = source.file.read_bytes()
        _write(sidecar, _sidecar_text(source, document, target.name).encode())
        _write(target, data)
    except OSError as error:
        raise CommuniqueError(f"{source.path} cannot be copied to {target} ({error.strerror}).") from error
    present[document.sha256] = present[_text_key(document)] = target.name
    return Added(target, sidecar, document)


def _name(document: Document) -> str:
    date = document.date.isoformat() if document.date else ""
    words = slug(_DATE_IN_FRONT.sub("", document.title), LONGEST_NAME - len(date) - 1)
    return f"{date}-{words}" if date else words


def _contents(corpus: Path, max_bytes: int) -> dict[str, str]:
    """What the corpus holds: the file's place by the hash of its bytes and by that of its cleaned text."""
    present: dict[str, str] = {}
    for source in find(corpus)[0]:
        try:
            document = read(source, max_bytes)
        except DocumentError:
            continue
        present[document.sha256] = present[_text_key(document)] = source.path
    return present


def _text_key(document: Document) -> str:
    return "text:" + hashlib.sha256(" ".join(document.text.split()).encode()).hexdigest()


def _sidecar_text(source: Source, document: Document, name: str) -> str:
    """The metadata file: what was given beside the source, what was inferred, and what is missing."""
    values = dict(read_sidecar(source.sidecar)) if source.sidecar else {}
    for field in document.inferred:
        value = getattr(document, field)
        values[field] = list(value) if isinstance(value, tuple) else value
    if document.inferred:
        values["inferred"] = list(document.inferred)
    head = (
        f"# What is known about {name}.\n"
        "# The values named under 'inferred' were read off the text: correct them, and take their names out there.\n"
    )
    missing = [field for field in ("date", "issuer", "parties", "url", "licence") if not getattr(document, field)]
    return head + yaml.safe_dump(values, allow_unicode=True, sort_keys=False) + "".join(f"{m}:\n" for m in missing)


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _safe(path: Path) -> str:
    """A path as a sentence can show it."""
    return str(path).encode("utf-8", "replace").decode().translate({ord(c): " " for c in "\n\r\t\0"})


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) if value else ""
