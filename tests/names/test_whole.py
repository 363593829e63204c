"""Names whole: what a known name is when it stands inside a longer one."""

from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.owners import owner_of
from pipeline.names.whole import WholeNames
from tests.shipped import KNOWLEDGE


def coded(text: str) -> dict[str, str]:
    return {m.text: m.code for m in KNOWLEDGE.get(Gazetteer).mentions(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the European Commission for Lost Nets", {"European Commission for Lost Nets": ""}),
        ("the European Commission against Nets and Hooks", {"European Commission against Nets and Hooks": ""}),
        ("EUROPEAN COMMISSION FOR THE COUNT OF FISH", {"EUROPEAN COMMISSION FOR THE COUNT OF FISH": ""}),
        ("the European Commission for more nets", {"European Commission": "EU"}),
        ("Member of the European Commission for Fisheries", {"European Commission": "EU"}),
        ("the European Commission against Norway", {"European Commission": "EU", "Norway": "NOR"}),
        ("the European Commission for Nets and Norway", {"European Commission for Nets": "", "Norway": "NOR"}),
        ("the European Union for Nets", {"European Union for Nets": ""}),
        ("the African Union of Net Makers", {"African Union of Net Makers": ""}),
        ("the European Union of May 2004", {"European Union": "EU"}),
        ("the European Union of nets", {"European Union": "EU"}),
    ],
)
def test_a_body_with_a_purpose_of_its_own_is_another_one(text: str, found: dict[str, str]) -> None:
    assert coded(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the OPEC Youth Foundation", {"OPEC Youth Foundation": ""}),
        ("the OPEC Youth Foundation's hall", {"OPEC Youth Foundation": ""}),
        ("the SADC Fisheries Commission", {"SADC": "SADC"}),
        ("the SADC Business Council", {"SADC Business Council": ""}),
        ("the SADC Fish", {"SADC": "SADC"}),
    ],
)
def test_an_institution_with_a_bodys_name_is_not_the_body(text: str, found: dict[str, str]) -> None:
    assert coded(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Security Council", {"Security Council": "UNSC"}),
        ("the Security Council of Chile", {"Security Council of Chile": "CHL"}),
        ("the Security Council of SADC", {"Security Council of SADC": "SADC"}),
        ("the Security Council of Elders", {"Security Council of Elders": ""}),
        ("a vote of the Security Council of Chile's choice", {"Security Council": "UNSC", "Chile": "CHL"}),
        ("the Security Council on Chile", {"Security Council": "UNSC", "Chile": "CHL"}),
        ("the Chilean Security Council", {"Chilean Security Council": "CHL"}),
        ("Chile's Security Council seat", {"Chile": "CHL", "Security Council": "UNSC"}),
        ("Chile's Parliament", {"Chile": "CHL", "Parliament": "CHL"}),
        ("the Chilean Red Cross", {"Chilean Red Cross": ""}),
        ("the Commonwealth of Virginia", {"Commonwealth of Virginia": ""}),
        ("the SADC Fish and Security Council", {"SADC Fish and Security Council": "SADC"}),
        ("Chile and Security Council members", {"Chile": "CHL", "Security Council": "UNSC"}),
        ("Open Security Council doors", {"Security Council": "UNSC"}),
    ],
)
def test_an_organ_that_many_have_belongs_to_its_owner(text: str, found: dict[str, str]) -> None:
    assert coded(text) == found


def test_a_bare_name_means_the_longer_one_of_the_text() -> None:
    assert coded("The Commonwealth of Cod met. The Commonwealth closed.")["Commonwealth"] == ""
    assert coded("The Commonwealth closed.")["Commonwealth"] == "COMMONWEALTH"
    assert coded("The Security Council of Chile met. The Security Council closed.")["Security Council"] == "CHL"
    assert (
        coded("The Security Council of Chile, the UN Security Council. The Security Council.")["Security Council"] == ""
    )


def test_a_company_called_after_a_state_is_not_the_state() -> None:
    assert coded("Air Togo and Togo") == {"Air Togo": "", "Togo": "TGO"}
    assert coded("the Air Togo Base") == {"Togo": "TGO"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cuba, Missouri", {"Cuba": "", "Missouri": ""}),
        ("Norway, Cuba, Missouri", {"Norway": "NOR", "Cuba": "CUB", "Missouri": ""}),
        ("Cuba, Missouri and Texas", {"Cuba": "CUB", "Missouri": "", "Texas": ""}),
        ("Ottawa, Ontario", {"Ottawa": "CAN", "Ontario": ""}),
        ("in Macon, Georgia.", {"Georgia": ""}),
        ("in Rome, Georgia.", {"Rome": "", "Georgia": ""}),
        ("in Oslo, Georgia.", {"Oslo": "NOR", "Georgia": "GEO"}),
        ("in Batumi, Georgia.", {"Batumi": "", "Georgia": "GEO"}),
        ("in Tbilisi, Georgia.", {"Tbilisi": "GEO", "Georgia": "GEO"}),
        ("in Macon, Georgia asked", {"Georgia": "GEO"}),
        ("On Monday, Georgia asked", {"Georgia": "GEO"}),
        ("Georgia, USA", {"Georgia": "", "USA": "USA"}),
        ("the U.S. state of Georgia", {"U.S.": "USA", "Georgia": ""}),
        ("Armenia, Georgia and Turkey", {"Armenia": "ARM", "Georgia": "GEO", "Turkey": "TUR"}),
    ],
)
def test_towns_and_provinces_called_like_states_are_none(text: str, found: dict[str, str]) -> None:
    assert coded(text) == found


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Ministry of Fish of Chile", "CHL"),
        ("Chilean Foreign Ministry", "CHL"),
        ("Mission of Chile to the European Union", "CHL"),
        ("SADC Fisheries Commission", "SADC"),
        ("Economic Community of West African States Commission", "ECOWAS"),
        ("Chile-Norway Fish Commission", ""),
        ("Bank of Chile", ""),
        ("University of Chile", ""),
        ("Chilean Football Council", ""),
        ("Fish Ministry", ""),
        ("Air India", ""),
        ("Kremlin", "RUS"),
    ],
)
def test_organs_speak_for_their_owner_and_banks_for_nobody(name: str, owner: str) -> None:
    assert owner_of(name, KNOWLEDGE) == owner


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("body_words.csv", "kind,word,example\ncod,Bank,Cod Bank\n", "kind is 'cod'; write one of"),
        ("body_words.csv", "kind,word,example\nown,Bank,Cod Bay\n", "'Bank' does not stand in its example"),
        ("provinces.csv", "country,provinces\nUSA,Ohio\nCAN,Ohio\n", "'Ohio' has a place already"),
        ("namesakes.csv", "name,towns,elsewhere\nNorway,Oslo,\n", "'Norway' is no province of provinces.csv"),
    ],
)
def test_a_bad_line_is_refused(tmp_path: Path, file: str, text: str, message: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=file) as error:
        WholeNames(Knowledge(tmp_path))
    assert message in str(error.value)


def test_an_organ_behind_the_acronym_of_its_body_is_one_name() -> None:
    assert coded("The UN Economic Commission for Europe met.") == {"UN Economic Commission for Europe": "UNECE"}
    assert coded("The EU and the Economic Commission for Europe met.") == {
        "EU": "EU",
        "Economic Commission for Europe": "UNECE",
    }
