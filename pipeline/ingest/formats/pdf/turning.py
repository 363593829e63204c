"""Pages set upright: text that was turned by a quarter, and pages that lie a little askew, as from a scanner.

The skew is read off the baselines: how far one rises from the first to the last letter of a line (after Baird 1987,
"The skew angle of printed documents", which fits lines to the same places). Letters of a scan often stand level on a
baseline that rises word by word, so their own angle does not tell it.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.formats.pdf.sheet import Box, Glyph, Sheet

SLANT = 0.1
"""Sine of the angle to the next quarter from which on text is slanted: a stamp or a watermark."""
FEWEST_TURNED = 200
"""Letters written in another direction than most of their page from which on they are text: stamps have fewer."""
TURNED_SHARE = 0.1
SHORTEST_LINE = 12.0
"""Length of a line whose slope counts, in heights of its letters."""
STEP = 0.35
"""Rise from letter to letter within a line, in heights, at most."""
GAP = 4.0
LEAST_SKEW = 0.001
MOST_SKEW = 0.06
"""Slopes between which a page is levelled: 0.06 and 3.4 degrees."""


class Upright(NamedTuple):
    """Letters that run level from left to right, and the size and the pictures of the page as it is so held."""

    width: float
    height: float
    glyphs: list[Glyph]
    pictures: list[Box]


def set_upright(sheet: Sheet) -> tuple[list[Upright], str]:
    """The page in each direction in which text is written on it, most first, and the wording of what is left out."""
    quarters: defaultdict[int, list[Glyph]] = defaultdict(list)
    slanted: list[Glyph] = []
    for glyph in sheet.glyphs:
        quarter = round(glyph.angle / (math.pi / 2)) if glyph.angle else 0
        if glyph.angle and abs(math.sin(glyph.angle - quarter * math.pi / 2)) > SLANT:
            slanted.append(glyph)
        else:
            quarters[quarter % 4].append(glyph)
    order = sorted(quarters, key=lambda quarter: (-len(quarters[quarter]), quarter))
    most = len(quarters[order[0]]) if order else 0
    found: list[Upright] = []
    for quarter in order or [0]:
        glyphs = quarters[quarter]
        if found and len(glyphs) < max(FEWEST_TURNED, TURNED_SHARE * most):
            slanted += glyphs
            continue
        turned = _turned(sheet, glyphs, quarter)
        found.append(turned._replace(glyphs=levelled(turned.glyphs)))
    return found, "".join(f" {g.text}" if g.spaced or g.broken else g.text for g in slanted).strip()


def _turned(sheet: Sheet, glyphs: list[Glyph], quarter: int) -> Upright:
    """Letters written at ``quarter`` quarters clockwise, and the page, turned back by as many."""
    if not quarter:
        return Upright(sheet.width, sheet.height, glyphs, sheet.pictures)

    def place(x: float, y: float) -> tuple[float, float]:
        if quarter == 1:
            return sheet.height - y, x
        return (sheet.width - x, sheet.height - y) if quarter == 2 else (y, sheet.width - x)

    def corners(x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = place(x0, y0), place(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    turned: list[Glyph] = []
    for glyph in glyphs:
        x, base = place(glyph.x, glyph.base)
        left, bottom, right, top = corners(glyph.left, glyph.bottom, glyph.right, glyph.top)
        turned.append(glyph._replace(x=x, base=base, left=left, bottom=bottom, right=right, top=top))
    pictures = [Box(*corners(*picture)) for picture in sheet.pictures]
    width, height = (sheet.width, sheet.height) if quarter == 2 else (sheet.height, sheet.width)
    return Upright(width, height, turned, pictures)


def levelled(glyphs: list[Glyph]) -> list[Glyph]:
    """Letters with their baselines level, where most of their lines rise or fall alike."""
    slope = skew(glyphs)
    if not LEAST_SKEW < abs(slope) < MOST_SKEW:
        return glyphs
    length = math.hypot(1, slope)
    cosine, sine = 1 / length, slope / length
    found: list[Glyph] = []
    for glyph in glyphs:
        base = glyph.base * cosine - glyph.x * sine
        raised = base - glyph.base
        x = glyph.x * cosine + glyph.base * sine
        moved = x - glyph.x
        found.append(
            glyph._replace(
                x=x,
                base=base,
                left=glyph.left + moved,
                bottom=glyph.bottom + raised,
                right=glyph.right + moved,
                top=glyph.top + raised,
            )
        )
    return found


def skew(glyphs: Sequence[Glyph]) -> float:
    """The slope of the lines: the middle one of theirs, by their length; 0 where there are no long lines."""
    slopes: list[tuple[float, float]] = []
    first = last = None
    for glyph in glyphs:
        if first is None or last is None or not _follows(last, glyph):
            _add_slope(slopes, first, last)
            first = glyph
        last = glyph
    _add_slope(slopes, first, last)
    slopes.sort()
    half = sum(length for _, length in slopes) / 2
    for slope, length in slopes:
        half -= length
        if half <= 0:
            return slope
    return 0.0


def _follows(last: Glyph, glyph: Glyph) -> bool:
    height = last.top - last.bottom
    return abs(glyph.base - last.base) <= STEP * height and -0.5 * height <= glyph.left - last.right <= GAP * height


def _add_slope(slopes: list[tuple[float, float]], first: Glyph | None, last: Glyph | None) -> None:
    if first is None or last is None:
        return
    length = last.x - first.x
    if length >= SHORTEST_LINE * (first.top - first.bottom) > 0:
        slopes.append(((last.base - first.base) / length, length))
