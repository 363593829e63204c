"""Properties of a format judged: which of them may describe the document.

Files carry titles of the template they were made from, names of converters, and the day they were last exported. A
title counts where the document's own opening repeats it; an issuer where it names an office, a state or a body; the day
when a file was made only where the text names no day at all.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from pipeline.ingest.description.dayorder import order_of_language
from pipeline.ingest.description.issuers import infer_issuer, is_office, is_official, office_in
from pipeline.ingest.description.metadata import Metadata
from pipeline.ingest.description.titles import is_plain_label
from pipeline.ingest.passages import Change, Passage, shorten
from pipeline.ingest.reading import Properties
from pipeline.knowledge import Knowledge
from pipeline.names.situation.issuers import speaker_codes
from pipeline.names.writtendates import Order, read_date

OPENING_LINES = 25
LONGEST_VALUE = 300
SHORTEST_TITLE = 8
"""Letters and figures of a title."""
EARLIEST_YEAR = 1900

_MACHINE_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) -.*|(?:untitled|document|presentation|title|layout|template)[\s\d_-]*|"
    r"no title|[\w.-]+\.(?:docx?|pdf|odt|rtf|indd|txt|html?|qxd|pptx?)|\S+)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[|–—»:·•/-]+\s+|\s*[|｜]\s*|\s+::\s+|(?<=[^\W\d_])_(?=[A-Z])")
_COMPACT_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")
_NO_NAME = re.compile(
    r"[|:?!«»…]|^(?:[A-Z]\.)+$|"
    r"\b(?:web ?site|home ?page|portal|online|gov\.\w+|logo|flag|map|photo|picture|image|icon|news)\b",
    re.IGNORECASE,
)
_NO_LETTERS = re.compile(r"[\W_]+")


def add_properties(
    given: Metadata, properties: Properties, lines: list[Passage], knowledge: Knowledge
) -> tuple[Metadata, list[Change]]:
    """``given`` with its empty fields filled from the format's properties, marked as inferred; what was not believed.

    ``lines`` are those of the document, of which the opening must repeat a title.
    """
    found: dict[str, object] = {}
    changes: list[Change] = []
    if not given.title and properties.titles:
        opening = [line.text[:LONGEST_VALUE] for line in lines[:OPENING_LINES]]
        said = [title for title in properties.titles if not is_plain_label(title.strip(), knowledge)]
        found["title"] = believable_title(said, opening, properties.headings)
        if not found["title"]:
            changes.append(Change(1, "metadata", f"title {shorten(properties.titles[0], LONGEST_VALUE)}: not used"))
    if not given.date:
        order = order_of_language(properties.language, knowledge)
        found["date"] = next((date for text in properties.dates if (date := property_date(text, order))), None)
    if not given.issuer:
        titles = [str(found.get("title") or given.title), *properties.titles[:1]]
        found["issuer"] = _issuer(properties, titles, knowledge)
    if not given.url and urlsplit_safely(properties.url):
        found["url"] = properties.url
    known = {name: value for name, value in found.items() if value}
    inferred = (*given.inferred, *known)
    if "date" in known:
        known |= {"date_precision": "day", "date_source": "page"}
    return replace(given, **known, inferred=inferred), changes  # type: ignore[arg-type]


def believable_title(candidates: Sequence[str], opening: Sequence[str], headings: Sequence[str]) -> str:
    """The first candidate, without the name of its site, that the opening or a main heading repeats; else empty.

    A part of a candidate must open a line or a heading: the name of the site stands elsewhere too.
    """
    whole = [_letters(place) for place in (" ".join(opening), *headings)]
    starts = [_letters(place) for place in (*opening, *map(" ".join, pairwise(opening)), *headings)]
    for candidate in candidates:
        text = " ".join(candidate[:LONGEST_VALUE].split())
        for title in (text, *_parts(text)):
            letters = _letters(title)
            if len(letters) < SHORTEST_TITLE or _MACHINE_TITLE.fullmatch(title):
                continue
            if any(letters in place for place in whole) and (
                title == text or any(place.startswith(letters) for place in starts)
            ):
                return title
    return ""


def believable_issuer(text: str, titles: Iterable[str], knowledge: Knowledge) -> str:
    """``text`` where it names an office, a state or a body of states; else empty.

    What holds one of the ``titles`` names no publisher but the text; and names are no sentences.
    """
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_VALUE // 3 or name.startswith(("http", "@")) or _NO_NAME.search(name):
        return ""
    letters = _letters(name)
    if any(title in letters for title in map(_letters, titles) if title):
        return ""
    return name if infer_issuer([name], [], knowledge) or is_official(name, knowledge) else ""


def _issuer(properties: Properties, titles: Sequence[str], knowledge: Knowledge) -> str:
    """The first publisher that is believed, whole or a part of what is said, with its state where another name adds it.

    An office of which many states have one ("Ministry of Ports") is told by the name of another source that holds its
    words and names its state. What stands in a title is a name as a whole or none: its parts may tell of others.
    """
    whole = "\n".join(map(_letters, properties.titles))
    in_titles = [text for text in properties.issuers if _letters(text) in whole]
    told = [
        *(
            name
            for text in properties.issuers
            for name in (text, *_offices("" if text in in_titles else text, knowledge))
        ),
        _office_beside(properties.titles, knowledge),
        *(name for text in properties.owners for name in (text, *_offices(text, knowledge))),
    ]
    names = [name for text in told if (name := believable_issuer(text, titles, knowledge))]
    first = next(iter(names), "")
    if not first or speaker_codes(first, knowledge):
        return first
    words = set(first.casefold().split())
    return next((n for n in names if words <= set(n.casefold().split()) and speaker_codes(n, knowledge)), first)


def property_date(text: str, order: Order = Order.UNKNOWN) -> datetime.date | None:
    """A day in the notations of formats: "2024-04-10T09:00Z", "D:20240410090000", "April 10, 2024"."""
    compact = _COMPACT_DATE.match(text.strip())
    if compact:
        try:
            date: datetime.date | None = datetime.date(*map(int, compact.groups()))
        except ValueError:
            return None
    else:
        date = read_date(text[:LONGEST_VALUE], order)
    return date if date and date.year >= EARLIEST_YEAR else None


def urlsplit_safely(url: str) -> str:
    """The host of an address of the web; empty where it is none."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _parts(title: str) -> list[str]:
    """The parts of a title between separators, longest first: one of them may be the name of the site."""
    pieces = _SEPARATOR.split(title)
    return sorted(pieces, key=len, reverse=True) if len(pieces) > 1 else []


def _office_beside(titles: tuple[str, ...], knowledge: Knowledge) -> str:
    """The office that a title names beside itself: "Talks - Ministry of Ports", "Ministry of Ports: Talks"."""
    parts = (part for title in titles for part in (*_parts(title), title.partition(": ")[0] if ": " in title else ""))
    return next((office for part in parts if (office := office_in(part.strip(), knowledge))), "")


def _offices(text: str, knowledge: Knowledge) -> list[str]:
    """The parts of what a site is called that are offices: "Ministry of Ports - News"."""
    return [part for part in _parts(text) if office_in(part, knowledge) or is_office(part, knowledge)]


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.casefold())
