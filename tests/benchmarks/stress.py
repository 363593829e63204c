"""What a run leaves behind, whatever befalls it: ``make stress COUNT=100``.

A run over documents made for this is killed (SIGKILL) at COUNT random moments, by its processor time so that it does
not matter what else the machine does, and continued; its files and the rows of
its record must be those of a run that nobody disturbed. Then: a disk that is full, outputs that may only be read (both
need a file system to be mounted, so root), a second run at once, a record of another version, a damaged one, a clock
that jumps.

Runs are the command line itself, each in a process of its own. The processes are forked from one that has everything
loaded, so that what is disturbed is the work and not the start; documents are short and no encoder reads them.
"""

import argparse
import multiprocessing
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from multiprocessing.process import BaseProcess
from pathlib import Path

from pipeline import cli
from pipeline.engine import loading
from tests.benchmarks.job import write_documents

RECORD = "communique.sqlite"
OPTIONS = ("--encoder", "none", "--workers", "1")
WORDS = 30
"""Words of a document: what is tried is the record, not the language work."""
ROOMS = ("300k", "1m", "2m", "3m", "4m")
"""Sizes of disks that are too small: for the record, for the tables, for the page."""
YEARS = (-30, 30)
YEAR = 365 * 86_400


class Run:
    """A run that goes on by itself, in a process of its own; ``before`` is called in it first."""

    def __init__(self, corpus: Path, outputs: Path, *more: str, before: Callable[[], None] = lambda: None) -> None:
        arguments = ["communique", "run", "--corpus", str(corpus), "--outputs", str(outputs), *OPTIONS, *more]
        handle, name = tempfile.mkstemp()
        os.close(handle)
        self._said = Path(name)
        self.process: BaseProcess = multiprocessing.get_context("fork").Process(
            target=_work, args=(arguments, self._said, before)
        )
        self.process.start()

    def worked(self, seconds: float) -> float:
        """Wait until it has had so many seconds of processor time or has ended; returns what it had at last."""
        had = 0.0
        while had < seconds and self.process.is_alive():
            with suppress(OSError):  # it has just ended
                had = _processor_time(self.process.pid or 0)
            time.sleep(0.01)
        return had

    def ended(self) -> tuple[int | None, str]:
        """Exit code and last line, when it has ended."""
        self.process.join()
        said = self._said.read_text(encoding="utf-8").strip().splitlines()
        self._said.unlink()
        return self.process.exitcode, said[-1] if said else ""


def _processor_time(process: int) -> float:
    """Seconds of processor time of a process, by the clock that Linux keeps for each."""
    return time.clock_gettime((~process << 3) | 2)


def _work(arguments: list[str], said: Path, before: Callable[[], None]) -> None:
    sys.argv = arguments
    with said.open("w", encoding="utf-8", buffering=1) as sys.stderr:
        before()
        cli.main()


def run(corpus: Path, outputs: Path, *more: str) -> tuple[int | None, str]:
    """Exit code and last line of a run."""
    return Run(corpus, outputs, *more).ended()


def state(outputs: Path) -> dict[str, object]:
    """Every file by its bytes, the record by its rows."""
    found: dict[str, object] = {}
    for path in sorted(outputs.rglob("*")):
        if path.is_file() and path.suffix != ".sqlite":
            found[path.relative_to(outputs).as_posix()] = path.read_bytes()
    with closing(sqlite3.connect(outputs / RECORD)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            found[f"table {table}"] = sorted(map(repr, db.execute(f"SELECT * FROM {table}")))
        # When files were written is another time in each run.
        found["table about"] = sorted(map(repr, db.execute("SELECT * FROM about WHERE name <> 'report'")))
    return found


def differences(outputs: Path, clean: dict[str, object]) -> list[str]:
    """Names of files and tables that are not as after an undisturbed run."""
    found = state(outputs)
    return [name for name in sorted({*found, *clean}) if found.get(name) != clean.get(name)]


def killed(corpus: Path, outputs: Path, times: int, longest: float) -> int:
    """Run and kill at random moments, ``times`` in all, then run to the end; the number of runs that were complete."""
    draw = random.Random(times)
    complete = 0
    for _ in range(times):
        going = Run(corpus, outputs)
        going.worked(draw.uniform(0.0, longest))
        going.process.kill()
        code, _ = going.ended()
        if code == 0:
            complete += 1
            (outputs / RECORD).unlink()
    return complete


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[bool]:
    """A file system in memory at ``folder``; False where it cannot be had."""
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, check=False)
    yield done.returncode == 0
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def told(name: str, code: int | None, said: str, words: str) -> bool:
    """Print what became of a run that must end with exit code 2 and a sentence with these words."""
    good = code == 2 and words in said
    print(f"{'well' if good else 'WRONG'}: {name}: exit code {code}, {said!r}", flush=True)
    return good


