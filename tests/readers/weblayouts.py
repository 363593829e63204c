"""Web pages in the layouts of ministries' sites: what stands around a statement, and how it is marked up."""

import base64
import quopri
import textwrap
from collections.abc import Callable
from html import escape

from tests.readers.statements import Part, Statement

COOKIES = (
    "We use cookies to make this site work and to understand how you use it. You can change your settings at any time. "
    "By continuing you agree to our privacy policy."
)
RELATED = (
    "Minister opens the new harbour museum",
    "Call for applications: junior diplomats 2033",
    "Statement on the anniversary of the treaty",
    "Travel advice for the winter season",
)
MENU = ("Home", "The Ministry", "Policy", "Services", "Press", "Contact")


def links(texts: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/{i}">{text}</a></li>' for i, text in enumerate(texts))


def marked_up(statement: Statement, paragraph: Callable[[str], str], level: str = "h2", note_marks: bool = True) -> str:
    """The parts of a statement as ordinary mark-up."""
    out: list[str] = []
    opened = ""
    for part in statement.parts:
        tag = {"bullet": "ul", "numbered": "ol", "row": "table"}.get(part.kind, "")
        if opened != tag:
            out.append((f"</{opened}>" if opened else "") + (f"<{tag}>" if tag else ""))
            opened = tag
        out.append(_part(part, paragraph, level, note_marks))
    return "\n".join([*out, f"</{opened}>" if opened else ""])


def _part(part: Part, paragraph: Callable[[str], str], level: str, note_marks: bool) -> str:
    text = escape(" ".join(part.sentences), quote=False)
    if part.kind == "row":
        return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in part.sentences) + "</tr>"
    if part.note and note_marks:
        text += f'<sup><a href="#fn{part.note}" id="r{part.note}">{part.note}</a></sup>'
    if part.kind in ("bullet", "numbered"):
        return f"<li>{text}</li>"
    return f"<{level}>{text}</{level}>" if part.kind == "heading" else paragraph(text)


def notes_of(statement: Statement) -> str:
    items = "".join(
        f'<li id="fn{i}">{escape(note)} <a href="#r{i}">↩</a></li>' for i, note in enumerate(statement.notes, 1)
    )
    return f'<section class="footnotes"><ol>{items}</ol></section>' if items else ""


def paragraph(text: str) -> str:
    return f"<p>{text}</p>"


def modern(s: Statement) -> bytes:
    """Landmarks, a cookie dialog, share buttons, a side column, JSON-LD."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(s.title)} | GOV.INLAND</title>
<meta property="og:site_name" content="{escape(s.issuer)}"><link rel="canonical" href="https://gov.example/news/1">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{escape(s.title)}",
"datePublished":"{s.day}T10:00:00+00:00","publisher":{{"@type":"Organization","name":"{escape(s.issuer)}"}}}}</script>
</head><body class="has-sidebar cookie-open"><div id="onetrust-banner-sdk" role="dialog"><p>{COOKIES}</p>
<button>Accept all cookies</button></div><a class="skip-link" href="#main">Skip to main content</a>
<header role="banner"><nav><ul>{links(MENU)}</ul></nav></header>
<nav aria-label="Breadcrumb" class="breadcrumb"><ol>{links(("Home", "News", "Statements"))}</ol></nav>
<main id="main"><article><h1>{escape(s.title)}</h1><p class="date">{escape(s.dateline)}</p>
<ul class="share-buttons">{links(("Share on Facebook", "Share on X", "Print"))}</ul>
<figure><img src="a.jpg" alt=""><figcaption>{escape(s.caption)}</figcaption></figure>
{marked_up(s, paragraph)}{notes_of(s)}</article>
<aside class="related"><h2>Related content</h2><ul>{links(RELATED)}</ul></aside></main>
<footer><p>© 2032 {escape(s.issuer)}. All rights reserved.</p><ul>{links(("Imprint", "Privacy"))}</ul></footer>
</body></html>""".encode()


