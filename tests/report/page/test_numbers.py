"""Every number of the page is recomputed from the tables that lie beside it."""

import csv
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.report.stage import Results, report
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("numbers")
    report(Results(corpus(12, 20)), made, KNOWLEDGE)
    return made


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(folder: Path) -> str:
    """What the page says, without its style, script and data."""
    page = (folder / "report.html").read_text(encoding="utf-8")
    bare = re.sub(r"<(style|script|svg)\b.*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).replace("( ", "(")


def payload(folder: Path) -> Any:
    page = (folder / "report.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_overview_counts_what_the_tables_hold(folder: Path) -> None:
    documents, ledger = table(folder, "documents"), table(folder, "commitments")

    def of(**wanted: str) -> int:
        return sum(all(row[name] == value for name, value in wanted.items()) for row in ledger)

    total = sum(int(row["words"]) for row in documents)
    strengths = ", ".join(f"{of(strength=name)} {name}" for name in ("strong", "medium", "weak"))
    deadlines, sums = (sum(bool(row[name]) for row in ledger) for name in ("deadline", "amount"))
    for said in (
        f"Documents {len(documents)} {total:,} words, {len(table(folder, 'sentences'))} sentences",
        f"Commitments {len(ledger)} {strengths}",
        f"Announced {of(kind='new')} ",
        f"Reaffirmed {of(kind='continuing')} ",
        f"With a deadline {deadlines} {sum(bool(row['deadline_date']) for row in ledger)} with a day that can be told",
        f"With a sum or number {sums} of money or of things",
        f"Refusals {of(negated='true')} to do something no more, or not at all",
    ):
        assert said in words(folder)


def test_the_doubts_count_what_the_tables_hold(folder: Path) -> None:
    documents, ledger = table(folder, "documents"), table(folder, "commitments")
    uncertain = {row["sentence_id"] for row in table(folder, "sentences") if row["uncertain"] == "true"}
    confidence = [float(row["confidence"]) for row in ledger]
    for begin, count, whole in (
        ("doubtful:", sum(value < 0.5 for value in confidence), ledger),
        ("to be checked:", sum(0.5 <= value < 0.75 for value in confidence), ledger),
        ("could not be named:", sum(not row["actors"] for row in ledger), ledger),
        ("without a policy area:", sum(not row["areas"] for row in ledger), ledger),
        ("with an uncertain one:", sum(row["sentence_id"] in uncertain for row in ledger), ledger),
        ("no commitment was found:", sum(row["commitments"] == "0" for row in documents), documents),
        ("Documents without a date:", sum(not row["date"] for row in documents), documents),
    ):
        assert f"{begin} {count} ({count / len(whole):.0%})" in words(folder)


def test_the_data_of_the_script_are_the_tables(folder: Path) -> None:
    data = payload(folder)
    ids = [f"{about[0]}:{row[0]}" for about, _, _, rows in data["documents"] for row in rows]
    assert sorted(ids) == sorted(row["commitment_id"] for row in table(folder, "commitments"))
    lines = [
        (f"{about[0]}:{line[0]}", ";".join(data["acts"][n] for n in line[2]), ";".join(line[3]))
        for about, _, passages, _ in data["documents"]
        for _, _, found in passages
        for line in found
        if isinstance(line, list)
    ]
    expected = [(row["sentence_id"], row["acts"], row["areas"]) for row in table(folder, "sentences")]
    assert sorted(lines) == sorted(expected)
    counted = {about[0]: about[-3:] for about, *_ in data["documents"]}
    for row in table(folder, "documents"):
        assert counted[row["doc_id"]] == [int(row[name]) for name in ("words", "sentences", "commitments")]


def test_documents_that_may_have_been_read_wrongly_are_named(tmp_path: Path) -> None:
    first, *others = corpus(2, 2)
    doubted = replace(first, document=replace(first.document, doubtful=(*first.document.parties, "reading order")))
    report(Results([doubted, *others]), tmp_path, KNOWLEDGE)
    assert f"may have been read wrongly: {first.document.doc_id} (reading order)." in words(tmp_path)
