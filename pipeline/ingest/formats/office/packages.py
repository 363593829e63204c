"""Word packages brought to the one form that is read: Strict Open XML, templates and macro files are written otherwise.

ISO/IEC 29500 gives the Strict form other namespaces (purl.oclc.org) than the Transitional one that Word writes by
default; what they hold is the same.
"""

import io
import re
import zipfile

STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACE = re.compile(re.escape(STRICT) + rb"(\w+)/([\w/]+)")
_SPELLED = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
_WORD_PART = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.(?:document|template)|"
    rb"ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml",
    re.IGNORECASE,
)
_DOCUMENT_PART = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = "[Content_Types].xml"


def holds_word_text(content_types: bytes) -> bool:
    """Whether a package's list of parts names the main part of a Word text, whatever that part's file is called."""
    return bool(_WORD_PART.search(content_types))


def as_transitional(data: bytes, parts: list[tuple[str, bytes]]) -> bytes:
    """The package as Word writes it by default; ``data`` itself where it is so already.

    ``parts`` are its members by name, read within bounds.
    """
    types = next((content for name, content in parts if name == CONTENT_TYPES), b"")
    strict = any(STRICT in content for name, content in parts if name.endswith((".xml", ".rels")))
    found = _WORD_PART.search(types)
    if not strict and (found is None or found.group() == _DOCUMENT_PART):
        return data
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts:
            archive.writestr(name, _transitional(name, content))
    return stream.getvalue()


def _transitional(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return content
    if name == CONTENT_TYPES:
        content = _WORD_PART.sub(_DOCUMENT_PART, content)
    return _NAMESPACE.sub(_namespace, content)


def _namespace(found: re.Match[bytes]) -> bytes:
    first, *rest = found[2].split(b"/")
    last = [_SPELLED.get(part, part) for part in rest]
    return b"/".join([b"http://schemas.openxmlformats.org", found[1], b"2006", first, *last])
