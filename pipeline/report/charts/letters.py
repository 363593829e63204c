"""The font of the pictures: how wide words are, and which letters it has.

DejaVu Sans is shipped, so that pictures are the same on every machine. It has the Latin, Greek, Cyrillic, Arabic,
Hebrew, Armenian and Georgian letters, but no Chinese, Japanese or Korean ones.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

Font = ImageFont.FreeTypeFont
FOLDER = Path(__file__).parent / "fonts"
_UNITS = 100
"""Size at which words are measured: in hundredths of a letter's height."""
_MISSING = "\U0010fffe"
"""A character that no font has: it is drawn as the box that stands for missing letters."""


@cache
def font(size: float, bold: bool, shaped: bool = False) -> Font:
    """The font at a size in pixels. ``shaped`` joins the letters of Arabic, from right to left, where Pillow can."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    engine = ImageFont.Layout.RAQM if shaped and features.check("raqm") else ImageFont.Layout.BASIC
    return ImageFont.truetype(FOLDER / name, size, layout_engine=engine)


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line of text in pixels."""
    return font(_UNITS, bold).getlength(text) * size / _UNITS


@cache
def _has(letter: str, bold: bool) -> bool:
    drawn = font(_UNITS, bold)
    return letter.isspace() or bytes(drawn.getmask(letter)) != bytes(drawn.getmask(_MISSING))


def legible(text: str, instead: str, bold: bool = False) -> str:
    """The text where the font has all its letters; else what it has of them where that is most of them, else
    ``instead``: never boxes.
    """
    kept = "".join(letter for letter in text if _has(letter, bold))
    if kept == text:
        return text
    return " ".join(kept.split()) if 2 * len(kept.replace(" ", "")) > len(text) else instead


def cut(text: str, most: float, size: float, bold: bool = False) -> str:
    """Text cut to a width, at a word where there is one, with an ellipsis."""
    line = " ".join(text.split())
    if width(line, size, bold) <= most:
        return line
    words = line.split(" ")
    while len(words) > 1 and width(" ".join(words) + "…", size, bold) > most:
        words.pop()
    kept = " ".join(words)
    while len(kept) > 1 and width(kept + "…", size, bold) > most:
        kept = kept[:-1]
    return kept + "…"


def wrapped(text: str, most: float, size: float, bold: bool = False) -> Sequence[str]:
    """Text in lines of at most a width; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
