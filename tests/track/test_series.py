"""Which documents belong together."""

import datetime

import pytest

from pipeline.track.kinds import kind_of
from pipeline.track.sayings import Paper
from pipeline.track.series import series, series_of
from tests.shipped import KNOWLEDGE


def paper(title: str, *parties: str, day: str = "2030-05-01", named: str = "") -> Paper:
    kind = kind_of(title, parties, KNOWLEDGE)
    return Paper(day, datetime.date.fromisoformat(day), title, "Talks", parties, frozenset(parties), named, kind)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("15th Norway-Chile Annual Exchange of Visits", "Sixteenth Chile-Norway Annual Exchange of Visits"),
        (
            "Joint Statement of the First Fjord Committee Meeting",
            "Joint Statement on the Second Fjord Committee Meeting",
        ),
        ("Norway-Chile Leaders' Retreat, 16 March 2030", "Norway-Chile Leaders' Retreat, 29 April 2031"),
    ],
)
def test_numbers_dates_and_kinds_of_papers_do_not_part_a_series(one: str, other: str) -> None:
    found = series_of(paper(one, "NOR", "CHL"), KNOWLEDGE)
    assert found
    assert found == series_of(paper(other, "CHL", "NOR"), KNOWLEDGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (paper("Leaders' Retreat", "NOR", "CHL"), paper("Leaders' Retreat", "NOR", "GHA")),
        (paper("Leaders' Statement", "G7"), paper("Leaders' Statement", "G20")),
        (paper("Defence Ministers' Meeting", "NOR", "CHL"), paper("Trade Ministers' Meeting", "NOR", "CHL")),
    ],
)
def test_other_parties_and_other_meetings_are_other_series(one: Paper, other: Paper) -> None:
    assert series_of(one, KNOWLEDGE) != series_of(other, KNOWLEDGE)


@pytest.mark.parametrize(
    ("title", "parties"), [("Statement by the Minister", ("NOR",)), ("Joint Statement", ("NOR", "CHL"))]
)
def test_what_one_state_says_and_what_has_no_kind_is_no_series(title: str, parties: tuple[str, ...]) -> None:
    assert series_of(paper(title, *parties), KNOWLEDGE) == ""


def test_metadata_name_a_series_before_titles_do() -> None:
    papers = [
        paper("Opening words", "NOR", day="2031-05-01", named="Fjord Talks"),
        paper("Closing words", "CHL", day="2030-05-01", named="Fjord Talks"),
        paper("Alone", "NOR", "CHL", day="2032-05-01"),
    ]
    entries = series(papers, KNOWLEDGE)
    assert [(e.series_id, e.title, e.parties, e.doc_id, e.position) for e in entries] == [
        ("fjord-talks", "Fjord Talks", ("CHL", "NOR"), "2030-05-01", 1),
        ("fjord-talks", "Fjord Talks", ("CHL", "NOR"), "2031-05-01", 2),
    ]
