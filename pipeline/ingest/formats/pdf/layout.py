"""The reading order of a PDF page: columns side by side, what spans them, and the lines of each.

A gutter is a vertical strip that hardly any line crosses, with lines of prose on either side (the whitespace analysis
of Breuel 2002, "Two Geometric Algorithms for Layout Analysis", cut down to text that runs in columns).
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from statistics import median

from pipeline.ingest.cleaning.wording import runs_on
from pipeline.ingest.formats.pdf.lines import Line, lines_of, strands
from pipeline.ingest.formats.pdf.pieces import Piece

STEP = 2.0
"""Points between the places where a gutter is looked for."""
NARROWEST_GUTTER = 0.6
"""In heights of the text."""
FEWEST_COLUMN_LINES = 4
FULLNESS = 0.5
"""Share of the column's width that the middle one of its lines must fill: cells of tables are shorter."""
FEWEST_HALF_LINES = 8
FEWEST_LINE_WORDS = 3
SIMILAR = 0.7
"""Width of the first lines of a short last column against the column before it, at least."""
APART = 2.2
"""Distance of a line from the column below it, in heights of its letters, from which on it is no part of that."""
SHARE_RUNNING = 0.4
"""Share of the lines of a column beyond doubt that go on in lower case in the next."""
MOST_ACROSS = 8
"""Lines across the gutter above and below columns beyond doubt."""
SHIFTED = 0.1
"""Rise or fall, in heights of the letters, from which on two neighbours do not stand on one baseline."""
MOST_TORN = 0.2
"""Lines that go on across the gutter so, for each piece of the side with fewer, in columns."""
MOST_INTERRUPTED = 0.25
"""How often something across the gutter interrupts columns, for each of their lines: headings do so less often, text
with a wide gap here and there more often."""
DEPTH = 2
"""Columns are cut into columns again this many times: up to four side by side."""


def regions(pieces: Sequence[Piece], width: float, depth: int = DEPTH) -> list[list[Line]]:
    """The lines of a page of that ``width``, or a part of one: its columns, and what spans them, in reading order."""
    if not pieces:
        return []
    columns = _columns(pieces, width, depth)
    if columns is None:
        return [lines_of(pieces)]
    left, right, spanning = columns
    found: list[list[Line]] = []
    for across, group in _bands(left, right, spanning):
        if across:
            found.append(lines_of(group))
        else:
            sides = {id(piece) for piece in left}
            found += regions([piece for piece in group if id(piece) in sides], width, depth - 1)
            found += regions([piece for piece in group if id(piece) not in sides], width, depth - 1)
    return found


def _columns(
    pieces: Sequence[Piece], page_width: float, depth: int
) -> tuple[list[Piece], list[Piece], list[Piece]] | None:
    """Pieces left of a gutter, right of it, and across it; None where there are no two columns, or ``depth`` is 0."""
    gutter = _gutter(pieces) if depth and pieces else None
    if gutter is None:
        return None
    left = [piece for piece in pieces if piece.x1 <= gutter]
    right = [piece for piece in pieces if piece.x0 >= gutter]
    spanning = [piece for piece in pieces if piece.x0 < gutter < piece.x1]
    if not (_is_prose(left) or _columns(left, page_width, depth - 1)):
        return None
    if not (_is_prose(right) or _columns(right, page_width, depth - 1) or _begins_column(right, left, page_width)):
        return None
    low = max(min(p.base for p in left), min(p.base for p in right))
    high = min(max(p.base for p in left), max(p.base for p in right))
    if _interruptions(left, right, spanning) > MOST_INTERRUPTED * max(len(lines_of(left)), len(lines_of(right))):
        return None
    if _torn_lines(pieces, right) > MOST_TORN * min(len(left), len(right)):
        return None
    beside = sum(low <= p.base <= high for p in right)
    return (left, right, spanning) if beside >= 0.4 * len(right) or _is_written_apart(left, right) else None


def _interruptions(left: Sequence[Piece], right: Sequence[Piece], spanning: Sequence[Piece]) -> int:
    """How often lines across the gutter stand between lines beside it."""
    places = [(line.base, False) for line in lines_of([*left, *right])] + [
        (line.base, True) for line in lines_of(spanning)
    ]
    kinds = [is_across for is_across, _ in groupby(across for _, across in sorted(places))]
    return sum(kinds[1:-1])


