"""Numbers of lines in the margin, as drafts and pleadings have them: one beside every line, or beside every fifth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.ingest.formats.pdf.lines import Line, lines_of
from pipeline.ingest.formats.pdf.pieces import Page, Piece, join

FEWEST = 5
STEPS = (1, 5)
ALIGNED = 2.5
"""Points by which the edges of the numbers may differ."""
MOST_BARE = 0.25
"""Lines without a number among the numbered ones, for each of these."""
SHARE_RUNNING = 0.2
"""Share of the lines that must begin in lower case: the items of a numbered list, the rows of a table do not."""
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with the figure at its edge, if there is one, and what else stands on it."""

    number: Piece | None
    rest: tuple[Piece, ...]

    @property
    def value(self) -> int:
        return int(self.number.text) if self.number else 0


def without_line_numbers(pages: Sequence[Page]) -> tuple[list[Page], list[tuple[int, str]]]:
    """Pages without the numbers of their lines, and what was taken out with the number of its page."""
    cleaned: list[Page] = []
    removed: list[tuple[int, str]] = []
    for page in pages:
        numbers = _line_numbers(page)
        outside = {id(number) for number in numbers}
        cleaned.append(replace(page, pieces=tuple(p for p in page.pieces if id(p) not in outside)) if numbers else page)
        if numbers:
            removed.append((page.number, f"numbers of lines: {numbers[0].text.strip()} to {numbers[-1].text.strip()}"))
    return cleaned, removed


def _line_numbers(page: Page) -> list[Piece]:
    lines = lines_of(page.pieces)
    for is_right in (False, True):
        rows = [_row(line, is_right) for line in lines]
        for step in STEPS:
            run = max(_runs(rows, step), key=len, default=[])
            if len(run) >= FEWEST and _are_line_numbers(rows, run, step, is_right):
                return [rows[place].number for place in run]  # type: ignore[misc]
    return []


def _row(line: Line, is_right: bool) -> _Row:
    pieces = sorted(line.pieces, key=lambda piece: piece.x0)
    piece = pieces[-1] if is_right else pieces[0]
    text = piece.text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST):
        return _Row(None, tuple(pieces))
    return _Row(piece, tuple(pieces[:-1] if is_right else pieces[1:]))


def _runs(rows: Sequence[_Row], step: int) -> Iterator[list[int]]:
    """The places of rows whose numbers, under each other, go up by ``step``."""
    run: list[int] = []
    for place, row in enumerate(rows):
        if row.number is None:
            continue
        before = rows[run[-1]] if run else None
        if before is None or row.value != before.value + step or not _is_under(row.number, before.number):
            if run:
                yield run
            run = []
        run.append(place)
    if run:
        yield run


def _is_under(piece: Piece, other: Piece | None) -> bool:
    return other is not None and (abs(piece.x0 - other.x0) <= ALIGNED or abs(piece.x1 - other.x1) <= ALIGNED)


def _are_line_numbers(rows: Sequence[_Row], run: Sequence[int], step: int, is_right: bool) -> bool:
    """Whether the numbers of a run stand beside lines of running text, and outside of all of them."""
    among = rows[run[0] : run[-1] + 1]
    numbers = [row.number for row in (rows[place] for place in run) if row.number]
    others = [piece for row in among for piece in row.rest]
    others += [row.number for i, row in enumerate(among, run[0]) if row.number and i not in run]
    texts = [text for row in among if (text := join(row.rest))]
    if not others or sum(text[0].islower() for text in texts) < SHARE_RUNNING * len(texts):
        return False
    if is_right and max(p.x1 for p in others) > min(p.x0 for p in numbers):
        return False
    if not is_right and min(p.x0 for p in others) < max(p.x1 for p in numbers):
        return False
    if step > 1:
        return all(step - 1 <= b - a <= step + 1 for a, b in pairwise(run))
    alone = sum(not rows[place].rest for place in run)
    return len(among) - len(run) <= MOST_BARE * len(run) + alone
