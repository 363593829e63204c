"""Which line above a text is its title, and who issued it."""

import time

import pytest

from tests.ingest.description.described import PROSE, described

TALKS = "Outcome of the 3rd Norway-Chile Talks on Ports"


@pytest.mark.parametrize(
    "above",
    [
        *("Press Releases\n\n", "Statements\n", "NEWS\n\n", "M E D I A R E L E A S E\n\n", "FOR THE PRESS\n\n"),
        *("MOST IMMEDIATE\n\nSECRET\n\n", "C/31/103\n\n", "PIFS(31)10\n\n", "9471/1/31 REV 1 (Presse 103)\n\n"),
        *("메뉴 바로가기\n검색창 열기\nKOR\n\nPress Releases\n\n", "Check against delivery\n\n", "14-15.V.2031\n\n"),
        *("Bergen, 3 May 2031\n\n", "Koror, Republic of Palau\n\n", "From the Office of Public Affairs\n\n"),
        *("The Hon. Anna Berg MP Minister for Ports\n\n", "Anna Berg, Secretary of State\n\n", "CHRIS BERG MP\n\n"),
        *("Ministry of Ports of Norway\n\n", "NORTHERN COUNCIL\n\n", "English text published by the Port Press\n\n"),
        *("Documents of the Ministry of Ports of Norway\n\n", "Publications of the Port Council\n\n"),
        *("Minister’s Office: 02 6277 7500\n\n", "MINISTER FOR FOREIGN AFFAIRS\n\n", "Transcript\n\n", "TG-718\n\n"),
    ],
)
def test_the_title_is_the_line_that_says_what_the_text_is(above: str) -> None:
    assert described(f"{above}{TALKS}\n\n{PROSE}").title == TALKS


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PORT FORUM\n\nLima, 3 May 2031\n\nFORUM COMMUNIQUÉ\n\n", "PORT FORUM: FORUM COMMUNIQUÉ"),
        ("Joint communiqué\n\nMeeting of the Port Ministers\n\n", "Joint communiqué: Meeting of the Port Ministers"),
        (
            "Joint Statement by Norway and Chile on\n\nLamps and Ports\n\n",
            "Joint Statement by Norway and Chile on Lamps and Ports",
        ),
        (
            "Norway Sends Help to the Families\n\nDisplaced by the Floods of May\n\n",
            "Norway Sends Help to the Families Displaced by the Floods of May",
        ),
        (
            "Joint Press Conference by Ministers Berg and Rojas\n\nOn Lamps and Ports\n\n",
            "Joint Press Conference by Ministers Berg and Rojas",
        ),
        ("Norway-Chile Port Council, 20 June 2031\n\n", "Norway-Chile Port Council, 20 June 2031"),
        ("Two keepers have met the minister in Bergen\n\n", "Two keepers have met the minister in Bergen"),
        ("Cabinet approves two ports, Bergen, 3 May 2031.\n\n", "Cabinet approves two ports, Bergen, 3 May 2031."),
        ("Minister Berg ends her visit to Chile\n\n", "Minister Berg ends her visit to Chile"),
    ],
)
def test_titles_of_two_lines_and_headlines_with_verbs(text: str, title: str) -> None:
    document = described(text + PROSE)
    assert document.title == title
    assert [block.kind for block in document.blocks][-1] == "paragraph"
    assert sum(block.kind == "paragraph" for block in document.blocks) == 1


@pytest.mark.parametrize(
    "head",
    [
        "MEDIA RELEASE MINISTER FOR FOREIGN AFFAIRS IDA LUND",
        "PARLIAMENTARY SECRETARY TO THE MINISTER FOR PORTS THE HON IDA LUND MP",
        "MINISTER FOR PORTS IDA LUND, MP",
        "MINISTER FOR PORTS Senator the Hon. Ida Lund 17 May 2031",
        "FROM THE OFFICE OF PUBLIC AFFAIRS js-1940",
        "TRANSCRIPT OF THE PRIME MINISTER",
        "HIS EXCELLENCY MR OLAV BERG, PRIME MINISTER OF NORWAY:",
        "1.1 16I / 11111:1 y zr,c",
        "L4MP0ST1VAL2A",
        "Hosted by the Prime Minister of Norway",
    ],
)
def test_letterheads_speakers_and_stamps_are_no_titles(head: str) -> None:
    assert described(f"{head}\n\nNORWAY TO REPAIR THE OLD PIER\n\n{PROSE}").title == "NORWAY TO REPAIR THE OLD PIER"


