"""The gazetteer: which country, people or body a name stands for, and where it must hold back."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from tests.shipped import KNOWLEDGE


def found(text: str) -> list[tuple[str, str, str]]:
    return [(m.text, m.label, m.code) for m in KNOWLEDGE.get(Gazetteer).mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger thanked Nigeria.", [("Niger", "GPE", "NER"), ("Nigeria", "GPE", "NGA")]),
        ("Nigerien and Nigerian officers", [("Nigerien", "NORP", "NER"), ("Nigerian", "NORP", "NGA")]),
        (
            "the Republic of the Congo and the Democratic Republic of the Congo",
            [("Republic of the Congo", "GPE", "COG"), ("Democratic Republic of the Congo", "GPE", "COD")],
        ),
        ("the ROK, the DPRK", [("ROK", "GPE", "KOR"), ("DPRK", "GPE", "PRK")]),
        ("Northern Ireland and Ireland", [("Northern Ireland", "GPE", ""), ("Ireland", "GPE", "IRL")]),
        ("South Sudan, Sudan", [("South Sudan", "GPE", "SSD"), ("Sudan", "GPE", "SDN")]),
        ("Papua New Guinea", [("Papua New Guinea", "GPE", "PNG")]),
        ("in the Gulf of Guinea", [("Gulf of Guinea", "LOC", "")]),
        ("Côte d’Ivoire and Cote d'Ivoire", [("Côte d’Ivoire", "GPE", "CIV"), ("Cote d'Ivoire", "GPE", "CIV")]),
        ("Seoul and Pyongyang", [("Seoul", "GPE", "KOR"), ("Pyongyang", "GPE", "PRK")]),
        ("the UN Security Council", [("UN Security Council", "ORG", "UNSC")]),
        ("the Kremlin denied it", [("Kremlin", "ORG", "RUS")]),
        ("Türkiye, formerly Turkey", [("Türkiye", "GPE", "TUR"), ("Turkey", "GPE", "TUR")]),
        ("TURKEY AND GREECE", [("TURKEY", "GPE", "TUR"), ("GREECE", "GPE", "GRC")]),
        ("the U.S.-Japan alliance", [("U.S.", "GPE", "USA"), ("Japan", "GPE", "JPN")]),
    ],
)
def test_names_stand_for_the_right_code(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They asked us to help those who fled.",
        "A sum of US$300 million was paid.",
        "FOR THE PEOPLE WHO FLED",
        "roast turkey on fine china",
        "Romania's neighbour",  # not Oman
        "the Jordanesque style",
    ],
)
def test_words_that_only_look_like_a_name_of_something_else(text: str) -> None:
    assert {code for _, _, code in found(text)} <= {"ROU"}


def test_ambiguous_names_are_found_but_have_no_code() -> None:
    assert found("Korea and Congo") == [("Korea", "GPE", ""), ("Congo", "GPE", "")]


def test_a_name_does_not_run_across_paragraphs() -> None:
    assert found("the State of Papua\n\nNew Guinea") == [("Guinea", "GPE", "GIN")]


def test_lookups_by_name_and_code() -> None:
    gazetteer = KNOWLEDGE.get(Gazetteer)
    assert gazetteer.country("the United Kingdom") == "GBR"
    assert gazetteer.country("u.s.") == "USA"
    assert gazetteer.country("Korea") is None
    assert gazetteer.name_of("KOR") == "South Korea"
    assert gazetteer.members("AUKUS") == ("AUS", "GBR", "USA")
    assert gazetteer.members("FRA") == ()


def test_every_member_of_iso_3166_with_a_name_is_known() -> None:
    pycountry = pytest.importorskip("pycountry")
    listed = [c for c in pycountry.countries if KNOWLEDGE.get(Gazetteer).is_country(c.alpha_3)]
    assert len(listed) > 230
    for country in listed:
        name = getattr(country, "common_name", country.name)
        if name != "Congo":
            assert KNOWLEDGE.get(Gazetteer).country(name) == country.alpha_3


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("countries.csv", "QQQ,Ruritania,,Ruritanian,Strelsau", "'QQQ' is no ISO 3166-1 alpha-3 code"),
        ("countries.csv", "FRA,Ruritania,,,", "the code FRA has a line already"),
        ("bodies.csv", "LOR,League of Ruritania,LOR,,XXX", "'XXX' is no code of countries.csv"),
        ("bodies.csv", "LOR,League of Ruritania,ASEAN,,", "'ASEAN' stands for Association of Southeast Asian Nations"),
        ("bodies.csv", "NAM,Non-Allied Movement,,,", "the code NAM is that of a country"),
        ("places.csv", "Strelsau,CITY,", "label is 'CITY'; write one of"),
    ],
)
def test_a_bad_line_is_named_with_file_line_and_mend(tmp_path: Path, file: str, line: str, message: str) -> None:
    text = KNOWLEDGE.path(file).read_text(encoding="utf-8") + line + "\n"
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        Gazetteer(Knowledge(tmp_path))
    assert message in str(error.value)
    assert f"{file}, line {text.count(chr(10))}" in str(error.value)


@given(st.text())
def test_mentions_quote_the_text_and_never_overlap(text: str) -> None:
    mentions = KNOWLEDGE.get(Gazetteer).mentions(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
