"""Pages and papers on which readers have failed, where a folder of them lies beside the repository: what is right."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import html

from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.stage import examine
from pipeline.records import Document
from tests.shipped import KNOWLEDGE

FOLDERS = [folder / "shared" / "faults" / "files" for folder in Path(__file__).parents]
FILES = next((folder for folder in FOLDERS if folder.is_dir()), None)
pytestmark = pytest.mark.skipif(FILES is None, reason="no folder of faulty pages beside the repository")

EU = "Council of the European Union"
MFA = "Ministry of Foreign Affairs of the Kingdom of Norway"
MFA_NORWAY = "Ministry of Foreign Affairs of Norway"
OUTCOME = "Outcome of the 3rd Chile-V4 Meeting of Deputy Foreign Ministers"
BY_MFA = f"Statement of the {MFA}"

TOLD = {
    "in/asean.txt": ("Final communiqué: Ministerial meeting of the Association of Southeast Asian Nations", "", ""),
    "in/au.txt": ("COMMUNIQUÉ OF THE 90TH MEETING OF THE MEDIATION AND SECURITY COUNCIL", "2031-05-04", ""),
    "in/board.txt": (f"{OUTCOME} for Ports", "2031-06-14", ""),
    "in/dateline.txt": ("Gulf states keen on lighthouses", "2031-05-06", ""),
    "in/headers.txt": ("Lighthouse Strategy", "2031-06-22", EU),
    "in/ministry.html": (f"{BY_MFA} in connection with the situation in Peru", "2031-05-06", MFA),
    "in/page.html": ("Lighthouse law: Assembly calls for more lamps", "2031-05-14", ""),
    "in/treaty.txt": ("AGREEMENT ON THE PROTECTION OF LIGHTHOUSES", "2031-05-08", ""),
    "in/word.docx": ("Meeting of the Council on Lighthouses", "2031-05-14", ""),
    "in/wrapped.txt": ("Conclusions on the Lighthouse Strategy", "2031-06-22", ""),
    "in2/board2.txt": (f"{OUTCOME} for Ports", "2031-06-14", ""),
    "in2/ministry2.html": ("Statement by the Foreign Ministry on the protection of", "2031-05-06", ""),
    "in2/nato.txt": ("Final communiqué: Meeting of the North Atlantic Council", "2031-12-03", ""),
    "in2/pifs.txt": ("FORTY-FIFTH PACIFIC ISLANDS FORUM: FORUM COMMUNIQUÉ", "2031-07-31", ""),
    "in2/presidency.txt": ("Final Communiqué of the 12th Session of the Gulf Cooperation", "2031-12-10", ""),
    "in2/stems.txt": ("Programme of the Government of Norway", "2031-05-03", ""),
    "in2/treaty2.txt": ("AGREEMENT ON THE PROTECTION OF LIGHTHOUSES", "2031-05-08", ""),
    "in2/word2.docx": ("28th Council meeting", "2031-05-15", EU),
    "in2/wrapped2.txt": ("Conclusions on the Lighthouse Strategy", "2031-06-22", ""),
    "in3/stems.txt": ("Work plan of the Government of Norway", "2031-05-04", ""),
    "in3/wordA.docx": ("2800th Council meeting", "2007-05-15", EU),
    "in3/wordB.docx": ("28th Council meeting", "2031-05-15", ""),
    "in3/wrapA.txt": ("Conclusions on the Lighthouse Strategy", "2031-06-22", ""),
    "in3/wrapB.txt": ("Conclusions on lamps", "2031-06-23", ""),
    "in4/namedactor.txt": ("Notes on harbours", "2031-06-22", ""),
    "in4/namedactor2.txt": ("Norway on harbours", "2031-06-23", ""),
    "in4/wordC.docx": ("28th Council meeting", "2031-05-15", ""),
    "in4/wrapC.txt": ("Lighthouse Strategy", "2031-06-22", ""),
    "in6/a1.txt": ("Norway on harbours", "2031-05-03", ""),
    "in6/d1.txt": ("COMMUNIQUÉ OF THE PORT COUNCIL", "2031-10-29", ""),
    "in6/d2.txt": ("Final Communiqué of the Harbour Summit", "2031-12-10", ""),
    "in6/d3.txt": ("Agreement on Lamps", "2031-05-08", ""),
    "in6/d4.txt": ("Communiqué of the Port Council on lamps", "2031-10-20", ""),
    "in6/d6.txt": ("Cabinet approves plan of Norway and Chile on cooperation", "2031-09-12", ""),
    **{f"in6/d{n}.txt": ("Lighthouse law adopted", "2031-05-14", "") for n in (5, 7, 8, 9)},
    "in6/p1.txt": (BY_MFA, "", MFA),
    "in6/p2.txt": (
        "Press Conference by Foreign Minister BERG Anna",
        "2031-07-23",
        MFA_NORWAY,
    ),
    "in6/p3.txt": ("Joint communiqué: Meeting of the Foreign Ministers of ASEAN held in Hanoi", "", ""),
    "in6/p4.txt": (OUTCOME, "", ""),
    "in6/p5.txt": ("Vice Foreign Minister of Chile Meets with his Norwegian Counterpart", "", ""),
    "in6/p6.txt": ("EU-Chile Cooperation Council, 20 June 2031", "2031-06-20", ""),
    "in6/p7.txt": ("EU-Chile Cooperation Council, 20 June 2031", "2031-06-20", "Council of the EU"),
    "in6/p8.txt": ("FORTY-FIFTH PACIFIC ISLANDS FORUM: FORUM COMMUNIQUÉ", "2031-07-31", ""),
    "in6/p9.txt": ("Minister Berg concludes trip to Chile", "2031-05-06", MFA_NORWAY),
    "in7/e1.txt": ("Agreement establishing the League of Lamps", "2031-05-03", ""),
    "in7/e2.txt": ("Communiqué by the ECOWAS Mediation and Security Council on lamps", "2031-05-04", ""),
    "in7/e3.txt": ("Lamp law", "2031-05-14", ""),
    "in7/e4.txt": ("Lamp law two", "2031-05-14", ""),
    "in7/ministry3.html": (BY_MFA, "2031-05-06", MFA),
}
SAYS_ANOTHER_ISSUER = {"in2/ministry2.html": ("Foreign Ministry", MFA), "in7/e1.txt": ("European Commission for the",)}
NO_SENTENCES = {
    "in/headers.txt": ["From:", "On:", "To:", "No. prev. doc.:", "10444/31", "EN"],
    "in/page.html": ["Ingrid SOLBERG", "Press Officer", "Contact data:"],
    "in2/board2.txt": ["메뉴 바로가기", "KOR", "2031-06-14", "hit", "2339"],
    "in2/nato.txt": ["03 Dec. 2031", "Last updated", "Press Release (2031) 15"],
    "in2/ministry2.html": ["Diplomatic Missions", "Social Media", "Asia", "Contacts"],
    "in7/ministry3.html": ["Diplomatic Missions", "Social Media", "Asia", "Official Internet"],
}

OF_THE_PAGE = {
    "in/board.txt": ("hit 2339",),
    "in2/board2.txt": ("메뉴 바로가기 본문 바로가기 검색창 열기", "hit 2339"),
    "in2/nato.txt": ("Last updated 07 Oct 2032 15 22",),
}
"""Words of a pasted text that are no part of it."""
CONTENT = "//section[@class='content-page']"
PARTS = {
    **dict.fromkeys(("in/ministry.html", "in2/ministry2.html", "in7/ministry3.html"), f"{CONTENT}/h1|{CONTENT}/p"),
    "in/page.html": "//article/h1|//div[@class='meta']|//article/ul|//article/p",
}
"""Where the text of a page stands."""
SEVERAL = {
    **dict.fromkeys(("in/asean.txt", "in2/board2.txt", "in2/presidency.txt", "in/headers.txt", "in3/wrapB.txt"), 2),
    **dict.fromkeys(("in6/d4.txt",), 2),
    **dict.fromkeys(("in/board.txt", "in2/pifs.txt", "in6/d3.txt", "in4/namedactor.txt", "in4/namedactor2.txt"), 3),
    **dict.fromkeys(("in2/ministry2.html", "in7/ministry3.html"), 3),
    **dict.fromkeys(("in/ministry.html", "in/word.docx", "in2/word2.docx", "in6/a1.txt"), 4),
    **{"in4/wordC.docx": 5, "in/page.html": 6, "in2/treaty2.txt": 6, "in/treaty.txt": 7},
    **{"in/au.txt": 8, "in3/wordA.docx": 8, "in2/stems.txt": 12, "in3/stems.txt": 12},
}
"""The files with more paragraphs and items of running text than one."""


def examined(path: str) -> Document:
    assert FILES is not None
    file = FILES / path
    return examine(Entry(file.stem, file.name, file.suffix, file.read_bytes(), None, {}), KNOWLEDGE)


@pytest.mark.parametrize("path", sorted(TOLD))
def test_title_day_and_issuer_are_those_of_the_text(path: str) -> None:
    title, day, issuer = TOLD[path]
    document = examined(path)
    assert document.title.startswith(title)
    assert str(document.date or "") == day
    assert document.issuer.startswith(SAYS_ANOTHER_ISSUER.get(path, (issuer,)))
    assert bool(document.issuer) == bool(issuer or path in SAYS_ANOTHER_ISSUER)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def own_words(path: str) -> list[str]:
    """The words of a file's text, taken from it in the plainest way."""
    assert FILES is not None
    data = (FILES / path).read_bytes()
    if path.endswith(".docx"):
        return words("\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs))
    if path.endswith(".html"):
        page = html.fromstring(data.decode())
        return words("\n".join(text for part in page.xpath(PARTS[path]) for text in part.itertext()))
    return words(data.decode())


def of_the_text(path: str) -> list[str]:
    """The words of a file without the runs of words that are no part of its text."""
    left = " ".join(own_words(path))
    for run in OF_THE_PAGE.get(path, ()):
        assert run in left
        left = left.replace(run, "")
    return left.split()


@pytest.mark.parametrize("path", sorted(TOLD))
def test_every_word_of_the_text_comes_out_in_its_order_and_its_paragraphs_whole(path: str) -> None:
    document = examined(path)
    assert words(document.text) == of_the_text(path)
    assert sum(block.kind in ("paragraph", "item") for block in document.blocks) == SEVERAL.get(path, 1)


def test_every_faulty_page_has_its_right_text() -> None:
    assert FILES is not None
    assert {p.relative_to(FILES).as_posix() for p in FILES.rglob("*.*") if p.suffix != ".pdf"} == set(TOLD)


@pytest.mark.parametrize("path", sorted(NO_SENTENCES))
def test_what_a_page_adds_is_no_sentence(path: str) -> None:
    document = examined(path)
    said = [document.text[b.start : b.end] for b in document.blocks if b.kind in ("paragraph", "item")]
    assert not [line for line in said for other in NO_SENTENCES[path] if line.strip("-• ").startswith(other)]


def test_a_letterhead_does_not_cut_the_sentence_below_it() -> None:
    assert "with Iceland, Ireland, Malta, Cyprus and Greenland as well as" in examined("in4/wrapC.txt").text
