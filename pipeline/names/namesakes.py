"""Places called like states and capitals: "Lebanon, Pennsylvania", "Paris, Texas", "Savannah, Georgia"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge import Knowledge
from pipeline.names.mentions import Mention

_TOWN_BEFORE = re.compile(
    r"(?:^|\n|\b(?:in|from|near|at|to|of|outside|and)\s)(?P<town>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)*),\s$"
)
_CLOSES = re.compile(r"[,.;:)\]]|$|\s(?:and|or|to|in|on|for|with|by|at)\b")
_STATE_OF = re.compile(r"\s(?:[a-z]+\s)?state\sof\s$")
_LISTED = re.compile(r"(?:,|,?\sand)\s(?:in\s)?")
_FAR_BACK = 60


class Namesakes:
    """Tells namesakes of states by the province that follows or the town that stands before, for one knowledge object.

    Raises :class:`pipeline.errors.KnowledgeError` where a province has two lines.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._provinces: dict[str, str] = {}
        for row in knowledge.table("provinces.csv", ("country", "provinces")):
            for province in row.values("provinces"):
                if province in self._provinces:
                    raise row.error(f"{province!r} has a place already; keep it in one line")
                self._provinces[province] = row["country"]
        self._towns: dict[str, frozenset[str]] = {}
        self._elsewhere: dict[str, frozenset[str]] = {}
        for row in knowledge.table("namesakes.csv", ("name", "towns", "elsewhere")):
            if row["name"] not in self._provinces:
                raise row.error(f"{row['name']!r} is no province of provinces.csv; add it there")
            self._towns[row["name"]] = frozenset(row.values("towns"))
            self._elsewhere[row["name"]] = frozenset(row.values("elsewhere"))

    def mend(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions; those that only look like a state or its capital are places without a code."""
        return [self._mended(text, mentions, index) for index in range(len(mentions))]

    def _mended(self, text: str, mentions: Sequence[Mention], index: int) -> Mention:
        mention = mentions[index]
        if mention.role not in {"country", "capital"}:
            return mention
        before = mentions[index - 1] if index else None
        if self._in_a_province(text, mention, before, mentions[index + 1 : index + 3]) or self._is_province(
            text, mention, before, mentions[index + 1 : index + 2]
        ):
            return replace(mention, code="", role="place")
        return mention

    def _in_a_province(self, text: str, town: Mention, before: Mention | None, behind: Sequence[Mention]) -> bool:
        """Whether a province of another country follows a comma, and the name stands in no list of places."""
        if not behind or text[town.end : behind[0].start] != ", ":
            return False
        province = behind[0]
        country = self._provinces.get(province.text)
        if country is None or country == town.code:
            return False
        if province.role == "country":
            return town.text in self._elsewhere.get(province.text, frozenset())
        listed = before is not None and before.role == "country" and text[before.end : town.start] == ", "
        next_one = behind[1] if len(behind) > 1 else None
        if next_one is not None and self._provinces.get(next_one.text) == country:
            listed = listed or _LISTED.fullmatch(text[province.end : next_one.start]) is not None
        return not listed

    def _is_province(self, text: str, name: Mention, before: Mention | None, behind: Sequence[Mention]) -> bool:
        """Whether the name is that of a province too ("Georgia"), and what stands beside it means the province."""
        country = self._provinces.get(name.text)
        if country is None:
            return False
        if behind and behind[0].code == country and text[name.end : behind[0].start] == ", ":
            return True
        start = max(0, name.start - _FAR_BACK)
        if before is not None and before.code == country and _STATE_OF.fullmatch(text[before.end : name.start]):
            return True
        town = _TOWN_BEFORE.search(text[start : name.start])
        if town is None or not _CLOSES.match(text, name.end):
            return False
        if town["town"] in self._elsewhere.get(name.text, frozenset()):
            return True
        elsewhere = before is not None and before.role != "place" and before.end == start + town.end("town")
        own = self._towns.get(name.text, frozenset())
        return not elsewhere and not any(town["town"].endswith(one) for one in own)
