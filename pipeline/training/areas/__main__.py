"""``python -m pipeline.training.areas --gold DIR --press DIR --output DIR``: train the policy areas."""

import argparse
from pathlib import Path

from threadpoolctl import threadpool_limits

from pipeline.classify.model import save_model
from pipeline.knowledge import Knowledge
from pipeline.training.areas.compare import write_comparison
from pipeline.training.areas.train import press_vectors, read_gold_examples, train
from pipeline.training.opinions import Opinions


def main() -> None:
    """Train, save, and say the figures on documents held out."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.areas", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder with train.jsonl, areas.jsonl, seed.jsonl")
    parser.add_argument("--press", type=Path, required=True, help="folder of unlabelled press text")
    parser.add_argument("--labels", type=Path, nargs="*", default=[], help="labels by offset into the press text")
    parser.add_argument("--readers", type=Path, help="folder in which the encoder was taught")
    parser.add_argument("--output", type=Path, required=True, help="folder for the model")
    parser.add_argument("--comparison", type=Path, help="also compare other ways, and write the table to this file")
    parser.add_argument("--language-model", default="pipeline/model/language", help="its vectors are one of the ways")
    # One thread: sums come out the same on every machine, and so do the bytes of the model.
    with threadpool_limits(limits=1):
        _train(parser.parse_args())


def _train(options: argparse.Namespace) -> None:
    examples = read_gold_examples(
        options.gold, options.press, options.labels, Opinions(options.readers) if options.readers else None
    )
    vectors = press_vectors(options.gold, options.press)
    model, figures = train(examples, vectors, Knowledge())
    rounded = {name: round(value, 3) for name, value in figures.items()}
    save_model(model, options.output, {"examples": len(examples), "held_out": rounded})
    for name, value in rounded.items():
        print(f"{name:32s} {value:.3f}")
    if options.comparison:
        write_comparison(examples, vectors, options.language_model, Knowledge(), options.comparison)


if __name__ == "__main__":
    main()
