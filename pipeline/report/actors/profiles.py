"""Profiles of actors, counted from commitments and threads.

A body whose texts speak for its members (a forum, an alliance, a regional organisation) makes its promises in their
name: a profile counts what an actor promised itself apart from what such a body promised while it was a member. Numbers
are also given for each document in which the actor has a part: a large share of the corpus must not look like zeal.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from pipeline.aggregates import ActorProfile, ActorYear
from pipeline.knowledge import Knowledge
from pipeline.names.membership import represented
from pipeline.records import Analysis, Commitment, Document, Standing, StatusRow, Thread
from pipeline.report.labels import Names
from pipeline.views import counted

LISTED = 12
"""Values of a list cell: areas, partners and those towards whom; most first."""
FOREMOST = 60
"""Threads of a status that are kept for the page of an actor; the tables have all."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an actor promised.

    ``documents`` are those in which it is a party or promises, itself or through a body. ``own`` and ``through`` count
    its promises and those of its bodies by policy area ("" for none) and year (None for undated). ``bodies``,
    ``partners`` and ``towards`` count promises by code. ``due`` are promises with a day, earliest first. ``standings``
    counts the threads in which it, or a body in its name, binds itself, by their status; ``threads`` has those of each
    status that were said most often. ``judged`` is what people say became of them.
    """

    actor: str
    documents: int
    promises: int
    through_bodies: int
    own: Counter[tuple[str, int | None]]
    through: Counter[tuple[str, int | None]]
    bodies: Counter[str]
    partners: Counter[str]
    towards: Counter[str]
    due: tuple[tuple[datetime.date, Commitment], ...]
    standings: Counter[Standing]
    threads: Mapping[Standing, Sequence[Thread]]
    judged: tuple[StatusRow, ...]


def profiles(
    analyses: Sequence[Analysis], threads: Iterable[Thread], status: Sequence[StatusRow], knowledge: Knowledge
) -> list[Profile]:
    """The profile of every actor that promises anything, itself or through a body; most promises first."""
    tallies: dict[str, _Tally] = {}
    speaking = _Speaking(knowledge)
    for analysis in counted(analyses):
        for actor, made in _of_document(analysis, speaking):
            tallies.setdefault(actor, _Tally()).add(analysis.document, made)
    judged = {row.thread_id for row in status}
    for thread in threads:
        for actor in {a for code in thread.actors for a in (code, *speaking.members(code, thread.last_date))}:
            if actor in tallies:
                tallies[actor].follow(thread, judged)
    found = [
        _profile(actor, tally, status) for actor, tally in tallies.items() if tally.promises + tally.through_bodies
    ]
    return sorted(found, key=lambda p: (-p.promises, -p.through_bodies, p.actor))


def profile_row(profile: Profile, names: Names, today: datetime.date | None) -> ActorProfile:
    """The row of a profile; deadlines lie ahead of, or before, ``today``, the day of the newest document."""
    standing = profile.standings
    areas: Counter[str] = Counter()
    for (area, _), count in (profile.own + profile.through).items():
        areas[area] += count
    ahead = sum(today is None or day >= today for day, _ in profile.due)
    both = profile.promises + profile.through_bodies
    return ActorProfile(
        actor=profile.actor,
        name=names.actor_name(profile.actor),
        documents=profile.documents,
        promises=profile.promises,
        through_bodies=profile.through_bodies,
        per_document=both / profile.documents,
        bodies=listed(profile.bodies),
        areas=listed(areas),
        partners=listed(profile.partners),
        towards=listed(profile.towards),
        deadlines_ahead=ahead,
        deadlines_past=len(profile.due) - ahead,
        threads=standing.total(),
        standing=standing["standing"],
        strengthened=standing["strengthened"],
        weakened=standing["weakened"],
        overdue=standing["overdue"],
        not_repeated=standing["not_repeated"],
    )


def year_rows(profile: Profile, names: Names) -> Iterator[ActorYear]:
    """An actor's promises by policy area and year, in the order of areas and years."""
    cells = {*profile.own, *profile.through}
    for area, year in sorted(cells, key=lambda cell: (not cell[0], cell[0], cell[1] is None, cell[1] or 0)):
        yield ActorYear(
            profile.actor,
            names.actor_name(profile.actor),
            area,
            names.area_title(area),
            year,
            profile.own[area, year],
            profile.through[area, year],
        )


