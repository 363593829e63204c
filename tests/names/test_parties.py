"""Who a document speaks for, by its title, issuer and opening."""

import pytest

from pipeline.names.parties import infer_parties, speaker_codes
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("title", "issuer", "opening", "parties"),
    [
        ("Joint Statement by Norway and Chile", "", "", ["CHL", "NOR"]),
        ("Norway-Chile Joint Communiqué on Fisheries in Antarctica", "", "", ["CHL", "NOR"]),
        ("Readout of the Call with President Boric of Chile", "The White House", "", ["CHL", "USA"]),
        ("Statement on the Situation in Haiti", "Ministry of Foreign Affairs of Norway", "", ["NOR"]),
        ("G7 Foreign Ministers' Statement on Fisheries", "", "", ["G7"]),
        ("ASEAN-Canada Leaders' Statement on Trade", "", "", ["ASEAN", "CAN"]),
        ("Joint Leaders' Statement on AUKUS", "", "", ["AUS", "GBR", "USA"]),
        ("EU-Norway Summit Joint Statement", "", "", ["EU", "NOR"]),
        ("Statement in the General Debate of the United Nations", "Republic of Chile", "", ["CHL"]),
        ("Norway signs a Treaty with Chile", "Government of Norway", "", ["NOR"]),
        ("Norway and Chile Launch a Fund", "Government of Norway", "", ["CHL", "NOR"]),
        ("Joint Statement on Whales", "", "The Governments of Iceland, Japan, and Norway met.", ["ISL", "JPN", "NOR"]),
        (
            "Joint Statement on Haiti",
            "",
            "We, the leaders of Norway, Chile (CHL), and Peru, met.",
            ["CHL", "NOR", "PER"],
        ),
        ("Joint Statement on Aid to Haiti by Norway and Chile", "", "", ["CHL", "NOR"]),
        (
            "Joint Statement of NATO and G7 Leaders",
            "",
            "The leaders of Italy, Japan, and Canada met.",
            ["CAN", "ITA", "JPN"],
        ),
        ("Whale Watch Initiative Joint Statement", "", "The Whale Watch Initiative (WWI) met in Oslo.", ["WWI"]),
        ("Aid for Fiji", "Minister for Foreign Affairs", "The Norwegian Government will send tents.", ["NOR"]),
        ("Press release", "", "", []),
    ],
)
def test_parties_are_read_off_title_issuer_and_opening(
    title: str, issuer: str, opening: str, parties: list[str]
) -> None:
    assert list(infer_parties(title, opening, issuer, KNOWLEDGE)) == parties


@pytest.mark.parametrize(
    ("issuer", "codes"),
    [
        ("Ministry of Foreign Affairs of Japan", ("JPN",)),
        ("The White House", ("USA",)),
        ("A newspaper", ()),
        ("Embassy of Japan in Nepal", ("JPN",)),
    ],
)
def test_issuers_speak_for_their_state(issuer: str, codes: tuple[str, ...]) -> None:
    assert speaker_codes(issuer, KNOWLEDGE) == codes


@pytest.mark.parametrize(
    ("title", "issuer", "opening", "parties"),
    [
        # a state of its own government, where the issuer names none
        ("Aid for Fiji", "Ministry of Finance", "The Government of Norway and Norway's army will help Chile.", ["NOR"]),
        ("Aid for Fiji", "Ministry of Finance", "Norway's and Chile's tents.", []),
        ("Aid for Fiji", "A newspaper", "The Norwegian Government will send tents.", []),
        # a visit joins host and guest; a body is left out where states are named
        ("Visit of the Prime Minister of Chile", "Government of Norway", "", ["CHL", "NOR"]),
        ("Meeting with Chile", "", "The President of Norway met the guest. Peru was not there.", ["CHL", "NOR"]),
        # a list of states in the opening counts from three on
        ("Joint Statement on Whales", "", "Japan, Norway, Iceland and Chile met.", ["CHL", "ISL", "JPN", "NOR"]),
        ("Joint Statement on Whales", "Government of Peru", "Norway and Chile met.", ["CHL", "NOR", "PER"]),
        # labels before the title are no part of it
        ("Joint Statement: Norway and Chile", "", "", ["CHL", "NOR"]),
        ("Agreement between Norway and Chile", "", "", ["CHL", "NOR"]),
    ],
)
def test_parties_where_the_title_says_less(title: str, issuer: str, opening: str, parties: list[str]) -> None:
    assert list(infer_parties(title, opening, issuer, KNOWLEDGE)) == parties
