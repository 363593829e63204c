"""Words of a running text with their places, for finders that must not depend on a tokenizer."""

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d\+\d|[A-Z]\.|(?:Dr|Mr|Mrs|Ms|Hon|Rt|Gen|Lt|Maj|Adm|Col|Capt|Gov|Sen|Rep|Amb|Prof|Rev|Jr|Sr|Smt|St|Inc|Ltd|Corp)\."
    r"|[^\W_]+(?:['’ʻ\-‑–](?![^\W\d_]\.)[^\W_]+)*|[^\w\s]"
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=\w\.)['’]s$")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a sign of punctuation, between two character offsets."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """The words of ``text``; hyphenated words, initials ("U.S.") and possessives ("Japan's") are one word each."""
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def possessor(word: str) -> str:
    """The word without a possessive "'s"."""
    return _POSSESSIVE.sub("", word)


def apart(text: str, start: int, end: int) -> bool:
    """Whether a blank line, or more white space than between words, lies between two offsets."""
    return end - start > 3 or _BREAK.search(text, start, end) is not None
