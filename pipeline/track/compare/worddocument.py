"""The redline as a Word document with tracked changes.

Who accepts all changes has the later wording, who rejects them the earlier one. A passage that was moved is taken out
at its old place and put in at its new one. The changes carry no date, so that the same comparison has the same content.
"""

import datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from pipeline.tables import replacing_bytes
from pipeline.track.compare.comparison import Comparison, Row
from pipeline.track.compare.passages import Passage
from pipeline.track.compare.wording import Change

AUTHOR = "Communiqué"
_ELEMENT = {"inserted": "w:ins", "deleted": "w:del"}
_EPOCH = datetime.datetime(2000, 1, 1)


def write_word(comparison: Comparison, path: Path) -> None:
    """Write the redline as ``.docx``. The file appears whole or not at all."""
    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.title = AUTHOR, comparison.later.title
    properties.created = properties.modified = _EPOCH
    changes = _Changes()
    for row in comparison.rows:
        _add(document, row, changes)
    with replacing_bytes(path) as file:
        document.save(file)


class _Changes:
    """Makes the elements of tracked changes, each with a number of its own."""

    def __init__(self) -> None:
        self.count = 0

    def element(self, change: Change) -> Any:
        """``w:ins`` or ``w:del``."""
        self.count += 1
        made = OxmlElement(_ELEMENT[change])
        made.set(qn("w:id"), str(self.count))
        made.set(qn("w:author"), AUTHOR)
        return made


def _add(document: Document, row: Row, changes: _Changes) -> None:
    match row.fate:
        case "new" | "moved":
            _add_whole(document, row.later, "inserted", changes)
        case "gone" | "moved_away":
            _add_whole(document, row.earlier, "deleted", changes)
        case _:
            paragraph = _paragraph(document, (row.later or row.earlier)[0])
            for run in row.runs:
                _add_run(paragraph, run.text, run.change, changes)


def _add_whole(document: Document, passages: tuple[Passage, ...], change: Change, changes: _Changes) -> None:
    """Passages that were put in or taken out with the ends of their paragraphs."""
    for passage in passages:
        paragraph = _paragraph(document, passage)
        properties = paragraph._p.get_or_add_pPr()
        mark = OxmlElement("w:rPr")
        mark.append(changes.element(change))
        properties.append(mark)
        _add_run(paragraph, passage.text, change, changes)


def _paragraph(document: Document, passage: Passage) -> Paragraph:
    style = {"title": "Title", "heading": "Heading 2"}.get(passage.kind)
    paragraph = document.add_paragraph(style=style)
    if passage.marker:
        paragraph.paragraph_format.left_indent = 228600 * 2
    return paragraph


def _add_run(paragraph: Paragraph, text: str, change: Change, changes: _Changes) -> None:
    if change == "same":
        paragraph.add_run(text)
        return
    around = changes.element(change)
    run = OxmlElement("w:r")
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        words = OxmlElement("w:delText" if change == "deleted" else "w:t")
        words.text = line
        words.set(qn("xml:space"), "preserve")
        run.append(words)
    around.append(run)
    paragraph._p.append(around)
