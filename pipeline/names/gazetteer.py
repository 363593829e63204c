"""The gazetteer: names of countries, nationalities, capitals, bodies, places, documents, and what they stand for.

The names lie in the knowledge files (``countries.csv``, ``bodies.csv``, ``places.csv``, ``groups.csv``,
``documents.csv``, ``events.csv``, ``leaders.csv``), which an analyst edits; ISO 3166 itself comes from
:mod:`pycountry`. A text is read once, from left to right, through a tree of words, so that the time grows with its
length alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import pycountry

from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge, Row

Role = Literal["country", "people", "capital", "place", "group", "body", "document", "event", "person"]

USER_ASSIGNED = {"XKX": "Kosovo"}
"""Codes of the user-assigned range of ISO 3166-1 that international bodies use."""

COUNTRY_COLUMNS = ("code", "name", "aliases", "adjectives", "capitals")
BODY_COLUMNS = ("code", "name", "aliases", "state", "members")

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for: entity label, code (empty where it has none or more than one), canonical name, role.

    The code of a person is that of the state that he or she speaks for.
    """

    label: str
    code: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Mention:
    """A known name in a text; ``text`` is the wording between the character offsets ``start`` and ``end``."""

    start: int
    end: int
    text: str
    label: str
    code: str
    name: str
    role: Role


