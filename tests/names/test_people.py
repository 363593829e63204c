"""People in plain text: what opens a name, where it ends, and for which state they speak."""

import pytest

from pipeline.names.gazetteer import Gazetteer
from pipeline.names.people import find_again, find_people
from tests.shipped import KNOWLEDGE


def people(text: str) -> list[tuple[str, str, str]]:
    """Name, title and state of everybody in the text."""
    mentions = KNOWLEDGE.get(Gazetteer).mentions(text)
    return [(text[p.start : p.end], p.title, p.country) for p in find_people(text, mentions, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prime Minister Anna Berg spoke.", [("Anna Berg", "Prime Minister", "")]),
        ("President Juan P. Ortez, Jr. spoke.", [("Juan P. Ortez, Jr.", "President", "")]),
        ("Minister Julie Bishop spoke.", [("Julie Bishop", "Minister", "")]),
        ("Minister for Foreign Affairs Anna Berg spoke.", [("Anna Berg", "Minister", "")]),
        ("Minister of Trade and Industry Berg left.", [("Berg", "Minister", "")]),
        ("the Minister, Anna Berg, spoke", [("Anna Berg", "Minister", "")]),
        ("Anna Berg, Minister of Trade of Norway, spoke.", [("Anna Berg", "Minister", "NOR")]),
        ("Foreign Minister Anna van der Berg of the Netherlands.", [("Anna van der Berg", "Foreign Minister", "NLD")]),
        ("President William “Bill” Berg spoke.", [("William “Bill” Berg", "President", "")]),
        ("Dr. Berg spoke.", [("Berg", "Dr.", "")]),
        ("H.E. President Berg of Peru", [("Berg", "President", "PER")]),
        ("Maria Lopez of Chile spoke.", [("Maria Lopez", "", "CHL")]),
        ("President Berg's visit", [("Berg", "President", "")]),
        ("Ambassador to Chile Anna Berg", [("Anna Berg", "Ambassador", "")]),
        ("Norway's Ambassador to Chile Anna Berg", [("Anna Berg", "Ambassador", "NOR")]),
        ("President of the Republic of Peru, Anna Berg, spoke.", [("Anna Berg", "President", "PER")]),
        ("Norway's Trade and Industry Minister Anna Berg", [("Anna Berg", "Minister", "NOR")]),
        ("Anna Berg, Special Minister of Norway, spoke.", [("Anna Berg", "Minister", "NOR")]),
        ("Minister ABCD spoke.", [("ABCD", "Minister", "")]),
        ("Minister Anna Berg Lund Dahl Moe Ness Vik.", [("Anna Berg Lund Dahl Moe Ness", "Minister", "")]),
        ("The Minister Anna Berg\n\nTrade grew.", [("Anna Berg", "Minister", "")]),
    ],
)
def test_titles_and_given_names_betray_a_person(text: str, found: list[tuple[str, str, str]]) -> None:
    assert people(text) == found


def test_a_plural_title_opens_several_names() -> None:
    assert [name for name, _, _ in people("Ministers Anna Berg, Eva Lund and Jo Dahl met.")] == [
        "Anna Berg",
        "Eva Lund",
        "Jo Dahl",
    ]
    assert [name for name, _, _ in people("Minister Berg and Lund met.")] == ["Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the Minister, Anna spoke",
        "Ministry of Trade, Minister of Health",
        "Prime Minister's Office",
        "Maria of Chile spoke.",
        "MARIA LOPEZ spoke.",
        "President Oslo Treaty",
        "President of Peru and of Chile",
        "Minister AB spoke.",
        "Minister B. spoke.",
        "Defense Minister Non-Proliferation",
        "President berg spoke.",
    ],
)
def test_a_title_without_a_name_is_nobody(text: str) -> None:
    assert people(text) == []


def test_names_come_back_without_their_titles() -> None:
    text = "President Anna Berg met Minister May. Berg spoke; we may say that May left with Anna Berg. Bergen is far."
    found = find_people(text, KNOWLEDGE.get(Gazetteer).mentions(text), KNOWLEDGE)
    known = {"Berg": found[0], "Anna Berg": found[0], "May": found[1]}
    again = list(find_again(text, known, frozenset({"may"})))
    assert [text[p.start : p.end] for p in again] == ["Anna Berg", "Berg", "Anna Berg"]
    assert {(p.title, p.kind) for p in again} == {("", "state")}
