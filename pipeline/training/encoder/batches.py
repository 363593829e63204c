"""Windows of labelled sentences, and batches of them as tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from pipeline.language.encoder.labels import ATTRIBUTES, TOLD, Tag
from pipeline.language.encoder.pieces import Pieces, Splitter
from pipeline.language.encoder.windows import Window, windows
from pipeline.training.encoder.examples import Action, Sentence, Stretch

UNKNOWN = -100
"""The answer that nothing is learned from."""
AT_ONCE = 900
"""Word pieces of a batch, padding included."""
POOL = 64
"""Windows among which those of like length are put together."""


@dataclass(frozen=True)
class Labelled:
    """A window with the sentences in it, and their word pieces."""

    window: Window
    sentences: tuple[Sentence, ...]
    pieces: tuple[Pieces, ...]


@dataclass
class Batch:
    """Tensors of some windows; answers that are not known are :data:`UNKNOWN`, or masked by ``*_known``."""

    pieces: Tensor
    mask: Tensor
    means: Tensor
    ends: Tensor
    acts: Tensor
    acts_known: Tensor
    areas: Tensor
    areas_known: Tensor
    first: Tensor
    tags: Tensor
    actions: Tensor
    cues: Tensor
    attributes: dict[str, Tensor] = field(default_factory=dict)


def labelled_windows(stretch: Stretch, splitter: Splitter, titled: bool) -> Iterator[Labelled]:
    """The windows of a stretch; ``titled`` says whether the document's title is known to them."""
    pieces = [splitter(s.text) for s in stretch.sentences]
    title = splitter(stretch.title).numbers if titled else ()
    for window in windows([p.numbers for p in pieces], title, splitter(stretch.before).numbers):
        until = window.first + len(window.places)
        yield Labelled(window, stretch.sentences[window.first : until], tuple(pieces[window.first : until]))


def batches(labelled: Sequence[Labelled], areas: Sequence[str], chance: random.Random) -> Iterator[Batch]:
    """All windows once, in an order by ``chance``."""
    order = list(labelled)
    chance.shuffle(order)
    found: list[list[Labelled]] = []
    for begin in range(0, len(order), POOL):
        pool = sorted(order[begin : begin + POOL], key=lambda w: len(w.window.pieces))
        current: list[Labelled] = []
        for item in pool:
            if current and (len(current) + 1) * len(item.window.pieces) > AT_ONCE:
                found.append(current)
                current = []
            current.append(item)
        found.append(current)
    chance.shuffle(found)
    yield from (tensors(items, areas) for items in found)


def tensors(items: Sequence[Labelled], areas: Sequence[str]) -> Batch:
    """The tensors of a batch."""
    longest = max(len(i.window.pieces) for i in items)
    size = len(items) * longest
    pieces = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros(len(items), longest, dtype=torch.long)
    tags = torch.full((size,), UNKNOWN)
    rows: list[Tensor] = []
    ends: list[int] = []
    actions: list[tuple[Tensor, Tensor, Action]] = []
    sentences: list[Sentence] = []
    for row, item in enumerate(items):
        numbers = torch.tensor(item.window.pieces)
        pieces[row, : len(numbers)] = numbers
        mask[row, : len(numbers)] = 1
        for sentence, place, split in zip(item.sentences, item.window.places, item.pieces, strict=True):
            begin = row * longest + place.start
            sentences.append(sentence)
            rows.append(_mean(size, range(begin, begin + len(place))))
            ends.append(row * longest + place.stop)
            if sentence.actions is None:
                continue
            tags[begin : begin + len(place)] = Tag.OUTSIDE
            for action in sentence.actions:
                inside = _covered(split, action.start, action.end, len(place))
                cue = _covered(split, *action.cue, len(place))
                if not inside:
                    continue
                tags[[begin + k for k in inside]] = Tag.ACTION
                tags[begin + inside[0]] = Tag.BEGIN
                if cue:
                    tags[[begin + k for k in cue]] = Tag.CUE
                    actions.append(
                        (_mean(size, [begin + k for k in inside]), _mean(size, [begin + k for k in cue]), action)
                    )
    return Batch(
        pieces,
        mask,
        torch.stack(rows),
        torch.tensor(ends),
        torch.tensor([[float(act in (s.acts or ())) for act in TOLD] for s in sentences]),
        torch.tensor([s.acts is not None for s in sentences]),
        torch.tensor([[float(area in (s.areas or ())) for area in areas] for s in sentences]),
        torch.tensor([s.areas is not None for s in sentences]),
        torch.tensor([areas.index(s.areas[0]) if s.areas else UNKNOWN for s in sentences]),
        tags.reshape(len(items), longest),
        torch.stack([a for a, _, _ in actions]) if actions else torch.zeros(0, size),
        torch.stack([c for _, c, _ in actions]) if actions else torch.zeros(0, size),
        {
            name: torch.tensor([_answer(getattr(action, name), values) for _, _, action in actions], dtype=torch.long)
            for name, values in ATTRIBUTES.items()
        },
    )


def _answer(value: object, values: Sequence[object]) -> int:
    return UNKNOWN if value is None else values.index(value)


def _covered(split: Pieces, start: int, end: int, count: int) -> list[int]:
    return [k for k, (a, b) in enumerate(split.places[:count]) if a < end and b > start]


def _mean(size: int, places: Sequence[int]) -> Tensor:
    row = torch.zeros(size)
    if len(places):
        row[list(places)] = 1.0 / len(places)
    return row
