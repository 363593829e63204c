"""XML parts of office documents, parsed without entities, schemas or the network."""

from typing import Any

from lxml import etree

from pipeline.errors import DocumentError

Element = Any
"""An element of lxml."""


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML part. Raises :class:`DocumentError` where it is broken, or nested beyond 256 levels."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError(f"{name} is damaged inside and cannot be read: save or download it again.") from error
