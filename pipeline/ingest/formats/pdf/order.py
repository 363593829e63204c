"""The net under the layout: its order of a page beside the plain order of the library, and beside that of the file.

Lines are put in order by their places on the page. Where that tears apart what stands together both as the library
reads the page and as the file draws it, the library is believed, unless columns are beyond doubt; a document with much
of that is marked.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.ingest.formats.pdf.lines import Line, lines_in_order
from pipeline.ingest.formats.pdf.pieces import Piece

RUN = 5
"""Words that are compared together."""
Order = Literal["ours", "plain", "columns"]
"""That of the layout, that of the library, and that of columns which the layout is sure of and the library is not."""
MOST_TORN = 0.1
"""Share of our runs of words that may stand otherwise in the other order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The order in which a page is read, how many runs of words it has, and how many of these another order tears."""

    order: Order
    runs: int
    torn: int


def verdict(ours: Sequence[Line], known: frozenset[str], *, is_sure: bool) -> Verdict:
    """Which order a page is read in.

    ``is_sure`` says that our order follows columns beyond doubt, ``known`` are the words of the press: where nothing
    but blanks differs, the wording with fewer words that are none stands.
    """
    own, others = _words(ours), _words(plain_lines(ours))
    runs = _runs(own)
    lost = (runs - _runs(others)).total()
    if lost > MOST_TORN * runs.total() and "".join(own) != "".join(others):
        drawn = _words(lines_in_order(_pieces(ours, _by_order)))
        lost = min(lost, (runs - _runs(drawn)).total())
    elif lost and _unknown(own, known) <= _unknown(others, known):
        lost = 0
    if lost <= MOST_TORN * runs.total():
        return Verdict("ours", runs.total(), lost)
    return Verdict("columns" if is_sure else "plain", runs.total(), lost)


def are_doubtful(verdicts: Sequence[Verdict]) -> bool:
    """Whether the order of a document is: by the same share of all its words. Columns beyond doubt are none."""
    torn = sum(one.torn for one in verdicts if one.order != "columns")
    return torn > MOST_TORN * sum(one.runs for one in verdicts)


def _unknown(words: Sequence[str], known: frozenset[str]) -> float:
    """The share of words that the press does not use; a torn word makes two, and words in one make fewer."""
    bare = [word.strip(".,;:!?()[]\"'“”‘’").lower() for word in words]
    return sum(word not in known for word in bare if word.isalpha()) / max(1, len(bare))


def plain_lines(lines: Sequence[Line]) -> list[Line]:
    """The same text in the library's order, and with its blanks."""
    ordered = lines_in_order(_pieces(lines, _by_place))
    return [replace(line, pieces=tuple(_merged(line.pieces))) for line in ordered]


def _pieces(lines: Sequence[Line], key: Callable[[Piece], int]) -> list[Piece]:
    return sorted((piece for line in lines for piece in line.pieces), key=key)


def _by_order(piece: Piece) -> int:
    return piece.order


def _by_place(piece: Piece) -> int:
    return piece.place


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of one line with those of one size together, spaced as the library does."""
    merged: list[Piece] = []
    for piece in pieces:
        piece = replace(piece, text=piece.plain.strip())
        last = merged[-1] if merged else None
        if last is None or abs(piece.size - last.size) > 0.12 * last.size:
            merged.append(piece)
            continue
        seam = " " if piece.plain[:1].isspace() or piece.order != last.order + 1 else ""
        merged[-1] = replace(
            last,
            text=last.text + seam + piece.text,
            x1=max(last.x1, piece.x1),
            bold=last.bold and piece.bold,
            order=piece.order,
        )
    return merged


def _words(lines: Sequence[Line]) -> list[str]:
    return [word for line in lines for word in line.text.split()]


def _runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
