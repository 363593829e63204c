"""The day of publication that the elements of a page carry: marked as such, or the time beside its main heading."""

import re
from collections.abc import Iterator
from typing import Any

Element = Any

MOST_LEVELS = 5
"""Elements around the main heading in which its time is looked for."""
LONGEST_VALUE = 60

_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:published|(?:entry|post|pub|publish|article|news|release)[-_]?date)(?:$|[\s_-])", re.I
)
_OTHER = re.compile(r"(?:^|[\s_-])(?:updated|modified|comment\w*|event|related)(?:$|[\s_-])", re.I)
_PLACES = frozenset(("html", "body"))


def dates_of_elements(root: Element) -> list[str]:
    """What elements say of the day of publication, best first: ``itemprop``, then times beside the main heading."""
    marked = [
        element.get("datetime") or element.get("content") or "".join(element.itertext())
        for element in root.iter()
        if isinstance(element.tag, str)
        and "datepublished" in (element.get("itemprop") or "").lower()
        and element.tag != "meta"
    ]
    return [text.strip()[:LONGEST_VALUE] for text in [*marked, *_beside_heading(root)] if text.strip()]


def _beside_heading(root: Element) -> Iterator[str]:
    """The first time of publication in the smallest part of the page with the main heading that holds one."""
    heading = next((element for element in root.iter("h1") if "".join(element.itertext()).strip()), None)
    around = heading.getparent() if heading is not None else None
    for _ in range(MOST_LEVELS):
        if around is None or around.tag in _PLACES:
            return
        times = [time for time in around.iter("time") if time.get("datetime") and not _is_other(time)]
        if times:
            best = next((time for time in times if time.get("pubdate") is not None or _is_published(time)), times[0])
            yield best.get("datetime")
            return
        around = around.getparent()


def _is_published(element: Element) -> bool:
    return bool(_PUBLISHED.search(element.get("class", "")))


def _is_other(element: Element) -> bool:
    """Whether a time is that of a change, or of something else than the text: a comment, an event."""
    if _is_published(element):
        return False
    around = element.getparent()
    return any(
        _OTHER.search(f"{one.get('class', '')} {one.get('id', '')}") for one in (element, around) if one is not None
    )
