"""The code runs on Linux, macOS and Windows: what only one of them has is asked for with care."""

import ast
import io
from pathlib import Path

import pytest

from pipeline.console import unbreakable
from tests.test_safety import PACKAGE, calls

ELSEWHERE_MISSING = {"fcntl", "resource", "pwd", "grp", "termios", "tty", "posix", "syslog", "multiprocessing"}
"""Modules that Windows lacks, and the one whose way of starting processes differs between systems."""
WITH_CARE = {
    "os.sched_getaffinity",
    "os.fork",
    "os.kill",
    "os.killpg",
    "os.getuid",
    "os.geteuid",
    "os.mkfifo",
    "os.chown",
}
CLOCK = {"time.time", "date.today", "datetime.now", "datetime.today", "datetime.datetime.now", "datetime.date.today"}


def test_nothing_is_imported_that_a_system_lacks() -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found = {name.split(".")[0] for name in names} & ELSEWHERE_MISSING
            assert not found or "training" in path.parts, (path, found)


def test_what_only_some_systems_have_is_called_in_one_place_that_knows_it_may_be_missing() -> None:
    assert {(place, name) for place, name, _ in calls() if name in WITH_CARE} == {
        ("engine/engines.py", "os.sched_getaffinity")
    }


def test_text_files_are_opened_in_utf8_and_written_with_line_feeds() -> None:
    for place, name, node in calls():
        how = {keyword.arg for keyword in node.keywords}
        mode = ast.unparse(node.args[0]).strip("'") if node.args else ""
        if name.endswith((".read_text", ".write_text")):
            assert "encoding" in how or node.args, (place, ast.unparse(node))
        if name == "open" or (name.endswith(".open") and mode[:1] in ("r", "w", "a") and "b" not in mode):
            assert "encoding" in how, (place, ast.unparse(node))
        if name.endswith(".write_text") or (name.endswith(".open") and mode[:1] in ("w", "a") and "b" not in mode):
            assert "newline" in how, (place, ast.unparse(node))


def test_results_do_not_come_from_the_clock() -> None:
    """The one use: the day on which a page was fetched, as its provenance. Runs decades apart give the same bytes."""
    assert {place for place, name, _ in calls() if name in CLOCK} <= {"ingest/fetch/adding.py"}
    stamps = {place for place, name, _ in calls() if name.endswith((".st_mtime", "getmtime"))}
    assert stamps == set()


def test_a_pipe_of_few_letters_takes_every_text() -> None:
    held = io.BytesIO()
    pipe = io.TextIOWrapper(held, encoding="cp1252", newline="\n")
    unbreakable(pipe)
    print("Dvořák in Łódź, 5 € and “so on”", file=pipe, flush=True)
    assert held.getvalue() == "Dvo\\u0159ák in \\u0141ód\\u017a, 5 € and “so on”\n".encode("cp1252")


@pytest.mark.parametrize("name", ["statement.txt", "year.csv"])
def test_windows_line_ends_and_marks_are_read_as_the_same_text(name: str, tmp_path: Path) -> None:
    from pipeline.ingest.corpus.folder import find
    from pipeline.ingest.stage import Ingested, ingest
    from tests.shipped import KNOWLEDGE

    texts = []
    plain = (
        "text,title\nNorway will open a port.,Talks\n"
        if name.endswith("csv")
        else "Talks\n\nNorway will open a port.\n"
    )
    for folder, content in (("unix", plain.encode()), ("windows", plain.replace("\n", "\r\n").encode("utf-8-sig"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(content)
        (read,) = ingest(find(tmp_path / folder)[0], 1_000_000, KNOWLEDGE)
        assert isinstance(read, Ingested)
        texts.append((read.document.text, read.document.title, read.document.blocks))
    assert texts[0] == texts[1]
