"""Which actions are coordinated with one another (``coordination.cases``)."""

from pathlib import Path

import pytest

from tests.tag.commitments.openings import measure
from tests.tag.parsed import Case, parsed, read_cases

CASES = read_cases(Path(__file__).parent / "coordination.cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_actions_are_told_apart(case: Case) -> None:
    doc = parsed(*case.sentences)
    assert {question: measure(doc, question) for question, _ in case.answers} == dict(case.answers)
