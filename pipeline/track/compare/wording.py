"""The redline of a passage: which words were taken out, and which were put in.

The fewest words that make one wording into the other come from a longest common subsequence (Hunt and McIlroy 1976,
computed by rapidfuzz). What is left standing by chance between two changes ("the", "of") is then counted as changed
too, as in the semantic cleanup of diff-match-patch, so that the changes can be read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

Change = Literal["same", "deleted", "inserted"]
_WORD = re.compile(r"(?:[^\W_]+(?:[-‐‑.,/'’][^\W_]+)*|[^\w\s]|_)\s*")
_LIKE = str.maketrans({**dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑–—−", "-")})


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow one another and share a fate; blanks behind a word belong to it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class _Step:
    """Words of both wordings that face each other: equal ones, or those taken out and those put in."""

    equal: bool
    before: tuple[str, ...]
    after: tuple[str, ...]


def redline(before: str, after: str) -> tuple[Run, ...]:
    """How ``before`` becomes ``after``: runs whose inserted and same words are ``after``, without blanks around it.

    Quotation marks, dashes and blanks of another form do not count as changes; they are shown as ``after`` has them.
    """
    old, new = words(before.strip()), words(after.strip())
    runs: list[Run] = []
    for step in _readable(list(_steps(old, new))):
        if step.equal:
            runs.append(Run("same", "".join(step.after)))
            continue
        runs += [Run("deleted", "".join(step.before))] * bool(step.before)
        runs += [Run("inserted", "".join(step.after))] * bool(step.after)
    return tuple(runs)


def words(text: str) -> list[str]:
    """The words and signs of a text, each with the blanks behind it: put together they are the text."""
    return _WORD.findall(text)


def key(word: str) -> str:
    """What of a word is compared: without blanks, with plain quotation marks and dashes."""
    return word.strip().translate(_LIKE)


def is_changed(runs: Sequence[Run]) -> bool:
    """Whether any word of a redline was taken out or put in."""
    return any(run.change != "same" for run in runs)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Equal words and changes in turn."""
    removed: list[str] = []
    added: list[str] = []
    for op in LCSseq.opcodes([key(w) for w in old], [key(w) for w in new]):
        before, after = old[op.src_start : op.src_end], new[op.dest_start : op.dest_end]
        if op.tag != "equal":
            removed += before
            added += after
            continue
        if removed or added:
            yield _Step(False, tuple(removed), tuple(added))
            removed, added = [], []
        yield _Step(True, tuple(before), tuple(after))
    if removed or added:
        yield _Step(False, tuple(removed), tuple(added))


def _readable(steps: list[_Step]) -> list[_Step]:
    """Without equal words between changes that have no more letters than either change.

    Between additions alone, or between deletions alone, they stay: a list that grew is read more easily with them.
    """
    at = 1
    while at < len(steps) - 1:
        around = steps[at - 1 : at + 2]
        changes = (around[0], around[2])
        replaced = any(s.before for s in changes) and any(s.after for s in changes)
        if around[1].equal and replaced and _letters(around[1]) <= min(map(_letters, changes)):
            joined = _Step(False, sum((s.before for s in around), ()), sum((s.after for s in around), ()))
            steps[at - 1 : at + 2] = [joined]
            at = max(at - 2, 1)
        else:
            at += 1
    return steps


def _letters(step: _Step) -> int:
    """Letters and figures of the longer side."""
    return max(sum(ch.isalnum() for word in side for ch in word) for side in (step.before, step.after))
