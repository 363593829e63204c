"""How far an action reaches, and where another statement begins (``extents.cases``)."""

from pathlib import Path

import pytest

from tests.tag.commitments.openings import measure
from tests.tag.parsed import Case, parsed, read_cases

CASES = read_cases(Path(__file__).parent / "extents.cases")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_actions_reach_as_far_as(case: Case) -> None:
    doc = parsed(*case.sentences)
    assert {question: measure(doc, question) for question, _ in case.answers} == dict(case.answers)
