"""Bringing spans of two texts onto one scale: the gold text's characters without white space."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.gold.spans import Span, overlap


class Aligner:
    """Maps spans of ``ours`` to positions among the characters of ``gold`` that are not white space.

    Where the two texts differ by more than white space, words are matched with the longest common blocks
    (:class:`difflib.SequenceMatcher`), and wording that only one of them has maps to nothing.
    """

    def __init__(self, ours: str, gold: str) -> None:
        places = [i for i, ch in enumerate(ours) if not ch.isspace()]
        gold_places = [i for i, ch in enumerate(gold) if not ch.isspace()]
        if [ours[i] for i in places] == [gold[i] for i in gold_places]:
            self._position = {place: k for k, place in enumerate(places)}
        else:
            self._position = _match_words(ours, gold, {place: k for k, place in enumerate(gold_places)})

    def __call__(self, span: Span) -> Span | None:
        """The span's place in the gold text, or None where none of its characters has one."""
        hits = [self._position[i] for i in range(*span) if i in self._position]
        return (hits[0], hits[-1] + 1) if hits else None


def _match_words(ours: str, gold: str, rank: dict[int, int]) -> dict[int, int]:
    our_words, gold_words = ([(m.start(), m.group()) for m in re.finditer(r"\S+", text)] for text in (ours, gold))
    matcher = SequenceMatcher(None, [w for _, w in our_words], [w for _, w in gold_words], autojunk=False)
    return {
        our_words[block.a + k][0] + i: rank[gold_words[block.b + k][0] + i]
        for block in matcher.get_matching_blocks()
        for k in range(block.size)
        for i in range(len(our_words[block.a + k][1]))
    }


def pair(ours: Sequence[Span], gold: Sequence[Span], threshold: float) -> list[tuple[int, int]]:
    """Indices of spans that belong together: greedy, one to one, best overlap first, none below ``threshold``."""
    candidates = sorted(((overlap(o, g), i, j) for i, o in enumerate(ours) for j, g in enumerate(gold)), reverse=True)
    taken_ours: set[int] = set()
    taken_gold: set[int] = set()
    pairs = []
    for score, i, j in candidates:
        if score >= threshold and i not in taken_ours and j not in taken_gold:
            taken_ours.add(i)
            taken_gold.add(j)
            pairs.append((i, j))
    return pairs
