"""The documents' code runs, their commands exist, their links lead somewhere, the index of knowledge is complete."""

import contextlib
import csv
import io
import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
import typer
import typer.core
import typer.main
import yaml

from pipeline import __version__
from pipeline.cli import app
from pipeline.dictionary import markdown
from tests.docs.blocks import DOCUMENTS, KNOWLEDGE, ROOT, CodeBlock, all_blocks, anchors, blocks, links

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PYTHON_DOCUMENTS = [path for path in DOCUMENTS if any(block.language == "python" for block in blocks(path))]
COMMANDS = [(block, line) for block in all_blocks("sh") for line in block.code.splitlines() if line.strip()]
ELSEWHERE = {"mkdir", "cp"}
"""Programs of the system that the documents use; every other command has to be one of ours."""

MARKS = {"files", "folder", "needs en_core_web_sm"}
"""Blocks that are only compiled: for a setting or model that is not here, or because a test of their own runs them."""


def code_of(path: Path) -> list[CodeBlock]:
    return [block for block in blocks(path) if block.language == "python"]


def expected(code: str) -> str:
    """What a block says that it prints: its comments that stand at the beginning of a line."""
    return "".join(f"{line[2:]}\n" for line in code.splitlines() if line.startswith("# "))


def test_there_is_something_to_test() -> None:
    assert len(DOCUMENTS) >= 9
    assert len(all_blocks("python")) >= 8
    assert sum(bool(expected(block.code)) for block in all_blocks("python") if not block.mark) >= 4
    assert len(COMMANDS) >= 25
    assert {block.mark for block in all_blocks("python")} - {""} <= MARKS


@pytest.mark.parametrize("path", PYTHON_DOCUMENTS, ids=lambda path: path.name)
def test_python_blocks_print_what_they_say(path: Path) -> None:
    """The blocks of a document share their names, as in a session; a marked block is only compiled."""
    names: dict[str, Any] = {"__name__": "document"}
    for block in code_of(path):
        compiled = compile(block.code, str(block), "exec")
        if block.mark:
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compiled, names)
        assert printed.getvalue() == expected(block.code), str(block)


def test_the_tables_are_read_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = (b for b in all_blocks("python") if b.mark == "files")
    outputs = tmp_path / "outputs"
    (outputs / "text").mkdir(parents=True)
    (outputs / "text" / "talks.txt").write_text("Norway will open ports.", encoding="utf-8")
    row = {"doc_id": "talks", "action": "open ports", "action_start": "12", "action_end": "22", "actors": "CHL;NOR"}
    with (outputs / "commitments.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row.keys())
        writer.writeheader()
        writer.writerow(row)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(compile(block.code, str(block), "exec"), names)
    assert names["actors"] == ["CHL", "NOR"]


@pytest.mark.parametrize("block", [b for b in all_blocks("python") if b.mark == "folder"], ids=str)
def test_components_take_a_folder_of_knowledge(
    block: CodeBlock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "knowledge").mkdir()
    monkeypatch.chdir(tmp_path)
    nlp = spacy.blank("en")
    exec(compile(block.code, str(block), "exec"), {"nlp": nlp})
    assert all(component.knowledge.folder == Path("knowledge") for _, component in nlp.pipeline)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("block", "line"), COMMANDS, ids=lambda value: str(value))
def test_commands_exist_with_their_options(block: CodeBlock, line: str) -> None:
    program, *words = shlex.split(line)
    if program == "make":
        _check_make(words)
    elif program == ".venv/bin/communique":
        _check_communique(words)
    elif program == ".venv/bin/python":
        for word in words:
            assert not word.startswith("tests/") or (ROOT / word).exists(), f"{block}: {word}"
    else:
        assert program in ELSEWHERE, f"{block}: {program}"


