"""Links: each later saying with those of the latest earlier document that make the same undertaking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipeline.records import Link
from pipeline.track.candidates import candidates
from pipeline.track.columns import Columns
from pipeline.track.features import features, grounds
from pipeline.track.matcher import Matchers
from pipeline.track.relation import Steps, Verdict, changes, relation
from pipeline.track.sayings import Saying
from pipeline.track.wording import stems, word_diff

PAIRS = 100_000
"""Candidates that are scored at once, at least."""
FAR = 0.5
"""Part of the greatest chance of a saying that a link has at least."""
MOST = 3
"""Earlier sayings that a later one is linked to."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A saying that takes up an earlier one, both by their rows.

    ``promises`` are the commitments of the later one that have a counterpart in the earlier one, with it, by their
    numbers in the sentences; ``told`` is what speaks for the pair.
    """

    later: int
    earlier: int
    score: float
    told: tuple[str, ...]
    verdict: Verdict
    promises: tuple[tuple[int, int], ...]


def pairs(columns: Columns, matchers: Matchers, steps: Steps) -> Iterator[Pair]:
    """Pairs of sayings that make the same undertaking, in the order of the later ones; the closest comes first.

    The relation of a later saying is told against the closest.
    """
    matcher = matchers.of(read=columns.read)
    every = candidates(columns)
    weights = matcher.alone.values.tolist()
    known: dict[Any, Any] = {}
    for start, end in _stretches(columns.papers[every[0]]):
        later, earlier = every[0][start:end], every[1][start:end]
        values = features(columns, matchers.senses, later, earlier)
        scores = matcher.probabilities(columns, later, earlier, values)
        verdicts: dict[int, Verdict] = {}
        for pair in chosen(columns, later, earlier, scores, matcher.threshold):
            row, now, before = int(later[pair]), columns.sayings[later[pair]], columns.sayings[earlier[pair]]
            if row not in verdicts:
                verdicts[row] = relation(now, before, steps, matchers.relations, matchers.rarity)
            # Grounds and verdicts are the same again and again: each is kept once.
            told, verdict = grounds(values[pair].tolist(), weights), verdicts[row]
            yield Pair(
                row,
                int(earlier[pair]),
                float(scores[pair]),
                known.setdefault(told, told),
                known.setdefault(verdict, verdict),
                tuple(known.setdefault(both, both) for both in _counterparts(now, before)),
            )


def links(sayings: Sequence[Saying], pairs: Iterable[Pair], steps: Steps) -> Iterator[Link]:
    """The links of pairs: one for each commitment of the later saying that has a counterpart."""
    for pair in pairs:
        now, before = sayings[pair.later], sayings[pair.earlier]
        diff = word_diff(before.text, now.text)
        verdict, ground = pair.verdict
        for a, b in pair.promises:
            promise, counterpart = now.promises[a], before.promises[b]
            found = tuple(changes(now, before, promise, counterpart, steps))
            yield Link(
                promise.commitment_id,
                counterpart.commitment_id,
                verdict,
                pair.score,
                tuple(kind for kind, _ in found),
                f"{', '.join(pair.told)}; {ground}",
                tuple(f"{kind}: {words}" for kind, words in found if words),
                diff,
            )


def _stretches(papers: np.ndarray) -> Iterator[tuple[int, int]]:
    """Stretches of pairs, by later document, that are scored at once: whole documents, :data:`PAIRS` or more."""
    ends = np.append(np.flatnonzero(np.diff(papers)) + 1, len(papers)).tolist()
    start = 0
    for end in ends:
        if end - start >= PAIRS or end == len(papers):
            yield start, end
            start = end


def chosen(columns: Columns, later: np.ndarray, earlier: np.ndarray, scores: np.ndarray, threshold: float) -> list[int]:
    """Numbers of the pairs that are links: of each later saying, the likeliest of the latest document that has one.

    A document in which it is far less likely than in another does not count.
    """
    chosen: list[int] = []
    likely = np.flatnonzero(scores >= threshold)
    starts = np.flatnonzero(np.diff(later[likely], prepend=-1))
    for pairs in np.split(likely, starts[1:]):
        if len(pairs):
            pairs = pairs[scores[pairs] >= FAR * scores[pairs].max()]
            latest = columns.papers[earlier[pairs]].max()
            of_latest = [int(p) for p in pairs if columns.papers[earlier[p]] == latest]
            chosen += sorted(of_latest, key=lambda p: (-scores[p], earlier[p]))[:MOST]
    return chosen


def _counterparts(now: Saying, before: Saying) -> Iterator[tuple[int, int]]:
    """Each promise of the later saying with the earlier one whose action has most words in common, if any has."""
    if len(now.promises) == len(before.promises) == 1:
        yield 0, 0
        return
    earlier = [_words(promise.action) for promise in before.promises]
    shares = {
        (a, b): len(one & other) / max(len(one | other), 1)
        for a, one in enumerate(_words(promise.action) for promise in now.promises)
        for b, other in enumerate(earlier)
    }
    best = max(shares, key=lambda pair: (shares[pair], -pair[0], -pair[1]))
    for a in range(len(now.promises)):
        b = max(range(len(before.promises)), key=lambda b: (shares[a, b], -b))
        if shares[a, b] >= ALIKE_ACTIONS or (a, b) == best:
            yield a, b


ALIKE_ACTIONS = 0.3
"""Part of the words of two actions that must be common for them to be counterparts."""


def _words(action: str) -> frozenset[str]:
    return frozenset(stems(action))
