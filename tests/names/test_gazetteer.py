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
    assert gazetteer.kind_of("AUKUS") == "alliance"
    assert gazetteer.kind_of("FRA") is None


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
        ("bodies.csv", ",League of Ruritania,LOR,,state,XXX", "'XXX' is no code of countries.csv"),
        (
            "bodies.csv",
            "LOR,League of Ruritania,ASEAN,,regional,",
            "'ASEAN' stands for Association of Southeast Asian Nations",
        ),
        ("bodies.csv", "NAM,Non-Allied Movement,,,forum,", "the code NAM is that of a country"),
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


FILES = {
    "countries.csv": "code,name,aliases,adjectives,capitals\n"
    "GMB,Gambia,Gam River,Gambian,Banjul\nKOR,South Korea,ROK|turkey bay,,\nCOG,Congo-Brazzaville,,,\nXKX,Kosovo,,,\n"
    "FRA,France,,French,Paris\n",
    "bodies.csv": "code,name,aliases,ambiguous,kind,state\n"
    "LOG,League of Gambia,LOG|WHO,,regional,\nCOD2,Cod Office,,CO,bank,\n"
    ",House of Banjul,,,state,GMB\n,House of Eels,,CO,state,\nLOG,Small League,,,organ,\n",
    "places.csv": "name,label,aliases\nCod Bay,LOC,Bay of Cod\nPort Cod,FAC,\n",
    "groups.csv": "name,aliases\nCodder,Codders\n",
    "documents.csv": "name,aliases\nCod Pact,CP1\n",
    "events.csv": "name,aliases\nCod War,Eel War|EEL WAR\n",
    "leaders.csv": "name,aliases,country\nAnna Berg,Berg,GMB\nEva Lund,,\n",
    "word_acronyms.txt": "WHO\nUS\n",
}


def small(folder: Path, **lines: str) -> Gazetteer:
    """A gazetteer of a handful of names; ``lines`` are added to the files of these names."""
    for name, text in FILES.items():
        (folder / name).write_text(text + lines.get(name.partition(".")[0], ""), encoding="utf-8")
    return Gazetteer(Knowledge(folder))