def old_tables(s: Statement) -> bytes:
    """A page of the year 2000: laid out by tables, in Windows-1252, paragraphs by line breaks."""
    lines: list[str] = []
    for n, part in enumerate(s.parts, 1):
        text = escape(" ".join(part.sentences), quote=False)
        if part.kind == "heading":
            text = f"<b>{text}</b>"
        elif part.kind == "bullet":
            text = f"&#8226; {text}"
        elif part.kind == "numbered":
            text = f"{n - 1}. {text}"
        elif part.kind == "row":
            text = escape(", ".join(part.sentences))
        lines.append(f"{text}<br><br>")
    menu = "".join(f'<tr><td><a href="{i}.htm"><font size="1">{m}</font></a></td></tr>' for i, m in enumerate(MENU))
    notes = "".join(f'<font size="1">{escape(note)}</font><br>' for note in s.notes)
    return f"""<HTML><HEAD><TITLE>{escape(s.issuer)}: {escape(s.title)}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="760"><TR><TD COLSPAN="2"><IMG SRC="banner.gif" ALT="Banner"></TD></TR>
<TR><TD WIDTH="150" VALIGN="TOP"><TABLE>{menu}</TABLE></TD>
<TD><CENTER><B><FONT SIZE="4">{escape(s.title)}</FONT></B></CENTER><BR><P ALIGN="RIGHT">{escape(s.dateline)}</P>
{"".join(lines)}{notes}<HR><A HREF="#top">Back to top</A></TD></TR></TABLE>
<CENTER><FONT SIZE="1">| {" | ".join(f'<A HREF="{m}.htm">{m}</A>' for m in MENU)} |</FONT></CENTER>
</BODY></HTML>""".encode("cp1252")


def div_soup(s: Statement) -> bytes:
    """A content management system that wraps every field in three divisions."""

    def wrapped(text: str) -> str:
        return f'<div class="field__item"><div class="text-formatted"><p><span>{text}</span></p></div></div>'

    return f"""<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"/>
<meta name="dcterms.title" content="{escape(s.title)}"/><meta name="dcterms.issued" content="{s.day}"/>
<title>{escape(s.title)} - {escape(s.issuer)}</title></head><body class="path-node page-node-type-news">
<div class="dialog-off-canvas-main-canvas"><div class="layout-container">
<div class="region region-header"><div class="block-menu"><ul class="menu">{links(MENU)}</ul></div>
<div class="search-block-form"><form><input type="text"><input type="submit" value="Search"></form></div></div>
<div class="region-breadcrumb"><div class="crumbs">{links(("Home", "Newsroom"))}</div></div>
<div class="region region-content"><h1 class="page-title"><span>{escape(s.title)}</span></h1>
<div class="node__content"><div class="field--name-field-date">{escape(s.dateline)}</div>
<div class="field--name-body">{marked_up(s, wrapped, "h3")}</div>{notes_of(s)}
<div class="field--name-field-tags"><h3>Tags</h3><a href="/t/1">Diplomacy</a> <a href="/t/2">Cooperation</a></div>
</div></div><div class="region region-sidebar-second"><h2>Latest news</h2><ul>{links(RELATED)}</ul></div></div>
<div class="region-footer-top"><h2>Subscribe to our newsletter</h2><p>Receive our press releases every Friday morning.
Enter your e-mail address below.</p></div></div></body></html>""".encode()


def blog(s: Statement) -> bytes:
    """An embassy's blog with a sharing bar and related posts inside the article."""
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{escape(s.title)} » Embassy News</title>
<meta property="article:published_time" content="{s.day}T08:30:00+02:00"></head><body class="single postid-9 custom">
<div id="page"><header id="masthead" class="site-header"><div class="site-branding"><p>Embassy News</p></div>
<nav class="main-navigation"><ul>{links(MENU)}</ul></nav></header><div id="content"><div id="primary">
<article class="post-9 type-post hentry"><header class="entry-header"><h1 class="entry-title">{escape(s.title)}</h1>
<div class="entry-meta"><span class="posted-on">{escape(s.dateline)}</span></div></header>
<div class="entry-content">{marked_up(s, paragraph, "h4")}{notes_of(s)}
<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul>{links(("Twitter", "Facebook"))}</ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>{"".join(paragraph(r) for r in RELATED)}</div></div>
<footer class="entry-footer">Posted in <a href="/c">Statements</a></footer></article>
<nav class="post-navigation"><a href="/p">Previous post: Opening hours</a></nav></div>
<div id="secondary" class="widget-area"><section class="widget"><h2>Archives</h2><ul>{links(RELATED)}</ul></section>
</div></div></div></body></html>""".encode()


def nameless(s: Statement) -> bytes:
    """No class tells anything; menus and related links are told by being links."""
    return f"""<html><head><meta charset="utf-8"><title>{escape(s.title)}</title></head><body><div><div>
{" ".join(f'<a href="/{i}">{m}</a>' for i, m in enumerate(MENU))}</div><div><div><h1>{escape(s.title)}</h1>
<div>{escape(s.dateline)}</div>{marked_up(s, lambda text: f"<div>{text}</div>", "h3")}{notes_of(s)}</div>
<div><h3>More news</h3><ul>{links(RELATED)}</ul></div></div>
<div><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></div></div></body></html>""".encode()


def preformatted(s: Statement) -> bytes:
    """A news wire in one block of fixed width, no mark-up inside."""
    paragraphs: list[str] = []
    for n, part in enumerate(s.parts):
        mark = {"bullet": "- ", "numbered": f"{n}. "}.get(part.kind, "")
        text = (", " if part.kind == "row" else " ").join(part.sentences)
        paragraphs.append(textwrap.fill(mark + text, 72))
    body = "\n\n".join([s.dateline, *paragraphs, *(textwrap.fill(note, 72) for note in s.notes)])
    return f"""<html><head><title>{escape(s.title)}</title></head><body>
