"""Paragraphs from the lines of print: what the geometry of the page says about where one ends.

A line begins a paragraph where it stands further below than usual, is indented, is set otherwise (size, weight), begins
with a list marker, or where the line before would have held its first word. Columns and pages are read on.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.ingest.cleaning.hyphens import join_hyphenated, learn_spelling
from pipeline.ingest.cleaning.markers import marker_length
from pipeline.ingest.cleaning.wording import is_finished, runs_on
from pipeline.ingest.description.titles import may_be_title
from pipeline.ingest.formats.pdf.lines import Line
from pipeline.ingest.passages import Change, Passage, shorten
from pipeline.knowledge import Knowledge
from pipeline.records import BlockKind

USUAL_GAP = 1.3
"""In usual distances of two lines: from here on a gap ends a paragraph."""
HEADING_GAP = 1.5
"""The same for the lines of a heading, in heights of its letters where these are more than the usual distance."""
INDENT = 0.8
"""In heights of the letters."""
LARGER = 1.12
AS_WIDE = 0.7
TITLE_LINES = 8
"""Lines of a document among which its title stands."""
TITLE_SIZE = 1.25
"""Size of the letters of a title against those of the text, at least."""
CLOSE = 1.35
"""Distance of the lines of one title, in heights of their letters."""
LONGEST_HEADING = 200
FEWEST_CAPITALS = 10
_BROKEN = re.compile(r"[^\W\d_][-‐\u00ad]$")
"""The end of a line within a word, or between the parts of a compound."""
PARAGRAPH_GAP = 2
"""Empty lines that stand for the end of a paragraph."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its wording, its number in the document, and whether it is the first of its column or page."""

    line: Line
    text: str
    number: int
    first: bool


def paragraphs(lines: Sequence[Placed], body: float, knowledge: Knowledge) -> tuple[list[Passage], list[Change]]:
    """Paragraphs of running text in order, with words broken at a line's end made whole."""
    leading = _usual_leading(lines, body)
    groups: list[list[Placed]] = []
    for placed in lines:
        if groups and (
            not _begins(groups[-1], placed, leading, body) or _goes_on_in_title(groups[-1], placed, body, knowledge)
        ):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    speller = learn_spelling([_passage(placed) for placed in lines], knowledge)
    found: list[Passage] = []
    changes: list[Change] = []
    for group in groups:
        passages = [_passage(placed) for placed in group]
        pieces, hyphens = join_hyphenated(passages, speller)
        text = " ".join(pieces)
        changes += hyphens
        if len(pieces) > 1:
            before = " ⏎ ".join(passage.text for passage in passages)
            changes.append(Change(group[0].number, "line_break", shorten(before), shorten(text)))
        found.append(Passage(group[0].number, text, PARAGRAPH_GAP, 0, _hint(group, text, body)))
    return found, changes


def _begins(group: Sequence[Placed], placed: Placed, leading: float, body: float) -> bool:
    """Whether ``placed`` begins a paragraph behind ``group``."""
    last = group[-1]
    line, before = placed.line, last.line
    if _is_set_otherwise(before, line) or line.has_cells or before.has_cells:
        return True
    if _is_capitals(last.text) and not placed.text.isupper() and not runs_on(last.text, placed.text):
        return True
    if _BROKEN.search(last.text) and placed.text[:1].isalpha():
        return False
    finished = is_finished(last.text)
    if placed.first:
        return marker_length(placed.text) > 0 or not (
            runs_on(last.text, placed.text)
            or (not finished and _is_full(before, placed.text, line) and _is_as_wide(before, line))
        )
    gap = before.base - line.base
    widest = HEADING_GAP * max(leading, line.size) if _stands_out(line, body) else USUAL_GAP * leading
    if gap > widest:
        return not runs_on(last.text, placed.text) or gap > 2.2 * leading
    if marker_length(placed.text):
        return finished or not _is_full(before, placed.text, line) or line.x0 < before.x0 - INDENT * line.size
    edge = group[1].line.x0 if len(group) > 1 else before.x0
    if line.x0 - max(edge, line.left) > INDENT * line.size and len(group) > 1:
        return finished or not _is_full(before, placed.text, line)
    if len(group) == 1 and line.x0 - before.x0 > INDENT * line.size and not marker_length(last.text):
        return finished
    return not _is_full(before, placed.text, line) and not runs_on(last.text, placed.text)


def _goes_on_in_title(group: Sequence[Placed], placed: Placed, body: float, knowledge: Knowledge) -> bool:
    """Whether a line is the next of a title that was broken by hand: both in the same large letters, set close."""
    last, line = group[-1], placed.line
    if placed.first or placed.number > TITLE_LINES or min(last.line.size, line.size) < TITLE_SIZE * body:
        return False
    if _is_set_otherwise(last.line, line) or last.line.base - line.base > CLOSE * line.size or is_finished(last.text):
        return False
    lines = [*(each.text for each in group), placed.text]
    whole = " ".join(lines)
    return len(whole) <= LONGEST_HEADING and all(may_be_title(text, knowledge) for text in (*lines, whole))


def _stands_out(line: Line, body: float) -> bool:
    """Whether a line is set as headings are, which have wider gaps between their own lines."""
    return line.bold or line.size > LARGER * body


def _is_full(before: Line, text: str, line: Line) -> bool:
    """Whether the first word of ``line``, which begins ``text``, would not have fitted behind ``before``."""
    letters = max(1, len(line.text))
    word = len(text.partition(" ")[0]) * (line.x1 - line.x0) / letters
    return before.x1 + word + 0.25 * line.size > before.right - 0.6 * line.size


def _is_as_wide(before: Line, line: Line) -> bool:
    """Whether a line fills the column in which the next one stands: a date set by itself does not."""
    return before.x1 - before.x0 >= AS_WIDE * (line.right - line.left)


def _is_set_otherwise(before: Line, line: Line) -> bool:
    larger, smaller = max(before.size, line.size), min(before.size, line.size)
    return larger > LARGER * smaller or (before.bold != line.bold and (before.bold or line.bold))


def _is_capitals(text: str) -> bool:
    """Whether a line is a heading in capitals, which a typewriter sets as nothing else."""
    return text.isupper() and sum(char.isalpha() for char in text) >= FEWEST_CAPITALS


def _usual_leading(lines: Sequence[Placed], body: float) -> float:
    """The usual distance of two lines in points, by those that surely are of one paragraph where there are any.

    These end without a mark where the first word of the next had no room, and are set as the text is, not as headings.
    """
    near = [(a, b) for a, b in pairwise(lines) if not b.first and 0 < a.line.base - b.line.base < 3.5 * b.line.size]
    full = [(a, b) for a, b in near if _is_full(a.line, b.text, b.line) and not is_finished(a.text)]
    plain = [(a, b) for a, b in full if max(a.line.size, b.line.size) <= LARGER * body]
    if full and not plain:
        return median([(a.line.base - b.line.base) * body / max(body, b.line.size) for a, b in full])
    return median([a.line.base - b.line.base for a, b in plain or near] or [12.0])


def _hint(group: Sequence[Placed], text: str, body: float) -> BlockKind | None:
    """Large letters make a heading; bold ones do where no sentence ends the line."""
    first = group[0].line
    if first.has_cells:
        return "paragraph"
    short = len(text) <= LONGEST_HEADING
    if short and first.size > LARGER * body and not text.endswith("."):
        return "heading"
    return "heading" if short and first.bold and len(group) <= 3 and not is_finished(text) else None


def _passage(placed: Placed) -> Passage:
    return Passage(placed.number, placed.text)
