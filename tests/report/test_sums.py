"""Sums of money are listed with their words, never added up."""

from dataclasses import replace

import pytest

from pipeline.records import Analysis, Commitment
from pipeline.report.labels import read_names
from pipeline.report.sums import due_again, sums
from tests.records import analysis, commitment
from tests.shipped import KNOWLEDGE

NAMES = KNOWLEDGE.get(read_names)


def paying(value: float, **more: object) -> Commitment:
    return replace(commitment(), **{"amount": "a sum", "amount_value": value, "amount_currency": "EUR", **more})  # type: ignore[arg-type]


def holding(*ledger: Commitment) -> Analysis:
    return replace(analysis(), commitments=ledger)


def test_what_is_promised_stands_before_what_is_intended_and_the_largest_sum_first() -> None:
    found = sums([holding(paying(9e9, strength="medium"), paying(2.0), paying(3.0))], NAMES)
    assert [(s.strength, s.amount_value) for s in found] == [("strong", 3.0), ("strong", 2.0), ("medium", 9e9)]
    assert found[0].names == ("Chile", "Norway")


def test_a_refusal_to_pay_and_a_number_of_things_are_no_sums() -> None:
    assert sums([holding(paying(5.0, negated=True), paying(5.0, amount_currency=""))], NAMES) == []


@pytest.mark.parametrize(
    ("action", "amount", "period"),
    [
        ("to give 3 million euros per year for roads", "3 million euros per year", "year"),
        ("to give 3 million euros annually", "3 million euros", "year"),
        ("to give $5 a month to each reader", "$5 a month", "month"),
        ("to give 3 million euros each year", "3 million euros", "year"),
        ("to give $5/day", "$5/day", "day"),
        ("to give 3 million euros over four years", "3 million euros", ""),
        ("to give 3 million euros at the annual meeting", "3 million euros", ""),
        ("to build it", "3 million euros", ""),
    ],
)
def test_a_sum_that_is_due_again_says_after_what_time(action: str, amount: str, period: str) -> None:
    assert due_again(replace(commitment(), action=action, amount=amount)) == period
