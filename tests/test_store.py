"""The store keeps what stages found, knows what is stale, and survives bad files."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.database import schema_version
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import chain
from pipeline.records import Change, Reported, Skipped
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


def test_what_is_tagged_anew_is_not_finished_until_it_is_classified(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        assert store.finished() == [document().doc_id]
        store.put_tagged(analysis(), "tag-2")
        assert store.finished() == []
        store.put_classified(classified(analysis(), "energy"), "classify-1")
        assert store.finished() == [document().doc_id]


def test_only_documents_that_are_ingested_wait_for_tagging_in_order(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for doc_id in ("b", "a"):
            store.put_document(document(doc_id), "ingest-1", "digest-1")
        assert store.waiting("tag", "tag-1") == ["a", "b"]
        assert store.waiting("classify", "classify-1") == []
        store.put_tagged(analysis("b"), "tag-1")
        assert store.waiting("tag", "tag-1") == ["a"]
        assert store.waiting("classify", "classify-1") == ["b"]
        assert [d.doc_id for d in store.documents(["b", "a"])] == ["b", "a"]


def test_what_is_doubtful_stays_doubtful(tmp_path: Path) -> None:
    made = classified(analysis(), "energy")
    doubtful = replace(made, sentences=tuple(replace(s, uncertain=True) for s in made.sentences))
    with filled(tmp_path) as store:
        store.put_classified(doubtful, "classify-2")
        (found,) = store.analyses(store.finished())
    assert found == doubtful


def test_rows_come_in_the_order_of_the_text(tmp_path: Path) -> None:
    made = analysis()
    turned = replace(made, sentences=made.sentences[::-1], entities=made.entities[::-1])
    with filled(tmp_path) as store:
        store.put_tagged(turned, "tag-2")
        store.put_classified(classified(turned, "energy"), "classify-2")
        (found,) = store.analyses(store.finished())
    assert found == classified(made, "energy")


def test_documents_that_are_not_named_go_and_are_counted(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        for doc_id in "abc":
            store.put_document(document(doc_id), "ingest-1", "digest-1")
        assert store.forget_all_but(["b", "z"]) == 2
        assert list(store.ingested()) == ["b"]
        assert store.forget_all_but(["b"]) == 0


def test_a_report_and_what_it_changes_replace_the_last_ones(tmp_path: Path) -> None:
    first = Reported("a", "Treaty", "c1", "m1", (("NOR;SWE", "build"), ("NOR", "pay")))
    change = Change("new", "commitment", "a", ("NOR",), "build a bridge", ("text",))
    with Store(tmp_path) as store:
        store.put_report([first], [change, replace(change, doc_id="0")])
        assert store.reported() == {"a": first}
        assert list(store.changes()) == [change, replace(change, doc_id="0")]
        store.put_report([replace(first, title="Pact")], [])
        assert store.reported()["a"].title == "Pact"
        assert list(store.changes()) == []
    with Store(tmp_path) as again:
        assert list(again.reported()) == ["a"]


def test_what_is_known_of_the_whole_is_replaced(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert store.about() == {}
        store.put_about({"version": "1", "language": "en"})
        store.put_about({"version": "2"})
        assert store.about() == {"version": "2"}
        store.put_about({"version": "2"})
    with Store(tmp_path) as again:
        assert again.about() == {"version": "2"}


def test_a_file_of_another_version_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled(tmp_path):
        pass
    version = schema_version()
    with sqlite3.connect(tmp_path / "communique.sqlite") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (version,)
        db.execute("PRAGMA user_version = 7")
    with Store(tmp_path) as store:
        assert store.is_renewed
        assert store.ingested() == {}
    with Store(tmp_path) as store:
        assert not store.is_renewed
    monkeypatch.setattr("pipeline.database._schema", lambda: iter(["CREATE TABLE documents (doc_id TEXT)"]))
    assert schema_version() != version


def test_rows_of_a_document_that_is_not_there_are_refused(tmp_path: Path) -> None:
    orphan = replace(analysis().entities[0], sentence_id="nowhere")
    with filled(tmp_path) as store, pytest.raises(CommuniqueError, match="cannot be used"):
        store.put_tagged(replace(analysis(), entities=(orphan,)), "tag-2")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CommuniqueError, match="choose another outputs folder"):
        Store(tmp_path / "file" / "outputs")


def test_columns_and_keys_have_the_types_of_the_records(tmp_path: Path) -> None:
    with filled(tmp_path):
        pass
    with sqlite3.connect(tmp_path / "communique.sqlite") as db:
        columns = {(n, t, k) for _, n, t, _, _, k in db.execute("PRAGMA table_info(commitments)")}
        assert {
            ("commitment_id", "TEXT", 1),
            ("cue_start", "INTEGER", 0),
            ("negated", "INTEGER", 0),
            ("confidence", "REAL", 0),
            ("amount_value", "REAL", 0),
            ("deadline_date", "TEXT", 0),
        } <= columns
        for table in ("sentences", "entities", "commitments"):
            references = {(row[2], row[3], row[6]) for row in db.execute(f"PRAGMA foreign_key_list({table})")}
            assert ("documents", "doc_id", "CASCADE") in references
            assert (("sentences", "sentence_id", "CASCADE") in references) == (table != "sentences")
            indexes = [row[1] for row in db.execute(f"PRAGMA index_list({table})")]
            indexed = {row[2] for index in indexes for row in db.execute(f"PRAGMA index_info({index})")}
            assert {"doc_id", "sentence_id"} <= indexed
        assert db.execute(
            "SELECT negated, typeof(negated), amount_value, deadline_date FROM commitments"
        ).fetchone() == (
            0,
            "integer",
            None,
            "2035-12-31",
        )


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
    with pytest.raises(CommuniqueError, match="--rebuild"):
        Store(tmp_path)
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(CommuniqueError, match="not a file of Communiqué's"):
        Store(tmp_path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM recipes").fetchone() == (0,)


@pytest.mark.parametrize(
    ("limit", "says"),
    [
        ("PRAGMA max_page_count = 1", "no room left on the disk of .*what is done is kept"),
        ("PRAGMA query_only = ON", "cannot be written: mend its permissions"),
    ],
)
def test_what_cannot_be_written_is_said_and_what_was_stays(tmp_path: Path, limit: str, says: str) -> None:
    large = replace(document("large"), text="Norway will build a port. " * 10_000)
    with filled(tmp_path) as store:
        store._db.execute(limit)
        with pytest.raises(CommuniqueError, match=says):
            store.put_document(large, "ingest-1", "digest-1")
        assert list(store.ingested()) == [document().doc_id]


def test_damage_that_is_met_while_reading_is_said(tmp_path: Path) -> None:
    with filled(tmp_path):
        pass
    with sqlite3.connect(tmp_path / "communique.sqlite") as db:
        db.execute("UPDATE sentences SET areas = 'no list'")
    with Store(tmp_path) as store, pytest.raises(CommuniqueError, match="--rebuild"):
        list(store.analyses(store.finished()))
    path = tmp_path / "communique.sqlite"
    path.write_bytes(path.read_bytes()[:4096] + bytes(path.stat().st_size - 4096))
    with pytest.raises(CommuniqueError, match="--rebuild"), Store(tmp_path) as store:
        list(store.analyses(store.finished()))


def test_a_second_run_at_the_same_time_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.database.BUSY_SECONDS", 0.0)
    with filled(tmp_path) as store, sqlite3.connect(tmp_path / "communique.sqlite", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CommuniqueError, match="in use by another run"):
            store.put_skipped([], "ingest")
