"""Who a document speaks for, by its title, issuer and opening."""

import pytest

from pipeline.names.situation import paper_of, read_situation
from pipeline.names.situation.issuers import speaker_codes
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
    assert list(read_situation(paper_of(title, issuer, [opening]), KNOWLEDGE).codes) == parties


@pytest.mark.parametrize(
    ("issuer", "codes"),
    [
        ("Ministry of Foreign Affairs of Japan", ("JPN",)),
        ("The White House", ("USA",)),
        ("A newspaper", ()),
        ("Embassy of Japan in Nepal", ("JPN",)),
        ("Embassy of Japan (Nepal)", ("JPN",)),
        ("Permanent Mission of Japan to the United Nations", ("JPN",)),
        ("U.S. DEPARTMENT OF STATE", ("USA",)),
        ("Xi Jinping", ("CHN",)),
        ("President Berg of Peru", ("PER",)),
        ("Norway and Chile", ("CHL", "NOR")),
        ("Oslo Herald, Nordic edition", ()),
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
        # the government that is named most often
        ("Aid", "Ministry of Finance", "The GOVERNMENT OF THE NORWAY will help Chile.", ["NOR"]),
        ("Aid", "Ministry of Finance", "Norway's tents, Norway's boats, Chile's cod, Peru's cod.", []),
        ("Aid", "Ministry of Finance", "EU's tents", []),
        ("Norway Statement", "Ministry of Trade", "", ["NOR"]),
        ("Norway and Chile Statement", "Ministry of Trade", "", ["CHL", "NOR"]),
        # a body before an encounter
        ("ASEAN Readout of the Meeting with the President of Chile", "Government of Norway", "", ["CHL", "NOR"]),
        ("ASEAN Readout of the Meeting with the President of Chile", "", "The King of Norway met.", ["ASEAN"]),
        ("NATO Visit", "", "The President of the EU met the King of Norway.", ["NATO"]),
        ("Visit of the EU and NATO", "Government of Norway", "", ["EU", "NOR"]),
        ("Visit of NATO and the OECD", "", "", ["NATO", "OECD"]),
        ("The G7 Statement on Chile", "", "", ["G7"]),
        ("On the G7 Statement", "", "", ["G7"]),
        ("G7-Canada Statement", "", "", ["CAN", "G7"]),
        ("Statement between Norway and Chile", "Government of Peru", "", ["PER"]),
        # who stand together at the beginning of a title
        ("Norway, Chile and Peru sign", "Government of Norway", "", ["CHL", "NOR", "PER"]),
        ("Norway, Chile and Peru sign", "Government of Fiji", "", ["FJI"]),
        ("Norway or Chile sign", "Government of Norway", "", ["NOR"]),
        ("Norway signs", "Government of Chile", "", ["CHL"]),
        ("(Norway) and Chile sign", "", "", []),
        ("Nordic Day, Norway and Chile sign", "Government of Norway", "", ["NOR"]),
        # a joint text: those behind "by", those before the topic, then the opening
        ("Joint Statement by Norway and Chile by Peru", "", "", ["CHL", "NOR"]),
        ("Joint Statement by Norway on Whales with Chile", "", "", ["CHL", "NOR"]),
        ("Joint Statement of NATO and G7 Leaders", "", "Italy met Japan.", ["G7", "NATO"]),
        ("Joint Statement of NATO Leaders", "", "Italy, Japan, and Canada met.", ["NATO"]),
        ("Joint Statement of Norway on Peru", "", "Chile met.", ["NOR", "PER"]),
        ("Joint Statement of Norway on Whales", "", "", ["NOR"]),
        ("Joint Statement of Norway", "", "Yesterday Chile met. Peru did not.", ["CHL", "NOR"]),
        ("Joint Statement on Peru and Chile", "", "Norway met Peru.", ["CHL", "PER"]),
        ("Joint Statement on Peru", "", "Norway and Chile met.", ["CHL", "NOR"]),
        ("Joint Statement on Peru", "", "Yesterday Norway met Chile.", ["CHL", "NOR"]),
        ("Joint Statement on Peru", "", "Yesterday Norway met Chile on Peru.", ["CHL", "NOR"]),
        ("Joint Statement on Norway, Chile and Peru", "", "Italy and Japan spoke.", ["ITA", "JPN"]),
        ("Joint Statement on Peru", "", "Norway met; Italy, Japan, and Canada too.", ["CAN", "ITA", "JPN", "NOR"]),
        ("Joint Statement on Cod", "", "They met NATO, Norway and Chile.", ["CHL", "NOR"]),
        ("Joint Statement on Cod", "", "They met the EU, Norway and Chile.", ["CHL", "EU", "NOR"]),
        ("Joint Statement on Cod", "", "They met. Later Norway, Chile and Peru came.", ["CHL", "NOR", "PER"]),
        ("Joint Statement on Cod", "", "They met. Later Norway, Chile and NATO came.", []),
        ("Joint Statement on Cod", "", "They met. Later Norway, Chile and the EU came.", ["CHL", "EU", "NOR"]),
        ("Joint Statement on Cod", "", "They met. Later Norway, Chile (CHL) and Fiji came.", ["CHL", "FJI", "NOR"]),
        ("Joint Statement on Cod", "", "They met. Norway, Chile and Peru; Nordic, Fiji.", ["CHL", "NOR", "PER"]),
        ("Joint Statement on Cod", "", "They met. Fiji. Norway, Chile and Peru. Japan.", ["CHL", "NOR", "PER"]),
        ("Aid", "Ministry of Finance", "The Norwegian Government and Chile's cod.", ["NOR"]),
        ("Joint Statement by Norway on Whales", "", "Chile met on Monday.", ["CHL", "NOR"]),
        # labels before the title are no part of it
        ("Joint Statement: Norway and Chile", "", "", ["CHL", "NOR"]),
        ("Agreement between Norway and Chile", "", "", ["CHL", "NOR"]),
    ],
)
def test_parties_where_the_title_says_less(title: str, issuer: str, opening: str, parties: list[str]) -> None:
    assert list(read_situation(paper_of(title, issuer, [opening]), KNOWLEDGE).codes) == parties
