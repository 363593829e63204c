"""Our policy areas in the topics of the Comparative Agendas Project and the issue areas of the G7 Research Group."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import KnowledgeError
from pipeline.knowledge import read_table
from pipeline.knowledge.areas import area_keys
from pipeline.records import Commitment, Sentence
from pipeline.settings import KNOWLEDGE

FILE = "crosswalk.csv"
COLUMNS = ("area", "cap_code", "cap_topic", "cap_also", "g7_issues")

CAP_TOPICS = {
    1: "Macroeconomics",
    2: "Civil Rights",
    3: "Health",
    4: "Agriculture",
    5: "Labor",
    6: "Education",
    7: "Environment",
    8: "Energy",
    9: "Immigration",
    10: "Transportation",
    12: "Law and Crime",
    13: "Social Welfare",
    14: "Housing",
    15: "Domestic Commerce",
    16: "Defense",
    17: "Technology",
    18: "Foreign Trade",
    19: "International Affairs",
    20: "Government Operations",
    21: "Public Lands",
    23: "Culture",
}
"""Major topics of the Comparative Agendas Project's master codebook."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """An area in other schemes: the major topic that it is counted under, further ones, and issue areas of the G7."""

    area: str
    cap_code: int
    cap_topic: str
    cap_also: tuple[int, ...]
    g7_issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many sentences and commitments have their first area under a major topic."""

    cap_code: int
    cap_topic: str
    sentences: int
    commitments: int


def load_crosswalk(folder: Path = KNOWLEDGE) -> dict[str, Crossing]:
    """The crosswalk by area.

    Raises :class:`KnowledgeError` naming the line where an area or a topic is unknown or a name does not fit its code,
    and where an area stands twice; an area of ``areas.toml`` that has no line yet is not in the result.
    """
    known = area_keys(folder)
    crossings: dict[str, Crossing] = {}
    for row in read_table(FILE, COLUMNS, folder):
        area = row.choice("area", known)
        if area in crossings:
            raise row.error(f"the area {area} stands twice; keep one line")
        codes = [row["cap_code"], *row.values("cap_also")]
        if unknown := [code for code in codes if not code.isdecimal() or int(code) not in CAP_TOPICS]:
            raise row.error(f"'{unknown[0]}' is no major topic; use one of {', '.join(map(str, CAP_TOPICS))}")
        main, *also = map(int, codes)
        if row["cap_topic"] != CAP_TOPICS[main]:
            raise row.error(f"cap_topic of {main} is '{CAP_TOPICS[main]}', not '{row['cap_topic']}'; write that")
        crossings[area] = Crossing(area, main, CAP_TOPICS[main], tuple(also), row.values("g7_issues"))
    if not crossings:
        raise KnowledgeError(f"{FILE}: no line found; write one for each policy area.")
    return crossings


def by_topic(
    sentences: Iterable[Sentence], commitments: Iterable[Commitment], crosswalk: dict[str, Crossing]
) -> list[TopicCount]:
    """Sentences and commitments counted by the major topic of their first area, in the order of the codes.

    What has no area, or one without a line in the crosswalk, is not counted.
    """
    said = Counter(crosswalk[s.areas[0]].cap_code for s in sentences if s.areas and s.areas[0] in crosswalk)
    promised = Counter(crosswalk[c.areas[0]].cap_code for c in commitments if c.areas and c.areas[0] in crosswalk)
    return [TopicCount(code, CAP_TOPICS[code], said[code], promised[code]) for code in sorted(said | promised)]
