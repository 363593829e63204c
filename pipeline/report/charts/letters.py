"""The font of the pictures: how wide words are, and which letters it has.

It is the DejaVu Sans that matplotlib ships, so that pictures are the same on every machine. It has the Latin, Greek,
Cyrillic, Arabic, Hebrew, Armenian and Georgian letters, but no Chinese, Japanese or Korean ones.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import matplotlib
from matplotlib.ft2font import FT2Font, LoadFlags

_UNITS = 100
"""Size at which words are measured: in hundredths of a letter's height."""
_FRACTIONS = 64
"""FreeType measures in 64ths of a pixel."""
_PIXELS = 72
"""Pixels in an inch at which a point is a pixel."""
_PLAIN = re.compile(r"[ -\u024f\u2010-\u2026]*")
"""Latin letters and signs."""
_KERNING = 0.1
"""More than the share by which a line of text is wider or narrower than its letters one by one."""


def font_file(bold: bool) -> Path:
    """The file of the font."""
    return Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def _font(bold: bool) -> FT2Font:
    font = FT2Font(str(font_file(bold)))
    font.set_size(_UNITS, _PIXELS)
    return font


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of text in pixels; a letter that the font lacks is as wide as it is high."""
    return _measured(text, bold) * size


@lru_cache(maxsize=10_000)
def _measured(text: str, bold: bool) -> float:
    """Width in heights of a letter."""
    kept = _known(text, bold)
    font = _font(bold)
    font.set_text(kept, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / _FRACTIONS / _UNITS + len(text) - len(kept)


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
    return letter.isspace() or _font(bold).get_char_index(ord(letter)) != 0


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
