"""The mark of a list's item before its sentence ("(a)", "4."): records hold it, what is shown to be read does not."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipeline.records import Block, Commitment, Document

_MARK = re.compile(r"[^\w\s]{1,3}|[(\[]?\w{1,6}(?:\.\w{1,3})*[.)\]:]{1,2}")
"""A list's mark, alone: a further sentence of an item begins with none."""


def spoken_start(blocks: Sequence[Block], start: int) -> int:
    """Where the wording of a sentence begins that begins at ``start``: behind the mark of its block.

    ``blocks`` are those of the document, in its order.
    """
    place = bisect_right(blocks, start, key=lambda block: block.start) - 1
    if place < 0:
        return start
    block = blocks[place]
    return block.body if block.start <= start < block.body < block.end else start


def spoken(commitment: Commitment, document: Document) -> str:
    """The sentence of a commitment without the mark of the item that it stands in; the text need not be there."""
    place = bisect_right(document.blocks, commitment.cue_start, key=lambda block: block.start) - 1
    if place < 0:
        return commitment.sentence
    block = document.blocks[place]
    mark = commitment.sentence[: block.body - block.start]
    return commitment.sentence[len(mark) :] if _MARK.fullmatch(mark.strip()) else commitment.sentence
