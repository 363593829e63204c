"""People and for whom they speak."""

import pytest
from spacy.language import Language

from pipeline.tag.entities import identity
from tests.shipped import KNOWLEDGE


def test_every_way_of_naming_a_person_has_one_name(names: Language) -> None:
    doc = names(
        "Prime Minister TANAKA Hiroko of Japan met President Juan P. Ortez. "
        "Prime Minister Tanaka thanked President Ortez, and Ortez thanked Tanaka."
    )
    found = [e._.communique.name for e in doc.ents if e.label_ == "PERSON"]
    assert found == [
        "TANAKA Hiroko",
        "Juan P. Ortez",
        "TANAKA Hiroko",
        "Juan P. Ortez",
        "Juan P. Ortez",
        "TANAKA Hiroko",
    ]


@pytest.mark.parametrize(
    ("text", "surname", "title", "country"),
    [
        ("Prime Minister Anna Berg of Norway spoke.", "Berg", "Prime Minister", "NOR"),
        ("Norwegian Prime Minister Anna Berg spoke.", "Berg", "Prime Minister", "NOR"),
        ("Norway's Foreign Minister Anna Berg spoke.", "Berg", "Foreign Minister", "NOR"),
        ("the President of Norway, Anna Berg, spoke.", "Berg", "President", "NOR"),
        ("Anna Berg, Prime Minister of Norway, spoke.", "Berg", "Prime Minister", "NOR"),
        ("Prime Minister of Norway Anna Berg spoke.", "Berg", "Prime Minister", "NOR"),
        ("Norway's Minister for Foreign Affairs and Trade Anna Berg spoke.", "Berg", "Minister", "NOR"),
        ("Norwegian Ambassador to Chile Anna Berg spoke.", "Berg", "Ambassador", "NOR"),
        ("European Commission President Anna van der Berg spoke.", "van der Berg", "President", "EU"),
        ("H.E. Dr. Anna Berg spoke.", "Berg", "", ""),
        ("President Anna Berg spoke.", "Berg", "President", ""),
    ],
)
def test_office_and_state_are_read_off_the_words_around(
    names: Language, text: str, surname: str, title: str, country: str
) -> None:
    person = identity.people(names(text), KNOWLEDGE)[surname]
    assert (person.title, person.country) == (title, country)


def test_two_people_in_one_sentence_keep_their_states(names: Language) -> None:
    people = identity.people(names("President of Peru Ana Silva and Vice President of Chile Eva Rojas met."), KNOWLEDGE)
    assert (people["Silva"].country, people["Rojas"].country) == ("PER", "CHL")


def test_people_with_one_surname_are_told_apart_by_their_first_names(names: Language) -> None:
    people = identity.people(names("President Ana Silva met Minister Bruno Silva."), KNOWLEDGE)
    assert people["Ana Silva"].title == "President"
    assert people["Bruno Silva"].title == "Minister"


def test_states_behind_entities(names: Language) -> None:
    doc = names("Norwegian President Anna Berg, the Ministry of Defence of Peru, NATO and Oslo")
    people = identity.people(doc, KNOWLEDGE)
    assert [(e.text, identity.state_of(e, people, KNOWLEDGE)) for e in doc.ents] == [
        ("Norwegian", "NOR"),
        ("Anna Berg", "NOR"),
        ("Ministry of Defence of Peru", "PER"),
        ("NATO", ""),
        ("Oslo", "NOR"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TANAKA Hiroko", "TANAKA"),
        ("Hiroko TANAKA", "TANAKA"),
        ("Ursula von der Linden", "von der Linden"),
        ("John B. Doe, Jr.", "Doe"),
        ("Doe", "Doe"),
    ],
)
def test_surnames(name: str, expected: str) -> None:
    assert identity.surname(name, KNOWLEDGE) == expected
