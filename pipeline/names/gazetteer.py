"""The gazetteer: names of countries, nationalities, capitals, bodies, places, documents, and what they stand for.

The names lie in the knowledge files (``countries.csv``, ``bodies.csv``, ``places.csv``, ``groups.csv``,
``documents.csv``, ``events.csv``, ``leaders.csv``), which an analyst edits; ISO 3166 itself comes from
:mod:`pycountry`. A text is read once, from left to right, through a tree of words
(:mod:`pipeline.names.spellings`); what is part of a longer name is then mended (:mod:`pipeline.names.whole`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

import pycountry

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge, Row
from pipeline.names.mentions import BODY_KINDS, BodyKind, Mention, Name, Role
from pipeline.names.spellings import WORD, SpellingTree, plain, split
from pipeline.names.whole import WholeNames

__all__ = ["BodyKind", "Gazetteer", "Mention", "Name", "Role"]

USER_ASSIGNED = {"XKX": "Kosovo"}
"""Codes of the user-assigned range of ISO 3166-1 that international bodies use."""

COUNTRY_COLUMNS = ("code", "name", "aliases", "adjectives", "capitals")
BODY_COLUMNS = ("code", "name", "aliases", "ambiguous", "kind", "state")


class Gazetteer:
    """All known names of ``knowledge``; made once for it by ``knowledge.get(Gazetteer)``.

    Raises :class:`KnowledgeError`, naming file, line and mend, where a file holds an unknown code, an unknown label, or
    a name that stands for two things.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._tree: SpellingTree[Name] = SpellingTree(frozenset(knowledge.entries("word_acronyms.txt")))
        self._names: dict[str, str] = {}
        self._kinds: dict[str, BodyKind] = {}
        self._countries: dict[str, str] = {}
        self._ambiguous: dict[str, list[tuple[Row, Name]]] = {}
        self._leaders: dict[str, set[str]] = {}
        self._read_countries(knowledge)
        self._read_bodies(knowledge)
        for row in knowledge.table("places.csv", ("name", "label", "aliases")):
            label = row.choice("label", {"GPE", "LOC", "FAC"})
            self._add_all(row, (row["name"], *row.values("aliases")), Name(label, "", row["name"], "place"))
        self._read_plain(knowledge, "groups.csv", "NORP", "group")
        self._read_plain(knowledge, "documents.csv", "LAW", "document")
        self._read_plain(knowledge, "events.csv", "EVENT", "event")
        self._read_leaders(knowledge)
        self._add_ambiguous()
        self._whole = WholeNames(knowledge)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Known names in ``text``, in order, not overlapping; the longest name wins, then the leftmost.

        Short names that several bodies share count where the text gives the long name of just one of them.
        """
        found = [
            Mention(start, end, text[start:end], name.label, name.code, name.name, name.role)
            for start, end, name in self._tree.scan(text)
        ]
        given = {m.name for m in found}
        sure = (m if m.name else self._meant(m, given) for m in found)
        return self._whole.mend(text, [m for m in sure if m is not None])

    def _meant(self, short: Mention, given: set[str]) -> Mention | None:
        """A shared short name as that of the one body whose name is ``given`` in the text; None where it is not one."""
        # With accents the text may spell it otherwise: "ÈCO".
        spelled = short.text if short.text in self._ambiguous else plain(short.text)
        bodies = {body.name: body for _, body in self._ambiguous.get(spelled, []) if body.name in given}
        if len(bodies) != 1:
            return None
        (body,) = bodies.values()
        return replace(short, code=body.code, name=body.name)

    def country(self, name: str) -> str | None:
        """The ISO 3166-1 alpha-3 code of a country given by name, short form or code, in any case; None where unknown.

        Ambiguous names ("Korea", "Congo") have no code.
        """
        return self._countries.get(_key(name))

    def name_of(self, code: str) -> str | None:
        """The canonical name of a country or body by its code, None where unknown."""
        return self._names.get(code)

    def kind_of(self, code: str) -> BodyKind | None:
        """What kind of body a code stands for, None for countries and unknown codes."""
        return self._kinds.get(code)

    def is_country(self, code: str) -> bool:
        """Whether ``code`` is the code of a country or territory."""
        return _is_iso(code) and code in self._names

    @cached_property
    def leaders(self) -> Mapping[str, str]:
        """The code of the leaders of each surname, in small letters; one borne in two states is left out."""
        return {name: next(iter(codes)) for name, codes in self._leaders.items() if len(codes) == 1 and codes != {""}}

    def lookup(self, name: str) -> Mention | None:
        """The mention that covers the whole of ``name``, or None."""
        found = self.mentions(name)
        whole = len(found) == 1 and found[0].text == name.strip()
        return found[0] if whole else None

    def _read_countries(self, knowledge: Knowledge) -> None:
        for row in knowledge.table("countries.csv", COUNTRY_COLUMNS):
            code, name = row["code"], row["name"]
            if not _is_iso(code):
                raise row.error(f"{code!r} is no ISO 3166-1 alpha-3 code; write a code such as FRA")
            if code in self._names:
                raise row.error(f"the code {code} has a line already; join the two lines")
            self._names[code] = name
            country = Name("GPE", code, name, "country")
            listed = (name, *row.values("aliases"))
            self._add_all(row, listed, country)
            official = [n for n in _iso_names(code) if n not in listed]
            for spelling in official:
                self._tree.add(spelling, country)
            adjectives = row.values("adjectives")
            self._add_all(row, adjectives, Name("NORP", code, name, "people"))
            self._add_all(row, row.values("capitals"), Name("GPE", code, name, "capital"))
            for spelling in (*listed, *official, code):
                self._countries[_key(spelling)] = code

    def _read_bodies(self, knowledge: Knowledge) -> None:
        for row in knowledge.table("bodies.csv", BODY_COLUMNS):
            code, state, kind = row["code"], row["state"], row.choice("kind", BODY_KINDS)
            if code and _is_iso(code):
                raise row.error(f"the code {code} is that of a country; choose another acronym")
            if code and state:
                raise row.error("a body has either a code of its own or a state that it speaks for; empty one of them")
            if state and state not in self._names:
                raise row.error(f"{state!r} is no code of countries.csv; write a code such as FRA")
            body = Name("ORG", code or state, row["name"], "body")
            self._add_all(row, (row["name"], *row.values("aliases")), body)
            for short in row.values("ambiguous"):
                if len(split(short)) > 1:
                    raise row.error(f"{short!r} is more than one word; write it among the aliases")
                self._ambiguous.setdefault(short, []).append((row, body))
            if code:
                self._names.setdefault(code, row["name"])
                self._kinds.setdefault(code, kind)

    def _add_ambiguous(self) -> None:
        for short, bodies in self._ambiguous.items():
            taken = self._tree.add(short, Name("ORG", "", "", "body"))
            if taken is not None:
                raise bodies[0][0].error(f"{short!r} stands for {taken.name} already; keep it in one place")

    def _read_plain(self, knowledge: Knowledge, file: str, label: str, role: Role) -> None:
        for row in knowledge.table(file, ("name", "aliases")):
            self._add_all(row, (row["name"], *row.values("aliases")), Name(label, "", row["name"], role))

    def _read_leaders(self, knowledge: Knowledge) -> None:
        for row in knowledge.table("leaders.csv", ("name", "aliases", "country")):
            country = row["country"]
            if country and country not in self._names:
                raise row.error(f"{country!r} is no code of countries.csv; write a code such as FRA")
            person = Name("PERSON", country, row["name"], "person")
            self._add_all(row, (row["name"], *row.values("aliases")), person)
            for spelling in (row["name"], *row.values("aliases")):
                self._leaders.setdefault(spelling.casefold().split()[-1], set()).add(country)

    def _add_all(self, row: Row, spellings: Iterable[str], name: Name) -> None:
        for spelling in spellings:
            if not split(spelling):
                raise KnowledgeError(f"{name.name} has an empty alias: take the empty value out.")
            taken = self._tree.add(spelling, name)
            if taken is not None:
                raise row.error(f"{spelling!r} stands for {taken.name} already; keep it in one place")


def _is_iso(code: str) -> bool:
    return code in USER_ASSIGNED or (len(code) == 3 and pycountry.countries.get(alpha_3=code) is not None)


def _iso_names(code: str) -> tuple[str, ...]:
    """The names that ISO 3166 gives a country.

    Those in reversed order ("Korea, Republic of") are set right ("Republic of Korea") and put into brackets, as the
    United Nations write them ("Iran (Islamic Republic of)").
    """
    country = pycountry.countries.get(alpha_3=code)
    names = [getattr(country, kind, "") for kind in ("name", "common_name", "official_name")]
    forward = (" ".join(reversed(name.split(", "))).removeprefix("The ") for name in names)
    halves = (name.split(", ") for name in names if name.endswith(" of"))
    bracketed = (f"{pair[0]} ({pair[1]})" for pair in halves if len(pair) == 2)
    every = (*names, *forward, *bracketed)
    return tuple(dict.fromkeys(n.removeprefix("the ") for n in every if n and n != "Congo"))


def _key(name: str) -> str:
    """A name for look-up: one case, no accents, no leading article, single spaces between words."""
    words = [plain(word).casefold() for word in WORD.findall(name)]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
