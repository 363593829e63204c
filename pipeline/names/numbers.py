"""Numbers in running text, in figures or in words: "1,200", "1.5 billion", "twenty-two", "half a million", "a dozen".

Figures are read in the styles of English, Swiss, Indian and continental text: 1,200,000 and 1'200'000, 12,50,000,
1 200 000, 1.200.000,50. What could be read in two ways ("1.200" without a word that multiplies it) has no value.

The pieces in capitals are sources of regular expressions, with or without ``re.VERBOSE``. Their letters are lower
case: a pattern that allows capitals says so. They tell where a number stands, :func:`value` what it is. Each matches
a bounded count of words, so that no run of numbers makes a pattern slow.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from math import prod

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_OTHER_ORDINALS = (
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *(word.removesuffix("y") + "ieth" for word in _TENS),
)
_PARTS = {
    **{"half a": Decimal("0.5"), "half an": Decimal("0.5"), "a half": Decimal("0.5")},
    **{"a quarter of a": Decimal("0.25"), "three quarters of a": Decimal("0.75")},
}
_VALUES = {
    "a": Decimal(1),
    **_PARTS,
    **{word: Decimal(n) for n, word in enumerate((*_ONES, *_TEENS), 1)},
    **{word: Decimal(10 * n) for n, word in enumerate(_TENS, 2)},
}
_SCALES = {
    **{"dozen": 12, "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7},
    **{"lac": 10**5, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15},
}
_SHORT_SCALES = {
    **{"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9},
    **{"mio": 10**6, "mrd": 10**9, "cr": 10**7, "tn": 10**12, "trn": 10**12},
}
_TIMES = {**_SCALES, **{f"{word}s": times for word, times in _SCALES.items()}, **_SHORT_SCALES}


def _any(words: Iterable[str]) -> str:
    """A choice between ``words``, of which the longest is tried first."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\s")


_GAP = r"(?:\s|[-‐‑]\s?)"
_AND = rf"{_GAP}(?:and{_GAP})?"

_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,5}(?!\d)(?:[.,]\d+)*+|\d{0,3}[½¼¾]|\d++(?:[.,'’]\d+)*+)"
"""A run of figures, with what groups them and with decimals: the whole of it, also where it is no number."""
ONES = rf"(?:{_any(_ONES)})"
"""One to nine."""
_SCALE = r"(?:dozen|hundred|thousand|lakh|crore|lac|(?:m|b|tr|quadr)illion)s?"
SCALES = rf"(?:{_SCALE}(?:{_GAP}{_SCALE}){{0,2}}(?!\w))"
"""Words that multiply what stands before them: "million", "hundred thousand", "lakh crore", "dozen"."""
_ANY_SCALES = rf"(?:{SCALES}|(?:{_any(_SHORT_SCALES)})(?!\w))"

# These pieces stand in many patterns, which are compiled at every start: no word is written twice where once will do.
_TEENS_WORDS = r"(?:(?:thir|four|fif|six|seven|eigh|nine)teen|ten|eleven|twelve)"
_TENS_WORDS = r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
_SMALL = rf"(?:{_TENS_WORDS}(?:{_GAP}{ONES})?|{_TEENS_WORDS}|{ONES})(?!\w)"
_GROUP = rf"(?:(?:{_SMALL}|a(?={_GAP}hundred))(?:{_GAP}hundred{_AND}{_SMALL}|\sand\sa\shalf(?!\w))?(?<!\ba))"
_TIMES_AND_MORE = rf"{_GAP}{SCALES}(?:\sand\sa\shalf(?!\w)|(?:{_AND}{_GROUP}{_GAP}{SCALES}){{0,4}}+(?:{_AND}{_GROUP})?)"
WORDS = rf"\b(?:{_GROUP}|(?:{_any(_PARTS)}|a)(?={_GAP}{SCALES}))(?:{_TIMES_AND_MORE})?"
"""A number in words."""
_HALF = r"(?:\sand\sa\shalf(?!\w))?"
NUMBER = rf"(?:{DIGITS}{_HALF}|{WORDS})"
"""A number in figures alone, or in words: what counts days."""
FIGURE = rf"(?:{DIGITS}{_HALF}(?:{_GAP}?{SCALES})?|{WORDS})"
"""A number in figures, which words may multiply, or in words: what counts things."""
SUM = rf"(?:{DIGITS}{_HALF}(?:{_GAP}?{_ANY_SCALES})?|{WORDS}(?:{_GAP}{_ANY_SCALES})?)"
"""The same, where abbreviations may multiply too ("5bn"): only beside a currency, as else an "m" may be a metre."""
VAGUE = r"(?:several|many|(?:a\s)?few|a\scouple\sof|(?:tens|dozens|hundreds|thousands)\sof)"
"""Words in the place of a number that tell none."""
_OTHER_ORDINALS_WORDS = (
    r"(?:(?:thir|four|fif|six|seven|eigh|nine)teenth|tenth|eleventh|twelfth"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth)"
)
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{_TENS_WORDS}-)?(?:{_any(_ONES_ORDINALS)})|{_OTHER_ORDINALS_WORDS})(?!\w)"
"""The place in a row, from first to ninety-ninth."""
_ORDINALS = {word: number for number, word in enumerate(_ONES_ORDINALS, 1)} | {
    word: number for number, word in zip((*range(10, 20), *range(20, 100, 10)), _OTHER_ORDINALS, strict=True)
}

