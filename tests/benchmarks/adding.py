"""Time of ``make add`` for a folder of many files beside what their readers alone take: ``--count 1000``.

The files are statements with numbers of their own, as plain text and in every layout of the measured set, one after the
other. Readers and ``add`` go over all of them by turns; the shortest time of each counts, as neighbours on a machine
only ever make it longer.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from pipeline.ingest.adding.add import add
from pipeline.ingest.formats.readers import reader_of
from tests.readers.__main__ import LAYOUTS
from tests.readers.statements import STATEMENTS, Part, Statement
from tests.shipped import KNOWLEDGE


def plain(statement: Statement) -> bytes:
    """A statement as plain text."""
    parts = (" ".join(part.sentences) for part in statement.parts)
    return "\n\n".join((statement.title, statement.dateline, *parts, *statement.notes)).encode()


KINDS = {"plain": (".txt", plain), **LAYOUTS}


def numbered(number: int) -> Statement:
    """The statement of a number: no two have the same title or text."""
    statement = STATEMENTS[number % len(STATEMENTS)]
    last = Part("paragraph", (f"This was round {number} of the talks.",))
    return replace(statement, title=f"Round {number}: {statement.title}", parts=(*statement.parts, last))


def write_files(folder: Path, count: int) -> Counter[str]:
    """Write ``count`` files, and count them by ending."""
    for number, (ending, draw) in enumerate(islice(cycle(KINDS.values()), count)):
        (folder / f"{number:05}{ending}").write_bytes(draw(numbered(number)))
    return Counter(file.suffix for file in folder.iterdir())


def reading_time(folder: Path) -> float:
    """Seconds that the readers take for the files of a folder."""
    start = time.perf_counter()
    for file in sorted(folder.iterdir()):
        reader_of(file.suffix, file.name, KNOWLEDGE)(file.read_bytes(), file.name)
    return time.perf_counter() - start


def adding_time(folder: Path, corpus: Path) -> float:
    """Seconds that ``add`` takes for the same files; raises CommuniqueError where it refuses one."""
    start = time.perf_counter()
    for _ in add([folder], corpus, KNOWLEDGE):
        pass
    return time.perf_counter() - start


def main() -> None:
    """Print both times and their ratio; exits with 1 where adding takes more than twice the readers' time."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.adding", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="how many files")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "press")
        folder.mkdir()
        kinds = write_files(folder, options.count)
        rounds = [
            (reading_time(folder), adding_time(folder, Path(temporary, f"corpus{i}"))) for i in range(options.rounds)
        ]
    reading, adding = (min(times) for times in zip(*rounds, strict=True))
    print(", ".join(f"{number} {ending}" for ending, number in sorted(kinds.items())))
    print(f"readers alone {reading:.1f} s, add {adding:.1f} s: {adding / reading:.2f} times")
    sys.exit(1 if adding > 2 * reading else 0)


if __name__ == "__main__":
    main()
