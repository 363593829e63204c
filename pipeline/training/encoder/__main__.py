"""``python -m pipeline.training.encoder --gold DIR --press DIR --labels DIR --work DIR --output DIR``.

Three readers are taught: one on each half of the publishers, which says what it thinks of the other half (the judge
and the areas learn from that), and one on all, which begins as the mean of the two (model soups: Wortsman et al.
2022). What was reached is kept in the folder ``--work``; a training that was
stopped goes on there.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.language.encoder.pieces import Splitter
from pipeline.training.encoder.base import NAME, checked, installed_base
from pipeline.training.encoder.examples import Stretch, halves, publishers, read
from pipeline.training.encoder.export import export
from pipeline.training.encoder.fit import Course, asked, average, fit
from pipeline.training.encoder.measure import Measured
from pipeline.training.encoder.network import Reader
from pipeline.training.opinions import SIDES, write_halves

ALL = "all"
HALF = (Course(passes=2, rate=1.5e-4, boldness=0.0), Course(passes=1, rate=8e-5, boldness=0.5))
"""How a reader of half the publishers is taught: rare acts are looked for once the frequent ones are known."""
WHOLE = Course(passes=1, rate=1e-4, boldness=0.5)


GOLD = ("train", "train2", "train3", "train4", "seed", "areas")
LABELS = ("press", "press_read", "press_read_doubt")
PARTIAL = ("press_doubtful", "press_cued", "press_commitments", "plain")
"""Files in which areas were not labelled."""


def main() -> None:
    """Teach the readers that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.encoder", description=__doc__)
    parser.add_argument(
        "--base", type=Path, help="folder of the pretrained encoder; that of its package where not given"
    )
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--press", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for what is reached, outside the repository")
    parser.add_argument("--output", type=Path, required=True, help="folder for the encoder that ships")
    parser.add_argument("--only", choices=(*SIDES, ALL), nargs="*", default=[*SIDES, ALL])
    options = parser.parse_args()
    torch.set_num_threads(1)
    base = checked(options.base or installed_base())
    stretches = everything(options.gold, options.press, options.labels)
    areas = area_keys(Knowledge())
    splitter = Splitter(base)
    sides = halves(stretches)
    options.work.mkdir(parents=True, exist_ok=True)
    write_halves(options.work, sides)
    for name, half in zip(SIDES, sides, strict=True):
        if name in options.only:
            learned = [s for s in stretches if s.group in half]
            reader = Reader(base, len(areas))
            for number, course in enumerate(HALF):
                fit(reader, learned, splitter, areas, course, state=options.work / f"{name}-{number}.pt")
            measured = Measured(areas)
            for stretch, batch, outputs in asked(
                reader, [s for s in stretches if s.group not in half], splitter, areas
            ):
                measured.add(stretch, batch, outputs)
            print(f"{name}, on publishers that it has not seen: {measured}", flush=True)
            export(reader, base, areas, options.work / name, {"sentences": _count(learned)})
    if ALL in options.only:
        reader = Reader(base, len(areas))
        average(reader, [options.work / f"{name}-{len(HALF) - 1}.pt" for name in SIDES])
        fit(reader, stretches, splitter, areas, WHOLE, state=options.work / f"{ALL}.pt")
        export(reader, base, areas, options.output, {"base": NAME, "sentences": _count(stretches)})


def _count(stretches: Sequence[Stretch]) -> int:
    return sum(len(s.sentences) for s in stretches)


def everything(gold: Path, press: Path, labels: Path) -> list[Stretch]:
    """All stretches to learn from, in a fixed order."""
    known = publishers(press)
    files = [(gold / f"{name}.jsonl", True) for name in GOLD]
    files += [(labels / f"{name}.jsonl", name in LABELS) for name in (*LABELS, *PARTIAL)]
    return [s for file, areas in files if file.is_file() for s in read(file, press, known, areas)]


if __name__ == "__main__":
    main()
