"""Which passage of a later wording stands for which of an earlier one, also where passages were moved or divided.

Passages are compared by the words that they share in the same order (the Indel similarity of rapidfuzz, over words).
Those most alike are matched first. The longest run of matches in the order of both texts is what stayed; a match that
crosses it was moved.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from pipeline.track.compare.wording import key, words

Place = Literal["kept", "moved", "moved_away", "new", "gone"]
ALIKE = 0.5
"""Share of words in the same order, from which on two passages are held to be the same one."""
SHORT = 6
"""Words under which a passage must be more alike: a heading of three words shares one with many."""
ALIKE_IF_SHORT = 0.75
LETTERS_ALIKE = 0.7
"""Share of letters in the same order for passages between the same neighbours: misread letters spoil words."""
LETTERS = 40
"""Letters of a passage under which they tell nothing: two headings share many."""
GAIN = 0.1
"""By how much a passage must become more alike for a neighbour to be taken as its other half."""
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Passages that face each other, by their numbers, in reading order.

    ``kept`` and ``moved`` have both sides, several where a passage was divided or joined; ``moved_away`` is the old
    place of one that was moved; ``new`` has the later side only, ``gone`` the earlier one.
    """

    place: Place
    earlier: tuple[int, ...]
    later: tuple[int, ...]


def align(earlier: Sequence[str], later: Sequence[str]) -> tuple[Aligned, ...]:
    """Every passage of both wordings once, in the order of the later one; a moved one once more where it stood.

    Between two passages that stayed, what is gone stands before what is new.
    """
    old, new = _coded(earlier, later)
    matches = _matches(old, new)
    matches |= _misread(earlier, later, matches)
    groups = _whole(old, new, matches)
    return tuple(_in_order(groups, len(earlier), len(later)))


@dataclass(frozen=True, slots=True)
class _Group:
    earlier: tuple[int, ...]
    later: tuple[int, ...]


def _coded(earlier: Sequence[str], later: Sequence[str]) -> tuple[list[str], list[str]]:
    """The passages with a letter for each different word, so that words are compared as fast as letters."""
    letters: dict[str, str] = {}

    @cache
    def letter(word: str) -> str:
        return letters.setdefault(key(word).lower(), _letter(len(letters)))

    def coded(passage: str) -> str:
        return "".join(map(letter, words(passage)))

    return [coded(passage) for passage in earlier], [coded(passage) for passage in later]


def _letter(number: int) -> str:
    """The letter of a number; surrogates are no letters."""
    return chr(number if number < _SURROGATES.start else number + len(_SURROGATES))


def _matches(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """By number of the later passage, that of the earlier one: most alike first, of equals the one nearest in place."""
    if not old or not new:
        return {}
    alike = cdist(new, old, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, dtype=np.float32)
    rows, columns = np.nonzero(alike)
    lengths = np.array([len(passage) for passage in old]), np.array([len(passage) for passage in new])
    shorter = np.minimum(lengths[0][columns], lengths[1][rows])
    good = (shorter >= SHORT) | (alike[rows, columns] >= ALIKE_IF_SHORT)
    rows, columns = rows[good], columns[good]
    apart = np.abs(rows / len(new) - columns / len(old))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for n in np.lexsort((columns, rows, apart, -alike[rows, columns])):
        j, i = int(rows[n]), int(columns[n])
        if j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def _misread(earlier: Sequence[str], later: Sequence[str], matches: dict[int, int]) -> dict[int, int]:
    """Matches by letters among passages that stand free between the same neighbours."""
    found: dict[int, int] = {}
    taken = set(matches.values())
    for j in range(len(later)):
        if j in matches:
            continue
        i = (found | matches).get(j - 1, -1) + 1
        if i < len(earlier) and i not in taken and _letters_alike(earlier[i], later[j]):
            found[j] = i
            taken.add(i)
    return found


def _letters_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= LETTERS and fuzz.ratio(one, other) >= 100 * LETTERS_ALIKE


def _whole(old: Sequence[str], new: Sequence[str], matches: dict[int, int]) -> list[_Group]:
    """The matches, each with the free neighbours that are its other half: passages that were divided or joined."""
    free_old, free_new = set(range(len(old))) - set(matches.values()), set(range(len(new))) - set(matches)
    return [
        _Group(_grown(i, old, new[j], free_old), _grown(j, new, old[i], free_new)) for j, i in sorted(matches.items())
    ]


def _grown(number: int, passages: Sequence[str], other: str, free: set[int]) -> tuple[int, ...]:
    """The passage with the free neighbours that make it more alike to ``other``; they are taken out of ``free``."""
    group = [number]
    alike = Indel.normalized_similarity(passages[number], other)
    for step in (1, -1):
        at = number + step
        while at in free:
            longer = sorted([*group, at])
            better = Indel.normalized_similarity("".join(passages[n] for n in longer), other)
            if better < alike + GAIN:
                break
            free.remove(at)
            group, alike, at = longer, better, at + step
    return tuple(group)


def _in_order(groups: Sequence[_Group], earlier: int, later: int) -> Iterator[Aligned]:
    kept = _longest_in_order(groups)
    of_earlier = {i: group for group in groups for i in group.earlier}
    of_later = {j: group for group in groups for j in group.later}
    i = 0
    waiting: list[Aligned] = []
    for j in range(later):
        group = of_later.get(j)
        if group is None:
            waiting.append(Aligned("new", (), (j,)))
        elif j != group.later[0]:
            continue
        elif group not in kept:
            waiting.append(Aligned("moved", group.earlier, group.later))
        else:
            yield from (*_left_behind(i, group.earlier[0], of_earlier, kept), *waiting)
            yield Aligned("kept", group.earlier, group.later)
            i, waiting = group.earlier[-1] + 1, []
    yield from (*_left_behind(i, earlier, of_earlier, kept), *waiting)


def _left_behind(start: int, end: int, groups: dict[int, _Group], kept: set[_Group]) -> Iterator[Aligned]:
    """The earlier passages from ``start`` to ``end`` that are gone, or were moved away from here."""
    for i in range(start, end):
        group = groups.get(i)
        if group is None:
            yield Aligned("gone", (i,), ())
        elif group not in kept and i == group.earlier[0]:
            yield Aligned("moved_away", group.earlier, group.later)


def _longest_in_order(groups: Sequence[_Group]) -> set[_Group]:
    """The longest subsequence of groups, which are in later order, whose earlier places rise (patience sorting)."""
    tails: list[int] = []
    numbers: list[int] = []
    before: list[int] = []
    for number, group in enumerate(groups):
        place = bisect_left(tails, group.earlier[0])
        before.append(numbers[place - 1] if place else -1)
        tails[place : place + 1] = [group.earlier[0]]
        numbers[place : place + 1] = [number]
    chain: set[_Group] = set()
    at = numbers[-1] if numbers else -1
    while at >= 0:
        chain.add(groups[at])
        at = before[at]
    return chain
