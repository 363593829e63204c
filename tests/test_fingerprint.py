"""What makes a stage stale: everything that its results depend on, and nothing else."""

import ast
import shutil
from importlib import metadata
from pathlib import Path

import pytest

from pipeline import fingerprint
from pipeline.fingerprint import BESIDE, Fingerprints, code, fingerprints, libraries
from pipeline.knowledge import Knowledge
from pipeline.settings import PACKAGE, Settings

STAGES = ("ingest", "tag", "classify", "track")
SPEECHLESS = {"__init__.py", "errors.py", "console.py", "settings.py", "version.py"}
"""Modules that stages import and whose words make no results; settings are counted by their values."""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's code, which the fingerprints are taken of."""
    package = tmp_path / "pipeline"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "model"))
    monkeypatch.setattr(fingerprint, "PACKAGE", package)
    return package


def now(outputs: Path) -> Fingerprints:
    return fingerprints(Settings(outputs=outputs), Knowledge())


def stale(before: Fingerprints, after: Fingerprints) -> set[str]:
    return {stage for stage in STAGES if getattr(before, stage) != getattr(after, stage)}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("ingest/formats/web/page.py", {"ingest"}),
        ("ingest/adding/listing.py", set()),
        ("ingest/fetch/feeds.py", set()),
        ("names/people.py", {"ingest", "tag", "track"}),
        ("names/words.py", {"ingest", "tag", "classify", "track"}),
        ("knowledge/reading.py", {"ingest", "tag", "classify", "track"}),
        ("records.py", {"ingest", "tag", "classify", "track"}),
        ("language/syntax.py", {"tag"}),
        ("tag/commitments/frames.py", {"tag"}),
        ("tag/explain.py", set()),
        ("classify/features.py", {"classify"}),
        ("classify/learning/review.py", set()),
        ("classify/learning/learn.py", set()),
        ("track/series.py", {"track"}),
        ("training/judge/fit.py", set()),
        ("gold/scoring.py", set()),
        ("report/summaries.py", set()),
        ("evaluate.py", set()),
    ],
)
def test_a_comment_makes_stale_what_rests_on_the_file(copy: Path, file: str, expected: set[str]) -> None:
    before = now(copy)
    with (copy / file).open("a", encoding="utf-8") as source:
        source.write("# a comment\n")
    assert stale(before, now(copy)) == expected


@pytest.mark.parametrize("library", ["pypdfium2", "trafilatura", "lxml", "python-docx", "pycountry", "spacy", "numpy"])
def test_another_version_of_a_library_makes_every_stage_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    before = now(tmp_path)
    installed = fingerprint.version
    monkeypatch.setattr(fingerprint, "version", lambda name: "99.0" if name == library else installed(name))
    assert stale(before, now(tmp_path)) == set(STAGES)


@pytest.mark.parametrize("library", ["spacy", "python-docx", "PyYAML"])
def test_the_version_of_a_library_is_that_which_is_installed(library: str) -> None:
    assert fingerprint.version(library) == metadata.version(library)


def test_libraries_of_extras_do_not_count() -> None:
    named = {line.split()[0] for line in libraries()}
    assert "spacy" in named
    assert not {"pytest", "datasette", "pyarrow"} & named


@pytest.mark.parametrize("stage", STAGES)
def test_everything_that_a_stage_imports_is_counted_and_nothing_beside_it(stage: str) -> None:
    reached = closure(PACKAGE / stage / "stage.py")
    counted = set(code(stage))
    assert len(reached) > 5
    assert {f for f in reached - counted if str(f.relative_to(PACKAGE)) not in SPEECHLESS} == set()
    assert not any(str(f.relative_to(PACKAGE)).startswith(BESIDE) for f in reached)


def closure(start: Path) -> set[Path]:
    """The modules of the package that ``start`` imports, directly or by others; package files are left out."""
    reached: set[Path] = set()
    waiting = [start]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "pipeline":
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
                files = (PACKAGE.parent / Path(*name.split(".")).with_suffix(".py") for name in names)
                waiting += [file for file in files if file.is_file()]
    return reached
