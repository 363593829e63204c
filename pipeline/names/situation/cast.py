"""The names of a stretch of text that stand for states and bodies, with the word that ties each to its clause."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.gazetteer import Gazetteer, Mention
from pipeline.names.people import find_people

NOBODY_KNOWN: Mapping[str, str] = MappingProxyType({})

NamedKind = Literal["state", "people", "body", "person"]

PLACE_LINKS = frozenset(
    [
        "in",
        "at",
        "on",
        "near",
        "from",
        "for",
        "during",
        "against",
        "about",
        "regarding",
        "concerning",
        "following",
        "after",
        "before",
        "under",
        "within",
        "across",
        "into",
        "toward",
        "towards",
        "through",
        "throughout",
        "outside",
        "inside",
        "over",
        "since",
        "until",
        "off",
        "around",
        "via",
    ]
)
"""Prepositions behind which a name is no subject: it tells place, time or topic."""

_LINK = re.compile(
    r"\b([a-z]+)\s+(?:(?:the|his|her|its|their|our|my|a|an|then|new|former|outgoing|incoming|visiting|of|"
    r"and|for|both)\s+|"
    r"[A-ZÀ-Þ][\w.’'&-]*,?\s+)*[\"“(]?$"
)
_HOLDERS = (
    r"(?:leaders?|high representative|ministers?|presidents?|premiers?|chancellors?|counterparts?|"
    r"officials?|government|authorities|representatives?|"
    r"advisers?|advisors?|ambassadors?|delegations?|secretary|secretaries|secretary-general|envoys?|"
    r"commissioners?|president-elect|"
    r"prime minister-elect|king|queen|crown prince|sultan|emir|heads of state|side|sides)"
)
_HOLDER_BEHIND = re.compile(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,3}}?{_HOLDERS}\b", re.IGNORECASE)
_BODY_HOLDER = re.compile(rf"(?:['’]s?)?\s(?:[\w-]+\s)?{_HOLDERS}\b", re.IGNORECASE)
_HOLDER_BEFORE = re.compile(
    rf"\b{_HOLDERS}(?: (?:for|of|and|[A-Z][\w-]*))*? (?:of|from) (?:the )?(?:[\w ]+, (?:and )?(?:the )?)*$",
    re.IGNORECASE,
)
_LIST_BEHIND = re.compile(r"(?:,| and| &) (?:and )?(?:the )?[A-ZÀ-Þ]")
_SENTENCE = re.compile(
    r"(?<=[\w)”\"’])(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b(?:Jr|Sr|Dr|Mr|Ms))(?<!\b(?:Mrs|Hon|Gen|Rep|"
    r"Sen))\.\s+(?=[\"“A-Z\d(])|\n|:\s*$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name between two offsets, the code for which it stands ("" for a person of unknown state), and its tie.

    ``link`` is the preposition (or other small word) before the name and its title, "" where none stands there.
    """

    start: int
    end: int
    code: str
    kind: NamedKind
    link: str

    def is_held(self, text: str) -> bool:
        """Whether the name is a person's, or those who hold its offices are meant ("the Chilean minister")."""
        if self.kind == "person":
            return True
        behind = (_BODY_HOLDER if self.kind == "body" else _HOLDER_BEHIND).match(text[self.end :])
        return bool(behind or _HOLDER_BEFORE.search(text[: self.start][-200:]))

    @property
    def is_place(self) -> bool:
        """Whether the name only tells where, when or about what."""
        return self.link in PLACE_LINKS


def cast_of(text: str, knowledge: Knowledge, people_known: Mapping[str, str] = NOBODY_KNOWN) -> tuple[Named, ...]:
    """States, peoples, bodies and persons named in ``text``, in order; a person's own state stands with the person.

    ``people_known`` gives the states of persons by surname, for those of whom ``text`` itself does not tell it.
    """
    mentions = [m for m in knowledge.get(Gazetteer).mentions(text) if not _in_longer_name(text, m)]
    people = {p.start: p for p in find_people(text, tuple(mentions), knowledge)}
    offices = knowledge.get(Offices)
    known = {m.start: m for m in mentions if m.role == "person"}
    found = []
    for start in sorted({*people, *known}):
        person, mention = people.get(start), known.get(start)
        end = max(person.end if person else 0, mention.end if mention else 0)
        code = (
            (person.country if person else "") or (mention.code if mention else "") or _by_office(text, start, offices)
        )
        code = code or people_known.get(surname(text[start:end]), "")
        found.append(Named(start, end, code, "person", _link(text, start)))
    kinds: dict[str, NamedKind] = {"country": "state", "people": "people", "body": "body"}
    found += [
        Named(m.start, m.end, m.code, kinds[m.role], _link(text, m.start))
        for m in mentions
        if m.role in kinds and m.code and not _alone_in_brackets(text, m)
    ]
    return tuple(sorted(found, key=lambda named: named.start))


