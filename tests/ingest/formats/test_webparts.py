"""Parts of web pages that a reader opens, that scripts build, that list other texts, or that the site adds."""

import json

import pytest

from tests.ingest.description.described import described

LAMPS = "Norway will open four lighthouses by 2035, the minister said in Bergen."
TALKS = "The two ministers met in the old town hall and thanked the keepers of the lamps."


def page(body: str, head: str = "") -> str:
    return f'<html lang="en"><head><title>Talks on Lamps</title>{head}</head><body>{body}</body></html>'


def dropped(text: str) -> list[str]:
    return [edit.before for edit in described(text, ".html").edits if edit.rule == "furniture"]


@pytest.mark.parametrize(
    "part",
    [
        f'<div hidden="until-found"><p>{LAMPS}</p></div>',
        f'<div class="accordion"><div class="accordion__section" style="display:none"><p>{LAMPS}</p></div></div>',
        f'<div class="collapse" hidden><p>{LAMPS}</p></div>',
        f'<div role="tabpanel" hidden><p>{LAMPS}</p></div>',
        f"<details><summary>Plan</summary><p>{LAMPS}</p></details>",
    ],
)
def test_what_waits_to_be_opened_is_text(part: str) -> None:
    assert LAMPS in described(page(f"<main><h1>Talks on Lamps</h1><p>{TALKS}</p>{part}</main>"), ".html").text


@pytest.mark.parametrize("attribute", ["hidden", 'style="display:none"', 'class="modal"', 'role="dialog"'])
def test_what_is_hidden_is_left_out_and_listed(attribute: str) -> None:
    text = page(f"<main><h1>Talks on Lamps</h1><p>{TALKS} {TALKS}</p><div {attribute}><p>{LAMPS}</p></div></main>")
    assert LAMPS not in described(text, ".html").text
    assert LAMPS in dropped(text)


@pytest.mark.parametrize(
    "body",
    [f"<p>{TALKS}</p><p>{LAMPS}</p>", f"{TALKS}\n\n{LAMPS}", f"&lt;p&gt;{TALKS}&lt;/p&gt;&lt;p&gt;{LAMPS}&lt;/p&gt;"],
)
def test_an_article_in_json_ld_is_read_where_scripts_build_the_page(body: str) -> None:
    data = {"@type": "NewsArticle", "headline": "Talks on Lamps", "datePublished": "2031-05-14", "articleBody": body}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    document = described(page('<div id="app">Loading</div>', script), ".html")
    assert (document.title, str(document.date)) == ("Talks on Lamps", "2031-05-14")
    assert document.text == f"Talks on Lamps\n\n{TALKS}\n\n{LAMPS}"


def test_the_page_itself_counts_more_than_its_json_ld() -> None:
    script = f'<script type="application/ld+json">{json.dumps({"articleBody": LAMPS})}</script>'
    assert described(page(f"<main><h1>Talks on Lamps</h1><p>{TALKS}</p></main>", script), ".html").text.endswith(TALKS)


def test_a_page_of_teasers_is_doubted() -> None:
    teaser = '<div><h3><a href="/{0}">Minister opens harbour {0}</a></h3><p>{1}</p></div>'
    teasers = "".join(teaser.format(n, TALKS) for n in range(4))
    assert "index page" in described(page(f"<main><h1>All our news</h1>{teasers}</main>"), ".html").doubtful
    assert not described(page(f"<main><h1>Talks on Lamps</h1><p>{TALKS}</p><p>{LAMPS}</p></main>"), ".html").doubtful


def test_sections_with_main_headings_of_their_own_behind_the_text_belong_to_the_site() -> None:
    sections = (
        "<section><h1>Norwegian Missions abroad</h1><div><p>Asia</p><p>China - Beijing (Embassy)</p></div></section>"
        '<section><h1>Foreign Ministry on Social Media</h1><div><a href="/x">X</a></div></section>'
    )
    text = page(f"<main><section><h1>Talks on Lamps</h1><p>{TALKS}</p><p>{LAMPS}</p></section>{sections}</main>")
    document = described(text, ".html")
    assert document.text == f"Talks on Lamps\n\n{TALKS}\n\n{LAMPS}"
    assert document.issuer == ""
    assert "Foreign Ministry on Social Media" in dropped(text)


