"""Tables that are packed, and tables as Parquet."""

import bz2
import gzip
import json
import lzma
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest.corpus import packed
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.folder import find
from pipeline.records import Skipped

TEXT = "Norway will restore four lighthouses in the north."
ROWS = "".join(json.dumps({"title": f"Note {n}", "text": TEXT}) + "\n" for n in range(3)).encode()


def read(corpus: Path) -> tuple[list[Entry], list[str]]:
    found = list(entries(find(corpus)[0], 100_000))
    return [e for e in found if isinstance(e, Entry)], [s.reason for s in found if isinstance(s, Skipped)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("year.jsonl.gz", gzip.compress(ROWS, mtime=0)),
        ("year.jsonl.bz2", bz2.compress(ROWS)),
        ("year.JSONL.XZ", lzma.compress(ROWS)),
        ("year.csv.gz", gzip.compress(f"title,text\nNote,{TEXT}\n".encode(), mtime=0)),
    ],
    ids=["lines-gzip", "lines-bzip2", "lines-xz", "table-gzip"],
)
def test_a_packed_table_is_read_like_the_table(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    documents, refused = read(tmp_path)
    assert refused == []
    assert (documents[0].doc_id, documents[0].path) == ("year-00001", f"{name}#1")
    assert {document.data.decode() for document in documents} == {TEXT}


def test_zstandard_is_read_where_pyarrow_is(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'communique[export]'")
    with arrow.CompressedOutputStream(str(tmp_path / "year.jsonl.zst"), "zstd") as file:
        file.write(ROWS)
    assert len(read(tmp_path)[0]) == 3


def test_parquet_is_a_table_whose_dates_and_lists_are_metadata(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'communique[export]'")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = {"text": [TEXT, None], "date": [date(2031, 5, 1), None], "parties": [["NOR", "CHL"], None]}
    parquet.write_table(arrow.table(table), tmp_path / "year.parquet")
    (document,), (refused,) = read(tmp_path)
    assert document.values == {"date": "2031-05-01", "parties": ["NOR", "CHL"]}
    assert "year.parquet#2 has no text" in refused


def test_what_is_damaged_is_said_and_the_rows_before_it_are_kept(tmp_path: Path) -> None:
    many = b"".join(json.dumps({"text": f"{TEXT} {n * 7919 % 1000}"}).encode() + b"\n" for n in range(9000))
    content = gzip.compress(many)
    (tmp_path / "year.jsonl.gz").write_bytes(content[: len(content) // 2])
    (tmp_path / "odd.parquet").write_bytes(b"PAR1 and nothing else")
    documents, refused = read(tmp_path)
    assert documents
    assert any("year.jsonl.gz cannot be unpacked" in reason for reason in refused)
    assert any("odd.parquet is no valid Parquet" in reason for reason in refused)


def test_what_grows_without_end_is_not_read_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "FREE", 1000)
    (tmp_path / "year.jsonl.gz").write_bytes(gzip.compress(b" " * 10_000_000))
    assert any("more than 200 times as long" in reason for reason in read(tmp_path)[1])
