"""Who publishes and for whom a text speaks, by its parts: small invented documents of a few lines."""

import pytest

from pipeline.names.situation import Part, paper_of, read_situation
from pipeline.names.situation.evidence import Clue, weigh
from tests.shipped import KNOWLEDGE


def parties(*lines: str, title: str = "", issuer: str = "") -> str:
    """Codes of the parties of a text of these lines, parted by spaces."""
    return " ".join(read_situation(paper_of(title, issuer, lines), KNOWLEDGE).codes)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("We, the leaders of Fiji, Malta and Peru, met in Suva.", "FJI MLT PER"),
        ("We, the Heads of State and Government of Fiji and Malta, gathered in Suva, will plant trees.", "FJI MLT"),
        ("Today we, the governments of Fiji and the Republic of Malta, will plant trees.", "FJI MLT"),
        ("The following statement was released by the Governments of Fiji and Malta.", "FJI MLT"),
        ("The text of the following statement was issued by Fiji, Malta, and Peru on the day of trees.", "FJI MLT PER"),
        ("The following is the text of a joint statement by the Foreign Ministers of Fiji and Malta.", "FJI MLT"),
        ("As leaders of Fiji, Malta and Peru, we will plant trees.", "FJI MLT PER"),
        ("The Governments of Fiji and Malta held a third round of talks on trees.", "FJI MLT"),
        ("Representatives of the European Union, Fiji and Malta met in Suva.", "EU FJI MLT"),
        ("We, the Foreign Ministers of the G7, met in Suva.", "G7"),
        ("We, the peoples of the United Nations, love trees.", ""),
    ],
)
def test_a_preamble_lists_those_who_speak(line: str, codes: str) -> None:
    assert parties(line) == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        (
            "President Ana Rojas of Chile met today with Prime Minister Tom Borg of Malta to discuss trees in Peru.",
            "CHL MLT",
        ),
        ("The President of Chile spoke by phone with the Maltese Foreign Minister on trade with Peru.", "CHL MLT"),
        ("Foreign Minister Ana Rojas of Chile met in Lima with her Maltese counterpart.", "CHL MLT"),
        (
            "On 3 May 2026, the Prime Minister of Malta, Tom Borg, received the President of Chile, Ana Rojas.",
            "CHL MLT",
        ),
        ("At the invitation of the President of Chile, Prime Minister Tom Borg of Malta arrived on Monday.", "CHL MLT"),
        ("President Ana Rojas of Chile paid a state visit to Malta from 3 to 5 May 2026.", "CHL MLT"),
        ("Chile and Malta signed an agreement on trees.", "CHL MLT"),
        ("Yesterday Chile met Malta.", "CHL MLT"),
        ("The President of Chile announced a plan for trees in Peru.", "CHL"),
        ("The President of Chile met families of sailors held by Malta.", "CHL"),
        ("Trees grow in Chile and Malta.", ""),
    ],
)
def test_the_first_clause_tells_who_met_whom(line: str, codes: str) -> None:
    assert parties(line) == codes


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("Joint communiqué", "Meeting of the Ministers of ASEAN held in Suva", "We will plant trees."), "ASEAN"),
        (
            ("TWELFTH PACIFIC ISLANDS FORUM", "Suva, Fiji, 3 May 2026", "FORUM COMMUNIQUÉ", "We will plant trees."),
            "PIF",
        ),
        (("EU-Chile Cooperation Council, 3 May 2026", "Both sides will plant trees."), "CHL EU"),
        (("Outcome of the 4th Malta-MERCOSUR Round of Experts", "Both sides will plant trees."), "MERCOSUR MLT"),
        (("Communiqué of the 9th meeting of the Peace and Security Council of the African Union", "It met."), "AU"),
        (("Statement of the Ministry of Trees of Malta in connection with the fire in Peru", "We will help."), "MLT"),
        (("Malta's Foreign Minister attends the Pacific Islands Forum", "We will plant trees there."), ""),
        (("Trees of Peru", "We will plant trees."), ""),
        (("President of Malta: Trees need water", "Trees grow slowly."), "MLT"),
    ],
)
def test_headings_name_the_body_the_sides_or_the_author(lines: tuple[str, ...], codes: str) -> None:
    assert parties(*lines) == codes


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (
            ("Press Conference by Minister BERG Anna", "3 May 2026, Ministry of Trees of Malta", "I will plant trees."),
            "MLT",
        ),
        (("Oslo, 2 May 2026 – Ministry of Trees of Norway", "We will plant trees, the minister said."), "NOR"),
        (("We will plant trees.", "MINISTRY OF TREES", "MALTA", "3 MAY 2026"), "MLT"),
        (("Ana Rojas, President of Chile", "We will plant trees."), "CHL"),
        (("We will plant trees.", "More: press@trees.gov.au or call us."), "AUS"),
        (("We will plant trees there, and will water them.", "Valletta, 3 May 2026"), "MLT"),
        (("We stand with the Government of Malta.",), ""),
    ],
)
def test_letterheads_signatures_and_addresses_tell_who_publishes(lines: tuple[str, ...], codes: str) -> None:
    assert parties(*lines) == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("I speak on behalf of the Government and people of Malta. We will plant trees.", "MLT"),
        ("As Prime Minister of Malta I bring you greetings.", "MLT"),
        ("My country, Malta, has planted trees.", "MLT"),
        ("The Maltese Government will plant trees. Malta believes in trees.", "MLT"),
        ("I congratulate you on your election as President of the General Assembly.", ""),
        ("Malta, Chile and Peru have trees.", ""),
        ("Trees need water. This was stated by the Prime Minister of Malta, Tom Borg.", "MLT"),
        ("This was stated by the Prime Minister of Malta. The Chilean Government will help. Chile welcomes it.", ""),
    ],
)
def test_a_text_speaks_in_the_voice_of_its_state(line: str, codes: str) -> None:
    assert parties(line) == codes


