"""CSV as TABLES.md asks for."""

import csv
import math
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Commitment, DocumentRow, Entity, Sentence, columns
from pipeline.tables import cell, unguard, write_rows, write_table
from tests.records import commitment


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("record", [DocumentRow, Sentence, Entity, Commitment])
def test_the_header_is_that_of_the_record(tmp_path: Path, record: type) -> None:
    write_table(tmp_path / "t.csv", record, [])
    assert (tmp_path / "t.csv").read_bytes().decode() == ",".join(columns(record)) + "\n"


def test_a_commitment_as_a_row(tmp_path: Path) -> None:
    write_table(tmp_path / "c.csv", Commitment, [commitment()])
    header, row = read(tmp_path / "c.csv")
    shown = dict(zip(header, row, strict=True))
    assert shown["actors"] == "CHL;NOR"
    assert shown["negated"] == "false"
    assert shown["deadline_date"] == "2035-12-31"
    assert shown["amount_value"] == ""
    assert shown["confidence"] == cell(commitment().confidence)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (7, "7"),
        (-3, "-3"),
        (-2.5, "-2.5"),
        (1e12, "1000000000000"),
        (1e22, "10000000000000000000000"),
        (0.123456, "0.123"),
        (math.nan, ""),
        (date(2031, 5, 1), "2031-05-01"),
        (("NOR", "VAS"), "NOR;VAS"),
        (("Bank; Fund",), "Bank, Fund"),
        ((0.5, 0.25), "0.5;0.25"),
        ((), ""),
    ],
)
def test_values_as_cells(value: object, expected: str) -> None:
    assert cell(value) == expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "- build a bridge", "@SUM(A1)", "\tx", "\rx", "'=1"])
def test_a_formula_is_made_harmless_and_can_be_had_back(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell((text,)).startswith("'")
    assert unguard(cell(text)) == text


@given(st.lists(st.text(), min_size=1))
def test_any_text_comes_back_from_a_table(texts: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        write_rows(path, ["n", "text"], enumerate(texts))
        assert [unguard(row[1]) for row in read(path)[1:]] == texts
        assert all(not row[1].startswith(("=", "+", "-", "@", "\t", "\r")) for row in read(path))


def test_a_table_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_rows(path, ["n"], [[1]])

    def broken() -> object:
        yield [2]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_rows(path, ["n"], broken())
    assert path.read_text() == "n\n1\n"
    assert list(tmp_path.iterdir()) == [path]
