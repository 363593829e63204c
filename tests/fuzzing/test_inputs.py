"""A few of the damaged inputs of ``make fuzz-inputs``, of the kinds that are read quickly."""

import pytest

from tests.fuzzing.inputs import outcome
from tests.fuzzing.taking import check
from tests.fuzzing.writing import SHARES, kind_of

EACH = 25


@pytest.mark.parametrize("kind", [kind for kind in SHARES if kind != "knowledge"])
def test_damaged_writing_is_read_or_refused_with_a_sentence(kind: str) -> None:
    numbers = [number for number in range(EACH * sum(SHARES.values())) if kind_of(number) == kind][:EACH]
    became = [outcome(7, number) for number in numbers]
    assert [story for _, _, story in became if story] == []
    assert "refused" in {result for _, result, _ in became}


@pytest.mark.parametrize("reason", ["", "two\nlines.", "Traceback (most recent call last).", "'codec' fails"])
def test_what_is_no_sentence_is_noticed(reason: str) -> None:
    with pytest.raises(AssertionError):
        check(reason)