def test_a_block_of_contacts_goes() -> None:
    contacts = "<div><h2>Contacts:</h2><ul><li><h3>Ida LUND</h3><div>Press Officer</div></li></ul></div>"
    text = page(f"<main><article><h1>Talks on Lamps</h1><p>{TALKS}</p><p>{LAMPS}</p>{contacts}</article></main>")
    assert described(text, ".html").text == f"Talks on Lamps\n\n{TALKS}\n\n{LAMPS}"


def test_a_class_does_not_give_away_the_main_text() -> None:
    text = f"<p>{TALKS}</p><p>{LAMPS} {TALKS}</p><p>{LAMPS}</p><p>{TALKS} {LAMPS}</p>"
    years = "".join(f"<li><a href='/{year}'>All of our news in the year {year}</a></li>" for year in range(1980, 2030))
    body = f'<div class="widget blog"><h3>Talks on Lamps</h3>{text}</div><div><h2>Archive</h2><ul>{years}</ul></div>'
    assert LAMPS in described(page(body), ".html").text


def test_a_box_of_the_site_in_the_midst_of_a_text_ends_with_it() -> None:
    box = (
        "<div><h3>Related news</h3><ul>"
        + "".join(f"<li><a href='/{n}'>Harbour {n}</a></li>" for n in range(4))
        + "</ul></div>"
    )
    before = f"<h1>Talks on Lamps</h1><p>{TALKS} {LAMPS}</p>"
    body = f"<article>{before}{box}<p>{LAMPS} They thanked all the crews.</p></article>"
    document = described(page(body), ".html")
    assert "thanked all the crews" in document.text
    assert "Harbour 2" not in document.text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="The Lamp Post"><meta property="og:title" content="Talks on Lamps">',
        '<script type="application/ld+json">{"headline": "Talks on Lamps"}</script>',
    ],
)
def test_the_heading_of_a_site_is_no_title(head: str) -> None:
    body = f"<h1>The Lamp Post</h1><main><h1>Talks on Lamps</h1><p>{TALKS}</p><p>{LAMPS}</p></main>"
    assert described(page(body, head), ".html").title == "Talks on Lamps"


def test_a_title_outside_the_text_counts_where_tags_repeat_it() -> None:
    head = '<meta property="og:title" content="Talks on Lamps">'
    body = f'<div class="masthead"><h1>Talks on Lamps</h1></div><main><p>{TALKS}</p><p>{LAMPS}</p></main>'
    assert described(page(body, head), ".html").title == "Talks on Lamps"
    other = f"<nav><h1>Our Service Menu</h1></nav><main><p>{TALKS}</p><p>{LAMPS}</p></main>"
    assert "Menu" not in described(page(other, head), ".html").title


@pytest.mark.parametrize(
    ("site", "issuer"),
    [
        ("Chile opens two lamps", ""),
        ("Chile opens two lamps « The Post", ""),
        ("Chile| News and more", ""),
        ("Ministry of Ports of Norway", "Ministry of Ports of Norway"),
    ],
)
def test_a_title_is_no_issuer(site: str, issuer: str) -> None:
    head = f'<meta property="og:site_name" content="{site}">'
    text = page(f"<main><h1>Chile opens two lamps</h1><p>{TALKS}</p><p>{LAMPS}</p></main>", head)
    assert described(text, ".html").issuer == issuer


