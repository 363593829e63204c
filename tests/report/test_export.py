"""The tables in other forms."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.catalogue import FINDINGS, TABLES, TRACKED
from pipeline.cli import app
from pipeline.errors import CommuniqueError
from pipeline.records import Commitment, columns
from pipeline.report.datapackage import write_datapackage
from pipeline.report.export import FORMS, export, left_out
from pipeline.report.stage import Results, report
from tests.records import TEXT, analysis, classified
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize("form", list(FORMS))
def test_every_form_writes_what_it_lists_twice_alike(tmp_path: Path, form: str) -> None:
    if form.startswith("parquet"):
        pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'communique[export]'")
    first = {
        path.name: path.read_bytes()
        for path in export([analysis("a"), analysis("b")], form, tmp_path / "one", KNOWLEDGE)
    }
    again = {
        path.name: path.read_bytes()
        for path in export([analysis("a"), analysis("b")], form, tmp_path / "two", KNOWLEDGE)
    }
    assert first
    linked = {table.name for table in TRACKED}  # nothing is said twice here, and JSON lines without a row are empty
    assert all(content for name, content in first.items() if name.partition(".")[0] not in linked)
    assert first == again


def test_an_unknown_form_is_named_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match=r"'docx'.*csv, jsonl, parquet"):
        export([], "docx", tmp_path, KNOWLEDGE)


@pytest.mark.parametrize("form", ["label-studio", "doccano"])
def test_a_document_whose_marks_do_not_fit_is_left_out_and_named(tmp_path: Path, form: str) -> None:
    good, odd = analysis("good"), analysis("odd")
    crossing = replace(odd.entities[0], start=0, end=len(odd.document.text))
    both = [replace(odd, entities=(crossing,)), good]
    path, _ = export(both, form, tmp_path, KNOWLEDGE)
    written = path.read_text(encoding="utf-8")
    assert '"good"' in written
    assert '"odd"' not in written
    (reason,) = left_out(both, form)
    assert reason.startswith("odd is left out (the entity ")
    assert left_out(both, "csv") == []


def test_json_lines_keep_lists_dates_and_nothing(tmp_path: Path) -> None:
    export([analysis()], "jsonl", tmp_path, KNOWLEDGE)
    (row,) = [json.loads(line) for line in (tmp_path / "commitments.jsonl").read_text(encoding="utf-8").splitlines()]
    assert tuple(row) == columns(Commitment)
    assert (row["actors"], row["deadline_date"], row["amount_value"], row["negated"]) == (
        ["CHL", "NOR"],
        "2035-12-31",
        None,
        False,
    )


def test_parquet_keeps_lists(tmp_path: Path) -> None:
    parquet = pytest.importorskip(
        "pyarrow.parquet", reason="pyarrow is not installed: pip install 'communique[export]'"
    )
    export([analysis()], "parquet", tmp_path, KNOWLEDGE)
    (row,) = parquet.read_table(tmp_path / "commitments.parquet").to_pylist()
    assert row["actors"] == ["CHL", "NOR"]
    assert row["action"] == "build a bridge by 2035"


def test_parquet_by_year_is_one_table_to_those_who_read_it(tmp_path: Path) -> None:
    parquet = pytest.importorskip(
        "pyarrow.parquet", reason="pyarrow is not installed: pip install 'communique[export]'"
    )
    undated = analysis("undated")
    undated = replace(undated, document=replace(undated.document, date=None))
    export([analysis("a"), analysis("b"), undated], "parquet-by-year", tmp_path, KNOWLEDGE)
    found = parquet.read_table(tmp_path / "commitments").to_pylist()
    assert sorted((row["doc_id"], row["year"]) for row in found) == [("a", 2031), ("b", 2031), ("undated", None)]
    export([analysis("a")], "parquet-by-year", tmp_path, KNOWLEDGE)
    assert parquet.read_table(tmp_path / "documents").column("doc_id").to_pylist() == ["a"]
    assert parquet.read_table(tmp_path / "tracking").num_rows == 0


def test_marks_for_annotation_tools_come_with_what_the_tools_need_to_show_them(tmp_path: Path) -> None:
    tasks, interface = export([classified(analysis(), "bridges")], "label-studio", tmp_path, KNOWLEDGE)
    assert [t["data"]["text"] for t in json.loads(tasks.read_text(encoding="utf-8"))] == [TEXT]
    assert '<Choice value="bridges"' in interface.read_text(encoding="utf-8")
    examples, labels = export([classified(analysis(), "bridges")], "doccano", tmp_path, KNOWLEDGE)
    assert [json.loads(line)["text"] for line in examples.read_text(encoding="utf-8").splitlines()] == [TEXT]
    assert "AREA1:bridges" in {label["text"] for label in json.loads(labels.read_text(encoding="utf-8"))}


def test_the_data_package_describes_every_column_and_names_the_sources(tmp_path: Path) -> None:
    made = analysis()
    report(
        Results([replace(made, document=replace(made.document, url="https://norland.example/bridge"))]),
        tmp_path,
        KNOWLEDGE,
    )
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["sources"] == [
        {
            "title": "Ministry of Bridges of Norway, Joint Statement, 2031-05-01",
            "path": "https://norland.example/bridge",
        }
    ]
    for resource in package["resources"]:
        names = tuple(field["name"] for field in resource["schema"]["fields"])
        assert names == TABLES[resource["name"]].columns
        assert (tmp_path / resource["path"]).is_file()


def test_without_a_form_the_command_names_them_all() -> None:
    done = CliRunner().invoke(app, ["export"])
    assert isinstance(done.exception, CommuniqueError)
    assert "csv, jsonl, parquet, parquet-by-year, xlsx, label-studio and doccano" in str(done.exception)


def test_without_results_the_command_says_what_to_do_and_writes_nothing(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", "csv", "--outputs", str(tmp_path / "none")])
    assert isinstance(done.exception, CommuniqueError)
    assert "There are no results in" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_a_source_of_which_nothing_is_known_is_cited_by_its_id(tmp_path: Path) -> None:
    made = analysis()
    bare = replace(made.document, title="", issuer="", date=None)
    write_datapackage([replace(made, document=bare)], FINDINGS, tmp_path / "datapackage.json")
    (source,) = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))["sources"]
    assert source == {"title": "2031-05-01-bridge"}
