"""What people say became of promises."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.ingest.corpus.folder import find
from pipeline.records import Fulfilment, StatusEntry, StatusRow, Thread
from pipeline.store import Store
from pipeline.track.status import judgements, read_status, scores, unmatched
from tests.records import analysis, commitment
from tests.shipped import KNOWLEDGE

HEADER = "thread_id,commitment_id,status,evidence,note,by,date\n"


def thread(thread_id: str, *commitment_ids: str, actors: tuple[str, ...] = ("CHL", "NOR")) -> Thread:
    return Thread(
        thread_id=thread_id,
        title=f"the promise {thread_id}",
        actors=actors,
        areas=(),
        first_date=date(2031, 5, 1),
        last_date=date(2031, 5, 1),
        times=len(commitment_ids),
        documents=1,
        strength="strong",
        deadline_date=None,
        amount="",
        status="standing",
        commitment_ids=commitment_ids,
    )


def entry(thread_id: str, status: Fulfilment, day: int = 1, commitment_id: str = "") -> StatusEntry:
    return StatusEntry(thread_id, commitment_id, status, "", "", "A. Analyst", date(2032, 1, day))


def written(folder: Path, *lines: str) -> Path:
    (folder / "status.csv").write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


def test_a_judgement_is_read_with_all_that_is_said(tmp_path: Path) -> None:
    written(tmp_path, 't-1,,in progress,https://example.org/pier,"late, but well",A. Analyst,2032-01-31')
    assert read_status(tmp_path) == (
        StatusEntry(
            "t-1", "", "in progress", "https://example.org/pier", "late, but well", "A. Analyst", date(2032, 1, 31)
        ),
    )


def test_a_corpus_without_judgements_has_none_and_the_file_is_no_document(tmp_path: Path) -> None:
    assert read_status(tmp_path) == ()
    written(tmp_path, "t-1,,kept,,,A. Analyst,2032-01-31")
    assert find(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("t-1,,done,,,A. Analyst,2032-01-31", "status.csv, line 3: status is 'done'; write one of broken, in progress"),
        (",,kept,,,A. Analyst,2032-01-31", "line 3: write a thread_id of threads.csv, or a commitment_id"),
        ("t-1,talks:1.1,kept,,,A. Analyst,2032-01-31", "line 3: write a thread_id of threads.csv, or a commitment_id"),
        ("t-1,,kept,,,,2032-01-31", "line 3: by is empty; write who judges"),
        ("t-1,,kept,,,A. Analyst,31 January", "line 3: date is '31 January'; write a day such as 2031-05-01"),
        ("t-1,,kept,see above,,A. Analyst,2032-01-31", "line 3: evidence is 'see above'; write an address"),
        ("t-1,,kept,,,A. Analyst", "line 3: 6 cells where 7 are needed"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_its_mend(tmp_path: Path, line: str, message: str) -> None:
    written(tmp_path, "t-0,,kept,,,A. Analyst,2032-01-31", line)
    with pytest.raises(CommuniqueError, match=message):
        read_status(tmp_path)


def test_a_judged_commitment_leads_to_its_thread() -> None:
    made = commitment()
    found = judgements(
        [entry("", "kept", commitment_id=made.commitment_id)], [thread("t-1", made.commitment_id)], [analysis()]
    )
    assert [(row.thread_id, row.title, row.score) for row in found] == [("t-1", made.action, 1)]


def test_what_fits_no_promise_is_kept_and_named() -> None:
    found = judgements([entry("t-9", "broken"), entry("t-1", "kept")], [thread("t-1", "talks:1.1")], [])
    assert [row.title for row in found] == ["", "the promise t-1"]
    assert list(unmatched(found)) == ["t-9"]


def test_scores_follow_the_scale_of_the_research_groups_and_count_the_last_word_on_each_promise() -> None:
    threads = [thread(f"t-{n}", f"talks:{n}.1", actors=("NOR",) if n == 4 else ("CHL", "NOR")) for n in range(1, 6)]
    entries = [
        entry("t-1", "broken", 1),
        entry("t-1", "kept", 2),
        entry("t-2", "partly"),
        entry("t-3", "in progress"),
        entry("t-4", "broken"),
        entry("t-9", "kept"),
    ]
    found = scores(judgements(entries, threads, []), threads, KNOWLEDGE)
    assert [(s.actor, s.threads, s.judged, s.kept, s.partly, s.in_progress, s.broken, s.score) for s in found] == [
        ("NOR", 5, 4, 1, 1, 1, 1, 0.0),
        ("CHL", 4, 3, 1, 1, 1, 0, pytest.approx(1 / 3)),
    ]
    assert found[0].name == "Norway"


def test_nobody_is_judged_by_default() -> None:
    assert scores([], [thread("t-1", "talks:1.1")], KNOWLEDGE) == []


def test_judgements_are_kept_from_run_to_run(tmp_path: Path) -> None:
    entries = [entry("t-1", "kept"), entry("t-2", "broken", commitment_id="")]
    with Store(tmp_path) as store:
        store.put_status(entries)
    with Store(tmp_path) as store:
        assert store.status() == entries


def test_a_row_has_the_columns_of_the_line_and_of_the_promise() -> None:
    (row,) = judgements([entry("t-1", "partly", 7)], [thread("t-1", "talks:1.1", actors=("NOR",))], [])
    assert row == StatusRow("t-1", "", "partly", 0, "the promise t-1", ("NOR",), "", "", "A. Analyst", date(2032, 1, 7))
