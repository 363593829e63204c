"""What a web page says about itself: meta tags, JSON-LD, its canonical address."""

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.ingest.formats.web.issuetimes import dates_of_elements
from pipeline.ingest.formats.web.mastheads import owners
from pipeline.ingest.reading import Properties

Element = Any

LONGEST_JSON = 200_000
MOST_OBJECTS = 200
MOST_HEADINGS = 20
FEWEST_TITLE_WORDS = 3
LONGEST_VALUE = 500

_SITES = ("og:site_name", "application-name")
_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title")
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued"),
    *("dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "citation_publication_date", "pubdate"),
    *(
        "publishdate",
        "publish_date",
        "pub_date",
        "publication_date",
        "publish-date",
        "date",
        "parsely-pub-date",
        "sailthru.date",
    ),
)
_ISSUERS = ("dc.publisher", "dcterms.publisher", "publisher", "dc.creator", "dcterms.creator", "og:site_name", "author")
_PARAGRAPH_END = re.compile(r"</?(?:p|div|h[1-6]|li|br|ul|ol)\b[^<>]{0,200}>|\\n", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")


def page_properties(root: Element, address: str = "") -> Properties:
    """The properties of a page; ``address`` is the one from which it was saved, where that is known."""
    meta = _meta(root)
    linked = list(_linked_data(root))
    headings = [" ".join("".join(heading.itertext()).split()) for heading in root.iter("h1")][:MOST_HEADINGS]
    title = " ".join("".join(next(root.iter("title"), root.makeelement("title")).itertext()).split())
    said = [*(_text(item.get("headline")) for item in linked), *_of(meta, _TITLES)]
    return Properties(
        titles=_titles(headings, said, title, [meta.get(key, "") for key in _SITES]),
        headings=_some(*_repeated(headings, said), *(text for text in said if _is_part(text, title))),
        dates=_some(
            *(_text(item.get("datePublished")) for item in linked), *_of(meta, _DATES), *dates_of_elements(root)
        ),
        issuers=_some(
            *(_name(item.get("publisher")) for item in linked),
            *_of(meta, _ISSUERS),
            *reversed(title.split(" | ")),
        ),
        owners=tuple(owners(root)),
        url=next(iter(_some(_canonical(root), meta.get("og:url", ""), address, _saved_from(root))), ""),
        language=root.get("lang", "")[:10],
    )


def _titles(headings: Sequence[str], said: Sequence[str], title: str, sites: Sequence[str]) -> tuple[str, ...]:
    """Titles, best first: what the page says and a main heading repeats, the first heading, what the page says.

    A heading that names the site comes last.
    """
    first = next((heading for heading in headings if heading), "")
    of_site = bool(first) and any(_letters(first) in _letters(site) for site in sites)
    beside = any(text and _letters(text) != _letters(title) == _letters(first) + _letters(text) for text in said)
    front, back = ("", first) if of_site or beside else (first, "")
    return _some(*_repeated(said, headings), front, *said, title, back)


def _is_part(said: str, title: str) -> bool:
    """Whether the title of a page is what its tags say, and the name of the site."""
    letters, whole = _letters(said), _letters(title)
    return len(said.split()) >= FEWEST_TITLE_WORDS and letters != whole and letters in whole


def _repeated(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """Those of ``texts`` that stand among ``others`` too, but for signs and blanks."""
    known = {_letters(other) for other in others} - {""}
    return [text for text in texts if _letters(text) in known]


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article as the JSON-LD of a page holds it: its headline, and its text with one paragraph a line."""

    title: str
    text: str


def linked_article(root: Element) -> LinkedArticle | None:
    """The longest article body in the JSON-LD of a page; None where there is none."""
    found = [
        LinkedArticle(_plain(_text(item.get("headline"))), _plain(body))
        for item in _linked_data(root)
        if isinstance(body := item.get("articleBody"), str)
    ]
    return max(found, key=lambda article: len(article.text), default=None)


def _plain(text: str) -> str:
    """A text without mark-up, its paragraphs one a line."""
    text = _PARAGRAPH_END.sub("\n", html.unescape(html.unescape(text[:LONGEST_JSON])))
    lines = (" ".join(_TAG.sub(" ", line).split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _meta(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = element.get("content", "")
        if key and content:
            found.setdefault(key.strip().lower(), content[:LONGEST_VALUE])
    return found


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD of a page describes; the page itself and its site are none."""
    for script in root.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json" or len(script.text or "") > LONGEST_JSON:
            continue
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        for _ in range(MOST_OBJECTS):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item[:MOST_OBJECTS]
            elif isinstance(item, dict):
                waiting += [item[key] for key in ("@graph", "mainEntity") if key in item]
                if "headline" in item or "datePublished" in item or "articleBody" in item:
                    yield item


def _of(meta: dict[str, str], keys: tuple[str, ...]) -> list[str]:
    return [meta.get(key, "") for key in keys]


def _canonical(root: Element) -> str:
    return next((link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"), "")


def _saved_from(root: Element) -> str:
    """The address that a browser writes into a comment of a page it saves."""
    before = root.getprevious()
    comments = [before] if before is not None else []
    comments += [child for child in list(root)[:3] if not isinstance(child.tag, str)]
    return next((found[1] for c in comments if (found := _SAVED_FROM.search((c.text or "")[:LONGEST_VALUE]))), "")


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str:
    return value[:LONGEST_VALUE] if isinstance(value, str) else ""


def _some(*values: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
