"""Web pages as trees: decoded, parsed within bounds, and pruned of what is plainly no text."""

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import lxml.html
from lxml import etree

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.decoding import BYTE_ORDER_MARKS, decode
from pipeline.ingest.cleaning.strays import decode_with_strays, is_mostly_utf8
from pipeline.ingest.passages import Change
from pipeline.knowledge import Knowledge

Element = Any
"""An element of lxml, whose type stubs do not know the tree of a page."""

MOST_ELEMENTS = 300_000
PROTECTED_SHARE = 0.4
"""Share of the page's letters from which on an element is kept whatever its class says."""
MOST_ATTRIBUTES = 200
HEAD = 4_096
LONGEST_NAME = 300
"""Characters of a class or id that are looked at."""
NOT_TEXT = frozenset(
    (
        *("script", "style", "noscript", "template", "nav", "aside", "iframe", "svg", "button", "select", "input"),
        *("object", "embed", "canvas", "audio", "video", "dialog", "map", "math", "menu", "textarea", "footer"),
    )
)
UNREAD = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas"))
"""Elements whose content nobody reads on the page."""
_PROTECTED = frozenset(("html", "body", "main", "article"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu"))
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{1000,}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSETTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that lxml reads in broken pages, but does not let be set, because XML has none of them."""
_OPENABLE = frozenset(("accordion", "collapse", "collapsible", "collapsed", "expandable", "tabpanel", "details"))
"""Words in the class of a part that a reader opens."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse_page(data: bytes, name: str, charset: str = "") -> tuple[Element, list[Change]]:
    """The tree of a web page. ``charset`` is what its transport said, which counts less than its own bytes.

    Raises :class:`DocumentError` where it is nested too deeply, has too many elements, or is no page at all.
    """
    text, changes = decode_page(data, name, charset)
    parser = lxml.html.HTMLParser(huge_tree=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        sound = _LONG_TAG.sub(_few_attributes, text.replace("\0", ""))
        root = lxml.html.document_fromstring(sound.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DocumentError(f"{name} is no web page that can be read: save the page again, or its text.") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise DocumentError(f"{name} nests its elements too deeply to be read: save its text as a .txt file.")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise DocumentError(f"{name} has more than {MOST_ELEMENTS:,} elements: save its text as a .txt file.")
    return root, changes


def _few_attributes(tag: re.Match[str]) -> str:
    """A tag, without its attributes where there are very many: the parser compares each with each."""
    found = tag.group()
    many = found.count("=") > MOST_ATTRIBUTES or len(found.split()) > MOST_ATTRIBUTES
    return found.split(maxsplit=1)[0] if many else found


def decode_page(data: bytes, name: str, charset: str = "") -> tuple[str, list[Change]]:
    """The text of a page: UTF-8 where all but a few bytes are, then as it declares if that fits, then as plain text."""
    if not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        declared = _CHARSET.search(data[:HEAD])
        for encoding in ("utf-8", declared[1].decode("ascii") if declared else "", charset):
            if text := _decoded(data, encoding):
                return text, [] if encoding == "utf-8" else [Change(1, "encoding", encoding.lower(), "utf-8")]
            if encoding == "utf-8" and is_mostly_utf8(data):
                return decode_with_strays(data)
    return decode(data, name)


def prune(root: Element, furniture: frozenset[str]) -> list[str]:
    """Take menus, buttons, forms, notices and unseen parts out of a tree, told by element, role, class and id.

    ``furniture`` are the words by which a class or id betrays them (:func:`read_furniture`). An element that holds much
    of the page's text is kept whatever it is called, and so is what only waits to be opened: the parts of an accordion,
    and ``hidden="until-found"``. Gives the wording of what was taken out.
    """
    dropped: list[str] = []
    gone: set[Element] = set()
    letters, headed = _weigh(root)
    total = letters[root]
    for element in list(root.iter()):
        if element in gone:
            continue
        if not isinstance(element.tag, str):
            _drop(element)
        elif (
            element.tag in NOT_TEXT
            or element.get("role") in _ROLES
            or (element.tag not in _PROTECTED and _is_furniture(element, furniture))
        ):
            plain = element.tag in NOT_TEXT and element.tag not in ("aside", "footer", "menu")
            if plain or (letters[element] <= PROTECTED_SHARE * total and element not in headed):
                if element.tag not in UNREAD and (wording := " ".join(" ".join(_texts(element)).split())):
                    dropped.append(wording)
                gone.update(element.iter())
                _drop(element)
    return dropped


def _texts(element: Element) -> Iterator[str]:
    """The texts in an element, without those of scripts and styles."""
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag not in UNREAD:
            yield inner.text or ""
        if inner is not element:
            yield inner.tail or ""


def _decoded(data: bytes, encoding: str) -> str:
    """``data`` in an encoding that Python knows as one of texts and that fits; else empty."""
    try:
        codec = codecs.lookup(encoding)
        if not encoding or codec.name.startswith(("utf-16", "utf-32", "utf-7", "punycode", "idna", "raw", "unicode")):
            return ""
        return data.decode("cp1252" if codec.name == "iso8859-1" else codec.name)
    except (LookupError, ValueError):
        return ""


def _weigh(root: Element) -> tuple[dict[Element, int], set[Element]]:
    """Letters below each element, scripts apart, and the elements that hold a main heading."""
    letters: dict[Element, int] = {}
    headed: set[Element] = set()
    for element in reversed(list(root.iter())):
        own = 0 if not isinstance(element.tag, str) or element.tag in ("script", "style") else len(element.text or "")
        letters[element] = letters.get(element, 0) + own
        parent = element.getparent()
        if parent is not None:
            letters[parent] = letters.get(parent, 0) + letters[element] + len(element.tail or "")
            if element.tag == "h1" or element in headed:
                headed.add(parent)
    return letters, headed


def _is_furniture(element: Element, furniture: frozenset[str]) -> bool:
    names = f"{element.get('class', '')[:LONGEST_NAME]} {element.get('id', '')[:LONGEST_NAME]}"
    if "hidden" in element.attrib or _UNSEEN.search(element.get("style", "")[:LONGEST_NAME]):
        return not _opens(element, names)
    return names != " " and any(not furniture.isdisjoint(_words_of(name)) for name in names.split())


def _opens(element: Element, names: str) -> bool:
    """Whether a part is unseen only until a reader opens it, or finds a word in it."""
    if element.get("hidden", "").lower() == "until-found" or element.get("role") == "tabpanel":
        return True
    around = element.getparent()
    above = around.get("class", "")[:LONGEST_NAME] if around is not None else ""
    return any(not _OPENABLE.isdisjoint(_words_of(name)) for name in f"{names} {above}".split())


@lru_cache(maxsize=10_000)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a class or id, and the pairs that stand beside each other in it."""
    words = [word.lower() for word in _WORD.findall(name)]
    return (*words, *(f"{a}-{b}" for a, b in pairwise(words)))


def read_furniture(knowledge: Knowledge) -> frozenset[str]:
    """Words, and pairs of words, by which a class or id is that of a menu, button or notice (``web_furniture.txt``)."""
    return frozenset(knowledge.entries("web_furniture.txt"))


def _drop(element: Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if tail and before is not None:
        before.tail = _UNSETTABLE.sub("", (before.tail or "") + tail)
    elif tail:
        parent.text = _UNSETTABLE.sub("", (parent.text or "") + tail)
    parent.remove(element)
