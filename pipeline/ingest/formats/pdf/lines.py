"""The lines of print that pieces of text make, in a column from top to bottom or as the file draws them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.ingest.formats.pdf.pieces import Piece, join
from pipeline.ingest.formats.pdf.rows import rows_of_tables

RAGGED = 0.12
"""Share of a column's width by which its lines may fall short of its right edge."""
AT_EDGE = 0.15
"""Share of a column's lines that must come near its right edge."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, with the edges of its column. Base and size are those of its largest piece.

    ``has_cells`` tells the row of a table.
    """

    pieces: tuple[Piece, ...]
    left: float
    right: float
    has_cells: bool = False

    @property
    def main(self) -> Piece:
        """The largest piece, the longest of these."""
        return _chief(self.pieces)

    @property
    def base(self) -> float:
        """Baseline in points from the bottom of the page."""
        return self.main.base

    @property
    def size(self) -> float:
        """Height of the letters in points."""
        return self.main.size

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(piece.x0 for piece in self.pieces)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(piece.x1 for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether every piece is bold."""
        return all(piece.bold for piece in self.pieces)

    @property
    def text(self) -> str:
        """The wording from left to right."""
        return join(self.pieces)


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of one column from top to bottom."""
    rows: list[list[Piece]] = []
    chief: Piece | None = None
    for strand in sorted(strands(pieces), key=lambda strand: (-_chief(strand).base, strand[0].x0)):
        piece = _chief(strand)
        if chief is not None and _same_line(chief, piece):
            rows[-1] += strand
            chief = max(chief, piece, key=lambda one: one.size)
        else:
            rows.append(strand)
            chief = piece
    left = min((piece.x0 for row in rows for piece in row), default=0.0)
    tables = rows_of_tables(rows)
    text = [row for i, row in enumerate(rows) if i not in tables] or rows
    right = _right_edge(sorted(max(piece.x1 for piece in row) for row in text), left)
    return [Line(tuple(row), left, right, i in tables) for i, row in enumerate(rows)]


def lines_in_order(pieces: Iterable[Piece]) -> list[Line]:
    """The lines that pieces make in the order in which they come, wherever they stand."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        before = rows[-1][-1] if rows else None
        if before is not None and (
            piece.goes_on(before) or (_same_line(before, piece) and piece.x0 >= before.x1 - 0.5 * before.size)
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    left = min((piece.x0 for row in rows for piece in row), default=0.0)
    right = _right_edge(sorted(max(piece.x1 for piece in row) for row in rows), left)
    return [Line(tuple(row), left, right) for row in rows]


def strands(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces in the order of the content, together where one goes on with the other on its line."""
    strands: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.order):
        if strands and piece.goes_on(strands[-1][-1]):
            strands[-1].append(piece)
        else:
            strands.append([piece])
    return strands


def _chief(strand: Sequence[Piece]) -> Piece:
    """The piece that tells where a stretch of pieces stands: the largest, the longest of these."""
    return max(strand, key=lambda piece: (round(piece.size, 1), len(piece.text)))


def _right_edge(ends: Sequence[float], left: float) -> float:
    """The right edge of a column whose lines end at ``ends``, in order: the furthest that other lines come near to."""
    needed = max(2, AT_EDGE * len(ends))
    for i in range(len(ends) - 1, -1, -1):
        near = ends[i] - RAGGED * (ends[i] - left)
        if i + 1 - bisect_left(ends, near) >= needed:
            return ends[i]
    return ends[-1] if ends else left


def _same_line(one: Piece, other: Piece) -> bool:
    large, small = (one, other) if one.size >= other.size else (other, one)
    if abs(one.base - other.base) <= 0.3 * small.size:
        return True
    middle = (small.top + small.bottom) / 2
    return small.size < 0.85 * large.size and large.bottom < middle < large.top
