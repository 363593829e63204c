"""What people and programs write under ``date:``, with its precision, and what costs no document."""

from datetime import date

import pytest

from pipeline.ingest.description.metadata import understand


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        *((value, date(2024, 5, 3), "day") for value in ("3 May 2024", "May 3, 2024", "2024-05-03", "20240503")),
        *((v, date(2024, 5, 3), "day") for v in ("2024-05-03T00:00:00Z", "2024-05-03 00:00:00", 1714694400000)),
        *((v, date(2024, 5, 3), "day") for v in ("Friday, 3 May 2024, 10:30", "2024/5/3")),
        ("14/05/2024", date(2024, 5, 14), "day"),
        *((v, date(2024, 5, 1), "month") for v in ("May 2024", "2024-05", "05/2024")),
        *((v, date(2024, 1, 1), "year") for v in ("2024", 2024, 2024.0)),
    ],
)
def test_a_date_keeps_its_precision(value: object, day: date, precision: str) -> None:
    known, unknown = understand({"date": value}, "a.csv#1")
    assert (known.date, known.date_precision, known.date_source, unknown) == (day, precision, "given", ())


@pytest.mark.parametrize("value", [None, "", float("nan"), "NaN", "NaT", "n.d.", "null"])
def test_nothing_is_nothing(value: object) -> None:
    known, unknown = understand({"date": value, "title": float("nan")}, "a.csv#1")
    assert (known.date, known.date_precision, known.title, unknown) == (None, "", "", ())


@pytest.mark.parametrize(
    ("value", "says"),
    [("soon", "no day, month or year"), ("03/05/2024", "2024-05-03 or 2024-03-05"), ("31 April 2024", "no day")],
)
def test_what_is_no_date_is_said_and_costs_nothing(value: str, says: str) -> None:
    known, (unknown,) = understand({"date": value, "title": "Talks"}, "a.csv#1")
    assert (known.date, known.title) == (None, "Talks")
    assert value in unknown
    assert says in unknown


def test_a_table_made_by_the_product_keeps_precision_and_source() -> None:
    row = {"date": "2024-05-01", "date_precision": "month", "date_source": "text"}
    known, _ = understand(row, "documents.csv#1")
    assert (known.date, known.date_precision, known.date_source) == (date(2024, 5, 1), "month", "text")
