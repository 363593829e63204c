"""Word files: paragraphs, lists with their numbers, tables row by row, footnotes at the end, core properties.

Strict Open XML is read like the usual form; text that is formatted as hidden is left out and listed.

python-docx opens the package; the wording is taken from the XML itself, since content controls, inserted and moved text
are no part of what the library calls a paragraph's text.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from pipeline.errors import DocumentError
from pipeline.ingest.formats.office.numbering import Numbering
from pipeline.ingest.formats.office.packages import as_transitional
from pipeline.ingest.formats.office.parts import Paragraph, lay_lines
from pipeline.ingest.formats.office.signs import FORMULA, formula, hidden_styles, symbol, take_hidden
from pipeline.ingest.formats.office.xml import parse_xml
from pipeline.ingest.formats.zipped import members
from pipeline.ingest.passages import Change, shorten
from pipeline.ingest.reading import Properties, Reading

Element = Any

MOST_XML = 30_000_000
"""Bytes of one XML part: its tree takes ten times as much memory."""
_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{tag}") for tag in ("p", "tbl", "tr", "tc"))
_TEXT, _TAB, _BREAK, _RETURN, _HYPHEN, _SOFT = (
    qn(f"w:{tag}") for tag in ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen")
)
_LEFT_OUT = frozenset(
    (
        *(qn(f"w:{tag}") for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "tblPr", "sectPr", "pict", "rt")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_SYMBOL = qn("w:sym")
_SIGNS = {_TAB: " ", _BREAK: "\n", _RETURN: "\n", _HYPHEN: "-"}
_NOTE_KINDS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(data: bytes, name: str) -> Reading:
    """A Word file (.docx). Raises :class:`DocumentError` where it is damaged, too large inside, or no Word file."""
    parts = list(members(data, name))
    for member, content in parts:
        if member.endswith((".xml", ".rels")) and len(content) > MOST_XML:
            raise DocumentError(f"{name} would unpack to more than {MOST_XML / 1e6:,.0f} MB of text: split it.")
    try:
        document = docx.Document(BytesIO(as_transitional(data, parts)))
        numbering = Numbering(document)
        hidden = list(take_hidden(document.element.body, hidden_styles(document.styles.element)))
        paragraphs = list(_paragraphs(document.element.body, numbering))
        notes = _notes(document, name)
        properties = _properties(document)
    except DocumentError:
        raise
    except Exception as error:  # python-docx raises whatever a damaged package makes it stumble over
        raise DocumentError(
            f"{name} is no Word file that can be read, or is damaged: save it again as .docx."
        ) from error
    lines, changes = lay_lines(paragraphs, notes)
    changes += [Change(1, "hidden", shorten(wording)) for wording in hidden]
    return Reading(lines, {}, changes, properties)


def _paragraphs(body: Element, numbering: Numbering) -> Iterator[Paragraph]:
    """Paragraphs and rows of tables in order; the parts of content controls are those of the text around them."""
    waiting = [iter(body)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == _PARAGRAPH:
            marker = numbering.marker(element)
            yield Paragraph(_wording(element), marker, numbering.is_heading(element))
            waiting.append(iter(_boxed(element)))
        elif element.tag == _TABLE and _is_data(element):
            yield from (Paragraph(row, row=True) for row in _rows(element))
        elif element.tag not in _LEFT_OUT:
            waiting.append(iter(element))


def _wording(paragraph: Element) -> str:
    """The text of a paragraph, without what was deleted, and without that of boxes anchored in it."""
    pieces: list[str] = []
    waiting = [iter(paragraph)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag in _SIGNS:
            pieces.append(_SIGNS[element.tag])
        elif element.tag == _SYMBOL:
            pieces.append(symbol(element))
        elif element.tag == FORMULA:
            pieces.append(formula(element))
        elif element.tag not in _LEFT_OUT and element.tag != _PARAGRAPH:
            waiting.append(iter(element))
    return "".join(pieces)


def _boxed(paragraph: Element) -> list[Element]:
    """The paragraphs of text boxes anchored in a paragraph, once each."""
    return [
        inner
        for inner in paragraph.iterdescendants(_PARAGRAPH)
        if not any(above.tag in _LEFT_OUT for above in inner.iterancestors())
        and next(above for above in inner.iterancestors(_PARAGRAPH)) is paragraph
    ]


def _is_data(table: Element) -> bool:
    """Whether a table holds data: more than one cell in a row, none with another table or much text in it."""
    if next(table.iterdescendants(_TABLE), None) is not None:
        return False
    rows = list(table.iterdescendants(_ROW))
    cells = list(table.iterdescendants(_CELL))
    return len(cells) > len(rows) and all(len(list(cell.iter(_PARAGRAPH))) <= 3 for cell in cells)


def _rows(table: Element) -> Iterator[str]:
    for row in table.iterdescendants(_ROW):
        cells = [
            " ".join(" ".join(_wording(p).split()) for p in cell.iter(_PARAGRAPH)).strip()
            for cell in row.iterdescendants(_CELL)
        ]
        yield " | ".join(cell for cell in cells if cell)


def _notes(document: WordDocument, name: str) -> list[str]:
    """The wording of footnotes and endnotes in order."""
    found: list[str] = []
    for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        for relation in document.part.rels.values():
            if relation.reltype != kind or relation.is_external:
                continue
            for note in parse_xml(relation.target_part.blob, name):
                if note.get(qn("w:type")) not in _NOTE_KINDS:
                    text = " ".join(_wording(paragraph) for paragraph in note.iter(_PARAGRAPH)).strip()
                    found += [text] if text else []
    return found


def _properties(document: WordDocument) -> Properties:
    """Title, author and day of making, where the properties hold them and can be read."""
    found: dict[str, str] = {}
    for key in ("title", "author", "created"):
        try:
            found[key] = str(getattr(document.core_properties, key) or "")
        except (ValueError, KeyError, AttributeError):
            continue
    titles, issuers = (tuple(filter(None, [found.get(key, "")])) for key in ("title", "author"))
    return Properties(titles=titles, issuers=issuers, created=found.get("created", ""))
