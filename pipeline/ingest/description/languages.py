"""Which language a text looks like: its alphabet, and the share of each language's commonest words."""

import re
import unicodedata
from collections import Counter
from functools import cache

from pipeline.knowledge import read_table

SAMPLE = 20_000
FEWEST_WORDS = 12
"""Below this a text in Latin letters is taken for English: a line of names says nothing."""
LEAST_ENGLISH = 0.12
ENGLISH = "English"

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "CYRILLIC": "a language in Cyrillic letters",
    "ARABIC": "a language in Arabic letters",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "CJK": "Chinese or Japanese",
    "DEVANAGARI": "a language in Devanagari letters",
    "THAI": "Thai",
    "ARMENIAN": "Armenian",
    "GEORGIAN": "Georgian",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "KHMER": "Khmer",
    "MYANMAR": "Burmese",
    "ETHIOPIC": "a language in Ethiopic letters",
}


def looks_like(text: str) -> str:
    """The name of the language that ``text`` looks like; "English" where nothing speaks against it."""
    sample = _sample(text)
    if script := _foreign_script(sample):
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < FEWEST_WORDS:
        return ENGLISH
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in common) / len(words) for name, common in _common_words().items()}
    best = max(shares, key=lambda name: (shares[name], name == ENGLISH))
    if (
        best == ENGLISH
        or shares[ENGLISH] >= LEAST_ENGLISH
        or shares[best] < 1.5 * shares[ENGLISH]
        or shares[best] < 0.1
    ):
        return ENGLISH
    return best


def _sample(text: str) -> str:
    """Beginning and middle of a long text."""
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[: SAMPLE // 2]} {text[middle : middle + SAMPLE // 2]}"


def _foreign_script(sample: str) -> str:
    """The language of the sample's alphabet, where most letters are not Latin."""
    letters = Counter({char: count for char, count in Counter(sample).items() if char.isalpha()})
    foreign: Counter[str] = Counter()
    for char, count in letters.items():
        if not char.isascii() and (script := unicodedata.name(char, "").partition(" ")[0]) != "LATIN":
            foreign[_SCRIPTS.get(script, "")] += count
    if not letters or foreign.total() <= 0.5 * letters.total():
        return ""
    if foreign["Japanese"] > 0.1 * foreign.total():
        return "Japanese"
    best = max(sorted(foreign), key=lambda name: foreign[name])
    return best or "a language that is not English"


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {
        row["language"]: frozenset(row["words"].split()) for row in read_table("languages.csv", ("language", "words"))
    }
