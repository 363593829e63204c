"""Tables of documents, one a row: JSON Lines, CSV and Parquet with the columns of ``documents.csv`` and ``text``.

A table is read as a stream, whatever its length; only one row at a time is in memory.
"""

import codecs
import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from pipeline.errors import DocumentError
from pipeline.filenames import composed
from pipeline.ingest.corpus.entries import Entry, Sidecar, too_large
from pipeline.ingest.corpus.folder import unusable_name
from pipeline.ingest.corpus.packed import plain_name, unpacked
from pipeline.ingest.description.metadata import printable
from pipeline.records import Skipped
from pipeline.tables import long_cells

LISTED = 1_000
"""Bad rows of a table that are listed one by one; the rest is counted."""
HOPELESS = 20
"""Bad rows of a JSONL file after which it is given up, where no good one stood before them."""
LARGEST_ROW = 4
"""Size at which a row of a CSV is given up, in sizes of the largest document: a closing quotation mark is missing."""
MOST_COLUMNS = 1_000
DELIMITERS = ",;\t|"
CHUNK = 1 << 20
BATCH = 256
"""Rows of a Parquet file in memory."""

_NOT_METADATA = {"text", "doc_id", "text_path", "sha256", "words", "sentences", "commitments"}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

Row = tuple[int, Mapping[str, Any] | DocumentError]
"""Number of a row, from 1, and its cells by column, or why it cannot be used."""


def rows(stream: BinaryIO, path: str, max_bytes: int, sidecar: Sidecar | None = None) -> Iterator[Entry | Skipped]:
    """The documents of a table, row by row; bad rows among them with their reason.

    A row's place is ``path#12``: line 12 of a JSONL file, row 12 below the header of a CSV. ``sidecar`` holds values
    for all rows. A document larger than ``max_bytes`` is skipped. Raises OSError where the stream cannot be read.
    """
    refused = 0
    for number, row in _rows(stream, path, max_bytes):
        place = f"{path}#{number}" if number else path
        try:
            if isinstance(row, DocumentError):
                raise row
            yield _entry(row, place, number, max_bytes, sidecar)
        except DocumentError as error:
            refused += 1
            if refused <= LISTED:
                yield Skipped(place, str(error))
    if refused > LISTED:
        yield Skipped(
            path, f"{refused - LISTED:,} more rows cannot be used; the first {LISTED:,} are listed by number."
        )


def _rows(stream: BinaryIO, path: str, max_bytes: int) -> Iterator[Row]:
    """The rows by the ending of the path; from where a packed table is damaged, one refusal."""
    kind = PurePosixPath(plain_name(path)).suffix.lower()
    read = _parquet if kind == ".parquet" else _csv if kind == ".csv" else _hopeful
    try:
        yield from read(unpacked(stream, path), path, max_bytes)
    except DocumentError as error:
        yield 0, error


def _entry(row: Mapping[str, Any], place: str, number: int, max_bytes: int, sidecar: Sidecar | None) -> Entry:
    if len(row) > MOST_COLUMNS:
        raise DocumentError(f"{place} has {len(row):,} columns: give it at most {MOST_COLUMNS:,}.")
    cells = {printable(key).strip().lower(): value for key, value in row.items()}
    text = cells.get("text")
    if not isinstance(text, str) or not text.strip():
        raise DocumentError(f"{place} has no text: put the document's text into the column 'text'.")
    data = text.encode("utf-8", "replace")
    if len(data) > max_bytes:
        raise too_large(place, len(data), max_bytes)
    stem = PurePosixPath(plain_name(place.rpartition("#")[0])).stem
    doc_id = composed(str(cells.get("doc_id") or "").strip() or f"{stem}-{number:05}")
    if reason := unusable_name(doc_id):
        raise DocumentError(f"{place} has an unusable doc_id: {reason}")
    if doc_id.startswith(".") or set("/\\") & set(doc_id):
        raise DocumentError(f"{place} has the doc_id '{doc_id}', which is a path: give it a plain name.")
    values = {key: printable(value) for key, value in cells.items() if key not in _NOT_METADATA}
    values = {key: value for key, value in values.items() if key and value not in (None, "", [])}
    return Entry(doc_id, place, ".txt", data, sidecar, values)


