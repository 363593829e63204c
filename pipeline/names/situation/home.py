"""Where a text is at home: its towns and provinces, and the offices of government that it names without their state."""

import re
from collections import Counter, defaultdict
from math import log1p

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.situation.cast import Offices
from pipeline.names.spellings import plain

_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: (?:al-|de |do |da |of )?[A-ZÀ-Þ][\w’'-]+){0,2}")
_GAP = re.compile(r" (?=[A-ZÀ-Þ])")


class Towns:
    """Towns and provinces whose name means one country (``towns.csv``).

    Raises :class:`pipeline.errors.KnowledgeError` on an unknown code.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        gazetteer = knowledge.get(Gazetteer)
        self._codes: dict[str, str] = {}
        for row in knowledge.table("towns.csv", ("code", "towns")):
            if not gazetteer.is_country(row["code"]):
                raise row.error(f"{row['code']!r} is no ISO 3166-1 alpha-3 code; write a code such as FRA")
            for town in row.values("towns"):
                self._codes[plain(town).casefold()] = row["code"]

    def count(self, text: str) -> Counter[str]:
        """How often a text names towns of each state."""
        found: Counter[str] = Counter()
        for match in _CAPITALS.finditer(text):
            words = _GAP.split(match.group())
            while words:
                for length in range(len(words), 0, -1):
                    if code := self._codes.get(plain(" ".join(words[:length])).casefold()):
                        found[code] += 1
                        break
                words = words[length:]
        return found


def at_home(text: str, knowledge: Knowledge) -> dict[str, dict[str, float]]:
    """Features by code: how many towns and offices of each a text names, and how large a part of all those is."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for kind, counts in (("towns", knowledge.get(Towns).count(text)), ("offices", offices_named(text, knowledge))):
        for code, number in counts.items():
            found[code] |= {kind: log1p(number), f"{kind} share": number / counts.total()}
    return found


def offices_named(text: str, knowledge: Knowledge) -> Counter[str]:
    """How often a text names offices that one state or body alone has."""
    return Counter(code for _, _, code in knowledge.get(Offices).found(text))