def surname(name: str) -> str:
    """The last word of a name, in small letters, without "Jr."."""
    words = [word.strip(".,") for word in name.casefold().split()]
    return next((word for word in reversed(words) if word not in {"jr", "sr", "ii", "iii"}), "")


def people_of(text: str, knowledge: Knowledge) -> dict[str, str]:
    """The states of the persons of a text by surname; one that two persons of different states bear is left out."""
    return states_of_people([(text, cast_of(text, knowledge))], knowledge)


class PeopleOf(Mapping[str, str]):
    """What :func:`people_of` tells, read when it is first asked for: many texts quote nobody."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self._text, self._knowledge = text, knowledge

    @cached_property
    def _found(self) -> dict[str, str]:
        return people_of(self._text, self._knowledge)

    def __getitem__(self, name: str) -> str:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def states_of_people(told: Iterable[tuple[str, tuple[Named, ...]]], knowledge: Knowledge) -> dict[str, str]:
    """As :func:`people_of`, for sentences whose cast is known.

    An officer of whom the text does not tell it is the leader of that surname where the text names the leader's state.
    """
    found: dict[str, set[str]] = {}
    named: set[str] = set()
    unknown: set[str] = set()
    for text, cast in told:
        for one in cast:
            if one.kind != "person":
                named.add(one.code)
            elif one.code:
                found.setdefault(surname(text[one.start : one.end]), set()).add(one.code)
            else:
                unknown.add(surname(text[one.start : one.end]))
    leaders = knowledge.get(Gazetteer).leaders
    for name in unknown & leaders.keys():
        if leaders[name] in named:
            found.setdefault(name, {leaders[name]})
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1 and len(name) > 2}


def codes(cast: Iterable[Named]) -> set[str]:
    """The codes of names."""
    return {named.code for named in cast} - {""}


def sentences(text: str) -> list[str]:
    """The sentences of a text of a few lines, roughly."""
    return [piece for piece in _SENTENCE.split(text) if piece.strip()]


class Offices:
    """Offices and houses of government that one state or body alone has (``offices.csv``).

    Raises :class:`pipeline.errors.KnowledgeError` on an unknown code.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        gazetteer = knowledge.get(Gazetteer)
        self._codes: dict[str, str] = {}
        for row in knowledge.table("offices.csv", ("office", "code")):
            if gazetteer.name_of(row["code"]) is None:
                raise row.error(
                    f"{row['code']!r} is no known code; write an ISO 3166-1 alpha-3 code or an acronym of bodies.csv"
                )
            self._codes[row["office"]] = row["code"]
        self._pattern = re.compile(rf"(?<!\w){any_of(self._codes)}(?!\w)")

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The offices in a text: where each begins and ends, and its code."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._codes[match.group()]


def _by_office(text: str, start: int, offices: Offices) -> str:
    """The state whose own office stands right before a name ("Under Secretary of State Jane Doe")."""
    before = text[max(0, start - 90) : start]
    return next((code for _, end, code in offices.found(before) if not _breaks(before[end:])), "")


def _breaks(between: str) -> bool:
    """Whether more than a portfolio lies between an office and a name."""
    return bool(re.search(r"[.;:\n]|\b(?!for|of|and|the|to)[a-z]{2,}\b", between))


def _alone_in_brackets(text: str, mention: Mention) -> bool:
    """Whether brackets hold a name and nothing else: "Jane Doe (Norway)"; one of a list in brackets is named."""
    return text[: mention.start].rstrip().endswith("(") and not _LIST_BEHIND.match(text, mention.end)


def _in_longer_name(text: str, mention: Mention) -> bool:
    """Whether a body's name stands before another body whose organ it is ("Security Council of the African Union")."""
    return mention.role == "body" and bool(re.match(r"\s+(?:of|for) the African Union\b", text[mention.end :]))


def _link(text: str, start: int) -> str:
    found = _LINK.search(text[max(0, start - 120) : start])
    return found[1] if found else ""
