"""Characters that stand for others: entities that were escaped twice, and the wide figures and stops of East Asia."""

import html
import re

_ENTITY = re.compile(r"&(?:amp;){0,3}(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
MOST_ESCAPES = 4
"""How often a text may have been escaped."""

_SPACES = "\u00a0\u00ad\u2009\u202f\u200b"
"""Spaces and soft hyphens, which are no printable characters and stand in texts."""
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    **{ord("。"): ".", ord("｡"): ".", ord("、"): ",", ord("､"): ",", ord("・"): "·", ord("\u3000"): " "},
    **{ord("「"): "“", ord("」"): "”", ord("『"): "“", ord("』"): "”"},
}
_ANY_WIDE = re.compile("[" + "".join(map(chr, _WIDE)) + "]")
_WIDE_STOP = re.compile(r"[。｡、､．，；：！？](?=[A-Za-zÀ-ɏＡ-Ｚａ-ｚ“「])")


def unescape(line: str) -> str:
    """``line`` with the characters for which entities stand in it: "Norway &amp; Chile" is "Norway & Chile"."""
    for _ in range(MOST_ESCAPES):
        if "&" not in line or not _ENTITY.search(line):
            break
        line = _ENTITY.sub(_character, line)
    return line


def narrow(line: str) -> str:
    """A line in Latin letters with its wide figures, letters and stops as Latin text has them; others as they are."""
    if line.isascii() or not _ANY_WIDE.search(line):
        return line
    latin = sum("A" <= char <= "ɏ" or "Ａ" <= char <= "ｚ" for char in line if char.isalpha())
    if 2 * latin < sum(map(str.isalpha, line)):
        return line
    return _WIDE_STOP.sub(lambda found: found.group() + " ", line).translate(_WIDE)


def _character(found: re.Match[str]) -> str:
    """The character of an entity; the entity itself where there is none, or one that no text holds."""
    text = html.unescape(found.group())
    return (
        text if all(char.isprintable() or char in "\u00a0\u00ad\u2009\u202f\u200b" for char in text) else found.group()
    )
