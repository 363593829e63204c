"""What Word and OpenDocument texts have in common: paragraphs with a style, rows of tables, notes at the end."""

from dataclasses import dataclass

from pipeline.ingest.cleaning.blocks import is_heading
from pipeline.ingest.cleaning.characters import clean_lines
from pipeline.ingest.cleaning.markers import marker_length
from pipeline.ingest.passages import Change, Passage
from pipeline.records import BlockKind

Line = tuple[str, BlockKind | None]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a word processor: its wording (line breaks in it as such), list marker, and whether a heading."""

    text: str
    marker: str = ""
    heading: bool = False
    row: bool = False


def lay_lines(paragraphs: list[Paragraph], notes: list[str]) -> tuple[list[Passage], list[Change]]:
    """The lines of paragraphs, footnotes behind them, an empty line between any two."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        lines += _lines(paragraph)
    for note in notes:
        lines += [(" ".join(note.split()), "paragraph"), ("", None)]
    passages, changes = clean_lines(lines)
    first = len(lines) - 2 * len(notes) + 1
    return passages, [*changes, *(Change(first + 2 * i, "footnote", n[:80], n[:80]) for i, n in enumerate(notes))]


def _lines(paragraph: Paragraph) -> list[Line]:
    found: list[Line] = []
    for text in (" ".join(line.split()) for line in paragraph.text.split("\n")):
        if not text:
            continue
        kind: BlockKind = "paragraph"
        if paragraph.heading or (not paragraph.marker and not paragraph.row and is_heading(text)):
            kind = "heading"
        if paragraph.marker and not found:
            kind = "heading" if paragraph.heading else "item"
            text = text if marker_length(text) else f"{paragraph.marker} {text}"
        found += [(text, kind), ("", None)]
    return found
