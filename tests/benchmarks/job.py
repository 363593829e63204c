"""How long the main job takes: ``make bench-job COUNT=1000``, over the shipped corpus and over documents made for this.

Each of those is a title, a place and date, and sentences of ``tests/gold/own.jsonl`` in an order of its own, about 150
words. What is printed are wall and CPU seconds of ``communique run`` over all of them, of a second run over the same,
and of ``communique report`` alone, and the memory of the largest process.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

GOLD = Path(__file__).parents[1] / "gold" / "own.jsonl"
CORPUS = Path(__file__).parents[2] / "corpus"
WORDS = 150
FIRST_DAY = date(2020, 1, 1)
PAIRS = ("Norway and Chile", "Kenya and Finland", "Portugal and Peru", "Austria and Ghana", "Canada and Fiji")


def sentences() -> list[str]:
    """The sentences of the project's own gold, in order."""
    with GOLD.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [" ".join(r["text"][s["start"] : s["end"]].split()) for r in records for s in r["sentences"]]


def write_documents(folder: Path, count: int, length: int = WORDS) -> None:
    """Write ``count`` documents of about ``length`` words; the same for the same count and length."""
    known = sentences()
    draw = random.Random(count)
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number)
        words: list[str] = []
        for sentence in draw.sample(known, len(known)):
            if len(words) >= length:
                break
            words += sentence.split()
        title = f"Joint Statement by {PAIRS[number % len(PAIRS)]}"
        text = f"{title}\n\nOslo, {day:%B} {day.day}, {day.year}\n\n{' '.join(words)}\n"
        (folder / f"{day.isoformat()}-statement.txt").write_text(text, encoding="utf-8")


def timed(*command: object) -> tuple[float, float]:
    """Wall and CPU seconds of a command of Communiqué, its workers' included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "pipeline.cli", *map(str, command)], check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(corpus: Path, outputs: Path) -> None:
    """Run over a corpus, run again, report alone: print a line for each."""
    paths = [path for path in corpus.iterdir() if path.suffix == ".txt"]
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    print(f"{len(paths):,} documents, {words:,} words")
    steps = {
        "run over all": ("run", "--corpus", corpus, "--outputs", outputs),
        "run again, nothing new": ("run", "--corpus", corpus, "--outputs", outputs),
        "report alone": ("report", "--outputs", outputs),
    }
    for name, command in steps.items():
        wall, cpu = timed(*command)
        print(f"  {name:24s} {wall:7.1f} s, {cpu:7.1f} s of CPU time")


def main() -> None:
    """Measure over the shipped corpus, then over documents written into a temporary folder."""
    parser = argparse.ArgumentParser(description="Measure the main job over documents made for the purpose.")
    parser.add_argument("--count", type=int, default=1000, help="number of documents")
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as folder:
        measure(CORPUS, Path(folder, "shipped"))
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        write_documents(corpus, count)
        measure(corpus, Path(folder, "outputs"))
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process {largest:,.0f} MB")


if __name__ == "__main__":
    main()
