"""How each state and body stands in a document: where it is named, how often, in what grammar, and which clues name it.

These are the features by which :mod:`pipeline.names.situation.weighing` tells who takes part. None of them says which
state it is, so that what is learned of one publisher holds for another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log, log1p

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import represented
from pipeline.names.situation.cast import Named, cast_of, surname
from pipeline.names.situation.evidence import Clue
from pipeline.names.situation.headings import is_encounter, is_joint, topic_of
from pipeline.names.situation.home import at_home
from pipeline.names.situation.scene import Scene

Features = Mapping[str, float]

EARLY = 3
"""So many sentences are the beginning of a text."""
HEADINGS = 6
ENDING = 600
DATELINE = 300
DIGITS = 4

_BOTH = re.compile(
    r"\b(?:(?:both|two|our two) (?:sides|countries|leaders|ministers|parties|governments|nations|presidents)"
    r"|the (?:leaders|ministers|participants|sides|parties)|between our|bilateral)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(?:I|my|My)\b")
_OWN = re.compile(r"\b(?:our|my)\b[^,.]{0,25}$", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:ladies and gentlemen|excellenc|mr\.? president|thank you|good (?:morning|afternoon|evening))", re.IGNORECASE
)
_PAIRED = re.compile(r"\s?[-–—/]\s?")
_JOINED = re.compile(r"\s?(?:,|and|&|, and)\s(?:the\s)?(?:(?:Governments?|Republic|Kingdom|[A-Z]\w+) of (?:the )?)?")
_POSSESSIVE = re.compile(r"['’]s?\b")
_HOLDER = re.compile(
    r"\s(?:[A-Z][\w-]*\s){0,2}(?:government|president|prime minister|foreign minister|minister|secretary|ministry|"
    r"delegation|people|authorities)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\s(?:also\s|has\s|have\s|will\s|\w+ly\s)*(?:will|has|have|is|are|reaffirm\w*|welcom\w*|condemn\w*|support\w*|"
    r"remain\w*|stand\w*|commit\w*|agree\w*|call\w*|believ\w*|announc\w*|express\w*|continu\w*|intend\w*|recogni\w*|"
    r"look\w*|attach\w*)\b"
)

_URGED_BEFORE = re.compile(
    r"\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:up)?on|press(?:es|ed|ing)?|demand\w*|against|condemn\w*|to hold) "
    r"(?:the |all |that |government |authorities |of ){0,3}$",
    re.IGNORECASE,
)
_URGED_BEHIND = re.compile(
    r"(?:['’]s?(?: [\w-]+){1,3}| (?:government|authorities|leaders|side|forces))?\s(?:must|should|needs? to|ought to|"
    r"has failed|have failed|invaded|launched|has violated|continues? to (?:attack|violate|refuse))\b|"
    r"['’]s? (?:[\w-]+ ){0,3}(?:aggression|invasion|war|attacks?|occupation|regime)\b",
    re.IGNORECASE,
)


def standings(scene: Scene, clues: Mapping[str, Iterable[Clue]], knowledge: Knowledge) -> dict[str, Features]:
    """The features of every code that the document names or a clue points at; ``clues`` by the name of their kind."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for kind, named_by in clues.items():
        for clue in named_by:
            for code in clue.codes:
                found[code][f"clue {kind}"] = max(clue.trust, found[code].get(f"clue {kind}", 0.0))
    if scene.lead:
        for code in scene.lead.subjects:
            found[code] |= {"lead subject": 1.0, f"lead {scene.lead.kind}": 1.0}
        for code in scene.lead.objects:
            found[code]["lead object"] = 1.0
    _in_title(found, "title", scene.paper.title, scene, knowledge)
    _in_title(found, "headings", " / ".join(scene.paper.headings[:HEADINGS]), scene, knowledge)
    counts = _in_text(scene)
    points = {code: one.points for code, one in scene.voiced.items()}
    most = {code: one.most for code, one in scene.voiced.items()}
    ending = cast_of("\n".join(scene.paper.lines[-8:])[-ENDING:], knowledge)
    endings = Counter(one.code for one in ending)
    capitals = {m.code for m in knowledge.get(Gazetteer).mentions(scene.text[:DATELINE]) if m.role == "capital"}
    homes = at_home(scene.text, knowledge)
    common = _of_document(scene, knowledge)
    sums = {code: count["all"] for code, count in counts.items()}
    for code in {*found, *counts, *endings, *capitals, *points, *homes} - {""}:
        features = found[code]
        features |= common
        for name, number in counts.get(code, Counter()).items():
            features[name] = log1p(number)
            features[f"{name} share"] = min(1.0, number / sums[code])
        features["ending"] = log1p(endings[code])
        features["capital"] = float(code in capitals)
        features |= _beside_others(code, sums, points, knowledge)
        features["best point"] = most.get(code, 0.0)
        features |= homes.get(code, {})
    for code in found:
        found[code] |= _among_bodies(code, found, sums, knowledge)
    return {code: {name: round(value, DIGITS) for name, value in found[code].items()} for code in sorted(found) if code}


