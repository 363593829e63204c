"""Lists of addresses: RSS and Atom feeds, and files with one address a line."""

from pathlib import Path

import httpx

from pipeline.errors import CommuniqueError, DocumentError
from pipeline.ingest.corpus.entries import read_bytes
from pipeline.ingest.formats.office.xml import Element, parse_xml

MOST_ADDRESSES = 1_000
"""Addresses of one feed or list that are taken."""
LARGEST_LIST = 5_000_000
_ROOTS = ("rss", "feed", "RDF")
_ENTRIES = ("item", "entry")


def feed_links(data: bytes, url: httpx.URL) -> list[str] | None:
    """The addresses of a feed's entries in its order, as it writes them; None where ``data`` is no feed.

    Raises :class:`DocumentError` where the feed has no entries, or more than ``MOST_ADDRESSES``.
    """
    try:
        root = parse_xml(data, str(url))
    except DocumentError:
        return None
    if _local(root) not in _ROOTS:
        return None
    links = (_link(element) for element in root.iter() if _local(element) in _ENTRIES)
    found = list(dict.fromkeys(link for link in links if link))
    return _bounded(found, str(url))


def listed(file: Path) -> list[str]:
    """The addresses in a file, one a line; empty lines and those that begin with # are left out.

    Raises :class:`CommuniqueError` where the file cannot be read or holds none, or more than ``MOST_ADDRESSES``.
    """
    if not file.is_file():
        raise CommuniqueError(f"{file} is no file: give the path of a text file with one address a line.")
    lines = read_bytes(file, str(file), LARGEST_LIST).decode("utf-8-sig", "replace").splitlines()
    found = [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]
    return _bounded(list(dict.fromkeys(found)), str(file))


def _bounded(found: list[str], name: str) -> list[str]:
    if not found:
        raise DocumentError(f"{name} holds no addresses: nothing was added from it.")
    if len(found) > MOST_ADDRESSES:
        raise DocumentError(
            f"{name} holds {len(found):,} addresses, more than the {MOST_ADDRESSES:,} that are taken: split it."
        )
    return found


def _link(entry: Element) -> str:
    """The address of an entry: the text of its link, a link's href to the page itself, or a permanent guid."""
    for element in entry:
        if _local(element) != "link":
            continue
        if href := element.get("href"):
            if element.get("rel", "alternate") == "alternate":
                return str(href).strip()
        elif (element.text or "").strip():
            return str(element.text).strip()
    guids = (element for element in entry if _local(element) == "guid" and element.get("isPermaLink") != "false")
    return next(((guid.text or "").strip() for guid in guids), "")


def _local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
