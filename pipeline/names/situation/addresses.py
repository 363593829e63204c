"""Whose an address on the web or in mail, or a telephone, is: "press@state.gov", "mfa.gov.ua", "(+94) 11"."""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.gazetteer import Gazetteer

_GOVERNMENT = (
    r"(?:gov|govt|gob|gouv|gub|guv|go|gc|mil|mfa|mofa|mofcom|mea|mae|mre|minrex|diplomatie|parliament|president)"
)
_TELEPHONE = re.compile(r"(?<![\w+])\(?(?:\+|00)\s?([1-9]\d{0,3})\)?[\s().\-\d]{6,}")


class Addresses:
    """Endings of official addresses (``addresses.csv``) and what countries have (``country_codes.csv``).

    Raises :class:`pipeline.errors.KnowledgeError` on an unknown code.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        gazetteer = knowledge.get(Gazetteer)
        self._official: dict[str, str] = {}
        self._domains: dict[str, str] = {}
        self._telephones: dict[str, str] = {}
        for row in knowledge.table("addresses.csv", ("ending", "code")):
            if gazetteer.name_of(row["code"]) is None:
                raise row.error(
                    f"{row['code']!r} is no known code; write an ISO 3166-1 alpha-3 code or an acronym of bodies.csv"
                )
            self._official[row["ending"].casefold()] = row["code"]
        for row in knowledge.table("country_codes.csv", ("code", "domain", "telephone")):
            if not gazetteer.is_country(row["code"]):
                raise row.error(f"{row['code']!r} is no ISO 3166-1 alpha-3 code; write a code such as FRA")
            if row["domain"]:
                self._domains[row["domain"]] = row["code"]
            if row["telephone"]:
                self._telephones[row["telephone"]] = row["code"]
        host = r"(?<![\w@.-])[\w@.\-/:]*"
        end = r"(?![\w-]|\.\w)"
        whole, top = ([e for e in self._official if ("." in e) is dotted] for dotted in (True, False))
        self._ending = re.compile(rf"{host}(?:(?<![\w-]){any_of(whole)}|(?<=[.@]){any_of(top)}){end}", re.IGNORECASE)
        self._government = re.compile(rf"{host}(?<![\w-]){_GOVERNMENT}\.({any_of(self._domains)}){end}", re.IGNORECASE)
        self._host = re.compile(
            rf"(?:(?<![\w.])www\.|https?://|@)[\w.-]+\.({any_of(self._domains)}){end}", re.IGNORECASE
        )

    def official(self, line: str) -> Iterator[tuple[str, str]]:
        """The codes of the governments and bodies whose addresses stand in a line, with the words."""
        for found in self._ending.finditer(line):
            ending = max((e for e in self._official if found.group().casefold().endswith(e)), key=len)
            yield self._official[ending], found.group()
        for found in self._government.finditer(line):
            yield self._domains[found[1].casefold()], found.group()

    def other(self, line: str) -> Iterator[tuple[str, str]]:
        """The codes of the states to which other addresses and telephones in a line belong, with the words."""
        for found in self._host.finditer(line):
            yield self._domains[found[1].casefold()], found.group()
        for found in _TELEPHONE.finditer(line):
            number = found[1]
            if known := next((number[:n] for n in (3, 2) if number[:n] in self._telephones), ""):
                yield self._telephones[known], found.group()