def _check_make(words: list[str]) -> None:
    targets = {name for rule in re.findall(r"^([a-z][a-z -]*):", MAKEFILE, re.MULTILINE) for name in rule.split()}
    variables = set(re.findall(r"\$[({]+([A-Z]+)", MAKEFILE))
    assert words
    assert words[0] in targets, words[0]
    for word in words[1:]:
        assert word.partition("=")[0] in variables, word


def _check_communique(words: list[str]) -> None:
    command: Any = typer.main.get_command(app)
    while isinstance(command, typer.core.TyperGroup):
        assert words[0] in command.commands, words[0]
        command, words = command.commands[words[0]], words[1:]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_commands_inside_sentences_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for words in re.findall(r"`make ([^`]+)`", text):
        _check_make([word for word in shlex.split(words) if re.match(r"[a-z-]+$|[A-Z]+=", word)])


@pytest.mark.parametrize("path", [*DOCUMENTS, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for link in links(path):
        name, _, fragment = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert not fragment or fragment in anchors(target), link


def test_every_document_is_linked_from_another() -> None:
    linked = {(path.parent / link.partition("#")[0]).resolve() for path in DOCUMENTS for link in links(path)}
    assert linked.issuperset((ROOT / "docs").glob("*.md")), "a page that nobody finds"


def test_the_index_of_knowledge_names_every_file_and_no_other() -> None:
    index = (KNOWLEDGE / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| `([a-z_]+\.(?:csv|txt|toml))` \|", index, re.MULTILINE))
    there = {path.name for path in KNOWLEDGE.iterdir() if path.suffix in {".csv", ".txt", ".toml"}}
    assert len(there) > 30
    assert listed == there


def test_the_index_of_knowledge_shows_the_columns() -> None:
    index = (KNOWLEDGE / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `([a-z_]+\.csv)` \|.*\| `([^`]+)` \|$", index, re.MULTILINE))
    assert shown == {path.name: _header(path) for path in KNOWLEDGE.glob("*.csv")}


def _header(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line and not line.startswith("#"))


def test_rows_to_add_have_the_columns_of_a_knowledge_file() -> None:
    headers = {_header(path) for path in KNOWLEDGE.glob("*.csv")}
    examples = all_blocks("csv")
    assert len(examples) >= 4
    for block in examples:
        header, *rows = block.code.splitlines()
        assert header in headers, str(block)
        assert rows
        assert {len(row) for row in csv.reader(rows)} == {header.count(",") + 1}, str(block)


def test_settings_and_areas_in_toml_and_gold_in_json_are_well_formed() -> None:
    keys = tomllib.loads((KNOWLEDGE / "areas.toml").read_text(encoding="utf-8"))["area"][0].keys()
    areas = [tomllib.loads(block.code).get("area") for block in all_blocks("toml")]
    assert [area[0].keys() for area in areas if area] == [keys]
    (gold,) = (json.loads(block.code) for block in all_blocks("json"))
    for sentence in gold["sentences"]:
        (commitment,) = sentence["commitments"]
        for part in (commitment["cue"], commitment["action"], *sentence["entities"]):
            assert gold["text"][part["start"] : part["end"]] == part["text"]


def test_the_guidelines_name_the_areas_of_the_knowledge() -> None:
    text = (ROOT / "docs" / "guidelines.md").read_text(encoding="utf-8")
    section = text[text.index("## 4.") : text.index("## 5.")]
    areas = tomllib.loads((KNOWLEDGE / "areas.toml").read_text(encoding="utf-8"))["area"]
    assert re.findall(r"^\| ([a-z_]+) \|", section, re.MULTILINE)[1:] == [area["key"] for area in areas]


def test_the_data_dictionary_is_that_of_the_records() -> None:
    assert "\n".join(markdown()).strip() in (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")


def test_the_citation_names_the_version_of_the_project() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["cff-version"] == "1.2.0"
    assert __version__ == project["version"]
    assert (citation["version"], citation["license"]) == (project["version"], project["license"])
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
