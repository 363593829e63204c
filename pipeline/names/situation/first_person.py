"""In whose voice a text speaks: whose government decides, whose country is "my country", on whose behalf it is said.

Each such wording gives its state points; the voice is told where one state is far ahead of all others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import unusable
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.situation.cast import Named, Offices
from pipeline.names.situation.evidence import Clue, Part
from pipeline.names.situation.headings import is_office

LEAST_POINTS = 2.5
ONE_POINT = 1.0
ALONE = 1.5
"""Points that are enough where no other state has any."""
AHEAD = 1.8
"""So many times the points of the next state are needed."""

_GOVERNMENT = re.compile(r"\s(?:Federal\s)?(?:Government|Administration|Cabinet)\b", re.IGNORECASE)
_GOVERNMENT_OF = re.compile(r"\b(?:Government|Cabinet|Parliament) of (?:the )?$", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:my (?:country|delegation|government|nation|people|homeland)|our (?:country|nation|homeland))\b",
    re.IGNORECASE,
)
_OUR = re.compile(
    r"\b(?:my|our)(?: own| dear| beloved| great| small| young)* (?:country|nation|homeland|delegation),? (?:the )?$",
    re.IGNORECASE,
)
_HEADS = (
    r"(?:President|Vice-President|Prime Minister|Premier|Chancellor|King|Queen|Minister|Foreign Minister|Head of State|"
    r"Secretary|Chair|representative)"
)
_ON_BEHALF = re.compile(
    r"\b(?:on behalf of|in the name of|I speak for|speaking for|I represent|representing|"
    r"representative of)(?: also| and)?"
    r"(?: (?:the|my|our|of|and|for|good|great|brotherly|friendly|whole|entire|people|peoples|Government|"
    r"government|nation|"
    r"delegation|citizens|membership|members|States|leaders|[A-Z]\w+(?: [A-Z]\w+)?)){0,9} ?$"
)
_AS_HEAD = re.compile(
    rf"(?<!elected )(?<!election )(?<!tenure )\b[Aa]s (?:the |its |your |a )?(?:new |first |\w+th )?{_HEADS}"
    r"(?: for Foreign Affairs)? of (?:the )?$"
)
_WELCOMED_TO = re.compile(r"\b(?:[Ww]elcom(?:e|es|ed|ing)|receiv(?:e|es|ed|ing))\b[^.;]{3,130}?\b(?:to|in) (?:the )?$")
_STATED_BY = re.compile(
    r"\b(?:stated|said|announced|noted|stressed|emphasi[sz]ed|declared|reported|addressed|signed) by\b"
)
_ASIDE = r"(?:\s\([^()]*\))?(?:, (?:along|together|as|in)\b[^,]{3,80},)?"
_OPENS = re.compile(r"(?:[A-Z“\"][\w.,’'-]*\s|[Tt]oday,?\s|the\s|of\s|for\s|and\s|\d+,?\s)*")
VOICE_KINDS = ("speaks", "owns", "people")


@dataclass(frozen=True, slots=True)
class _VoiceWords:
    """Patterns over what stands behind a name, one a kind of ``voice_words.csv``."""

    speaks: re.Pattern[str]
    owns: re.Pattern[str]
    people: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Voiced:
    """How many points wordings give a state or body, how many the weightiest gives, and its words."""

    points: float
    most: float
    words: str


def voice_points(told: Iterable[tuple[str, tuple[Named, ...]]], knowledge: Knowledge) -> dict[str, Voiced]:
    """The points of each code that some wording gives any; ``told`` are sentences with their cast."""
    offices = knowledge.get(Offices)
    score: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, str]] = {}
    for sentence, cast in told:
        for code, points, words in {*_own_offices(sentence, offices), *_own_names(sentence, cast, knowledge)}:
            score[code] += points
            best[code] = max(best.get(code, (0.0, "")), (points, words))
    return {code: Voiced(points, *best[code]) for code, points in score.items()}


def voice_clues(voiced: Mapping[str, Voiced], issuer: str, knowledge: Knowledge) -> Iterator[Clue]:
    """The clue of the state, or body, in whose voice the text speaks; none where no one is far enough ahead.

    One wording is enough where an office publishes that does not say of which state it is.
    """
    is_of_office = is_office(issuer, knowledge)
    least = ONE_POINT if is_of_office else LEAST_POINTS
    is_own = is_of_office or not issuer
    ranked = sorted(((code, one.points) for code, one in voiced.items()), key=lambda item: (-item[1], item[0]))
    (first, most), (_, second) = [*ranked, ("", 0.0), ("", 0.0)][:2]
    if (most >= least and most >= AHEAD * second) or (most >= ALONE and not second and is_own):
        trust = min(0.85, 0.5 + 0.4 * (most - AHEAD * second) / (most + 2))
        yield Clue((first,), Part.TEXT, voiced[first].words, round(trust, 2))


def _own_offices(sentence: str, offices: Offices) -> Iterator[tuple[str, float, str]]:
    for start, end, code in offices.found(sentence):
        yield code, 1.0, sentence[start:end]


def _own_names(sentence: str, cast: tuple[Named, ...], knowledge: Knowledge) -> Iterator[tuple[str, float, str]]:
    for one in cast:
        points = (
            _points(sentence, one, knowledge.get(Gazetteer).is_country(one.code), knowledge.get(_read_voice_words))
            if one.code
            else 0.0
        )
        if points:
            yield one.code, points, sentence[max(0, one.start - 30) : one.end + 60]


def _points(sentence: str, one: Named, is_state: bool, words: _VoiceWords) -> float:
    """How much a name in a sentence speaks for its state being the speaker's own; 0 where not at all."""
    before, after = sentence[: one.start], sentence[one.end :]
    if one.kind != "person" and _ON_BEHALF.search(before[-120:]):
        return 4.0
    if not is_state:
        return 0.0
    if one.kind == "state" and (_OUR.search(before[-50:]) or _AS_HEAD.search(before[-90:])):
        return 4.0
    if one.kind == "state" and _WELCOMED_TO.search(before[-160:]):
        return 3.0
    if one.link == "by" and _STATED_BY.search(before[-80:]):
        return 2.0
    if one.is_place or one.link in {"with", "to", "by"}:
        return 0.0
    if one.kind == "person":
        return 1.0 if _OPENS.fullmatch(before) else 0.0
    government = _GOVERNMENT.match(after)
    acts = words.speaks.match(after[government.end() :] if government else after)
    if government or _GOVERNMENT_OF.search(before[-30:]):
        return 2.0 if acts and one.link in {"", "of"} else 1.0
    if acts and one.kind == "state" and not one.link:
        return 1.5
    if words.owns.match(after) or (one.kind == "people" and words.people.match(after)):
        return 1.0
    return 0.5 if _OWN.search(sentence) else 0.0


def _read_voice_words(knowledge: Knowledge) -> _VoiceWords:
    """The wordings of ``voice_words.csv``; raises :class:`pipeline.errors.KnowledgeError` on a bad expression."""
    words: dict[str, list[str]] = {kind: [] for kind in VOICE_KINDS}
    for row in knowledge.table("voice_words.csv", ("kind", "word")):
        if why := unusable(row["word"]):
            raise row.error(f"{row['word']!r} is no regular expression ({why})")
        words[row.choice("kind", VOICE_KINDS)].append(row["word"])
    speaks, owns, people = ("|".join(words[kind]) or "(?!)" for kind in VOICE_KINDS)
    return _VoiceWords(
        re.compile(rf"{_ASIDE},?\s(?:\w+ly\s|(?:also|has|again|once again|further|too|today)\s)*(?:{speaks})\b"),
        re.compile(rf"['’]s? (?:\w+[ -]){{0,3}}?(?:{owns})\b"),
        re.compile(rf"\s(?:\w+[ -]){{0,2}}?(?:{people})\b"),
    )
