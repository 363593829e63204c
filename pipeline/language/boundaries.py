"""Sentence boundaries of press text, set before the parser runs.

A statement in press text ends where its line or list item ends, or at a full stop that is not part of an abbreviation,
a number or an initial. That is decidable from the wording, better than by a parser trained on web text; so every token
is decided here, and the parser works inside the sentences. Only where the layout of a text is unknown may the parser
open further sentences, because a line without a full stop may have ended anywhere.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.knowledge import Knowledge
from pipeline.language.extensions import context_of
from pipeline.language.shared import knowledge_of
from pipeline.names.abbreviations import Abbreviations, read_abbreviations
from pipeline.names.calendar import MONTH, WEEKDAY
from pipeline.records import Block

FACTORY = "communique_boundaries"

ENDS = (".", "?", "!", "…")
NOTE_MARKS = frozenset({"*", "**", "***", "†", "‡"})
"""Marks of footnotes, which stand behind a full stop without a blank."""
CLOSERS = frozenset({'"', "”", "’", "'", "''", "»", ")", "]", "}"}) | NOTE_MARKS
OPENERS = frozenset({'"', "“", "‘", "'", "``", "«", "(", "[", "{"})
QUOTES = frozenset({'"', "”", "’", "'", "''", "»"})
BRACKETS = {"(": ")", "[": "]", "{": "}"}
LONGEST_MARK = 4
"""Letters of the mark of a point: "(b)", "(viii)"."""
LONGEST_SENTENCE = 600
"""Tokens after which a sentence is cut: no prose runs on so long, and what reads sentences need not be linear."""

MAX_BRACKET = 120
"""Tokens between brackets; a bracket that is not closed within so many is taken as a slip of the pen."""

CODES = {True: 1, False: -1, None: 0}
"""How spaCy stores whether a token starts a sentence; None leaves it to the parser."""

_POINT = re.compile(r"\d{1,3}\.?")
_TIME = re.compile(rf"{MONTH}|{WEEKDAY}|[A-Z]{{2,5}}")
"""What tells the day or the zone of an hour behind "a.m."."""
_ASIDE = 5
"""Words behind a quoted question among which the verb stands that says who asked."""

_INITIAL = re.compile(r"(?:[A-Z]\.)+(?:-[A-Z]\.)?$|[A-Z]$")


def read_reporting_verbs(knowledge: Knowledge) -> frozenset[str]:
    """The verbs behind a quotation that say who spoke."""
    return frozenset(knowledge.entries("reporting_verbs.txt"))


@Language.factory(FACTORY, assigns=["token.is_sent_start"], default_config={"knowledge": None})
def make_boundaries(nlp: Language, name: str, knowledge: str | None) -> "Boundaries":
    """The component for a spaCy pipeline; put it before the parser. ``knowledge`` is a folder of one's own files."""
    return Boundaries(knowledge_of(nlp, knowledge))


