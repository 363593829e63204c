"""Links: each later saying with those of the latest earlier document that make the same undertaking."""

from collections.abc import Iterator

import numpy as np

from pipeline.records import Link
from pipeline.track.candidates import candidates
from pipeline.track.columns import Columns
from pipeline.track.features import features, grounds
from pipeline.track.matcher import Matcher
from pipeline.track.relation import Steps, changes, relation
from pipeline.track.sayings import Promise, Saying
from pipeline.track.wording import stems, word_diff

PAIRS = 100_000
"""Pairs that are scored at once, at least."""
MOST = 3
"""Earlier sayings that a later one is linked to."""


def links(columns: Columns, matcher: Matcher, steps: Steps) -> Iterator[Link]:
    """Links between commitments, in the order of the later ones; the closest earlier saying comes first."""
    every = candidates(columns)
    for start, end in _stretches(columns.papers[every[0]]):
        later, earlier = every[0][start:end], every[1][start:end]
        values = features(columns, later, earlier)
        scores = matcher.probabilities(values)
        for pair in chosen(columns, later, earlier, scores, matcher.threshold):
            now, before = columns.sayings[later[pair]], columns.sayings[earlier[pair]]
            told = grounds(values[pair].tolist(), matcher.weights.tolist())
            yield from _of_pair(now, before, float(scores[pair]), told, steps)


def _stretches(papers: np.ndarray) -> Iterator[tuple[int, int]]:
    """Stretches of pairs, by later document, that are scored at once: whole documents, :data:`PAIRS` or more."""
    ends = np.append(np.flatnonzero(np.diff(papers)) + 1, len(papers)).tolist()
    start = 0
    for end in ends:
        if end - start >= PAIRS or end == len(papers):
            yield start, end
            start = end


def chosen(columns: Columns, later: np.ndarray, earlier: np.ndarray, scores: np.ndarray, threshold: float) -> list[int]:
    """Numbers of the pairs that are links: of each later saying, the likeliest of the latest document that has one."""
    chosen: list[int] = []
    likely = np.flatnonzero(scores >= threshold)
    starts = np.flatnonzero(np.diff(later[likely], prepend=-1))
    for pairs in np.split(likely, starts[1:]):
        if len(pairs):
            latest = columns.papers[earlier[pairs]].max()
            of_latest = [int(p) for p in pairs if columns.papers[earlier[p]] == latest]
            chosen += sorted(of_latest, key=lambda p: (-scores[p], earlier[p]))[:MOST]
    return chosen


def _of_pair(now: Saying, before: Saying, score: float, told: tuple[str, ...], steps: Steps) -> Iterator[Link]:
    """A link for each commitment of the later saying that has a counterpart, for one at least."""
    diff = word_diff(before.text, now.text)
    verdict, ground = relation(now, before, steps)
    for promise, counterpart in _counterparts(now, before):
        found = tuple(changes(now, before, promise, counterpart, steps))
        yield Link(
            promise.commitment_id,
            counterpart.commitment_id,
            verdict,
            score,
            tuple(kind for kind, _ in found),
            f"{', '.join(told)}; {ground}",
            tuple(f"{kind}: {words}" for kind, words in found if words),
            diff,
        )


def _counterparts(now: Saying, before: Saying) -> Iterator[tuple[Promise, Promise]]:
    """Each promise of the later saying with the earlier one whose action has most words in common, if any has."""
    shares = {
        (a, b): _share(one.action, other.action)
        for a, one in enumerate(now.promises)
        for b, other in enumerate(before.promises)
    }
    best = max(shares, key=lambda pair: (shares[pair], -pair[0], -pair[1]))
    for a, promise in enumerate(now.promises):
        b = max(range(len(before.promises)), key=lambda b: (shares[a, b], -b))
        if shares[a, b] >= ALIKE_ACTIONS or (a, b) == best:
            yield promise, before.promises[b]


ALIKE_ACTIONS = 0.3
"""Part of the words of two actions that must be common for them to be counterparts."""


def _share(one: str, other: str) -> float:
    first, second = set(stems(one)), set(stems(other))
    return len(first & second) / max(len(first | second), 1)
