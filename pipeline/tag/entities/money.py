"""Sums of money in running text: where they stand, how much they are, in which currency.

Any usual form is read: "1 trillion dollars", "¥50 billion", "EUR 1.2bn", "US$ 300 million", "half a billion euros",
ranges such as "$5-10 million". Modifiers ("up to", "more than") are no part of the sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.knowledge import Knowledge

SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "mn": 1e6, "mln": 1e6, "m": 1e6,
    "crore": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
NUMBER_WORDS = {
    "half a": 0.5, "a quarter of a": 0.25, "a": 1, "an": 1, "one and a half": 1.5, "one": 1, "two": 2, "three": 3,
    "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "several": None, "many": None, "tens of": None, "hundreds of": None,
}  # fmt: skip

_COLUMNS = ("code", "signs", "words", "common")
_NUMBER = r"\d{1,3}(?:[,   ]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?"
_SCALE = r"(?:hundred|thousand|lakh|million|crore|billion|trillion)s?|bln|mln|trn|bn|mn|tn|[kmb]"
_JOIN = r"(?(between)\s+and\s+|\s*(?:-|–|—|to)\s*)"


@dataclass(frozen=True, slots=True)
class Money:
    """A sum between the character offsets ``start`` and ``end``.

    ``value`` is the number (the upper end of a range, ``low`` the lower one, else None); None where the words give no
    number ("billions of dollars"). ``currency`` is an ISO 4217 code, empty where a dollar's country is not told.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    currency: str


@dataclass(frozen=True, slots=True)
class _Currencies:
    """Currencies by sign and by word, those of their names that are common words, and the patterns of sums.

    ``before`` has the sign before the number, ``behind`` the word behind it, ``loose`` no number.
    """

    signs: dict[str, str]
    words: dict[str, str]
    common: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    loose: re.Pattern[str]


def find_money(text: str, knowledge: Knowledge) -> tuple[Money, ...]:
    """The sums of money in ``text``, in order."""
    return tuple(_find(text, knowledge.get(_read_currencies)))


def _find(text: str, known: _Currencies) -> Iterator[Money]:
    signs, words, common = known.signs, known.words, known.common
    found = [_read(m, signs[m["sign"]]) for m in known.before.finditer(text) if _scaled(m) or m["sign"] not in common]
    found += [_read(m, words[m["word"]]) for m in known.behind.finditer(text) if _scaled(m) or _plain(m, common)]
    found += [_read(m, words[m["word"]]) for m in known.loose.finditer(text)]
    reached = 0
    for money in sorted(found, key=lambda m: (m.start, -m.end)):
        if money.start >= reached:
            reached = money.end
            yield money


def _read(match: re.Match[str], currency: str) -> Money:
    parts = match.groupdict()
    start = match.end("between") if parts.get("between") else match.start()
    first, second = _number(parts.get("low")), _number(parts.get("high"))
    scale = _scale(parts.get("scale"))
    low_scale = _scale(parts.get("low_scale")) if parts.get("low_scale") else scale
    if first is None and parts.get("count"):
        first = NUMBER_WORDS.get(re.sub(r"\s+", " ", parts["count"].lower()))
    if second is None:
        value = None if first is None else first * (scale if parts.get("scale") else low_scale)
        return Money(start, match.end(), value, None, currency)
    low = None if first is None else first * low_scale
    return Money(start, match.end(), second * scale, low, currency)


def _scaled(match: re.Match[str]) -> bool:
    return bool(match["scale"] or match["low_scale"])


def _plain(match: re.Match[str], common: frozenset[str]) -> bool:
    """Whether a number without a scale word is a sum: not "5000 won the prize", nor "a pound"."""
    return match["word"] not in common and (match["count"] or "").lower() not in {"a", "an"}


def _number(digits: str | None) -> float | None:
    return float(re.sub(r"[,\s]", "", digits)) if digits else None


def _scale(word: str | None) -> float:
    if not word:
        return 1.0
    lower = word.lower()
    return SCALES.get(lower) or SCALES[lower.removesuffix("s")]


def _read_currencies(knowledge: Knowledge) -> _Currencies:
    """The currencies of ``currencies.csv``, and the patterns of sums in them."""
    common: set[str] = set()
    signs: dict[str, str] = {}
    words: dict[str, str] = {}
    for row in knowledge.table("currencies.csv", _COLUMNS):
        common.update(row.values("common"))
        code = row["code"]
        for sign in (*row.values("signs"), *([code] if code else [])):
            signs[sign] = code
        for word in (*row.values("words"), *row.values("common"), *([code] if code else [])):
            words[word] = code
    sign, word = (_alternatives(known) for known in (signs, words))
    scaled = rf"(?:[\s -]?(?P<{{0}}>{_SCALE})(?![\w]))?"
    again = rf"(?:(?:{sign})\s?)?"
    between = r"(?P<between>[Bb]etween\s+)?"
    before = re.compile(
        rf"(?<![\w$]){between}(?P<sign>{sign})\s?(?P<low>{_NUMBER}){scaled.format('low_scale')}"
        rf"(?:{_JOIN}{again}(?P<high>{_NUMBER}){scaled.format('scale')}(?<=[\dA-Za-z]))?"
    )
    count = "|".join(sorted(map(re.escape, NUMBER_WORDS), key=len, reverse=True)).replace(r"\ ", r"\s+")
    behind = re.compile(
        rf"(?<![\w.,$]){between}(?:(?P<low>{_NUMBER})|(?P<count>(?i:{count})))"
        rf"{scaled.format('low_scale')}(?:{_JOIN}(?P<high>{_NUMBER}){scaled.format('scale')})?"
        rf"[\s -]?(?P<word>{word})(?!\w)"
    )
    loose = re.compile(rf"\b(?:hundreds of |tens of )?(?:thousand|million|billion|trillion)s of (?P<word>{word})(?!\w)")
    return _Currencies(signs, words, frozenset(common), before, behind, loose)


def _alternatives(known: dict[str, str]) -> str:
    return "|".join(re.escape(k).replace(r"\ ", r"\s") for k in sorted(known, key=len, reverse=True))
