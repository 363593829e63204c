"""Adding documents: named, described, never twice, and the bad ones named."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pipeline.errors import CommuniqueError
from pipeline.ingest.adding.add import add, named
from pipeline.ingest.adding.added import Added, AddedTable
from tests.ingest.corpus.test_archives import zipped
from tests.ingest.corpus.test_corpus import STATEMENT, put
from tests.ingest.corpus.test_rows import lines
from tests.shipped import KNOWLEDGE

OTHER = "Norway will send a ship to Chile in the spring of next year, the Minister said."
FRENCH = "Les ministres se sont réunis à Paris et sont convenus de coopérer pour la paix et la sécurité. "


def added(tmp_path: Path, *names: str) -> list[Added]:
    found = list(add([tmp_path / name for name in names], tmp_path / "corpus", KNOWLEDGE))
    return [one for one in found if isinstance(one, Added)]


def refused(tmp_path: Path, *names: str) -> str:
    with pytest.raises(CommuniqueError) as refusal:
        added(tmp_path, *names)
    return str(refusal.value)


def corpus_files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "corpus").iterdir())


def test_adding_names_the_document_and_says_what_was_inferred(tmp_path: Path) -> None:
    put(tmp_path, "download (3).txt")
    (one,) = added(tmp_path, "download (3).txt")
    assert one.file.name == "2024-05-03-joint-statement-by-norway-and-chile-on-lighthouses.txt"
    assert one.file.read_text() == STATEMENT
    assert "date: 2024-05-03 (inferred)" in one.message
    assert str(one.sidecar) in one.message
    metadata = yaml.safe_load(one.sidecar.read_text())
    assert metadata["parties"] == ["CHL", "NOR"]
    assert "parties" in metadata["inferred"]


def test_the_same_content_is_refused_under_any_name(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt", STATEMENT.replace("\n\n", "\n\n\n"))
    added(tmp_path, "a.txt")
    with pytest.raises(CommuniqueError, match=r"in the corpus already, as 2024-05-03-"):
        added(tmp_path, "b.txt")


def test_documents_with_one_title_get_two_names_and_none_comes_twice(tmp_path: Path) -> None:
    for name, port in zip("abc", ("Bergen", "Bodin", "Vardo"), strict=True):
        put(tmp_path, f"{name}.txt", f"Harbour Law Adopted\n\nThe Assembly calls on all states to open {port}.\n")
        added(tmp_path, f"{name}.txt")
    names = sorted(path.name for path in (tmp_path / "corpus").glob("*.txt"))
    assert names == ["harbour-law-adopted-2.txt", "harbour-law-adopted-3.txt", "harbour-law-adopted.txt"]
    assert "already, as harbour-law-adopted-2.txt" in refused(tmp_path, "b.txt")


def test_a_folder_is_added_with_all_its_documents_but_the_bad_ones(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt")
    put(tmp_path, "in/b.txt", b"")
    put(tmp_path, "in/c.txt", "Norway will send a ship to Chile in the spring of next year, the Minister said.")
    with pytest.raises(CommuniqueError, match=r"b\.txt holds no text"):
        added(tmp_path, "in")
    assert len(list((tmp_path / "corpus").glob("*.txt"))) == 2


def test_what_is_given_and_what_is_inferred_are_told_apart(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "---\nissuer: Embassy of Norway\n---\n" + STATEMENT)
    (one,) = added(tmp_path, "a.txt")
    assert "  issuer: Embassy of Norway\n" in one.message
    assert "  parties: CHL, NOR (inferred)\n" in one.message


def test_several_files_are_added_and_each_refusal_is_a_line(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt", b"")
    put(tmp_path, "c.txt", OTHER)
    lines_ = refused(tmp_path, "a.txt", "b.txt", "missing.txt", f"{'n' * 300}.txt", "c.txt").splitlines()
    assert len(lines_) == 3
    assert "b.txt holds no text" in "".join(lines_)
    assert "missing.txt is no file" in "".join(lines_)
    assert len(corpus_files(tmp_path)) == 4


def test_an_archive_is_taken_apart_into_documents_of_their_own(tmp_path: Path) -> None:
    members = [
        ("x/a.txt", STATEMENT),
        ("x/a.meta.yaml", "url: https://example.org/a\n"),
        ("../../../evil.txt", OTHER),
        ("rows.jsonl", lines({"text": OTHER, "title": "On a Ship", "date": "2024-06-01"})),
    ]
    put(tmp_path, "press.zip", zipped(*members))
    assert "evil.txt" in refused(tmp_path, "press.zip")
    assert corpus_files(tmp_path) == [
        "2024-05-03-joint-statement-by-norway-and-chile-on-lighthouses.meta.yaml",
        "2024-05-03-joint-statement-by-norway-and-chile-on-lighthouses.txt",
        "2024-06-01-on-a-ship.meta.yaml",
        "2024-06-01-on-a-ship.txt",
    ]
    metadata = [yaml.safe_load((tmp_path / "corpus" / name).read_text()) for name in corpus_files(tmp_path)[::2]]
    assert metadata[0]["url"] == "https://example.org/a"
    assert metadata[1]["title"] == "On a Ship"
    assert not list(tmp_path.rglob("evil*"))


def test_a_table_is_copied_whole_and_its_bad_rows_are_named(tmp_path: Path) -> None:
    table = lines(
        {"text": OTHER, "date": "2024-06-01"}, {"text": OTHER}, {"text": ""}, {"text": OTHER, "language": "Elvish"}
    )
    put(tmp_path, "My Year (2024).jsonl", table)
    files = add([tmp_path / "My Year (2024).jsonl"], tmp_path / "corpus", KNOWLEDGE)
    one = next(files)
    assert isinstance(one, AddedTable)
    assert (one.file.name, one.rows, one.given["date"]) == ("my-year-2024.jsonl", 2, 1)
    assert one.file.read_text() == table
    with pytest.raises(CommuniqueError, match=r"#3 has no text.*\n.*#4: language is 'Elvish'"):
        next(files)
    assert "in the corpus already" in refused(tmp_path, "My Year (2024).jsonl")


def test_a_document_in_another_language_is_kept_and_said_to_be(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", FRENCH * 3)
    (one,) = added(tmp_path, "a.txt")
    assert one.file.is_file()
    assert "language: French; it is kept and listed, but only English is processed" in one.message


def test_a_name_that_another_folder_or_format_of_the_corpus_has_is_taken(tmp_path: Path) -> None:
    put(tmp_path, "corpus/old/2024-05-03-joint-statement-by-norway-and-chile-on-lighthouses.md", OTHER)
    put(tmp_path, "a.txt")
    (one,) = added(tmp_path, "a.txt")
    assert one.file.name == "2024-05-03-joint-statement-by-norway-and-chile-on-lighthouses-2.txt"


def test_names_of_files_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "two words.txt", "it's.txt"):
        put(tmp_path, name)
    assert named("two words.txt") == [Path("two words.txt")]
    assert named("a.txt b.txt") == [Path("a.txt"), Path("b.txt")]
    assert named("'two words.txt' a.txt \"it's.txt\"") == [Path("two words.txt"), Path("a.txt"), Path("it's.txt")]
    assert named("?.txt missing.txt") == [Path("a.txt"), Path("b.txt"), Path("missing.txt")]
    with pytest.raises(CommuniqueError, match="between double quotes"):
        named("it's.txt a.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a.txt").chmod(0)
    assert "permissions" in refused(tmp_path, "a.txt")


def test_a_bar_is_shown_on_a_terminal_and_what_was_added_goes_where_it_should(tmp_path: Path) -> None:
    put(tmp_path, "in/a.txt")
    put(tmp_path, "in/b.txt", OTHER)
    command = [sys.executable, "-m", "pipeline.cli", "add", str(tmp_path / "in"), "--corpus"]
    outer, inner = pty.openpty()
    shown = subprocess.run([*command, str(tmp_path / "one")], stdout=subprocess.PIPE, stderr=inner, check=True)
    os.close(inner)
    with os.fdopen(outer, "rb", buffering=0) as terminal:
        assert b"adding" in terminal.read(10_000)
    piped = subprocess.run([*command, str(tmp_path / "two")], capture_output=True, check=True)
    assert piped.stderr == b""
    assert shown.stdout.count(b"Added ") == piped.stdout.count(b"Added ") == 2
