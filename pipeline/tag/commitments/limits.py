"""How time limits are worded: "by the end of 2030", "within sixty days", "at the next summit", "as soon as possible".

Prepositions and times make a grammar; the words of limits that name no day are data (``time_limits.csv``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.knowledge import Knowledge
from pipeline.names.calendar import UNIT, UNITS, YEAR
from pipeline.names.periods import COUNT, DAY, NOW, RELATIVE, SEASONS, SPAN, TIME, WEEKDAYS

LimitKind = Literal["end", "span", "time", "event", "phrase"]
"""What a limit names: the end of a time, a span of it, a time at which, something that happens, or nothing certain."""
_Row = Literal["phrase", "event"]

_ABOUT = r"(?:at\sleast\s|at\smost\s|around\s|about\s|approximately\s|roughly\s|up\sto\s|the\s(?:latest|end)\sby\s)?"
_RUN = rf"(?:(?:(?<=\s)|(?<!\s)(?:,\s|,?\s(?:and|or|to|until|through)\s|\s?[-–]\s?)){TIME})+"
"""Times behind a space: the first at once, each other behind a sign or word that joins it to the one before."""
_NO_TIME = (
    r"(?!\s(?:levels?|agenda|figures?|values?|prices|standards?|baselines?|targets?|goals?|edition|action\splan|strategy"
    r"|framework|roadmap|report|budget|census)\b)"
)
"""Not before words that have a year as their name: "the 2030 Agenda", "2005 levels"."""
_END = (
    r"(?:(?:by\s)?(?:not|no)\slater\sthan|(?:on|by)\sor\sbefore|by|before|until|till|prior\sto|not\safter|up\sto(?=\sthe\send)"
    rf"|through(?=\s\d)|towards?(?=\sthe\send))\s{_ABOUT}{_RUN}(?:\sat\sthe\slatest)?{_NO_TIME}"
)
_TIME = (
    r"(?:in(?:\sthe\scourse\sof)?|on|during(?:\sthe\scourse\sof)?|throughout|at(?=\s(?:the\s)?(?:very\s)?(?:end|close|beginning|start|turn|weekend))|within(?=\sthis)"
    r"|effective(?:\s(?:from|on|as\sof))?|(?:beginning|starting|commencing)(?:\s(?:from|in|on|as\sof))?|as\sof|from|between)\s"
    rf"{_ABOUT}{_RUN}{_NO_TIME}"
)
_BARE = (
    rf"(?:(?=this\s|next\s){DAY}|{RELATIVE}|{NOW}|(?:this|next)\s(?:{SEASONS}|{WEEKDAYS})"
    rf"|(?:early|late)\s(?:this|next)\syear|later\sin\s(?:{YEAR}|the\syear)|(?:these|this)\s(?:next|coming)\s{COUNT}\s(?:{UNITS}))"
)
_SPANS_OF = rf"(?:{UNITS})(?:,?\s(?:and|or)\s(?:{UNITS}))?"
_AHEAD = (
    rf"(?:(?:the\s|these\s|this\s|his\s|her\s|their\s)?(?:coming|next|following|remaining|upcoming|ensuing)\s{_ABOUT}"
    rf"(?:(?:{COUNT}(?:\s(?:to|or)\s|(?=[\s-]))){{1,2}}[\s-])?(?:(?:budget|fiscal|financial|calendar)\s)?(?:{_SPANS_OF}|(?<!\bin\snext\s){UNIT}|period)\b"
    rf"|(?:the\s)?{_SPANS_OF}\s(?:ahead|to\scome)\b)"
)
_MORE = r"(?:(?:additional|further|initial|maximum|total|limited|short|another|new|second|full|whole|minimum)\s)*"
_OF = r"(?:\s(?:of|after|from|following)\s[\w’' -]{1,120}?(?=[,.;:()]|\s(?:whether|that|which|to|and|for|with)\b|$))?"
_STARTING = rf"(?:,?\s(?:starting|beginning)\s(?:on|from|in)\s{TIME})?"
_SPAN = (
    rf"(?:with)?in\s(?:the\s(?:next|first)\s|a\speriod\sof\s|{_MORE}){_ABOUT}{SPAN}(?:['’]s?\stime)?{_OF}"
    rf"|(?:(?:no|not)\slater\sthan|at\smost|by\sat\sthe\slatest)\s{SPAN}{_OF}"
    rf"|(?:in|within|over|during|for|through|throughout|across)\s{_AHEAD}"
    rf"|(?:for|over|during)\s(?:the\s(?:course|period|space)\sof\s)?(?:an?\s|the\s)?{_MORE}(?:(?:period|term)\sof\s)?{_ABOUT}"
    rf"{SPAN}{_STARTING}"
)
_CLAUSE = (
    r"(?:as\ssoon\sas|once(?!\s(?:again|more|and\sfor|a|per|every|in|at|on)\b))\s(?!possible|practicable|feasible)[^,.;:]{3,120}"
    r"|when\s[^,.;:]{3,80}?\s(?:(?:enters?|comes?)\sinto\s(?:force|effect)|(?:is|are)\s(?:over|complete[d]?|ready)"
    r"|(?:has|have)\s(?:been\s)?[a-z]+(?:ed|en)\b)(?:\s[^,.;:]{1,120})?"
)
_BEFORE = r"before\s(?:he|she|it|they|we)\s[^,.;:]{3,80}"
_AS_CAN = r"as\s(?:soon|early|quickly|rapidly|swiftly|promptly|fast)\sas\s(?:we|they|he|she|it|i)\s(?:can|could|may)"
_WORD = r"(?:(?!(?:and|or|to|for|with|in|on|at|of)\b)[^\W\d][\w’'.-]*\s)"
"""A word between a preposition and the event it is about."""
_NO_ADVERB = (
    r"(?!\s(?:before|after|as|following|upon|thereafter|stage|affected|adjacent|retired|concerned|available)\b)"
)
"""Not before words that "soon" or "immediately" only modify."""
_OWNING = ("'s ", "’s ")
"""Behind a time that only tells which of several things is meant: "this year's summit"."""
_COLUMNS = ("kind", "words", "example", "counter_example")


@dataclass(frozen=True, slots=True)
class Limit:
    """The words of a time limit between two offsets of a text."""

    start: int
    end: int
    kind: LimitKind


@dataclass(frozen=True, slots=True)
class Wordings:
    """The patterns of time limits, by what they name, and the nouns for events, in lower case."""

    patterns: tuple[tuple[LimitKind, re.Pattern[str]], ...]
    events: frozenset[str]

    def names_event(self, lemma: str) -> bool:
        """Whether a noun names what happens once: "summit", "conference"."""
        return lemma.lower() in self.events

    def find(self, text: str) -> list[Limit]:
        """The limits in ``text``, the firmest first (events and ends, spans, times, phrases), each kind in text order.

        Limits inside those before them are left out.
        """
        found: list[Limit] = []
        taken = bytearray(len(text))
        for kind, pattern in self.patterns:
            for match in pattern.finditer(text):
                start, end = match.span()
                if not taken[start] and not text.startswith(_OWNING, end):
                    found.append(Limit(start, end, kind))
                    taken[start:end] = b"\1" * (end - start)
        return found


def read_wordings(knowledge: Knowledge) -> Wordings:
    """The wordings of time limits, with the phrases and events of ``time_limits.csv``, whose examples are tried."""
    rows = list(knowledge.table("time_limits.csv", _COLUMNS))
    words: dict[_Row, list[str]] = {kind: [] for kind in get_args(_Row)}
    for row in rows:
        words[row.choice("kind", get_args(_Row))].append(row["words"])
    events = frozenset(word.lower() for word in words["event"])
    wordings = Wordings(tuple(_patterns(words["phrase"], words["event"])), events)
    for row in rows:
        if not _holds(wordings, row["example"], row["words"]):
            raise row.error(f"no limit with {row['words']!r} is found in the example: mend one of them")
        if row["counter_example"] and _holds(wordings, row["counter_example"], row["words"]):
            raise row.error(f"a limit with {row['words']!r} is found in the counter-example: mend one of them")
    return wordings


def _holds(wordings: Wordings, text: str, words: str) -> bool:
    return any(words.lower() in text[limit.start : limit.end].lower() for limit in wordings.find(text))


def _patterns(phrases: list[str], events: list[str]) -> Iterator[tuple[LimitKind, re.Pattern[str]]]:
    event = "|".join(re.escape(word) for word in sorted(events, key=len, reverse=True))
    when = rf"(?:\s(?:in|on|of)\s{TIME}|\s{_BARE})?"
    of = r"(?:\s(?:of|between)\s(?:the\s)?[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]*)*)?"
    named = (
        rf"(?:(?:by|before|until|till|prior\sto|ahead\sof|in\stime\sfor|no\slater\sthan|not\slater\sthan)\s(?:the\stime\sof\s)?"
        rf"(?:the\s|our\s|their\s|its\s|his\s|her\s|an?\s)?{_WORD}{{0,5}}?(?:{event})\b{of}"
        rf"|(?:at|in)\s(?:the\s|our\s|their\s|its\s)?(?:next|upcoming|forthcoming|coming)\s{_WORD}{{0,4}}?(?:{event})\b){when}"
        r"|(?:by|at|before|until|ahead\sof|in\stime\sfor)\s(?:the\s)?(?-i:COP\s?\d{1,2})\b"
    )
    said = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=len, reverse=True))
    sources: tuple[tuple[LimitKind, str], ...] = (
        ("event", rf"{_BEFORE}|{named}"),
        ("end", _END),
        ("span", _SPAN),
        ("event", _CLAUSE),
        ("time", rf"{_TIME}|{_BARE}"),
        ("phrase", rf"(?<!\bas\s)(?:{said}|{_AS_CAN}){_NO_ADVERB}"),
    )
    for kind, source in sources:
        yield kind, re.compile(rf"\b(?:{source})(?!\w)", re.IGNORECASE)
