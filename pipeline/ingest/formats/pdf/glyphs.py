"""The letters and pictures of a PDF page as PDFium gives them: the only module that asks the library about a page."""

import ctypes
import math
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.ingest.formats.pdf.sheet import Box, Glyph, Sheet

MOST_CHARACTERS = 100_000
"""Characters read of one page; a page of print has 3,000 to 8,000."""
MOST_OBJECTS = 5_000
MOST_DRAWN = 100_000
"""Objects of one page whose order is noted: some writers draw letter by letter."""
MOST_HYPHENS = 400
"""Hyphens at line ends of one page that are asked whether they are soft."""
BOLD = 600
"""Weight of the font from which on it is bold: 400 is regular, 700 bold."""
LONGEST_NAME = 80
SOFT_HYPHEN = "\u00ad"
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"demi")
_LINE_END_HYPHENS = (0x02, 0xFFFE)
"""What PDFium puts in the place of any hyphen at the end of a line."""
_BREAKS = (0x0A, 0x0D)


def read_sheet(document: pdfium.PdfDocument, index: int) -> Sheet:
    """The page at ``index``, from 0. Raises :class:`pdfium.PdfiumError` where it cannot be read."""
    page = document[index]
    try:
        width, height = page.get_size()
        if page.get_rotation() in (90, 270):
            width, height = height, width
        textpage = page.get_textpage()
        try:
            glyphs = _glyphs(page, textpage.raw)
        finally:
            textpage.close()
        return Sheet(width, height, glyphs, _pictures(page))
    finally:
        page.close()


def _pictures(page: pdfium.PdfPage) -> list[Box]:
    found: list[Box] = []
    for place, picture in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        if place >= MOST_OBJECTS:
            break
        found.append(Box(*picture.get_bounds()))
    return found


def _glyphs(page: pdfium.PdfPage, textpage: Any) -> list[Glyph]:
    """Letters in the order of the page's content.

    That is not always the library's, which sorts what it takes for one line and errs on pages that lie askew.
    """
    box = raw.FS_RECTF()
    x, base = ctypes.c_double(), ctypes.c_double()
    name = ctypes.create_string_buffer(LONGEST_NAME)
    found: list[Glyph] = []
    drawn = _drawn(page)
    ranks: list[int] = []
    hyphens: list[tuple[int, int]] = []
    spaced = broken = bold = False
    angle, rank = 0.0, 0
    for i in range(min(raw.FPDFText_CountChars(textpage), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(textpage, i)
        if code in _LINE_END_HYPHENS:
            hyphens.append((len(found), i))
            char = "-"
        elif code in _BREAKS or (code < 0x20 and code != 0x09):
            broken = True
            continue
        elif 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        elif (char := chr(code)).isspace():
            spaced = True
            continue
        raw.FPDFText_GetLooseCharBox(textpage, i, box)
        raw.FPDFText_GetCharOrigin(textpage, i, x, base)
        places = (x.value, base.value, box.left, box.bottom, box.right, box.top)
        if not all(map(math.isfinite, places)):
            continue
        if spaced or broken or not found or _is_apart(found[-1], places):
            bold = raw.FPDFText_GetFontWeight(textpage, i) >= BOLD or _has_bold_name(textpage, i, name)
            angle = raw.FPDFText_GetCharAngle(textpage, i)
            own = raw.FPDFText_GetTextObject(textpage, i)
            rank = drawn.get(_address(own), rank) if own else rank
        found.append(Glyph(char, *places, angle, bold, spaced, broken, i))
        ranks.append(rank)
        spaced = broken = False
    for place in _soft(page, textpage, hyphens[:MOST_HYPHENS]):
        found[place] = found[place]._replace(text=SOFT_HYPHEN)
    return _in_order(found, ranks)


def _is_apart(last: Glyph, places: tuple[float, ...]) -> bool:
    """Whether a letter stands away from the one before it, so that more than its place may be another."""
    far = max(last.right - last.left, last.top - last.bottom)
    return abs(places[0] - last.x) > far or abs(places[1] - last.base) > far


def _in_order(glyphs: list[Glyph], ranks: list[int]) -> list[Glyph]:
    """Letters by the rank of the stretch of text that each belongs to; where these were sorted, white space is open."""
    order = sorted(range(len(glyphs)), key=lambda i: ranks[i])
    return [
        glyphs[i] if not at or order[at - 1] == i - 1 else glyphs[i]._replace(spaced=False, broken=False)
        for at, i in enumerate(order)
    ]


def _drawn(page: pdfium.PdfPage) -> dict[int, int]:
    """When each object of the page is drawn, by its address."""
    found: dict[int, int] = {}
    for one in page.get_objects(max_depth=4):
        if len(found) >= MOST_DRAWN:
            break
        found[_address(one.raw)] = len(found)
    return found


def _has_bold_name(textpage: Any, index: int, name: ctypes.Array[ctypes.c_char]) -> bool:
    raw.FPDFText_GetFontInfo(textpage, index, name, LONGEST_NAME, ctypes.c_int())
    return any(word in name.value.lower() for word in _BOLD_NAMES)


def _soft(page: pdfium.PdfPage, textpage: Any, hyphens: list[tuple[int, int]]) -> list[int]:
    """The places of those line-end ``hyphens`` (place in the result, index in the text) that are soft hyphens.

    PDFium writes both kinds alike, but for one that is the last letter of all: so the page is read again for each of
    them with its stretch of text alone. What is drawn within a form is left a hyphen.
    """
    if not hyphens:
        return []
    count = raw.FPDFPage_CountObjects(page.raw)
    if count > MOST_OBJECTS:
        return []
    objects = {_address(one): one for one in (raw.FPDFPage_GetObject(page.raw, i) for i in range(count)) if one}
    active = [one for one in objects.values() if raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT]
    _set_active(list(objects.values()), False)
    found: list[int] = []
    for place, index in hyphens:
        own = raw.FPDFText_GetTextObject(textpage, index)
        if not own or _address(own) not in objects:
            continue
        _set_active([own], True)
        alone = raw.FPDFText_LoadPage(page.raw)
        if alone:
            if (last := raw.FPDFText_CountChars(alone)) and raw.FPDFText_GetUnicode(alone, last - 1) == 0xAD:
                found.append(place)
            raw.FPDFText_ClosePage(alone)
        _set_active([own], False)
    _set_active(active, True)
    return found


def _set_active(objects: list[Any], is_active: bool) -> None:
    for one in objects:
        raw.FPDFPageObj_SetIsActive(one, is_active)


def _address(one: Any) -> int:
    return ctypes.addressof(one.contents)
