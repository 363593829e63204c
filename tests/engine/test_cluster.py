"""Work on a Dask cluster: a scheduler and workers as ``communique cluster`` starts them, and what may befall them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import repeat
from pathlib import Path

import pytest

from pipeline.console import Console
from pipeline.engine.work import Failed
from pipeline.errors import CommuniqueError
from pipeline.job import start
from pipeline.run import run_classify, run_ingest, run_tag
from pipeline.settings import Settings
from pipeline.store import Store
from tests.engine.works import Shouting
from tests.staged import classified, ingested, tagged

pytest.importorskip("distributed")

from pipeline.engine.cluster import Cluster

ROOT = Path(__file__).parents[2]


@contextmanager
def cluster() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A cluster of one worker: its address, and the process of its scheduler."""
    command = [sys.executable, "-m", "pipeline.cli", "cluster", "--workers", "1", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = next(line for line in process.stderr if " workers at " in line)
        yield said.partition(" at ")[2].partition(",")[0], process
        process.terminate()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with cluster() as (found, _):
        yield found


def quiet(_: str) -> None:
    pass


def test_a_cluster_gives_what_this_process_gives_in_the_same_order(address: str, tmp_path: Path) -> None:
    texts = ["a", "b", "broken", "c", "deadly", "unlucky", "d"]
    with Cluster(address, quiet) as engine:
        found = list(engine.map(Shouting(tmp_path), texts).results)
    assert [f for f in found if not isinstance(f, Failed)] == ["A", "B", "C", "UNLUCKY", "D"]
    assert {texts[n]: f.skipped.reason.split(";")[0] for n, f in enumerate(found) if isinstance(f, Failed)} == {
        "broken": "shouting failed (ZeroDivisionError: of a rule)",
        "deadly": "shouting ended the process that did it, twice",
    }


def test_a_worker_that_is_killed_costs_nothing(address: str, tmp_path: Path) -> None:
    seen = set()
    with Cluster(address, quiet) as engine:
        for count, result in enumerate(engine.map(Shouting(tmp_path), ["who"] * 30).results, 1):
            assert isinstance(result, str)
            seen.add(result)
            if count == 1:
                os.kill(int(result.split()[1]), signal.SIGKILL)
    assert count == 30
    assert len(seen) == 2


def test_a_worker_that_joins_late_takes_its_part(address: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dask", "worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    with Cluster(address, quiet) as engine:
        results = engine.map(Shouting(tmp_path), repeat("who")).results
        next(results)
        with subprocess.Popen([*command, "--host", "127.0.0.1"], cwd=ROOT, stderr=subprocess.DEVNULL) as late:
            assert any(isinstance(result, str) and result.endswith(f" {late.pid}") for result in results)
            late.terminate()


def test_a_worker_with_other_knowledge_or_another_version_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "knowledge").write_text("of this machine")
    with Cluster(address, quiet) as engine:
        mapped = engine.map(Shouting(tmp_path, "of the folder"), ["a"])
        (tmp_path / "knowledge").write_text("of the worker")
        with pytest.raises(CommuniqueError, match="has other knowledge than this machine: install there"):
            list(mapped.results)
        monkeypatch.setattr("pipeline.engine.cluster.__version__", "0.0.0")
        with pytest.raises(CommuniqueError, match=r"has version .* in place of 0\.0\.0"):
            list(engine.map(Shouting(tmp_path), ["a"]).results)


def test_the_stages_give_the_same_records_on_a_cluster(address: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    texts = {"ferries": "Norway will buy two ferries.", "ports": "Chile pledged to build a port by 2031."}
    for name, text in texts.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(corpus=corpus, outputs=tmp_path / "outputs", scheduler=address)
    with Store(settings.outputs) as store:
        run = start(settings, store, Console())
        for stage in (run_ingest, run_tag, run_classify):
            stage(run)
        found = list(store.analyses(store.finished()))
    assert found == [classified(tagged(ingested(text, name))) for name, text in texts.items()]
    assert all(analysis.commitments for analysis in found)


def test_a_scheduler_that_goes_away_ends_the_run_with_a_sentence_and_keeps_what_came(tmp_path: Path) -> None:
    with cluster() as (found, process), Cluster(found, quiet) as engine:
        results = engine.map(Shouting(tmp_path), repeat("a")).results
        assert next(results) == "A"
        process.kill()
        with pytest.raises(CommuniqueError, match="went away: what is done is kept"):
            list(results)


@pytest.mark.parametrize(
    ("address", "says"),
    [("tcp://127.0.0.1:1", "No scheduler answers at tcp://127.0.0.1:1"), ("127.0.0.1:8786", "give an address such as")],
)
def test_an_address_without_a_scheduler_is_said(
    address: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.engine.cluster.CONNECT_SECONDS", 0.3)
    (tmp_path / "corpus").mkdir()
    settings = replace(Settings(), corpus=tmp_path / "corpus", outputs=tmp_path / "outputs", scheduler=address)
    with Store(settings.outputs) as store, pytest.raises(CommuniqueError, match=says):
        run_ingest(start(settings, store, Console()))
