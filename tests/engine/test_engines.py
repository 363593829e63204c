"""Work in this process and in several: the same results in the same order, whatever happens to the processes."""

import os
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import pytest

from pipeline.engine import engines
from pipeline.engine.batches import batches
from pipeline.engine.engines import Local, cores, count
from pipeline.engine.processes import Workers
from pipeline.engine.spread import MOST_IN_A_ROW
from pipeline.engine.work import Failed
from pipeline.errors import CommuniqueError
from tests.engine.works import Shouting


def results(folder: Path, texts: list[str], workers: int) -> list[str]:
    """What comes back for the texts; of what failed, the reason."""
    found = Local(workers).map(Shouting(folder), texts).results
    return [f"{f.skipped.source}: {f.skipped.reason}" if isinstance(f, Failed) else f for f in found]


def test_batches_are_filled_by_words_and_keep_the_order() -> None:
    assert list(batches(["aaa", "bb", "c", "dddd", "e"], len, most=4)) == [["aaa", "bb"], ["c", "dddd"], ["e"]]


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_documents_and_a_broken_one_costs_no_other(
    tmp_path: Path, workers: int
) -> None:
    texts = [f"text {n}" for n in range(20)]
    texts[7] = "broken"
    reason = "broken.txt: shouting failed (ZeroDivisionError: of a rule); please report this document."
    assert results(tmp_path, texts, workers) == [reason if t == "broken" else t.upper() for t in texts]


def test_work_for_one_process_may_be_done_apart_from_this_one(tmp_path: Path) -> None:
    with Local(1, "apart") as engine:
        mapped = engine.map(Shouting(tmp_path), ["a", "b"])
        assert engine._begun
        assert (list(mapped.results), mapped.place) == (["A", "B"], "1 process")


def test_a_failure_carries_its_traceback(tmp_path: Path) -> None:
    (failed,) = Local(1).map(Shouting(tmp_path), ["broken"]).results
    assert isinstance(failed, Failed)
    assert "in shout" in failed.trace


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_of_the_users_ends_the_work_with_its_sentence(tmp_path: Path, workers: int) -> None:
    with pytest.raises(CommuniqueError, match="Line 3 is wrong: mend it"):
        results(tmp_path, ["a", "wrong", "b"], workers)


def test_a_document_that_ends_its_process_is_set_aside_after_the_second_time(tmp_path: Path) -> None:
    found = results(tmp_path, ["a", "b", "deadly", "c", "unlucky", "d"], 2)
    assert found == [
        "A",
        "B",
        "deadly.txt: shouting ended the process that did it, twice; please report this document.",
        "C",
        "UNLUCKY",
        "D",
    ]


def test_where_processes_die_one_after_the_other_the_work_ends(tmp_path: Path) -> None:
    with pytest.raises(CommuniqueError, match="probably for want of memory"):
        results(tmp_path, ["deadly"] * MOST_IN_A_ROW, 2)


def test_documents_are_taken_as_they_are_needed(tmp_path: Path) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "text"

    found = Local(1).map(Shouting(tmp_path), endless()).results
    assert [next(found) for _ in range(5)] == ["TEXT"] * 5
    assert taken < 10
    several = Local(2).map(Shouting(tmp_path), endless()).results
    assert next(several) == "TEXT"
    assert taken < 40


def test_processes_are_kept_for_the_next_batch_and_ended_with_the_pool(tmp_path: Path) -> None:
    import pickle

    from pipeline.engine.messages import request, results

    workers = Workers()
    asked = request(pickle.dumps(Shouting(tmp_path)), ["who"])
    first, second = (results(workers.ask(asked))[0] for _ in range(2))
    assert first == second
    process, parent = map(int, first.split())
    assert parent == os.getpid()
    workers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_is_broken_off_leaves_no_process(tmp_path: Path) -> None:
    with Local(2) as engine:
        first = next(engine.map(Shouting(tmp_path), repeat("who")).results)
    assert isinstance(first, str)
    with pytest.raises(ProcessLookupError):
        os.kill(int(first.split()[0]), 0)


def test_a_process_that_does_not_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.processes.CHILD", "tests.engine.nowhere")
    with pytest.raises(CommuniqueError, match="does not start: set the environment up anew"):
        results(tmp_path, ["a"], 2)


def test_a_wish_is_granted_whatever_the_text() -> None:
    assert count(3, words=10, words_a_process=1_000) == 3


def test_as_many_processes_as_pay_and_no_more_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 2, 5}, raising=False)
    assert count(0, words=999, words_a_process=1_000) == 1
    assert count(0, words=1_000, words_a_process=1_000) == 2
    assert count(0, words=100_000, words_a_process=1_000) == 3


def test_what_the_processes_are_is_decided_by_the_first_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "cores", lambda: 2)
    assert Local().map(Shouting(tmp_path), ["a"] * 3).place == "1 process"
    assert Local().map(Shouting(tmp_path), iter(["a"] * 1_000)).place == "2 processes"


@pytest.mark.parametrize(("asked", "cores_found"), [(8, 8), (None, 1)])
def test_where_the_cores_of_a_process_cannot_be_asked_those_of_the_machine_count(
    monkeypatch: pytest.MonkeyPatch, asked: int | None, cores_found: int
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "process_cpu_count", lambda: asked, raising=False)
    assert cores() == cores_found


def test_an_older_python_outside_linux_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.delattr(os, "process_cpu_count", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    assert cores() == 4
