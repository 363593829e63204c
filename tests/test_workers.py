"""How many processes the language work takes."""

import os

import pytest

from pipeline import workers
from pipeline.records import Document
from pipeline.settings import Models
from pipeline.workers import WORDS_A_WORKER, Failed, cores, count, tag_all
from tests.records import document


def test_a_wish_is_granted_whatever_the_text() -> None:
    assert count(3, words=10) == 3


def test_a_short_text_takes_one_process() -> None:
    assert count(0, words=WORDS_A_WORKER - 1) == 1


def test_a_long_text_takes_no_more_processes_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 2, 5}, raising=False)
    assert count(0, words=WORDS_A_WORKER) == 2
    assert count(0, words=100 * WORDS_A_WORKER) == 3


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
    assert count(0, words=100 * WORDS_A_WORKER) == 4


def test_a_document_that_fails_is_skipped_with_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(documents: list[Document], nlp: object) -> list[object]:
        raise ZeroDivisionError("of a rule")

    monkeypatch.setattr(workers, "tagging_pipeline", lambda models: None)
    monkeypatch.setattr(workers, "tag", broken)
    (failed,) = tag_all([document()], Models(), workers=1)
    assert isinstance(failed, Failed)
    assert "ZeroDivisionError: of a rule" in failed.skipped.reason
    assert "in broken" in failed.trace
