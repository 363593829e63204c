"""ZIP archives of documents, read in memory and within bounds: nothing in them is ever written to a place they name."""

import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from pipeline.errors import DocumentError
from pipeline.filenames import composed
from pipeline.ingest.corpus.entries import LARGEST_SIDECAR, Entry, Sidecar, too_large
from pipeline.ingest.corpus.folder import ARCHIVE, SIDECAR_ENDINGS, is_ignored, is_table, shown, unusable_name
from pipeline.ingest.corpus.rows import rows
from pipeline.ingest.formats.zipped import Limits, is_folder, open_zip, read_member
from pipeline.records import Skipped

LARGEST_ARCHIVE = 200_000_000
"""Bytes of an archive as it lies in the corpus."""
LARGEST_TABLE = 100_000_000
"""Bytes of a table of documents in an archive; one outside of archives has no limit."""
LIMITS = Limits(members=20_000, member_bytes=1_000_000_000, total_bytes=1_000_000_000)
_MEMBER_MARK = b"PK\x01\x02"
_MARKS = 10 * LIMITS.members
"""Marks of members in an archive's bytes, archives inside it included, above which its list is not even read."""


def members(data: bytes, path: str, max_bytes: int, sidecar: Sidecar | None = None) -> Iterator[Entry | Skipped]:
    """The documents of an archive in its order, with their sidecars inside it; bad members with their reason.

    ``sidecar`` is that of the archive, for members without one. A member's place is ``path/name``. Folders, hidden
    files, README and LICENSE files are left out. Raises :class:`DocumentError` where the archive cannot be read at all.
    """
    if data.count(_MEMBER_MARK) > _MARKS:
        raise DocumentError(f"{path} holds more than the {LIMITS.members:,} files that are read: split it.")
    seen: set[str] = set()
    with open_zip(data, path, LIMITS) as archive:
        infos = [info for info in archive.infolist() if not is_folder(info)]
        named = {info.filename: info for info in infos}
        for info in infos:
            if _is_aside(info.filename):
                continue
            place = f"{path}/{shown(info.filename)}"
            try:
                if reason := _unusable(info, seen):
                    raise DocumentError(f"{place}: {reason}")
                seen.add(info.filename)
                beside = _sidecar(archive, named, info.filename, path) or sidecar
                yield from _documents(archive, info, place, max_bytes, beside)
            except DocumentError as error:
                yield Skipped(place, str(error))


def _documents(
    archive: ZipFile, info: ZipInfo, place: str, max_bytes: int, sidecar: Sidecar | None
) -> Iterator[Entry | Skipped]:
    name = PurePosixPath(info.filename)
    holds_rows = is_table(info.filename)
    limit = LARGEST_TABLE if holds_rows else max_bytes
    if info.file_size > limit:
        raise too_large(place, info.file_size, limit)
    data = read_member(archive, info, place)
    if holds_rows:
        yield from rows(BytesIO(data), place, max_bytes, sidecar)
    else:
        yield Entry(composed(name.stem), place, name.suffix, data, sidecar)


def _sidecar(archive: ZipFile, named: dict[str, ZipInfo], name: str, path: str) -> Sidecar | None:
    stem = name.removesuffix(PurePosixPath(name).suffix)
    info = next((named[stem + ending] for ending in SIDECAR_ENDINGS if stem + ending in named), None)
    if not info:
        return None
    place = f"{path}/{shown(info.filename)}"
    if info.file_size > LARGEST_SIDECAR:
        raise too_large(place, info.file_size, LARGEST_SIDECAR)
    return Sidecar(place, read_member(archive, info, place))


def _unusable(info: ZipInfo, seen: set[str]) -> str:
    """Why a member cannot be a document; empty where it can."""
    name = info.filename
    if "\0" in info.orig_filename:
        return "The name holds line breaks or unreadable characters: rename it."
    if not name:
        return "The file has no name: pack it again."
    if _leads_out(name):
        return "The name leads out of the archive: pack it again with plain names."
    if reason := unusable_name(PurePosixPath(name).stem if name.isprintable() else name):
        return reason
    if stat.S_ISLNK(info.external_attr >> 16):
        return "This is a link, which is not followed: pack the file itself."
    if name.lower().endswith(ARCHIVE):
        return "An archive inside an archive is not unpacked: unpack it and add it by itself."
    if name in seen:
        return "The archive holds this name twice, and the first is read: rename one of them."
    return ""


def _is_aside(name: str) -> bool:
    """Whether a member is none of the documents: hidden, a metadata file, a README, what macOS adds."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
    return not _leads_out(name) and (hidden or is_ignored(PurePosixPath(name).name))


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or name[1:2] == ":" or ".." in name.split("/")
