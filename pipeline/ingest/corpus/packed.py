"""Packed tables (``.gz``, ``.bz2``, ``.xz``, ``.zst``): read as a stream, and within bounds."""

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from pipeline.errors import DocumentError

FREE = 100_000_000
"""Bytes that are unpacked whatever they were packed to."""
MOST_TIMES = 200
"""Beyond that, how many times as long as what was packed a table may be: press texts are five to ten times as long."""
_DAMAGED = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError)


def plain_name(name: str) -> str:
    """The name of a file without the ending that says how it is packed."""
    return next((name[: -len(ending)] for ending in _OPENERS if name.lower().endswith(ending)), name)


def unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """What a stream holds, by the name of its file: what is not packed is the stream itself.

    Raises :class:`DocumentError` where what unpacks it is not installed; so does reading, for what is damaged and for
    what grows without end.
    """
    ending = name[len(plain_name(name)) :].lower()
    if not ending:
        return stream
    return io.BufferedReader(_Unpacked(_OPENERS[ending](stream), stream, name))


class _Unpacked(io.RawIOBase):
    """An unpacked stream that ends in a sentence where it is damaged, or longer than anybody writes."""

    def __init__(self, opened: Any, packed: BinaryIO, name: str) -> None:
        self._opened = opened
        self._packed = packed
        self._name = name
        self._taken = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; returns how many bytes are in it."""
        try:
            found = self._opened.read(len(buffer))
        except _DAMAGED as error:
            raise DocumentError(
                f"{self._name} cannot be unpacked ({error}): pack it again; the rows before are read."
            ) from error
        self._taken += len(found)
        if self._taken > FREE + MOST_TIMES * self._packed.tell():
            raise DocumentError(f"{self._name} becomes more than {MOST_TIMES} times as long: it is not read on.")
        buffer[: len(found)] = found
        return len(found)


def _zstandard(stream: BinaryIO) -> Any:
    try:
        return import_module("pyarrow").CompressedInputStream(stream, "zstd")
    except ImportError as error:
        raise DocumentError(
            "Tables packed as .zst need pyarrow: pip install 'communique[export]', or pack it as .gz."
        ) from error


_OPENERS: dict[str, Callable[[BinaryIO], Any]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
    ".zst": _zstandard,
}
