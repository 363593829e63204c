"""The command that trains ``pipeline/model/parties.json``.

``python -m pipeline.training.parties GOLD.jsonl ... --press FOLDER --output FILE``

GOLD files hold documents with their parties, or name documents of FOLDER (``<source>/<doc_id>.txt``). What is printed
are the figures of the rules alone, and of all together on publishers left out.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from threadpoolctl import threadpool_limits

from pipeline.knowledge import Knowledge
from pipeline.names.situation.weighing import FILE
from pipeline.tables import replacing
from pipeline.training.parties.examples import read_examples
from pipeline.training.parties.fit import by_rules, cross_validated, fit, measured


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, measure and save the trees."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.training.parties", description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--press", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    with threadpool_limits(limits=1):
        examples = list(read_examples(options.gold, options.press, Knowledge()))
        print(f"{len(examples)} views of documents of {len({e.publisher for e in examples})} publishers")
        for name, found in (
            ("rules alone", measured(examples, by_rules)),
            ("as they are told, publishers left out", cross_validated(examples)),
        ):
            for line in found:
                print(f"{name}: {line}")
        trees = fit(examples)
    with replacing(options.output) as file:
        file.write(json.dumps({"bias": trees.bias, "trees": trees.trees}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