_READ = re.compile(
    rf"(?:(?P<digits>{DIGITS})(?P<half>{_HALF})|(?P<words>{WORDS}))(?:{_GAP}?(?P<scales>{_ANY_SCALES}))?"
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}([,'’\s])\d{3}(?:\1\d{3})*(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d+)?")
"""Groups with decimals behind a point: of three figures, or in the Indian manner."""
_WITH_COMMA = re.compile(r"\d{1,3}([.\s'’])\d{3}(?:\1\d{3})*,\d+|\d{1,3}\.\d{3}(?:\.\d{3})+|\d+,\d{1,2}|0,\d+")
"""Decimals behind a comma, or groups parted by points."""
_TWO_WAYS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""One thousand two hundred, or a little more than one."""
_LAST_SCALES = re.compile(rf"(?<![^\W\d])(?:{_ANY_SCALES})$")
_WORD = re.compile(rf"(?:{_any(_PARTS)})\b|[a-z]+")
_MOST_DIGITS = 30


def value(words: str) -> Decimal | None:
    """The number that ``words`` name, and nothing besides it; None where they are no number, or one that goes on
    behind what is known ("1,2345", "two thousand three million", "ten ten").
    """
    match = _READ.fullmatch(words.strip().lower())
    if match is None:
        return None
    scales = match["scales"] or ""
    if match["digits"] and not scales and _TWO_WAYS.fullmatch(match["digits"]):
        return None
    number = _figures(match["digits"]) if match["digits"] else _in_words(match["words"])
    if number is None:
        return None
    return (number + Decimal("0.5") if match["half"] else number) * _product(scales)


def ordinal(words: str) -> int | None:
    """The place that an ordinal names: 25 of "twenty-fifth" and "25th"; None where the words are none."""
    lowered = words.strip().lower()
    if lowered[:1].isdigit():
        return int(lowered[:-2]) if lowered[:-2].isdigit() else None
    tens, _, ones = lowered.rpartition("-")
    if tens:
        known = _VALUES.get(tens), _ORDINALS.get(ones)
        return int(known[0]) + known[1] if known[0] is not None and known[1] is not None else None
    return _ORDINALS.get(lowered)


def multiplier(words: str) -> Decimal:
    """By how much the last words of a number multiply it: a million in "5 million"; 1 where they do not."""
    match = _LAST_SCALES.search(words.strip().lower())
    return _product(match.group()) if match else Decimal(1)


def _product(scales: str) -> Decimal:
    return Decimal(prod(_TIMES[word] for word in _WORD.findall(scales)))


def _figures(digits: str) -> Decimal | None:
    if len(digits) > _MOST_DIGITS:
        return None
    if digits[-1] in _FRACTIONS:
        return Decimal(digits[:-1] or 0) + _FRACTIONS[digits[-1]]
    if _PLAIN.fullmatch(digits) or _POINTED.fullmatch(digits):
        return Decimal(re.sub(r"[,'’\s]", "", digits))
    if _WITH_COMMA.fullmatch(digits):
        return Decimal(re.sub(r"[.'’\s]", "", digits).replace(",", "."))
    return None


def _in_words(words: str) -> Decimal | None:
    """The sum of the groups of a number ("two million", "three hundred thousand", "five"), each less than one of the
    scale before it.
    """
    total, group, scale, limit = Decimal(0), Decimal(0), Decimal(1), Decimal("Infinity")
    for word in (word for word in _WORD.findall(words) if word != "and"):
        word = re.sub(r"\s", " ", word)
        if word == "a half" and scale > 1:
            group += _VALUES[word]
        elif word in _VALUES:
            if scale > 1:
                if group * scale >= limit:
                    return None
                total, limit, group, scale = total + group * scale, scale, Decimal(0), Decimal(1)
            group += _VALUES[word]
        elif word == "hundred" and scale == 1:
            group *= 100
        else:
            scale *= _TIMES[word]
    return total + group * scale if group * scale < limit else None
