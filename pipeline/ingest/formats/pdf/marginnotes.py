"""Notes in the margin: small letters beside the lines of a column, which are no part of these.

Read by their height on the page they would come in the middle of sentences; they stand behind the text, as footnotes
do.
"""

from collections.abc import Sequence

from pipeline.ingest.formats.pdf.lines import Line, lines_of
from pipeline.ingest.formats.pdf.pieces import Piece

SMALLER = 0.93
"""Height of the letters against those of the text, at most."""
MOST = 0.3
"""Letters of all notes against those of the text beside them: more is a text of its own."""
REACH = 8.0
"""Heights of the text, above and below a note, among which the edges of the column are looked for."""
APART = 0.6
"""Distance from the column in heights of the note's letters."""
FEWEST_WORDS = 2
LINE_GAP = 1.8
"""Distance of two lines of a note, and of a note from the height of a line of text, in heights of the letters."""


def margin_notes(lines: Sequence[Line], body: float) -> list[list[Line]]:
    """The lines of each note in the margin of a column whose text has letters ``body`` points high."""
    pieces = [piece for line in lines for piece in line.pieces]
    text = [piece for piece in pieces if piece.size > SMALLER * body]
    small = [piece for piece in pieces if piece.size <= SMALLER * body]
    outside = [piece for piece in small if _is_outside(piece, text, body)]
    if not outside or _letters(outside) > MOST * _letters(text):
        return []
    notes: list[list[Line]] = []
    for line in lines_of(outside):
        if notes and abs(notes[-1][-1].base - line.base) <= LINE_GAP * line.size:
            notes[-1].append(line)
        else:
            notes.append([line])
    return [
        note for note in notes if sum(_is_word(word) for line in note for word in line.text.split()) >= FEWEST_WORDS
    ]


def without(lines: Sequence[Line], notes: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of a column without those pieces that make its notes."""
    outside = {id(piece) for note in notes for line in note for piece in line.pieces}
    return lines_of(piece for line in lines for piece in line.pieces if id(piece) not in outside)


def _is_outside(piece: Piece, text: Sequence[Piece], body: float) -> bool:
    """Whether a piece stands left or right of all the text around it, and some of that on its height."""
    near = [other for other in text if abs(other.base - piece.base) <= REACH * body]
    if not any(abs(other.base - piece.base) <= LINE_GAP * body for other in near):
        return False
    apart = APART * piece.size
    left, right = min(other.x0 for other in near), max(other.x1 for other in near)
    return piece.x0 >= right + apart or piece.x1 <= left - apart


def _letters(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _is_word(text: str) -> bool:
    return sum(char.isalpha() for char in text) > 1
