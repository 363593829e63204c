"""Dates that treaties spell out: "the eighth day of May, two thousand and thirty-one"."""

import re
from collections.abc import Iterable, Iterator

from pipeline.names.calendar import MONTH, YEAR, month_named

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth"),
    *("twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
_BELOW_HUNDRED = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * t + u for t, ten in enumerate(_TENS, 2) for u, one in enumerate(_UNITS, 1)},
}


def _any(words: Iterable[str]) -> str:
    """A choice between words, the longest first; a hyphen may be a blank."""
    return "|".join(re.sub("-", r"[\\s-]{1,2}", word) for word in sorted(words, key=len, reverse=True))


_CENTURY = r"two\s+thousand|nineteen(?:\s+hundred)?|twenty(?=\s)"
_DATE = re.compile(
    rf"(?<![\w./–-])(?P<day>{_any(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)?)(?:\s+day)?\s+(?:of\s+)?(?:the\s+month\s+of\s+)?"
    rf"(?P<month>{MONTH}),?\s+(?:(?:in\s+)?(?:the\s+)?year\s+(?:of\s+our\s+lord\s+)?)?,?\s*"
    rf"(?:(?P<year>{YEAR})|(?P<century>{_CENTURY})(?:,?\s+(?:and\s+)?(?P<rest>{_any(_BELOW_HUNDRED)}))?)(?!\w)",
    re.IGNORECASE,
)


def spelled_dates(text: str) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """Begin, end, and year, month and day of each date in ``text`` with a part in words, whether it exists or not."""
    for match in _DATE.finditer(text):
        day, month = _plain(match["day"]), month_named(match["month"])
        number = _ORDINALS.index(day) + 1 if day in _ORDINALS else int(re.sub(r"\D", "", day))
        if month:
            yield *match.span(), (_year(match), month, number)


def _year(match: re.Match[str]) -> int:
    if match["year"]:
        return int(match["year"])
    rest = _BELOW_HUNDRED[_plain(match["rest"])] if match["rest"] else 0
    return (1900 if match["century"].lower().startswith("nineteen") else 2000) + rest


def _plain(words: str) -> str:
    return re.sub(r"[\s-]+", "-", words.lower())