def _hopeful(stream: BinaryIO, path: str, max_bytes: int) -> Iterator[Row]:
    """The rows of a JSONL file, or one refusal where its beginning is something else: JSON over many lines, a PDF."""
    refused: list[Row] = []
    found = _json_lines(stream, path, max_bytes)
    for number, row in found:
        if not isinstance(row, DocumentError):
            yield from (*refused, (number, row))
            yield from found
            return
        refused.append((number, row))
        if len(refused) == HOPELESS:
            yield (
                0,
                DocumentError(
                    f"{path} is no JSONL file: its first {HOPELESS} lines cannot be used: write one object a line."
                ),
            )
            return
    yield from refused


def _json_lines(stream: BinaryIO, path: str, max_bytes: int) -> Iterator[Row]:
    for number, line in enumerate(_lines(stream, max_bytes), 1):
        place = f"{path}#{number}"
        if line is None:
            yield number, DocumentError(f"{place} has more than the {max_bytes / 1e6:.1f} MB that are read: split it.")
        elif number == 1 and line.startswith(_WIDE):
            yield 0, _wide(path)
            return
        elif text := _decoded(line.removeprefix(codecs.BOM_UTF8)).strip():
            try:
                value = json.loads(text)
            except (ValueError, RecursionError):
                yield number, DocumentError(f"{place} is no valid JSON: write one object a line.")
                continue
            if isinstance(value, dict):
                yield number, value
            else:
                yield number, DocumentError(f'{place} is no JSON object: write {{"text": "..."}} a line.')


def _csv(stream: BinaryIO, path: str, max_bytes: int) -> Iterator[Row]:
    lines = _RowLines(stream, LARGEST_ROW * max_bytes)
    try:
        header, delimiter = _header(next(lines, ""), path)
        reader = csv.reader(lines, delimiter=delimiter)
        for number, cells in enumerate(long_cells(reader, LARGEST_ROW * max_bytes), 1):
            lines.taken = 0
            if len(cells) == len(header):
                yield number, dict(zip(header, cells, strict=True))
            elif cells:
                reason = f"{path}#{number} has {len(cells)} cells where the header has {len(header)}: mend that row."
                yield number, DocumentError(reason)
    except DocumentError as error:
        yield 0, error
    except csv.Error as error:
        yield 0, DocumentError(f"{path} is no valid CSV from line {lines.number} on ({error}): save it as CSV again.")


def _parquet(stream: BinaryIO, path: str, max_bytes: int) -> Iterator[Row]:
    """The rows of a Parquet file, some at a time; what JSON has no form for becomes text."""
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError as error:
        raise DocumentError(f"{path} needs pyarrow: pip install 'communique[export]', or write it as CSV.") from error
    number = 0
    try:
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=BATCH):
            for row in batch.to_pylist():
                number += 1
                yield number, {column: _plain(value) for column, value in row.items()}
    except (ValueError, OSError, ArithmeticError, NotImplementedError) as error:
        raise DocumentError(f"{path} is no valid Parquet behind row {number} ({error}): write it again.") from error


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | int | float):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _header(line: str, path: str) -> tuple[list[str], str]:
    """Names of the columns, in lower case, and the delimiter between them."""
    for delimiter in DELIMITERS:
        names = [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]
        if "text" in names:
            if twice := sorted({name for name in names if name and names.count(name) > 1}):
                raise DocumentError(f"{path} has the column '{twice[0]}' twice: rename one of them.")
            return names, delimiter
    raise DocumentError(f"{path} has no column 'text' in its first line: name the columns there, one of them text.")


class _RowLines:
    """Lines of a CSV as text; ``taken`` counts the bytes since it was last set to 0, at most ``limit``."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self.taken = 0
        self.number = 0
        self._limit = limit
        self._stream = stream

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.taken += len(line)
        if self.taken > self._limit:
            raise DocumentError(
                f"A row of the table does not end within {self._limit / 1e6:.0f} MB, up to line {self.number}: "
                "close the quotation mark that is open there; only the rows before it were read."
            )
        if self.number == 1:
            if line.startswith(_WIDE):
                raise _wide("The table")
            line = line.removeprefix(codecs.BOM_UTF8)
        return _decoded(line)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines of a stream; one of more than ``limit`` bytes is read over and given as None."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        yield None


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _wide(name: str) -> DocumentError:
    return DocumentError(f"{name} is written in UTF-16 or UTF-32: save it as UTF-8.")
