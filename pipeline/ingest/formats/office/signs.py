"""Signs of Word files that are no plain text: formulas (Office Math), and characters of symbol fonts."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

Element = Any

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULA = f"{_MATH}oMath"
_TEXTS = (f"{_MATH}t", qn("w:t"))
_SUB = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SUPER = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_RAISED = frozenset("0123456789+-=()")
DEEPEST = 40
"""Nesting of formulas that is followed."""

_PRIVATE = 0xF000
_SYMBOL = dict(
    zip(
        range(0x41, 0x7B),
        "ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
) | {
    **{0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥"},
    **{0xB4: "×", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xCE: "∈"},
    **{0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xE5: "∑", 0xF2: "∫", 0xA0: "€", 0xA2: "′", 0xB2: "″"},
}
_WINGDINGS = {
    **{0x6C: "•", 0x6E: "■", 0x71: "□", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→"},
    **{0xE1: "↑", 0xE2: "↓", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def formula(element: Element, depth: int = 0) -> str:
    """A formula in one line of text: "CO₂", "x²", "a/b", "√(x)"."""
    name = element.tag.removeprefix(_MATH) if isinstance(element.tag, str) else ""
    if element.tag in _TEXTS:
        return element.text or ""
    if not name or depth > DEEPEST:
        return ""

    def part(tag: str) -> str:
        return "".join(formula(child, depth + 1) for child in element.iterchildren(f"{_MATH}{tag}"))

    if name in ("sSub", "sSup", "sSubSup"):
        return part("e") + _lowered(part("sub")) + _raised(part("sup"))
    if name == "f":
        return f"{_bracketed(part('num'))}/{_bracketed(part('den'))}"
    if name == "rad":
        return f"{part('deg')}√{_bracketed(part('e'))}"
    if name == "d":
        return f"({', '.join(formula(child, depth + 1) for child in element.iterchildren(f'{_MATH}e'))})"
    if name == "nary":
        return f"∑{_lowered(part('sub'))}{_raised(part('sup'))} {part('e')}"
    return "".join(formula(child, depth + 1) for child in element)


def symbol(element: Element) -> str:
    """The character of a ``w:sym``; a blank where its font's signs are not known, so that no words run together."""
    try:
        code = int(element.get(qn("w:char"), ""), 16)
    except ValueError:
        return " "
    font = _FONTS.get(element.get(qn("w:font"), "").lower())
    if code & ~0xFF == _PRIVATE or (font and code < 0x100):
        return (font or {}).get(code & 0xFF, " ")
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF else " "


def take_hidden(root: Element, styles: frozenset[str]) -> Iterator[str]:
    """Take the runs out that are formatted as hidden, by themselves or by a character style; gives their wording.

    ``styles`` are the ids of hidden character styles (:func:`hidden_styles`).
    """
    for run in list(root.iter(qn("w:r"))):
        properties = run.find(qn("w:rPr"))
        if properties is None or not _is_hidden(properties, styles):
            continue
        wording = "".join(text.text or "" for text in run.iter(qn("w:t")))
        run.getparent().remove(run)
        if wording.strip():
            yield wording


def hidden_styles(styles: Element) -> frozenset[str]:
    """The ids of the character styles whose text is hidden."""
    return frozenset(
        style.get(qn("w:styleId"), "")
        for style in styles.iter(qn("w:style"))
        if (properties := style.find(qn("w:rPr"))) is not None and _is_hidden(properties, frozenset())
    )


def _is_hidden(properties: Element, styles: frozenset[str]) -> bool:
    vanish = properties.find(qn("w:vanish"))
    if vanish is not None:
        return vanish.get(qn("w:val"), "true").lower() not in ("0", "false", "off")
    style = properties.find(qn("w:rStyle"))
    return style is not None and style.get(qn("w:val"), "") in styles


def _lowered(text: str) -> str:
    return text.translate(_SUB) if set(text) <= _RAISED else f"_{text}"


def _raised(text: str) -> str:
    return text.translate(_SUPER) if set(text) <= _RAISED else f"^{text}"


def _bracketed(text: str) -> str:
    return text if text.isalnum() else f"({text})"
