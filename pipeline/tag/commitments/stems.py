"""Lists of declarations: items under a stem ("We will:", "The leaders decided to:") and the stem that carries them.

The layout comes from ``doc._.communique``; where that has none, lines and list markers stand in for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from pipeline.language.extensions import context_of
from pipeline.records import Block

StemKind = Literal["none", "bare", "binding", "commitment", "demand", "position", "appraisal", "report"]
"""What the stem of a list does: nothing ("bare"), an act, or a promise that its items say ("binding")."""

CLOSED = frozenset(".!?;,”\"')")
LEADING = frozenset({"further", "also", "jointly", "actively", "together", "and", "or"})
"""They may stand before the verb that opens an item: "FURTHER REAFFIRM ...", "- and publish the fees"."""

MARKER = re.compile(r"[ \t]*(?:[-*•–·‣▪●◦]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])[ \t]+(?=\S)")

LONGER_THAN_MARKER = 4
"""Tokens of a sentence that is more than a marker: "(iv)" are three."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its first word behind a list marker, whether it opens a line or list item, its stem."""

    first: Token
    opens_line: bool
    is_item: bool
    stem: Span | None


def places(doc: Doc) -> Iterator[tuple[Span, Place]]:
    """Each sentence with its place, in text order."""
    starts = {start: (is_item, body) for start, body, is_item in _openings(doc)}
    headings = _headings(doc)
    bodies = {body: is_item for is_item, body in starts.values()}
    stem: Span | None = None
    in_item = False
    for sentence in doc.sents:
        first = _first_word(sentence)
        if first is None or _is_marker(sentence):
            continue
        if sentence.start_char in headings:
            stem = sentence
            continue
        offset = next((t.idx for t in sentence if not t.is_space), sentence.start_char)
        opens = offset in starts or offset in bodies
        if opens:
            in_item, body = starts[offset] if offset in starts else (bodies[offset], offset)
            first = next((t for t in sentence if t.idx >= body and not t.is_space and not t.is_punct), first)
            while in_item and first.lower_ in LEADING and first.i + 1 < sentence.end:
                first = first.nbor(1)
            if not in_item and not _is_bare_verb(first):
                stem = None
        yield sentence, Place(first, opens, in_item, stem if stem is not None and stem.start < sentence.start else None)
        if not in_item and sentence.text.rstrip()[-1:] not in CLOSED:
            stem = sentence


def _openings(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """Offsets at which a line or block starts, where its wording starts, and whether it is a list item."""
    blocks: tuple[Block, ...] | None = context_of(doc).blocks
    if blocks:
        for block in blocks:
            yield block.start, block.body, block.kind == "item" or block.body > block.start
        return
    offset = 0
    for line in doc.text.splitlines(keepends=True):
        if line.strip():
            marker = MARKER.match(line)
            lead = len(line) - len(line.lstrip())
            yield offset + lead, offset + (marker.end() if marker else lead), marker is not None
        offset += len(line)


def _headings(doc: Doc) -> set[int]:
    """Offsets inside titles and headings: they announce, and promise nothing."""
    blocks: tuple[Block, ...] | None = context_of(doc).blocks
    return {k for b in blocks or () if b.kind in {"title", "heading"} for k in range(b.start, b.end)}


def _is_marker(sentence: Span) -> bool:
    """Whether a sentence is no more than the marker of a list item."""
    return len(sentence) < LONGER_THAN_MARKER and MARKER.match(sentence.text.strip() + " x") is not None


def _first_word(sentence: Span) -> Token | None:
    return next((t for t in sentence if t.is_alpha or t.like_num or (not t.is_space and not t.is_punct)), None)


def _is_bare_verb(token: Token) -> bool:
    return token.tag_ in {"VB", "VBG"} and not any(t.dep_ in {"nsubj", "nsubj:pass"} for t in token.children)
