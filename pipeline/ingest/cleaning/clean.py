"""Press-text repair: from the text of a file to cleaned text, its blocks, and what was changed.

Cleaned text holds one line a block, blocks an empty line apart. No wording is lost but what a change quotes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.ingest.cleaning.blocks import lay_out
from pipeline.ingest.cleaning.captions import remove_captions
from pipeline.ingest.cleaning.characters import split_lines
from pipeline.ingest.cleaning.furniture import mark_labels, read_signs, remove_credits, remove_furniture
from pipeline.ingest.cleaning.hyphens import learn_spelling
from pipeline.ingest.cleaning.layout import mend_breaks, mend_lines
from pipeline.ingest.cleaning.mailheads import remove_mail_head
from pipeline.ingest.cleaning.markers import remove_bare_bullets, split_bullets
from pipeline.ingest.cleaning.slips import mend_slips, split_points
from pipeline.ingest.passages import Change, Passage
from pipeline.knowledge import Knowledge
from pipeline.records import Block


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text, its blocks (which tile it but for the empty lines between them), and the changes made."""

    text: str
    blocks: tuple[Block, ...]
    changes: tuple[Change, ...]


def clean(text: str, knowledge: Knowledge, title: str = "") -> Cleaned:
    """Clean the text of a document; ``title`` is its title where it is known."""
    lines, changes = split_lines(text)
    return clean_passages(lines, changes, knowledge, title)


def clean_passages(lines: list[Passage], changes: Sequence[Change], knowledge: Knowledge, title: str = "") -> Cleaned:
    """Clean lines that a reader has taken from a document, with the changes it made."""
    signs = knowledge.get(read_signs)
    lines, mail = remove_mail_head(lines)
    lines, furniture = remove_furniture(lines, signs)
    lines, lists = split_bullets(mark_labels(lines, signs))
    lines, credits = remove_credits(lines, signs)
    lines, slips = mend_slips(lines, knowledge)
    speller = learn_spelling(lines, knowledge)
    paragraphs, breaks = mend_lines(lines, speller)
    paragraphs, captions = remove_captions(paragraphs, signs)
    paragraphs, column_breaks = mend_breaks(paragraphs, speller)
    paragraphs, points = split_points(paragraphs)
    paragraphs, bullets = remove_bare_bullets(paragraphs)
    cleaned, blocks = lay_out(paragraphs, title)
    every = [
        *changes,
        *mail,
        *furniture,
        *lists,
        *credits,
        *slips,
        *breaks,
        *captions,
        *column_breaks,
        *points,
        *bullets,
    ]
    return Cleaned(cleaned, blocks, tuple(sorted(every, key=lambda change: change.line)))
