"""People and for whom they speak."""

from typing import cast

import pytest
from spacy.language import Language

from pipeline.names.people import Person, TitleKind
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
        ("JOHN DOE", "DOE"),
        ("J. DOE", "DOE"),
        ("John B. DOE", "DOE"),
        ("John J.R. Doe", "Doe"),
        ("John Doe III", "Doe"),
        ("Jr.", "Jr."),
        ("van Doe", "van Doe"),
    ],
)
def test_surnames(name: str, expected: str) -> None:
    assert identity.surname(name, KNOWLEDGE) == expected


def told(*people: tuple[str, str, str, str]) -> dict[str, tuple[str, str, str]]:
    """Full name, office and state by every wording, of people given by name, title, kind and state."""
    text = "; ".join(name for name, *_ in people)
    found, at = [], 0
    for name, title, kind, country in people:
        start = text.index(name, at)
        at = start + len(name)
        found.append(Person(start, at, title, cast("TitleKind", kind), country))
    return {w: (i.name, i.title, i.country) for w, i in identity.identify(text, found, KNOWLEDGE).items()}


def test_the_first_office_and_state_and_the_fullest_name_count() -> None:
    anna = ("Anna Berg", "Minister", "NOR")
    assert told(("Berg", "Minister", "state", ""), ("Anna Berg", "King", "state", "NOR")) == {
        "Berg": anna, "Anna Berg": anna, "Anna": anna,
    }  # fmt: skip
    assert told(("Anna Berg", "Dr.", "honorific", "NOR"), ("Berg", "Minister", "state", "PER")) == {
        "Anna Berg": anna, "Berg": anna, "Anna": anna,
    }  # fmt: skip
    assert told(("Anna  \n Berg", "Minister", "state", "NOR")) == {"Anna Berg": anna, "Berg": anna, "Anna": anna}


def test_a_first_name_alone_stands_for_somebody_named_before() -> None:
    anna = ("Anna Berg", "Queen", "NOR")
    assert told(("Anna Berg", "Queen", "state", "NOR"), ("anna", "", "honorific", ""))["anna"] == anna
    assert (
        told(("Anna Berg", "Queen", "state", "NOR"), ("Anna Lund", "", "honorific", ""))["Anna Lund"][0] == "Anna Lund"
    )


def test_one_surname_and_one_first_letter_are_one_person() -> None:
    both = told(("Anna Berg", "Queen", "state", "NOR"), ("A. Berg", "", "honorific", ""))
    assert both["A. Berg"] == ("Anna Berg", "Queen", "NOR")
    two = told(("Anna Berg", "Queen", "state", "NOR"), ("B. Berg", "King", "state", ""))
    assert two["B. Berg"] == ("B. Berg", "King", "")
    assert two["Berg"][0] == "Anna Berg"
    assert told(("Berg", "", "honorific", ""), ("Bo Berg", "", "honorific", ""))["Berg"][0] == "Bo Berg"


def test_a_known_leader_has_a_full_name_and_a_state() -> None:
    assert told(("Obama", "President", "state", "")) == {"Obama": ("Barack Obama", "President", "USA")}
    assert told(("Barack H. Obama", "", "honorific", "NOR"))["Obama"] == ("Barack H. Obama", "", "NOR")
    bidens = told(
        ("Joe Biden", "President", "state", ""),
        ("Robert Biden", "", "honorific", ""),
        ("Joseph Biden", "", "honorific", ""),
    )
    assert bidens["Robert Biden"][0] == "Robert Biden"
    same = told(("Joe Biden", "President", "state", ""), ("Joseph R. Biden", "", "honorific", ""))
    assert same["Joseph R. Biden"][0] == "Joe Biden"
    assert (
        told(("Bill Clinton", "", "honorific", ""), ("William J. Clinton", "", "honorific", ""))["William J. Clinton"][
            0
        ]
        == "Bill Clinton"
    )
    assert (
        told(("Bill Clinton", "", "honorific", ""), ("Hillary Clinton", "", "honorific", ""))["Hillary Clinton"][0]
        == "Hillary Clinton"
    )


def test_what_was_found_stays_with_the_document(names: Language) -> None:
    doc = names.make_doc("President Anna Berg of Norway")
    read = identity.people(doc, KNOWLEDGE)
    assert read["Berg"] == identity.Identity("Anna Berg", "President", "NOR")
    identity.remember(doc, {"Berg": identity.Identity("Eva Berg", "King", "PER")})
    assert identity.people(doc, KNOWLEDGE) == {"Berg": identity.Identity("Eva Berg", "King", "PER")}


def test_a_body_with_two_states_in_its_name_speaks_for_none(names: Language) -> None:
    doc = names("the Norway-Peru Cod Council, the Nordic Cod Council and the Korean Cod Council")
    assert len(doc.ents) == 3
    assert [identity.state_of(e, {}, KNOWLEDGE) for e in doc.ents] == ["", "", ""]
    (court,) = names("the Kremlin").ents
    assert identity.state_of(court, {}, KNOWLEDGE) == "RUS"
    (person,) = names("President Anna Berg spoke.").ents
    assert identity.state_of(person, {}, KNOWLEDGE) == ""
