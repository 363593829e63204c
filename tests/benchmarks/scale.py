"""What grows with the corpus: ``make bench-scale COUNT=10000``, over an archive made for it.

The record is filled with the findings in so many documents (see :mod:`tests.benchmarks.archive`), then each stage is
run by itself, and the whole job after one more document. Printed are seconds, seconds of processor, the memory of the
largest process, and milliseconds of processor a document. With ``--results`` the figures go to a file, a JSON object
a line, of which ``--chart`` makes the picture of ``docs/scale.svg``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.report.charts.drawing import GREY, Dot, Drawing, Line, Mark, Words, moved
from pipeline.report.charts.vectors import element
from pipeline.settings import Settings

STAGES = ("ingest", "tag", "classify", "track", "report")
MORE = "run after one more document"
COLOURS = {"track": "#0b4f8a", "report": "#c8511b", MORE: "#4c545e"}
"""The steps that are drawn."""
SIDE, ROOM = 340.0, 40.0
"""Width of each side of the picture, and between them, in pixels."""
STATEMENT = """Joint Statement by Norway and Chile

Oslo, 3 May 2024

Norway and Chile will restore the lighthouses of the north by 2035.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a command took over an archive of ``count`` documents: seconds, and megabytes of its largest process."""

    count: int
    step: str
    wall: float
    cpu: float
    memory: float


def measured(count: int, step: str, *arguments: object) -> Figure:
    """What a command of Communiqué takes, its workers' processor time included."""
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall, after = time.perf_counter() - start, os.times()
    if status:
        raise SystemExit(f"{step} ended with status {status}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Figure(count, step, round(wall, 1), round(cpu, 1), round(used.ru_maxrss / 1024))


def archive(folder: Path, count: int) -> Settings:
    """An archive made by a process of its own: what this one holds is counted as memory of those that it begins."""
    command = [sys.executable, "-m", "tests.benchmarks.archive", folder, "--count", str(count)]
    subprocess.run(list(map(str, command)), check=True)
    return Settings(corpus=folder / "corpus", outputs=folder / "outputs")


def figures(settings: Settings, count: int) -> Iterator[Figure]:
    """Each stage over the archive, then the whole job with one document more."""
    folders = ("--corpus", settings.corpus, "--outputs", settings.outputs)
    for stage in STAGES:
        yield measured(count, stage, stage, *(folders if stage == "ingest" else folders[2:]))
    (settings.corpus / "2024-05-03-lighthouses.txt").write_text(STATEMENT, encoding="utf-8")
    yield measured(count, MORE, "run", *folders)


def line(figure: Figure) -> str:
    """A figure as a row."""
    each = 1000 * figure.cpu / figure.count
    return f"{figure.step:28s} {figure.wall:9,.1f} {figure.cpu:9,.1f} {figure.memory:9,.0f} {each:9.2f}"


def draw(results: Path, path: Path) -> None:
    """Write the picture of memory and time by documents, from a file of figures."""
    found = [Figure(**json.loads(row)) for row in results.read_text(encoding="utf-8").splitlines()]
    memory = panel("Memory of the largest process, MB", found, lambda f: f.memory)
    time_each = panel("Processor time, ms a document", found, lambda f: 1000 * f.cpu / f.count)
    marks = (*memory, *moved(time_each, SIDE + ROOM, 0))
    path.write_text(element(Drawing(2 * SIDE + ROOM, 250, marks), "scale") + "\n", encoding="utf-8")


def panel(title: str, found: Sequence[Figure], value: Callable[[Figure], float]) -> list[Mark]:
    """A line for each of the steps that grow, by documents, each ten times as many as far to the right."""
    top, bottom = 30.0, 220.0
    counts = sorted({f.count for f in found})
    most = max(value(f) for f in found if f.step in COLOURS)
    right = {count: 20 + (SIDE - 40) * n / max(len(counts) - 1, 1) for n, count in enumerate(counts)}
    marks: list[Mark] = [Words(0, 14, title, bold=True), Line(((0, bottom), (SIDE, bottom)))]
    marks += [Words(right[count], bottom + 16, f"{count:,}", "middle", GREY) for count in counts]
    for n, (step, colour) in enumerate(COLOURS.items()):
        points = sorted((f.count, value(f)) for f in found if f.step == step)
        places = [(right[count], bottom - (bottom - top) * height / most) for count, height in points]
        marks += [Line(tuple(places), colour, 2), *(Dot(x, y, 3, colour, colour) for x, y in places)]
        marks += [
            Words(x, y - 7, f"{height:,.0f}", "middle", colour, 11)
            for (x, y), (_, height) in zip(places, points, strict=True)
        ]
        marks.append(Words(130 * n - (60 if n else 0), 245, step, "start", colour, 11))
    return marks


def main() -> None:
    """Measure, or draw what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--results", type=Path, help="file to which the figures are added")
    parser.add_argument("--chart", type=Path, help="draw the figures of --results there, and measure nothing")
    options = parser.parse_args()
    if options.chart:
        draw(options.results, options.chart)
        return
    with tempfile.TemporaryDirectory() as folder:
        settings = archive(Path(folder), options.count)
        print(f"{options.count:,} documents\n{'':28s} {'wall s':>9s} {'CPU s':>9s} {'MB':>9s} {'ms each':>9s}")
        for figure in figures(settings, options.count):
            print(line(figure), flush=True)
            if options.results:
                with options.results.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(asdict(figure)) + "\n")


if __name__ == "__main__":
    main()
