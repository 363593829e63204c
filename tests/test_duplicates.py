"""Near-duplicates: the same statement twice is found, two statements on one subject are not."""

import random

import pytest

from pipeline import duplicates
from pipeline.duplicates import SHARE, near_duplicates
from pipeline.records import NearDuplicate

PLACES = ("Northport", "Elmhaven", "Sudbay", "Westmark", "Oldbridge", "Claywater", "Highmoor", "Lowfield")
WORKS = ("lighthouse", "harbour", "railway", "archive", "school", "bridge", "ferry", "hospital", "laboratory", "tunnel")


def statement(seed: int, sentences: int = 20) -> str:
    chance = random.Random(seed)
    return " ".join(
        f"The Ministers will open a {chance.choice(WORKS)} in {chance.choice(PLACES)} with {chance.randint(10, 99)} "
        f"rooms, and praised the {chance.choice(WORKS)} of {chance.choice(PLACES)}, {chance.randint(10, 99)} years old."
        for _ in range(sentences)
    )


def edited(text: str, every: int) -> str:
    """``text`` with one word in ``every`` replaced."""
    return " ".join(f"other{n}" if n % every == 0 else word for n, word in enumerate(text.split()))


def pairs(*texts: str) -> list[NearDuplicate]:
    return near_duplicates((f"d{n:03}", text) for n, text in enumerate(texts))


def test_the_same_statement_from_two_ministries_is_one_pair() -> None:
    one = f"MINISTRY OF FOREIGN AFFAIRS OF UTOPIA\n\nJoint Statement\n\n{statement(1)}"
    two = f"Embassy of Arcadia. For immediate release.\n\n{statement(1).upper()}\n\nPress contact: 555 0100"
    (pair,) = pairs(one, statement(2), two)
    assert (pair.doc_id, pair.other_id) == ("d000", "d002")
    assert pair.share > 0.95
    assert pair.resemblance > 0.9


def test_a_statement_quoted_in_a_longer_release_is_contained_in_it() -> None:
    (pair,) = pairs(statement(1), f"{statement(3)} {statement(1)} {statement(4)}")
    assert pair.share == 1
    assert pair.resemblance < 0.5


@pytest.mark.parametrize(("every", "is_pair"), [(50, True), (15, True), (8, False), (3, False)])
def test_the_share_of_common_shingles_decides(every: int, is_pair: bool) -> None:
    found = pairs(statement(1), edited(statement(1), every))
    assert bool(found) == is_pair
    # one word in fifteen replaced spoils five shingles of every fifteen
    assert all(pair.share == pytest.approx(1 - 5 / every, abs=0.05) and pair.share >= SHARE for pair in found)


def test_statements_on_one_subject_and_short_notes_are_no_pairs() -> None:
    assert pairs(*(statement(seed) for seed in range(30))) == []
    assert pairs("The Ministers met in Oslo today.", "The Ministers met in Oslo today.", "", "Oslo") == []


def test_a_family_of_many_versions_is_held_together_by_its_neighbours() -> None:
    found = pairs(*(f"{statement(1)} Version {n} of it was sent to office {n}." for n in range(40)))
    linked = {(pair.doc_id, pair.other_id) for pair in found}
    assert {(f"d{n:03}", f"d{n + 1:03}") for n in range(39)} <= linked
    assert len(linked) < 40 * 10


def test_pairs_do_not_depend_on_the_order_of_documents_and_come_largest_first() -> None:
    texts = {"a": statement(1), "b": edited(statement(1), 20), "c": statement(1) + statement(5, 2), "d": statement(9)}
    found = near_duplicates(texts.items())
    assert found == near_duplicates(reversed(texts.items()))
    assert [pair.share for pair in found] == sorted((pair.share for pair in found), reverse=True)
    assert {(pair.doc_id, pair.other_id) for pair in found} == {("a", "b"), ("a", "c"), ("b", "c")}


def test_pairs_do_not_depend_on_how_many_shingles_are_sorted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [statement(1), edited(statement(1), 20), statement(1) + statement(5, 2), statement(9)]
    found = pairs(*texts)
    monkeypatch.setattr(duplicates, "AT_ONCE", 50)
    assert pairs(*texts) == found != []


def test_nothing_comes_of_nothing() -> None:
    assert pairs() == pairs("") == pairs(statement(1)) == []
