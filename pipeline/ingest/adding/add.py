"""Adding documents to the corpus: copied in, named, described, and never twice."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from pipeline.console import Console
from pipeline.errors import CommuniqueError, DocumentError
from pipeline.ingest.adding.added import FIELDS, Added, AddedTable, sidecar_text
from pipeline.ingest.adding.shelf import Shelf, copy, name_of, open_shelf, sha256, slug, write
from pipeline.ingest.corpus.containers import contents
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.folder import ARCHIVE, SIDECAR_ENDINGS, TABLES, Source, find, sidecar_of, unreadable
from pipeline.ingest.description.metadata import understand
from pipeline.ingest.stage import examine, foreign, language_name
from pipeline.knowledge import Knowledge
from pipeline.records import Skipped
from pipeline.settings import Settings

DEFAULTS = Settings()


def add(
    files: Sequence[Path],
    corpus: Path,
    knowledge: Knowledge,
    max_bytes: int = DEFAULTS.max_bytes,
    console: Console | None = None,
) -> Iterator[Added | AddedTable]:
    """Copy documents, those of folders and of archives, into the corpus and write a metadata file beside each.

    Yields each as it is added. Raises :class:`CommuniqueError`, after the others are added, where one was refused: it
    cannot be read or is in the corpus already. Of two with one date and title the second gets a number.
    """
    try:
        corpus.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommuniqueError(
            f"The corpus folder {corpus} cannot be made ({error.strerror}): choose another."
        ) from error
    refusals: list[str] = []
    sources = list(_sources(files, refusals))
    shelf = open_shelf(corpus, knowledge)
    total = None if any(_ending(source) == ARCHIVE for source in sources) else len(sources)
    for found in (console or Console()).progress(_found(sources, max_bytes), total, "adding"):
        try:
            if isinstance(found, Skipped):
                raise DocumentError(found.reason)
            if isinstance(found, Source):
                yield _add_table(found, shelf, max_bytes, refusals)
            else:
                yield _add(found, shelf, max_bytes)
        except CommuniqueError as error:
            refusals.append(str(error))
    if refusals:
        raise CommuniqueError("\n".join(refusals))


def named(text: str) -> list[Path]:
    """The files that ``text`` names: one path, or several with spaces between them, each a path or a pattern (*, ?).

    A path that holds spaces stands between quotes, unless it is the only one. Raises :class:`CommuniqueError` where a
    quotation mark is left open.
    """
    if _exists(text):
        return [Path(text)]
    try:
        parts = shlex.split(text)
    except ValueError as error:
        raise CommuniqueError(
            f"The list of files {text} cannot be told apart: put names with spaces or quotes between double quotes."
        ) from error
    return [path for part in parts for path in ([Path(part)] if _exists(part) else _matching(Path(part)))]


def _matching(pattern: Path) -> list[Path]:
    """The files that a pattern in the last part of a path fits; the path itself where none does."""
    try:
        return sorted(pattern.parent.glob(pattern.name)) or [pattern]
    except (OSError, ValueError):
        return [pattern]


def _sources(files: Sequence[Path], refusals: list[str]) -> Iterator[Source]:
    """The files among files and folders; what cannot be one goes to ``refusals``."""
    for file in files:
        try:
            if file.is_dir():
                sources, skipped = find(file)
                refusals += [f"{_safe(file / item.source)}: {item.reason}" for item in skipped]
                yield from sources
            elif file.is_file():
                name = _safe(Path(file.name))
                yield Source(_safe(Path(file.stem)), name, file, sidecar_of(file), file.stat().st_size)
            else:
                refusals.append(f"{_safe(file)} is no file: give the path of a document or a folder.")
        except OSError as error:
            refusals.append(str(unreadable(_safe(file), error)))


def _found(sources: Sequence[Source], max_bytes: int) -> Iterator[Source | Entry | Skipped]:
    """Tables as they are, and the documents that other files are or hold."""
    for source in sources:
        if _ending(source) in TABLES:
            yield source
        else:
            yield from contents(source, max_bytes)


def _add(entry: Entry, shelf: Shelf, max_bytes: int) -> Added:
    document = examine(entry, shelf.knowledge)
    if present := shelf.holds(document, max_bytes):
        raise _present(entry.path, present)
    ending = entry.ending.lower()
    name = shelf.free_name(name_of(document), ending)
    target, sidecar = shelf.corpus / f"{name}{ending}", shelf.corpus / f"{name}{SIDECAR_ENDINGS[0]}"
    try:
        write(sidecar, sidecar_text(entry, document, target.name).encode())
        write(target, entry.data)
    except OSError as error:
        raise _not_copied(entry.path, target, error) from error
    shelf.put(document, Source(name, target.name, target, sidecar, len(entry.data)))
    is_foreign = bool(foreign(document, shelf.knowledge))
    return Added(target, sidecar, document, language_name(document, shelf.knowledge) if is_foreign else "")


def _add_table(source: Source, shelf: Shelf, max_bytes: int, refusals: list[str]) -> AddedTable:
    """Copy a table of documents as it is; rows that cannot be used go to ``refusals``."""
    target = shelf.corpus / f"{slug(source.doc_id)}{_ending(source)}"
    if present := shelf.hashes.get(digest := sha256(source)):
        raise _present(source.path, present)
    if target.exists():
        raise CommuniqueError(f"{source.path} would be named {target.name}, which the corpus has already: rename it.")
    usable, given, bad = _rows(source, max_bytes)
    if not usable:
        raise CommuniqueError(bad[0] if bad else f"{source.path} holds no rows: nothing was added.")
    try:
        if source.sidecar:
            copy(source.sidecar, target.with_name(target.stem + "".join(PurePath(source.sidecar.name).suffixes[-2:])))
        copy(source.file, target)
    except OSError as error:
        raise _not_copied(source.path, target, error) from error
    refusals += bad
    shelf.hashes[digest] = target.name
    return AddedTable(target, usable, given)


def _rows(source: Source, max_bytes: int) -> tuple[int, dict[str, int], list[str]]:
    """How many rows of a table can be used, how many of them give each value, and what is wrong with the others."""
    usable, given, bad = 0, dict.fromkeys(FIELDS, 0), []
    for row in contents(source, max_bytes):
        try:
            if isinstance(row, Skipped):
                raise DocumentError(row.reason)
            known, _ = understand(row.values, row.path)
        except DocumentError as error:
            bad.append(str(error))
            continue
        usable += 1
        for name in FIELDS:
            given[name] += bool(getattr(known, name))
    return usable, given, bad


def _present(path: str, present: str) -> CommuniqueError:
    return CommuniqueError(f"{path} is in the corpus already, as {present}: nothing was added.")


def _not_copied(path: str, target: Path, error: OSError) -> CommuniqueError:
    return CommuniqueError(f"{path} cannot be copied to {target} ({error.strerror}).")


def _ending(source: Source) -> str:
    return source.file.suffix.lower()


def _safe(path: Path) -> str:
    """A path as a sentence can show it."""
    return str(path).encode("utf-8", "replace").decode().translate({ord(c): " " for c in "\n\r\t\0"})


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