@dataclass(slots=True)
class _Node:
    """A word in the tree: the words that may follow, and the names (with their spelling) that end here."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    names: list[tuple[tuple[str, ...], Name]] = field(default_factory=list)


class Gazetteer:
    """All known names of ``knowledge``; made once for it by ``knowledge.get(Gazetteer)``.

    Raises :class:`KnowledgeError`, naming file, line and mend, where a file holds an unknown code, an unknown label, or
    a name that stands for two things.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._root = _Node()
        self._names: dict[str, str] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._countries: dict[str, str] = {}
        self._words = frozenset(knowledge.entries("word_acronyms.txt"))
        self._read_countries(knowledge)
        self._read_bodies(knowledge)
        for row in knowledge.table("places.csv", ("name", "label", "aliases")):
            label = row.choice("label", {"GPE", "LOC", "FAC"})
            self._add_all(row, (row["name"], *row.values("aliases")), Name(label, "", row["name"], "place"))
        self._read_plain(knowledge, "groups.csv", "NORP", "group")
        self._read_plain(knowledge, "documents.csv", "LAW", "document")
        self._read_plain(knowledge, "events.csv", "EVENT", "event")
        self._read_leaders(knowledge)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Known names in ``text``, in order, not overlapping; the longest name wins, then the leftmost."""
        return tuple(self._scan(text))

    def country(self, name: str) -> str | None:
        """The ISO 3166-1 alpha-3 code of a country given by name, short form or code, in any case; None where unknown.

        Ambiguous names ("Korea", "Congo") have no code.
        """
        return self._countries.get(_key(name))

    def name_of(self, code: str) -> str | None:
        """The canonical name of a country or body by its code, None where unknown."""
        return self._names.get(code)

    def members(self, code: str) -> tuple[str, ...]:
        """Codes of the states of a grouping, sorted; empty for all other codes."""
        return self._members.get(code, ())

    def is_country(self, code: str) -> bool:
        """Whether ``code`` is the code of a country or territory."""
        return _is_iso(code) and code in self._names

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
                self._add(spelling, country)
            adjectives = row.values("adjectives")
            self._add_all(row, adjectives, Name("NORP", code, name, "people"))
            self._add_all(row, row.values("capitals"), Name("GPE", code, name, "capital"))
            for spelling in (*listed, *official, code):
                self._countries[_key(spelling)] = code

    def _read_bodies(self, knowledge: Knowledge) -> None:
        for row in knowledge.table("bodies.csv", BODY_COLUMNS):
            code, state = row["code"], row["state"]
            if code and _is_iso(code):
                raise row.error(f"the code {code} is that of a country; choose another acronym")
            if code and state:
                raise row.error("a body has either a code of its own or a state that it speaks for; empty one of them")
            for member in (*row.values("members"), *([state] if state else [])):
                if member not in self._names:
                    raise row.error(f"{member!r} is no code of countries.csv; write a code such as FRA")
            spellings = (row["name"], *row.values("aliases"))
            self._add_all(row, spellings, Name("ORG", code or state, row["name"], "body"))
            if not code:
                continue
            self._names.setdefault(code, row["name"])
            if members := row.values("members"):
                self._members[code] = tuple(sorted(members))

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

    def _add_all(self, row: Row, spellings: Iterable[str], name: Name) -> None:
        for spelling in spellings:
            taken = self._add(spelling, name)
            if taken is not None:
                raise row.error(f"{spelling!r} stands for {taken.name} already; keep it in one place")

    def _add(self, spelling: str, name: Name) -> Name | None:
        """Put a spelling into the tree; returns what it stands for already, where that is so."""
        words = tuple(_plain(word) for word in _WORD.findall(spelling))
        if not words:
            raise KnowledgeError(f"{name.name} has an empty alias: take the empty value out.")
        node = self._root
        for word in words:
            node = node.following.setdefault(word.casefold(), _Node())
        for known, owner in node.names:
            if known == words:
                return owner
        node.names.append((words, name))
        return None

    def _scan(self, text: str) -> Iterator[Mention]:
        spans = [(m.start(), m.end()) for m in _WORD.finditer(text)]
        words = [_plain(text[start:end]) for start, end in spans]
        position = 0
        while position < len(words):
            length, name = self._longest(text, spans, words, position)
            if name is None:
                position += 1
                continue
            start, end = spans[position][0], spans[position + length - 1][1]
            yield Mention(start, end, text[start:end], name.label, name.code, name.name, name.role)
            position += length

    def _longest(
        self, text: str, spans: list[tuple[int, int]], words: list[str], position: int
    ) -> tuple[int, Name | None]:
        """How many words from ``position`` make the longest name, and that name."""
        node = self._root
        best: tuple[int, Name | None] = (0, None)
        for index in range(position, len(words)):
            following = node.following.get(words[index].casefold())
            if following is None:
                break
            if index > position and _BLANK_LINE.search(text, spans[index - 1][1], spans[index][0]):
                break
            node = following
            seen = words[position : index + 1]
            fitting = [(known, name) for known, name in node.names if _spelled(known, seen)]
            if fitting and not _is_currency_or_word(text, spans, words, position, index, self._words):
                exact = next((name for known, name in fitting if list(known) == seen), fitting[0][1])
                best = (index + 1 - position, exact)
        return best


def _spelled(known: tuple[str, ...], seen: list[str]) -> bool:
    """Whether the words ``seen``, the same but for case, may be the name ``known``.

    Acronyms must stand in capitals as written; other capitalised words need a capital: "turkey" is no country,
    "TURKEY" is one.
    """
    for word, other in zip(known, seen, strict=True):
        if word == other or word.islower():
            continue
        acronym = len(word) == 1 or sum(map(str.isupper, word)) > 1
        if acronym or not other[0].isupper():
            return False
    return True


def _is_currency_or_word(
    text: str, spans: list[tuple[int, int]], words: list[str], first: int, last: int, acronyms: frozenset[str]
) -> bool:
    """Whether a match is the "US" of "US$300", or one of ``acronyms``, such as WHO, in a line of capitals."""
    after = words[last + 1] if last + 1 < len(words) else ""
    if after == "$" and text[spans[last][1] : spans[last + 1][0]].strip(" ") == "" and first == last:
        return True
    if first != last or words[first] not in acronyms:
        return False
    before = words[first - 1] if first else ""
    shouted = [w for w in (before, after) if w.isalpha() and w.isupper() and len(w) > 1]
    return before != "THE" and len(shouted) == 2


def _is_iso(code: str) -> bool:
    return code in USER_ASSIGNED or (len(code) == 3 and pycountry.countries.get(alpha_3=code) is not None)


def _iso_names(code: str) -> tuple[str, ...]:
    """The names that ISO 3166 gives a country; those in reversed order ("Korea, Republic of") are set right."""
    country = pycountry.countries.get(alpha_3=code)
    names = [getattr(country, kind, "") for kind in ("name", "common_name", "official_name")]
    forward = (" ".join(reversed(name.split(", "))).removeprefix("The ") for name in names)
    return tuple(dict.fromkeys(n.removeprefix("the ") for n in (*names, *forward) if n and n != "Congo"))


def _plain(word: str) -> str:
    """A word without accents, apostrophes made straight and dashes made hyphens."""
    if word.isascii():
        return word
    if word in "’‘ʻ`´":
        return "'"
    if word in "‐‑–":
        return "-"
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or word


def _key(name: str) -> str:
    """A name for look-up: one case, no accents, no leading article, single spaces between words."""
    words = [_plain(word).casefold() for word in _WORD.findall(name)]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
