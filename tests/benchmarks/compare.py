"""Time of a comparison of two long documents, without reading and tagging: ``--pages 200``.

The later document is the earlier one with one word of twenty changed, and paragraphs moved, left out, put in.
"""

import argparse
import random
import sys
import tempfile
import time
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

from pipeline.records import Analysis
from pipeline.track.compare.comparison import compare
from pipeline.track.compare.files import write_comparison
from pipeline.track.compare.force import force_words
from tests.shipped import KNOWLEDGE
from tests.staged import ingested

WORDS_OF_A_PAGE = 500
WORDS_OF_A_PARAGRAPH = 50
VOCABULARY = 6_000


def paragraphs(count: int, chance: random.Random) -> list[str]:
    """Paragraphs of words as unevenly frequent as those of a language."""
    words = ["".join(letters) for letters in islice(product(ascii_lowercase, repeat=3), VOCABULARY)]
    weights = [1 / (n + 1) for n in range(VOCABULARY)]
    return [" ".join(chance.choices(words, weights, k=WORDS_OF_A_PARAGRAPH)) + "." for _ in range(count)]


def revised(earlier: list[str], chance: random.Random) -> list[str]:
    """Another state of the paragraphs."""
    later = [" ".join(w if chance.random() > 0.05 else "revised" for w in p.split()) for p in earlier]
    kept = [paragraph for paragraph in later if chance.random() > 0.05]
    moved = [kept.pop(chance.randrange(len(kept))) for _ in range(len(kept) // 20)]
    for paragraph in [*moved, *paragraphs(len(kept) // 20, chance)]:
        kept.insert(chance.randrange(len(kept) + 1), paragraph)
    return kept


def main(arguments: list[str]) -> None:
    """Compare and write, and print the seconds of the processor for either."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    pages = parser.parse_args(arguments).pages
    chance = random.Random(1)
    before = paragraphs(pages * WORDS_OF_A_PAGE // WORDS_OF_A_PARAGRAPH, chance)
    one, other = (
        Analysis(ingested("\n\n".join(text), name, language="en"), (), (), ())
        for name, text in (("earlier", before), ("later", revised(before, chance)))
    )
    start = time.process_time()
    comparison = compare(one, other, (), KNOWLEDGE.get(force_words))
    compared = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        write_comparison(comparison, Path(folder), KNOWLEDGE)
    print(f"{pages} pages: compared in {compared - start:.1f} s, written in {time.process_time() - compared:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
