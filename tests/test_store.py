"""The store keeps what stages found, knows what is stale, and survives bad files."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.fingerprint import chain
from pipeline.records import Skipped
from pipeline.store import Store
from tests.records import analysis, classified, document


def filled(outputs: Path) -> Store:
    store = Store(outputs)
    store.put_document(document(), "ingest-1", "digest-1")
    store.put_tagged(analysis(), "tag-1")
    store.put_classified(classified(analysis(), "energy"), "classify-1")
    return store


def test_what_was_put_comes_back_to_the_letter(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        (found,) = store.analyses(store.finished())
    assert found == classified(analysis(), "energy")


def test_nothing_is_stale_until_file_or_pipeline_change(tmp_path: Path) -> None:
    doc_id = document().doc_id
    with filled(tmp_path) as store:
        assert store.ingested() == {doc_id: chain("ingest-1", "digest-1")}
        assert store.waiting("tag", "tag-1") == []
        assert store.waiting("tag", "tag-2") == [doc_id]
        assert store.waiting("classify", "classify-1") == []
        assert store.waiting("classify", "classify-2") == [doc_id]


def test_a_changed_document_goes_through_all_stages_again(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        store.put_document(replace(document(), title="Corrected"), "ingest-1", "digest-2")
        assert store.waiting("tag", "tag-1") == [document().doc_id]
        assert store.finished() == []


def test_tagging_anew_puts_the_areas_up_for_classifying(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        store.put_tagged(analysis(), "tag-2")
        assert store.waiting("classify", "classify-1") == [document().doc_id]


def test_a_removed_document_takes_its_rows_along(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        assert store.forget_all_but([]) == 1
    with sqlite3.connect(tmp_path / "communique.sqlite") as db:
        for table in ("documents", "edits", "sentences", "entities", "commitments", "progress"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table


def test_the_list_of_skipped_files_is_kept_by_stage(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        store.put_skipped([Skipped("b.txt", "empty")], "ingest")
        store.put_skipped([Skipped("a.txt", "failed")], "tag")
        store.put_skipped([Skipped("c.txt", "binary")], "ingest")
        assert store.skipped() == [Skipped("a.txt", "failed", "tag"), Skipped("c.txt", "binary", "ingest")]


def test_a_half_written_document_leaves_no_trace(tmp_path: Path) -> None:
    clash = replace(analysis(), sentences=analysis().sentences[:1] * 2)
    with filled(tmp_path) as store:
        with pytest.raises(CommuniqueError):
            store.put_tagged(clash, "tag-2")
        (found,) = store.analyses(store.finished())
    assert found == classified(analysis(), "energy")


def test_a_foreign_or_damaged_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "communique.sqlite"
    path.write_bytes(b"not a database, but long enough to look at" * 100)
    with pytest.raises(CommuniqueError, match="delete it, then run again"):
        Store(tmp_path)
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(CommuniqueError, match="not a file of Communiqué's"):
        Store(tmp_path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM recipes").fetchone() == (0,)


def test_a_second_run_at_the_same_time_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.store.BUSY_SECONDS", 0.0)
    with filled(tmp_path) as store, sqlite3.connect(tmp_path / "communique.sqlite", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CommuniqueError, match="in use by another run"):
            store.put_skipped([], "ingest")