def test_the_office_before_what_a_text_is_belongs_to_no_title() -> None:
    head = "PORT COMMUNICATIONS OFFICE LAMP NEWS DESK REMARKS OF PRESIDENT IDA LUND AT THE PIER [Bergen | 3 May 2031] "
    assert described(head + PROSE * 3).title == "REMARKS OF PRESIDENT IDA LUND AT THE PIER"


@pytest.mark.parametrize("text", [PROSE, f"Excellencies,\n\n{PROSE}", f"QUESTION: Did you meet?\n\n{PROSE}"])
def test_a_text_without_a_title_has_the_name_of_its_file(text: str) -> None:
    assert described(text, name="talks-in-lima").title == "Talks in Lima"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Statement of the Ministry of Ports of the Kingdom of Norway\n\n",
            "Ministry of Ports of the Kingdom of Norway",
        ),
        ("Statement by the Ministry of Ports on lamps\n\n", "Ministry of Ports"),
        ("COUNCIL OF THE EUROPEAN UNION\n\nC/31/103\n\n28th Council Meeting\n\n", "Council of the European Union"),
        ("Lamps\n\nCouncil of the\nEuropean Union\n\n", "Council of the European Union"),
        ("Talks\n\nBergen, 6 May 2031 – Ministry of Ports of Norway\n\n", "Ministry of Ports of Norway"),
        ("Talks\n\nFriday, 6 May 2031, Ministry of Ports of Norway\n\n", "Ministry of Ports of Norway"),
        ("Foreign Ministry on Social Media\n\nTalks\n\n", ""),
        ("Joint Statement by the Ministry of Ports of Norway and the Ministry of Ports of Chile\n\n", ""),
        ("Ministry of Ports opens two lamps\n\n", ""),
        ("Office of the Spokesperson\n\nTalks on Lamps\n\n", ""),
        (
            "Office of the Spokesperson, Ministry of Ports of Norway\n\n",
            "Office of the Spokesperson, Ministry of Ports of Norway",
        ),
        ("Ministry of Ports of Norway\n\nOffice of the Spokesperson\n\n", "Ministry of Ports of Norway"),
        ("Department of Ports Media Liaison: 02 6277\n\nTalks on Lamps\n\n", ""),
        ("Ida Lund, Minister for Ports\n\nBergen, Norway\n\nMinistry of Lamps, Bergen\n\n", ""),
    ],
)
def test_the_issuer_is_the_name_of_an_office(text: str, issuer: str) -> None:
    assert described(text + PROSE).issuer == issuer


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            f"Ports Office News Desk SPEECH OF MINISTER ANNA BERG DURING THE PORT FORUM [Bergen | 3 May 2031] {PROSE}",
            "SPEECH OF MINISTER ANNA BERG DURING THE PORT FORUM",
        ),
        (
            f"Remarks by Anna Berg, Minister for Ports, at the opening of the lamp in Bergen.\n\n{PROSE}",
            "Remarks by Anna Berg, Minister for Ports, at the opening of the lamp in Bergen.",
        ),
    ],
)
def test_heads_that_run_on_and_heads_with_a_full_stop(text: str, title: str) -> None:
    assert described(text).title == title


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "A/1 ", "Ab ", "a, ", "Minister ", "MP, ", "of the ", "SECRET ", "No. ", "[", "A B-", "é. "]
)
@pytest.mark.parametrize("length", [280, 4_000])
def test_long_runs_of_what_begins_like_a_head_take_little_time(unit: str, length: int) -> None:
    line = unit * (length // len(unit))
    begun = time.perf_counter()
    described(f"{line}\n\n{line}x\n\n{PROSE}")
    assert time.perf_counter() - begun < 5
