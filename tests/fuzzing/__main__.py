"""Fuzz the readers: damaged files of every format, each read as a document of the corpus: ``make fuzz COUNT=10000``.

A damaged file may be read or refused with a sentence. Anything else is a fault: another exception, the end of the
process in native code, more time or memory than one file may take. Files follow from ``--seed`` and their number alone,
so that ``--start N --count 1`` makes file N again. Exits with 1 where there were faults.
"""

import argparse
import multiprocessing
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.fuzzing.reading import damaged_file, work

_STARTING = 60
"""Seconds that a process may take to start, before its first file."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one damaged file: read, refused, or the kind of fault with its story."""

    number: int
    ending: str
    outcome: str
    story: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether the file was neither read nor refused with a sentence."""
        return self.outcome not in ("read", "refused")


class Child:
    """A process that reads files, started again when one ends or stalls it."""

    def __init__(self, seed: int, seconds: float) -> None:
        self.seed, self.seconds = seed, seconds
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, self.seed), daemon=True)
        self.process.start()
        theirs.close()
        if self._answer(_STARTING) != ("ready", ""):
            raise RuntimeError("a process that reads files does not start")

    def _answer(self, seconds: float) -> tuple[str, str]:
        try:
            if not self.connection.poll(seconds):
                return "timeout", f"no answer within {seconds} seconds"
            outcome, story = self.connection.recv()
        except (EOFError, ConnectionError):
            self.process.join()
            return "crash", f"the process ended with exit code {self.process.exitcode}"
        return outcome, story

    def read(self, number: int) -> tuple[str, str]:
        """What became of file ``number``, and its story where it is a fault."""
        self.connection.send(number)
        outcome, story = self._answer(self.seconds)
        if outcome in ("timeout", "crash"):
            self.process.kill()
            self.process.join()
            self._start()
        return outcome, story

    def end(self) -> None:
        """End the process."""
        self.connection.send(None)
        self.process.join()


def fuzz(seed: int, numbers: range, seconds: float) -> Iterator[Result]:
    """Read the files of ``numbers``, one after the other."""
    child = Child(seed, seconds)
    for number in numbers:
        outcome, story = child.read(number)
        yield Result(number, damaged_file(seed, number)[0], outcome, story)
    child.end()


def report(results: list[Result]) -> str:
    """Counts by ending and outcome, and the story of the first fault of each kind."""
    counts = Counter((result.ending, result.outcome) for result in results)
    outcomes = ["read", "refused", *sorted({result.outcome for result in results if result.is_fault})]
    lines = ["format " + "".join(f"{outcome:>10s}" for outcome in outcomes)]
    lines += [
        f"{ending:7s}" + "".join(f"{counts[ending, outcome]:10,}" for outcome in outcomes)
        for ending in sorted({result.ending for result in results})
    ]
    totals = [sum(result.outcome == outcome for result in results) for outcome in outcomes]
    lines.append(f"{'all':7s}" + "".join(f"{total:10,}" for total in totals))
    kinds: dict[str, list[Result]] = {}
    for result in results:
        if result.is_fault:
            kinds.setdefault(result.story, []).append(result)
    for story, same in kinds.items():
        numbers = ", ".join(str(result.number) for result in same[:10])
        lines.append(f"\n{same[0].outcome} ({len(same)}: {same[0].ending} {numbers})\n{story.rstrip()}")
    return "\n".join(lines)


def main() -> None:
    """The command: options in, counts out."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing.__main__", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many files")
    parser.add_argument("--start", type=int, default=0, help="number of the first file")
    parser.add_argument("--seed", type=int, default=2024)
    parser.add_argument("--seconds", type=float, default=20, help="the most that one file may take")
    parser.add_argument("--workers", type=int, default=1, help="processes")
    parser.add_argument("--keep", type=Path, help="folder for the files with faults")
    options = parser.parse_args()
    first, last = options.start, options.start + options.count
    shares = [range(first + i, last, options.workers) for i in range(options.workers)]
    with ThreadPoolExecutor(options.workers) as pool:
        shared = pool.map(lambda share: list(fuzz(options.seed, share, options.seconds)), shares)
        results = sorted((result for share in shared for result in share), key=lambda result: result.number)
    print(report(results))
    faults = [result for result in results if result.is_fault]
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for fault in faults:
            _, data = damaged_file(options.seed, fault.number)
            (options.keep / f"{fault.number}{fault.ending}").write_bytes(data)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
