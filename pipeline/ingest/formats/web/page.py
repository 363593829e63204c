"""Web pages: the main text in its order, without what the site puts around it.

Trafilatura (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15) tells where the main text of a page lies. It drops short
paragraphs, lists and date lines on the way; so its answer only points to the part of the page that holds the main text,
and every block of that part is taken, but for those that are mostly links and the sections that belong to the site.
"""

import copy
import re
from itertools import pairwise
from typing import Any

import trafilatura

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.characters import clean_lines
from pipeline.ingest.description.issuedate import is_dateline
from pipeline.ingest.formats.web.blocks import HEADINGS, WebBlock, page_blocks
from pipeline.ingest.formats.web.properties import linked_article, page_properties
from pipeline.ingest.formats.web.teasers import INDEX_PAGE, is_index, is_linked, weight
from pipeline.ingest.formats.web.tree import parse_page, prune, read_furniture
from pipeline.ingest.passages import Change, shorten
from pipeline.ingest.reading import Reading
from pipeline.knowledge import Knowledge
from pipeline.records import BlockKind

Element = Any

MOST_ELEMENTS_COMPARED = 30_000
"""Trafilatura's time grows faster than the page; larger pages are judged by their words alone."""
ANCHOR_WORDS = 6
"""Words of a block that must come back in the main text for the block to mark its place."""
MAIN_SHARE = 0.9
BESIDE_SHARE = 0.4
"""Share of the page's prose up to which a part headed "Latest news" or the like stands beside the main text."""
BUILT_SHARE = 0.5
"""Share of the words of a page's JSON-LD article below which its body is taken to be built by scripts."""
MAIN_ELEMENTS = frozenset(("main", "article"))
_WITHIN_TEXT = frozenset(("p", "li", "td", "pre", "blockquote", "tr"))

_WORD = re.compile(r"\w+")


