"""Sums of money in commitments, as a ranked list: never added up, since one may repeat, or be part of, another."""

import re
from collections.abc import Sequence

from pipeline.aggregates import PromisedSum
from pipeline.records import STRENGTHS, Analysis, Commitment
from pipeline.report.labels import Names

_PERIODS = {
    "year": ("year", "annum", "annual", "annually", "yearly"),
    "month": ("month", "monthly"),
    "week": ("week", "weekly"),
    "day": ("day", "daily"),
}
_UNIT = {word: period for period, words in _PERIODS.items() for word in words}
_DUE_AGAIN = re.compile(
    r"\s*(?:(?:/|\b(?:per|a|each|every)\s)(year|annum|month|week|day)|\b(annual|annually|yearly|monthly|weekly|daily))\b",
    re.IGNORECASE,
)


def sums(analyses: Sequence[Analysis], names: Names) -> list[PromisedSum]:
    """Every commitment with a sum of known currency: strong ones first, by currency, largest first.

    A promise not to pay is left out; so are numbers without a currency, which count things.
    """
    found = [
        PromisedSum(
            strength=c.strength,
            amount_currency=c.amount_currency,
            amount_value=c.amount_value,
            per=due_again(c),
            amount=c.amount,
            actors=c.actors,
            names=tuple(map(names.actor_name, c.actors)),
            action=c.action,
            kind=c.kind,
            conditional=c.conditional,
            areas=c.areas,
            date=a.document.date,
            doc_id=c.doc_id,
            commitment_id=c.commitment_id,
        )
        for a in analyses
        for c in a.commitments
        if c.amount_currency and c.amount_value and not c.negated
    ]
    return sorted(
        found, key=lambda s: (STRENGTHS.index(s.strength), s.amount_currency, -s.amount_value, s.commitment_id)
    )


def due_again(commitment: Commitment) -> str:
    """The period after which a sum is due again, by its own words or those right behind it: year, month, week, day;
    empty for a total.
    """
    _, amount, behind = commitment.action.partition(commitment.amount)
    found = _DUE_AGAIN.search(commitment.amount) or (_DUE_AGAIN.match(behind) if amount else None)
    return _UNIT[(found[1] or found[2]).lower()] if found else ""
