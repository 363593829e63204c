"""Rows of tables: lines whose gaps, and the cells behind these, stand under each other.

One line with a wide gap is no row: a justified line of few words has gaps as wide, and nothing below them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.ingest.cleaning.markers import is_lone_marker
from pipeline.ingest.formats.pdf.pieces import CELL_GAP, Piece

REACH = 3
"""Lines above and below among which others with the same gap are looked for."""
SURE = 3
"""Other lines with the same gap that make a row of a line whose words are all set apart alike."""
ALIKE = 1.3
"""Widest against narrowest of the gaps of a stretched line, at most."""
COMMON = 0.6
"""In heights of the letters: the strip that two gaps have in common."""
NO_BULLETS = frozenset("\"'“”‘’()[]{}<>«»$€£¥%&@#=.,;:?|/\\")
"""Signs that begin a cell or a sentence."""
ALIGNED = 0.3
"""In heights of the letters: by so much the edges of cells may differ, and the baselines of two in one row."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """The strip between two cells, and the cell behind it."""

    x0: float
    x1: float
    behind: Piece

    def is_under(self, other: "_Gap") -> bool:
        """Whether gap and cell stand under those of another line: by their left edges or middles, figures by the right.

        The right edges of words are no sign: those of justified lines all stand under each other.
        """
        one, two = self.behind, other.behind
        size = max(one.size, two.size)
        if min(self.x1, other.x1) - max(self.x0, other.x0) < COMMON * size:
            return False
        left, right = one.x0 - two.x0, one.x1 - two.x1
        if min(abs(left), abs(left + right) / 2) <= ALIGNED * size:
            return True
        return abs(right) <= ALIGNED * size and one.text.strip()[-1:].isdigit() and two.text.strip()[-1:].isdigit()


def rows_of_tables(lines: Sequence[Sequence[Piece]]) -> set[int]:
    """The places of those lines, from top to bottom, that are rows of a table."""
    gaps = [_wide_gaps(line) for line in lines]
    found: set[int] = set()
    for i, (line, own) in enumerate(zip(lines, gaps, strict=True)):
        near = gaps[max(0, i - REACH) : i] + gaps[i + 1 : i + REACH + 1] if own else []
        alike = sum(any(a.is_under(b) for a in own for b in other) for other in near)
        if alike >= (SURE if _is_stretched(line) else 1):
            found.add(i)
    return found


def _wide_gaps(line: Sequence[Piece]) -> list[_Gap]:
    """Gaps as between cells; one behind a list marker is none."""
    pieces = _without_marker(line)
    level = [(a, b) for a, b in pairwise(pieces) if abs(a.base - b.base) <= ALIGNED * b.size]
    return [_Gap(a.x1, b.x0, b) for a, b in level if b.x0 - a.x1 > CELL_GAP * b.size]


def _is_stretched(line: Sequence[Piece]) -> bool:
    """Whether every word stands alone, with gaps of one width between them: a justified line."""
    pieces = _without_marker(line)
    gaps = [b.x0 - a.x1 for a, b in pairwise(pieces)]
    if any(" " in piece.text.strip() for piece in pieces) or len(gaps) < 2 or min(gaps) <= 0:
        return False
    return max(gaps) <= ALIKE * min(gaps)


def _without_marker(line: Sequence[Piece]) -> list[Piece]:
    """The pieces from left to right, but for the number or bullet of an item."""
    pieces = sorted(line, key=lambda piece: piece.x0)
    return pieces[1:] if is_lone_marker(pieces[0].text.strip()) or has_bullet(pieces) else pieces


def has_bullet(pieces: Sequence[Piece]) -> bool:
    """Whether a line, from left to right, begins with a bullet: of some fonts it reads as another sign ("!", "§")."""
    first = pieces[0].text.strip()
    if len(pieces) < 2 or len(first) != 1 or first.isalnum() or not first.isprintable() or first in NO_BULLETS:
        return False
    second = pieces[1]
    return second.x0 - pieces[0].x1 > CELL_GAP * second.size and any(map(str.isalpha, second.text))
