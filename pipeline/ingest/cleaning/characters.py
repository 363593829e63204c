"""Lines of clean characters: NFC, plain spaces, nothing invisible."""

import re
import unicodedata
from collections.abc import Iterable

from pipeline.ingest.cleaning.decoding import describe_broken, mend_mojibake
from pipeline.ingest.cleaning.spelledout import narrow, unescape
from pipeline.ingest.passages import Change, Passage, shorten
from pipeline.records import BlockKind

SOFT_HYPHEN = "\u00ad"
_SPACES = re.compile(r"\s+")
_PICTURES = re.compile("(?:[\U0001f000-\U0001faff\u2600-\u26ff]\\s?)+")
"""Small pictures that channels set before their lines."""
_INVISIBLE = {"Cc", "Cf", "Cs"}
_VARIATION_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}
_NONCHARACTERS = {"\ufffe", "\uffff", "\ufdd0"}


def split_lines(text: str) -> tuple[list[Passage], list[Change]]:
    """The lines of ``text`` that hold anything, with clean characters."""
    return clean_lines((line, None) for line in text.splitlines())


def clean_lines(lines: Iterable[tuple[str, BlockKind | None]]) -> tuple[list[Passage], list[Change]]:
    """Passages from raw lines and what the source's format says about them."""
    passages: list[Passage] = []
    changes: list[Change] = []
    gap = 0
    for number, (raw, hint) in enumerate(lines, 1):
        text, found = clean_characters(raw, number)
        changes += found
        if not text:
            gap += 1
            continue
        indent = len(raw.expandtabs(8)[:80]) - len(raw.expandtabs(8)[:80].lstrip()) if raw[:1].isspace() else 0
        passages.append(Passage(number, text, gap, indent, hint))
        gap = 0
    return passages, changes


def clean_characters(raw: str, number: int) -> tuple[str, list[Change]]:
    """A line in NFC with single plain spaces, without control and zero-width characters.

    A soft hyphen stays at the end of a line, where it marks a broken word.
    """
    if raw.isascii() and raw.isprintable() and "&" not in raw:
        return _SPACES.sub(" ", raw).strip(), []
    changes: list[Change] = []
    unescaped = unescape(raw)
    if unescaped != raw:
        changes.append(Change(number, "entity", shorten(raw.strip()), shorten(unescaped.strip())))
    narrowed = narrow(unescaped)
    if narrowed != unescaped:
        changes.append(Change(number, "full_width", shorten(unescaped.strip()), shorten(narrowed.strip())))
    raw = narrowed
    mended = mend_mojibake(raw)
    if mended != raw:
        changes.append(Change(number, "mojibake", shorten(raw.strip()), shorten(mended.strip())))
    if "\ufffd" in mended:
        changes.append(describe_broken(number, mended))
    spaced = _SPACES.sub(" ", mended)
    hidden = {char for char in set(spaced) if _is_invisible(char)}
    visible = spaced
    if hidden:
        visible = spaced.translate(dict.fromkeys(map(ord, hidden)))
        if spaced.rstrip().endswith(SOFT_HYPHEN):
            visible = visible.rstrip() + SOFT_HYPHEN
        names = ", ".join(sorted(f"U+{ord(char):04X}" for char in hidden))
        changes.append(Change(number, "control", names))
    clean = _SPACES.sub(" ", unicodedata.normalize("NFC", visible)).strip()
    pictures = _PICTURES.match(clean)
    if pictures and pictures.end() < len(clean):
        changes.append(Change(number, "furniture", pictures.group().strip()))
        clean = clean[pictures.end() :]
    return clean, changes


def _is_invisible(char: str) -> bool:
    return unicodedata.category(char) in _INVISIBLE or char in _VARIATION_SELECTORS or char in _NONCHARACTERS
