"""Near-duplicates: documents that share most of their wording, such as one statement published by two ministries.

The method is that of A. Broder, "On the resemblance and containment of documents" (1997): a document is the set of its
shingles, the runs of five words in it. The share of a pair is its containment, the part of the shorter document's
shingles that stand in the longer one too; the resemblance is the part of all their shingles that both have. Broder
sketches the sets by sampling; here they are compared exactly, but only for pairs that an index of the rarer shingles
brings together, so that the work grows with the length of the corpus and not with the square of its documents.
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from pipeline.records import NearDuplicate

Shingles = npt.NDArray[np.uint64]

WORDS = 5
"""Words of a shingle."""
SHARE = 0.6
"""Least containment of a pair that is reported."""
FEWEST = 20
"""Shingles under which a document says too little to be compared."""
RARE = 10
"""A shingle in at most so many documents brings all of them together; a commoner one only neighbours in the corpus."""
EVIDENCE = 0.1
"""Part of the shorter document's shingles that the index must find in common before a pair is compared exactly."""

_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio (Knuth, TAOCP 6.4)


def near_duplicates(texts: Iterable[tuple[str, str]]) -> list[NearDuplicate]:
    """Pairs of documents that share at least :data:`SHARE` of the shorter one's shingles, the largest share first.

    ``texts`` gives doc_id and text of each document. Of a family of more than ten versions of one text, each is paired
    with its neighbours in the order of the documents at least, not with all others.
    """
    vocabulary: dict[str, int] = {}
    documents = [(doc_id, found) for doc_id, text in texts if len(found := shingles(text, vocabulary)) >= FEWEST]
    sets = [found for _, found in documents]
    pairs = []
    for a, b in _candidates(sets):
        common = len(np.intersect1d(sets[a], sets[b], assume_unique=True))
        share = common / min(len(sets[a]), len(sets[b]))
        if share >= SHARE:
            union = len(sets[a]) + len(sets[b]) - common
            first, second = sorted((documents[a][0], documents[b][0]))
            pairs.append(NearDuplicate(first, second, share, common / union, common))
    return sorted(pairs, key=lambda pair: (-pair.share, -pair.resemblance, pair.doc_id, pair.other_id))


def shingles(text: str, vocabulary: dict[str, int]) -> Shingles:
    """The distinct shingles of a text as sorted 64-bit hashes, case and punctuation aside.

    ``vocabulary`` numbers the words met so far and grows. Two different shingles of a corpus of a hundred million
    share a hash with a chance of less than one in a thousand.
    """
    numbers = [vocabulary.setdefault(word, len(vocabulary) + 1) for word in _WORD.findall(text.lower())]
    if len(numbers) < WORDS:
        return np.empty(0, np.uint64)
    words = _mixed(np.array(numbers, np.uint64))
    runs = np.zeros(len(numbers) - WORDS + 1, np.uint64)
    for k in range(WORDS):
        runs = runs * _MULTIPLIER + words[k : k + len(runs)]
    return np.unique(_mixed(runs))


def _candidates(sets: Sequence[Shingles]) -> list[tuple[int, int]]:
    """Pairs of documents, by their numbers, that share enough of the rarer shingles to be compared."""
    if len(sets) < 2:
        return []
    sizes = np.array([len(found) for found in sets])
    hashes = np.concatenate(sets)
    owners = np.repeat(np.arange(len(sets)), sizes)
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    counts = np.diff(np.append(starts, len(hashes)))
    frequency = np.repeat(counts, counts)
    found = []
    for step in range(1, RARE):
        same = hashes[step:] == hashes[:-step]
        if step > 1:
            same &= frequency[step:] <= RARE
        found.append(owners[:-step][same] * len(sets) + owners[step:][same])
    codes, shared = np.unique(np.concatenate(found), return_counts=True)
    first, second = codes // len(sets), codes % len(sets)
    enough = shared >= EVIDENCE * np.minimum(sizes[first], sizes[second])
    return list(zip(first[enough].tolist(), second[enough].tolist(), strict=True))


def _mixed(numbers: Shingles) -> Shingles:
    """Numbers spread over all 64 bits (the finalizer of SplitMix64: Steele, Lea and Flood 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
