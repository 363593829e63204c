"""Where a text is at home."""

from pipeline.names.situation.cast import people_of
from pipeline.names.situation.home import Towns, offices_named
from tests.shipped import KNOWLEDGE


def test_towns_and_provinces_are_counted_for_their_state() -> None:
    text = "He opened schools in Brisbane, New South Wales, Almaty and Lyons Road."
    assert dict(KNOWLEDGE.get(Towns).count(text)) == {"AUS": 2, "KAZ": 1}


def test_offices_that_one_state_has_are_counted_for_it() -> None:
    assert dict(offices_named("The Knesset and the State Department; the department of state.", KNOWLEDGE)) == {
        "ISR": 1,
        "USA": 1,
    }


def test_a_leader_is_known_by_office_and_surname_where_the_text_names_his_state() -> None:
    assert people_of("Minister Kombos spoke. Cyprus will build ports.", KNOWLEDGE) == {"kombos": "CYP"}
    assert people_of("Minister Kombos spoke. Fiji will build ports.", KNOWLEDGE) == {}