@pytest.mark.parametrize(
    "time",
    [
        '<time datetime="2031-05-14T09:00:00Z">14 May</time>',
        '<time class="updated" datetime="2032-01-01">later</time><time class="entry-date" datetime="2031-05-14">x',
        '<span itemprop="datePublished" content="2031-05-14">May</span>',
        '<div class="comment"><time datetime="2033-01-01">x</time></div><time datetime="2031-05-14">x</time>',
    ],
)
def test_the_time_beside_the_main_heading_is_the_day_of_issue(time: str) -> None:
    body = f"<article><header><h1>Talks on Lamps</h1>{time}</header><p>{TALKS}</p><p>{LAMPS}</p></article>"
    document = described(page(body), ".html")
    assert (str(document.date), document.date_source) == ("2031-05-14", "page")


def test_times_of_other_texts_and_comments_are_none() -> None:
    aside = '<section><h2>More</h2><time datetime="2033-01-01">x</time></section>'
    comment = '<div class="comment-list"><time datetime="2033-01-01">x</time></div>'
    article = f"<article><h1>Talks on Lamps</h1><p>{TALKS}</p><p>{LAMPS}</p>{comment}</article>"
    assert described(page(article), ".html").date is None
    assert (
        described(page(f"<div><div><div><div><div>{article}</div></div></div></div></div>{aside}"), ".html").date
        is None
    )


def test_a_title_that_tags_and_the_title_of_the_page_say_counts_though_the_text_holds_a_link_in_its_place() -> None:
    head = "".join(
        f'<meta property="og:{key}" content="{text}">'
        for key, text in (("title", "Norway repairs five lamps"), ("site_name", "Lamp Post"))
    )
    link = '<h2><a href="/1">Norway repairs five lamps</a></h2>'
    body = f"<h1>Lamp Post</h1><main>{link}<p>{TALKS}</p><p>{LAMPS}</p></main>"
    text = page(body, head).replace("<title>Talks on Lamps", "<title>Norway repairs five lamps | Lamp Post")
    assert described(text, ".html").title == "Norway repairs five lamps"


@pytest.mark.parametrize(
    ("title", "block"),
    [
        ("Talks on Lamps in Bergen | Ministry of Ports", '<div class="newstitle">Talks on Lamps in Bergen</div>'),
        ("Ministry of Ports - Talks on Lamps in Bergen", "<span><b>Talks on Lamps in Bergen</b></span>"),
        ("News: Talks on Lamps in Bergen", "<h3>Talks on Lamps in Bergen</h3>"),
    ],
)
def test_a_title_above_the_text_is_found_though_it_is_no_main_heading(title: str, block: str) -> None:
    menu = "".join(f'<li><a href="/{i}">Lamps {i}</a></li>' for i in range(9))
    body = f"<ul>{menu}</ul><div>5/9/2031</div>{block}<div><div><p>{TALKS}</p><p>{LAMPS}</p><p>{TALKS}</p></div></div>"
    text = f'<html lang="en-us"><head><title>{title}</title></head><body><div>{body}</div></body></html>'
    document = described(text, ".html")
    assert (document.title, str(document.date)) == ("Talks on Lamps in Bergen", "2031-05-09")


def test_a_lead_between_the_title_and_the_text_of_a_page_is_text() -> None:
    lead = "The ministers of the two coasts have met for the first time since 2027."
    parts = "".join(f"<p>{text}</p>" for text in (TALKS, LAMPS, TALKS, LAMPS))
    body = f'<div><h1>Talks on Lamps</h1></div><div class="lead"><p>{lead}</p></div><div><div>{parts}</div></div>'
    found = described(page(body), ".html").text
    assert found.index("Talks on Lamps") < found.index(lead) < found.index(TALKS)


def test_a_part_within_another_that_is_left_out_is_listed_once() -> None:
    menu = f'<header class="menu"><nav class="menu"><ul class="menu"><li>{LAMPS}</li></ul></nav></header>'
    assert dropped(page(f"{menu}<main><h1>Talks on Lamps</h1><p>{TALKS}</p></main>")).count(LAMPS) == 1
