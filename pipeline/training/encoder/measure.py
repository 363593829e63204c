"""Figures of a reader on sentences that it has not seen."""

from collections import Counter
from collections.abc import Sequence

from pipeline.language.encoder.labels import TOLD, Tag
from pipeline.training.encoder.batches import UNKNOWN, Batch
from pipeline.training.encoder.examples import Stretch
from pipeline.training.encoder.network import Outputs


class Measured:
    """Adds up hits; printed, it gives F1 of acts, of areas, of action pieces, and how often the first area is right."""

    def __init__(self, areas: Sequence[str]) -> None:
        self.areas = areas
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, stretch: Stretch, batch: Batch, out: Outputs) -> None:
        """Count one batch."""
        said = out.acts > 0
        for k, act in enumerate(TOLD):
            self._add(act, said[batch.acts_known][:, k], batch.acts[batch.acts_known][:, k] > 0)
        self._add("areas", out.areas[batch.areas_known] > -0.4, batch.areas[batch.areas_known] > 0)
        known = batch.first != UNKNOWN
        self.counts["first", "hit"] += int((out.first.argmax(1)[known] == batch.first[known]).sum())
        self.counts["first", "all"] += int(known.sum())
        tagged = batch.tags != UNKNOWN
        self._add("action", out.tags.argmax(2)[tagged] >= Tag.BEGIN, batch.tags[tagged] >= Tag.BEGIN)

    def _add(self, name: str, said: "object", true: "object") -> None:
        self.counts[name, "hit"] += int((said & true).sum())  # type: ignore[operator]
        self.counts[name, "said"] += int(said.sum())  # type: ignore[attr-defined]
        self.counts[name, "true"] += int(true.sum())  # type: ignore[attr-defined]

    def f1(self, name: str) -> float:
        """F1 of one answer."""
        c = self.counts
        return 2 * c[name, "hit"] / max(1, c[name, "said"] + c[name, "true"])

    def __str__(self) -> str:

        hit = sum(self.counts[a, "hit"] for a in TOLD)
        total = sum(self.counts[a, "said"] + self.counts[a, "true"] for a in TOLD)
        parts = [f"acts {2 * hit / max(1, total):.3f}"] + [f"{a} {self.f1(a):.3f}" for a in (*TOLD, "areas", "action")]
        parts.append(f"first area {self.counts['first', 'hit'] / max(1, self.counts['first', 'all']):.3f}")
        return ", ".join(parts)
