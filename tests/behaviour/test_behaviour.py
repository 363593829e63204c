"""One test a case: each is read by the stages of the product on its own, so that any process may take any case."""

import json
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.behaviour.cases import Case, CaseError, read_cases, read_kind, read_open
from tests.behaviour.checking import faults
from tests.behaviour.reading import analysed

GOOD = {"id": "sums-01", "text": "Norway will pay.", "expect": {"commitments": [{"action_has": "pay"}]}}


def _tried(case: Case) -> ParameterSet:
    """A case; one that is known to fail has to fail, or it is not open any more."""
    open_ = read_open()
    marks = [pytest.mark.xfail(strict=True, reason=open_[case.case_id])] if case.case_id in open_ else []
    return pytest.param(case, id=case.case_id, marks=marks)


def test_open_cases_are_cases() -> None:
    assert set(read_open()) <= {case.case_id for case in read_cases()}


@pytest.mark.parametrize("case", [_tried(case) for case in read_cases()])
def test_case(case: Case) -> None:
    assert faults(case, analysed(case)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"expectations": {}},
        {"id": "kinds-01"},
        {"expect": {}},
        {"expect": {"commitment": []}},
        {"expect": {"commitments": [{"actor": ["NOR"]}]}},
        {"expect": {"commitments": [{"action_has": "sell"}]}},
        {"expect": {"commitments": [{"strength": "great"}]}},
        {"expect": {"acts": {"has": ["promise"]}}},
        {"expect": {"entities": [["Norway", "STATE"]]}},
    ],
    ids=str,
)
def test_a_case_that_is_written_wrongly_is_refused(tmp_path: Path, wrong: dict[str, object]) -> None:
    path = tmp_path / "sums.jsonl"
    path.write_text(json.dumps(GOOD | wrong), encoding="utf-8")
    with pytest.raises(CaseError, match=r"sums\.jsonl, line 1"):
        list(read_kind(path))


@pytest.mark.parametrize(
    "expect",
    [
        {"commitments": []},
        {"commitments": [{"action_has": "open the port", "negated": True}]},
        {"commitments": [{"actors": ["CHL"]}]},
        {"commitments": [{"amount": "the port"}]},
        {"commitments": [{}, {}]},
        {"acts": {"lacks": ["commitment"]}},
        {"acts": {"has": ["demand"]}},
        {"entities": [["Norway", "ORG"]]},
        {"no_entities": [["Norway", "GPE", "NOR"]]},
        {"sentences": 2},
        {"silent": ["the port"]},
        {"actions_cover": ["Norway"]},
    ],
    ids=str,
)
def test_what_does_not_hold_is_told(expect: dict[str, object]) -> None:
    case = Case("sums-01", "sums", "Norway will open the port.", expect, parties=("NOR",))
    assert len(faults(case, analysed(case))) == 1
