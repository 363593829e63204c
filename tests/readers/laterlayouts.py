"""Pages and Word files of later fashions: accordions, pages built by scripts, footers with headings, Strict XML."""

import io
import json
import zipfile
from collections.abc import Callable
from html import escape

from tests.readers.officelayouts import styled_docx
from tests.readers.statements import Statement
from tests.readers.weblayouts import MENU, RELATED, links, marked_up, notes_of, paragraph

_REMARK = b"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>For our eyes only.</w:t></w:r></w:p>"
_PARTS = ("wordprocessingml", "officeDocument", "drawingml", "schemaLibrary")


def accordion(s: Statement) -> bytes:
    """Sections that a reader opens, or finds a word in."""
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>
{escape(s.title)} - {escape(s.issuer)}</title></head><body><header><nav><ul>{links(MENU)}</ul></nav></header><main>
<h1>{escape(s.title)}</h1>
<p class="published">Published {s.dateline.split(", ", 1)[1]}</p><p>{escape(s.dateline)}</p>
<div class="accordion"><h2><button aria-expanded="false">Show all</button></h2>
<div class="accordion__section" hidden="until-found">{marked_up(s, paragraph)}</div>
<div class="accordion__section" style="display:none">{notes_of(s)}</div></div></main>
<footer><ul>{links(("Imprint", "Privacy"))}</ul></footer></body></html>""".encode()


def scripted(s: Statement) -> bytes:
    """A page whose body scripts build; the article stands in its JSON-LD, mark-up escaped once more."""
    body = f"<p>{escape(s.dateline)}</p>{marked_up(s, paragraph, note_marks=False)}{notes_of(s)}".replace("<br>", "\n")
    data = {
        "@type": "NewsArticle",
        "headline": s.title,
        "datePublished": f"{s.day}T09:00:00Z",
        "publisher": {"name": s.issuer},
        "articleBody": escape(body.replace(" ↩", "")),
    }
    return f"""<!doctype html><html><head><title>{escape(s.title)}</title><script type="application/ld+json">
{json.dumps(data)}</script></head><body><div id="root"><p>Loading</p></div><noscript>You need JavaScript to run this
app.</noscript><script>window.__STATE__={{}}</script></body></html>""".encode()


def headed_footer(s: Statement) -> bytes:
    """Sections behind the article with main headings of their own: missions abroad, social media, contacts."""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(s.title)} - {escape(s.issuer)}
</title></head><body><header><nav><ul>{links(MENU)}</ul></nav></header><main class="main"><section class="content-page">
<h1>{escape(s.title)}</h1><p>{escape(s.dateline)}</p>{marked_up(s, paragraph)}{notes_of(s)}</section>
<section class="dipmiss"><div><h1 class="h1">Diplomatic Missions abroad</h1><a href="/all">All Missions</a></div>
<div><p>Asia</p></div><div><p>Kelvia City (Embassy)</p></div></section>
<section><h1>Foreign Ministry on Social Media</h1><div><a href="https://x.example">X</a></div></section>
<section><h1>Contacts</h1><div><a href="tel:+47">+47 22 00 00 00</a></div></section></main>
<footer><p>© {escape(s.issuer)}</p></footer></body></html>""".encode()


def hidden_teasers(s: Statement) -> bytes:
    """A page with a dialog and teasers that are hidden until a script shows them, and one byte of another encoding."""
    teasers = "".join(f"<p>{text}</p>" for text in RELATED)
    return f"""<html lang="en-US"><head><meta charset="utf-8">
<title>{escape(s.title)} | {escape(s.issuer)}</title></head>
<body><main><article><h1>{escape(s.title)}</h1><p>{escape(s.dateline)}</p>{marked_up(s, paragraph)}{notes_of(s)}
</article><div hidden>{teasers}</div><div style="display: none" class="modal">{teasers}</div></main>
<footer>Caf\u00e9 ©#</footer></body></html>""".encode().replace(b"#", b"\xe9")


def strict_docx(s: Statement) -> bytes:
    """Strict Open XML, its text in a part of another name, with a remark that is formatted as hidden."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(styled_docx(s))) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename.endswith((".xml", ".rels")):
                for part in _PARTS:
                    transitional = f"http://schemas.openxmlformats.org/{part}/2006/".encode()
                    content = content.replace(transitional, f"http://purl.oclc.org/ooxml/{part}/".encode())
                content = content.replace(b"extended-properties", b"extendedProperties")
                content = content.replace(b"word/document.xml", b"word/document2.xml").replace(
                    b"<w:body>",
                    b"<w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>For our eyes only.</w:t></w:r></w:p>",
                )
            new.writestr(info.filename.replace("document.xml", "document2.xml"), content)
    return stream.getvalue()


LATER_LAYOUTS: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
    "accordion": (".html", accordion),
    "scripted": (".html", scripted),
    "headed-footer": (".html", headed_footer),
    "hidden-teasers": (".html", hidden_teasers),
    "strict-docx": (".docx", strict_docx),
}