class Boundaries:
    """Sets ``token.is_sent_start`` by ``doc._.communique.blocks`` where they are known, and by the wording."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __call__(self, doc: Doc) -> Doc:
        """Decide the boundaries of ``doc``, all of them where its blocks are known; linear in its length."""
        if len(doc) > 1:
            verbs = self.knowledge.get(read_reporting_verbs)
            decided = dict(_behind_stops(doc, self.knowledge.get(read_abbreviations), verbs))
            blocks = context_of(doc).blocks
            decided.update(dict.fromkeys(_line_starts(doc, blocks), True))
            open_to_parser = None if blocks is None else False
            starts: Any = np.empty(len(doc), dtype=np.int64)
            length = 0
            for i in range(len(doc)):
                is_start = i == 0 or length >= LONGEST_SENTENCE or decided.get(i, open_to_parser)
                starts[i] = CODES[is_start]
                length = 1 if is_start else length + 1
            doc.from_array(["SENT_START"], starts.astype(np.uint64))
        return doc


def _line_starts(doc: Doc, blocks: Sequence[Block] | None) -> Iterator[int]:
    """First tokens of blocks and of their wording; of paragraphs where the blocks are not known."""
    if blocks is None:
        yield from (token.i + 1 for token in doc[:-1] if token.is_space and token.text.count("\n") > 1)
        return
    offsets = [token.idx for token in doc]
    for block in blocks:
        for offset in {block.start, block.body}:
            index = bisect_left(offsets, offset)
            if index < len(doc):
                yield index


def _behind_stops(doc: Doc, abbreviations: Abbreviations, reporting: frozenset[str]) -> Iterator[tuple[int, bool]]:
    """The tokens behind full stops and their like, and whether they begin a sentence, where the wording tells."""
    texts = [token.text for token in doc]
    spaced = [bool(token.whitespace_) or token.is_space for token in doc]
    enclosed = _enclosed(texts)
    started = 0
    for i, text in enumerate(texts):
        if not text.endswith(ENDS):
            continue
        after = i + 1
        while after < len(texts) and not spaced[after - 1] and texts[after] in CLOSERS:
            after += 1
        if after >= len(texts):
            continue
        is_point = i - started < len(("2", ".")) and _POINT.fullmatch(texts[started]) is not None
        runs_on = is_point or not _ends(texts, i, after, abbreviations) or _goes_on(texts, i, after, reporting)
        if after in enclosed or runs_on:
            yield after, False
        elif spaced[after - 1] and _opens(texts, after):
            started = after
            yield after, True


def _goes_on(texts: Sequence[str], i: int, after: int, reporting: frozenset[str]) -> bool:
    """Whether it is said behind a quoted question who asked it: "“Is it safe?” Minister Berg asked."."""
    if not texts[i].endswith(("?", "!")) or not any(text in QUOTES for text in texts[i + 1 : after]):
        return False
    behind = texts[after : after + _ASIDE]
    stop = next((k for k, text in enumerate(behind) if text.endswith(ENDS) or text in QUOTES), len(behind))
    return any(text.lower() in reporting for text in behind[:stop])


def _opens(texts: Sequence[str], i: int) -> bool:
    """Whether the words from token ``i`` on look like the beginning of a sentence, or of a point: "(b) Chile will"."""
    if texts[i] == "(" and i + 3 < len(texts) and texts[i + 2] == ")" and len(texts[i + 1]) <= LONGEST_MARK:
        return _opens(texts, i + 3)
    while i < len(texts) and (texts[i] in OPENERS or texts[i].isspace()):
        i += 1
    return i < len(texts) and (texts[i][0].isupper() or texts[i][0].isdigit() or not texts[i][0].isalnum())


def _ends(texts: Sequence[str], i: int, after: int, abbreviations: Abbreviations) -> bool:
    """Whether the full stop in token ``i`` ends a sentence, the next of which would begin with token ``after``."""
    if texts[i].endswith(("?", "!", "…", "...")):
        return True
    word = texts[i] if texts[i] != "." else f"{texts[i - 1]}." if i else "."
    if word in abbreviations.bound or word.capitalize() in abbreviations.bound:
        return False
    following = texts[after]
    if word in abbreviations.numbered:
        return not following[0].isdigit()
    if word in abbreviations.closing:
        zone = any(text.lower() == "time" for text in texts[after + 1 : after + 3])
        return following[0].isupper() and not zone and _TIME.fullmatch(following) is None
    if word in abbreviations.all or _INITIAL.match(word) or _INITIAL.match(word[:-1]):
        return following.lower() in abbreviations.openers
    return True


def _enclosed(texts: Sequence[str]) -> set[int]:
    """Indices of tokens that stand inside a closed pair of brackets."""
    inside: set[int] = set()
    opened: list[int] = []
    for i, text in enumerate(texts):
        if text in BRACKETS:
            opened.append(i)
        elif opened and text == BRACKETS[texts[opened[-1]]]:
            start = opened.pop()
            if i - start <= MAX_BRACKET:
                inside.update(range(start + 1, i + 1))
    return inside
