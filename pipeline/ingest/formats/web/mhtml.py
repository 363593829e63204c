"""Web pages saved as one file (MHTML): the page is a part of a mail message."""

import base64
import binascii
import quopri
import re
from email.message import Message
from email.parser import BytesHeaderParser

from pipeline.errors import DocumentError
from pipeline.ingest.formats.web.page import read_page
from pipeline.ingest.reading import Reading
from pipeline.knowledge import Knowledge

DEPTH = 4
"""Nesting of parts that is followed."""
LONGEST_HEAD = 100_000
_BLANK = re.compile(rb"\r?\n\r?\n")


def read_mhtml(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    """The first page of an MHTML file. Raises :class:`DocumentError` where there is none."""
    head, body = _split(data)
    page = _first_page(head, body, DEPTH)
    if page is None:
        raise DocumentError(f"{name} holds no web page: save the page again, as HTML.")
    part, content = page
    address = str(head.get("Snapshot-Content-Location", "") or part.get("Content-Location", "")).strip()
    return read_page(_decoded(part, content), name, address, part.get_content_charset("") or "", knowledge)


def _split(data: bytes) -> tuple[Message, bytes]:
    blank = _BLANK.search(data, 0, LONGEST_HEAD)
    end = blank.end() if blank else 0
    return BytesHeaderParser().parsebytes(data[:end]), data[end:]


def _first_page(head: Message, body: bytes, depth: int) -> tuple[Message, bytes] | None:
    """The first part that is a web page, with its headers; parts of parts are looked through ``depth`` levels down."""
    if head.get_content_type() in ("text/html", "application/xhtml+xml"):
        return head, body
    boundary = head.get_boundary("") if head.get_content_maintype() == "multipart" else ""
    if not boundary or not depth:
        return None
    for part in body.split(b"--" + boundary.encode("utf-8", "replace"))[1:]:
        inner, content = _split(part.lstrip(b"\r\n"))
        if page := _first_page(inner, content, depth - 1):
            return page
    return None


def _decoded(part: Message, content: bytes) -> bytes:
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if encoding == "base64":
            return base64.b64decode(content)
        return quopri.decodestring(content) if encoding == "quoted-printable" else content
    except (binascii.Error, ValueError):
        return content
