"""The numbers of list paragraphs in Word files, which stand nowhere in the text: counted as Word counts them.

ECMA-376 part 1, 17.9: a paragraph, or its style, names a list (numId) and a level; the list's levels say how a number
is written (numFmt, lvlText) and where it begins. A level begins anew when a higher one counts on.
"""

import re
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from pipeline.ingest.formats.office.numerals import numeral

Element = Any

LEVELS = 9
_BULLET = "-"
_PLACE = re.compile(r"%([1-9])")
_HEADING_STYLE = re.compile(r"(?:heading|titre|überschrift|title|subtitle)\b", re.IGNORECASE)
_MOST_BASES = 20


class Numbering:
    """The lists of a document, counted while its paragraphs are read in order."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        self._levels: dict[str, dict[int, Element]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        if part is not None:
            self._learn(part.element)

    def marker(self, paragraph: Element) -> str:
        """The list marker of the next paragraph ("3.", "(b)", "-"); empty where it is in no list."""
        number, level = self._list_of(paragraph)
        abstract = self._abstract.get(number, "")
        definition = self._levels.get(abstract, {}).get(level)
        if definition is None:
            return ""
        counts = self._count(number, abstract, level)
        if _value(definition, "numFmt") == "bullet":
            return _BULLET
        text = _value(definition, "lvlText")
        return _PLACE.sub(lambda found: self._written(abstract, counts, int(found[1]) - 1), text).strip()

    def is_heading(self, paragraph: Element) -> bool:
        """Whether a paragraph's style, or one it is based on, is that of a heading or title."""
        for properties, style in self._properties(paragraph):
            if properties is not None and properties.find(qn("w:outlineLvl")) is not None:
                return (_value(properties, "outlineLvl") or "9") != "9"
            if style is not None and _HEADING_STYLE.match(_value(style, "name")):
                return True
        return False

    def _learn(self, root: Element) -> None:
        for definition in root.iter(qn("w:abstractNum")):
            levels = {_number(level.get(qn("w:ilvl")), 0): level for level in definition.iter(qn("w:lvl"))}
            self._levels[definition.get(qn("w:abstractNumId"), "")] = levels
        for number in root.iter(qn("w:num")):
            key = number.get(qn("w:numId"), "")
            self._abstract[key] = _value(number, "abstractNumId")
            for override in number.iter(qn("w:lvlOverride")):
                if start := _value(override, "startOverride"):
                    self._starts[key, _number(override.get(qn("w:ilvl")), 0)] = _number(start, 1)

    def _count(self, number: str, abstract: str, level: int) -> list[int | None]:
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for key, overridden in self._starts:
                if key == number:
                    counts[overridden] = None
        current = counts[level]
        counts[level] = self._start(number, abstract, level) if current is None else current + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = self._start(number, abstract, above)
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        return counts

    def _start(self, number: str, abstract: str, level: int) -> int:
        definition = self._levels[abstract].get(level)
        stated = _value(definition, "start") if definition is not None else "1"
        return self._starts.get((number, level), _number(stated, 1))

    def _written(self, abstract: str, counts: list[int | None], level: int) -> str:
        definition = self._levels[abstract].get(level)
        count = counts[level]
        return numeral(count or 1, _value(definition, "numFmt") if definition is not None else "decimal")

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """Number of the list and level of a paragraph; an empty number where it is in none."""
        for properties, _ in self._properties(paragraph):
            found = properties.find(qn("w:numPr")) if properties is not None else None
            if found is not None:
                return _value(found, "numId"), min(LEVELS - 1, max(0, _number(_value(found, "ilvl"), 0)))
        return "", 0

    def _properties(self, paragraph: Element) -> list[tuple[Element | None, Element | None]]:
        """Paragraph properties and their style: of the paragraph itself, its style, and the styles that is based on."""
        own = paragraph.find(qn("w:pPr"))
        found: list[tuple[Element | None, Element | None]] = [(own, None)]
        style = self._styles.get(_value(own, "pStyle")) if own is not None else None
        while style is not None and len(found) < _MOST_BASES:
            found.append((style.find(qn("w:pPr")), style))
            style = self._styles.get(_value(style, "basedOn"))
        return found


def _value(element: Element, tag: str) -> str:
    """The ``w:val`` of a child; empty where there is none."""
    child = element.find(qn(f"w:{tag}"))
    return str(child.get(qn("w:val"), "")) if child is not None else ""


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else default
