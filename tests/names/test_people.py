"""People in plain text: what opens a name, where it ends, and for which state they speak."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer, Mention
from pipeline.names.people import find_again, find_people, read_titles
from tests.shipped import KNOWLEDGE


def people(text: str) -> list[tuple[str, str, str]]:
    """Name, title and state of everybody in the text."""
    mentions = KNOWLEDGE.get(Gazetteer).mentions(text)
    return [(text[p.start : p.end], p.title, p.country) for p in find_people(text, mentions, KNOWLEDGE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prime Minister Anna Berg spoke.", [("Anna Berg", "Prime Minister", "")]),
        ("President Juan P. Ortez, Jr. spoke.", [("Juan P. Ortez, Jr.", "President", "")]),
        ("Minister Julie Bishop spoke.", [("Julie Bishop", "Minister", "")]),
        ("Minister for Foreign Affairs Anna Berg spoke.", [("Anna Berg", "Minister", "")]),
        ("Minister of Trade and Industry Berg left.", [("Berg", "Minister", "")]),
        ("the Minister, Anna Berg, spoke", [("Anna Berg", "Minister", "")]),
        ("Anna Berg, Minister of Trade of Norway, spoke.", [("Anna Berg", "Minister", "NOR")]),
        ("Foreign Minister Anna van der Berg of the Netherlands.", [("Anna van der Berg", "Foreign Minister", "NLD")]),
        ("President William “Bill” Berg spoke.", [("William “Bill” Berg", "President", "")]),
        ("Dr. Berg spoke.", [("Berg", "Dr.", "")]),
        ("H.E. President Berg of Peru", [("Berg", "President", "PER")]),
        ("Maria Lopez of Chile spoke.", [("Maria Lopez", "", "CHL")]),
        ("President Berg's visit", [("Berg", "President", "")]),
        ("Ambassador to Chile Anna Berg", [("Anna Berg", "Ambassador", "")]),
        ("Norway's Ambassador to Chile Anna Berg", [("Anna Berg", "Ambassador", "NOR")]),
        ("President of the Republic of Peru, Anna Berg, spoke.", [("Anna Berg", "President", "PER")]),
        ("Norway's Trade and Industry Minister Anna Berg", [("Anna Berg", "Minister", "NOR")]),
        ("Anna Berg, Special Minister of Norway, spoke.", [("Anna Berg", "Minister", "NOR")]),
        ("Minister ABCD spoke.", [("ABCD", "Minister", "")]),
        ("Minister Anna Berg Lund Dahl Moe Ness Vik.", [("Anna Berg Lund Dahl Moe Ness", "Minister", "")]),
        ("The Minister Anna Berg\n\nTrade grew.", [("Anna Berg", "Minister", "")]),
    ],
)
def test_titles_and_given_names_betray_a_person(text: str, found: list[tuple[str, str, str]]) -> None:
    assert people(text) == found


def test_a_plural_title_opens_several_names() -> None:
    assert [name for name, _, _ in people("Ministers Anna Berg, Eva Lund and Jo Dahl met.")] == [
        "Anna Berg",
        "Eva Lund",
        "Jo Dahl",
    ]
    assert [name for name, _, _ in people("Minister Berg and Lund met.")] == ["Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the Minister, Anna spoke",
        "Ministry of Trade, Minister of Health",
        "Prime Minister's Office",
        "Maria of Chile spoke.",
        "MARIA LOPEZ spoke.",
        "President Oslo Treaty",
        "President of Peru and of Chile",
        "Minister AB spoke.",
        "Minister B. spoke.",
        "Defense Minister Non-Proliferation",
        "President berg spoke.",
    ],
)
def test_a_title_without_a_name_is_nobody(text: str) -> None:
    assert people(text) == []


def test_names_come_back_without_their_titles() -> None:
    text = "President Anna Berg met Minister May. Berg spoke; we may say that May left with Anna Berg. Bergen is far."
    found = find_people(text, KNOWLEDGE.get(Gazetteer).mentions(text), KNOWLEDGE)
    known = {"Berg": found[0], "Anna Berg": found[0], "May": found[1]}
    again = list(find_again(text, known, frozenset({"may"})))
    assert [text[p.start : p.end] for p in again] == ["Anna Berg", "Berg", "Anna Berg"]
    assert {(p.title, p.kind) for p in again} == {("", "state")}


def who(text: str) -> list[tuple[str, str]]:
    """Name and title of everybody in the text."""
    return [(name, title) for name, title, _ in people(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ministers Anna Berg of Norway met.", [("Anna Berg", "Minister", "NOR")]),
        (
            "Ministers Ossy Lund, and Anna Berg of Peru met.",
            [("Ossy Lund", "Minister", ""), ("Anna Berg", "Minister", "PER")],
        ),
        ("Ministers Berg, Lund; Dahl", [("Berg", "Minister", ""), ("Lund", "Minister", "")]),
        ("Ministers Berg and then left", [("Berg", "Minister", "")]),
        ("Ministers Berg and", [("Berg", "Minister", "")]),
        ("Presidents Berg or Lund", [("Berg", "President", "")]),
        ("Secretaries Berg and Lund", [("Berg", "Secretary", ""), ("Lund", "Secretary", "")]),
        ("Minister Berg or Ministers Lund and Moe", [(name, "Minister", "") for name in ("Berg", "Lund", "Moe")]),
    ],
)
def test_who_stands_behind_a_plural_title(text: str, found: list[tuple[str, str, str]]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Minister, Ossy Lund, spoke", [("Ossy Lund", "Minister")]),
        ("the Minister, Ossy Lund to go", [("Ossy Lund", "Minister")]),
        ("(the Minister, Ossy Lund)", [("Ossy Lund", "Minister")]),
        ("the Minister, Ossy Lund", [("Ossy Lund", "Minister")]),
        ("the Minister, Ossy Lund went", []),
        ("the Minister, Lund, went", []),
        ("Dr. Minister Berg", [("Berg", "Minister")]),
        ("President Dr. Berg", [("Berg", "President")]),
        ("Minister King Berg", [("Berg", "Minister")]),
        ("Vice President Berg", [("Berg", "Vice President")]),
        ("Minister of the Treasury Berg", [("Berg", "Minister")]),
        ("Minister on Trade Berg", [("Berg", "Minister")]),
        ("Minister Trade Berg", [("Berg", "Minister")]),
        ("Minister trade Berg", []),
        ("Minister of Berg", []),
        ("Minister the Berg", []),
        ("Minister for the and Trade Berg", []),
    ],
)
def test_between_title_and_name_stand_titles_portfolios_and_a_comma(text: str, found: list[tuple[str, str]]) -> None:
    assert who(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("with Ossy Lund, Minister", [("Ossy Lund", "Minister")]),
        ("Ossy Lund, Special Envoy and Minister", [("Ossy Lund", "Special Envoy")]),
        ("Ossy Lund, the Norwegian Minister", [("Ossy Lund", "Minister")]),
        ("Ossy Lund Dahl Moe, Minister", [("Ossy Lund Dahl Moe", "Minister")]),
        ("Ossy Lund Dahl Moe Vik, Minister", []),
        ("Ossy Lund, Acting Great Big Old Cold Minister", [("Ossy Lund", "Minister")]),
        ("Ossy Lund, Acting Great Big Old Cold Far Minister", []),
        ("Ossy Lund; Minister", []),
        ("Ossy Lund Minister", []),
        ("Ossy Lund, new Minister", []),
        ("Ossy Lund, , Minister", []),
        ("Ossy Lund, Ministers", []),
        ("Ossy Lund, Mr. Dahl", [("Dahl", "Mr.")]),
        ("Lund, Minister", []),
        ("Ossy, Lund, Minister", []),
        ("Ossy\n\nLund Dahl, Minister", [("Lund Dahl", "Minister")]),
        ("1 Ossy Lund, Minister", [("Ossy Lund", "Minister")]),
        ("Ossy Lund,", []),
    ],
)
def test_a_title_behind_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert who(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria Lopez", "Maria Lopez"),
        ("Maria-Luz Lopez", "Maria-Luz Lopez"),
        ("Maria LOPEZ", ""),
        ("Maria", ""),
        ("Xaria Lopez", ""),
        ("President William “Bill Berg", "William"),
        ("President “Bill” Berg", ""),
        ("President Berg Jr. Lund", "Berg Jr."),
        ("President Berg Jr.", "Berg Jr."),
        ("President Berg, Jr.", "Berg, Jr."),
        ("President Berg, III, spoke", "Berg, III"),
        ("President Berg, Lund", "Berg"),
        ("President Berg,", "Berg"),
        ("President Jr. Berg", "Jr. Berg"),
        ("President William “Bill” spoke", "William “Bill”"),
        ("President van Berg", "van Berg"),
        ("President Berg van", "Berg"),
        ("President Berg van der", "Berg"),
        ("President van", ""),
        ("President al-Berg", "al-Berg"),
        ("President xl-Berg", ""),
        ("President ABC", ""),
        ("President ABCD", "ABCD"),
        ("President Abc", "Abc"),
        ("President AB Berg", "AB Berg"),
        ("President Berg Treaty", ""),
        ("President Treaty Berg", ""),
        ("President Berg Lake", "Berg Lake"),
        ("President Lake", ""),
        ("President Berg Affairs", "Berg"),
        ("President Berg After", "Berg"),
        ("President Berg Norway", "Berg Norway"),
        ("President Berg South Korea", "Berg"),
        ("President Norway Berg", "Norway Berg"),
        ("President NORWAY Berg", ""),
        ("President South Korea Berg", ""),
        ("President Norway Treaty", ""),
        ("President Norway", ""),
        ("Mr. Norway said", "Norway"),
        ("Prime Minister and Speaker", ""),
        ("President Xi Jinping", "Xi Jinping"),
        ("President Berg’s Lund", "Berg"),
        ("President Berg\n\nLund", "Berg"),
        ("President\n\nBerg", "Berg"),
        ("President B. Lund", "B. Lund"),
        ("Minister Julie Bishop\n\nBerg", "Julie Bishop"),
        ("Minister Julie Bishop", "Julie Bishop"),
        ("Minister Julie Bishop spoke", "Julie Bishop"),
        ("Minister Bishop", ""),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert [found for found, _ in who(text)] == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Minister of Japan Berg", "JPN"),
        ("Japanese Minister of Trade of Peru Berg", "PER"),
        ("Minister of Japan and Peru Berg", "JPN"),
        ("Secretary-General of NATO Berg", "NATO"),
        ("Ambassador to Japan of Peru Berg", "PER"),
        ("Ambassador to Japan Berg", ""),
        ("Minister of Trade to Japan Berg", ""),
        ("Minister for Foreign Affairs of South Korea Berg", "KOR"),
        ("Japanese Foreign and Defence Minister Berg", "JPN"),
        ("Japanese Cod and Defence Minister Berg", ""),
        ("Japan's Minister Berg", "JPN"),
        ("Japan’s new Minister Berg", ""),
        ("Japan and Minister Berg", ""),
        ("Japan, Minister Berg", ""),
        ("Japan One Two Three Four Five Minister Berg", "JPN"),
        ("Japan One Two Three Four Five Six Minister Berg", ""),
        ("Japan     One Minister Berg", "JPN"),
        ("Japan One     Minister Berg", ""),
        ("NATO Secretary General Berg", "NATO"),
        ("Nordic Minister Berg", ""),
        ("Korean Minister Berg", ""),
        ("President Berg of Peru", "PER"),
        ("President Berg of the Republic of Peru", "PER"),
        ("President Berg, the President of Peru", "PER"),
        ("President Berg from Peru", ""),
        ("President Berg of Peruvian", ""),
        ("President Berg of the of the of the of Peru", "PER"),
        ("President Berg of the of the of the of the Peru", ""),
        ("Anna Berg, Minister of Trade of Norway,", "NOR"),
        ("Anna Berg, Norwegian Minister of Trade of Peru,", "NOR"),
    ],
)
def test_the_state_is_read_off_the_words_around(text: str, country: str) -> None:
    assert [found for _, _, found in people(text)] == [country]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [("Dr. Berg", "Berg", "honorific"), ("President Berg", "Berg", "state"), ("Special Envoy Berg", "Berg", "officer"),
     ("Maria Lopez", "Maria Lopez", "honorific"), ("Dr. President Berg", "Berg", "state")],
)  # fmt: skip
def test_titles_have_kinds(text: str, name: str, kind: str) -> None:
    (person,) = find_people(text, KNOWLEDGE.get(Gazetteer).mentions(text), KNOWLEDGE)
    assert (text[person.start : person.end], person.kind) == (name, kind)


def test_a_title_that_has_a_line_already_is_named(tmp_path: Path) -> None:
    text = KNOWLEDGE.path("titles.csv").read_text(encoding="utf-8") + "King,state\n"
    (tmp_path / "titles.csv").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'King' has a line already"):
        read_titles(Knowledge(tmp_path))


@pytest.mark.parametrize("suffix", ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
def test_a_suffix_ends_a_name(suffix: str) -> None:
    assert who(f"President Berg {suffix} Lund spoke.") == [(f"Berg {suffix}", "President")]
    assert who(f"President Berg, {suffix}, spoke.") == [(f"Berg, {suffix}", "President")]


def test_a_title_behind_a_first_name_opens_a_name_of_its_own_where_one_follows() -> None:
    assert who("Minister Julie Bishop Berg") == [("Julie", "Minister"), ("Berg", "Bishop")]


def test_a_known_name_that_begins_like_a_title_is_no_title() -> None:
    text = "President Cod Berg"
    place = Mention(0, 13, "President Cod", "LOC", "", "President Cod", "place")
    assert find_people(text, (place,), KNOWLEDGE) == ()
    assert len(find_people(text, (replace(place, role="person"),), KNOWLEDGE)) == 1


def test_a_title_for_a_body_speaks_for_it() -> None:
    assert people("the Secretary General of the Pacific Islands Forum Berg")[0][2] == "PIF"


def test_a_surname_written_small_counts_in_company_only() -> None:
    text = "President Anna May spoke. May left; Anna May stayed."
    (person,) = find_people(text, (), KNOWLEDGE)
    names = {"May": person, "Anna May": person}
    assert [text[p.start : p.end] for p in find_again(text, names, frozenset())] == ["Anna May", "May", "Anna May"]
    assert [text[p.start : p.end] for p in find_again(text, names, frozenset({"may"}))] == ["Anna May", "Anna May"]
