"""Readers of halves of the publishers, each asked about the publishers that it has not seen.

What the judge and the policy areas learn from an encoder must be what it says of unknown sentences: of those that it
was taught it is too sure.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pipeline.language.encoder.model import Encoder

HALVES = "halves.json"
SIDES = ("first", "second")


@dataclass(frozen=True)
class Opinions:
    """The folder in which the encoder was taught: ``first`` and ``second`` hold the two readers."""

    folder: Path

    @cached_property
    def learned(self) -> dict[str, str]:
        """Which reader has learned from a publisher."""
        halves: dict[str, str] = json.loads((self.folder / HALVES).read_text(encoding="utf-8"))
        return halves

    @cached_property
    def readers(self) -> dict[str, Encoder]:
        """The readers by name."""
        return {name: Encoder(self.folder / name) for name in SIDES}

    def unbiased(self, publisher: str) -> Encoder:
        """The reader that has not learned from a publisher."""
        return self.readers[SIDES[self.learned.get(publisher) == SIDES[0]]]


def write_halves(folder: Path, halves: Sequence[frozenset[str]]) -> None:
    """Keep which reader learned from which publishers."""
    learned = {publisher: name for name, half in zip(SIDES, halves, strict=True) for publisher in sorted(half)}
    (folder / HALVES).write_text(json.dumps(learned, indent=1, sort_keys=True) + "\n", encoding="utf-8")
