"""The tables of the shipped document, row by row.

The expected tables lie in ``tests/golden``. They are the pipeline's own output, read by a person, less the scores,
whose last digit may differ between machines. After a change that is meant to alter them, run ``python -m
tests.test_golden`` and read the difference before it is committed.
"""

import csv
from pathlib import Path

import pytest

from pipeline.console import Console
from pipeline.run import run_all, start
from pipeline.settings import Settings
from pipeline.store import Store

GOLDEN = Path(__file__).parent / "golden"
CORPUS = Path(__file__).parent.parent / "corpus"
TABLES = ("documents", "sentences", "entities", "commitments")
SCORES = frozenset({"confidence", "area_scores"})


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [{k: v for k, v in row.items() if k not in SCORES} for row in csv.DictReader(file)]


def run_over_the_corpus(outputs: Path) -> None:
    settings = Settings(corpus=CORPUS, outputs=outputs, workers=1)
    with Store(outputs) as store:
        run_all(start(settings, store, Console()))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    run_over_the_corpus(folder)
    return folder


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_of_the_shipped_document(outputs: Path, table: str) -> None:
    assert rows(outputs, table) == rows(GOLDEN, table)


def write_golden(outputs: Path) -> None:
    """Write the tables as they come out now."""
    GOLDEN.mkdir(exist_ok=True)
    for table in TABLES:
        found = rows(outputs, table)
        with (GOLDEN / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(found[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(found)


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        run_over_the_corpus(Path(temporary))
        write_golden(Path(temporary))
