"""Hard line breaks: which lines are paragraphs, and which are pieces of one that was wrapped to a width.

Whether a document is wrapped is told from the lengths of its lines: a break is forced where the next line's first word
would not have fitted. In a document whose lines are paragraphs only sentences that clearly run on are joined.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.ingest.captions import continues
from pipeline.ingest.hyphens import Speller, join_hyphenated
from pipeline.ingest.markers import is_lone_marker, marker_length
from pipeline.ingest.passages import Change, Passage, shorten

WIDEST = 130
NARROWEST = 25
FULL = 0.82
"""Share of the width that a line with the next line's first word must reach to count as full; print is ragged."""
SHARE_FULL = 0.6
SHARE_UNFINISHED = 0.5
UNFINISHED_LENGTH = 30

_END = re.compile(r"[.!?:;…][\"'”’)\]»]*$")
_SMALL_WORDS = [
    "a",
    "an",
    "and",
    "at",
    "between",
    "by",
    "for",
    "from",
    "in",
    "into",
    "of",
    "on",
    "or",
    "the",
    "to",
    "under",
    "upon",
    "with",
]


def wrap_width(lines: list[Passage]) -> int | None:
    """The width in characters to which the document is wrapped; None where its lines are paragraphs."""
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap and a.hint is None and b.hint is None]
    if not pairs:
        return None
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(_is_full(a, b, width) for a, b in pairs)
    unfinished = sum(not _END.search(a.text) and not marker_length(b.text) for a, b in pairs)
    if full < SHARE_FULL * len(pairs) or unfinished < SHARE_UNFINISHED * len(pairs):
        return None
    return width


def mend_lines(lines: list[Passage], speller: Speller) -> tuple[list[Passage], list[Change]]:
    """Paragraphs from lines: wrapped lines joined, words broken at a line's end made whole."""
    width = wrap_width(lines)
    indent = _usual_indent(lines)
    return _join_where(
        lines, lambda first, last, line: not line.gap and _belongs(first, last, line, width, indent), speller
    )


def mend_breaks(paragraphs: list[Passage], speller: Speller) -> tuple[list[Passage], list[Change]]:
    """Paragraphs that a column or page break cut in the middle of a sentence, joined over the empty lines."""
    return _join_where(
        paragraphs,
        lambda first, _last, paragraph: (
            bool(paragraph.gap)
            and first.hint == paragraph.hint
            and len(first.text) >= UNFINISHED_LENGTH
            and continues(first, paragraph)
        ),
        speller,
    )


def _join_where(
    passages: list[Passage], belong: Callable[[Passage, Passage, Passage], bool], speller: Speller
) -> tuple[list[Passage], list[Change]]:
    """Join each passage to the ones before it where ``belong(first, last, passage)`` says so.

    ``first`` and ``last`` are the first and the last passage of the paragraph so far.
    """
    groups: list[list[Passage]] = []
    for passage in passages:
        if groups and belong(groups[-1][0], groups[-1][-1], passage):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    joined: list[Passage] = []
    changes: list[Change] = []
    for group in groups:
        if len(group) == 1:
            joined.append(group[0])
            continue
        pieces, hyphens = join_hyphenated(group, speller)
        text = " ".join(pieces)
        changes += hyphens
        if len(pieces) > 1:
            before = " ⏎ ".join(passage.text for passage in group)
            changes.append(Change(group[0].number, "line_break", shorten(before), shorten(text)))
        joined.append(replace(group[0], text=text))
    return joined, changes


def _belongs(first: Passage, last: Passage, line: Passage, width: int | None, indent: int) -> bool:
    if line.hint is not None or last.hint is not None:
        return False
    if is_lone_marker(last.text) and last is first:
        return not marker_length(line.text)
    finished = bool(_END.search(last.text))
    if marker_length(line.text):
        return False if finished or width is None else _is_full(last, line, width) and not _starts_item(line.text)
    if not finished and len(last.text) >= UNFINISHED_LENGTH and continues(last, line):
        return True
    if _is_capitals(last.text) and _is_capitals(line.text):
        return _runs_on(last.text, line.text)
    if width is None:
        return False
    if finished and line.indent - max(last.indent, indent) >= 2:
        return False
    if not finished and continues(last, line):
        return True
    return _is_full(last, line, width)


def _is_full(line: Passage, following: Passage, width: int) -> bool:
    """Whether the break behind ``line`` was forced: the next word would have passed the width."""
    return line.indent + len(line.text) + 1 + len(following.text[:WIDEST].partition(" ")[0]) > FULL * width


def _starts_item(text: str) -> bool:
    """A bullet at the beginning of a line is an item; a number may be a figure of the sentence."""
    return not text[:1].isdigit()


def _is_capitals(text: str) -> bool:
    return len(text) <= WIDEST and text.isupper() and sum(c.isalpha() for c in text) > 3


def _runs_on(first: str, second: str) -> bool:
    """Whether a title in capitals goes on: its line ends, or the next begins, with a small word."""
    ends, starts = first.rpartition(" ")[2].lower(), second.partition(" ")[0].lower()
    return ends in _SMALL_WORDS or starts in _SMALL_WORDS or first.endswith((",", "-", "–"))


def _usual_indent(lines: list[Passage]) -> int:
    indents = sorted(line.indent for line in lines)
    return indents[len(indents) // 2] if indents else 0
