"""Scanned pages: which hold no text, and the letters of those whose text was recognised.

Text recognition gives each line the height that its letters happen to have: a line without tall letters is set smaller
than the next. Heights near the usual one are made alike, so that they tell neither headings nor notes.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from pipeline.ingest.formats.pdf.pieces import Page, Piece

FEWEST_CHARACTERS = 12
"""A page with fewer and a picture over most of it holds no text."""
SCAN_SHARE = 0.5
SMALLEST, LARGEST = 0.75, 1.3
"""Heights, in usual ones, between which letters of recognised text are made alike."""


def is_bare_scan(page: Page) -> bool:
    """Whether a page is a picture without text."""
    return _is_scan(page) and sum(len(piece.text) for piece in page.pieces) < FEWEST_CHARACTERS


def with_even_letters(pages: Sequence[Page]) -> list[Page]:
    """Pages with the letters of recognised text made alike; other pages as they are."""
    heights = [piece.size for page in pages if _is_scan(page) for piece in page.pieces for _ in piece.text]
    if not heights:
        return list(pages)
    usual = median(heights)
    return [
        replace(page, pieces=tuple(_evened(piece, usual) for piece in page.pieces)) if _is_scan(page) else page
        for page in pages
    ]


def _is_scan(page: Page) -> bool:
    pictured = sum((box.x1 - box.x0) * (box.top - box.bottom) for box in page.pictures)
    return pictured >= SCAN_SHARE * page.width * page.height


def _evened(piece: Piece, usual: float) -> Piece:
    if not SMALLEST * usual <= piece.size <= LARGEST * usual:
        return piece
    below = (piece.base - piece.bottom) / piece.size * usual
    return replace(piece, bottom=piece.base - below, top=piece.base - below + usual)
