"""Threads: an undertaking through all documents that make it, with a name that stays."""

import datetime
import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.records import Relation, Standing, Thread
from pipeline.track.sayings import Promise, Saying
from pipeline.track.wording import stems
from pipeline.views import Remade

LONGEST_TITLE = 160
_MARK = 12


class Tie(NamedTuple):
    """A link as far as threads ask."""

    later_id: str
    earlier_id: str
    relation: Relation


def thread_roots(sayings: Sequence[Saying], links: Iterable[Tie]) -> dict[str, str]:
    """By commitment_id, the id of the first commitment of its thread; ``sayings`` are ordered by date.

    A commitment carries on the thread of the closest earlier one that it is linked to.
    """
    closest: dict[str, str] = {}
    for link in links:
        closest.setdefault(link.later_id, link.earlier_id)
    roots: dict[str, str] = {}
    for saying in sayings:
        for promise in saying.promises:
            key = promise.commitment_id
            roots[key] = roots[closest[key]] if key in closest else key
    return roots


def threads(
    sayings: Sequence[Saying],
    roots: Mapping[str, str],
    links: Iterable[Tie],
    not_repeated: frozenset[str],
    before: Iterable[Thread],
) -> Collection[Thread]:
    """All threads, by their first commitment, made anew each time they are gone through; sayings are ordered by date.

    ``roots`` are those of :func:`thread_roots`, ``not_repeated`` ids of commitments that the next document of their
    series does not say, ``before`` the threads of an earlier run, whose names go on.
    """
    relation: dict[str, Relation] = {}
    for link in links:
        relation.setdefault(link.later_id, link.relation)
    places: dict[str, array[int]] = {}
    for row, saying in enumerate(sayings):
        for number, promise in enumerate(saying.promises):
            places.setdefault(roots[promise.commitment_id], array("l")).extend((row, number))

    def members(key: str) -> list[tuple[Saying, Promise]]:
        found = places[key]
        rows = ((sayings[row], number) for row, number in zip(found[::2], found[1::2], strict=True))
        return [(saying, saying.promises[number]) for saying, number in rows]

    def marks(key: str) -> tuple[str, ...]:
        return tuple(mark(saying, promise) for saying, promise in members(key))

    names = _names({key: marks(key) for key in places}, before)
    newest = max((s.paper.date for s in sayings), default=datetime.date.min)
    return Remade(
        len(places),
        lambda: (_thread(names[key], members(key), marks(key), newest, relation, not_repeated) for key in places),
    )


def mark(saying: Saying, promise: Promise) -> str:
    """A mark of a commitment that depends on its day, who binds itself, and the words of its action alone."""
    content = f"{saying.paper.date} {' '.join(promise.actors)} {' '.join(stems(promise.action))}"
    return hashlib.sha256(content.encode()).hexdigest()[:_MARK]


def _names(marks: Mapping[str, tuple[str, ...]], before: Iterable[Thread]) -> dict[str, str]:
    """Names of the threads: of an earlier thread that has most wordings in common, else after the first wording."""
    of_mark: dict[str, list[str]] = defaultdict(list)
    for thread in before:
        for known in thread.known_by:
            of_mark[known].append(thread.thread_id)
    claims: list[tuple[int, int, str, str]] = []
    for place, (key, found) in enumerate(marks.items()):
        common = Counter(name for known in found for name in of_mark.get(known, ()))
        claims += [(-count, place, name, key) for name, count in common.items()]
    names: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, name, key in sorted(claims):
        if key not in names and name not in taken:
            names[key] = name
            taken.add(name)
    for key, found in marks.items():
        if key not in names:
            names[key] = _fresh(found[0], taken)
            taken.add(names[key])
    return names


def _fresh(known: str, taken: set[str]) -> str:
    """A name after a mark that no other thread has: of two threads that begin alike, the second gets a number."""
    return next(name for name in _numbered(f"t-{known}") if name not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 1
    while True:
        number += 1
        yield f"{name}-{number}"


def _thread(
    name: str,
    members: Sequence[tuple[Saying, Promise]],
    marks: tuple[str, ...],
    newest: datetime.date,
    relation: Mapping[str, Relation],
    not_repeated: frozenset[str],
) -> Thread:
    promises = [promise for _, promise in members]
    last = promises[-1]
    deadline = next((p.deadline_date for p in reversed(promises) if p.deadline_date), None)
    areas = Counter(area for promise in promises for area in promise.areas)
    return Thread(
        thread_id=name,
        title=_title(promises),
        actors=tuple(sorted({code for promise in promises for code in promise.actors})),
        areas=tuple(area for area, _ in areas.most_common()),
        first_date=members[0][0].paper.date,
        last_date=members[-1][0].paper.date,
        times=len(members),
        documents=len({saying.paper.doc_id for saying, _ in members}),
        strength=last.strength,
        deadline_date=deadline,
        amount=next((p.amount for p in reversed(promises) if p.amount), ""),
        status=_status(last, deadline, newest, relation, not_repeated),
        commitment_ids=tuple(promise.commitment_id for promise in promises),
        known_by=tuple(dict.fromkeys(marks)),
    )


def _status(
    last: Promise,
    deadline: datetime.date | None,
    newest: datetime.date,
    relation: Mapping[str, Relation],
    not_repeated: frozenset[str],
) -> Standing:
    if deadline and deadline < newest:
        return "overdue"
    if last.commitment_id in not_repeated:
        return "not_repeated"
    said = relation.get(last.commitment_id)
    return said if said == "strengthened" or said == "weakened" else "standing"


def _title(promises: Sequence[Promise]) -> str:
    """The action that was found most surely, of equals the last, cut at a word."""
    action = max(reversed(promises), key=lambda promise: promise.confidence).action
    words = " ".join(action.split())
    if len(words) <= LONGEST_TITLE:
        return words
    return words[: words.rfind(" ", 0, LONGEST_TITLE)].rstrip(",;:") + " ..."
