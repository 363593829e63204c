"""Short names in brackets, and acronyms that nobody has introduced."""

import pytest

from pipeline.tag.entities import acronyms
from pipeline.tag.entities.spans import Candidate
from tests.shipped import KNOWLEDGE


def introduced(behind: str, label: str = "ORG", full: str = "Cod Council") -> list[str]:
    """The short names that what stands ``behind`` the full one introduces."""
    short = acronyms.introduced(full + behind, [Candidate(0, len(full), label)])
    assert {c.name for c in short.values()} <= {full}
    return list(short)


@pytest.mark.parametrize(
    ("behind", "short"),
    [
        (" (CC)", "CC"),
        ("(CC)", "CC"),
        ("” (CC)", "CC"),
        (" (the CC)", "CC"),
        (" (C&C2)", "C&C2"),
        (" (“Council”)", "Council"),
        (" (the “Council”)", "Council"),
        (" (“the Council ”)", "Council"),
        (' (hereinafter referred to as the "Body")', "Body"),
        (" met (CC)", ""),
        (" (XC)", ""),
        (" (Council)", ""),
        (" (“council”)", ""),
        (" CC", ""),
    ],
)
def test_a_bracket_right_behind_a_name_introduces_a_short_one(behind: str, short: str) -> None:
    assert introduced(behind) == ([short] if short else [])


def test_an_acronym_needs_a_name_of_a_body_document_event_or_building() -> None:
    labels = ("ORG", "LAW", "EVENT", "FAC", "GPE", "LOC", "PERSON")
    assert [label for label in labels if introduced(" (CC)", label)] == ["ORG", "LAW", "EVENT", "FAC"]
    assert introduced(" (“Council”)", "GPE") == ["Council"]
    assert introduced(" (ABCO)", full="ABCO") == []
    assert introduced(" (coCO)", full="cod council") == ["coCO"]


def test_the_first_introduction_counts_and_keeps_code_and_name() -> None:
    text = "Cod Council (CC), Cat Council (CC)"
    first, second = Candidate(0, 11, "ORG", "C1", "Council of Cod"), Candidate(18, 29, "ORG", "C2")
    assert acronyms.introduced(text, [first, second]) == {"CC": first}
    assert acronyms.introduced(text, [second])["CC"].name == "Cat Council"


def test_short_names_stand_for_full_ones() -> None:
    short = {"CC": Candidate(0, 2, "LAW", "C1", "Cod Convention", rank=3)}
    assert list(acronyms.uses("XCC and CC.", short)) == [Candidate(8, 10, "LAW", "C1", "Cod Convention")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the ABCO met", "ABCO"),
        ("The ABCO met", "ABCO"),
        ("ABCO's work", "ABCO"),
        ("ABCO’ work", "ABCO"),
        ("ABCO met", ""),
        ("the AB met", ""),
        ("the ABC met", "ABC"),
        ("the ABCDEFGHI met", ""),
        ("the ABCO XYZ", ""),
        ("the ABCO-led", ""),
        ("$ABCO's", ""),
        ("the LNG", ""),
    ],
)
def test_unknown_acronyms_are_bodies_behind_the_or_with_a_possessive(text: str, found: str) -> None:
    candidates = list(acronyms.unknown(text, KNOWLEDGE))
    assert [text[c.start : c.end] for c in candidates] == ([found] if found else [])
    assert {(c.label, c.rank) for c in candidates} <= {("ORG", -1)}
