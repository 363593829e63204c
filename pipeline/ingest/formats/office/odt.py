"""OpenDocument texts: paragraphs, lists with their numbers, tables row by row, footnotes at the end, properties."""

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from pipeline.errors import DocumentError
from pipeline.ingest.formats.office.numerals import numeral
from pipeline.ingest.formats.office.parts import Paragraph, lay_lines
from pipeline.ingest.formats.office.xml import parse_xml
from pipeline.ingest.formats.zipped import DOCUMENT, Limits, open_zip, read_member
from pipeline.ingest.reading import Properties, Reading

Element = Any

LIMITS = Limits(DOCUMENT.members, 30_000_000, DOCUMENT.total_bytes)
MOST_SPACES = 40
_SPACE = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACE[prefix]}}}{local}"


_LEFT_OUT = frozenset(
    _tag(name)
    for name in ("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text", "office:forms")
)
_HEADING, _PARAGRAPH, _LIST, _ITEM, _HEADER = (
    _tag(f"text:{name}") for name in ("h", "p", "list", "list-item", "list-header")
)
_TABLE, _ROW, _CELL = (_tag(f"table:{name}") for name in ("table", "table-row", "table-cell"))
_NOTE, _SPACES, _TAB, _BREAK = (_tag(f"text:{name}") for name in ("note", "s", "tab", "line-break"))


def read_odt(data: bytes, name: str) -> Reading:
    """An OpenDocument text. Raises :class:`DocumentError` where it is damaged, encrypted, or too large inside."""
    with open_zip(data, name, LIMITS) as archive:
        if b"encryption-data" in _optional(archive, "META-INF/manifest.xml", name):
            raise DocumentError(f"{name} is protected by a password: save it without one and add it again.")
        content = parse_xml(read_member(archive, "content.xml", name), name)
        meta, styles = (_optional(archive, member, name) for member in ("meta.xml", "styles.xml"))
    body = content.find(f"{_tag('office:body')}/{_tag('office:text')}")
    if body is None:
        raise DocumentError(f"{name} is no OpenDocument text: save it as .odt or .docx and add it again.")
    levels = _list_levels(content)
    if styles:
        levels = _list_levels(parse_xml(styles, name)) | levels
    notes: list[str] = []
    paragraphs = list(_paragraphs(body, levels, notes))
    lines, changes = lay_lines(paragraphs, notes)
    return Reading(lines, {}, changes, _properties(parse_xml(meta, name)) if meta else Properties())


def _paragraphs(body: Element, levels: dict[str, dict[int, Element]], notes: list[str]) -> Iterator[Paragraph]:
    """Paragraphs, list items and rows of tables in order; the wording of footnotes goes to ``notes``."""
    walk: list[tuple[Iterator[Element], list[Any] | None]] = [(iter(body), None)]
    lists: list[list[Any]] = []
    while walk:
        children, opened = walk[-1]
        element = next(children, None)
        if element is None:
            walk.pop()
            if opened is not None:
                lists.pop()
        elif element.tag in (_HEADING, _PARAGRAPH):
            marker = ""
            if lists and lists[-1][2]:
                marker, lists[-1][2] = _marker(lists), False
            yield Paragraph(_wording(element, notes), marker, element.tag == _HEADING)
        elif element.tag == _LIST:
            style = element.get(_tag("text:style-name")) or (lists[-1][0] if lists else "")
            definition = levels.get(style, {}).get(len(lists) + 1)
            start = definition.get(_tag("text:start-value"), "1") if definition is not None else "1"
            lists.append([style, int(start) - 1 if start.isdecimal() and len(start) < 6 else 0, False, definition])
            walk.append((iter(element), lists[-1]))
        elif element.tag == _TABLE and next(element.iterdescendants(_TABLE), None) is None:
            yield from (Paragraph(row, row=True) for row in _rows(element, notes))
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            if element.tag == _ITEM and lists:
                lists[-1][1] += 1
                lists[-1][2] = True
            walk.append((iter(element), None))


def _marker(lists: list[list[Any]]) -> str:
    """The marker of the innermost list's item, with the numbers of the lists around it where its style shows them."""
    definition = lists[-1][3]
    if definition is None or not definition.tag.endswith("level-style-number"):
        return "-"
    shown = definition.get(_tag("text:display-levels"), "1")
    depth = int(shown) if shown.isdecimal() and len(shown) < 3 else 1
    numbers = [numeral(state[1], _format(state[3])) for state in lists[-depth:]]
    prefix, suffix = (definition.get(_tag(f"style:num-{end}"), "") for end in ("prefix", "suffix"))
    return f"{prefix}{'.'.join(numbers)}{suffix}".strip()


def _format(definition: Element) -> str:
    return _FORMATS.get(definition.get(_tag("style:num-format"), "1") if definition is not None else "1", "decimal")


def _wording(paragraph: Element, notes: list[str]) -> str:
    pieces: list[str] = []
    waiting = [(iter(paragraph), "")]
    pieces.append(paragraph.text or "")
    while waiting:
        children, tail = waiting[-1]
        element = next(children, None)
        if element is None:
            waiting.pop()
            pieces.append(tail)
            continue
        if element.tag == _NOTE:
            note = " ".join(" ".join(_wording(inner, notes).split()) for inner in element.iter(_PARAGRAPH))
            notes += [note.strip()] if note.strip() else []
        elif element.tag == _SPACES:
            count = element.get(_tag("text:c"), "1")
            pieces.append(" " * (min(int(count), MOST_SPACES) if count.isdecimal() and len(count) < 6 else 1))
        elif element.tag in (_TAB, _BREAK):
            pieces.append("\n" if element.tag == _BREAK else " ")
        elif element.tag not in _LEFT_OUT and isinstance(element.tag, str):
            pieces.append(element.text or "")
            waiting.append((iter(element), element.tail or ""))
            continue
        pieces.append(element.tail or "")
    return "".join(pieces)


def _rows(table: Element, notes: list[str]) -> Iterator[str]:
    for row in table.iter(_ROW):
        cells = [
            " ".join(" ".join(_wording(p, notes).split()) for p in cell.iter(_PARAGRAPH)).strip()
            for cell in row.iter(_CELL)
        ]
        yield " | ".join(cell for cell in cells if cell)


def _list_levels(root: Element) -> dict[str, dict[int, Element]]:
    """The levels of each list style, by its name."""
    found: dict[str, dict[int, Element]] = {}
    for style in root.iter(_tag("text:list-style")):
        numbered = ((level.get(_tag("text:level"), ""), level) for level in style if isinstance(level.tag, str))
        found[style.get(_tag("style:name"), "")] = {
            int(number): level for number, level in numbered if number.isdecimal() and len(number) < 3
        }
    return found


def _properties(meta: Element) -> Properties:
    def first(*tags: str) -> str:
        texts = ((node.text or "").strip() for tag in tags for node in meta.iter(_tag(tag)))
        return next((text for text in texts if text), "")

    title, author = first("dc:title"), first("meta:initial-creator", "dc:creator")
    return Properties(
        titles=(title,) if title else (), issuers=(author,) if author else (), created=first("meta:creation-date")
    )


def _optional(archive: ZipFile, member: str, name: str) -> bytes:
    return read_member(archive, member, name) if member in archive.namelist() else b""
