"""Small whole files of every format the readers know, made by code, and ways to damage them."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from functools import cache

import docx
from reportlab.pdfgen.canvas import Canvas

from tests.readers.laterlayouts import LATER_LAYOUTS
from tests.readers.statements import HEALTH
from tests.readers.textlayouts import TEXT_LAYOUTS

TITLE = "Joint Statement by Norway and Chile on Lighthouses"
PARAGRAPHS = (
    "Oslo, 3 May 2024",
    "The two governments will build four lighthouses by 2030, and Norway will provide 12 million dollars for them.",
    "They reaffirmed their commitment to the safety of ships, and agreed to meet again in Valparaíso next year.",
)
ITEMS = ("to share their charts of the coast;", "to train forty keepers a year.")
TEXT = "\n\n".join((TITLE, *PARAGRAPHS, *(f"{i}. {item}" for i, item in enumerate(ITEMS, 1)))) + "\n"

_DATED = f"""---
date: 3 May 2024
---
{TITLE}

Date | 29, OCTOBER 2024 03/05/2024 1４．５．２０２４ 14-15.V.2024

Norway &amp;amp; Chile met on 14 / 05 / 2024.

메뉴
hit
2339

Done at Oslo, this 8th day of May 2024。
"""
_HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Ministry</title>
<meta property="article:published_time" content="2024-05-03T09:00:00Z">
<link rel="canonical" href="https://example.org/1">
<script type="application/ld+json">{{"@type": "NewsArticle",
"headline": "{TITLE}", "datePublished": "2024-05-03"}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav><main><article>
<h1>{TITLE}</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}
<ol start="1">{"".join(f"<li>{item}</li>" for item in ITEMS)}</ol>
<table><tr><th>Port</th><th>Year</th></tr><tr><td rowspan="2" colspan="1">Bergen</td><td>2026</td></tr></table>
</article></main><footer>Cookies &amp; privacy &#233;</footer></body></html>
"""
_RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\info{\title Statement}}"
    + "".join(rf"\pard {paragraph}\par" + "\n" for paragraph in (TITLE, *PARAGRAPHS)).replace("í", r"\'ed\u237?")
    + "}"
)
_ODT_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)
_ODT_CONTENT = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODT_NAMES}><office:body><office:text>'
    f'<text:h text:outline-level="1">{TITLE}</text:h>'
    + "".join(f"<text:p>{paragraph}</text:p>" for paragraph in PARAGRAPHS)
    + "<text:list>"
    + "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ITEMS)
    + "</text:list></office:text></office:body></office:document-content>"
)
_MHTML = (
    "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; type=text/html; boundary=XX\n\n--XX\n"
    "Content-Type: text/html; charset=utf-8\nContent-Location: https://example.org/1\n\n" + _HTML + "\n--XX--\n"
)
_TOKENS = (
    b"\0", b"\0" * 300, b"<div>" * 600, b"</p></div>", b"<![CDATA[", b"<!--", b"<script>", b"<table><tr><td>" * 40,
    b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>&a;&c;', b"&#x110000;", b"&#0;", b"%PDF-1.7",
    b"PK\x03\x04", b"{\\rtf1", b"{" * 500, b"}" * 50, b"\\bin99999999 ", b"\\u-99999?", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"---\ntitle: [\n---\n", b'"', b'"""', b"[" * 900, b"\n", b"\r", b"\x0c", b"1. " * 99,
    b"| a " * 99, b"> " * 400, b"*" * 700, b"-" * 700, b" " * 900, b"a" * 3000, b"'" * 300, b"endobj",
    b"1 0 R", b"/Length -1", b"stream\n", b"xref\n0 9\n", b"\xe2\x80\xae", b"https://" + b"a." * 300,
    b"$9 billion " * 60, b"date: 0000-99-99\n",
)  # fmt: skip
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]{0,30})(?: [^<>]{0,300})?>[^<>]{0,300}</\1>")
_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e309", b"", b"0001")


