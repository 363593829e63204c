"""Hard line breaks: which lines are paragraphs, and which are pieces of one that was wrapped to a width.

Whether a document is wrapped is told from the lengths of its lines: a break is forced where the next line's first word
would not have fitted. In a document whose lines are paragraphs only sentences that clearly run on are joined.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.ingest.cleaning.blocks import is_heading
from pipeline.ingest.cleaning.hyphens import Speller, join_hyphenated
from pipeline.ingest.cleaning.markers import is_lone_marker, marker_length
from pipeline.ingest.cleaning.wording import SMALL_WORDS, is_finished, runs_on, title_runs_on
from pipeline.ingest.passages import Change, Passage, shorten

WIDEST = 130
NARROWEST = 25
FULL = 0.82
"""Share of the width that a line with the next line's first word must reach to count as full; print is ragged."""
SHARE_PAIRS = 0.3
"""Share of lines that must follow another directly in a wrapped document."""
SHARE_FULL = 0.5
SHARE_RUNNING = 0.4
"""Share of full lines behind which the next one must begin in lower case: names in a list never do."""
UNFINISHED_LENGTH = 30
SHORTEST_TEXT = 60
"""Characters of the first paragraph of a text that begins in small letters."""
MOST_HEADS = 12
"""Lines above a text among which a title is looked for."""


def wrap_width(lines: list[Passage], gap: int = 0) -> int | None:
    """The width in characters to which the document is wrapped; None where its lines are paragraphs.

    ``gap`` is the number of empty lines between wrapped lines: printouts are sometimes read with one below each.
    """
    plain = [line for line in lines if line.hint is None]
    pairs = [(a, b) for a, b in pairwise(plain) if b.gap == gap]
    if len(pairs) < max(1, SHARE_PAIRS * (len(plain) - 1)):
        return None
    lengths = sorted(len(line.text) for line in plain)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not NARROWEST <= width <= WIDEST or sum(length > 1.25 * width for length in lengths) > 0.05 * len(lengths):
        return None
    below_head = next((line.number for line in plain if len(line.text) >= FULL * width), 0)
    pairs = [(a, b) for a, b in pairs if a.number >= below_head]  # a letterhead's lines are short whatever the width
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    running = sum(runs_on(a.text, b.text) or (a.text.isupper() and b.text.isupper()) for a, b in full)
    if len(full) < SHARE_FULL * len(pairs) or running < SHARE_RUNNING * len(full):
        return None
    return width


def mend_lines(lines: list[Passage], speller: Speller) -> tuple[list[Passage], list[Change]]:
    """Paragraphs from lines: wrapped lines joined, words broken at a line's end made whole."""
    gap, width = next(((gap, width) for gap in (0, 1) if (width := wrap_width(lines, gap))), (0, None))
    indent = _usual_indent(lines)
    head = heads(lines) if width is None else frozenset()
    return _join_where(
        lines,
        lambda first, last, line: (
            _belongs(first, last, line, width, indent, gap)
            and not (len(line.text) > WIDEST and _opens_text(first, line, head))
        ),
        speller,
    )


def mend_breaks(paragraphs: list[Passage], speller: Speller) -> tuple[list[Passage], list[Change]]:
    """Paragraphs that a column or page break cut in the middle of a sentence, joined over the empty lines.

    A title that goes on in a line of small letters is one too, but not a title above a text that begins with one.
    """
    head = heads(paragraphs)
    return _join_where(
        paragraphs,
        lambda first, _last, paragraph: (
            len(first.text) >= UNFINISHED_LENGTH
            and runs_on(first.text, paragraph.text)
            and not marker_length(paragraph.text)
            and not _opens_text(first, paragraph, head)
            and ((paragraph.gap and first.hint == paragraph.hint) or _ends_title(first, paragraph, head))
        ),
        speller,
    )


def heads(passages: Sequence[Passage]) -> frozenset[int]:
    """The numbers of the lines above a text that read as headings."""
    found: list[int] = []
    for passage in passages[:MOST_HEADS]:
        if passage.hint not in ("heading", "title") and not is_heading(passage.text):
            break
        found.append(passage.number)
    return frozenset(found)


def _opens_text(first: Passage, line: Passage, head: Collection[int]) -> bool:
    """Whether a line in small letters behind a title is the first of the text: it is long and ends as sentences do."""
    long = len(line.text) >= max(SHORTEST_TEXT, len(first.text))
    whole = first.text.rpartition(" ")[2].lower() not in SMALL_WORDS
    return long and whole and first.number in head and line.text[:1].islower() and is_finished(line.text)


def _ends_title(first: Passage, line: Passage, head: Collection[int]) -> bool:
    """Whether a short line of the running text's kind is the end of the title above it."""
    return (
        first.number in head
        and first.hint == "heading"
        and line.hint in (None, "paragraph")
        and len(line.text) <= WIDEST
        and not is_finished(line.text)
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


def _belongs(first: Passage, last: Passage, line: Passage, width: int | None, indent: int, gap: int) -> bool:
    """Whether ``line`` goes on with the paragraph from ``first`` to ``last``."""
    if line.hint is not None or last.hint is not None:
        return False
    marked = bool(marker_length(line.text))
    if last is first and is_lone_marker(last.text):
        return not marked and not is_lone_marker(line.text)
    if line.gap > gap:
        return False
    finished = is_finished(last.text)
    if marked or is_lone_marker(line.text):
        return width is not None and not finished and line.text[:1].isdigit() and _is_full(last, line, width)
    if _is_capitals(last.text) and _is_capitals(line.text):
        return (width is not None and _is_full(last, line, width)) or title_runs_on(last.text, line.text)
    if width is None:
        return len(last.text) >= UNFINISHED_LENGTH and runs_on(last.text, line.text)
    if finished and line.indent - max(last.indent, indent) >= 2:
        return False
    return _is_full(last, line, width) or runs_on(last.text, line.text)


def _is_full(line: Passage, following: Passage, width: int) -> bool:
    """Whether the break behind ``line`` was forced: the next word would have passed the width."""
    return line.indent + len(line.text) + 1 + len(following.text[:WIDEST].partition(" ")[0]) > FULL * width


def _is_capitals(text: str) -> bool:
    return len(text) <= WIDEST and text.isupper() and sum(c.isalpha() for c in text) > 3


def _usual_indent(lines: list[Passage]) -> int:
    indents = sorted(line.indent for line in lines)
    return indents[len(indents) // 2] if indents else 0
