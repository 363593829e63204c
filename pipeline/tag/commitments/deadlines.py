"""Until when an action is promised: the words of the time limit or target date, and its last day where it is known."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from spacy.tokens import Span

from pipeline.language import syntax
from pipeline.names.calendar import MONTH, UNIT, UNITS, YEAR, after, last_day_of_month, last_month_of, month_named
from pipeline.names.numbers import NUMBER, value

_UNIT = rf"(?:{UNITS}|{UNIT})\b"

_DAY = (
    rf"(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}|{MONTH}\s\d{{1,2}}(?!\d)(?:st|nd|rd|th)?)"
    rf"(?:,?\s{YEAR})?"
)
_MONTH_OF = rf"{MONTH}(?:,?\s(?:of\s)?{YEAR}|\s(?:this|next)\syear)"
_PART = rf"(?:the\s)?(?:first|second|third|fourth|last)\s(?:quarter|half)(?:\sof)?(?:\s{YEAR}|\s(?:this|next)\syear)"
_END = (
    r"(?:the\s)?(?:very\s)?(?:end|close|middle|beginning|start)\sof\s(?:the\s|this\s|next\s)?"
    rf"(?:{MONTH}(?:\s{YEAR})?|{YEAR}|year|decade|month|century)"
)
_YEAR = rf"(?:(?:mid|early|late)[-\s])?{YEAR}"
_RELATIVE = r"(?:later\s)?(?:this|next)\s(?:year|month|week|spring|summer|autumn|fall|winter|decade)"
_TIME = rf"(?:{_END}|{_PART}|{_DAY}|{_MONTH_OF}|{_RELATIVE}|{_YEAR})"
_AHEAD = rf"(?:the\s|these\s|this\s)?(?:coming|next|following)\s(?:(?:{NUMBER}|few|several)\s)?{_UNIT}"

_OF = r"(?:\sof\s[a-z ]{1,200}?(?=[,.;]|\s(?:whether|that|which|to|and)\b|$))?"

_LIMIT = re.compile(
    rf"(?:(?:by|before|until|till|not?\slater\sthan|no\slater\sthan)\s(?:at\sleast\s|around\s|about\s)?{_TIME}(?!\slevels)"
    rf"|(?:with)?in\s(?:the\snext\s)?{NUMBER}\s{_UNIT}{_OF}"
    rf"|within\san?\s{_UNIT}"
    rf"|(?:in|within|over|during|for|through|throughout)\s{_AHEAD}"
    rf"|for\s(?:an?\s)?(?:(?:additional|further)\s)?(?:period\sof\s)?{NUMBER}\s{_UNIT}"
    rf"(?:,?\s(?:starting|beginning)\s(?:on|from|in)\s{_TIME})?"
    r"|(?:as\ssoon\sas|when|once)\s[^,.;]{3,60}?\s(?:enters?|comes?)\sinto\s(?:force|effect)"
    rf"|(?:at\s(?:the\searliest|an\searly)\s(?:opportunity|date|time|timing)|as\ssoon\sas\spossible)"
    rf"|(?:by|before|at)\s(?:the|our|their)\snext\s(?:summit|meeting|session|round))",
    re.IGNORECASE,
)
_TARGET = re.compile(
    rf"\b(?:(?:in|on|during|at)\s)({_TIME})(?!\slevels|\s[A-Z])|\bin\s({MONTH})(?=[,.;]|$)|({_AHEAD}|{_RELATIVE})(?=[,.;]|\s|$)"
)
_COUNTED = re.compile(rf"\b({NUMBER}|an?)\s({_UNIT})")
_ASIDE = re.compile(r",?\s(?:including|starting\swith|such\sas|particularly|notably)\s")
"""What follows only illustrates the action; its dates are those of the examples."""

_CLAUSE_END = re.compile(rf",(?!\s{YEAR}\b)")
_SINCE = re.compile(
    r"\b(?:since|from|as of|starting|beginning|(?<!\bbe )(?:based|adopted|signed|held|concluded|agreed"
    r"|issued|launched|established))\s(?:\w+\s){0,2}$"
)
_NEAR = 120
"""Within how many characters before a time the words stand that make it a beginning."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words of a time limit or target date, between the offsets ``start`` and ``end`` of the document's text, and
    its last day (None where it cannot be computed).
    """

    text: str
    date: date | None
    start: int
    end: int


def find_deadline(action: Span, document_date: date | None) -> Deadline | None:
    """The time limit in the words of an action, or at the beginning of its sentence; None where there is none.

    A time before the document's date is no deadline. Relative limits ("within five years") are counted from
    ``document_date``; without one they keep their words only.
    """
    for text, offset in ((action.text, action.start_char), (_opening(action), action.sent.start_char)):
        for match in [*_LIMIT.finditer(text), *_TARGET.finditer(_ASIDE.split(text, maxsplit=1)[0])]:
            start, end = next((match.span(n) for n, group in enumerate(match.groups(), 1) if group), match.span())
            if _SINCE.search(text[max(0, match.start() - _NEAR) : match.start()]):
                continue
            words = text[start:end]
            limit = last_day(words, document_date)
            if limit is None or document_date is None or limit > document_date:
                return Deadline(words, limit, offset + start, offset + end)
    return None


def _opening(action: Span) -> str:
    """The words that begin the sentence of an action, up to its first comma or finite verb: "By 2030 we ..."."""
    sentence = action.sent
    before = sentence.doc[sentence.start : action.start]
    verb = next((token.i for token in before if token.pos_ == "VERB" and syntax.is_finite(token)), action.start)
    return _CLAUSE_END.split(sentence.doc[sentence.start : verb].text, maxsplit=1)[0]


def last_day(words: str, today: date | None) -> date | None:
    """The last day that a time limit allows; None where the words do not tell it."""
    lowered = words.lower()
    counted = _COUNTED.search(lowered)
    if counted and re.search(r"within|in\s|next|coming|period|for\s", lowered):
        count = value(counted[1]) if counted[1] not in ("a", "an") else Decimal(1)
        return None if today is None or count is None else after(today, count, counted[2])
    year = _year(lowered, today)
    if year is None:
        return None
    if re.search(rf"before\s(?:mid[-\s])?{YEAR}$", lowered):
        year -= 1
    month, day = _month_and_day(lowered)
    if month is None:
        return date(year, 12, 31) if _names_whole_year(lowered) else None
    last = last_day_of_month(year, month)
    return last.replace(day=min(day or last.day, last.day))


def _year(words: str, today: date | None) -> int | None:
    found = re.search(rf"\b({YEAR})\b", words)
    if found:
        return int(found[1])
    if today is None:
        return None
    if "next year" in words:
        return today.year + 1
    if re.search(r"this year|the year|of year", words):
        return today.year
    month, day = _month_and_day(words)
    if month is None or not month_named(words):
        return None
    return today.year + ((month, day or 31) < (today.month, today.day))


def _month_and_day(words: str) -> tuple[int | None, int | None]:
    """Month and day that the words name; a quarter, a half or the middle of a year stands for its last month."""
    month = month_named(words)
    if month:
        day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)
        return month, int(day[1]) if day and 0 < int(day[1]) <= 31 else None
    part = re.search(r"(first|second|third|fourth|last) (quarter|half)", words)
    if part:
        return last_month_of(part[1], part[2]), None
    if re.search(r"\bmid[-\s]|middle of", words):
        return 6, None
    if re.search(r"\bearly[-\s]|beginning of|start of", words):
        return 3, None
    return None, None


def _names_whole_year(words: str) -> bool:
    return bool(re.search(rf"{YEAR}|year", words)) and not re.search(r"decade|century|month\b|week", words)
