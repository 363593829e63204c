"""From paragraphs to blocks: titles and headings told from sentences, list markers told from wording."""

import re
from collections.abc import Sequence

from pipeline.ingest.cleaning.markers import marker_length, series
from pipeline.ingest.cleaning.wording import SMALL_WORDS
from pipeline.ingest.passages import Passage
from pipeline.records import Block, BlockKind

LONGEST_HEADING = 200
MOST_HEADING_WORDS = 28
MOST_PLAIN_WORDS = 10
"""Words of a heading that is not written in capitals: "Cooperation on trade and investment"."""
SEPARATOR = "\n\n"

_END = re.compile(r"[.!?;,…][\"'”’)\]»]*$")
_ABBREVIATED_END = re.compile(r"\b(?:U\.S|U\.K|D\.C|U\.N|E\.U|P\.M|a\.m|p\.m|Jr|Sr|Inc|Ltd|Co)\.$")
_WORD = re.compile(r"[^\W\d_][\w'’.]*")
_SENTENCE_WORDS = frozenset(
    (
        *("am", "are", "is", "was", "were", "has", "have", "had", "will", "shall", "would", "should", "must", "can"),
        *("could", "may", "might", "do", "does", "did", "we", "they", "he", "she", "it", "i"),
    )
)
"""Finite verbs and pronouns: a line that holds one is rather a sentence than a heading."""


def lay_out(paragraphs: Sequence[Passage], title: str = "") -> tuple[str, tuple[Block, ...]]:
    """The cleaned text, blocks joined by an empty line, and its blocks.

    ``title`` is the document's title where it is known: the block that repeats it is the title block.
    """
    markers = [
        marker_length(p.text) or from_series
        for p, from_series in zip(paragraphs, series([p.text for p in paragraphs]), strict=True)
    ]
    kinds = _kinds(paragraphs, markers, title)
    blocks: list[Block] = []
    start = 0
    for paragraph, marker, kind in zip(paragraphs, markers, kinds, strict=True):
        end = start + len(paragraph.text)
        blocks.append(Block(kind, start, start + marker, end))
        start = end + len(SEPARATOR)
    return SEPARATOR.join(p.text for p in paragraphs), tuple(blocks)


def is_heading(text: str) -> bool:
    """Whether a paragraph reads as a heading: short, no sentence mark at its end, capitals, no finite verb."""
    if not text or len(text) > LONGEST_HEADING:
        return False
    if _END.search(text) and not _ABBREVIATED_END.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"‘'("):
        return False
    words = _WORD.findall(text)
    if not words or len(words) > MOST_HEADING_WORDS:
        return False
    says = any(word.lower() in _SENTENCE_WORDS for word in words)
    capitals = sum(word[0].isupper() for word in words if word.lower() not in SMALL_WORDS)
    long_words = sum(word.lower() not in SMALL_WORDS for word in words)
    if text.endswith(":"):
        return not says and words[-1].lower() not in SMALL_WORDS and capitals == long_words
    if text.isupper() or (long_words and capitals >= 0.8 * long_words):
        return True
    return len(words) <= MOST_PLAIN_WORDS and not says


def same_title(text: str, title: str) -> bool:
    """Whether two titles are the same but for case, punctuation and spaces."""
    return bool(title) and _letters(text) == _letters(title)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _kinds(paragraphs: Sequence[Passage], markers: Sequence[int], title: str) -> list[BlockKind]:
    kinds: list[BlockKind] = [
        _kind(paragraph, marker, i + 1 < len(paragraphs))
        for i, (paragraph, marker) in enumerate(zip(paragraphs, markers, strict=True))
    ]
    given = next((i for i, p in enumerate(paragraphs[:8]) if same_title(p.text, title)), None)
    if given is not None:
        kinds[given] = "title"
    elif not title and kinds and kinds[0] == "heading" and not markers[0]:
        kinds[0] = "title"
    return kinds


def _kind(paragraph: Passage, marker: int, followed: bool) -> BlockKind:
    if paragraph.hint is not None:
        return "item" if paragraph.hint == "paragraph" and marker else paragraph.hint
    body = paragraph.text[marker:]
    if marker:
        numbered = paragraph.text[0] not in "-–—*+.•" and (paragraph.text[0].isalnum() or paragraph.text[0] in "([")
        return "heading" if numbered and followed and is_heading(body) else "item"
    return "heading" if followed and is_heading(body) else "paragraph"
