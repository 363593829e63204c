"""A tree of words: known spellings are found in a text from left to right, in time that grows with its length alone."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(slots=True)
class _Node(Generic[T]):
    """A word in the tree: the words that may follow, and what ends here, with its spelling."""

    following: dict[str, "_Node[T]"] = field(default_factory=dict)
    ends: list[tuple[tuple[str, ...], T]] = field(default_factory=list)


class SpellingTree(Generic[T]):
    """Spellings and what each stands for.

    ``words_too`` are acronyms that are also words, and mean nothing between other words in capitals.
    """

    def __init__(self, words_too: frozenset[str] = frozenset()) -> None:
        self._root: _Node[T] = _Node()
        self._words_too = words_too

    def add(self, spelling: str, value: T) -> T | None:
        """Put a spelling into the tree; returns what it stands for already, where that is so."""
        words = split(spelling)
        node = self._root
        for word in words:
            node = node.following.setdefault(word.casefold(), _Node())
        for known, owner in node.ends:
            if known == words:
                return owner
        node.ends.append((words, value))
        return None

    def scan(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Start, end and value of the spellings in ``text``, not overlapping: the longest at each place."""
        spans = [(m.start(), m.end()) for m in WORD.finditer(text)]
        words = [plain(text[start:end]) for start, end in spans]
        position = 0
        while position < len(words):
            length, value = self._longest(text, spans, words, position)
            if value is None:
                position += 1
                continue
            yield spans[position][0], spans[position + length - 1][1], value
            position += length

    def _longest(
        self, text: str, spans: list[tuple[int, int]], words: list[str], position: int
    ) -> tuple[int, T | None]:
        """How many words from ``position`` make the longest spelling, and what it stands for."""
        node = self._root
        best: tuple[int, T | None] = (0, None)
        for index in range(position, len(words)):
            following = node.following.get(words[index].casefold())
            if following is None:
                break
            if index > position and _BLANK_LINE.search(text, spans[index - 1][1], spans[index][0]):
                break
            node = following
            seen = words[position : index + 1]
            fitting = [(known, value) for known, value in node.ends if _spelled(known, seen)]
            if fitting and not self._is_currency_or_word(text, spans, words, position, index):
                exact = next((value for known, value in fitting if list(known) == seen), fitting[0][1])
                best = (index + 1 - position, exact)
        return best

    def _is_currency_or_word(
        self, text: str, spans: list[tuple[int, int]], words: list[str], first: int, last: int
    ) -> bool:
        """Whether a match is the "US" of "US$300", or a word too, such as WHO, in a line of capitals."""
        after = words[last + 1] if last + 1 < len(words) else ""
        if after == "$" and text[spans[last][1] : spans[last + 1][0]].strip(" ") == "" and first == last:
            return True
        if first != last or words[first] not in self._words_too:
            return False
        before = words[first - 1] if first else ""
        shouted = [w for w in (before, after) if w.isalpha() and w.isupper() and len(w) > 1]
        return before != "THE" and len(shouted) == 2


def split(spelling: str) -> tuple[str, ...]:
    """The words and signs of a spelling, made plain."""
    return tuple(plain(word) for word in WORD.findall(spelling))


def plain(word: str) -> str:
    """A word without accents, apostrophes made straight and dashes made hyphens."""
    if word.isascii():
        return word
    if word in "’‘ʻ`´":
        return "'"
    if word in "‐‑–":
        return "-"
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or word


def _spelled(known: tuple[str, ...], seen: list[str]) -> bool:
    """Whether the words ``seen``, the same but for case, may be the spelling ``known``.

    Acronyms must stand in capitals as written; other capitalised words need a capital: "turkey" is no country,
    "TURKEY" is one.
    """
    for word, other in zip(known, seen, strict=True):
        if word == other or word.islower():
            continue
        acronym = len(word) == 1 or sum(map(str.isupper, word)) > 1
        if acronym or not other[0].isupper():
            return False
    return True