def _in_title(found: dict[str, dict[str, float]], where: str, title: str, scene: Scene, knowledge: Knowledge) -> None:
    """Adds how names stand in a title, or in the headings."""
    before_topic = len(topic_of(title, knowledge))
    for number, one in enumerate(cast_of(title, knowledge, scene.people)):
        if one.code:
            features = found[one.code]
            features |= {where: 1.0, f"{where} {one.kind}": 1.0}
            features |= {
                f"{where} {word}": 1.0
                for word, is_so in (
                    ("before topic", one.start < before_topic),
                    ("first", number == 0),
                    ("place", one.is_place),
                    ("held", one.is_held(title)),
                )
                if is_so
            }


def _in_text(scene: Scene) -> dict[str, Counter[str]]:
    """How often each code is named in the text, in all and in each of the ways that tell something."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for number, (sentence, cast) in enumerate(scene.sentences):
        named = [(one, one.code or _state_of(one, sentence, scene)) for one in cast]
        named = [(one, code) for one, code in named if code]
        for one, code in named:
            counts[code].update(["all", *_ways(sentence, one, number)])
        for (one, code), (other, next_code) in pairwise(named):
            between = sentence[one.end : other.start]
            if code != next_code and (_PAIRED.fullmatch(between) or _JOINED.fullmatch(between)):
                way = "paired" if _PAIRED.fullmatch(between) else "joined"
                counts[code][way] += 1
                counts[next_code][way] += 1
    return counts


def _state_of(one: Named, sentence: str, scene: Scene) -> str:
    return scene.people.get(surname(sentence[one.start : one.end]), "") if one.kind == "person" else ""


def _ways(sentence: str, one: Named, number: int) -> Iterable[str]:
    """The ways in which a sentence names somebody that tell something."""
    before, after = sentence[: one.start], sentence[one.end :]
    yield one.kind
    if one.is_place:
        yield "place"
    elif one.link in {"with", "to", "by"}:
        yield one.link
    if number < EARLY:
        yield "early"
    if number == 0:
        yield "first"
    if _POSSESSIVE.match(after):
        yield "possessive"
    if _HOLDER.match(after):
        yield "holder"
    if not one.link and _ACTS.match(after):
        yield "acts"
    if _OWN.search(before):
        yield "own"
    if one.start < EARLY:
        yield "opens"
    if _URGED_BEFORE.search(before) or _URGED_BEHIND.match(after):
        yield "urged"
    if _WE.search(before) or _I.search(before):
        yield "behind we"


def _of_document(scene: Scene, knowledge: Knowledge) -> dict[str, float]:
    """What is so for the whole document: who says "we" and "I", whether it is spoken, joint, told of two."""
    text, title = scene.text, scene.paper.title
    hundreds = max(0.5, len(text.split()) / 100)
    above = " ".join((title, *scene.paper.headings[:HEADINGS]))
    return {
        "says we": log1p(len(_WE.findall(text)) / hundreds),
        "says I": log1p(len(_I.findall(text)) / hundreds),
        "says both": log1p(3 * len(_BOTH.findall(text)) / hundreds),
        "is spoken": float(bool(_SPOKEN.search(text))),
        "is joint": float(is_joint(above, knowledge)),
        "is encounter": float(is_encounter(title, knowledge)),
        "officers of no state": log1p(_officers_of_no_state(scene)),
        "has title": float(bool(title)),
        "has issuer": float(bool(scene.paper.issuer)),
    }


def _officers_of_no_state(scene: Scene) -> int:
    """How many persons the text names of whom nothing tells for whom they speak."""
    return sum(
        one.kind == "person" and not one.code and not _state_of(one, sentence, scene)
        for sentence, cast in scene.sentences
        for one in cast
    )


def _beside_others(
    code: str, sums: Mapping[str, int], points: Mapping[str, float], knowledge: Knowledge
) -> dict[str, float]:
    """How far a code is ahead of the others of its kind, in mentions and in points of voice."""
    gazetteer = knowledge.get(Gazetteer)
    is_state = gazetteer.is_country(code)
    mine, every = sums.get(code, 0), sorted(sums.values(), reverse=True)
    others = max(
        (n for other, n in sums.items() if other != code and gazetteer.is_country(other) == is_state), default=0
    )
    voiced = max((p for other, p in points.items() if other != code), default=0.0)
    return {
        "share": mine / sum(every) if mine else 0.0,
        "is most named": float(bool(mine) and mine == every[0]),
        "is among two": float(bool(mine) and mine >= every[:2][-1]),
        "ahead": log((mine + 1) / (others + 1)),
        "points": log1p(points.get(code, 0.0)),
        "points ahead": log((points.get(code, 0.0) + 1) / (voiced + 1)),
        "is state": float(is_state),
        "is union": float(code == "EU"),
        "is movement": float(gazetteer.kind_of(code) == "movement"),
    }


def _among_bodies(
    code: str, found: Mapping[str, Features], sums: Mapping[str, int], knowledge: Knowledge
) -> dict[str, float]:
    """Whether the rules name a body's member, or the body of a member; how much of the text names its members."""
    gazetteer = knowledge.get(Gazetteer)
    ruled = [other for other, features in found.items() if other != code and features.get("clue rules")]
    if gazetteer.is_country(code):
        bodies = [other for other in ruled if not gazetteer.is_country(other)]
        return {"body is ruled": float(any(code in represented(body, knowledge) for body in bodies))}
    members = set(represented(code, knowledge))
    return {
        "member is ruled": float(bool(members & set(ruled))),
        "members share": sum(sums.get(m, 0) for m in members) / max(1, sum(sums.values())),
    }
