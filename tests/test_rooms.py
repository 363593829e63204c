"""The order of the rooms: what a package may import, and that no circle runs between packages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "pipeline"
FLOORS: tuple[frozenset[str], ...] = tuple(
    frozenset(floor.split())
    for floor in (
        "errors version filenames logistic",
        "settings console threads outputs",
        "records",
        "aggregates views",
        "catalogue",
        "tables dictionary duplicates knowledge schema",
        "names",
        "language gold",
        "ingest tag classify track report",
        "fingerprint",
        "database",
        "documents",
        "engine store",
        "explore stored published",
        "job",
        "publishing",
        "run",
        "evaluate comparing merging",
        "training commands",
        "cli",
        "__main__",
    )
)
"""From the ground up. A room imports rooms of the floors under its own; of its neighbours nothing."""
STAGES = ("ingest", "tag", "classify", "track", "report")


def room(module: str) -> str:
    """The room of a dotted module name: its package, or the module itself where it lies in none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports() -> Iterator[tuple[str, str, str]]:
    """Room, imported room and place of every import within the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        here = room(".".join(part for part in parts if part != "__init__"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.split(".")[0] == "pipeline" and room(name) != here:
                    yield here, room(name), f"{path.relative_to(PACKAGE.parent)}:{node.lineno}"


FLOOR = {name: number for number, floor in enumerate(FLOORS) for name in floor}


def test_every_room_has_its_floor() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__"} == set(FLOOR)


def test_no_import_runs_back_up() -> None:
    found = list(imports())
    assert len(found) > 100
    up = [f"{place}: {here} imports {other}" for here, other, place in found if here and FLOOR[other] >= FLOOR[here]]
    assert up == []


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_is_a_function_of_its_own_name(stage: str) -> None:
    tree = ast.parse((PACKAGE / stage / "stage.py").read_text(encoding="utf-8"))
    assert stage in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_what_is_installed_to_run_imports_nothing_of_training() -> None:
    assert [place for here, other, place in imports() if other == "training" and here != "training"] == []
