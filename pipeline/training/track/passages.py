"""Passages: sentences of press texts that a reader and the encoder both read, and the words in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.names.words import tokens
from pipeline.track.wording import Rarity, stem
from pipeline.training.track.material import documents_of, sentences, texts
from pipeline.training.track.pairs import Pair

DOCUMENTS, SENTENCES = 8, 20
"""Documents of a publisher, and sentences of a document, that are read."""
READ, SPELT = "sentences.npy", "stems.npy"
"""The files in which the reader leaves what it makes of the sentences, and of the stems."""


def passages(press: Path, unread: frozenset[str]) -> list[list[str]]:
    """The first sentences of some documents of each publisher, none of which is in ``unread``."""
    found = [sentences(text, SENTENCES) for text in texts(press, DOCUMENTS, unread)]
    return [passage for passage in found if passage]


def unread_documents(pairs: Sequence[Pair], without: Iterable[Path]) -> frozenset[str]:
    """The documents of pairs, and of files that are measured on."""
    labelled = frozenset(side.doc_id for pair in pairs for side in (pair.earlier, pair.later))
    return labelled.union(*map(documents_of, without))


def forms(press: Path, unread: frozenset[str], rarity: Rarity) -> list[str]:
    """The most frequent form in press text of each stem whose rarity is known, in the order of the stems."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts(press, DOCUMENTS, unread):
        for word in tokens(text):
            counts[stem(word)][word] += 1
    return [max(counts[s], key=lambda w: (counts[s][w], w)) if s in counts else s for s in sorted(rarity.known)]
