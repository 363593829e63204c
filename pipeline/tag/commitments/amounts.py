"""What sum or number an action promises: its words, value and currency (GUIDELINES section 3, amount)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span

from pipeline.knowledge import Knowledge
from pipeline.language.extensions import context_of
from pipeline.names.calendar import UNIT, UNITS
from pipeline.names.numbers import FIGURE, ONES, SCALES, VAGUE, value
from pipeline.tag.entities.money import find_money

_ABOUT = r"(?:(?:more than|at least|up to|over|nearly|about|around|some|approximately|an additional|a minimum of)\s+)"
_ONE_TO_NINE = rf"{ONES}\s(?!and\sa\shalf|{SCALES})"
"""What counts too little to be an amount: "one country", "two steps"."""
_FIGURE = rf"(?P<figure>(?!(?:19|20)\d\d\b|{_ONE_TO_NINE}){FIGURE}|{VAGUE}\s{SCALES})"
_SHARES_AND_MEASURES = (
    r"(?:percent|per\s?cent|percentage points?|%|bcm|tonnes?|tons?|megawatts?|gigawatts?|MW|GW|MTPA)(?:/year|(?!\w))"
)
_TIMES = rf"(?:{UNITS}|{UNIT}|hours?|times|levels?|degrees?|paragraphs?|countries|nations|states)\b"
_COUNTED = (
    r"(?:(?!to\b|and\b|in\b|of\b|by\b|for\b)[a-z-]+\s){0,3}?(?:[a-z-]+[a-rt-z]s\b|people\b|aircraft\b|personnel\b)"
)
_QUANTITY = re.compile(
    rf"(?<!the )(?<!our )(?<!their )(?<!all )(?<!combined )(?<![\w.,$€£¥-]){_ABOUT}?{_FIGURE}"
    rf"(?:\s?{_SHARES_AND_MEASURES}|\s(?!{_TIMES})(?!{_SHARES_AND_MEASURES}){_COUNTED})"
)
_APPROXIMATE = re.compile(rf"{_ABOUT}$")
_DOLLAR = re.compile(r"\$|\bdollars?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """The words of a sum or number, its value, and the ISO 4217 code of its currency (empty where there is none).

    ``start`` and ``end`` are the offsets of the words in the document's text.
    """

    text: str
    value: float | None
    currency: str
    start: int
    end: int


def find_amount(action: Span, knowledge: Knowledge) -> Amount | None:
    """The first sum of money in the words of an action, else its first counted quantity; None where it has neither."""
    text, offset = action.text, action.start_char
    for money in find_money(text, knowledge):
        before = _APPROXIMATE.search(text[: money.start])
        start = before.start() if before and before.group().split()[0] in {"more", "at", "up", "over"} else money.start
        words = text[start : money.end]
        currency = money.currency or (
            _dollar(context_of(action.doc).parties, knowledge) if _DOLLAR.search(words) else ""
        )
        return Amount(words, money.value, currency, offset + start, offset + money.end)
    match = _QUANTITY.search(text)
    if not match:
        return None
    number = value(match["figure"])
    known = None if number is None else float(number)
    return Amount(match.group(), known, "", offset + match.start(), offset + match.end())


def _dollar(parties: Iterable[str], knowledge: Knowledge) -> str:
    """The currency of a plain dollar: plain where just one of the parties pays in dollars."""
    dollars = knowledge.get(_read_dollars)
    paid = {code for party in parties if (code := dollars.get(party))}
    return paid.pop() if len(paid) == 1 else ""


def _read_dollars(knowledge: Knowledge) -> dict[str, str]:
    return {row["country"]: row["currency"] for row in knowledge.table("dollars.csv", ("country", "currency"))}
