"""The font of the pictures: how wide words are, and which letters it has.

It is the DejaVu Sans that lies beside this module, so that pictures are the same on every machine. It has the Latin,
Greek, Cyrillic, Arabic, Hebrew, Armenian and Georgian letters, but no Chinese, Japanese or Korean ones.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"
_UNITS = 1000
"""Size in pixels at which words are measured: so large that rounding to whole ones does not matter."""
_SMALL = 50
"""Size at which letters are looked at."""
_NO_LETTER = "\uffff"
_PLAIN = re.compile(r"[ -\u024f\u2010-\u2026]*")
"""Latin letters and signs."""
_KERNING = 0.1
"""More than the share by which a line of text is wider or narrower than its letters one by one."""


@cache
def font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    """The font with letters of so many pixels."""
    return ImageFont.truetype(FOLDER / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"), size)


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of text in pixels; a letter that the font lacks is as wide as it is high."""
    return _measured(text, bold) * size


@lru_cache(maxsize=10_000)
def _measured(text: str, bold: bool) -> float:
    """Width in heights of a letter."""
    kept = _known(text, bold)
    return font(_UNITS, bold).getlength(kept) / _UNITS + len(text) - len(kept)


def fits(text: str, most: float, size: float, bold: bool = False) -> bool:
    """Whether one line of text is at most that wide. It is not measured where its letters one by one leave no doubt;
    letters of other scripts take other forms beside each other.
    """
    if _PLAIN.fullmatch(text):
        letters = sum(width(letter, size, bold) for letter in text)
        if abs(letters - most) > _KERNING * letters:
            return letters < most
    return width(text, size, bold) <= most


@cache
def _has(letter: str, bold: bool) -> bool:
    return letter.isspace() or _look(letter, bold) != _look(_NO_LETTER, bold)


def _look(letter: str, bold: bool) -> tuple[tuple[int, int], bytes]:
    """Size and pixels: a letter that the font lacks looks like one that does not exist."""
    mask = font(_SMALL, bold).getmask(letter)
    return mask.size, bytes(mask)


def _known(text: str, bold: bool) -> str:
    """The letters that the font has."""
    return "".join(letter for letter in text if _has(letter, bold))


def legible(text: str, instead: str, bold: bool = False) -> str:
    """The text where the font has all its letters; else what it has of them where that is most of them, else
    ``instead``: never boxes.
    """
    kept = _known(text, bold)
    if kept == text:
        return text
    return " ".join(kept.split()) if 2 * len(kept.replace(" ", "")) > len(text) else instead


def cut(text: str, most: float, size: float, bold: bool = False) -> str:
    """Text cut to a width, at a word where there is one, with an ellipsis."""
    line = " ".join(text.split())
    if fits(line, most, size, bold):
        return line
    words = line.split(" ")
    while len(words) > 1 and not fits(" ".join(words) + "…", most, size, bold):
        words.pop()
    kept = " ".join(words)
    while len(kept) > 1 and not fits(kept + "…", most, size, bold):
        kept = kept[:-1]
    return kept + "…"


def wrapped(text: str, most: float, size: float, bold: bool = False) -> Sequence[str]:
    """Text in lines of at most a width; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer, most, size, bold):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
