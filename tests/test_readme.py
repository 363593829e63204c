"""What the README says is so."""

import re
from pathlib import Path

from pipeline.report.page.method import accuracy

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z-]+)", README))
    assert {"run", "test", "add"} <= named
    assert named <= targets


def test_the_figures_are_those_of_the_release() -> None:
    basis, figures = accuracy()
    assert basis
    assert len(figures) > 5
    for figure in figures:
        row = f"| {figure.what} | {figure.known} | {figure.others} | {figure.readers} |".replace("|  |", "| |")
        assert row in README, f"change pipeline/model/accuracy.toml and README together: {row}"


def test_every_file_that_is_linked_exists() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(linked) > 10
    for target in linked:
        assert (ROOT / target).exists(), target
