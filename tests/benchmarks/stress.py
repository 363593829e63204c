"""What a run leaves behind, whatever befalls it: ``make stress COUNT=100``.

A run over documents made for this is killed (SIGKILL) at COUNT random moments, and continued; its files and the rows of
its record must be those of a run that nobody disturbed. Then: a disk that is full, outputs that may only be read (both
need a file system to be mounted, so root), a second run at once, a record of another version, a damaged one.
"""

import argparse
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.benchmarks.job import write_documents

RECORD = "communique.sqlite"
OPTIONS = ("--encoder", "none", "--workers", "2")


def begin(corpus: Path, outputs: Path, *more: str) -> subprocess.Popen[str]:
    """A run that goes on by itself."""
    command = [sys.executable, "-m", "pipeline.cli", "run", "--corpus", str(corpus), "--outputs", str(outputs)]
    return subprocess.Popen([*command, *OPTIONS, *more], stderr=subprocess.PIPE, text=True)


def run(corpus: Path, outputs: Path, *more: str) -> tuple[int, str]:
    """Exit code and last line of a run."""
    process = begin(corpus, outputs, *more)
    _, said = process.communicate()
    return process.returncode, said.strip().splitlines()[-1]


def state(outputs: Path) -> dict[str, object]:
    """Every file by its bytes, the record by its rows."""
    found: dict[str, object] = {}
    for path in sorted(outputs.rglob("*")):
        if path.is_file() and path.suffix != ".sqlite":
            found[path.relative_to(outputs).as_posix()] = path.read_bytes()
    with closing(sqlite3.connect(outputs / RECORD)) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            found[f"table {table}"] = sorted(map(repr, db.execute(f"SELECT * FROM {table}")))
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
        process = begin(corpus, outputs)
        time.sleep(draw.uniform(0.1, longest))
        process.kill()
        process.communicate()
        if process.returncode == 0:
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


def told(name: str, code: int, said: str, words: str) -> bool:
    """Print what became of a run that must end with exit code 2 and a sentence with these words."""
    good = code == 2 and words in said
    print(f"{'well' if good else 'WRONG'}: {name}: exit code {code}, {said!r}", flush=True)
    return good


def trials(corpus: Path, clean: Path, folder: Path) -> Iterator[bool]:
    """The other mishaps, one by one: whether each ended well."""
    as_it_was = state(clean)
    with mounted(folder / "small", "-o", "size=600k") as there:
        if there:
            yield told("disk full", *run(corpus, folder / "small"), "no room left on the disk")
            subprocess.run(["mount", "-o", "remount,size=200m", str(folder / "small")], check=True)
            code, _ = run(corpus, folder / "small")
            changed = differences(folder / "small", as_it_was)
            print(f"{'WRONG' if code or changed else 'well'}: room made, run again: exit code {code}, {changed}")
            yield not (code or changed)
            subprocess.run(["mount", "-o", "remount,ro", str(folder / "small")], check=True)
            for option in ((), ("--rebuild",)):
                yield told("read-only", *run(corpus, folder / "small", *option), "cannot be written")
    first = begin(corpus, folder / "two")
    while not (folder / "two" / RECORD).exists():
        time.sleep(0.05)
    yield told("two at once", *run(corpus, folder / "two"), "in use by another run")
    first.communicate()
    yield not differences(folder / "two", as_it_was)
    other = folder / "damaged"
    shutil.copytree(clean, other)
    size = (other / RECORD).stat().st_size
    with (other / RECORD).open("r+b") as file:
        file.seek(size // 8)
        file.write(bytes(size // 2))
    yield told("damaged record", *run(corpus, other), "--rebuild")
    run(corpus, other, "--rebuild")
    changed = differences(other, as_it_was)
    print(f"{'WRONG' if changed else 'well'}: rebuilt: {changed}")
    yield not changed
    with closing(sqlite3.connect(other / RECORD)) as db:
        db.execute("PRAGMA user_version = 7")
    run(corpus, other)
    changed = differences(other, as_it_was)
    print(f"{'WRONG' if changed else 'well'}: record of another version: {changed}")
    yield not changed


def main() -> None:
    """Print what was done and what came of it; exit code 1 where something is not as it must be."""
    parser = argparse.ArgumentParser(description="Disturb runs, and look at what they leave behind.")
    parser.add_argument("--count", type=int, default=100, help="moments at which a run is killed")
    parser.add_argument("--documents", type=int, default=300, help="documents of a run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus, clean = folder / "corpus", folder / "clean"
        corpus.mkdir()
        write_documents(corpus, options.documents)
        start = time.perf_counter()
        code, said = run(corpus, clean)
        seconds = time.perf_counter() - start
        print(f"a clean run over {options.documents} documents: exit code {code}, {seconds:.1f} s; {said}", flush=True)
        complete = killed(corpus, folder / "killed", options.count, seconds / 2)
        run(corpus, folder / "killed")
        changed = differences(folder / "killed", state(clean))
        print(f"killed at {options.count} moments, of {complete + 1} complete runs; differences: {changed}", flush=True)
        good = [not changed, *trials(corpus, clean, folder)]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
