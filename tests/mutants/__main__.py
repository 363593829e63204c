"""Do the tests notice mistakes? ``make mutants`` puts small ones into the rules, one at a time, and runs the tests.

    python -m tests.mutants --count 160 --seed 1 --only pipeline/names

The sample depends on the seed and the source alone. Ends with 1 where fewer than 85 % of the mutants are caught.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[_name] = "1"

from tests.mutants.mutate import Mutant, mutants  # noqa: E402
from tests.mutants.run import ALSO, package_of, prepare, run_all, start, tests_of  # noqa: E402

LEAST = 0.85
ROOT = Path(__file__).parents[2]


def sample(count: int, seed: int, only: str) -> list[Mutant]:
    """``count`` mutants, from each package as many as its share of the lines, of each kind of mistake alike."""
    files = {package: _files(package, only) for package in ALSO}
    lines = {package: sum(f.read_text(encoding="utf-8").count("\n") for f in files[package]) for package in ALSO}
    chance = random.Random(seed)
    chosen: list[Mutant] = []
    for package, paths in files.items():
        share = round(count * lines[package] / sum(lines.values()))
        chosen += _alike([m for path in paths for m in mutants(path)], share, chance)
    return chosen


def _files(package: str, only: str) -> list[Path]:
    place = Path(package)
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    return [file for file in files if str(file).startswith(only)]


def _alike(found: list[Mutant], count: int, chance: random.Random) -> list[Mutant]:
    """``count`` of the mutants, one of each kind in turn."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in found:
        kinds[mutant.kind].append(mutant)
    for group in kinds.values():
        chance.shuffle(group)
    turns = [m for k in range(max(map(len, kinds.values()), default=0)) for g in kinds.values() for m in g[k : k + 1]]
    return turns[:count]


def baseline(chosen: list[Mutant], folder: Path) -> float:
    """Seconds that all tests take over the code as it is; ends the program where one of them fails."""
    files = sorted({file for mutant in chosen for file in tests_of(mutant.path)})
    said = folder / "baseline.txt"
    before = time.monotonic()
    _, status = os.waitpid(start(None, files, said), 0)
    if status:
        sys.exit(f"The tests fail without a mutant:\n{said.read_text(encoding='utf-8')[-3000:]}")
    return time.monotonic() - before


def main() -> int:
    """Sample, run, report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--count", type=int, default=160)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", default="pipeline", help="a folder or file: only its modules")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = arguments.parse_args()
    os.chdir(ROOT)
    chosen = sample(given.count, given.seed, given.only)
    prepare()
    tally: dict[str, list[bool]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        seconds = baseline(chosen, folder)
        print(f"{len(chosen)} mutants; the tests take {seconds:.0f} s without one", flush=True)
        for mutant, outcome in run_all(chosen, given.jobs, 2 * seconds + 30, folder):
            tally[package_of(mutant.path)].append(outcome != "survived")
            place = f"{mutant.path}:{mutant.line}"
            print(f"{outcome:9}{place}  {mutant.kind}: {mutant.before}  ->  {mutant.after}", flush=True)
    for package, caught in tally.items():
        print(f"{package:26}{sum(caught):4} of {len(caught):4} caught")
    every = [one for caught in tally.values() for one in caught]
    share = sum(every) / len(every)
    print(f"{'all':26}{sum(every):4} of {len(every):4} caught: {share:.1%}")
    return int(share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
