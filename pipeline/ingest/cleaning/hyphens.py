"""Words broken at the end of a line: "coopera-/tion" is one word, "long-/term" keeps its hyphen.

A capital or a figure behind the hyphen keeps it, and so does a compound that the document writes elsewhere. Then the
words of the press speak (``press_words.txt``): a known word is joined, a known compound and two known words keep their
hyphen, and pieces that are no words are joined, as are prefixes that English writes solid ("re-/publish").
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.ingest.cleaning.characters import SOFT_HYPHEN
from pipeline.ingest.passages import Change, Passage
from pipeline.knowledge import Knowledge

PARTS = "hyphen_parts.txt"
SOLID = "solid_prefixes.txt"
WORDS = "press_words.txt"
LONGEST_SYLLABLE = 4
_BREAK = re.compile(r"(?P<head>[^\W_][\w.'’]*(?:-[\w.'’]+)*)(?P<hyphen>[-‐\u00ad])$")
_WORD = re.compile(r"[^\W\d_][\w'’]*(?:[-‐‑][^\W_][\w'’]*)+|[^\W\d_][\w'’]*")
_FIRST = re.compile(r"[^\W_][\w'’]*(?:-[\w'’]+)*")


@dataclass(frozen=True, slots=True)
class Speller:
    """The words of a document, as it writes them inside its lines, and what the press writes.

    ``known`` are words and compounds as press texts write them, ``parts`` first parts of compounds that are no words of
    their own ("self-serving"), ``solid`` prefixes that are written without a hyphen ("republish").
    """

    words: frozenset[str]
    known: frozenset[str]
    parts: frozenset[str]
    solid: frozenset[str] = frozenset()


def learn_spelling(lines: Iterable[Passage], knowledge: Knowledge) -> Speller:
    """The words of the lines, beside those of the press; broken ends and what continues them do not count."""
    words: set[str] = set()
    for line in lines:
        text = line.text
        found = _BREAK.search(text[-80:])
        if found:
            text = text[: len(text) - len(found.group())]
        words.update(map(str.lower, _WORD.findall(text)))
    return Speller(frozenset(words), knowledge.get(_read_words), knowledge.get(_read_parts), knowledge.get(_read_solid))


def join_hyphenated(group: Sequence[Passage], speller: Speller) -> tuple[list[str], list[Change]]:
    """The group's texts with broken words made whole, to be joined by spaces, and the changes."""
    pieces = [group[0].text]
    changes: list[Change] = []
    for previous, passage in pairwise(group):
        found = _BREAK.search(pieces[-1][-80:])
        follows = _FIRST.match(passage.text[:80])
        if not found or not follows:
            pieces.append(passage.text)
            continue
        keep = found["hyphen"] != SOFT_HYPHEN and keeps_hyphen(found["head"], follows.group(), speller)
        stem = pieces[-1] if keep else pieces[-1][:-1]
        before = f"{found.group().replace(SOFT_HYPHEN, '-')} ⏎ {follows.group()}"
        after = found["head"] + ("-" if keep else "") + follows.group()
        changes.append(Change(previous.number, "hyphen", before, after))
        pieces[-1] = stem + passage.text
    return pieces, changes


def keeps_hyphen(head: str, tail: str, speller: Speller) -> bool:
    """Whether the hyphen between ``head``, at a line's end, and ``tail`` belongs to the word."""
    last, first = head.rpartition("-")[2], tail.partition("-")[0]
    if not tail[0].islower() or not last[-1].islower():
        return True
    whole, compound = (last + first).lower(), f"{last}-{first}".lower()
    if compound in speller.words and whole not in speller.words:
        return True
    if whole in speller.known:
        return False
    if compound in speller.known or last.lower() in speller.parts:
        return True
    if last.lower() in speller.solid:
        return first[0] == last[-1] and first[0] in "aeiou"
    is_name = last[0].isupper() and last.lower() in speller.words and len(first) > LONGEST_SYLLABLE
    return (is_name or last.lower() in speller.known) and first in speller.known


def known_words(knowledge: Knowledge) -> frozenset[str]:
    """The words and compounds that the press uses."""
    return knowledge.get(_read_words)


def _read_parts(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.entries(PARTS))


def _read_words(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.entries(WORDS))


def _read_solid(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.entries(SOLID))
