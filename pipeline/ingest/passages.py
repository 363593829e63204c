"""What travels through cleaning: stretches of text with their place in the source, and the changes made to them."""

from dataclasses import dataclass

from pipeline.records import BlockKind

SHOWN = 300
"""Longest wording that a change quotes in full; longer wording is shortened in its middle."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the source, and later a paragraph made of such lines.

    ``number`` is the line of the source where it begins, from 1; ``gap`` the empty lines above it; ``indent`` its
    leading columns; ``hint`` its kind where the format of the source says it (a heading of a web page).
    """

    number: int
    text: str
    gap: int = 0
    indent: int = 0
    hint: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that cleaning changed: an :class:`~pipeline.records.Edit` before its document is known."""

    line: int
    rule: str
    before: str
    after: str = ""


def shorten(text: str, width: int = SHOWN) -> str:
    """``text``, or its beginning and end around an ellipsis where it is longer than ``width`` characters."""
    if len(text) <= width:
        return text
    half = (width - 3) // 2
    return f"{text[:half]} … {text[-half:]}"
