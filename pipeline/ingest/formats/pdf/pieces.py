"""The pieces of a PDF page: stretches of text on one line with their place and size, and the page's pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.ingest.formats.pdf.sheet import Box, Glyph, Sheet
from pipeline.ingest.formats.pdf.turning import Upright, set_upright

WIDE_GAP = 0.9
"""Gap, in heights of the text, at which a piece ends: wider than between words, narrower than between columns."""
WIDEST_GAP = 2.0
"""Gap over which a piece goes on with the one before it, in heights of the text."""
WORD_GAP = 0.14
NARROW_GAP = 0.1
"""Gap between words that are drawn one by one with their letters set evenly."""
CELL_GAP = 1.2
"""Gap, in heights of the text, that only stands between the cells of a table or behind a list marker."""
NUMBER_GAP = 0.3
"""Gap behind a figure at the beginning of a piece at which the piece ends: it may number the line."""
EVEN = 0.05
"""By so much of the height the gaps between letters may differ where they are evenly set."""
SHARE_EVEN = 0.85
FEWEST_EVEN = 12
LINE_STEP = 0.5
"""Rise or fall between neighbours on one line, in heights, at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line. Places are in points from the lower left corner; ``base`` is the baseline.

    ``size`` is the height of the font's letters with ascenders and descenders, ``bold`` whether all of it is bold.
    ``order`` is its place in the page's content, ``place`` where the library reads it; ``plain`` its wording as the
    library spaces it, behind a blank or a line feed where the library has white space there, or the end of a line.
    """

    text: str
    x0: float
    x1: float
    base: float
    bottom: float
    top: float
    bold: bool
    order: int = 0
    plain: str = ""
    place: int = 0

    @property
    def size(self) -> float:
        """Height of the letters in points."""
        return self.top - self.bottom

    def goes_on(self, before: "Piece") -> bool:
        """Whether the piece stands behind ``before`` in the content and on its line, a little raised or lowered."""
        height = max(self.size, before.size)
        is_near = -0.5 * height <= self.x0 - before.x1 <= WIDEST_GAP * height
        return self.order == before.order + 1 and is_near and abs(self.base - before.base) <= LINE_STEP * height


@dataclass(frozen=True, slots=True)
class Page:
    """A page, or what is written on it in one direction: its size in points, pieces of text, and pictures.

    ``stamps`` is the wording of what is written aslant, and of the little that is written in another direction.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    pictures: tuple[Box, ...]
    stamps: str = ""


def pages_of(sheet: Sheet, number: int) -> list[Page]:
    """What is written on a page, apart for each direction of writing."""
    directions, stamps = set_upright(sheet)
    return [_page(upright, number, "" if i else stamps) for i, upright in enumerate(directions)]


def _page(upright: Upright, number: int, stamps: str) -> Page:
    pieces = tuple(_piece(run, i) for i, run in enumerate(_runs(upright.glyphs)))
    return Page(number, upright.width, upright.height, pieces, tuple(upright.pictures), stamps)


def join(pieces: Sequence[Piece], between_cells: str = " ") -> str:
    """The text of pieces on one line, from left to right, with ``between_cells`` in the gaps of a table's row."""
    text = ""
    last: Piece | None = None
    for piece in sorted(pieces, key=lambda piece: piece.x0):
        if last is not None:
            gap = piece.x0 - last.x1
            is_next = piece.order == last.order + 1
            is_torn = is_next and not piece.plain[:1].isspace()
            if gap > CELL_GAP * piece.size:
                text += between_cells
            elif gap > (2 * WORD_GAP if is_torn else WORD_GAP) * piece.size or (is_next and piece.plain[:1] == " "):
                text += " "
        text += piece.text
        last = piece
    return " ".join(text.split())


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Letters that go on, one behind the other, on one line and in one size."""
    run: list[Glyph] = []
    right = 0.0
    for glyph in glyphs:
        if glyph.top <= glyph.bottom:
            continue
        if run and not _takes(run, right, glyph):
            yield run
            run = []
        right = max(right, glyph.right) if run else glyph.right
        run.append(glyph)
    if run:
        yield run


def _takes(run: Sequence[Glyph], right: float, glyph: Glyph) -> bool:
    """Whether a letter goes on with the run: on its line, of its size, and near."""
    first = run[0]
    height = first.top - first.bottom
    gap = glyph.left - right
    if glyph.broken or abs(glyph.base - first.base) > 0.1 * height:
        return False
    if abs(glyph.top - glyph.bottom - height) > 0.12 * height or glyph.right < first.left:
        return False
    if (glyph.left, glyph.right) == (run[-1].left, run[-1].right):
        return True  # two letters of one ligature
    if len(run) <= 4 and gap > NUMBER_GAP * height and all(one.text.isdigit() for one in run):
        return False
    return -0.5 * height <= gap <= WIDE_GAP * height


def _piece(run: Sequence[Glyph], order: int) -> Piece:
    first = run[0]
    height = first.top - first.bottom
    gaps = [glyph.left - before.right for before, glyph in pairwise(run)]
    widest = _widest_within_words(run, gaps, height)
    text, plain = [first.text], ["\n" if first.broken else " " if first.spaced else "", first.text]
    for glyph, gap in zip(run[1:], gaps, strict=True):
        if glyph.spaced:
            plain.append(" ")
        if glyph.spaced or gap > widest:
            text.append(" ")
        text.append(glyph.text)
        plain.append(glyph.text)
    return Piece(
        text="".join(text),
        x0=first.left,
        x1=max(glyph.right for glyph in run),
        base=first.base,
        bottom=first.bottom,
        top=first.top,
        bold=all(glyph.bold for glyph in run),
        order=order,
        plain="".join(plain),
        place=first.place,
    )


def _widest_within_words(run: Sequence[Glyph], gaps: Sequence[float], height: float) -> float:
    """The widest gap between letters of a word: small where nearly all gaps are alike, as letters are then set evenly.

    Words that are drawn one by one, without blanks, come close to each other where a line is justified.
    """
    within = [gap for glyph, gap in zip(run[1:], gaps, strict=True) if not glyph.spaced]
    if len(within) < FEWEST_EVEN:
        return 2 * WORD_GAP * height
    usual = median(within)
    even = sum(abs(gap - usual) <= EVEN * height for gap in within)
    return usual + (NARROW_GAP if even >= SHARE_EVEN * len(within) else 2 * WORD_GAP) * height
