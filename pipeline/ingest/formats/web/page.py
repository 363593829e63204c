"""Web pages: the main text in its order, without what the site puts around it."""

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.characters import clean_lines
from pipeline.ingest.formats.web.blocks import WebBlock, page_blocks
from pipeline.ingest.formats.web.maintext import Parted, extracted, part, shingles_of, words_of
from pipeline.ingest.formats.web.properties import linked_article, page_properties
from pipeline.ingest.formats.web.teasers import INDEX_PAGE, is_index, weight
from pipeline.ingest.formats.web.tree import parse_page, read_furniture
from pipeline.ingest.passages import Change, shorten
from pipeline.ingest.reading import Reading
from pipeline.knowledge import Knowledge
from pipeline.records import BlockKind

THIN_SHARE = 0.35
"""Share of the words of a page's prose below which its text is compared with that of trafilatura."""
FEWEST_MAIN_WORDS = 25
ENOUGH_SHARE = 0.5
BUILT_SHARE = 0.5
"""Share of the words of a page's JSON-LD article below which its body is taken to be built by scripts."""


def read_html(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    """A web page, saved or fetched. Raises :class:`DocumentError` where there is no text in it."""
    return read_page(data, name, "", "", knowledge)


def read_page(data: bytes, name: str, address: str, charset: str, knowledge: Knowledge) -> Reading:
    """A web page with the address and the character encoding that its transport told; empty where unknown."""
    root, changes = parse_page(data, name, charset)
    properties = page_properties(root, address)
    article = linked_article(root)
    whole = sum(map(weight, page_blocks(root)))
    parted = part(root, knowledge.get(read_furniture), knowledge)
    if parted.words < THIN_SHARE * whole:
        parted = _thicker(parted, data, name, charset, knowledge)
    raw = _spaced(parted.kept)
    if article and parted.words < BUILT_SHARE * len(words_of(article.text)):
        raw = [(article.title, "heading"), *((line, None) for line in article.text.split("\n"))]
        changes.append(Change(1, "format", "page built by scripts", "articleBody of its JSON-LD"))
    elif not parted.kept:
        raise DocumentError(f"{name} is a web page without text: save it from the browser when it is fully shown.")
    lines, found = clean_lines(raw)
    left_out = [Change(1, "furniture", shorten(text)) for text in parted.left_out]
    doubts = (INDEX_PAGE,) if is_index(parted.blocks, parted.kept) else ()
    return Reading(lines, {}, [*changes, *left_out, *found], properties, doubts)


def _thicker(parted: Parted, data: bytes, name: str, charset: str, knowledge: Knowledge) -> Parted:
    """The page parted anew without a look at classes, where its main text stands in a part that a class gives away.

    Trafilatura, which goes by other signs, is believed: a page of which we keep little of what it keeps is parted so.
    """
    root, _ = parse_page(data, name, charset)
    words = words_of(extracted(root))
    known = shingles_of(words)
    if len(words) < FEWEST_MAIN_WORDS or _share(parted, known) >= ENOUGH_SHARE:
        return parted
    other = part(root, frozenset(), knowledge)
    return other if _share(other, known) > 2 * _share(parted, known) else parted


def _share(parted: Parted, known: set[tuple[str, ...]]) -> float:
    """How much of the runs of words of a main text are kept."""
    kept = shingles_of([word for block in parted.kept for word in words_of(block.text)])
    return len(known & kept) / max(1, len(known))


def _spaced(blocks: list[WebBlock]) -> list[tuple[str, BlockKind | None]]:
    """The lines of the blocks, an empty one between them but not between lines that the page keeps."""
    lines: list[tuple[str, BlockKind | None]] = []
    for block in blocks:
        if lines and block.kind is not None:
            lines.append(("", None))
        lines.append((block.text, block.kind))
    return lines
