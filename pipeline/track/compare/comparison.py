"""Two documents compared: the redline of their wording, what stands out in it, their commitments side by side."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.records import Analysis, Document, Link, column
from pipeline.track.compare.alignment import Aligned, Place, align
from pipeline.track.compare.highlights import Edit, Highlight, edits, highlights, mentions
from pipeline.track.compare.ledger import Pairing, side_by_side
from pipeline.track.compare.passages import Passage, paragraphs, sentences
from pipeline.track.compare.wording import Run, is_changed, redline

Fate = Literal["same", "changed", "moved", "moved_away", "new", "gone"]
FATES: tuple[Fate, ...] = ("same", "changed", "moved", "moved_away", "new", "gone")


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the redline. ``number`` counts from 1; ``other`` the row of its other place if it was moved."""

    number: int
    fate: Fate
    earlier: tuple[Passage, ...]
    later: tuple[Passage, ...]
    runs: tuple[Run, ...]
    other: int | None = None

    @property
    def is_changed(self) -> bool:
        """Whether words of a kept or moved passage changed."""
        return is_changed(self.runs)


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A row of ``wording.csv`` of a comparison."""

    row: int = column("number of the row, from 1, in the order of the later document")
    fate: Fate = column("same, changed, moved (here from elsewhere), moved_away (from here), new or gone")
    other: int | None = column("row of the other place of a moved passage")
    earlier: str = column("the earlier wording")
    later: str = column("the later wording")
    redline: str = column("one made into the other: [-words taken out-], {+words put in+}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents side by side."""

    earlier: Document
    later: Document
    rows: tuple[Row, ...]
    highlights: tuple[Highlight, ...]
    commitments: tuple[Pairing, ...]


def compare(earlier: Analysis, later: Analysis, links: Iterable[Link], force: Collection[str]) -> Comparison:
    """Lay two documents side by side; ``links`` are those between their commitments, ``force`` are words of force."""
    rows = tuple(_rows(*_laid_out(earlier, later)))
    told = highlights(_changes(rows), mentions(earlier, force), mentions(later, force))
    ledger = side_by_side(earlier.commitments, later.commitments, links)
    return Comparison(earlier.document, later.document, rows, told, ledger)


def _laid_out(earlier: Analysis, later: Analysis) -> tuple[Sequence[Aligned], Sequence[Passage], Sequence[Passage]]:
    """The paragraphs of both documents that have a counterpart, and the sentences of those that have none, aligned.

    A text that lost its paragraphs is laid side by side sentence by sentence, too.
    """
    before, after = paragraphs(earlier), paragraphs(later)
    aligned = _aligned(before, after)
    kept = (
        {i for one in aligned if one.later for i in one.earlier},
        {j for one in aligned if one.earlier for j in one.later},
    )
    parts_before = [part for i, p in enumerate(before) for part in ([p] if i in kept[0] else sentences(p, earlier))]
    parts_after = [part for j, p in enumerate(after) for part in ([p] if j in kept[1] else sentences(p, later))]
    if len(parts_before) == len(before) and len(parts_after) == len(after):
        return aligned, before, after
    return _aligned(parts_before, parts_after), parts_before, parts_after


def _aligned(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Aligned, ...]:
    return align([p.text for p in before], [p.text for p in after])


def wording_row(row: Row) -> WordingRow:
    """The row of the redline as text."""
    marks = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    marked = "".join(
        marks[run.change].format(run.text.rstrip()) + run.text[len(run.text.rstrip()) :] for run in row.runs
    )
    return WordingRow(row.number, row.fate, row.other, _text(row.earlier), _text(row.later), marked)


def _rows(aligned: Sequence[Aligned], before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Row]:
    moved: dict[tuple[int, ...], dict[Place, int]] = {}
    for number, one in enumerate(aligned, 1):
        if one.place in ("moved", "moved_away"):
            moved.setdefault(one.earlier, {})[one.place] = number
    for number, one in enumerate(aligned, 1):
        old, new = tuple(before[i] for i in one.earlier), tuple(after[j] for j in one.later)
        runs = redline(_text(old), _text(new)) if one.place != "moved_away" else ()
        places = moved.get(one.earlier, {})
        other = places.get("moved" if one.place == "moved_away" else "moved_away") if one.place in places else None
        yield Row(number, _fate(one.place, runs), old, new, runs, other)


def _fate(place: Place, runs: Sequence[Run]) -> Fate:
    if place == "kept":
        return "changed" if is_changed(runs) else "same"
    return place


def _changes(rows: Iterable[Row]) -> Iterator[tuple[int, Edit]]:
    """The changes of all rows, a passage that is new or gone as one change."""
    for row in rows:
        if row.fate != "moved_away":
            for edit in edits(row.runs, row.earlier, row.later):
                yield row.number, edit


def _text(found: Sequence[Passage]) -> str:
    return "\n".join(passage.text for passage in found)
