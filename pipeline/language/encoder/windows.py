"""Windows: sentences of a document put together as the encoder reads them.

A window is ``[CLS] title [SEP] sentence before [SEP] sentence [SEP] sentence [SEP] ...``. Sentences that stand together
are read together, so that each is context of the others and is read once. How a document falls into windows depends on
the document alone, and each window is read by itself: what a sentence gets does not depend on batches or threads.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CLS, SEP = 101, 102
"""Word pieces that begin a window and end a sentence, by their number in the vocabulary of BERT, uncased."""
LONGEST_WINDOW = 224
LONGEST_SENTENCE = 176
"""Pieces of a sentence that are read; very few sentences have more."""
TITLE, BEFORE = 14, 40
"""Pieces of the title, and last pieces of the sentence before, that stand in front as context."""

Pieces = Sequence[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces by number; ``places`` has, for each sentence from ``first`` on, where its pieces lie in them.

    The piece behind a sentence, at ``places[k].stop``, is its ``[SEP]``.
    """

    pieces: tuple[int, ...]
    first: int
    places: tuple[range, ...]


def windows(sentences: Sequence[Pieces], title: Pieces = (), before: Pieces = ()) -> Iterator[Window]:
    """The windows of a document whose sentences have these word pieces; ``before`` is what stands before the first."""
    number = 0
    while number < len(sentences):
        window = [CLS]
        for context in (title[:TITLE], before[-BEFORE:]):
            if context:
                window += [*context, SEP]
        first = number
        places: list[range] = []
        while number < len(sentences):
            pieces = sentences[number][:LONGEST_SENTENCE]
            if places and len(window) + len(pieces) + 1 > LONGEST_WINDOW:
                break
            places.append(range(len(window), len(window) + len(pieces)))
            window += [*pieces, SEP]
            number += 1
        before = sentences[number - 1]
        yield Window(tuple(window), first, tuple(places))
