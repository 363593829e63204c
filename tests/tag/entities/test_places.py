"""Places that no list knows."""

import pytest

from pipeline.names.gazetteer import Gazetteer
from pipeline.tag.entities.places import find_places
from tests.shipped import KNOWLEDGE


def places(text: str, *small: str) -> list[str]:
    """The places in ``text``, where ``small`` are words that stand in small letters elsewhere in it."""
    found = list(find_places(text, KNOWLEDGE.get(Gazetteer).mentions(text), frozenset(small), KNOWLEDGE))
    assert {(c.label, c.rank) for c in found} <= {("GPE", -1)}
    return list(dict.fromkeys(text[c.start : c.end] for c in found))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at Strelsau, Norway", "Strelsau"),
        ("at Strelsau, Norwegian", ""),
        ("at Strelsau, Nordic", ""),
        ("at Strelsau , Norway", ""),
        ("with Strelsau, Norway", ""),
        ("at Rio de Sol, Norway", "Rio de Sol"),
        ("at Rio de, Norway", ""),
        ("near Zenda.", "Zenda"),
        ("Near Zenda", "Zenda"),
        ("in Zenda-Berg, once", "Zenda-Berg"),
        ("in Zenda now", "Zenda"),
        ("in Zenda 5", ""),
        ("in Zenda Old Berg Lund now", ""),
        ("the city of Zenda", "Zenda"),
        ("the people of Zenda", ""),
        ("at Zenda", ""),
        ("in zenda", ""),
        ("in Z.", ""),
    ],
)
def test_the_words_around_tell_a_place(text: str, place: str) -> None:
    assert places(text) == ([place] if place else [])


@pytest.mark.parametrize("word", ["Treaty", "Minister", "After", "God", "Joint", "Trade", "Cod"])
@pytest.mark.parametrize("form", ["in {}.", "in Zenda {}.", "at {}, Norway"])
def test_words_of_other_things_are_no_places(word: str, form: str) -> None:
    assert places(form.format(word), "cod") == []
