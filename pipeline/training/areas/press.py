"""Sentences of press texts, for learning only: a quick split by lines and full stops, good enough to count words."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.ingest.cleaning.blocks import is_heading

_BREAK = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9•])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|H\.E|U\.S|U\.K|U\.N|No|St|Gen|Lt|Sen|Prof|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a heading of a press text."""

    text: str
    heading: bool


def lines(text: str) -> Iterator[Line]:
    """Sentences and headings of a text in order."""
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        if is_heading(line):
            yield Line(line, True)
            continue
        sentence = ""
        for part in _BREAK.split(line):
            sentence = f"{sentence} {part}" if sentence else part
            if not _ABBREVIATION.search(sentence):
                yield Line(sentence, False)
                sentence = ""
        if sentence:
            yield Line(sentence, False)


def press_files(folder: Path, leave_out: Collection[str]) -> list[Path]:
    """Text files of the press folder in a fixed order, without the documents named in ``leave_out``."""
    return [path for path in sorted(folder.glob("*/*.txt")) if path.stem not in leave_out]
