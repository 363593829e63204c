"""The corpus folder: which files are documents, and how a change of one is seen."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DocumentError
from pipeline.records import Skipped

SIDECAR_ENDINGS = (".meta.yaml", ".meta.yml", ".meta.json")
NOT_DOCUMENTS = ("readme", "license", "licence", "notice", "attribution")
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the corpus.

    ``doc_id`` is its name without the ending, ``path`` its place in the corpus folder with "/" between the parts,
    ``sidecar`` the file of its metadata, ``size`` in bytes.
    """

    doc_id: str
    path: str
    file: Path
    sidecar: Path | None
    size: int


def find(corpus: Path) -> tuple[list[Source], list[Skipped]]:
    """The documents of a corpus folder and its sub-folders sorted by doc_id, and the files that cannot be documents.

    Hidden files, sidecars, and README and LICENSE files are no documents. Links are followed only inside the corpus.
    Raises nothing: an unreadable folder or file is among the skipped.
    """
    sources: dict[str, Source] = {}
    skipped: list[Skipped] = []
    root = corpus.resolve()
    for path in _files(corpus, skipped):
        name = _shown(path.relative_to(corpus))
        if reason := _unusable(path, root):
            skipped.append(Skipped(name, reason))
            continue
        doc_id = path.stem
        if doc_id in sources:
            skipped.append(
                Skipped(
                    name, f"{sources[doc_id].path} has the same name but for its ending or folder: rename one of them."
                )
            )
            continue
        sources[doc_id] = Source(doc_id, name, path, sidecar_of(path), path.stat().st_size)
    skipped += _orphans(corpus)
    return [sources[doc_id] for doc_id in sorted(sources)], skipped


def sidecar_of(path: Path) -> Path | None:
    """The metadata file beside a document: ``name.meta.yaml``, ``.yml`` or ``.json``."""
    candidates = (path.with_name(path.stem + ending) for ending in SIDECAR_ENDINGS)
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def digest(source: Source) -> str:
    """SHA-256 (hexadecimal) over place, bytes and metadata of a document: another digest is another document.

    Raises :class:`DocumentError` where a file cannot be read.
    """
    parts = [source.path, sha256(source.file, source.path)]
    if source.sidecar:
        parts.append(sha256(source.sidecar, source.sidecar.name))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def sha256(file: Path, name: str) -> str:
    """SHA-256 (hexadecimal) of a file, read in pieces. Raises :class:`DocumentError` where it cannot be read."""
    result = hashlib.sha256()
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                result.update(chunk)
    except OSError as error:
        raise unreadable(name, error) from error
    return result.hexdigest()


def unreadable(name: str, error: OSError) -> DocumentError:
    """The error of a file that the system will not read."""
    if isinstance(error, FileNotFoundError):
        return DocumentError(f"{name} vanished during the run: put it back and run again.")
    return DocumentError(
        f"{name} cannot be read ({error.strerror}): mend its permissions or take it out of the corpus."
    )


def is_sidecar(name: str) -> bool:
    """Whether a file name is that of a metadata file."""
    return name.endswith(SIDECAR_ENDINGS)


def _files(corpus: Path, skipped: list[Skipped]) -> Iterator[Path]:
    def report(error: OSError) -> None:
        folder = _shown(Path(error.filename).relative_to(corpus))
        skipped.append(Skipped(folder, f"The folder cannot be read ({error.strerror}): mend its permissions."))

    for folder, subfolders, names in os.walk(corpus, onerror=report):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not (name.startswith(".") or is_sidecar(name) or name.lower().startswith(NOT_DOCUMENTS)):
                yield Path(folder, name)


def _orphans(corpus: Path) -> list[Skipped]:
    """Metadata files without a document beside them."""
    found = []
    for folder, subfolders, names in os.walk(corpus):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        stems = {Path(name).stem for name in names if not is_sidecar(name)}
        for name in sorted(names):
            if is_sidecar(name) and not name.startswith(".") and Path(Path(name).stem).stem not in stems:
                shown = _shown(Path(folder, name).relative_to(corpus))
                found.append(
                    Skipped(shown, "No document of this name lies beside this metadata file: rename or delete it.")
                )
    return found


def _unusable(path: Path, root: Path) -> str:
    """Why a file cannot be a document; empty where it can."""
    if not path.name.isprintable():
        return "The file's name holds line breaks or unreadable characters: rename it."
    try:
        resolved = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "The link leads nowhere: mend or delete it."
    if not resolved.is_relative_to(root):
        return "The link leads outside the corpus folder, which is not followed: copy the file here."
    if not resolved.is_file():
        return "This is no ordinary file: take it out of the corpus."
    return ""


def _shown(path: Path) -> str:
    """A path in the corpus as text that any table can hold."""
    text = path.as_posix()
    if text.isprintable():
        return text
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace").encode("unicode_escape").decode("ascii")
