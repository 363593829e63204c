"""Points of an enumeration inside a sentence: "agreed: (a) to open the port; (b) to paint the pier", "will 1) open".

Only a series counts that begins at its first mark (1, a, i) and goes on mark by mark, so that a bracket, an article's
number or the pronoun "I" is no point.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.language import syntax
from pipeline.tag.commitments.forms import Opening
from pipeline.tag.commitments.sites import Site
from pipeline.tag.commitments.verbs import reads_as_verb

SERIES = {
    "1": tuple(str(k) for k in range(1, 100)),
    "a": tuple("abcdefghijklmnopqrstuvwxyz"),
    "i": ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"),
}
"""The signs of points in their order, by the first."""
SIGN = re.compile(r"\d{1,2}|[a-z]|[ivx]{2,4}")
"""How points are numbered."""
LEAST = 2
"""Points that make an enumeration."""
BETWEEN = frozenset(
    {"to", "on", "upon", "the", "following", "as", "follows", "these", "steps", "measures", "actions", "points"}
    | {"decisions", "ourselves", "themselves", "itself", "jointly", "also", "that", ",", ":"}
)
"""Words that may stand between a cue and the first mark of its points."""
BETWEEN_REACH = 8


class Point(NamedTuple):
    """A point: the index of its mark, of its first word, and behind its last."""

    mark: int
    first: int
    stop: int


def points(doc: Doc, start: int, stop: int) -> list[Point]:
    """The points of the enumeration that begins at or behind ``start``; empty where there is none before ``stop``."""
    marks: list[tuple[int, int]] = []
    series: tuple[str, ...] = ()
    for at, body, sign in _marks(doc, start, stop):
        if not marks and sign in SERIES:
            series = SERIES[sign]
        if len(marks) < len(series) and sign == series[len(marks)]:
            marks.append((at, body))
    if len(marks) < LEAST:
        return []
    ends = [at for at, _ in marks[1:]] + [stop]
    return [Point(at, body, end) for (at, body), end in zip(marks, ends, strict=True)]


def _marks(doc: Doc, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """What may be marks of points: the index of each, that of the word behind it, and its sign."""
    for at in range(start, stop - 2):
        if SIGN.fullmatch(doc[at].lower_) and doc[at + 1].text in {")", "."}:
            yield at - (at > 0 and doc[at - 1].text == "("), at + 2, doc[at].lower_


def enumerated(site: Site) -> list[tuple[Opening, int]]:
    """The openings of the points that a cue introduces, each with the index behind its point; empty where the words
    behind the cue are no enumeration.
    """
    doc = site.token.doc
    at = site.end
    while at < min(site.stop, site.end + BETWEEN_REACH) and doc[at].lower_ in BETWEEN:
        at += 1
    found = points(doc, at, site.stop)
    if not found or found[0].mark != at:
        return []
    led = site.token.tag_ == "MD" or any(t.lower_ == "to" for t in doc[max(at - 2, site.end) : at])
    return [(opening, p.stop) for p in found if (opening := _opening(doc, p, led)) is not None]


def _opening(doc: Doc, point: Point, led: bool) -> Opening | None:
    """How a point begins; ``led``: a modal or "to" stands before the first mark, so that each begins with a verb."""
    first = doc[point.first]
    if not led and any(t.tag_ == "MD" and t.i > point.first for t in doc[point.first : point.stop]):
        return None
    if first.lower_ == "to" and point.first + 1 < point.stop:
        return Opening(doc[point.first + 1], point.first, "to_verb")
    if led or first.tag_ == "VB":
        at = point.first
        while at + 1 < point.stop and doc[at].pos_ == "ADV":
            at += 1
        return Opening(doc[at], point.first, "verb")
    if first.tag_ == "VBG":
        return Opening(first, point.first, "gerund")
    if first.tag_ in syntax.FINITE_TAGS or syntax.own_subjects(first) or not reads_as_verb(first):
        return None if first.tag_ in syntax.FINITE_TAGS else _nominal(doc, point)
    return Opening(first, point.first, "verb")


def _nominal(doc: Doc, point: Point) -> Opening | None:
    """A point that names its action by a noun: "(a) the launch of a ferry line"."""
    noun = next((t for t in doc[point.first : point.stop] if t.pos_ in {"NOUN", "PROPN"}), None)
    while noun is not None and noun.i + 1 < point.stop and doc[noun.i + 1].pos_ in {"NOUN", "PROPN"}:
        noun = doc[noun.i + 1]
    return Opening(noun, point.first, "on_noun") if noun is not None else None
