"""The mark of a list's item before its sentence ("(a)", "4."): records hold it, what is shown to be read does not."""

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.records import Block, Commitment, Document


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
    """The sentence of a commitment without the mark of the item that it stands in."""
    blocks = document.blocks
    place = bisect_right(blocks, commitment.cue_start, key=lambda block: block.start) - 1
    return commitment.sentence.removeprefix(
        document.text[blocks[place].start : blocks[place].body] if place >= 0 else ""
    )
