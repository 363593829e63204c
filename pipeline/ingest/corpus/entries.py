"""A document as it lies in the corpus, before it is read: its bytes, and what stands beside them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import DocumentError
from pipeline.ingest.corpus.folder import File, Source, unreadable

LARGEST_SIDECAR = 100_000


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A metadata file, not yet parsed; ``name`` is what messages call it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the corpus: a file, a row of a table, or a member of an archive.

    ``path`` is its place ("talks.txt", "year.jsonl#12", "press.zip/may/talks.pdf"), ``ending`` names its format,
    ``values`` are the other cells of a row. Values go before what the document says itself, that before the sidecar.
    """

    doc_id: str
    path: str
    ending: str
    data: bytes
    sidecar: Sidecar | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """SHA-256 (hexadecimal) of the document's bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def digest(self) -> str:
        """SHA-256 (hexadecimal) over place, bytes and metadata: another digest is another document."""
        beside = hashlib.sha256(self.sidecar.data).hexdigest() if self.sidecar else ""
        parts = (self.path, self.sha256, beside, json.dumps(self.values, sort_keys=True))
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def load(source: Source, max_bytes: int) -> Entry:
    """The document that a file is. Raises :class:`DocumentError` where it cannot be read or is too large."""
    data = read_bytes(source.file, source.path, max_bytes)
    return Entry(source.doc_id, source.path, source.file.suffix, data, load_sidecar(source.sidecar))


def load_sidecar(path: File | None) -> Sidecar | None:
    """The metadata file at ``path``. Raises :class:`DocumentError` where it cannot be read or is too large."""
    return Sidecar(path.name, read_bytes(path, path.name, LARGEST_SIDECAR)) if path else None


def read_bytes(file: File, name: str, max_bytes: int) -> bytes:
    """The bytes of a file of at most ``max_bytes``; ``name`` is what messages call it."""
    try:
        with file.open("rb") as stream:
            data = stream.read(max_bytes + 1)
            size = max(file.stat().st_size, len(data))
    except OSError as error:
        raise unreadable(name, error) from error
    if len(data) > max_bytes:
        raise too_large(name, size, max_bytes)
    return data


def too_large(name: str, size: int, most: int) -> DocumentError:
    """The error of a file of ``size`` bytes where ``most`` are read."""
    return DocumentError(
        f"{name} has {size / 1e6:.1f} MB, more than the {most / 1e6:.1f} MB that are read: "
        "split it (the setting max_bytes is the limit for one document)."
    )
