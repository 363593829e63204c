"""What the page holds when there is more than it has room for."""

import json
from datetime import date
from pathlib import Path

from pipeline.records import Link, StatusRow, Thread, Tracking
from pipeline.report.brief.short import in_short
from pipeline.report.labels import read_names
from pipeline.report.page.across import across
from pipeline.report.page.ledger import entries, known_actors
from pipeline.report.page.method import method
from pipeline.report.page.page import Contents, newest_first, write_page
from pipeline.report.page.payload import payload
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE

NAMES = KNOWLEDGE.get(read_names)


def test_newest_documents_come_first_and_those_without_a_date_last() -> None:
    days = [a.document.date for a in newest_first(corpus(20))]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days[: len(dated)] == dated


def test_the_data_stay_within_their_budget_whatever_the_corpus() -> None:
    made = newest_first(corpus(30))
    rows = list(entries(made, NAMES, known_actors(made)))
    whole = payload(made, made, NAMES, {}, 10_000_000)
    assert whole.left_out == ()
    assert whole.rows == len(rows)
    size = len(whole.text.encode())
    half = payload(made, made, NAMES, {}, size // 2)
    assert len(half.text.encode()) < 0.6 * size
    assert half.left_out
    extents = [extent for _, extent, _, _ in json.loads(half.text)["documents"]]
    assert extents == sorted(extents, reverse=True)
    assert half.rows == sum(len(a.commitments) for a, extent in zip(made, extents, strict=True) if extent)


def test_the_budget_holds_where_most_documents_have_no_room() -> None:
    made = newest_first(corpus(300))
    for budget in (100_000, 150_000, 200_000):
        assert len(payload(made, made, NAMES, {}, budget).text.encode()) <= budget


def test_what_has_no_room_stands_in_pages_of_its_own_and_goes_when_there_is_room(tmp_path: Path) -> None:
    made = corpus(6)
    contents = Contents(made, (), (), (), (), method(made, KNOWLEDGE), in_short(made, (), Tracking(), KNOWLEDGE))
    write_page(contents, NAMES, tmp_path / "report.html")
    budget = (tmp_path / "report.html").stat().st_size - 10_000
    written = write_page(contents, NAMES, tmp_path / "report.html", budget)
    assert (tmp_path / "report.html").stat().st_size <= budget
    sheets = sorted(path.name for path in (tmp_path / "documents").iterdir())
    assert sheets
    assert sorted(path.name for path in written) == sorted([*sheets, "report.html"])
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert f"The texts of {len(sheets)} document" in page
    (text,) = [a.document.text for a in made if f"{a.document.doc_id}.html" == sheets[0]]
    assert text[:40] in (tmp_path / "documents" / sheets[0]).read_text(encoding="utf-8")
    write_page(contents, NAMES, tmp_path / "report.html")
    assert list((tmp_path / "documents").iterdir()) == []


def test_what_people_say_became_of_a_promise_stands_with_its_commitments() -> None:
    made = newest_first(corpus(3))
    rows = list(entries(made, NAMES, known_actors(made)))
    promise = rows[2].record
    judged = StatusRow(
        "", promise.commitment_id, "kept", 1, promise.action, (), "", "seen", "A. Reader", date(2036, 1, 1)
    )
    ties = across(made, len(rows), Tracking(), (judged,), ())
    assert ties["status"] == [[[2], "kept", "", "seen", "A. Reader", "2036-01-01"]]


def test_threads_and_links_name_rows_by_number() -> None:
    made = newest_first(corpus(3))
    rows = list(entries(made, NAMES, known_actors(made)))
    first, second = rows[0].record, rows[5].record
    link = Link(first.commitment_id, second.commitment_id, "repeated", 0.6, ("wording",), "")
    thread = Thread(
        "t", "x", (), (), None, None, 2, 2, "strong", None, "", "standing", (second.commitment_id, first.commitment_id)
    )
    ties = across(made, len(rows), Tracking((link,), (thread,)), (), ())
    assert ties["threads"] == [[5, 0]]
    assert ties["links"] == [[0, 5, "repeated", ("wording",), 0]]
