"""What a file is, told by its first bytes and not by its name."""

import re

from pipeline.errors import DocumentError
from pipeline.ingest.formats.office.packages import CONTENT_TYPES, holds_word_text
from pipeline.ingest.formats.zipped import MAGIC, open_zip, read_member

HEAD = 4_096
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MHTML = re.compile(rb"(?:^|\n)content-type:\s*multipart/related\b", re.IGNORECASE)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def kind_of(data: bytes, name: str) -> str:
    """The usual ending of what ``data`` is (".pdf", ".docx", ...); empty where only its name can tell.

    Raises :class:`DocumentError` for kinds that are not read: old Word files, pictures, spreadsheets.
    """
    head = data[:HEAD]
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(MAGIC):
        return _packed_kind(data, name)
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_OLD_OFFICE):
        raise DocumentError(_old_office(data, name))
    if head.startswith(_PICTURES):
        raise DocumentError(f"{name} is a picture, not text: add the text of the document instead.")
    plain = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _HTML.match(plain):
        return ".html"
    return ".mhtml" if _MHTML.search(plain) and b"mime-version:" in plain.lower() else ""


def _packed_kind(data: bytes, name: str) -> str:
    """Word and OpenDocument texts are ZIP archives that hold certain files."""
    with open_zip(data, name) as archive:
        inside = set(archive.namelist())
        types = read_member(archive, CONTENT_TYPES, name) if CONTENT_TYPES in inside else b""
        if "word/document.xml" in inside or holds_word_text(types):
            return ".docx"
        kind = read_member(archive, "mimetype", name) if "mimetype" in inside else b""
    if kind.strip() == OPEN_DOCUMENT:
        return ".odt"
    if types or kind.startswith(b"application/vnd.oasis"):
        raise DocumentError(f"{name} is a spreadsheet, slides or drawing, not a text: save its text as .docx or .txt.")
    raise DocumentError(f"{name} is a ZIP archive of other files: give it the ending .zip, or unpack it.")


def _old_office(data: bytes, name: str) -> str:
    if _ENCRYPTED_PACKAGE in data:
        return f"{name} is protected by a password: save it without one and add it again."
    return f"{name} is a file of Word 2003 or older, which is not read: save it as .docx and add it again."
