"""Whose a bare page or text is: its logo, the name of its site, the form above its text, its line of copyright."""

import pytest

from pipeline.ingest.description.issuers import holder_of
from tests.ingest.description.described import PROSE, described

MINISTRY = "Ministry of Ports of Norway"
HEADING = "<h1>Lamps of the Northern Coast</h1>"


def page(before: str, after: str = "", head: str = "<title>Lamps of the Northern Coast</title>") -> str:
    return f"<html><head>{head}</head><body>{before}<main>{HEADING}<p>{PROSE}</p></main>{after}</body></html>"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (page(f'<header><a href="/"><img src="l.png" alt="{MINISTRY}"></a></header>'), MINISTRY),
        (page(f'<table><tr><td><img src="head.gif" alt="Logo of the {MINISTRY}"></td></tr></table>'), MINISTRY),
        (
            page('<div id="top"><img src="l.png" alt="Embassy of Chile in Oslo - Home"></div>'),
            "Embassy of Chile in Oslo",
        ),
        (page(f'<p class="site-title"><a href="/">{MINISTRY}</a></p>'), MINISTRY),
        (page("", f"<footer><p>Copyright © 1998-2031 {MINISTRY}. All rights reserved.</p></footer>"), MINISTRY),
        (page("", f'<div id="foot"><span>©</span> <span>{MINISTRY}</span></div>'), MINISTRY),
        (page("<dl><dt>From:</dt><dd>Government of Chile</dd></dl>"), "Government of Chile"),
        (page("", head=f"<title>Lamps of the Northern Coast_{MINISTRY}</title>"), MINISTRY),
        (page("", head=f"<title>Lamps of the Northern Coast｜{MINISTRY}</title>"), MINISTRY),
        (page("", head=f"<title>Lamps of the Northern Coast / {MINISTRY}</title>"), MINISTRY),
        (f"Lamps of the Northern Coast\n\n{PROSE}\n\nISSUED BY THE MINISTRY OF PORTS", "Ministry of Ports"),
        (f"Lamps of the Northern Coast\n\n{PROSE}\n\nCopyright 2031 {MINISTRY}. All rights reserved.\n", MINISTRY),
    ],
)
def test_a_publisher_is_read_where_a_page_says_whose_it_is(text: str, issuer: str) -> None:
    assert described(text, ".html" if text.startswith("<") else ".txt").issuer == issuer


def test_an_office_that_many_states_have_is_told_with_its_state_where_the_page_does() -> None:
    logo = '<img src="l.png" alt="Ministry of Ports of the Kingdom of Norway">'
    assert described(page(logo, "<p>© 2031 Ministry of Ports</p>"), ".html").issuer == (
        "Ministry of Ports of the Kingdom of Norway"
    )
    meta = '<meta property="og:site_name" content="Ministry of Ports"><title>Lamps of the Northern Coast</title>'
    assert described(page(logo, head=meta), ".html").issuer == "Ministry of Ports of the Kingdom of Norway"


@pytest.mark.parametrize(
    "text",
    [
        page('<img src="l.png" alt="Norway Today">', "<p>© 2031 The Chile Times</p>"),
        page("", "<footer><h1>Ministry of Ports on Social Media</h1></footer>"),
        page("", head='<meta property="og:site_name" content="Chile Fish Export"><title>Lamps</title>'),
        page("", head="<title>State visit to Norway ends - Lamps of the Northern Coast</title>"),
        page(
            '<img src="us.png" alt="Flag of the Kingdom of Norway">', "<p>Copyright © The United States Fish Union</p>"
        ),
        page('<img src="minister.jpg" alt="The Minister of Ports of Norway opens the pier and waves to the crowd!">'),
    ],
)
def test_newspapers_footers_and_pictures_are_no_publishers(text: str) -> None:
    assert described(text, ".html").issuer == ""


@pytest.mark.parametrize("line", ["The copyright law was passed", "Copyright ©", "© 2031", "They share the copyright."])
def test_a_line_without_a_name_tells_no_holder(line: str) -> None:
    assert holder_of(line) == ""


def test_a_part_of_a_page_title_that_stands_only_within_a_line_is_no_title() -> None:
    head = "<title>The Port Licence - Free Harbour Foundation</title>"
    body = f"<h3>PORT LICENCE</h3><p>Made by the Free Harbour Foundation in 2031.</p><p>{PROSE}</p>"
    assert described(f"<html><head>{head}</head><body>{body}</body></html>", ".html").title == "PORT LICENCE"


def test_the_name_of_a_section_is_no_title_though_the_page_says_so() -> None:
    body = f"<p><b>PRESS RELEASE</b></p><p><b>Norway hosts talks on lamps</b></p><p>{PROSE}</p>"
    text = f"<html><head><title>PRESS RELEASE</title></head><body>{body}</body></html>"
    assert described(text, ".html").title == "Norway hosts talks on lamps"


def test_letterheads_and_signatures_are_no_sentences() -> None:
    document = described(f"Embassy of Chile in Oslo | Ref: 12/2031\n\nLamps\n\n{PROSE}\n\nMinistry of Ports of Norway")
    assert [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"] == [PROSE]
