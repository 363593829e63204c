"""Running the tests over one mutant, in a child process that was forked from one with everything heavy in memory."""

import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType

from tests.mutants.mutate import Mutant, mutated

GOLDEN = Path("tests/test_golden.py")
ALSO = {
    "pipeline/tag": ("tests/tag", GOLDEN),
    "pipeline/names": ("tests/names", "tests/tag/entities", "tests/tag/actors", "tests/ingest/description", GOLDEN),
    "pipeline/store.py": ("tests/test_store.py", GOLDEN),
    "pipeline/documents.py": ("tests/test_store.py", "tests/test_stored.py", GOLDEN),
    "pipeline/database.py": ("tests/test_store.py", GOLDEN),
    "pipeline/ingest/cleaning": ("tests/ingest/cleaning", "tests/ingest/test_seed.py"),
}
"""What is mutated, and the tests that hold it beside those that mirror the module."""

LEFT_OUT = "not and_processes and not mentions_of_the_gold and not megabyte and not garbage and not long_runs"
"""Tests that start processes of their own, read what lies beside the project, or only measure endurance."""

KEPT = ("pipeline.language", "pipeline.errors", "pipeline.knowledge", "pipeline.records", "pipeline.settings")
"""Modules that are never mutated, and that the loaded language model holds on to."""

PASSED, FAILED = 0, 1
BROKEN = frozenset({3, 4, 5})
"""What pytest answers to an error of its own, to wrong arguments, and where it found no test."""

Outcome = str


def tests_of(path: Path) -> list[Path]:
    """Test files for the module at ``path``: the one that mirrors it, its folder's, the chosen few, and golden last."""
    mirror = Path("tests", *path.parts[1:]).with_name(f"test_{path.name}")
    places = [mirror, mirror.parent if path.parent != Path("pipeline") else mirror, *map(Path, ALSO[package_of(path)])]
    files = (f for p in places for f in (sorted(p.rglob("test_*.py")) if p.is_dir() else [p]) if f.is_file())
    return sorted(dict.fromkeys(files), key=lambda file: file == GOLDEN)


def package_of(path: Path) -> str:
    """The entry of :data:`ALSO` under which the module lies."""
    return next(package for package in ALSO if Path(package) in (path, *path.parents))


def prepare() -> None:
    """Load what every child needs and no mutant changes: libraries, the language model; forget our own modules again.

    The first time that a child loads the shipped language model it takes the one loaded here; then it reads it anew.
    """
    for name in ("hypothesis", "jinja2", "matplotlib.figure", "pandas", "pytest", "scipy.special", "spacy"):
        importlib.import_module(name)
    import spacy

    from pipeline.settings import Settings

    read, shipped = spacy.load, Path(Settings().language_model)
    ready = [read(shipped)]

    def load(name: str | Path, **options: object) -> object:
        return ready.pop() if ready and not options and Path(name) == shipped else read(name, **options)

    spacy.load = load  # type: ignore[assignment]
    _forget()


def _forget() -> None:
    """Take our modules, but for those that are kept, and the extensions that they registered out of memory."""
    from spacy.tokens.underscore import Underscore

    for extensions in (Underscore.doc_extensions, Underscore.span_extensions, Underscore.token_extensions):
        for name, (_, _, getter, _) in list(extensions.items()):
            if getter is not None and getter.__module__.startswith("pipeline") and not _kept(getter.__module__):
                del extensions[name]
    for name in [n for n in sys.modules if n.split(".")[0] == "pipeline" and n != "pipeline"]:
        if not _kept(name):
            parent, _, child = name.rpartition(".")
            if hasattr(sys.modules.get(parent), child):
                delattr(sys.modules[parent], child)
            del sys.modules[name]


def _kept(module: str) -> bool:
    return module.startswith(KEPT)


class _Loader(importlib.machinery.SourceFileLoader):
    """Gives the mutated code for one module."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path.resolve()))
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(mutated(self.mutant), self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the mutated module before Python finds the one on disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(fullname, self.mutant.path, loader=_Loader(self.mutant))


def _child(mutant: Mutant | None, files: Iterable[Path], said: Path) -> int:
    """Run the tests over ``mutant`` (or over what is on disk), and give back what pytest answered."""
    import pytest
    from hypothesis import settings

    with said.open("w", encoding="utf-8") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    settings.register_profile("mutants", max_examples=20, deadline=None, database=None, derandomize=True)
    if mutant:
        sys.meta_path.insert(0, _Finder(mutant))
    arguments = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", LEFT_OUT, "--hypothesis-profile=mutants"]
    return int(pytest.main([*arguments, *map(str, files)]))


@dataclass(frozen=True, slots=True)
class _Running:
    mutant: Mutant
    deadline: float
    said: Path


def run_all(mutants: Sequence[Mutant], jobs: int, limit: float, folder: Path) -> Iterator[tuple[Mutant, Outcome]]:
    """Each mutant with what became of it: ``caught``, ``timeout`` or ``survived``, as they come.

    ``jobs`` run at a time, each for at most ``limit`` seconds; what pytest said is in ``folder``. Raises
    :class:`RuntimeError` where pytest could not run.
    """
    waiting = list(enumerate(mutants))[::-1]
    running: dict[int, _Running] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            number, mutant = waiting.pop()
            said = folder / f"{number}.txt"
            pid = start(mutant, tests_of(mutant.path), said)
            running[pid] = _Running(mutant, time.monotonic() + limit, said)
        for pid, one in list(running.items()):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                _end(pid)
                del running[pid]
                yield one.mutant, _outcome(os.waitstatus_to_exitcode(status), one)
            elif time.monotonic() > one.deadline:
                _end(pid)
                os.waitpid(pid, 0)
                del running[pid]
                yield one.mutant, "timeout"
        time.sleep(0.05)


def start(mutant: Mutant | None, files: Iterable[Path], said: Path) -> int:
    """Fork a child, in a group of its own, that runs the tests; gives its number."""
    pid = os.fork()
    if pid:
        return pid
    code = FAILED
    try:
        os.setpgrp()
        code = _child(mutant, files, said)
    finally:
        os._exit(code)


def _end(pid: int) -> None:
    """End what a child has left running."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _outcome(code: int, one: _Running) -> Outcome:
    if code in BROKEN:
        raise RuntimeError(
            f"pytest could not run for {one.mutant.path}:\n{one.said.read_text(encoding='utf-8')[-2000:]}"
        )
    return "survived" if code == PASSED else "caught"
