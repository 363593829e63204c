"""Near-duplicates: documents that share most of their wording, such as one statement published by two ministries.

The method is that of A. Broder, "On the resemblance and containment of documents" (1997): a document is the set of its
shingles, the runs of five words in it. The share of a pair is its containment, the part of the shorter document's
shingles that stand in the longer one too; the resemblance is the part of all their shingles that both have. Broder
sketches the sets by sampling; here they are compared exactly, but only for pairs that an index of the rarer shingles
brings together, so that the work grows with the length of the corpus and not with the square of its documents.
"""

import re
from array import array
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from pipeline.records import NearDuplicate

Shingles = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

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

AT_ONCE = 4_000_000
"""Shingles that are sorted at once, about."""

_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio (Knuth, TAOCP 6.4)


def near_duplicates(texts: Iterable[tuple[str, str]]) -> list[NearDuplicate]:
    """Pairs of documents that share at least :data:`SHARE` of the shorter one's shingles, the largest share first.

    ``texts`` gives doc_id and text of each document. Of a family of more than ten versions of one text, each is paired
    with its neighbours in the order of the documents at least, not with all others.
    """
    vocabulary: dict[str, int] = {}
    doc_ids: list[str] = []
    gathered = array("Q")  # all sets one behind the other: eight bytes a shingle, and no more
    ends = [0]
    for doc_id, text in texts:
        if len(found := shingles(text, vocabulary)) >= FEWEST:
            doc_ids.append(doc_id)
            gathered.frombytes(found.tobytes())
            ends.append(len(gathered))
    hashes = np.frombuffer(gathered, np.uint64)
    pairs = []
    for a, b in _candidates(hashes, np.diff(ends)):
        one, other = (hashes[ends[n] : ends[n + 1]] for n in (a, b))
        common = len(np.intersect1d(one, other, assume_unique=True))
        share = common / min(len(one), len(other))
        if share >= SHARE:
            union = len(one) + len(other) - common
            first, second = sorted((doc_ids[a], doc_ids[b]))
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


def _candidates(hashes: Shingles, sizes: npt.NDArray[np.int64]) -> list[tuple[int, int]]:
    """Pairs of documents, by their numbers, that share enough of the rarer shingles to be compared.

    ``hashes`` are the sets of all documents one behind the other, ``sizes`` how large these are. Equal shingles have
    one beginning: those with the same are looked at at once, so that little more is in memory than the sets.
    """
    if len(sizes) < 2:
        return []
    owners = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    bits = max(0, (len(hashes) // AT_ONCE).bit_length())
    beginnings = (hashes >> np.uint64(64 - bits)).astype(np.uint16) if bits else np.zeros(len(hashes), np.uint16)
    codes, shared = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for beginning in range(1 << bits):
        chosen = np.flatnonzero(beginnings == beginning)
        codes, shared = _summed(codes, shared, *_together(hashes[chosen], owners[chosen], len(sizes)))
    first, second = codes // len(sizes), codes % len(sizes)
    enough = shared >= EVIDENCE * np.minimum(sizes[first], sizes[second])
    return list(zip(first[enough].tolist(), second[enough].tolist(), strict=True))


def _together(hashes: Shingles, owners: npt.NDArray[np.int32], count: int) -> tuple[Numbers, Numbers]:
    """Pairs of documents that a shingle brings together, as one number each, and how many shingles do."""
    order = np.argsort(hashes, kind="stable")
    hashes, owners_ = hashes[order], owners[order].astype(np.int64)
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    counts = np.diff(np.append(starts, len(hashes)))
    frequency = np.repeat(counts, counts)
    found = []
    for step in range(1, RARE):
        same = hashes[step:] == hashes[:-step]
        if step > 1:
            same &= frequency[step:] <= RARE
        found.append(owners_[:-step][same] * count + owners_[step:][same])
    codes, shared = np.unique(np.concatenate(found), return_counts=True)
    return codes, shared


def _summed(codes: Numbers, shared: Numbers, more: Numbers, of_more: Numbers) -> tuple[Numbers, Numbers]:
    """Two counts of the same things as one."""
    known, places = np.unique(np.concatenate([codes, more]), return_inverse=True)
    sums = np.bincount(places, np.concatenate([shared, of_more]), len(known)).astype(np.int64)
    return known, sums


def _mixed(numbers: Shingles) -> Shingles:
    """Numbers spread over all 64 bits (the finalizer of SplitMix64: Steele, Lea and Flood 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