def listed(counts: Mapping[str, int]) -> tuple[str, ...]:
    """The most frequent values with their numbers: "energy 12"."""
    ordered = sorted(((value, count) for value, count in counts.items() if value), key=lambda item: (-item[1], item[0]))
    return tuple(f"{value} {count}" for value, count in ordered[:LISTED])


@dataclass(slots=True)
class _Tally:
    documents: int = 0
    promises: int = 0
    through_bodies: int = 0
    own: Counter[tuple[str, int | None]] = field(default_factory=Counter)
    through: Counter[tuple[str, int | None]] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    partners: Counter[str] = field(default_factory=Counter)
    towards: Counter[str] = field(default_factory=Counter)
    due: list[tuple[datetime.date, Commitment]] = field(default_factory=list)
    standings: Counter[Standing] = field(default_factory=Counter)
    threads: dict[Standing, list[Thread]] = field(default_factory=dict)
    judged: set[str] = field(default_factory=set)

    def add(self, document: Document, made: Sequence[tuple[Commitment, str]]) -> None:
        """Count a document with the promises that the actor makes in it, each with the body that makes it, or ""."""
        self.documents += 1
        year = document.date.year if document.date else None
        for commitment, body in made:
            cells = [(area, year) for area in commitment.areas or ("",)]
            if body:
                self.through_bodies += 1
                self.bodies[body] += 1
                self.through.update(cells)
            else:
                self.promises += 1
                self.own.update(cells)
                self.partners.update(commitment.actors)
                self.towards.update(commitment.towards)
            if commitment.deadline_date:
                self.due.append((commitment.deadline_date, commitment))

    def follow(self, thread: Thread, judged: Set[str]) -> None:
        """Count a thread of the actor; ``judged`` are the ids of those that somebody judged."""
        self.standings[thread.status] += 1
        if thread.thread_id in judged:
            self.judged.add(thread.thread_id)
        kept = self.threads.setdefault(thread.status, [])
        kept.append(thread)
        if len(kept) >= 4 * FOREMOST:
            kept[:] = _foremost(kept)


class _Speaking:
    """For whom bodies speak, looked up once a day and body."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._known: dict[tuple[str, datetime.date | None], tuple[str, ...]] = {}
        self._same: dict[tuple[str, ...], tuple[str, ...]] = {}

    def members(self, code: str, day: datetime.date | None) -> tuple[str, ...]:
        """Those in whose name a body binds itself on a day; none of all other actors."""
        if (code, day) not in self._known:
            found = represented(code, self._knowledge, day)
            self._known[code, day] = self._same.setdefault(found, found)
        return self._known[code, day]


def _of_document(analysis: Analysis, speaking: _Speaking) -> Iterator[tuple[str, list[tuple[Commitment, str]]]]:
    """Each actor that has a part in a document, with the promises that it makes there and the body that makes them."""
    day = analysis.document.date
    made: dict[str, list[tuple[Commitment, str]]] = {}
    for party in analysis.document.parties:
        for actor in (party, *speaking.members(party, day)):
            made.setdefault(actor, [])
    for commitment in analysis.commitments:
        for actor in commitment.actors:
            made.setdefault(actor, []).append((commitment, ""))
        named = set(commitment.actors)
        for body in commitment.actors:
            for member in speaking.members(body, day):
                if member not in named:
                    named.add(member)
                    made.setdefault(member, []).append((commitment, body))
    yield from made.items()


def _profile(actor: str, tally: _Tally, status: Sequence[StatusRow]) -> Profile:
    partners = tally.partners.copy()
    del partners[actor]
    return Profile(
        actor,
        tally.documents,
        tally.promises,
        tally.through_bodies,
        tally.own,
        tally.through,
        tally.bodies,
        partners,
        tally.towards,
        tuple(sorted(tally.due, key=lambda item: (item[0], item[1].commitment_id))),
        tally.standings,
        {standing: _foremost(kept) for standing, kept in tally.threads.items()},
        tuple(row for row in status if row.title and (row.thread_id in tally.judged or actor in row.actors)),
    )


def _foremost(threads: Iterable[Thread]) -> list[Thread]:
    """The threads that were said most often."""
    return sorted(threads, key=lambda thread: (-thread.documents, -thread.times, thread.thread_id))[:FOREMOST]