@pytest.mark.parametrize(
    ("text", "label", "code", "name", "role"),
    [
        ("Gambia", "GPE", "GMB", "Gambia", "country"),
        ("Gam River", "GPE", "GMB", "Gambia", "country"),
        ("Republic of the Gambia", "GPE", "GMB", "Gambia", "country"),
        ("Republic of Korea", "GPE", "KOR", "South Korea", "country"),
        ("Republic of the Congo", "GPE", "COG", "Congo-Brazzaville", "country"),
        ("Kosovo", "GPE", "XKX", "Kosovo", "country"),
        ("Gambian", "NORP", "GMB", "Gambia", "people"),
        ("Banjul", "GPE", "GMB", "Gambia", "capital"),
        ("League of Gambia", "ORG", "LOG", "League of Gambia", "body"),
        ("House of Banjul", "ORG", "GMB", "House of Banjul", "body"),
        ("House of Eels", "ORG", "", "House of Eels", "body"),
        ("Bay of Cod", "LOC", "", "Cod Bay", "place"),
        ("Port Cod", "FAC", "", "Port Cod", "place"),
        ("Codders", "NORP", "", "Codder", "group"),
        ("CP1", "LAW", "", "Cod Pact", "document"),
        ("Eel War", "EVENT", "", "Cod War", "event"),
        ("Berg", "PERSON", "GMB", "Anna Berg", "person"),
        ("Eva Lund", "PERSON", "", "Eva Lund", "person"),
    ],
)
def test_what_every_kind_of_name_stands_for(
    tmp_path: Path, text: str, label: str, code: str, name: str, role: str
) -> None:
    (found,) = small(tmp_path).mentions(f"see {text} now")
    assert (found.text, found.start, found.end) == (text, 4, 4 + len(text))
    assert (found.label, found.code, found.name, found.role) == (label, code, name, role)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GAMBIA", ["GAMBIA"]),
        ("gambia", []),
        ("gAMBIA", []),
        ("Rok", []),
        ("rok", []),
        ("ROK", ["ROK"]),
        ("GAM RIVER", ["GAM RIVER"]),
        ("Gam river", []),
        ("turkey bay", ["turkey bay"]),
        ("Turkey Bay", ["Turkey Bay"]),
        ("League Of Gambia", ["League Of Gambia"]),
        ("League of Cod Bay", ["Cod Bay"]),
        ("League of", []),
        ("League of\n\nGambia", ["Gambia"]),
        ("League of \n Gambia", ["League of \n Gambia"]),
        ("Cod Bay of Cod", ["Cod Bay"]),
        ("ROK$300", []),
        ("ROK $300", []),
        ("ROK\n$300", ["ROK"]),
        ("ROK 300", ["ROK"]),
        ("Gam River$", ["Gam River"]),
        ("THOSE WHO FLED", []),
        ("THE WHO FLED", ["WHO"]),
        ("Those WHO FLED", ["WHO"]),
        ("THOSE WHO fled", ["WHO"]),
        ("THOSE LOG FLED", ["LOG"]),
        ("A WHO FLED", ["WHO"]),
        ("WHO FLED", ["WHO"]),
        ("THOSE WHO", ["WHO"]),
        ("THOSE WHO, FLED", ["WHO"]),
    ],
)
def test_which_spellings_are_names(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [m.text for m in small(tmp_path).mentions(text)] == found


def test_the_exact_spelling_goes_before_one_that_only_fits(tmp_path: Path) -> None:
    gazetteer = small(tmp_path, documents="Eel WAR,\n", places="eel war,LOC,\n")
    assert [m.role for m in gazetteer.mentions("Eel War, eel war, Eel WAR, EEL WAR")] == [
        "event", "place", "document", "event",
    ]  # fmt: skip
    assert [m.role for m in gazetteer.mentions("EEL War")] == ["place"]


def test_countries_are_known_by_name_short_form_and_code(tmp_path: Path) -> None:
    gazetteer = small(tmp_path)
    for name in ("gambia", "the Gambia", "GMB", "GAM  RIVER", "republic of the gambia", "Gambía"):
        assert gazetteer.country(name) == "GMB", name
    for name in ("the", "", "Banjul", "Gambian", "Congo", "Gambia Gambia"):
        assert gazetteer.country(name) is None, name
    assert gazetteer.country("Korea, Republic of") == "KOR"


def test_codes_have_names_and_bodies_have_kinds(tmp_path: Path) -> None:
    gazetteer = small(tmp_path)
    assert [gazetteer.name_of(c) for c in ("GMB", "LOG", "COD2", "", "XXX")] == [
        "Gambia", "League of Gambia", "Cod Office", None, None,
    ]  # fmt: skip
    assert [gazetteer.kind_of(c) for c in ("LOG", "COD2", "GMB", "")] == ["regional", "bank", None, None]
    assert [gazetteer.is_country(c) for c in ("GMB", "XKX", "NOR", "LOG", "")] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The CO met.", []),
        ("The Cod Office met. The CO closed.", ["COD2", "COD2"]),
        ("The House of Eels met. The CO closed.", ["", ""]),
        ("The Cod Office met the House of Eels. The CO closed.", ["COD2", ""]),
    ],
)
def test_a_short_name_of_several_bodies_needs_the_long_one_of_one(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert [m.code for m in small(tmp_path).mentions(text)] == codes


def test_a_lookup_needs_the_whole_name(tmp_path: Path) -> None:
    gazetteer = small(tmp_path)
    found = gazetteer.lookup(" Gambia ")
    assert found is not None
    assert (found.code, found.start) == ("GMB", 1)
    assert [gazetteer.lookup(name) for name in ("Gambia now", "Gambia Gambia", "", "cod")] == [None] * 4


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("bodies", "ABC,Office,,,state,GMB\n", "either a code of its own or a state"),
        ("bodies", "ABC,Office,,,club,\n", "kind is 'club'; write one of"),
        ("bodies", "ABC,Office,,A B,bank,\n", "'A B' is more than one word; write it among the aliases"),
        ("bodies", "ABC,Office,,LOG,bank,\n", "'LOG' stands for League of Gambia already"),
        ("bodies", ",Office,,,state,NOR\n", "'NOR' is no code of countries.csv"),
        ("leaders", "Jo Dahl,,NOR\n", "'NOR' is no code of countries.csv"),
        ("leaders", "Cod Bay,,\n", "'Cod Bay' stands for Cod Bay already"),
        ("groups", "Berg,\n", "'Berg' stands for Berg already"),
    ],
)
def test_lines_that_cannot_be_used(tmp_path: Path, file: str, line: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        small(tmp_path, **{file: line})


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Eel’er", "Eel'er"),
        ("Eel‘er", "Eel'er"),
        ("Eel–er", "Eel-er"),
        ("Eél", "Eel"),
        ("Eel", "Eél"),
        ("Eel_er", "Eel_er"),
    ],
)
def test_accents_apostrophes_and_dashes_do_not_matter(tmp_path: Path, written: str, name: str) -> None:
    (found,) = small(tmp_path, groups=f"{name},\n").mentions(written)
    assert (found.text, found.name) == (written, name)


def test_a_short_name_that_bodies_share_may_carry_an_accent() -> None:
    assert KNOWLEDGE.get(Gazetteer).mentions("ÈCO") == ()