def read_html(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    """A web page, saved or fetched. Raises :class:`DocumentError` where there is no text in it."""
    return read_page(data, name, "", "", knowledge)


def read_page(data: bytes, name: str, address: str, charset: str, knowledge: Knowledge) -> Reading:
    """A web page with the address and the character encoding that its transport told; empty where unknown."""
    root, changes = parse_page(data, name, charset)
    properties = page_properties(root, address)
    article = linked_article(root)
    pruned = prune(root, knowledge.get(read_furniture))
    blocks = page_blocks(root)
    kept, dropped = _main_blocks(root, blocks, knowledge)
    raw = _spaced(kept)
    if article and sum(map(weight, kept)) < BUILT_SHARE * len(_words(article.text)):
        raw = [(article.title, "heading"), *((line, None) for line in article.text.split("\n"))]
        changes.append(Change(1, "format", "page built by scripts", "articleBody of its JSON-LD"))
    elif not kept:
        raise DocumentError(f"{name} is a web page without text: save it from the browser when it is fully shown.")
    lines, found = clean_lines(raw)
    left_out = [Change(1, "furniture", shorten(text)) for text in (*pruned, *(block.text for block in dropped))]
    doubts = (INDEX_PAGE,) if is_index(blocks, kept) else ()
    return Reading(lines, {}, [*changes, *left_out, *found], properties, doubts)


def _main_blocks(root: Element, blocks: list[WebBlock], knowledge: Knowledge) -> tuple[list[WebBlock], list[WebBlock]]:
    """The blocks of the main text, and those of the page's rest that were not pruned with its menus."""
    sections = knowledge.get(_read_site_sections)
    weights = [weight(block) for block in blocks]
    marked = _anchored(root, blocks)
    weighed = [weight if mark else 0 for weight, mark in zip(weights, marked, strict=True)]
    main = _container(root, blocks, weighed if any(weighed) else weights)
    within, notes, beside = set(main.iter()), _notes(root), _beside(root, blocks, weights, sections)
    inside = [block.owner in within for block in blocks]
    first = inside.index(True) if True in inside else 0
    kept: list[WebBlock] = []
    dropped: list[WebBlock] = []
    in_section = False
    heading = _main_heading(blocks, inside, first)
    for i, block in enumerate(blocks):
        if _opens_section(block, sections):
            in_section = True
        elif block.owner.tag == "h1":
            in_section = False
        if block.owner in beside:
            keep = False
        elif inside[i]:
            keep = (not in_section or (marked[i] and block.kind != "heading")) and not is_linked(block)
        elif i < first:
            keep = i == heading or (heading is not None and heading < i and is_dateline(block.text, knowledge))
        else:
            keep = (marked[i] and not in_section and not is_linked(block)) or block.owner in notes
        (kept if keep else dropped).append(block)
    kept = _without_idle_sections(_without_idle_headings(kept, dropped), dropped)
    return kept, dropped


def _anchored(root: Element, blocks: list[WebBlock]) -> list[bool]:
    """Which blocks come back in what trafilatura takes for the main text."""
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS_COMPARED:
        return [False] * len(blocks)
    try:
        found = trafilatura.bare_extraction(copy.deepcopy(root), include_comments=False, favor_recall=True)
    except Exception:  # whatever a page makes it raise, the page can be judged without it
        found = None
    text = (getattr(found, "text", "") or "") if found is not None else ""
    words = _words(text)
    known = {tuple(words[i : i + ANCHOR_WORDS]) for i in range(len(words))}
    return [_comes_back(_words(block.text), known) for block in blocks]


def _comes_back(words: list[str], known: set[tuple[str, ...]]) -> bool:
    shingles = [tuple(words[i : i + ANCHOR_WORDS]) for i in range(len(words) - ANCHOR_WORDS + 1)]
    return bool(shingles) and sum(shingle in known for shingle in shingles) >= 0.5 * len(shingles)


def _container(root: Element, blocks: list[WebBlock], weights: list[int]) -> Element:
    """The smallest element that holds most of the weighed blocks."""
    below = _below(root, blocks, weights)
    place, needed = root, MAIN_SHARE * below.get(root, 0)
    while True:
        inner = next((child for child in place if below.get(child, 0) >= needed > 0), None)
        if inner is None or inner.tag in _WITHIN_TEXT:
            return _enclosing(place)
        place = inner


def _below(root: Element, blocks: list[WebBlock], weights: list[int]) -> dict[Element, int]:
    """What the blocks in each element weigh together."""
    below: dict[Element, int] = {}
    for block, words in zip(blocks, weights, strict=True):
        below[block.owner] = below.get(block.owner, 0) + words
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and below.get(element):
            below[parent] = below.get(parent, 0) + below[element]
    return below


def _beside(root: Element, blocks: list[WebBlock], weights: list[int], sections: re.Pattern[str]) -> set[Element]:
    """The elements of sections that belong to the site: around their headings, with links and little of the prose."""
    linked = {block.owner for block in blocks if is_linked(block)}
    below = _below(root, blocks, weights)
    found: set[Element] = set()
    for block in blocks:
        if block.owner in found or not _opens_section(block, sections):
            continue
        around = block.owner.getparent()
        if around is not None and not below.get(around):  # nothing but the heading
            around = around.getparent()
        if around is not None and below.get(around, 0) <= BESIDE_SHARE * below.get(root, 0):
            section = set(around.iter())
            found |= section if section & linked else set()
    return found


def _enclosing(place: Element) -> Element:
    """The <main> or <article> around a place: title, date and signature stand there too."""
    for element in place.iterancestors():
        if element.tag in MAIN_ELEMENTS or element.get("role") == "main":
            return element
    return place


def _notes(root: Element) -> set[Element]:
    """The elements to which the raised marks of footnotes lead, and what stands in them."""
    marks = (link.get("href", "") for raised in root.iter("sup") for link in raised.iter("a"))
    targets = {mark[1:] for mark in marks if len(mark) > 1 and mark.startswith("#")}
    found: set[Element] = set()
    if targets:
        for element in root.iter():
            if element.get("id") in targets or (element.tag == "a" and element.get("name") in targets):
                found.update((element if element.tag != "a" else element.getparent()).iter())
    return found


def _main_heading(blocks: list[WebBlock], inside: list[bool], first: int) -> int | None:
    """The main heading of a page that stands before its main text; None where that holds one."""
    if any(ok and block.owner.tag == "h1" for ok, block in zip(inside, blocks, strict=True)):
        return None
    heads = [i for i, block in enumerate(blocks[:first]) if block.owner.tag == "h1"]
    return heads[-1] if heads else None


def _without_idle_headings(kept: list[WebBlock], dropped: list[WebBlock]) -> list[WebBlock]:
    """Blocks without the headings at their end, under which nothing is left."""
    end = len(kept)
    while end > 1 and kept[end - 1].owner.tag in ("h2", "h3", "h4", "h5", "h6"):
        end -= 1
    dropped += kept[end:]
    return kept[:end]


def _without_idle_sections(kept: list[WebBlock], dropped: list[WebBlock]) -> list[WebBlock]:
    """Blocks without the parts behind the text that have a main heading of their own and no prose: the site's."""
    heads = [i for i, block in enumerate(kept) if block.owner.tag == "h1"]
    first_prose = next((i for i, block in enumerate(kept) if weight(block)), len(kept))
    idle: set[int] = set()
    for start, end in pairwise([*heads, len(kept)]):
        if start > first_prose and not any(weight(block) and block.kind != "heading" for block in kept[start:end]):
            idle.update(range(start, end))
    dropped += [block for i, block in enumerate(kept) if i in idle]
    return [block for i, block in enumerate(kept) if i not in idle]


def _opens_section(block: WebBlock, sections: re.Pattern[str]) -> bool:
    """Whether a block is the heading of a section of the site; a word of a menu opens none."""
    headed = block.kind == "heading" and (block.owner.tag in HEADINGS or not is_linked(block))
    return headed and bool(sections.fullmatch(block.text.rstrip(" :.")))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _spaced(blocks: list[WebBlock]) -> list[tuple[str, BlockKind | None]]:
    """The lines of the blocks, an empty one between them but not between lines that the page keeps."""
    lines: list[tuple[str, BlockKind | None]] = []
    for block in blocks:
        if lines and block.kind is not None:
            lines.append(("", None))
        lines.append((block.text, block.kind))
    return lines


def _read_site_sections(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{entry})" for entry in knowledge.entries("web_sections.txt")) or "(?!)", re.IGNORECASE
    )
