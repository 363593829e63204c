"""Who a page says it belongs to: its logo, the name of its site, the form above its text, its line of copyright."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pipeline.ingest.description.issuers import holder_of

Element = Any

MOST_IMAGES = 40
"""Pictures at the head of a page among which its logo is looked for."""
LONGEST_NAME = 120

_NAME = re.compile(r"(?:^|[\s_-])(?:logo|site-?(?:name|title)|brand|lbl(?:ministry|site|org\w*))(?:$|[\s_-])", re.I)
_OF_LOGO = re.compile(
    r"^(?:(?:go|return|back) to |the )?(?:logo|emblem|crest|coat of arms|seal|home ?page|home)(?: of| for|:| [-–|])?"
    r"(?: the)?\s+|"
    r"[\s,|–-]+(?:logo|emblem|crest|coat of arms|home ?page|home|banner)\W*$",
    re.I,
)
_LABEL = re.compile(
    r"(?:from|publisher|published by|issued by|issuer|source|organi[sz]ation|ministry|author)\s*:?", re.I
)


def owners(root: Element) -> list[str]:
    """The names by which a page tells whose it is, best first; what they are is for others to judge."""
    found = [*_labelled(root), *_logos(root), *_sites(root), *_holders(root)]
    return [name for name in dict.fromkeys(" ".join(name.split()) for name in found) if 0 < len(name) <= LONGEST_NAME]


def _labelled(root: Element) -> Iterator[str]:
    """What a list of facts says of the publisher: "From: Ministry of Ports"."""
    for term in root.iter("dt"):
        value = term.getnext()
        if value is not None and value.tag == "dd" and _LABEL.fullmatch(_text(term)):
            yield _text(value)


def _logos(root: Element) -> Iterator[str]:
    """What stands for the pictures of a page's head where these cannot be shown."""
    for image, _ in zip(root.iter("img", "h1"), range(MOST_IMAGES), strict=False):
        if image.tag == "h1":
            return
        yield _OF_LOGO.sub("", image.get("alt", "").strip())


def _sites(root: Element) -> Iterator[str]:
    """The name of the site in its head."""
    for element in root.iter():
        if isinstance(element.tag, str) and _NAME.search(f"{element.get('class', '')} {element.get('id', '')}"):
            yield _OF_LOGO.sub("", _text(element))


def _holders(root: Element) -> Iterator[str]:
    """Who holds the copyright, by the last lines that say so; a mark alone is followed by the name."""
    texts = [text for piece in root.itertext() if (text := " ".join(piece.split()))]
    for text, following in [*pairwise([*texts, ""])][::-1]:
        if len(text) <= 2 * LONGEST_NAME and (holder := holder_of(text)):
            yield holder
        elif holder_of(f"{text} {following}") and len(text) <= 20:
            yield holder_of(f"{text} {following}")


def _text(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())
