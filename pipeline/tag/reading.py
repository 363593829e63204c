"""What the encoder read, as features of the judge and of the acts: ``reads=action>4`` for a score of 0.4 or more.

A score becomes steps, each with a weight of its own: how far a score is to be trusted is learned, and the reason of a
decision names the step that counted.
"""

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Span

from pipeline.language.encoder.labels import Tag
from pipeline.language.encoder.meaning import Meaning
from pipeline.records import ACTS
from pipeline.tag.wording import READING

STEPS = tuple(round(0.05 + 0.1 * k, 2) for k in range(10))
"""0.05, 0.15, ... 0.95: between the values to which scores are mostly drawn."""


def sentence_readings(meaning: Meaning | None, sentence: Span) -> Iterator[str]:
    """What a sentence does, as the encoder reads it."""
    if meaning is not None:
        row = meaning.acts[meaning.sentence(sentence.start)]
        for act, score in zip(ACTS, row.tolist(), strict=True):
            yield from _steps(act, score)


def action_readings(meaning: Meaning | None, cue: Span, action: Span) -> Iterator[str]:
    """Whether the encoder reads a commitment in a cue and an action, and in their sentence."""
    if meaning is None:
        return
    inside = meaning.tags[action.start : action.end]
    bound = float(np.mean(inside[:, Tag.CUE] + inside[:, Tag.BEGIN] + inside[:, Tag.ACTION]))
    yield from _steps("action", bound)
    yield from _steps("begin", float(inside[:2, Tag.BEGIN].max(initial=0.0)))
    yield from _steps("cue", float(meaning.tags[cue.start : cue.end, Tag.CUE].max(initial=0.0)))
    acts = meaning.acts[meaning.sentence(action.start)].tolist()
    for act in ("commitment", "report", "position"):
        yield from _steps(act, acts[ACTS.index(act)])


def _steps(name: str, score: float) -> Iterator[str]:
    for number, step in enumerate(STEPS):
        if score < step:
            break
        yield f"{READING}{name}>{number}"
