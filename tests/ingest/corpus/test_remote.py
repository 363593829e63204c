"""Corpora at addresses, by fsspec: in memory, and in an archive."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import CommuniqueError
from pipeline.ingest.corpus.containers import entries
from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.corpus.remote import find_at
from pipeline.settings import Settings, load

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'communique[remote]'")

TEXT = "Norway will restore four lighthouses in the north."


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    yield system
    system.rm("/press", recursive=True)


def read(address: str) -> list[Entry]:
    return [entry for entry in entries(find_at(address)[0], 100_000) if isinstance(entry, Entry)]


def test_files_tables_and_metadata_at_an_address_are_read_as_in_a_folder(memory: Any) -> None:
    memory.pipe("/press/2031/talks.txt", TEXT.encode())
    memory.pipe("/press/2031/talks.meta.yaml", b"title: Talks\n")
    memory.pipe("/press/year.jsonl", json.dumps({"text": TEXT}).encode())
    memory.pipe("/press/.hidden/secret.txt", b"no")
    memory.pipe("/press/README.md", b"no")
    talks, row = read("memory://press")
    assert (talks.doc_id, talks.path, talks.data.decode()) == ("talks", "2031/talks.txt", TEXT)
    assert talks.sidecar is not None
    assert talks.sidecar.data == b"title: Talks\n"
    assert row.doc_id == "year-00001"


def test_an_address_may_name_one_table_or_an_archive(memory: Any, tmp_path: Path) -> None:
    memory.pipe("/press/year.jsonl", json.dumps({"text": TEXT}).encode())
    assert [entry.path for entry in read("memory://press/year.jsonl")] == ["year.jsonl#1"]
    with zipfile.ZipFile(tmp_path / "press.zip", "w") as archive:
        archive.writestr("talks.txt", TEXT)
    assert [entry.doc_id for entry in read(f"zip://::file://{tmp_path}/press.zip")] == ["talks"]


@pytest.mark.parametrize("address", ["memory://nowhere", "nonsense://press", "zip://::file:///nowhere.zip"])
def test_an_address_where_nothing_can_be_read_is_said_in_a_sentence(address: str) -> None:
    with pytest.raises(CommuniqueError, match=f"The corpus {address}"):
        find_at(address)


def test_the_setting_corpus_is_a_folder_or_an_address(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text('corpus = "s3://bucket/press"\n')
    assert load(tmp_path, {}, {}).address == "s3://bucket/press"
    assert load(tmp_path, {}, {"corpus": "talks"}) == Settings(corpus=Path("talks"))
