"""The summary says what the tables say."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.records import Analysis, Commitment, Thread, Tracking
from pipeline.report.brief.concrete import most_concrete
from pipeline.report.brief.short import in_short
from pipeline.report.stage import write_findings
from tests.records import analysis, commitment, renamed
from tests.report.corpora import corpus
from tests.shipped import KNOWLEDGE


def holding(*ledger: Commitment, name: str = "a") -> Analysis:
    return renamed(replace(analysis(), commitments=ledger), name)


def promising(action: str, **more: object) -> Commitment:
    return replace(commitment(), **{"action": action, "deadline": "", "deadline_date": None, **more})  # type: ignore[arg-type]


def said(analyses: list[Analysis]) -> list[str]:
    return [statement.text for statement in in_short(analyses, [], Tracking(), KNOWLEDGE).statements]


def test_every_number_is_that_of_the_tables(tmp_path: Path) -> None:
    found = corpus(30, 8)
    write_findings(found, tmp_path)
    with (tmp_path / "commitments.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["commitment_id"]: row for row in csv.DictReader(file)}
    ledger = list(rows.values())

    def number(column: str, value: str) -> int:
        return sum(row[column] == value for row in ledger)

    short = in_short(found, [], Tracking(), KNOWLEDGE)
    texts = [statement.text for statement in short.statements]
    assert texts[0].endswith(
        f": {len(ledger)} commitments, {number('strength', 'strong')} strong, "
        f"{number('strength', 'medium')} medium and {number('strength', 'weak')} weak."
    )
    dated = [row for row in ledger if row["deadline_date"]]
    expected = {
        "keep something up": f"{number('kind', 'continuing')} of {len(ledger)} ",
        "name a deadline": f"{len(dated)} commitments name ",
        "name a sum": f"{sum(bool(row['amount_value']) for row in ledger)} commitments name ",
        "To be read": f"To be read with care: {number('actors', '')} without a named actor, "
        f"{sum(float(row['confidence']) < 0.5 for row in ledger)} doubtful.",
    }
    for words, beginning in expected.items():
        (text,) = [text for text in texts if words in text]
        assert text.startswith(beginning)
    for statement in short.statements:
        assert set(statement.rows) <= set(rows)
        counted = re.match(r"([\d,]+) ", statement.text)
        if counted and "document" not in statement.text.split(":")[0]:
            assert int(counted[1]) == len(statement.rows)
    assert [due.commitment.commitment_id for due in short.due] == sorted(
        (row["commitment_id"] for row in dated), key=lambda name: (rows[name]["deadline_date"], name)
    )


def test_a_lead_that_one_document_makes_is_not_told() -> None:
    energy, health = promising("build it", areas=("energy",)), promising("heal them", areas=("health",))
    once = [holding(*[energy] * 3, name="a"), holding(health, name="b"), holding(health, name="c")]
    assert not [text for text in said(once) if "policy area" in text]
    steady = [holding(energy, energy, health, name=name) for name in "abc"]
    assert [text for text in said(steady) if "policy area" in text] == [
        "The policy area with the largest number of commitments is Energy: 6 of 9 (67%)."
    ]


def test_what_several_documents_say_is_counted_as_one_undertaking() -> None:
    found = [holding(promising("build it"), name=name) for name in "ab"]
    names = tuple(a.commitments[0].commitment_id for a in found)
    threads = (Thread("t", "", (), (), None, None, 2, 2, "strong", None, "", "standing", names),)
    short = in_short(found, [], Tracking(threads=threads), KNOWLEDGE)
    (statement,) = [s for s in short.statements if "undertaking" in s.text]
    assert statement.text == "1 undertaking seems to be made in more than one document, by the likeness of the wording."
    assert statement.rows == names


def test_nothing_found_is_nothing_said() -> None:
    assert said([holding()]) == []
    assert said([]) == []


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (promising("pay it", amount="$5", amount_currency="USD"), promising("build five schools", amount="five")),
        (
            promising("build a road by 2035", deadline="by 2035", deadline_date=date(2035, 12, 31)),
            promising("build a road soon", deadline="soon"),
        ),
        (promising("build two roads here", amount="two"), promising("work on two roads", amount="two")),
        (
            promising("build two roads here", amount="two"),
            promising("build two roads here", amount="two", kind="continuing"),
        ),
    ],
)
def test_what_can_be_counted_or_dated_is_more_concrete(more: Commitment, less: Commitment) -> None:
    found = most_concrete([holding(less, name="a"), holding(more, name="b")], {"work"})
    assert [c.commitment.action for c in found][:1] == [more.action]
    assert found[0].document.doc_id == "b"


@pytest.mark.parametrize("doubt", [{"actors": ()}, {"strength": "medium"}, {"confidence": 0.4}, {"amount": ""}])
def test_what_is_vague_or_doubtful_is_not_in_the_list(doubt: dict[str, object]) -> None:
    sure = {"amount": "$5", "amount_currency": "USD"}
    assert most_concrete([holding(promising("pay five dollars now", **{**sure, **doubt}))], set()) == ()


def test_the_list_is_not_filled_by_one_document_nor_by_one_promise() -> None:
    many = [promising(f"build {n} roads up there", amount=str(n)) for n in range(9)]
    corpus_of_four = [holding(*many, name="a"), *(holding(many[0], name=name) for name in "bcd")]
    found = most_concrete(corpus_of_four, set())
    assert [c.document.doc_id for c in found].count("a") <= 3
    assert len({c.commitment.action for c in found}) == len(found)


def test_a_deadline_is_ahead_in_the_year_after_the_latest_document() -> None:
    days = [date(2031, 4, 30), date(2031, 5, 1), date(2032, 4, 30), date(2032, 5, 1)]
    ledger = [promising(f"do it {n}", deadline="then", deadline_date=day) for n, day in enumerate(days)]
    short = in_short([holding(*ledger)], [], Tracking(), KNOWLEDGE)
    assert short.latest == date(2031, 5, 1)
    assert [due.deadline for due in short.due if due.ahead] == days[1:3]


@pytest.mark.parametrize(
    ("strengths", "words"),
    [
        (["strong"], "1 commitment names a sum of money, and that in strong words."),
        (["medium"], "1 commitment names a sum of money, but not in strong words."),
        (["strong", "strong"], "2 commitments name a sum of money, all in strong words."),
        (["medium", "weak"], "2 commitments name a sum of money, none of them in strong words."),
        (["strong", "weak"], "2 commitments name a sum of money, 1 of them in strong words."),
    ],
)
def test_sums_are_told_with_the_strength_of_their_words(strengths: list[str], words: str) -> None:
    ledger = [
        promising(
            "pay", strength=strength, amount="$5", amount_value=5.0, amount_currency="USD", commitment_id=f"a:{n}"
        )
        for n, strength in enumerate(strengths)
    ]
    assert words in said([holding(*ledger)])
