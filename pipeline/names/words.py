"""Words of a running text with their places, for finders that must not depend on a tokenizer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d\+\d|[A-Z]\.|(?:Dr|Mr|Mrs|Ms|Hon|Rt|Gen|Lt|Maj|Adm|Col|Capt|Gov|Sen|Rep|Amb|Prof|Rev|Jr|Sr|Smt|St|Inc|Ltd|Corp)\."
    r"|[^\W_]+(?:['’ʻ\-‑–](?![^\W\d_]\.)[^\W_]+)*|[^\w\s]"
)
_TOKEN = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=\w\.)['’]s$")
_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a sign of punctuation, between two character offsets."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[str]:
    """Lower-case words and numbers of a text, for finding terms; hyphens, apostrophes and full stops part them."""
    return _TOKEN.findall(text.lower())


def words_of(text: str) -> list[Word]:
    """The words of ``text``; hyphenated words, initials ("U.S.") and possessives ("Japan's") are one word each."""
    return [Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def possessor(word: str) -> str:
    """The word without a possessive "'s"."""
    return _POSSESSIVE.sub("", word)


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where any of ``names`` stands in ``text`` as whole words: start, end and name; the longest at each place."""
    by_word: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        first = _LETTERS.match(name)
        if first is not None:
            by_word.setdefault(first.group(), []).append(name)
    if not by_word:
        return
    reached = 0
    for word in _LETTERS.finditer(text):
        for name in by_word.get(word.group(), ()):
            end = word.start() + len(name)
            if word.start() >= reached and text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                yield word.start(), end, name
                reached = end
                break


def apart(text: str, start: int, end: int) -> bool:
    """Whether a blank line, or more white space than between words, lies between two offsets."""
    return end - start > 3 or _BREAK.search(text, start, end) is not None
