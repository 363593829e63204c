"""A document as the reading of its speech situation sees it: title, issuer, and the parts of its text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

HEADING_LINES = 12
CLOSING_LINES = 10
LONGEST_HEADING = 260
LONGEST_CLOSING = 160
LEAD_LENGTH = 1200
"""Characters of prose that count as its opening."""

_PROSE_END = re.compile(r"[.!?;]['\"”’)]*$")
_SMALL_WORD = re.compile(r"\b[a-z]{2,}")


@dataclass(frozen=True)
class Paper:
    """What is known of a document: ``title`` and ``issuer`` as given or read, the lines of its text in order, and the
    codes of its parties where they are given.
    """

    title: str
    issuer: str
    lines: tuple[str, ...]
    parties: tuple[str, ...] = ()

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The short lines above the prose: letterhead, title, place and day, names of those who speak."""
        return self.lines[: self._prose_start]

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The lines behind the headings."""
        return self.lines[self._prose_start :]

    @cached_property
    def lead(self) -> str:
        """The beginning of the prose."""
        return "\n".join(self.prose)[:LEAD_LENGTH]

    @cached_property
    def closing(self) -> tuple[str, ...]:
        """The short lines at the end: letterhead, signatures, place and day."""
        return tuple(line for line in self.prose[-CLOSING_LINES:] if len(line) <= LONGEST_CLOSING)

    @cached_property
    def _prose_start(self) -> int:
        for i, line in enumerate(self.lines[:HEADING_LINES]):
            if is_prose(line):
                return i
        return min(len(self.lines), HEADING_LINES)


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or more, and no heading."""
    if len(line) > LONGEST_HEADING:
        return True
    return bool(_PROSE_END.search(line) and _SMALL_WORD.search(line) and len(line.split()) > 2)


def paper_of(title: str, issuer: str, lines: Iterable[str], parties: tuple[str, ...] = ()) -> Paper:
    """The paper of a document's lines; empty ones are left out."""
    return Paper(title, issuer, tuple(stripped for line in lines if (stripped := line.strip())), parties)
