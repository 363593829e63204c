"""What an editor asks first: which words of force and which figures changed, said in words.

A word or figure is told of where the redline takes it out or puts it in. Of two that face each other in the same change
one "became" the other; what stands elsewhere in the other document as often as before is not told of.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal

from pipeline.names.numbers import SUM
from pipeline.names.words import occurrences
from pipeline.records import Analysis, column
from pipeline.track.compare.passages import Passage
from pipeline.track.compare.wording import Run

Subject = Literal["force", "figure"]
SUBJECTS: tuple[Subject, ...] = ("force", "figure")
LONGEST_CHANGE = 8
"""Words of a change from which on it is another sentence, whose words of force do not face those of the old one."""
_UNIT = r"(?:\s?%|\s(?:per\s?cent|percent(?:age\spoints?)?|basis\spoints?|[a-z]{3,}s\b))?"
_CURRENCY = r"(?:(?:US|A|C|NZ|S|HK)?\$|€|£|¥|(?:USD|EUR|GBP|JPY|AUD|CAD)\s?)?"
_FIGURE = re.compile(rf"(?<![\w.,]){_CURRENCY}{SUM}{_UNIT}(?!\w)")
_TOLD_IN_FIGURES = re.compile(r"\d|hundred|thousand|million|billion|trillion|[½¼¾]")
_BARE = re.compile(r"\d{1,3}")
"""A number without a unit: of an article, a meeting, a paragraph. It is told of where it became another one."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A word of force or a figure that is otherwise in the later document."""

    subject: Subject = column("force (what binds, asks, praises, blames) or figure (sums, numbers, dates)")
    before: str = column("the earlier words; empty where the later ones are new")
    after: str = column("the later words; empty where the earlier ones are gone")
    row: int = column("number of the row of the redline where it stands, from 1")

    @property
    def words(self) -> str:
        """The change as a sentence around the quoted words."""
        if self.before and self.after:
            return f"“{self.before}” became “{self.after}”"
        return f"“{self.before}” is gone" if self.before else f"“{self.after}” is new"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of force or a figure at a place of a document."""

    subject: Subject
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a redline: what was taken out and put in at one place, with its offsets in either document.

    ``words`` are those of its longer side; ``within`` says whether the passage stands in both documents.
    """

    before: tuple[int, int]
    after: tuple[int, int]
    words: int
    within: bool


def mentions(analysis: Analysis, force: Collection[str]) -> tuple[Mention, ...]:
    """The words of force, sums, figures and dates of a document, in reading order; none within another."""
    text = analysis.document.text
    spans = [(e.start, e.end) for e in analysis.entities if e.label in {"MONEY", "DATE"}]
    spans += [m.span() for m in _FIGURE.finditer(text)]
    found = [
        Mention("figure", text[start:end], start, end)
        for start, end in spans
        if _TOLD_IN_FIGURES.search(text[start:end]) and text[start - 1 : start] != "\n"
    ]
    # A letter that small letters write with two ("İ") would shift all places behind it: its text is searched as it is.
    small = text.lower() if len(text.lower()) == len(text) else text
    found += [Mention("force", text[start:end], start, end) for start, end, _ in occurrences(small, force)]
    chosen: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return tuple(chosen)


def edits(runs: Sequence[Run], before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Edit]:
    """The changes of a redline of passages, with their places; blanks and dashes of another form shift nothing."""
    old, new = _places(before), _places(after)
    i = j = 0
    number = 0
    while number < len(runs):
        run = runs[number]
        if run.change == "same":
            letters = _letters(run.text)
            i, j, number = i + letters, j + letters, number + 1
            continue
        taken, put = (run, None) if run.change == "deleted" else (None, run)
        if taken and number + 1 < len(runs) and runs[number + 1].change == "inserted":
            put = runs[number + 1]
        number += bool(taken) + bool(put)
        a, b = _letters(taken.text) if taken else 0, _letters(put.text) if put else 0
        size = max(len(side.text.split()) for side in (taken, put) if side)
        yield Edit((old[i], old[i + a]), (new[j], new[j + b]), size, bool(before and after))
        i, j = i + a, j + b


def highlights(
    changes: Iterable[tuple[int, Edit]], earlier: Sequence[Mention], later: Sequence[Mention]
) -> tuple[Highlight, ...]:
    """What is told of the changes, each with the number of its row; the same change is told once."""
    was, now = (Counter(m.text.lower() for m in side) for side in (earlier, later))
    found: dict[tuple[Subject, str, str], Highlight] = {}
    for row, edit in changes:
        for subject in SUBJECTS:
            if subject == "force" and (edit.words > LONGEST_CHANGE or not edit.within):
                continue
            gone = [m for m in _within(earlier, edit.before) if m.subject == subject]
            new = [m for m in _within(later, edit.after) if m.subject == subject]
            for before, after in _facing([m.text for m in gone], [m.text for m in new]):
                if not (before and after) and _BARE.fullmatch(before or after):
                    continue
                if before and not after and now[before.lower()] >= was[before.lower()]:
                    continue
                if after and not before and was[after.lower()] >= now[after.lower()]:
                    continue
                told = (subject, before.lower(), after.lower())
                found.setdefault(told, Highlight(subject, before, after, row))
    return tuple(sorted(found.values(), key=lambda h: h.row))


def _facing(gone: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What was taken out beside what was put in at the same place; what both have is no change."""
    common = Counter(word.lower() for word in gone) & Counter(word.lower() for word in new)
    left = [list(_without(side, common.copy())) for side in (gone, new)]
    for n in range(max(map(len, left))):
        yield tuple(side[n] if n < len(side) else "" for side in left)  # type: ignore[misc]


def _without(side: Sequence[str], common: Counter[str]) -> Iterator[str]:
    for word in side:
        if common[word.lower()]:
            common[word.lower()] -= 1
        else:
            yield word


def _within(found: Sequence[Mention], span: tuple[int, int]) -> Iterator[Mention]:
    """The mentions that a stretch touches; they stand in order, none within another."""
    at = bisect_right(found, span[0], key=lambda m: m.end)
    return takewhile(lambda m: m.start < span[1], islice(found, at, None))


def _places(passages: Sequence[Passage]) -> list[int]:
    """The offset of each letter of the passages that is no blank, and the one behind the last."""
    found = [passage.start + n for passage in passages for n, ch in enumerate(passage.text) if not ch.isspace()]
    return [*found, passages[-1].end if passages else 0]


def _letters(text: str) -> int:
    return sum(not ch.isspace() for ch in text)
