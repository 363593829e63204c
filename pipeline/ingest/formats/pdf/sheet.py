"""A PDF page as the library reads it, before any of it is put in order: letters and pictures with their places."""

from typing import NamedTuple


class Glyph(NamedTuple):
    """A letter with its place in points from the lower left corner of the unturned page.

    ``x`` and ``base`` are the origin on the baseline, ``angle`` the direction of writing in radians, clockwise from
    level. ``spaced`` and ``broken`` say whether the library reads white space, or the end of a line, before it, and
    ``place`` where it reads the letter.
    """

    text: str
    x: float
    base: float
    left: float
    bottom: float
    right: float
    top: float
    angle: float
    bold: bool
    spaced: bool
    broken: bool
    place: int = 0


class Box(NamedTuple):
    """A picture on a page, in points."""

    x0: float
    bottom: float
    x1: float
    top: float


class Sheet(NamedTuple):
    """A page as it lies in the file, with its size before it is turned for showing."""

    width: float
    height: float
    glyphs: list[Glyph]
    pictures: list[Box]
