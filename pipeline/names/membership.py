"""Who is a member of which body, and when (``memberships.csv``)."""

import datetime
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from pipeline.knowledge import Knowledge, Row
from pipeline.names.gazetteer import BodyKind, Gazetteer

SPEAK_FOR_MEMBERS: frozenset[BodyKind] = frozenset({"regional", "alliance", "forum"})
"""Kinds of bodies whose texts speak for their members: in a communiqué of the G7 Japan is a party."""

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)-(?P<day>\d\d))?")


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of a body from ``since`` to ``until``, both days included; None where it is open on that side."""

    body: str
    member: str
    since: datetime.date | None
    until: datetime.date | None

    def holds(self, day: datetime.date) -> bool:
        """Whether the member belongs to the body on ``day``."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Memberships:
    """The members of all bodies of ``knowledge``; made once for it by ``knowledge.get(Memberships)``.

    Raises :class:`pipeline.errors.KnowledgeError`, naming file, line and mend, where a line holds an unknown code, no
    date, an end before its beginning, or a membership that another line gives for the same time.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        gazetteer = knowledge.get(Gazetteer)
        self._of_body: dict[str, list[Membership]] = defaultdict(list)
        self._of_member: dict[str, list[Membership]] = defaultdict(list)
        for row in knowledge.table("memberships.csv", ("body", "members", "since", "until")):
            body = row["body"]
            if gazetteer.kind_of(body) is None:
                raise row.error(f"{body!r} is no code of bodies.csv; write a code such as NATO")
            since, until = _date(row, "since"), _date(row, "until")
            if since and until and until < since:
                raise row.error("the membership ends before it begins; change since or until")
            for member in row.values("members"):
                if gazetteer.name_of(member) is None:
                    raise row.error(f"{member!r} is no code of countries.csv or bodies.csv; write a code such as FRA")
                self._add(row, Membership(body, member, since, until))

    def members(self, body: str, day: datetime.date | None = None) -> tuple[str, ...]:
        """Codes of the members of ``body`` on ``day``, sorted; empty where it has none that are known.

        None is the present, and for a body that is no more its last day.
        """
        every = self._of_body.get(body, [])
        if day is None:
            ends = [m.until for m in every if m.until is not None]
            day = max(ends) if len(ends) == len(every) and ends else datetime.date.max
        return tuple(sorted({m.member for m in every if m.holds(day)}))

    def bodies_of(self, member: str, day: datetime.date | None = None) -> tuple[str, ...]:
        """Codes of the bodies of which a state or body is a member on ``day``, sorted; None is the present."""
        at = day or datetime.date.max
        return tuple(sorted({m.body for m in self._of_member.get(member, []) if m.holds(at)}))

    def _add(self, row: Row, new: Membership) -> None:
        for known in self._of_body[new.body]:
            if known.member == new.member and _overlap(known, new):
                raise row.error(f"{new.member} is a member of {new.body} at that time already; keep it in one line")
        self._of_body[new.body].append(new)
        self._of_member[new.member].append(new)


def represented(body: str, knowledge: Knowledge, day: datetime.date | None = None) -> tuple[str, ...]:
    """Codes of the states for which the texts of ``body`` speak on ``day``, sorted; empty for all other codes.

    The texts of forums, alliances and regional organisations speak for their members.
    """
    if knowledge.get(Gazetteer).kind_of(body) not in SPEAK_FOR_MEMBERS:
        return ()
    return knowledge.get(Memberships).members(body, day)


def _overlap(one: Membership, other: Membership) -> bool:
    first = max(one.since or datetime.date.min, other.since or datetime.date.min)
    last = min(one.until or datetime.date.max, other.until or datetime.date.max)
    return first <= last


def _date(row: Row, column: Literal["since", "until"]) -> datetime.date | None:
    """The day in a cell: of a bare year its first or its last one."""
    cell = row[column]
    if not cell:
        return None
    found = _DAY.fullmatch(cell)
    try:
        if found is None:
            raise ValueError(cell)
        if found["month"] is None:
            return datetime.date(int(cell), 1, 1) if column == "since" else datetime.date(int(cell), 12, 31)
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise row.error(f"{column} is {cell!r}; write a day such as 1995-01-01, or a year") from None
