"""Our policy areas in the major topics of the Comparative Agendas Project."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.aggregates import TopicCount
from pipeline.errors import KnowledgeError
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.records import Analysis, Commitment, Sentence
from pipeline.views import counted

FILE = "crosswalk.csv"
COLUMNS = ("area", "cap_code")


@dataclass(frozen=True, slots=True)
class Crossing:
    """An area and the major topic that it is counted under."""

    area: str
    cap_code: int
    cap_topic: str


def read_topics(knowledge: Knowledge) -> dict[int, str]:
    """Major topics of the Comparative Agendas Project by their codes (``cap_topics.csv``)."""
    topics: dict[int, str] = {}
    for row in knowledge.table("cap_topics.csv", ("code", "topic")):
        if not row["code"].isdecimal():
            raise row.error(f"{row['code']!r} is no code; write a whole number")
        topics[int(row["code"])] = row["topic"]
    return topics


def read_crosswalk(knowledge: Knowledge) -> dict[str, Crossing]:
    """The crosswalk by area.

    Raises :class:`KnowledgeError` naming the line where an area or a topic is unknown, and where an area stands twice;
    an area of ``areas.toml`` that has no line yet is not in the result.
    """
    known, topics = area_keys(knowledge), knowledge.get(read_topics)
    crossings: dict[str, Crossing] = {}
    for row in knowledge.table(FILE, COLUMNS):
        area, code = row.choice("area", known), row["cap_code"]
        if area in crossings:
            raise row.error(f"the area {area} stands twice; keep one line")
        if not code.isdecimal() or int(code) not in topics:
            raise row.error(f"'{code}' is no major topic; use one of {', '.join(map(str, topics))}")
        crossings[area] = Crossing(area, int(code), topics[int(code)])
    if not crossings:
        raise KnowledgeError(f"{FILE}: no line found; write one for each policy area.")
    return crossings


def topic_counts(analyses: Sequence[Analysis], knowledge: Knowledge) -> list[TopicCount]:
    """The sentences and commitments of documents by major topic."""
    said = (s for a in counted(analyses) for s in a.sentences)
    promised = (c for a in counted(analyses) for c in a.commitments)
    return by_topic(said, promised, knowledge.get(read_crosswalk))


def by_topic(
    sentences: Iterable[Sentence], commitments: Iterable[Commitment], crosswalk: dict[str, Crossing]
) -> list[TopicCount]:
    """Sentences and commitments counted by the major topic of their first area, in the order of the codes.

    What has no area, or one without a line in the crosswalk, is not counted.
    """
    said = Counter(crosswalk[s.areas[0]].cap_code for s in sentences if s.areas and s.areas[0] in crosswalk)
    promised = Counter(crosswalk[c.areas[0]].cap_code for c in commitments if c.areas and c.areas[0] in crosswalk)
    topics = {crossing.cap_code: crossing.cap_topic for crossing in crosswalk.values()}
    return [TopicCount(code, topics[code], said[code], promised[code]) for code in sorted(said | promised)]
