"""The passages of a document: what is laid side by side. Paragraphs, or sentences of those without counterpart."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.records import Analysis, BlockKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A title, heading, paragraph or list item, or a part of a long one.

    ``text`` stands in the document from ``start`` on; ``marker`` is the number or bullet before it, no wording.
    """

    kind: BlockKind
    marker: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


def paragraphs(analysis: Analysis) -> tuple[Passage, ...]:
    """The titles, headings, paragraphs and list items of a document that have any words, in reading order."""
    text = analysis.document.text
    found = (
        _passage(block.kind, text[block.start : block.body].strip(), text, block.body, block.end)
        for block in sorted(analysis.document.blocks, key=lambda b: b.start)
    )
    return tuple(passage for passage in found if any(ch.isalnum() for ch in passage.text))


def sentences(paragraph: Passage, analysis: Analysis) -> Iterator[Passage]:
    """A paragraph cut where its sentences begin; one without sentences stays whole."""
    text = analysis.document.text
    starts = [s.start for s in analysis.sentences if paragraph.start < s.start < paragraph.end]
    for start, end in pairwise([paragraph.start, *starts, paragraph.end]):
        marker = paragraph.marker if start == paragraph.start else ""
        yield _passage(paragraph.kind, marker, text, start, end)


def _passage(kind: BlockKind, marker: str, text: str, start: int, end: int) -> Passage:
    wording = text[start:end]
    return Passage(kind, marker, wording.strip(), start + len(wording) - len(wording.lstrip()))
