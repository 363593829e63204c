"""Sums of money in running text: where they stand, how much they are, in which currency.

Any usual form is read: "1 trillion dollars", "¥50 billion", "EUR 1.2bn", "US$ 300 million", "half a billion euros",
ranges such as "$5-10 million". Modifiers ("up to", "more than") are no part of the sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.knowledge import Knowledge
from pipeline.names.numbers import SCALES, SUM, VAGUE, multiplier, value

_COLUMNS = ("code", "signs", "words", "common")
_SUM = rf"(?i:{SUM})"
_VAGUE = rf"(?i:\b{VAGUE}(?:\s{SCALES})?)"
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
    for_signs = [m for m in known.before.finditer(text) if _scaled(m) or (m["sign"] not in common and _in_figures(m))]
    for_words = [m for m in known.behind.finditer(text) if _scaled(m) or m["word"] not in common]
    found = [_read(m, signs[m["sign"]]) for m in for_signs]
    found += [_read(m, words[m["word"]]) for m in for_words]
    found += [Money(*m.span(), None, None, words[m["word"]]) for m in known.loose.finditer(text)]
    reached = 0
    for money in sorted(found, key=lambda m: (m.start, -m.end)):
        if money.start >= reached:
            reached = money.end
            yield money


def _read(match: re.Match[str], currency: str) -> Money:
    start = match.end("between") if match["between"] else match.start()
    first, second = value(match["low"]), value(match["high"] or "")
    if match["high"] is None:
        return Money(start, match.end(), _float(first), None, currency)
    if first is not None and multiplier(match["low"]) == 1:
        first *= multiplier(match["high"])
    return Money(start, match.end(), _float(second), _float(first), currency)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _scaled(match: re.Match[str]) -> bool:
    """Whether words such as "million" multiply a number of the sum: else "5000 won the prize" is none."""
    return any(number and multiplier(number) > 1 for number in match.group("low", "high"))


def _in_figures(match: re.Match[str]) -> bool:
    """Whether the number behind a sign is written in figures: "EUR 5", not "the EUR one"."""
    return bool(match["low"][0].isdigit())


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
    again = rf"(?:(?:{sign})\s?)?"
    between = r"(?P<between>[Bb]etween\s+)?"
    before = re.compile(
        rf"(?<![\w$]){between}(?P<sign>{sign})\s?(?P<low>{_SUM})(?:{_JOIN}{again}(?P<high>{_SUM})(?<=[\dA-Za-z]))?"
    )
    behind = re.compile(
        rf"(?<![\w.,$]){between}(?P<low>{_SUM}|{_VAGUE})(?:{_JOIN}(?P<high>{_SUM}))?[\s-]?(?P<word>{word})(?!\w)"
    )
    loose = re.compile(rf"\b(?:hundreds of |tens of )?(?:thousand|million|billion|trillion)s of (?P<word>{word})(?!\w)")
    return _Currencies(signs, words, frozenset(common), before, behind, loose)


def _alternatives(known: dict[str, str]) -> str:
    return "|".join(re.escape(k).replace(r"\ ", r"\s") for k in sorted(known, key=len, reverse=True))
