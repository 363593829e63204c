"""How much of a known text a reader brings back: F1 of its words, and the share of its sentences that are whole."""

import re
from collections import Counter
from collections.abc import Sequence

from tests.readers.statements import Statement

_WORD = re.compile(r"\w+")
_BEFORE = re.compile(r"(?:^|[.!?:;…”’)\]|]|\A)\s*(?:[-•*]|\(?\w{1,3}[.)]|\[?\d+\]?)?\s*$")


def word_f1(found: str, known: str) -> float:
    """F1 over the words of two texts, as often as each stands in them."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, known))
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total()) if common else 0.0


def whole_sentences(blocks: Sequence[str], statement: Statement) -> float:
    """Share of the known sentences that stand in one block, uncut, behind the end of another sentence or a marker."""
    texts = [" ".join(block.split()) for block in blocks]
    known = list(statement.sentences())
    return sum(any(_holds(text, " ".join(sentence.split())) for text in texts) for sentence in known) / len(known)


def _holds(text: str, sentence: str) -> bool:
    at = text.find(sentence)
    return at >= 0 and bool(_BEFORE.search(text[max(0, at - 12) : at]))