def _torn_lines(pieces: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How often a line goes on right of the gutter a little higher or lower, as on a page that was scanned askew."""
    beyond = {id(piece) for piece in right}
    pairs = [pair for strand in strands(pieces) for pair in pairwise(strand)]
    crossing = [(a, b) for a, b in pairs if id(a) not in beyond and id(b) in beyond]
    return sum(abs(a.base - b.base) > SHIFTED * max(a.size, b.size) for a, b in crossing)


def _is_written_apart(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the content of the page has all of the left side before all of the right one.

    Beside a picture that fills the top of the left column hardly any line of the two stands beside another.
    """
    return max(piece.order for piece in left) < min(piece.order for piece in right)


def has_sure_columns(pieces: Sequence[Piece], page_width: float) -> bool:
    """Whether two columns are beyond doubt: many lines of text that run on, on both sides of a clear strip.

    A few lines across it are headings, or what spans both columns, where they stand above or below them.
    """
    columns = _columns(pieces, page_width, DEPTH)
    if columns is None:
        return False
    left, right, spanning = columns
    if _interruptions(left, right, spanning) or len(lines_of(spanning)) > MOST_ACROSS:
        return False
    clear = min(piece.x0 for piece in right) - max(piece.x1 for piece in left)
    if clear < median(piece.size for piece in pieces):
        return False
    return all(_is_running(lines_of(side)) for side in (left, right))


def _is_running(lines: Sequence[Line]) -> bool:
    pairs = list(pairwise(line.text for line in lines))
    running = sum(runs_on(first, second) for first, second in pairs)
    return len(lines) >= FEWEST_HALF_LINES and running >= SHARE_RUNNING * len(pairs)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The middle of the widest strip in the inner half that the fewest pieces cross."""
    low, high = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    steps = int((high - low) / STEP)
    if steps < 20 or steps > 10_000:
        return None
    crossing = [0] * (steps + 2)
    for piece in pieces:
        crossing[int((piece.x0 - low) / STEP)] += 1
        crossing[min(steps, int((piece.x1 - low) / STEP)) + 1] -= 1
    for i in range(1, len(crossing)):
        crossing[i] += crossing[i - 1]
    inner = range(int(0.22 * steps), int(0.78 * steps))
    fewest = min(crossing[i] for i in inner)
    strips: list[list[int]] = []
    for i in inner:
        if crossing[i] != fewest:
            continue
        if strips and i == strips[-1][-1] + 1:
            strips[-1].append(i)
        else:
            strips.append([i])
    widest = max(strips, key=len)
    needed = NARROWEST_GUTTER * median(p.size for p in pieces)
    return low + (widest[0] + widest[-1] + 1) / 2 * STEP if (len(widest) + 1) * STEP >= needed else None


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """Whether pieces are the lines of a column of text."""
    lines = lines_of(pieces)
    if len(lines) < FEWEST_COLUMN_LINES:
        return False
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    filled = median(line.x1 - line.x0 for line in lines)
    return filled >= FULLNESS * width and median(len(line.text.split()) for line in lines) >= FEWEST_LINE_WORDS


def _begins_column(right: Sequence[Piece], left: Sequence[Piece], page_width: float) -> bool:
    """Whether a few lines right of a column begin another: they are as wide, or the column fills half of the page."""
    lines = lines_of(right)
    if not 1 <= len(lines) < FEWEST_COLUMN_LINES:
        return False
    start, end = min(p.x0 for p in left), max(p.x1 for p in left)
    if len(lines_of(left)) >= FEWEST_HALF_LINES and start < 0.2 * page_width and end < 0.52 * page_width:
        return True
    words = max(len(line.text.split()) for line in lines)
    return words > FEWEST_LINE_WORDS and max(line.x1 - line.x0 for line in lines) >= SIMILAR * (end - start)


def _bands(
    left: Sequence[Piece], right: Sequence[Piece], spanning: Sequence[Piece]
) -> Iterable[tuple[bool, list[Piece]]]:
    """Groups of pieces from top to bottom: those across the columns, and those in columns between them.

    What stands in the right column above all of the left one, and apart from the rest of its own (a date set to the
    right), comes first, on its own. Lines as wide as the column are its text, beside a picture over the left one.
    """
    top = max(piece.base for piece in left)
    wide = SIMILAR * (max(piece.x1 for piece in right) - min(piece.x0 for piece in right))
    above = [piece for piece in right if piece.base > top + piece.size]
    below = max((piece.base for piece in right if piece.base <= top + piece.size), default=0.0)
    if above and (lowest := min(above, key=lambda piece: piece.base)).base - below < APART * lowest.size:
        above = []
    if any(line.x1 - line.x0 >= wide for line in lines_of(above)):
        above = []
    across = {id(piece) for piece in (*spanning, *above)}
    groups: list[tuple[bool, list[Piece]]] = []
    for piece in sorted((*left, *right, *spanning), key=lambda piece: -piece.base):
        is_across = id(piece) in across
        if groups and groups[-1][0] == is_across:
            groups[-1][1].append(piece)
        else:
            groups.append((is_across, [piece]))
    return groups
