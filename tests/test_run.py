"""The main job from corpus to report, as a user meets it."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from pipeline import __version__
from pipeline.catalogue import FILES
from pipeline.cli import app
from pipeline.console import Console
from pipeline.job import start
from pipeline.published import published
from pipeline.publishing import run_report
from pipeline.records import Skipped
from pipeline.settings import Settings
from pipeline.store import Store
from tests.staged import shipped_pipeline

ROOT = Path(__file__).parent.parent
Command = Callable[..., Any]
"""Runs a command with its arguments; the result has its exit code and what it wrote."""
STATEMENT = """Joint Statement by Norway and Chile on Lighthouses

Oslo, {day} May 2024

The Foreign Ministers of Norway and Chile met in Oslo. They agreed to restore {n} lighthouses by the end of 2030.

1. Norway will provide 20 million euros for the work.

2. The Ministers called on all seafaring nations to join the effort.
"""


def communique(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command in this process, with the pipeline that all tests share, where the process is not on trial."""
    shared = shipped_pipeline()
    monkeypatch.setattr("pipeline.engine.loading.tagging_pipeline", lambda models: shared)

    def invoke(*arguments: str | Path) -> Any:
        return CliRunner().invoke(app, list(map(str, arguments)))

    return invoke


def write_corpus(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(1, count + 1):
        (folder / f"2024-05-{n:02}-lighthouses.txt").write_text(STATEMENT.format(day=n, n=n + 3), encoding="utf-8")
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def contents(outputs: Path) -> dict[str, bytes]:
    """Every file but the store, whose pages depend on the order of writing."""
    files = (p for p in outputs.rglob("*") if p.is_file() and p.suffix != ".sqlite")
    return {p.relative_to(outputs).as_posix(): p.read_bytes() for p in files}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Outputs of a run over three statements."""
    folder = tmp_path_factory.mktemp("run")
    write_corpus(folder / "corpus", 3)
    result = communique("run", "--corpus", folder / "corpus", "--outputs", folder / "outputs")
    assert result.returncode == 0, result.stderr
    return folder / "outputs"


def test_tables_have_the_columns_of_the_contract(done: Path) -> None:
    for table in FILES:
        header = (done / table.file).read_text(encoding="utf-8").split("\n", 1)[0]
        assert header == ",".join(table.columns), table.name


def test_every_row_quotes_the_cleaned_text_to_the_letter(done: Path) -> None:
    texts = {
        row["doc_id"]: (done / row["text_path"]).read_bytes().decode("utf-8") for row in rows(done / "documents.csv")
    }
    quoted = [(r, "start", "end", "text") for name in ("sentences", "entities") for r in rows(done / f"{name}.csv")]
    for part in ("cue", "action", "deadline", "amount"):
        quoted += [(r, f"{part}_start", f"{part}_end", part) for r in rows(done / "commitments.csv") if r[part]]
    assert quoted
    for row, first, last, text in quoted:
        assert texts[row["doc_id"]][int(row[first]) : int(row[last])] == row[text]


def test_the_ledger_says_who_promised_what_until_when(done: Path) -> None:
    first = [row for row in rows(done / "commitments.csv") if row["doc_id"] == "2024-05-01-lighthouses"]
    assert [(r["actors"], r["action"], r["deadline_date"], r["amount_value"], r["amount_currency"]) for r in first] == [
        ("CHL;NOR", "to restore 4 lighthouses by the end of 2030", "2030-12-31", "4", ""),
        ("NOR", "provide 20 million euros for the work", "", "20000000", "EUR"),
    ]


@pytest.fixture(scope="module")
def again(done: Path) -> tuple[subprocess.CompletedProcess[str], bool]:
    """A second run over the three statements, and whether it left the bytes of the first."""
    before = contents(done)
    result = communique("run", "--corpus", done.parent / "corpus", "--outputs", done)
    return result, contents(done) == before


def test_a_second_run_does_no_language_work_and_leaves_the_same_bytes(
    again: tuple[subprocess.CompletedProcess[str], bool],
) -> None:
    result, same = again
    assert "no language work to do" in result.stderr
    assert "report: nothing changed" in result.stderr
    assert same


def test_a_report_is_written_again_where_a_file_of_it_is_gone_or_another(shipped_outputs: Path, tmp_path: Path) -> None:
    shutil.copytree(shipped_outputs, tmp_path / "outputs")
    settings = Settings(outputs=tmp_path / "outputs", workers=1)
    table, page = settings.outputs / "commitments.csv", settings.outputs / "report.html"
    with Store(settings.outputs) as store:
        now = start(settings, store, Console())

        def state() -> str:
            return published(settings, now.knowledge, store, now.marks.track)

        run_report(now)
        assert store.about()["report"] == state()
        before = table.read_bytes()
        table.write_bytes(before + b" ")
        assert store.about()["report"] != state()
        run_report(now)
        assert (table.read_bytes(), store.about()["report"]) == (before, state())
        page.unlink()
        assert store.about()["report"] != state()
        run_report(now)
        store.put_skipped([Skipped("a.bin", "is no text")], "ingest")
        assert store.about()["report"] != state()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_bytes_do_not_depend_on_processes_hash_seed_or_locale(done: Path, tmp_path: Path, workers: str) -> None:
    corpus = done.parent / "corpus"
    locale = {"LC_ALL": "C", "PYTHONUTF8": "0"} if workers == "1" else {"LC_ALL": "C.UTF-8"}
    environment = {"PYTHONHASHSEED": workers, "TZ": "Asia/Tokyo", **locale}
    result = communique("run", "--corpus", corpus, "--outputs", tmp_path, "--workers", workers, **environment)
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path) == contents(done)


def test_only_an_added_document_is_processed_and_a_removed_one_vanishes(here: Command, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 2)
    outputs = tmp_path / "outputs"
    here("run", "--corpus", corpus, "--outputs", outputs)
    (corpus / "2024-06-01-ferries.txt").write_text(
        "Chile will buy two ferries from Norway this year.", encoding="utf-8"
    )
    (corpus / "2024-05-02-lighthouses.txt").unlink()
    result = here("run", "--corpus", corpus, "--outputs", outputs)
    assert "2 files, 1 read, 1 unchanged, 1 removed" in result.stderr
    assert "tag: 1 documents" in result.stderr
    assert [row["doc_id"] for row in rows(outputs / "documents.csv")] == [
        "2024-05-01-lighthouses",
        "2024-06-01-ferries",
    ]
    assert not (outputs / "text" / "2024-05-02-lighthouses.txt").exists()


def test_the_report_says_what_changed_and_goes_on_saying_it_until_something_else_does(
    here: Command, tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    outputs = tmp_path / "outputs"
    here("run", "--corpus", corpus, "--outputs", outputs)
    assert rows(outputs / "summary" / "changes.csv") == []
    assert "Since the report before" not in (outputs / "report.html").read_text(encoding="utf-8")
    (corpus / "2024-06-01-ferries.txt").write_text("Chile will buy two ferries from Norway.", encoding="utf-8")
    here("run", "--corpus", corpus, "--outputs", outputs)
    assert [(r["change"], r["what"], r["wording"]) for r in rows(outputs / "summary" / "changes.csv")] == [
        ("new", "document", "Ferries"),
        ("new", "commitment", "buy two ferries from Norway"),
    ]
    assert "1 new document" in (outputs / "report.html").read_text(encoding="utf-8")
    before = contents(outputs)
    here("run", "--corpus", corpus, "--outputs", outputs)
    here("report", "--outputs", outputs)
    assert contents(outputs) == before


@pytest.mark.parametrize("after", ["read", "tagged", "ingest:"])
def test_a_killed_run_is_continued_with_the_same_result(here: Command, done: Path, tmp_path: Path, after: str) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "run", "-v", "--workers", "1"]
    folders = ["--corpus", str(done.parent / "corpus"), "--outputs", str(tmp_path)]
    with subprocess.Popen([*command, *folders], cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for line in process.stderr:
            if line.startswith(after):
                process.kill()
                break
        assert process.wait() == -signal.SIGKILL
    assert not (tmp_path / "report.html").exists()
    assert here("run", *folders).exit_code == 0
    assert contents(tmp_path) == contents(done)


def test_bad_files_are_listed_with_a_reason_and_the_rest_is_processed(here: Command, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    (corpus / "empty.txt").write_bytes(b"")
    (corpus / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (corpus / "huge.txt").write_bytes(b"The sides will meet again. " * 2_000_000)
    (corpus / "german.txt").write_text(
        "Die Bundesregierung und die norwegische Regierung haben vereinbart, die Leuchttürme gemeinsam zu erneuern. "
        "Sie werden dafür im nächsten Jahr zehn Millionen Euro bereitstellen.",
        encoding="utf-8",
    )
    (corpus / "deck.pptx").write_bytes(b"PK\x03\x04 slides")
    outputs = tmp_path / "outputs"
    result = here("run", "--corpus", corpus, "--outputs", outputs)
    assert result.exit_code == 0, result.stderr
    assert "Traceback" not in result.stderr
    reasons = {row["source"]: row["reason"] for row in rows(outputs / "summary" / "not_processed.csv")}
    assert set(reasons) == {"empty.txt", "picture.txt", "huge.txt", "german.txt", "deck.pptx"}
    assert "German" in reasons["german.txt"]
    assert len(rows(outputs / "documents.csv")) == 1
    page = (outputs / "report.html").read_text(encoding="utf-8")
    for source in reasons:
        assert source in page


def test_only_rows_and_members_that_changed_are_read_again(here: Command, tmp_path: Path) -> None:
    corpus, outputs = tmp_path / "corpus", tmp_path / "outputs"
    corpus.mkdir()

    def write(last: str) -> None:
        texts = ("Norway will send a ship to Chile.", "Chile will build two ferries.", last)
        table = "".join(json.dumps({"text": text}) + "\n" for text in texts)
        (corpus / "year.jsonl").write_text(table, encoding="utf-8")
        with zipfile.ZipFile(corpus / "press.zip", "w") as archive:
            archive.writestr("old.txt", texts[0])
            archive.writestr("new.txt", last)
            archive.writestr("../evil.txt", "Norway will do evil.")

    write("The Ministers met.")
    first = here("ingest", "--corpus", corpus, "--outputs", outputs)
    write("Norway will paint the bridge.")
    second = here("run", "--corpus", corpus, "--outputs", outputs)
    assert "2 files, 5 read, 0 unchanged, 0 removed, 1 not processed" in first.stderr
    assert "2 files, 2 read, 3 unchanged, 0 removed, 1 not processed" in second.stderr
    assert [(row["doc_id"], row["source"]) for row in rows(outputs / "documents.csv")] == [
        ("new", "press.zip/new.txt"),
        ("old", "press.zip/old.txt"),
        ("year-00001", "year.jsonl#1"),
        ("year-00002", "year.jsonl#2"),
        ("year-00003", "year.jsonl#3"),
    ]
    assert not list(tmp_path.rglob("evil*"))


def test_the_check_of_the_corpus_fails_on_problems_only(here: Command, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 2)
    good = here("corpus", "--check", "--corpus", corpus)
    assert (good.exit_code, good.stdout) == (0, "")
    assert "2 documents, 2 with gaps" in good.stderr
    (corpus / "empty.txt").write_bytes(b"")
    bad = here("corpus", "--check", "--corpus", corpus)
    assert bad.exit_code == 1
    assert "empty.txt holds no text" in bad.stderr
    listing = list(csv.DictReader(here("corpus", "--corpus", corpus).stdout.splitlines()))
    assert [row["source"] for row in listing if row["problem"]] == ["empty.txt"]


def test_adding_several_files_names_each_refusal_and_ends_with_2(tmp_path: Path) -> None:
    source = write_corpus(tmp_path / "my press", 2)
    (source / "empty.txt").write_bytes(b"")
    named = " ".join(f"'{path}'" for path in sorted(source.iterdir()))
    result = communique("add", "--named", named, "--corpus", tmp_path / "corpus")
    assert result.returncode == 2
    assert result.stderr == "communique: empty.txt holds no text: take it out of the corpus, or put its text in.\n"
    assert result.stdout.count("Added ") == 2
    assert len(list((tmp_path / "corpus").glob("*.txt"))) == 2


def test_an_empty_corpus_ends_in_a_clear_sentence(here: Command, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    result = here("run", "--corpus", tmp_path / "corpus", "--outputs", tmp_path / "outputs")
    assert result.exit_code == 0, result.stderr
    assert "no documents" in result.stderr
    assert "no documents" in (tmp_path / "outputs" / "report.html").read_text(encoding="utf-8").lower()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "--corpus", "/no/such/folder"], "does not exist"),
        (["run", "--language-model", "no_such_model"], "cannot be loaded"),
        (["evaluate", "--gold", "/no/such/gold.jsonl"], "cannot be read"),
        (["add", "/no/such/file.txt"], "file.txt"),
    ],
)
def test_mistakes_end_in_one_sentence_and_exit_code_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    if arguments[0] == "run":
        arguments = [*arguments, "--outputs", str(tmp_path)]
    result = communique(*arguments)
    assert result.returncode == 2
    *before, last = result.stderr.strip().splitlines()
    assert last.startswith("communique: ")
    assert says in last
    assert not any("Traceback" in line for line in before)


def test_a_mistake_in_a_knowledge_file_ends_the_run_with_its_line(tmp_path: Path) -> None:
    own = tmp_path / "knowledge"
    own.mkdir()
    (own / "collectives.csv").write_text("noun,kind\nLeader,parties\n", encoding="utf-8")
    result = communique("run", "--corpus", ROOT / "corpus", "--outputs", tmp_path / "outputs", "--knowledge", own)
    assert result.returncode == 2
    assert "collectives.csv, line 2: " in result.stderr
    assert "write the noun in lower case" in result.stderr
    assert "Traceback" not in result.stderr


COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
GROUPS = {name: list(command.commands) for name, command in COMMANDS.items() if hasattr(command, "commands")}
DOCUMENTS = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_a_make_target_and_a_place_in_the_documents(command: str) -> None:
    runner = CliRunner()
    for words in [[command], *([command, part] for part in GROUPS.get(command, ()))]:
        result = runner.invoke(app, [*words, "--help"])
        assert result.exit_code == 0
        assert "Usage:" in result.stdout
    for target in [f"{command}-{part}" for part in GROUPS.get(command, ())] or [command]:
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert re.search(rf"^{target}:[^=\n]* ##[sdm]? .", makefile, re.MULTILINE), target
        assert f"make {target}" in DOCUMENTS, target


def test_the_version_is_said_and_stands_in_the_results(done: Path) -> None:
    assert communique("--version").stdout == f"communique {__version__}\n"
    package = json.loads((done / "datapackage.json").read_text(encoding="utf-8"))
    assert package["generator"] == f"Communiqué {__version__}"
    assert f"Made by Communiqué {__version__}." in (done / "report.html").read_text(encoding="utf-8")
    with Store(done) as store:
        assert store.about()["communique"] == __version__


def test_the_types_are_for_those_who_import_the_package() -> None:
    assert (ROOT / "pipeline" / "py.typed").is_file()


def test_quiet_in_a_pipe(again: tuple[subprocess.CompletedProcess[str], bool]) -> None:
    result, _ = again
    assert result.stdout == ""
    assert "\r" not in result.stderr
    assert "\x1b" not in result.stderr


def test_the_reason_for_each_commitment_is_kept_in_the_store(done: Path) -> None:
    import sqlite3

    with sqlite3.connect(done / "communique.sqlite") as db:
        reasons = [row[0] for row in db.execute("SELECT reason FROM commitments")]
        parties = json.loads(db.execute("SELECT parties FROM documents").fetchone()[0])
    assert reasons
    assert all(reasons)
    assert parties == ["CHL", "NOR"]


def test_a_report_says_when_results_are_older_than_the_knowledge(
    shipped_outputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(shipped_outputs, tmp_path / "outputs")
    settings = Settings(outputs=tmp_path / "outputs", workers=1)
    with Store(settings.outputs) as store:
        now = start(settings, store, Console())
        run_report(now)
        assert "stale" not in capsys.readouterr().err
        for changed in (replace(now.marks, tag="other"), replace(now.marks, classify="other")):
            run_report(replace(now, marks=changed))
            assert "the results of 1 of 1 documents are stale" in capsys.readouterr().err
