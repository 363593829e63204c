"""The corpus folder: which of its files are documents, tables of documents, or archives of them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Literal, Protocol

from pipeline.errors import DocumentError
from pipeline.filenames import composed, same_name
from pipeline.ingest.corpus.packed import plain_name
from pipeline.records import Skipped

SIDECAR_ENDINGS = (".meta.yaml", ".meta.yml", ".meta.json")
NOT_DOCUMENTS = ("readme", "license", "licence", "notice", "attribution")
STATUS = "status.csv"
"""What people say became of promises; it is read by itself."""
TABLES = (".jsonl", ".csv", ".parquet")
"""Endings of files that hold one document a row; they may be packed, too."""
ARCHIVE = ".zip"
LONGEST_ID = 200
"""Bytes of a doc_id in UTF-8: file systems take 255, and outputs add an ending to it."""


class File(Protocol):
    """What is asked of the file of a source: a path, or what lies elsewhere and can be read like one."""

    @property
    def name(self) -> str:
        """Its name without folders."""

    @property
    def suffix(self) -> str:
        """Its ending."""

    def open(self, mode: Literal["rb"]) -> BufferedReader:
        """Open it for reading."""

    def stat(self) -> os.stat_result:
        """How large it is."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the corpus: a document, or a table or archive of documents.

    ``doc_id`` is its name without the ending, ``path`` its place in the corpus folder with "/" between the parts,
    ``sidecar`` the file of its metadata, ``size`` in bytes.
    """

    doc_id: str
    path: str
    file: File
    sidecar: File | None
    size: int


def find(corpus: Path) -> tuple[list[Source], list[Skipped]]:
    """The files of a corpus folder and its sub-folders sorted by doc_id, and the files that cannot be documents.

    Hidden files, sidecars, ``status.csv``, and README and LICENSE files are no documents. Links are followed only
    inside the corpus. Raises nothing: an unreadable folder or file is among the skipped.
    """
    sources: dict[str, Source] = {}
    holders: list[Source] = []
    skipped: list[Skipped] = []
    root = corpus.resolve()
    for path in _files(corpus, skipped):
        name = shown(path.relative_to(corpus).as_posix())
        try:
            if reason := _unusable(path, root):
                skipped.append(Skipped(name, reason))
                continue
            source = Source(composed(path.stem), name, path, sidecar_of(path), path.stat().st_size)
        except OSError as error:
            skipped.append(Skipped(name, str(unreadable(name, error))))
            continue
        if is_holder(path.name):
            holders.append(source)
        elif first := sources.get(same_name(source.doc_id)):
            skipped.append(clash(name, first.path))
        else:
            sources[same_name(source.doc_id)] = source
    skipped += _orphans(corpus)
    return sorted([*sources.values(), *holders], key=lambda source: (source.doc_id, source.path)), skipped


def clash(path: str, first: str) -> Skipped:
    """A document that has the doc_id of another, or one that some file systems take for the same."""
    return Skipped(path, f"{first} has the same name but for its ending, folder or capitals: rename one of them.")


def is_holder(name: str) -> bool:
    """Whether a file of this name holds documents instead of being one."""
    return is_table(name) or name.lower().endswith(ARCHIVE)


def is_table(name: str) -> bool:
    """Whether a file of this name holds one document a row."""
    return plain_name(name).lower().endswith(TABLES)


def sidecar_of(path: Path) -> Path | None:
    """The metadata file beside a document: ``name.meta.yaml``, ``.yml`` or ``.json``."""
    candidates = (path.with_name(path.stem + ending) for ending in SIDECAR_ENDINGS)
    return next((candidate for candidate in candidates if candidate.is_file()), None)


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


def is_ignored(name: str) -> bool:
    """Whether a file of this name belongs to the folder and not to its documents: hidden, a sidecar, a README."""
    return name.startswith(".") or name == STATUS or is_sidecar(name) or name.lower().startswith(NOT_DOCUMENTS)


def unusable_name(name: str) -> str:
    """Why a name cannot be a document's; empty where it can."""
    if not name.isprintable():
        return "The name holds line breaks or unreadable characters: rename it."
    if len(name.encode()) > LONGEST_ID:
        return f"The name is longer than {LONGEST_ID} bytes: give it a shorter one."
    return ""


def shown(path: str) -> str:
    """A path in the corpus as text that any table can hold, accents in one piece with their letters."""
    if path.isprintable():
        return composed(path)
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace").encode("unicode_escape").decode("ascii")


def _files(corpus: Path, skipped: list[Skipped]) -> Iterator[Path]:
    def report(error: OSError) -> None:
        folder = shown(Path(error.filename).relative_to(corpus).as_posix())
        skipped.append(Skipped(folder, f"The folder cannot be read ({error.strerror}): mend its permissions."))

    for folder, subfolders, names in os.walk(corpus, onerror=report):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in subfolders:
            if (link := Path(folder, name)).is_symlink():
                place = shown(link.relative_to(corpus).as_posix())
                skipped.append(Skipped(place, "Links to folders are not followed: copy the folder here."))
        for name in sorted(names):
            if not is_ignored(name):
                yield Path(folder, name)


def _orphans(corpus: Path) -> list[Skipped]:
    """Metadata files without a document beside them."""
    found = []
    for folder, subfolders, names in os.walk(corpus):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        stems = {Path(name).stem for name in names if not is_sidecar(name)}
        for name in sorted(names):
            if is_sidecar(name) and not name.startswith(".") and Path(Path(name).stem).stem not in stems:
                place = shown(Path(folder, name).relative_to(corpus).as_posix())
                found.append(
                    Skipped(place, "No document of this name lies beside this metadata file: rename or delete it.")
                )
    return found


def _unusable(path: Path, root: Path) -> str:
    """Why a file cannot be a document; empty where it can."""
    if reason := unusable_name(path.stem if path.name.isprintable() else path.name):
        return reason
    try:
        resolved = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "The link leads nowhere: mend or delete it."
    if not resolved.is_relative_to(root):
        return "The link leads outside the corpus folder, which is not followed: copy the file here."
    if not resolved.is_file():
        return "This is no ordinary file: take it out of the corpus."
    sidecar = sidecar_of(path)
    if sidecar and not sidecar.resolve().is_relative_to(root):
        return (
            f"The metadata file {sidecar.name} is a link out of the corpus folder, which is not followed: copy it here."
        )
    return ""
