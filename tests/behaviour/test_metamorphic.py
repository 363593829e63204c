"""What a change of the wording changes in the ledger, and that it changes nothing else."""

from dataclasses import replace
from functools import cache

import pytest

from pipeline.records import Commitment
from tests.behaviour.cases import Case
from tests.behaviour.reading import analysed

BASE = "Norway will give 40 million kroner to the schools of Lima by May 2031."
TEXTS = (
    "Norway will train sixty nurses in Cusco by the end of 2031.",
    "Norway pledged to lend €12 million to the port of Callao.",
    "Norway intends to open a school for sailors and to pay its teachers within two years.",
    "Norway shall not tax the boats of the islands before 1 July 2030.",
)
"""Promises of other forms, of which the same changes change as little."""
READ = ("action", "actors", "kind", "strength", "negated", "deadline", "deadline_date", "amount", "amount_value")


@cache
def ledger(text: str, parties: tuple[str, ...] = ("NOR", "PER")) -> tuple[Commitment, ...]:
    return analysed(Case("talks-01", "talks", text, {}, parties=parties)).commitments


def read(commitment: Commitment) -> dict[str, object]:
    """What the ledger says of a commitment, its places left out."""
    return {name: getattr(commitment, name) for name in READ}


def only(text: str, parties: tuple[str, ...] = ("NOR", "PER")) -> dict[str, object]:
    (commitment,) = ledger(text, parties)
    return read(commitment)


@pytest.mark.parametrize(("name", "code"), [("Sweden", "SWE"), ("Japan", "JPN"), ("New Zealand", "NZL")])
def test_another_country_changes_the_actor_alone(name: str, code: str) -> None:
    changed = only(BASE.replace("Norway", name).replace("kroner", "Norwegian kroner"), (code, "PER"))
    base = only(BASE.replace("kroner", "Norwegian kroner"))
    assert changed == base | {"actors": (code,)}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("name", "code"), [("Kenya", "KEN"), ("South Africa", "ZAF")])
def test_another_country_changes_the_actor_alone_in_other_promises(text: str, name: str, code: str) -> None:
    changed = [read(c) for c in ledger(text.replace("Norway", name), (code, "PER"))]
    assert changed == [read(c) | {"actors": (code,)} for c in ledger(text)]
    assert changed


@pytest.mark.parametrize("text", TEXTS)
def test_a_neutral_sentence_before_or_behind_changes_nothing_in_other_promises(text: str) -> None:
    base = [read(c) for c in ledger(text)]
    assert base == [read(c) for c in ledger(f"The talks lasted two hours. {text}")]
    assert base == [read(c) for c in ledger(f"{text} The talks lasted two hours.")]


@pytest.mark.parametrize(("words", "value"), [("3 million", 3e6), ("75,000", 75_000.0), ("two billion", 2e9)])
def test_another_sum_changes_the_amount_alone(words: str, value: float) -> None:
    base, changed = only(BASE), only(BASE.replace("40 million", words))
    action, amount = (str(base[key]).replace("40 million", words) for key in ("action", "amount"))
    assert changed == base | {"action": action, "amount": amount, "amount_value": value}


@pytest.mark.parametrize(("words", "day"), [("June 2032", "2032-06-30"), ("2035", "2035-12-31")])
def test_another_date_changes_the_deadline_alone(words: str, day: str) -> None:
    base, changed = only(BASE), only(BASE.replace("May 2031", words))
    action, deadline = (str(base[key]).replace("May 2031", words) for key in ("action", "deadline"))
    assert str(changed.pop("deadline_date")) == day
    assert changed == {k: v for k, v in base.items() if k != "deadline_date"} | {"action": action, "deadline": deadline}


@pytest.mark.parametrize("before", ["The weather was fine.", "The ministers met in Lima on Monday.", "It was late."])
def test_a_neutral_sentence_before_changes_nothing(before: str) -> None:
    assert only(f"{before} {BASE}") == only(BASE)


@pytest.mark.parametrize("modal", ["shall", "will"])
def test_shall_binds_as_will_does(modal: str) -> None:
    assert only(BASE.replace("will", modal)) == only(BASE)


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Norway will fund the school.", "The school will be funded by Norway."),
        ("Peru will repair the bridge.", "The bridge will be repaired by Peru."),
        ("Norway will not close the mine.", "The mine will not be closed by Norway."),
        ("Norway will send 40 doctors by May 2031.", "40 doctors will be sent by Norway by May 2031."),
        ("Norway and Peru will abolish the toll.", "The toll will be abolished by Norway and Peru."),
    ],
)
def test_the_passive_has_the_same_actor(active: str, passive: str) -> None:
    told = ("actors", "kind", "strength", "negated", "deadline", "amount", "amount_value")
    assert {key: only(passive)[key] for key in told} == {key: only(active)[key] for key in told}


@pytest.mark.parametrize("text", [BASE, TEXTS[0], "Peru will close the mine.", "Norway and Peru will sell the ships."])
def test_not_turns_the_promise_and_leaves_the_rest(text: str) -> None:
    assert only(text.replace(" will ", " will not ")) == only(text) | {"negated": True}


def test_a_sentence_before_moves_the_places_alone() -> None:
    (base,), (moved,) = ledger(BASE), ledger(f"It was late. {BASE}")
    shift = len("It was late. ")
    assert (
        replace(
            moved,
            commitment_id=base.commitment_id,
            sentence_id=base.sentence_id,
            confidence=base.confidence,
            reason=base.reason,
            **{key: value - shift for key, value in _places(moved).items()},
        )
        == base
    )


def _places(commitment: Commitment) -> dict[str, int]:
    names = ("cue", "action", "actor", "deadline", "amount")
    places = {f"{n}_{end}": getattr(commitment, f"{n}_{end}") for n in names for end in ("start", "end")}
    return {key: value for key, value in places.items() if value is not None}
