"""ZIP archives read within bounds: how many members, how large each, how large together.

The sizes that an archive declares are checked before anything is inflated, and reading stops at the declared size, so
that an archive which lies about its sizes costs no more than one that tells the truth. Nothing is written to disk.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pipeline.errors import DocumentError

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
CHUNK = 1 << 16
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error, struct.error)
"""What :mod:`zipfile` raises on broken archives."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read of an archive: members, and bytes of one and of all of them, inflated."""

    members: int = 2_000
    member_bytes: int = 50_000_000
    total_bytes: int = 100_000_000


DOCUMENT = Limits()
"""Enough for a document of a word processor with its pictures."""


def open_zip(data: bytes, name: str, limits: Limits = DOCUMENT) -> ZipFile:
    """The archive in ``data``, its declared sizes checked.

    Raises :class:`DocumentError` where it is no archive, is encrypted, packed by another method than Deflate, or
    declares more than ``limits``. Read its members with :func:`read_member`.
    """
    try:
        archive = ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise _broken(name) from error
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise DocumentError(
            f"{name} holds {len(infos):,} files, more than the {limits.members:,} that are read: split it."
        )
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise DocumentError(f"{name} is protected by a password: save it without one and add it again.")
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DocumentError(f"{name} is packed by an unusual method: pack it again as an ordinary ZIP file.")
    largest, total = max((i.file_size for i in infos), default=0), sum(i.file_size for i in infos)
    if total > limits.total_bytes:
        raise DocumentError(
            f"{name} would unpack to {total / 1e6:,.0f} MB, more than the {limits.total_bytes / 1e6:,.0f} MB that are "
            "read: split it, or take out what is no text."
        )
    if largest > limits.member_bytes:
        raise DocumentError(
            f"{name} holds a file that would unpack to {largest / 1e6:,.0f} MB, more than the "
            f"{limits.member_bytes / 1e6:,.0f} MB that are read: split it, or take out what is no text."
        )
    return archive


def read_member(archive: ZipFile, member: str | ZipInfo, name: str) -> bytes:
    """The bytes of one member, never more than it declares; ``name`` names the archive in errors.

    Raises :class:`DocumentError` where the member is missing or broken.
    """
    try:
        info = member if isinstance(member, ZipInfo) else archive.getinfo(member)
        pieces: list[bytes] = []
        left = info.file_size
        with archive.open(info) as stream:
            while left > 0 and (piece := stream.read(min(CHUNK, left))):
                pieces.append(piece)
                left -= len(piece)
            if not left and stream.read(1):
                raise BadZipFile
    except (KeyError, *_BROKEN) as error:
        raise _broken(name) from error
    return b"".join(pieces)


def members(data: bytes, name: str, limits: Limits = DOCUMENT) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files in an archive, one at a time, folders left out.

    Names are as the archive writes them and must not be used as paths. Raises :class:`DocumentError` as
    :func:`open_zip` and :func:`read_member` do.
    """
    with open_zip(data, name, limits) as archive:
        for info in archive.infolist():
            if not is_folder(info):
                yield info.filename, read_member(archive, info, name)


def is_folder(info: ZipInfo) -> bool:
    """Whether a member is a folder; one without a name is none (:meth:`ZipInfo.is_dir` fails on it)."""
    return info.filename.endswith("/")


def _broken(name: str) -> DocumentError:
    return DocumentError(f"{name} is damaged and cannot be unpacked: save or download it again.")
