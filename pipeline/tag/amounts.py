"""What sum or number an action promises: its words, value and currency (GUIDELINES section 3, amount)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span

from pipeline.knowledge import read_table
from pipeline.tag.money import find_money

_UNITS = (
    r"(?:percent|per\s?cent|percentage points?|%|bcm|tonnes?|tons?|megawatts?|gigawatts?|MW|GW|MTPA|jobs|people"
    r"|students|scholarships|fellowships|aircraft|vessels|ships|vehicles|doses|households|hectares|barrels|troops|personnel|trees)"
)
_ABOUT = r"(?:(?:more than|at least|up to|over|nearly|about|around|some|approximately|an additional|a minimum of)\s+)"
_QUANTITY = re.compile(
    rf"{_ABOUT}?\d[\d,.]*\d*(?:\s(?:hundred|thousand|million|billion|trillion))?(?:\s[a-z-]+){{0,2}}?\s?{_UNITS}(?:/year)?\b",
)
_APPROXIMATE = re.compile(rf"{_ABOUT}$")
_DOLLAR = re.compile(r"\$|\bdollars?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


@dataclass(frozen=True, slots=True)
class Amount:
    """The words of a sum or number, its value, and the ISO 4217 code of its currency (empty where there is none)."""

    text: str
    value: float | None
    currency: str


def find_amount(action: Span) -> Amount | None:
    """The first sum of money in the words of an action, else its first counted quantity; None where it has neither."""
    text = action.text
    for money in find_money(text):
        before = _APPROXIMATE.search(text[: money.start])
        start = before.start() if before and before.group().split()[0] in {"more", "at", "up", "over"} else money.start
        words = text[start : money.end]
        currency = money.currency or (_dollar(action.doc._.parties) if _DOLLAR.search(words) else "")
        return Amount(words, money.value, currency)
    match = _QUANTITY.search(text)
    return Amount(match.group(), _value(match.group()), "") if match else None


def _dollar(parties: Iterable[str]) -> str:
    """The currency of a plain dollar: plain where just one of the parties pays in dollars."""
    paid = {code for party in parties if (code := _dollars().get(party))}
    return paid.pop() if len(paid) == 1 else ""


@cache
def _dollars() -> dict[str, str]:
    return {row["country"]: row["currency"] for row in read_table("dollars.csv", ("country", "currency"))}


def _value(text: str) -> float | None:
    number = _NUMBER.search(text)
    if number is None:
        return None
    scale = next((s for word, s in _SCALES.items() if word in text.split()), 1.0)
    return float(number.group().replace(",", "")) * scale