def same(name: str, outputs: Path, clean: dict[str, object]) -> bool:
    """Print whether a run left what an undisturbed one leaves."""
    changed = differences(outputs, clean)
    print(f"{'WRONG' if changed else 'well'}: {name}: differences: {changed}", flush=True)
    return not changed


def disks(corpus: Path, folder: Path, clean: dict[str, object]) -> Iterator[bool]:
    """Disks that are full, then given room, then may only be read: whether each ended well."""
    folder.mkdir()
    for size in ROOMS:
        with mounted(folder / size, "-o", f"size={size}") as there:
            if not there:
                print("no file system can be mounted here: full disks and those that may only be read are left out")
                return
            code, said = run(corpus, folder / size)
            if code == 0:
                print(f"{size} were enough")
                continue
            yield told(f"disk of {size} full", code, said, "no room left on the disk")
            subprocess.run(["mount", "-o", "remount,size=200m", str(folder / size)], check=True)
            run(corpus, folder / size)
            yield same("room made, run again", folder / size, clean)
            if size == ROOMS[0]:
                subprocess.run(["mount", "-o", "remount,ro", str(folder / size)], check=True)
                for option in ((), ("--rebuild",)):
                    yield told("read-only", *run(corpus, folder / size, *option), "cannot be written")


def two_at_once(corpus: Path, outputs: Path, clean: dict[str, object]) -> Iterator[bool]:
    """A second run while the first goes on: it is refused, and the first is not disturbed."""
    first = Run(corpus, outputs)
    while not (outputs / RECORD).exists():
        time.sleep(0.05)
    yield told("two at once", *run(corpus, outputs), "in use by another run")
    first.ended()
    yield same("the first of the two", outputs, clean)


def records(corpus: Path, outputs: Path, clean: dict[str, object]) -> Iterator[bool]:
    """A damaged record, and one of another version, in outputs that are whole."""
    size = (outputs / RECORD).stat().st_size
    with (outputs / RECORD).open("r+b") as file:
        file.seek(size // 8)
        file.write(bytes(size // 2))
    yield told("damaged record", *run(corpus, outputs), "--rebuild")
    run(corpus, outputs, "--rebuild")
    (outputs / f"{Path(RECORD).stem}.damaged.sqlite").unlink()
    yield same("rebuilt", outputs, clean)
    with closing(sqlite3.connect(outputs / RECORD)) as db:
        db.execute("PRAGMA user_version = 7")
    run(corpus, outputs)
    yield same("record of another version", outputs, clean)


def clocks(corpus: Path, outputs: Path, clean: dict[str, object]) -> Iterator[bool]:
    """Runs at times decades off, over files of that day: nothing is new to them, and nothing is lost."""
    for years in YEARS:
        for path in corpus.iterdir():
            os.utime(path, (time.time() + years * YEAR,) * 2)
        code, _ = Run(corpus, outputs, before=lambda years=years: _set_clock(years)).ended()
        yield code == 0 and same(f"clock set by {years} years", outputs, clean)


def _set_clock(years: int) -> None:
    now, local = time.time, time.localtime
    time.time = lambda: now() + years * YEAR
    time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)


def main() -> None:
    """Print what was done and what came of it; exit code 1 where something is not as it must be."""
    parser = argparse.ArgumentParser(description="Disturb runs, and look at what they leave behind.")
    parser.add_argument("--count", type=int, default=100, help="moments at which a run is killed")
    parser.add_argument("--documents", type=int, default=300, help="documents of a run")
    options = parser.parse_args()
    loading.tagging_pipeline = cache(loading.tagging_pipeline)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus, clean = folder / "corpus", folder / "clean"
        corpus.mkdir()
        write_documents(corpus, options.documents, WORDS)
        warm(folder)
        first = Run(corpus, clean)
        seconds = first.worked(float("inf"))
        code, said = first.ended()
        print(f"a clean run over {options.documents} documents: exit code {code}, {seconds:.1f} s; {said}", flush=True)
        as_it_was = state(clean)
        complete = killed(corpus, folder / "killed", options.count, seconds / 3)
        run(corpus, folder / "killed")
        print(f"killed at {options.count} moments, of {complete + 1} complete runs", flush=True)
        good = [same("killed", folder / "killed", as_it_was)]
        good += two_at_once(corpus, folder / "two", as_it_was)
        good += clocks(corpus, folder / "two", as_it_was)
        good += records(corpus, folder / "two", as_it_was)
        good += disks(corpus, folder / "disks", as_it_was)
    sys.exit(0 if all(good) else 1)


def warm(folder: Path) -> None:
    """A run over two documents in this process, which loads what the runs to come need."""
    (folder / "few").mkdir()
    write_documents(folder / "few", 2, WORDS)
    sys.argv = ["communique", "run", "--corpus", str(folder / "few"), "--outputs", str(folder / "warm"), *OPTIONS]
    try:
        cli.main()
    except SystemExit as done:
        if done.code:
            raise


if __name__ == "__main__":
    main()
