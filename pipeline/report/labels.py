"""Names for readers: titles of policy areas, names of actors, words for the values of the tables."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import read_areas
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import Memberships
from pipeline.records import Document

NO_AREA = "No area found"

ENTITY_LABELS = {
    "PERSON": "person",
    "NORP": "nationality or group",
    "GPE": "country or city",
    "LOC": "place",
    "ORG": "organisation",
    "FAC": "facility",
    "LAW": "treaty or document",
    "EVENT": "event",
    "DATE": "date",
    "MONEY": "sum of money",
}

KIND_WORDS = {"new": "announced", "continuing": "reaffirmed"}
"""The kinds of commitments in words for readers."""

RULES = {
    "caption": "photo caption or credit taken out",
    "furniture": "menu, share button or page furniture taken out",
    "line_break": "line break inside a sentence mended",
    "hyphen": "word divided at the line end joined",
    "mojibake": "garbled characters mended",
    "encoding": "encoding other than UTF-8 read",
    "control": "invisible or control characters taken out",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What areas and actors are called in the knowledge that a report is written with."""

    areas: Mapping[str, str]
    gazetteer: Gazetteer
    memberships: Memberships

    def area_title(self, code: str) -> str:
        """Title of a policy area as ``areas.toml`` gives it; a code that it does not know is its own title."""
        return self.areas.get(code, code) or NO_AREA

    def actor_name(self, code: str) -> str:
        """Name of a country or body by its code; an actor without a code is its own name."""
        return self.gazetteer.name_of(code) or code

    def is_body(self, code: str) -> bool:
        """Whether a code is that of a body and not of a state."""
        return self.gazetteer.kind_of(code) is not None

    def member_of(self, code: str, day: datetime.date | None) -> tuple[str, ...]:
        """Codes of the bodies of which an actor is a member on a day, sorted; None is the present."""
        return self.memberships.bodies_of(code, day)


def read_names(knowledge: Knowledge) -> Names:
    """The names of ``areas.toml``, ``countries.csv`` and ``bodies.csv``, and the members of ``memberships.csv``."""
    titles = {area.key: area.title for area in knowledge.get(read_areas)}
    return Names(titles, knowledge.get(Gazetteer), knowledge.get(Memberships))


def issued(document: Document) -> str:
    """The date of a document as exactly as it is known, in the form of ISO 8601; empty where it is not."""
    if document.date is None:
        return ""
    return document.date.isoformat()[: {"year": 4, "month": 7}.get(document.date_precision, 10)]


def rule_words(rule: str) -> str:
    """What a cleaning rule did, in words."""
    return RULES.get(rule, rule.replace("_", " "))


def plural(count: int, word: str) -> str:
    """``count`` things, with thousands separators: "1 commitment", "2,104 commitments"."""
    ending = "" if count == 1 else "s"
    return f"{count:,} {word[:-1]}ies" if ending and word.endswith("y") else f"{count:,} {word}{ending}"
