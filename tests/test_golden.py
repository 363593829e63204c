"""The tables of the shipped document, row by row.

The expected tables lie in ``tests/golden``. They are the pipeline's own output, read by a person, less the scores,
whose last digit may differ between machines. After a change that is meant to alter them, run ``python -m
tests.test_golden`` and read the difference before it is committed.
"""

import csv
from pathlib import Path

import pytest

from tests.corpus import run_over_the_corpus

GOLDEN = Path(__file__).parent / "golden"
TABLES = ("documents", "sentences", "entities", "commitments")
SCORES = frozenset({"confidence", "area_scores", "reason"})


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [{k: v for k, v in row.items() if k not in SCORES} for row in csv.DictReader(file)]


@pytest.mark.parametrize("table", TABLES)
def test_the_tables_of_the_shipped_document(shipped_outputs: Path, table: str) -> None:
    expected = rows(GOLDEN, table)
    assert expected
    assert rows(shipped_outputs, table) == expected


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
