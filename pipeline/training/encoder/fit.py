"""Fitting the network to labelled sentences, and asking it about others."""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from pipeline.language.encoder.labels import TOLD
from pipeline.language.encoder.pieces import Splitter
from pipeline.training.encoder.batches import UNKNOWN, Batch, batches, labelled_windows, tensors
from pipeline.training.encoder.examples import Stretch
from pipeline.training.encoder.network import Outputs, Reader

HEAD_RATE = 1e-3
WARMING = 0.06
"""Share of the steps in which the rate rises."""
TITLED = 0.7
"""How often a title is shown where there is one: a page may come without."""
KEEP_EVERY = 150
"""Steps after which the state is kept, so that a training that was stopped goes on."""


SEED = 1


@dataclass(frozen=True, slots=True)
class Course:
    """How a reader is taught: passes over the sentences, the highest rate, and how much the rare acts count.

    ``boldness`` 0 takes every answer alike; 1 lets the sentences that do an act count as much as those that do not.
    """

    passes: int
    rate: float
    boldness: float


def act_weights(stretches: Sequence[Stretch], boldness: float) -> Tensor:
    """How much more it counts to miss an act than to say it wrongly: (no / yes) to the power of ``boldness``."""
    acts = [s.acts for stretch in stretches for s in stretch.sentences if s.acts is not None]
    yes = torch.tensor([float(sum(act in found for found in acts)) for act in TOLD])
    return ((len(acts) - yes) / yes.clamp(min=1.0)) ** boldness


def average(reader: Reader, states: Sequence[Path]) -> None:
    """Give a reader the mean of the weights of others."""
    kept = [torch.load(state, weights_only=True)["reader"] for state in states]
    reader.load_state_dict({name: torch.stack([k[name] for k in kept]).mean(0) for name in kept[0]})


def fit(
    reader: Reader,
    stretches: Sequence[Stretch],
    splitter: Splitter,
    areas: Sequence[str],
    course: Course,
    state: Path,
) -> None:
    """Teach ``reader`` in place; what was reached is kept in the file ``state`` and taken up from there."""
    weights = act_weights(stretches, course.boldness)
    chance = random.Random(SEED)
    torch.manual_seed(SEED)
    plan: list[Batch] = []
    for _ in range(course.passes):
        shown = [w for s in stretches for w in labelled_windows(s, splitter, chance.random() < TITLED)]
        plan += batches(shown, areas, chance)
    heads = {id(p) for p in reader.heads()}
    encoder = [p for p in reader.parameters() if p.requires_grad and id(p) not in heads]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": course.rate}, {"params": reader.heads(), "lr": HEAD_RATE}], weight_decay=0.01
    )
    warm = max(1, int(WARMING * len(plan)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, (len(plan) - step) / max(1, len(plan) - warm))
    )
    begin = 0
    if state.is_file():
        kept = torch.load(state, weights_only=True)
        begin = kept["step"]
        reader.load_state_dict(kept["reader"])
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
    reader.train()
    running = 0.0
    for step in range(begin, len(plan)):
        total = loss(reader, plan[step], weights)
        optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        running = 0.98 * running + 0.02 * float(total.detach())
        if (step + 1) % KEEP_EVERY == 0 or step + 1 == len(plan):
            print(f"{state.stem}: step {step + 1} of {len(plan)}, loss {running:.3f}", file=sys.stderr, flush=True)
            kept = {
                "step": step + 1,
                "reader": reader.state_dict(),
                "optimiser": optimiser.state_dict(),
                "schedule": schedule.state_dict(),
            }
            torch.save(kept, state.with_suffix(".new"))
            state.with_suffix(".new").replace(state)


def loss(reader: Reader, batch: Batch, weights: Tensor) -> Tensor:
    """What is to be made small: the sum of the losses of all heads, each over what is known."""
    out = reader(batch.pieces, batch.mask, batch.means, batch.ends)
    total = 2.0 * _binary(out.acts, batch.acts, batch.acts_known, weights)
    total = total + 2.0 * _binary(out.areas, batch.areas, batch.areas_known, None)
    total = total + 0.5 * _one_of(out.first, batch.first)
    total = total + 1.0 * _one_of(out.tags.reshape(-1, out.tags.shape[-1]), batch.tags.reshape(-1))
    if len(batch.actions):
        for name, logits in reader.attributes_of(out.hidden, batch.actions, batch.cues).items():
            total = total + 0.2 * _one_of(logits, batch.attributes[name])
    return total


def _binary(logits: Tensor, answers: Tensor, known: Tensor, weights: Tensor | None) -> Tensor:
    if not known.any():
        return logits.sum() * 0.0
    return functional.binary_cross_entropy_with_logits(logits[known], answers[known], pos_weight=weights)


def _one_of(logits: Tensor, answers: Tensor) -> Tensor:
    if not (answers != UNKNOWN).any():
        return logits.sum() * 0.0
    return functional.cross_entropy(logits, answers, ignore_index=UNKNOWN)


@torch.no_grad()
def asked(
    reader: Reader, stretches: Sequence[Stretch], splitter: Splitter, areas: Sequence[str]
) -> Iterator[tuple[Stretch, Batch, Outputs]]:
    """What a reader says of each stretch, one batch a window."""
    reader.eval()
    for stretch in stretches:
        for item in labelled_windows(stretch, splitter, bool(stretch.title)):
            batch = tensors([item], areas)
            yield stretch, batch, reader(batch.pieces, batch.mask, batch.means, batch.ends)
