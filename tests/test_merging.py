"""The results of several runs as those of one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.catalogue import FILES
from pipeline.cli import app
from pipeline.console import Console
from pipeline.database import FILE
from pipeline.errors import CommuniqueError
from pipeline.job import working
from pipeline.merging import merge
from pipeline.run import run_all
from pipeline.settings import Settings

SAID = """Joint Statement by Norway and Chile on Lighthouses

Oslo, {day} May {year}

1. Norway will restore the lighthouses of the north by 2035.

2. Chile will provide {sum} million euros for the work.
"""
DOCUMENTS = {"first": (2, 2030, 20), "second": (3, 2031, 30), "third": (4, 2032, 30), "fourth": (5, 2033, 40)}


def run_over(folder: Path, *names: str) -> Settings:
    settings = Settings(corpus=folder / "corpus", outputs=folder / "outputs", encoder="none", workers=1)
    settings.corpus.mkdir(parents=True)
    for name in names:
        day, year, amount = DOCUMENTS[name]
        (settings.corpus / f"{name}.txt").write_text(SAID.format(day=day, year=year, sum=amount), encoding="utf-8")
    with working(settings, Console()) as run:
        run_all(run)
    return settings


def tables(outputs: Path) -> dict[str, bytes]:
    return {table.file: (outputs / table.file).read_bytes() for table in FILES}


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Settings]:
    folder = tmp_path_factory.mktemp("halves")
    return run_over(folder / "a", "first", "third"), run_over(folder / "b", "second", "fourth", "third")


def merged(into: Path, *parts: Settings) -> Settings:
    settings = Settings(outputs=into, encoder="none", workers=1)
    merge([part.outputs for part in parts], settings, Console())
    return settings


def test_two_halves_are_the_whole_and_what_both_have_is_taken_once(
    halves: tuple[Settings, Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = run_over(tmp_path / "whole", *DOCUMENTS)
    assert tables(merged(tmp_path / "both", *halves).outputs) == tables(whole.outputs)
    assert "2 documents of" in (said := capsys.readouterr().err)
    assert "1 known already" in said
    assert b"first" in tables(whole.outputs)["tracking.csv"]


def test_of_two_states_of_a_document_that_of_the_first_record_counts_and_it_is_said(
    halves: tuple[Settings, Settings], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = run_over(tmp_path / "changed", "first")
    (first.corpus / "third.txt").write_text(SAID.format(day=4, year=2032, sum=99), encoding="utf-8")
    with working(first, Console()) as run:
        run_all(run)
    capsys.readouterr()
    both = merged(tmp_path / "both", first, halves[1])
    assert "has 1 documents in another state than a record before it, which counts: third" in capsys.readouterr().err
    assert b"99 million euros" in tables(both.outputs)["commitments.csv"]


def test_records_of_other_settings_or_versions_and_what_is_no_record_are_refused(
    halves: tuple[Settings, Settings], tmp_path: Path
) -> None:
    files = [half.outputs for half in halves]
    with pytest.raises(CommuniqueError, match="other models, knowledge or settings"):
        merge(files, Settings(outputs=tmp_path / "x"), Console())
    older = tmp_path / "older.sqlite"
    older.write_bytes((files[0] / FILE).read_bytes())
    with closing(sqlite3.connect(older)) as db:
        db.execute("PRAGMA user_version = 1")
    with pytest.raises(CommuniqueError, match=r"older\.sqlite is no record of this version"):
        merge([older, files[1]], Settings(outputs=tmp_path / "y", encoder="none"), Console())
    with pytest.raises(CommuniqueError, match="is not there"):
        merge([tmp_path / "nowhere.sqlite"], Settings(outputs=tmp_path / "z", encoder="none"), Console())
    with pytest.raises(CommuniqueError, match="exists already"):
        merge(files, halves[0], Console())
    done = CliRunner().invoke(app, ["merge", str(files[0])])
    assert "two records or more" in str(done.exception)
