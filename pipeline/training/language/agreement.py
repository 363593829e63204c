"""Self-training: press sentences that two parsers of different size read alike serve as trees.

Two parsers that were trained from different starts make different mistakes; what they agree on word for word is right
far more often than what either says (Zhou and Li 2005, "Tri-training"; Sagae 2010, "Self-training without reranking").
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

SHORTEST, LONGEST = 6, 80
"""Words of a sentence that is learned from."""

LEAST_AGREEMENT = 0.96
"""Share of the words of a sentence that both must read alike: one of twenty-five may differ, so that long sentences,
which press text is full of, are learned from too.
"""

LINES_OF_A_FILE = 12
LONGEST_LINE = 1500
"""Characters of a line; longer ones are whole documents without line breaks."""

_UNPRINTED = re.compile(r"[^\S ]")


def press_lines(folder: Path, rng: random.Random) -> Iterator[str]:
    """Some lines of every text in the press folder, in the order of their paths."""
    for path in sorted(folder.glob("*/*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]
        prose = [line for line in lines if line.endswith((".", "?", "!", "”")) and len(line) < LONGEST_LINE]
        for line in rng.sample(prose, min(LINES_OF_A_FILE, len(prose))):
            yield _UNPRINTED.sub(" ", line)


def agreed(texts: list[str], one: Language, other: Language) -> Iterator[Doc]:
    """A document for each sentence that both pipelines read (all but) alike, with the first one's annotation.

    Both must cut the texts into the same tokens. Words are compared by head and label; white space is passed over.
    """
    for left, right in zip(one.pipe(texts), other.pipe(texts), strict=True):
        for sentence in left.sents:
            if SHORTEST <= len(sentence) <= LONGEST and _agreement(sentence, right) >= LEAST_AGREEMENT:
                yield whole(sentence)


def whole(sentence: Span) -> Doc:
    """A sentence as a document of its own, with its annotation and without white space around it."""
    start, end = sentence.start, sentence.end
    while end - 1 > start and sentence.doc[end - 1].is_space:
        end -= 1
    return sentence.doc[start:end].as_doc()


def _agreement(sentence: Span, other: Doc) -> float:
    words = [token for token in sentence if not token.is_space]
    return sum(_alike(token, other[token.i]) for token in words) / max(1, len(words))


def _alike(one: Token, other: Token) -> bool:
    return one.head.i == other.head.i and one.dep_ == other.dep_ and one.pos_ == other.pos_
