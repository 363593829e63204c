"""How long the main job takes: ``make bench-job COUNT=1000``, over the shipped corpus and over documents made for this.

Each of those is a title, a place and date, and sentences of ``tests/gold/own.jsonl`` in an order of its own, about 150
words. What is printed are wall and CPU seconds of ``communique run`` over all of them, of a second run over the same,
of ``communique report`` alone, of a run without encoder and of one with a single process, and the memory of the largest
process. Beside it stands the speed of the bare parser on the same texts in the same minutes: machines differ, and one
that others use too differs from itself.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from threadpoolctl import threadpool_limits

from pipeline.language.load import load_language
from pipeline.settings import current
from tests.benchmarks.language import BARE, documents, parse

GOLD = Path(__file__).parents[1] / "gold" / "own.jsonl"
CORPUS = Path(__file__).parents[2] / "corpus"
WORDS = 150
PARSED_WORDS = 20_000
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


def bare_parser(corpus: Path) -> float:
    """Words a second that the language model's parser alone reads of a corpus, on one core."""
    nlp = load_language(current().language_model)
    texts = documents(corpus, PARSED_WORDS)
    names = [name for name in nlp.pipe_names if name in BARE]
    with threadpool_limits(limits=1):
        return sum(len(text.text.split()) for text in texts) / parse(nlp, texts, names)


def measure(corpus: Path, outputs: Path, steps: Mapping[str, Sequence[object]]) -> None:
    """Run over a corpus, run again, report alone, then ``steps``, into folders of their own: print a line for each."""
    paths = [path for path in corpus.iterdir() if path.suffix == ".txt"]
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    print(f"{len(paths):,} documents, {words:,} words; the bare parser reads {bare_parser(corpus):,.0f} words a second")
    run = ("run", "--corpus", corpus, "--outputs")
    commands: dict[str, tuple[object, ...]] = {
        "run over all": (*run, outputs),
        "run again, nothing new": (*run, outputs),
        "report alone": ("report", "--outputs", outputs),
    }
    commands |= {name: (*run, f"{outputs}-{n}", *options) for n, (name, options) in enumerate(steps.items())}
    for name, command in commands.items():
        wall, cpu = timed(*command)
        print(f"  {name:26s} {wall:7.1f} s, {cpu:7.1f} s of CPU time")


OTHER_WAYS = {
    "run with one process": ("--workers", 1),
    "run with two processes": ("--workers", 2),
    "run without encoder": ("--encoder", "none"),
}


def main() -> None:
    """Measure over the shipped corpus, then over documents written into a temporary folder."""
    parser = argparse.ArgumentParser(description="Measure the main job over documents made for the purpose.")
    parser.add_argument("--count", type=int, default=1000, help="number of documents")
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as folder:
        measure(CORPUS, Path(folder, "shipped"), {})
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        write_documents(corpus, count)
        measure(corpus, Path(folder, "outputs"), OTHER_WAYS)
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process {largest:,.0f} MB")


if __name__ == "__main__":
    main()