@cache
def seeds() -> list[tuple[str, bytes]]:
    """Endings and bytes of undamaged files, several for a format where it has several faces."""
    row = {"text": TEXT, "title": TITLE, "date": "2024-05-03", "parties": "NOR;CHL"}
    csv = 'title,date,text\n"{}",2024-05-03,"{}"\n'.format(TITLE, TEXT.replace('"', '""'))
    markdown = f"---\ntitle: {TITLE}\nparties: [NOR, CHL]\n---\n# {TITLE}\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n- a\n"
    plain = {
        ".txt": TEXT,
        ".md": markdown,
        ".html": _HTML,
        ".mhtml": _MHTML,
        ".rtf": _RTF,
        ".jsonl": (json.dumps(row) + "\n") * 2,
        ".csv": csv,
    }
    files = [(ending, text.encode()) for ending, text in plain.items()]
    files.append((".txt", TEXT.encode("utf-16")))
    files += [(".pdf", _pdf(packed=False)), (".pdf", _pdf(packed=True)), (".docx", _docx()), (".odt", _odt())]
    files += [(ending, draw(HEALTH)) for ending, draw in (LATER_LAYOUTS | TEXT_LAYOUTS).values()]
    files.append((".txt", _DATED.encode()))
    files.append((".zip", pack({f"talks{i}{ending}": data for i, (ending, data) in enumerate(files)})))
    return files


def damaged(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """``data`` damaged one to four times, where it is an archive mostly inside one of its members, or in its list."""
    if data.startswith(b"PK\x03\x04") and (where := chance.random()) < 0.9:
        if where < 0.2:
            start = data.index(b"PK\x01\x02")
            return data[:start] + damaged(data[start:], others, chance)
        members = unpack(data)
        name = chance.choice(sorted(members))
        return pack(members | {name: damaged(members[name], others, chance)})
    for _ in range(chance.randint(1, 4)):
        damage = chance.choice(_DAMAGES)
        data = damage(data, others, chance)
    return data


def pack(members: dict[str, bytes]) -> bytes:
    """A ZIP archive of ``members``, the same bytes each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Names and bytes of an archive's members."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pdf(packed: bool) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=int(packed), invariant=True)
    canvas.setTitle(TITLE)
    for page in (1, 2):
        for i, line in enumerate((TITLE, *PARAGRAPHS, *ITEMS)):
            canvas.drawString(72, 760 - 30 * i, line)
        canvas.drawCentredString(300, 30, str(page))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _docx() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    for item in ITEMS:
        document.add_paragraph(item, style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "Bergen"
    stream = io.BytesIO()
    document.save(stream)
    return pack(unpack(stream.getvalue()))


def _odt() -> bytes:
    return pack({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": _ODT_CONTENT.encode()})


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = _place(data, chance)
    return start, min(len(data), start + chance.choice((1, 4, 16, 64, 256, 1024)))


def _flip(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40)) if data else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _truncate(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    return data[: _place(data, chance)]


def _splice(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    return data[: _place(data, chance)] + other[_place(other, chance) :]


def _duplicate(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 30)) + data[end:]


def _delete(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def _insert(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    place = _place(data, chance)
    return data[:place] + chance.choice(_TOKENS) + data[place:]


def _renumber(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    number = chance.choice(numbers)
    return data[: number.start()] + chance.choice(_NUMBERS) + data[number.end() :]


def _elements(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    """An element taken out, repeated, or nested in itself: damage that leaves XML well-formed."""
    found = list(_ELEMENT.finditer(data))
    if not found:
        return data
    element = chance.choice(found)
    whole, times = element[0], chance.choice((0, 2, 60, 300))
    opening, closing = whole[: whole.index(b">") + 1], whole[whole.rindex(b"<") :]
    new = whole * times if chance.random() < 0.5 else opening * times + whole + closing * times
    return data[: element.start()] + new + data[element.end() :]


def _noise(data: bytes, _others: list[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + chance.randbytes(end - start) + data[end:]


_DAMAGES: tuple[Callable[[bytes, list[bytes], random.Random], bytes], ...] = (
    _flip,
    _truncate,
    _splice,
    _duplicate,
    _delete,
    _insert,
    _renumber,
    _elements,
    _noise,
)