def test_signatures_of_two_governments_are_the_parties() -> None:
    lines = ("The Parties shall plant trees.", "Done at Suva on 3 May 2026.", "For the Government of Fiji", "For Malta")
    assert parties("Agreement on Trees", *lines) == "FJI MLT"
    assert parties("Agreement on Trees", "For Malta it is a day of joy.", "For Fiji it is a day of joy.") == ""


def test_officers_of_a_transcript_speak_and_those_who_ask_do_not() -> None:
    lines = (
        "FOREIGN MINISTER BORG (Malta): We will plant trees.",
        "QUESTION (Peru): Where?",
        "PRESIDENT ROJAS (Chile): In Suva.",
    )
    assert parties("Remarks to the press", *lines) == "CHL MLT"


def test_what_is_given_is_taken_as_it_is() -> None:
    given = read_situation(paper_of("", "Ministry of Trees of Malta", ["Peru met Chile."], ("FJI",)), KNOWLEDGE)
    assert given.codes == ("FJI",)
    assert given.issuer == ("MLT",)
    assert given.parties[0].explanation == "FJI (1.00) by given: metadata"


def test_each_party_has_its_reason_and_a_weak_one_is_doubtful() -> None:
    sure = read_situation(paper_of("", "", ["We, the leaders of Fiji and Malta, met in Suva."]), KNOWLEDGE).parties
    weak = read_situation(paper_of("", "", ["The President of Chile announced a plan for trees."]), KNOWLEDGE).parties
    assert sure[0].reason == "preamble: We, the leaders of Fiji and Malta, met in Suva."
    assert [party.is_doubtful for party in (*sure, *weak)] == [False, False, True]


def test_clues_of_one_party_are_weighed_as_independent_witnesses() -> None:
    weak, strong = (Clue(("MLT",), Part.TEXT, "ours", 0.5), Clue(("MLT", "PER"), Part.TITLE, "theirs", 0.8))
    malta, peru = weigh([weak, strong])
    assert (malta.trust, malta.reason, peru.trust) == (0.9, "title: theirs", 0.8)