<div id="nav"><a href="/">Home</a></div><h1>{escape(s.title)}</h1><pre>{escape(body, quote=False)}</pre>
<div class="footer">Webmaster</div></body></html>""".encode()


def portal(s: Statement) -> bytes:
    """Fields without landmarks, and teasers of other news with prose of their own in the column of the text."""
    teasers = "".join(
        f'<div class="views-row"><a href="/{i}">{text}</a><p>The Minister will build an embassy, he said.</p></div>'
        for i, text in enumerate(RELATED[:2])
    )
    return f"""<html><head><title>{escape(s.title)} | {escape(s.issuer)}</title></head><body class="path-node">
<div class="region region-header"><a href="/">Home</a><ul>{links(MENU)}</ul></div>
<div class="layout-content"><div class="block-page-title-block"><h1><span>{escape(s.title)}</span></h1></div>
<div class="node node--type-press"><div class="field field--name-body"><p>{escape(s.dateline)}</p>
{marked_up(s, paragraph)}{notes_of(s)}</div>
<div class="addtoany_list">Share <a href="#">Facebook</a> <a href="#">Email</a></div></div>
<div class="views-element-container"><h2>Latest news</h2>{teasers}</div></div>
<div class="region-footer"><p>© 2032 {escape(s.issuer)}. All rights reserved.</p><a href="/i">Imprint</a></div>
<div class="popup"><p>{COOKIES}</p></div></body></html>""".encode()


def asian_ministry(s: Statement) -> bytes:
    """A language switch, the wrong language declared, every paragraph in its own division, links to PDF versions."""
    return f"""<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">
<title>{escape(s.title)}|{escape(s.issuer)}</title></head><body><div id="wrapper">
<div id="header"><div id="lang-switch"><a href="/j">日本語</a></div>
<ul id="global-nav">{links(MENU)}</ul></div><ul id="topic-path">{links(("Home", "Press Releases"))}</ul>
<div id="main-column"><div id="contents-body"><div class="title-wrap"><h1 class="title2">{escape(s.title)}</h1></div>
<p class="rightalign">{escape(s.dateline)}</p><div class="social-btn-top"><a href="/x">Tweet</a></div>
{marked_up(s, lambda text: f'<div class="any-area"><p>{text}</p></div>')}{notes_of(s)}
<div class="any-area"><ul class="link-list">{links(("Full text (PDF)", "Provisional translation (PDF)"))}</ul></div>
</div><div class="related-links"><h2>Related Links</h2><ul>{links(RELATED)}</ul></div></div>
<p class="page-back"><a href="/b">Back to Press Releases</a></p><div id="footer"><p>Copyright © Ministry</p></div>
</div></body></html>""".encode()


def saved_mhtml(s: Statement) -> bytes:
    """The modern page, saved as one file by a browser."""
    page = quopri.encodestring(modern(s))
    picture = base64.encodebytes(b"\x89PNG" + bytes(200))
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gov.example/news/1\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x1"\r\n\r\n\r\n'
        b"------Part--x1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + page
        + b"\r\n------Part--x1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + picture
        + b"\r\n------Part--x1--\r\n"
    )


WEB_LAYOUTS: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
    "modern": (".html", modern),
    "old-tables": (".htm", old_tables),
    "div-soup": (".html", div_soup),
    "blog": (".html", blog),
    "nameless": (".html", nameless),
    "preformatted": (".html", preformatted),
    "portal": (".html", portal),
    "asian-ministry": (".html", asian_ministry),
    "mhtml": (".mhtml", saved_mhtml),
}
