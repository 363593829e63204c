"""How long tracking takes: ``make bench-track COUNT=600000``, commitments made by varying those of our own texts.

A few documents are read, then their sentences are drawn anew into documents of six promises each, with words changed by
chance; actors are drawn from pairs of states, a fifth of them the same pair. What is printed are seconds and processor
seconds of the stage, and the memory of the process. Nothing is written.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from pipeline.knowledge import Knowledge
from pipeline.records import Analysis
from pipeline.track.matcher import load_matchers
from pipeline.track.stage import track
from tests.benchmarks.job import sentences
from tests.staged import ingested, tagged

PROMISES = 6
STATES = tuple(f"{a}{b}{c}" for a in "NSK" for b in "AEIO" for c in "LRT")
"""Codes of invented states: a body could not stand for them."""
FIRST_DAY = date(2000, 1, 1)
DAYS = 9000


def patterns() -> list[Analysis]:
    """Documents of the sentences of our own gold that bind, one each."""
    made = (tagged(ingested(text, f"s{n}", parties=["NOR", "CHL"])) for n, text in enumerate(sentences()))
    return [a for a in made if len(a.sentences) == 1 and len(a.commitments) == 1]


def corpus(count: int, known: Sequence[Analysis]) -> Iterator[Analysis]:
    """Documents that hold ``count`` commitments in all, the same for the same count."""
    draw = random.Random(count)
    noise = np.random.default_rng(count)
    vocabulary = sorted({word for a in known for word in a.sentences[0].text.split() if word.isalpha()})
    for number in range(count // PROMISES):
        pair = STATES[:2] if draw.random() < 0.2 else tuple(sorted(draw.sample(STATES, 2)))
        doc_id = f"d{number:06}"
        day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        found = [
            _varied(a, doc_id, n, pair, vocabulary, draw, noise) for n, a in enumerate(draw.sample(known, PROMISES), 1)
        ]
        document = replace(
            known[0].document, doc_id=doc_id, date=day, parties=pair, title=f"Talks of {pair[0]} and {pair[1]}", text=""
        )
        yield Analysis(
            document,
            tuple(a.sentences[0] for a in found),
            (),
            tuple(a.commitments[0] for a in found),
        )


def _varied(
    pattern: Analysis,
    doc_id: str,
    number: int,
    pair: tuple[str, ...],
    vocabulary: Sequence[str],
    draw: random.Random,
    noise: np.random.Generator,
) -> Analysis:
    """A sentence in which a third of the words are others, with a vector moved as far."""
    words = [draw.choice(vocabulary) if draw.random() < 1 / 3 else w for w in pattern.sentences[0].text.split()]
    text = " ".join(words)
    vector = np.frombuffer(pattern.sentences[0].vector, dtype=np.int8).astype(np.float32)
    moved = np.clip(vector + noise.normal(0, 20, len(vector)), -127, 127).astype(np.int8)
    place = f"{doc_id}:{number}"
    sentence = replace(pattern.sentences[0], doc_id=doc_id, sentence_id=place, text=text, vector=moved.tobytes())
    promise = replace(
        pattern.commitments[0],
        commitment_id=f"{place}.1",
        doc_id=doc_id,
        sentence_id=place,
        actors=pair,
        action=" ".join(words[2:]),
        sentence=text,
    )
    return replace(pattern, sentences=(sentence,), commitments=(promise,))


class Waited:
    """Documents, and the seconds that making them took."""

    def __init__(self, made: Iterator[Analysis]) -> None:
        self.made = made
        self.wall = self.cpu = 0.0

    def __iter__(self) -> Iterator[Analysis]:
        while True:
            wall, cpu = time.perf_counter(), time.process_time()
            analysis = next(self.made, None)
            self.wall += time.perf_counter() - wall
            self.cpu += time.process_time() - cpu
            if analysis is None:
                return
            yield analysis


def main() -> None:
    """Print the seconds and the memory of tracking so many commitments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=600_000)
    options = parser.parse_args()
    made = Waited(corpus(options.count, patterns()))
    knowledge, matchers = Knowledge(), load_matchers()
    start, used = time.perf_counter(), time.process_time()
    tracking = track(made, knowledge, lambda: matchers)
    wall, cpu = time.perf_counter() - start - made.wall, time.process_time() - used - made.cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{options.count:,} commitments: {wall:.0f} s, {cpu:.0f} s of processor, {memory:,.0f} MB, "
        f"{len(tracking.links):,} links, {len(tracking.threads):,} threads"
    )


if __name__ == "__main__":
    main()
