"""What the blocks of a page are worth: prose, links, and teasers of other texts, of which an index page is made."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.ingest.formats.web.blocks import WebBlock

LINKED_SHARE = 0.6
"""Share of a block's characters that are links from which on it belongs to the site."""
FEWEST_WORDS = 6
"""Words of a block of prose."""
FEWEST_TEASERS = 3
FEWEST_HEADLINE = 3
TEASER_SHARE = 0.6
INDEX_PAGE = "index page"
"""The doubt about a page that lists teasers of other texts."""

_MORE = re.compile(r"(?:read|see|learn|view|find out) more\W*$|\bmore\W*[»>→]+\s*$|\bcontinue reading\W*$", re.I)


def is_linked(block: WebBlock) -> bool:
    """Whether a block is mostly links; a main heading is the text's own, whatever it links to."""
    return block.linked > LINKED_SHARE * len(block.text) and block.owner.tag != "h1"


def weight(block: WebBlock) -> int:
    """Words of a block that is prose; headings, links and buttons weigh nothing."""
    words = len(block.text.split())
    return 0 if is_linked(block) or words < FEWEST_WORDS else words


def is_index(blocks: Sequence[WebBlock], kept: Sequence[WebBlock]) -> bool:
    """Whether a page lists other texts: most of the paragraphs that are kept stand under a linked headline, or end in
    "Read more".
    """
    prose = {id(block) for block in kept if weight(block)}
    teasers = 0
    for before, block in pairwise(blocks):
        headline = is_linked(before) and len(before.text.split()) >= FEWEST_HEADLINE and before.owner.tag != "p"
        teasers += id(block) in prose and (headline or bool(_MORE.search(block.text)))
    return teasers >= FEWEST_TEASERS and teasers >= TEASER_SHARE * len(prose)
