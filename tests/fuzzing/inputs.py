"""Fuzz what people write by hand: ``make fuzz-inputs COUNT=10000``.

Damaged front matter, metadata files, tables of documents, ``status.csv``, knowledge files and settings may be used or
refused with a sentence; any other exception is a fault, and so is one that takes longer than ten minutes. Inputs follow
from ``--seed`` and their number alone, so that ``--start N --count 1`` makes input N again. Exits with 1 where there
were faults.
"""

import argparse
import faulthandler
import os
import sys
import tempfile
import traceback
import warnings
from collections import Counter
from pathlib import Path

from tests.fuzzing.taking import take, traced
from tests.fuzzing.writing import SHARES, damaged_writing

LONGEST = 600
"""Seconds after which an input ends the program, with the place where it is."""
NOTED = 10


def outcome(seed: int, number: int) -> tuple[str, str, str]:
    """Kind of input ``number``, what became of it, and its story where it is a fault."""
    kind, name, data = damaged_writing(seed, number)
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return kind, take(Path(folder), kind, name, data), ""
        except Exception:  # whatever it is, it is a fault, and the next input is taken all the same
            return kind, "fault", f"{name}\n{traceback.format_exc()}"
        finally:
            os.chdir(here)


def main() -> None:
    """The command: options in, counts out."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing.inputs", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many inputs")
    parser.add_argument("--start", type=int, default=0, help="number of the first input")
    parser.add_argument("--seed", type=int, default=2031)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    traced()  # read before the first input is timed
    counts: Counter[tuple[str, str]] = Counter()
    stories: dict[str, list[int]] = {}
    for number in range(options.start, options.start + options.count):
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        kind, became, story = outcome(options.seed, number)
        faulthandler.cancel_dump_traceback_later()
        counts[kind, became] += 1
        if story and story not in stories:
            print(f"fault: {number}, {kind} {story}", file=sys.stderr, flush=True)
        if story:
            stories.setdefault(story, []).append(number)
        if number % 250 == 249:
            print(f"{number + 1:,} inputs, {sum(map(len, stories.values()))} faults", file=sys.stderr, flush=True)
    print(f"{'':14s}" + "".join(f"{became:>10s}" for became in ("read", "refused", "fault")))
    for kind in SHARES:
        print(f"{kind:14s}" + "".join(f"{counts[kind, became]:10,}" for became in ("read", "refused", "fault")))
    for story, numbers in stories.items():
        print(f"{len(numbers)} times ({', '.join(map(str, numbers[:NOTED]))}): {story.rstrip().splitlines()[-1]}")
    sys.exit(1 if stories else 0)


if __name__ == "__main__":
    main()
