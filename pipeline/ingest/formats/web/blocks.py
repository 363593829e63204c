"""The blocks of a web page in order: headings, paragraphs, list items with their markers, rows of tables."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from pipeline.ingest.cleaning.blocks import is_heading
from pipeline.ingest.cleaning.markers import marker_length
from pipeline.ingest.cleaning.wording import is_finished
from pipeline.ingest.formats.office.numerals import numeral
from pipeline.records import BlockKind

Element = Any

FULL_LINE = 60
"""Characters from which on an unfinished line before a line break goes on in the next."""
LONGEST_CELL = 400
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
        ),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("ul", *HEADINGS),
    )
)
_SKIPPED = frozenset(("head", "img", "figcaption", "caption"))
_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡a-z])[\])]?\s*")
_BACK_LINK = re.compile(r"\s*[↩↑⤴^︎️\[\]]+\s*")


@dataclass(frozen=True, slots=True)
class WebBlock:
    """A block of a page: its wording with its list marker, its kind, and the element it stands in.

    ``linked`` is the number of its characters that are links.
    """

    text: str
    kind: BlockKind | None
    owner: Element
    linked: int = 0


def page_blocks(root: Element) -> list[WebBlock]:
    """The blocks below ``root`` in the order of the page. Captions of pictures are left out."""
    return _Walk().walk(root)


class _Walk:
    """The state of a walk through a page: the block begun, the open lists, and what was found."""

    def __init__(self) -> None:
        self.found: list[WebBlock] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.preformatted = 0
        self.lists: list[list[Any]] = []
        self.marker = ""
        self.in_item = 0

    def walk(self, root: Element) -> list[WebBlock]:
        rows = _data_rows(root)
        skipped: set[Element] = set()
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if element in rows:
                    self.flush(element.getparent())
                    self.row(element)
                elif tag and tag not in _SKIPPED and not (tag in ("sup", "a") and _is_note_mark(element)):
                    self.start(tag, element)
                    continue
                skipped.add(element)
                walker.skip_subtree()
                continue
            if element not in skipped:
                self.end(tag, element)
            if element is not root:
                self.add(element.tail)
        self.flush(root)
        return self.found

    def start(self, tag: str, element: Element) -> None:
        if tag in _BLOCKS:
            self.flush(element.getparent() if element.getparent() is not None else element)
        if tag in ("ol", "ul", "dir"):
            self.lists.append(_list_state(element) if tag == "ol" else [None, ""])
        elif tag == "li":
            self.in_item += 1
            self.marker = self.next_marker(element)
        elif tag == "pre":
            self.preformatted += 1
        elif tag == "a":
            self.links += 1
        elif tag == "br":
            self.pieces.append("\n")
        self.add(element.text)

    def end(self, tag: str, element: Element) -> None:
        if tag in _BLOCKS:
            self.flush(element)
        if tag in ("ol", "ul", "dir") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.in_item -= 1
            self.marker = ""
        elif tag == "pre":
            self.preformatted -= 1
        elif tag == "a":
            self.links -= 1

    def add(self, text: str | None) -> None:
        if not text:
            return
        self.pieces.append(text if self.preformatted else re.sub(r"\s+", " ", text))
        if self.links:
            self.linked += len(text.strip())

    def next_marker(self, element: Element) -> str:
        if not self.lists or self.lists[-1][0] is None:
            return "- "
        state = self.lists[-1]
        value = element.get("value", "")
        if value.isdecimal() and len(value) < 5:
            state[0] = int(value)
        marker = f"{numeral(state[0], state[1])}. "
        state[0] += 1
        return marker

    def flush(self, owner: Element) -> None:
        """End the block that was begun; line breaks in it separate blocks, or lines of one."""
        text, linked = "".join(self.pieces), self.linked
        self.pieces, self.linked = [], 0
        if not text.strip():
            return
        if self.preformatted:
            self.found += [WebBlock(line, None, owner, linked) for line in text.split("\n")]
            return
        heading = owner.tag in HEADINGS
        for line in _lines(text, heading):
            kind: BlockKind = "heading" if heading or (not self.in_item and is_heading(line)) else "paragraph"
            if self.marker:
                line, kind = (line if marker_length(line) else self.marker + line), "item"
                self.marker = ""
            self.found.append(WebBlock(line, kind, owner, min(linked, len(line))))

    def row(self, row: Element) -> None:
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row if cell.tag in ("td", "th")]
        if text := " | ".join(cell for cell in cells if cell):
            linked = sum(len("".join(link.itertext()).strip()) for link in row.iter("a"))
            self.found.append(WebBlock(text, "paragraph", row, min(linked, len(text))))


def _lines(text: str, heading: bool) -> list[str]:
    """The lines of a block with line breaks: an unfinished long line goes on in the next, unless a break is double."""
    if heading or "\n" not in text:
        return [" ".join(text.split())]
    lines: list[str] = []
    apart = True
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if not line:
            apart = True
            continue
        goes_on = lines and not is_finished(lines[-1]) and (len(lines[-1]) >= FULL_LINE or line[0].islower())
        if not apart and goes_on and not marker_length(line):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        apart = False
    return lines


def _data_rows(root: Element) -> set[Element]:
    """The rows of tables that hold data; tables that only lay out a page are read like paragraphs."""
    rows: set[Element] = set()
    outer = _holders_of_tables(root)
    for table in root.iter("table"):
        own = [] if table in outer or table.get("role") == "presentation" else list(table.iter("tr"))
        if len(own) < 2:
            continue
        cells = [cell for row in own for cell in row if cell.tag in ("td", "th")]
        lengths = [sum(len(text) for text in cell.itertext()) for cell in cells]
        if len(cells) > len(own) and max(lengths, default=0) <= LONGEST_CELL:
            rows.update(own)
    return rows


def _holders_of_tables(root: Element) -> set[Element]:
    """The elements with a table somewhere below them."""
    found: set[Element] = set()
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and (element.tag == "table" or element in found):
            found.add(parent)
    return found


def _list_state(element: Element) -> list[Any]:
    start = element.get("start", "1")
    return [int(start) if start.isdecimal() and len(start) < 5 else 1, _STYLES.get(element.get("type", "1"), "decimal")]


def _is_note_mark(element: Element) -> bool:
    """Whether an element is the mark of a footnote in the text, or the way back from the note."""
    text = "".join(element.itertext())
    if element.tag == "sup":
        link = next((link for link in element.iter("a")), None)
        linked = link is not None or (element.getparent() is not None and element.getparent().tag == "a")
        return linked and bool(_NOTE_MARK.fullmatch(text))
    local = element.get("href", "").startswith("#")
    return local and (
        bool(_BACK_LINK.fullmatch(text)) or (text.strip().startswith("[") and bool(_NOTE_MARK.fullmatch(text)))
    )
