"""Which language a text looks like: its alphabet, and the share of each language's commonest words."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge

SAMPLE = 20_000
FEWEST_WORDS = 12
"""Below this a text in Latin letters is taken for English: a line of names says nothing."""
LEAST_ENGLISH = 0.12
ENGLISH = "en"
UNKNOWN = "und"
"""The code of ISO 639-2 for a language that cannot be told."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code ("und" where its letters leave it open), and what a message calls it."""

    code: str
    name: str


_SCRIPTS = {
    "CYRILLIC": Language(UNKNOWN, "a language in Cyrillic letters"),
    "ARABIC": Language(UNKNOWN, "a language in Arabic letters"),
    "HEBREW": Language("he", "Hebrew"),
    "GREEK": Language("el", "Greek"),
    "HIRAGANA": Language("ja", "Japanese"),
    "KATAKANA": Language("ja", "Japanese"),
    "HANGUL": Language("ko", "Korean"),
    "CJK": Language(UNKNOWN, "Chinese or Japanese"),
    "DEVANAGARI": Language(UNKNOWN, "a language in Devanagari letters"),
    "THAI": Language("th", "Thai"),
    "ARMENIAN": Language("hy", "Armenian"),
    "GEORGIAN": Language("ka", "Georgian"),
    "BENGALI": Language("bn", "Bengali"),
    "TAMIL": Language("ta", "Tamil"),
    "KHMER": Language("km", "Khmer"),
    "MYANMAR": Language("my", "Burmese"),
    "ETHIOPIC": Language(UNKNOWN, "a language in Ethiopic letters"),
}
_OTHER = Language(UNKNOWN, "a language that is not English")


def looks_like(text: str, knowledge: Knowledge) -> Language:
    """The language that ``text`` looks like; English where nothing speaks against it."""
    sample = _sample(text)
    if script := _foreign_script(sample):
        return script
    known = knowledge.get(_read_languages)
    english = Language(ENGLISH, "English")
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < FEWEST_WORDS:
        return english
    counts = Counter(words)
    shares = {language: sum(counts[word] for word in common) / len(words) for language, common in known.items()}
    best = max(shares, key=lambda language: (shares[language], language == english))
    if (
        best == english
        or shares[english] >= LEAST_ENGLISH
        or shares[best] < 1.5 * shares[english]
        or shares[best] < 0.1
    ):
        return english
    return best


def _sample(text: str) -> str:
    """Beginning and middle of a long text."""
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[: SAMPLE // 2]} {text[middle : middle + SAMPLE // 2]}"


def _foreign_script(sample: str) -> Language | None:
    """The language of the sample's alphabet, where most letters are not Latin."""
    letters = Counter({char: count for char, count in Counter(sample).items() if char.isalpha()})
    foreign: Counter[Language] = Counter()
    for char, count in letters.items():
        if not char.isascii() and (script := unicodedata.name(char, "").partition(" ")[0]) != "LATIN":
            foreign[_SCRIPTS.get(script, _OTHER)] += count
    if not letters or foreign.total() <= 0.5 * letters.total():
        return None
    japanese = _SCRIPTS["HIRAGANA"]
    if foreign[japanese] > 0.1 * foreign.total():
        return japanese
    names = sorted((language for language in foreign if language != _OTHER), key=lambda language: language.name)
    return max([*([_OTHER] if _OTHER in foreign else []), *names], key=lambda language: foreign[language])


def _read_languages(knowledge: Knowledge) -> dict[Language, frozenset[str]]:
    """The commonest words of each language (``languages.csv``); raises :class:`KnowledgeError` without English."""
    rows = list(knowledge.table("languages.csv", ("code", "language", "words")))
    languages = {Language(row["code"], row["language"]): frozenset(row["words"].split()) for row in rows}
    if Language(ENGLISH, "English") not in languages:
        raise KnowledgeError("languages.csv: the line of English is missing: put en,English and its words back.")
    return languages
