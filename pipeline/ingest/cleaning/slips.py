"""Marks and slips at full stops: footnote marks behind them, missing blanks, and numbered points run together."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.ingest.passages import Change, Passage, shorten
from pipeline.knowledge import Knowledge
from pipeline.names.abbreviations import read_abbreviations

_UNITS = r"metres?|meters?|miles?|feet|foot|yards?|inch(?:es)?|acres?|(?:kilo|centi|milli)met(?:re|er)s?"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_MARK = re.compile(rf"(?:(?<=[.,;:!?”\"’)])|(?<=[a-z]{{4}}))[{_RAISED}]{{1,3}}(?![\w{_RAISED}])")
_RAISED_UNIT = re.compile(rf"\b(?:{_UNITS})$")
_BRACKETED_MARK = re.compile(r"(?<=[\w.,;:!?”\"’)])\[\d{1,3}\]")
_ENCLOSED_MARK = re.compile(r"(?<=[\w”\"’)][.!?])\(\d{1,3}\)(?=\s+[A-Z“\"]|$)")
_PLAIN_MARK = re.compile(r"(?:(?<=[a-z]{2}[.!?])|(?<=[a-z][.!?][”\"’)]))\d{1,3}(?=\s+[A-Z“\"]|$)")
_LAST_WORD = re.compile(r"[\w.]+\.$")

_RUN_ON = re.compile(
    r"(?<!\S)([“\"(\[]?(?:[A-Za-z][a-z’'-]*[a-z]|\d{4})(?:[.!?][”\")\]]?))(?=[“\"(\[]?(?:[A-Z][a-z]+|A|I)[,;:’']?(?:\s|’s|'s))"
)
_DOMAINS = frozenset({"Com", "Org", "Net", "Info", "Gov", "Js", "Py"})
_WORD = re.compile(r"[A-Za-z]+")

_POINT = re.compile(r"(\d{1,2})\.\s(?=[A-Z“\"])")
_POINT_BEHIND = re.compile(r"(?<=[.;!?:])\s+(?=(\d{1,2})\.\s+[A-Z“\"])")


def mend_slips(lines: Iterable[Passage], knowledge: Knowledge) -> tuple[list[Passage], list[Change]]:
    """Lines without footnote marks that hang on a word or a stop, with blanks behind full stops that lack one."""
    stops = knowledge.get(read_abbreviations).all
    mended: list[Passage] = []
    changes: list[Change] = []
    for line in lines:
        text = line.text
        for rule, mend in (("footnote", _without_marks), ("blank", _with_blanks)):
            before, text = text, mend(text, stops)
            if before != text:
                changes.append(Change(line.number, rule, shorten(before), shorten(text)))
        if text.strip():
            mended.append(line if text is line.text else replace(line, text=text))
    return mended, changes


def _without_marks(text: str, stops: frozenset[str]) -> str:
    """The marks of "by 2030.² Chile", "by 2030.[2] Chile", "by 2030.(2) Chile" and "the port.2 Chile" go; "40 km²" and
    "Art.5" stay.
    """

    def without(pattern: re.Pattern[str], is_wording: Callable[[str], bool], text: str) -> str:
        return pattern.sub(lambda found: found.group() if is_wording(text[: found.start()]) else "", text)

    if any(sign in text for sign in _RAISED):
        text = without(_RAISED_MARK, lambda before: _RAISED_UNIT.search(before) is not None, text)
    if "[" in text:
        text = _BRACKETED_MARK.sub("", text)
    text = without(_ENCLOSED_MARK, lambda before: _ends_abbreviated(before, stops), text)
    return without(_PLAIN_MARK, lambda before: _ends_abbreviated(before, stops), text)


def _ends_abbreviated(before: str, stops: frozenset[str]) -> bool:
    found = _LAST_WORD.search(before)
    return found is not None and (found.group() in stops or found.group()[:-1].count(".") > 0)


def _with_blanks(text: str, stops: frozenset[str]) -> str:
    """A blank parts the sentences of "the port.Chile will"; "St.Olav" and addresses stay as they are."""

    def mended(found: re.Match[str]) -> str:
        following = _WORD.search(text, found.end())
        word = found.group().lstrip('“"([')
        if word in stops or (following is not None and following.group() in _DOMAINS):
            return found.group()
        return f"{found.group()} "

    return _RUN_ON.sub(mended, text)


def split_points(paragraphs: Iterable[Passage]) -> tuple[list[Passage], list[Change]]:
    """Paragraphs cut before numbered points that count on: "1. Chile will ... 2. Norway will ..." are two items."""
    split: list[Passage] = []
    changes: list[Change] = []
    for paragraph in paragraphs:
        pieces = _points(paragraph.text)
        split += [replace(paragraph, text=pieces[0])]
        if len(pieces) > 1:
            changes.append(Change(paragraph.number, "list", shorten(paragraph.text), shorten(" ⏎ ".join(pieces))))
            split += [replace(paragraph, text=piece, gap=0) for piece in pieces[1:]]
    return split, changes


def _points(text: str) -> list[str]:
    """The numbered points of a paragraph; the whole of it where its numbers do not count on."""
    opening = _POINT.match(text)
    expected = int(opening.group(1)) + 1 if opening else 1
    cuts = [0]
    for found in _POINT_BEHIND.finditer(text):
        if int(found.group(1)) == expected and (opening or len(cuts) > 1 or text[found.start() - 1] == ":"):
            cuts.append(found.end())
            expected += 1
    if not opening and len(cuts) == 2:
        return [text]
    return [text[start:end].rstrip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]
