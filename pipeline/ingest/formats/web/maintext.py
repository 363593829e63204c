"""The main text of a page: which of its blocks belong to it, and which to the site around it.

Trafilatura (Barbaresi 2021, doi:10.18653/v1/2021.acl-demo.15) tells where the main text of a page lies. It drops short
paragraphs, lists and date lines on the way; so its answer only points to the part of the page that holds the main text,
and every block of that part is taken, but for those that are mostly links and the sections that belong to the site.
"""

import copy
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import trafilatura

from pipeline.ingest.description.issuedate import is_dateline
from pipeline.ingest.description.issuers import office_in
from pipeline.ingest.formats.web.blocks import HEADINGS, WebBlock, page_blocks
from pipeline.ingest.formats.web.teasers import is_linked, weight
from pipeline.ingest.formats.web.tree import prune
from pipeline.knowledge import Knowledge

Element = Any

MOST_ELEMENTS_COMPARED = 30_000
"""Trafilatura's time grows faster than the page; larger pages are judged by their words alone."""
ANCHOR_WORDS = 6
"""Words of a block that must come back in the main text for the block to mark its place."""
MAIN_SHARE = 0.9
BESIDE_SHARE = 0.4
"""Share of the page's prose up to which a part headed "Latest news" or the like stands beside the main text."""
LONG_PARAGRAPH = 20
"""Words of a paragraph that is text again, behind a section of the site that stands in its midst."""
BESIDE_TITLE = 3
"""Blocks above a title among which its day may stand."""
LEAD_SHARE = 0.5
"""Share of the prose behind it up to which what stands between a title and the main text is its lead."""
FEWEST_TITLE_WORDS = 3
MAIN_ELEMENTS = frozenset(("main", "article"))
_WITHIN_TEXT = frozenset(("p", "li", "td", "pre", "blockquote", "tr"))

_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"\s+[|–—»:·•/-]+\s+|\s*[|｜_]\s*|:\s+")


@dataclass(frozen=True, slots=True)
class Parted:
    """A page parted into the blocks of its text and the wording of the rest."""

    blocks: list[WebBlock]
    kept: list[WebBlock]
    left_out: list[str]

    @property
    def words(self) -> int:
        """Words of prose in the text."""
        return sum(map(weight, self.kept))


def part(root: Element, furniture: frozenset[str], knowledge: Knowledge) -> Parted:
    """A page parted; ``furniture`` are words of classes and ids that give away what is no text (it is pruned)."""
    pruned = prune(root, furniture)
    blocks = page_blocks(root)
    kept, dropped = _main_blocks(root, blocks, knowledge)
    return Parted(blocks, kept, [*pruned, *(block.text for block in dropped)])


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
    scope: set[Element] = set()
    below = _below(root, blocks, weights)
    heading = _main_heading(root, blocks, inside, first, knowledge)
    lead = heading is not None and sum(weights[heading + 1 : first]) <= LEAD_SHARE * sum(weights[first:])
    for i, block in enumerate(blocks):
        if _opens_section(block, sections):
            in_section, scope = True, set(_around(block, below).iter())
        elif block.owner.tag == "h1" or (weights[i] >= LONG_PARAGRAPH and block.owner not in scope):
            in_section = False
        if block.owner in beside:
            keep = False
        elif inside[i]:
            keep = (not in_section or (marked[i] and block.kind != "heading")) and not is_linked(block)
        elif i < first and heading is not None:
            keep = i == heading or (
                heading - BESIDE_TITLE <= i
                and not is_linked(block)
                and not in_section
                and (is_dateline(block.text, knowledge) or (heading < i and lead and weights[i] > 0))
            )
        elif i < first:
            keep = False
        else:
            keep = (marked[i] and not in_section and not is_linked(block)) or block.owner in notes
        (kept if keep else dropped).append(block)
    kept = _without_idle_sections(_without_idle_headings(kept, dropped), dropped)
    return kept, dropped


def _anchored(root: Element, blocks: list[WebBlock]) -> list[bool]:
    """Which blocks come back in what trafilatura takes for the main text."""
    known = shingles_of(words_of(extracted(root)))
    return [_comes_back(words_of(block.text), known) for block in blocks]


def extracted(root: Element) -> str:
    """The main text of a page as trafilatura reads it; empty for pages that take it too long."""
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS_COMPARED:
        return ""
    try:
        found = trafilatura.bare_extraction(copy.deepcopy(root), include_comments=False, favor_recall=True)
    except Exception:  # whatever a page makes it raise, the page can be judged without it
        return ""
    return getattr(found, "text", "") or ""


def _comes_back(words: list[str], known: set[tuple[str, ...]]) -> bool:
    shingles = [tuple(words[i : i + ANCHOR_WORDS]) for i in range(len(words) - ANCHOR_WORDS + 1)]
    return bool(shingles) and sum(shingle in known for shingle in shingles) >= 0.5 * len(shingles)


def shingles_of(words: list[str]) -> set[tuple[str, ...]]:
    """The runs of words that are compared."""
    return {tuple(words[i : i + ANCHOR_WORDS]) for i in range(len(words) - ANCHOR_WORDS + 1)}


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
        around = _around(block, below)
        if below.get(around, 0) <= BESIDE_SHARE * below.get(root, 0):
            section = set(around.iter())
            found |= section if section & linked else set()
    return found


def _around(heading: WebBlock, below: dict[Element, int]) -> Element:
    """The element in which a section stands: around its heading, and around what holds nothing but that."""
    around = heading.owner.getparent()
    if around is not None and not below.get(around):
        around = around.getparent()
    return heading.owner if around is None else around


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


def _main_heading(
    root: Element, blocks: list[WebBlock], inside: list[bool], first: int, knowledge: Knowledge
) -> int | None:
    """The main heading of a page that stands before its main text; None where that holds one.

    Where no element says that it is one, it is the block that the title of the page repeats.
    """
    if any(ok and block.owner.tag == "h1" for ok, block in zip(inside, blocks, strict=True)):
        return None
    heads = [i for i, block in enumerate(blocks[:first]) if block.owner.tag == "h1"]
    if heads:
        return heads[-1]
    title = " ".join(text for element in root.iter("title") for text in element.itertext())
    parts = [words_of(part) for part in (title, *_PARTS.split(" ".join(title.split())))]
    same = [_is_title(block.text, parts, knowledge) for block in blocks]
    if any(ok and told for ok, told in zip(inside, same, strict=True)):
        return None
    return next((i for i in reversed(range(first)) if same[i]), None)


def _is_title(text: str, parts: list[list[str]], knowledge: Knowledge) -> bool:
    """Whether a block is what a page's title begins with, or a part of it: the rest of it is the name of the site."""
    if office_in(text, knowledge):
        return False
    words = words_of(text)
    long = len(words) >= FEWEST_TITLE_WORDS
    return long and any(words in (part, part[: len(words)]) for part in parts)


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


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def _read_site_sections(knowledge: Knowledge) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{entry})" for entry in knowledge.expressions("web_sections.txt")) or "(?!)", re.IGNORECASE
    )
