"""Who speaks by the headings above a text: its authors, the forum that met, the two sides of a dialogue.

"Statement of the Ministry of Foreign Affairs of A": A. "Meeting of the Foreign Ministers of ASEAN": ASEAN.
"A-B Cooperation Council", "Outcome of the third A-B round": both.
"""

import re
from dataclasses import dataclass, fields
from itertools import pairwise

from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.membership import represented
from pipeline.names.situation.cast import Named, cast_of, codes
from pipeline.names.situation.evidence import Clue, Part
from pipeline.names.situation.headings import is_joint, topic_of
from pipeline.names.situation.paper import Paper

AUTHOR = 0.85
PAIR = 0.9
FORUM = 0.85

_BETWEEN_PAIR = re.compile(r"\s?(?:-|–|—|/|\band\b|&)\s?(?:the\s)?", re.IGNORECASE)
_ORDINAL = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?|first|second|third|\w+th|\w+-first|\w+-second|\w+-third|[IVXL]+|annual|"
    r"inaugural|informal|"
    r"extraordinary|special|ministerial|virtual|regular|ordinary|high-level|foreign|ministers?['’]?s?|"
    r"leaders['’]?|heads of state and government|"
    r"economic|session|of|the|at|level|held|in|on)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s(?:by|of|from|with|between|to)\s(?:the\s)?", re.IGNORECASE)
_OFFICE_SAYS = re.compile(
    r"(?P<office>(?:The\s)?(?:President|Prime Minister|Foreign Minister|Foreign Ministry|King|Chancellor|Government)"
    r"\sof\s[^:]{3,40}):\s"
)
_ATTENDS = re.compile(
    r"\b(?:attend\w*|participat\w+|visit\w*|trip|travel\w*|addresses|delegation to|to (?:attend|chair|"
    r"host)|at the|in the|tells?|told|"
    r"says|urges?|warns?|calls? (?:on|for))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _HeadingWords:
    """Patterns over headings, one a kind of ``heading_words.csv``."""

    text: re.Pattern[str]
    gathering: re.Pattern[str]


HEADING_KINDS = tuple(field.name for field in fields(_HeadingWords))


def authors_clue(paper: Paper, knowledge: Knowledge) -> Clue | None:
    """Those whose statement, speech or press conference a heading says that the text is; None where none says it."""
    words = knowledge.get(_read_heading_words)
    for line in _headings(paper):
        if office := _OFFICE_SAYS.match(line):
            if named := codes(cast_of(office["office"], knowledge)):
                return Clue(tuple(sorted(named)), Part.TITLE, line, AUTHOR)
            continue
        noun = words.text.search(line)
        by = _FROM.search(line, noun.end()) if noun else None
        if not noun or not by or by.start() > noun.end() + 25 or is_joint(line, knowledge):
            continue
        cast = [
            one
            for one in cast_of(topic_of(line, knowledge), knowledge)
            if one.start >= by.end() and not one.is_place and one.link != "to"
        ]
        if named := codes(cast):
            return Clue(tuple(sorted(named)), Part.TITLE, line, AUTHOR)
    return None


def forum_clue(paper: Paper, home: frozenset[str], knowledge: Knowledge) -> Clue | None:
    """The body that met, or the two sides whose dialogue or council it is; None where no heading tells."""
    for line in _headings(paper):
        clue = _pair(line, knowledge) or _forum(line, home, knowledge)
        if clue:
            return clue
    return None


def _headings(paper: Paper) -> list[str]:
    return list(dict.fromkeys(line for line in (paper.title, *paper.headings) if line and line[-1] not in ",!;"))


def _pair(line: str, knowledge: Knowledge) -> Clue | None:
    """Two names side by side in front of a gathering's word: "the A-B Cooperation Council"."""
    gathering = knowledge.get(_read_heading_words).gathering
    cast = [one for one in cast_of(topic_of(line, knowledge), knowledge) if one.kind in ("state", "people", "body")]
    for one, other in pairwise(cast):
        if one.code == other.code or not _BETWEEN_PAIR.fullmatch(line[one.end : other.start]) or one.is_place:
            continue
        if gathering.search(line[other.end :]) and len(codes(cast)) == 2:
            return Clue(tuple(sorted({one.code, other.code})), Part.TITLE, line, PAIR)
    return None


def _forum(line: str, home: frozenset[str], knowledge: Knowledge) -> Clue | None:
    """One body beside a gathering's word, where no state goes there: "the 12th Session of the GCC Supreme Council"."""
    words = knowledge.get(_read_heading_words)
    gazetteer = knowledge.get(Gazetteer)
    cast = [one for one in cast_of(topic_of(line, knowledge), knowledge) if not one.is_place]
    bodies = {one.code for one in cast if one.kind == "body"}
    if len(bodies) != 1 or _ATTENDS.search(line) or any(one.kind == "person" for one in cast):
        return None
    (body,) = bodies
    own = {code for code in home if gazetteer.is_country(code)}
    members = set(represented(body, knowledge))
    if codes(cast) - bodies or (members and own - members):
        return None
    gathers = not own and words.gathering.search(line)
    if gathers or (words.text.search(line) and (words.gathering.search(line) or _opens(line, cast, words))):
        return Clue((body,), Part.TITLE, line, FORUM)
    return None


def _opens(line: str, cast: list[Named], words: _HeadingWords) -> bool:
    """Whether nothing but ordinals and words of texts stands before the body's name."""
    before = line[: min(one.start for one in cast if one.kind == "body")]
    return not words.text.sub("", _ORDINAL.sub("", before)).strip(" ,:-–'’s")


def _read_heading_words(knowledge: Knowledge) -> _HeadingWords:
    """Words of headings for texts and for gatherings (``heading_words.csv``)."""
    words: dict[str, list[str]] = {kind: [] for kind in HEADING_KINDS}
    for row in knowledge.table("heading_words.csv", ("kind", "word")):
        words[row.choice("kind", HEADING_KINDS)].append(row["word"])
    return _HeadingWords(**{kind: re.compile(rf"\b{any_of(words[kind])}\b", re.IGNORECASE) for kind in HEADING_KINDS})
