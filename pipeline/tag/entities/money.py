"""Sums of money in running text: where they stand, how much they are, in which currency.

Any usual form is read: "1 trillion dollars", "¥50 billion", "EUR 1.2bn", "US$ 300 million", "half a billion euros",
"450 mn €", "twenty Jamaican dollars", ranges such as "$5-10 million". Modifiers ("up to", "more than") are no part of
the sum.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import COUNTRY_COLUMNS
from pipeline.names.numbers import SCALES, SUM, VAGUE, multiplier, value

_COLUMNS = ("code", "signs", "words", "common")
_SUM = rf"(?i:{SUM})"
_VAGUE = rf"(?i:\b{VAGUE}(?:\s{SCALES})?)"
_JOIN = r"(?(between)\s+and\s+|\s*(?:-|–|—|to)\s*)"


@dataclass(frozen=True, slots=True)
class Money:
    """A sum between the character offsets ``start`` and ``end``.

    ``value`` is the number (the upper end of a range, ``low`` the lower one, else None); None where the words give no
    number ("billions of dollars"). ``currency`` is an ISO 4217 code, empty where the country of a unit that several
    have is not told; ``unit`` then names that unit, by its first word in ``currencies.csv`` ("dollar"), else it is
    empty.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    currency: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Currency:
    code: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Currencies:
    """Currencies by sign and by word, those of their names that are common words, and the patterns of sums.

    ``before`` has the sign before the number, ``behind`` the word behind it, ``loose`` no number.
    """

    signs: dict[str, _Currency]
    words: dict[str, _Currency]
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
    for m in known.loose.finditer(text):
        found.append(Money(*m.span(), None, None, words[m["word"]].code, words[m["word"]].unit))
    reached = 0
    for money in sorted(found, key=lambda m: (m.start, -m.end)):
        if money.start >= reached:
            reached = money.end
            yield money


def _read(match: re.Match[str], currency: _Currency) -> Money:
    start = match.end("between") if match["between"] else match.start()
    first, second = value(match["low"]), value(match["high"] or "")
    if match["high"] is None:
        return Money(start, match.end(), _float(first), None, currency.code, currency.unit)
    if first is not None and multiplier(match["low"]) == 1:
        first *= multiplier(match["high"])
    return Money(start, match.end(), _float(second), _float(first), currency.code, currency.unit)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _scaled(match: re.Match[str]) -> bool:
    """Whether words such as "million" multiply a number of the sum: else "5000 won the prize" is none."""
    return any(number and multiplier(number) > 1 for number in match.group("low", "high"))


def _in_figures(match: re.Match[str]) -> bool:
    """Whether the number behind a sign is written in figures: "EUR 5", not "the EUR one"."""
    return bool(match["low"][0].isdigit())


def read_shared_units(knowledge: Knowledge) -> dict[tuple[str, str], str]:
    """The currency of a unit in a country, of ``shared_units.csv``: AUD of ``("dollar", "AUS")``."""
    rows = knowledge.table("shared_units.csv", ("unit", "country", "currency"))
    return {(row["unit"], row["country"]): row["currency"] for row in rows}


def _read_currencies(knowledge: Knowledge) -> _Currencies:
    """The currencies of ``currencies.csv``, and the patterns of sums in them."""
    common: set[str] = set()
    signs: dict[str, _Currency] = {}
    words: dict[str, _Currency] = {}
    units: dict[str, tuple[str, ...]] = {}
    for row in knowledge.table("currencies.csv", _COLUMNS):
        names = (*row.values("words"), *row.values("common"))
        codes = (row["code"],) if row["code"] else ()
        unit = "" if codes or not names else names[0]
        currency = _Currency(row["code"], unit)
        units[unit] = names
        common.update(form for name in row.values("common") for form in _forms(name))
        marks = (*row.values("signs"), *codes)
        signs.update(dict.fromkeys(marks, currency))
        spelled = (form for name in names for form in _forms(name))
        words.update(dict.fromkeys((*spelled, *codes, *filter(_is_symbol, marks)), currency))
    words |= _of_countries(units, knowledge)
    signs |= {name: currency for name, currency in words.items() if " " in name and currency.code}
    sign, word = _alternatives(signs), _alternatives(words)
    again = rf"(?:(?:{sign})\s?)?"
    between = r"(?P<between>[Bb]etween\s+)?"
    before = re.compile(
        rf"(?<![\w$]){between}(?P<sign>{sign})\s?(?P<low>{_SUM})(?:{_JOIN}{again}(?P<high>{_SUM})(?<=[\dA-Za-z]))?"
    )
    behind = re.compile(
        rf"(?<![\w.,$]){between}(?P<low>{_SUM}|{_VAGUE})(?:{_JOIN}(?P<high>{_SUM}))?[\s-]?(?P<word>{word})(?!\w)(?!(?<=[^\w.])\s?\d)"
    )
    loose = re.compile(rf"\b(?:hundreds of |tens of )?(?:thousand|million|billion|trillion)s of (?P<word>{word})(?!\w)")
    return _Currencies(signs, words, frozenset(common), before, behind, loose)


def _of_countries(units: dict[str, tuple[str, ...]], knowledge: Knowledge) -> dict[str, _Currency]:
    """Shared units with the adjective of a country before them: "Jamaican dollars"."""
    rows = knowledge.table("countries.csv", COUNTRY_COLUMNS)
    adjectives = {row["code"]: row.values("adjectives") for row in rows}
    found: dict[str, _Currency] = {}
    for (unit, country), code in knowledge.get(read_shared_units).items():
        if not unit or unit not in units:
            raise KnowledgeError(
                f"shared_units.csv: {unit!r} is no unit of several countries: write the first word of a line "
                "without code in currencies.csv."
            )
        for adjective in adjectives.get(country, ()):
            names = (form for name in units[unit] for form in _forms(name))
            found |= {f"{adjective} {name}": _Currency(code, "") for name in names}
    return found


def _forms(name: str) -> tuple[str, ...]:
    """A name as it is, and with capitals: "euros", "Euros", "Swiss Francs"."""
    capitals = " ".join(word[0].upper() + word[1:] for word in name.split(" "))
    return name, name[0].upper() + name[1:], capitals


def _is_symbol(sign: str) -> bool:
    return not any(character.isalnum() for character in sign)


def _alternatives(known: Iterable[str]) -> str:
    """A choice between names, the longest first; first words that go on in the same ways stand together, which makes
    the pattern of the dollars and pesos of many countries a third as long.
    """
    ways: dict[str, set[str]] = {}
    for name in known:
        first, _, rest = name.partition(" ")
        ways.setdefault(first, set()).add(rest)
    alike: dict[frozenset[str], list[str]] = {}
    for first, rests in ways.items():
        alike.setdefault(frozenset(rests), []).append(first)
    return "|".join(f"(?:{_any(firsts)}){_going_on(rests)}" for rests, firsts in alike.items())


def _going_on(rests: frozenset[str]) -> str:
    longer = _any(filter(None, rests))
    return (rf"(?:\s(?:{longer}))" if longer else "") + ("?" if longer and "" in rests else "")


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(n).replace(r"\ ", r"\s") for n in sorted(names, key=lambda name: (-len(name), name)))
