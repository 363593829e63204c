"""Names whole and in a row: a parse may cut "Congo (Brazzaville)" in two, and keep one name of "A, B and C".

The entities, which are set after the parse, are surer about where a name ends.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.tag.entities.spans import entities_within

LABELS = frozenset({"GPE", "ORG"})
PROPER = frozenset({"NNP", "NNPS"})

_LINK = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:,|,?\s(?:and|&))\s*(?:the\s)?", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:and)\b|&")


def whole(mention: Span) -> Span:
    """The mention to the ends of the names that it cuts and, where it is a name, with the row of names it stands in."""
    named = entities_within(mention.sent)
    mention = _with_joined_people(_to_the_name(_to_the_edges(mention, named), named), named)
    head = next((n for n, e in enumerate(named) if e.start <= mention.root.i < e.end and e.label_ in LABELS), None)
    if head is None:
        return mention
    first, last = _row(named, head)
    if first < head and not _opens(named[first]):
        if head - first > 1 and _closes(named[first:head]):
            return mention  # "Trains go to Oslo and Bergen, and Chile will": the names before are a row of their own
        first += 1  # "In Oslo, Chile and Norway will": the row begins behind the preposition's own name
    start, end = named[first].start, named[last].end
    if first == last or not _closes(named[first : last + 1]) or end < mention.end:
        return mention
    if end > mention.end and not _before_predicate(named[last]):
        end = mention.end
    return mention.doc[min(start, mention.start) : end]


def _to_the_edges(mention: Span, named: Sequence[Span]) -> Span:
    start = min((e.start for e in named if e.start <= mention.start < e.end), default=mention.start)
    end = max((e.end for e in named if e.start < mention.end <= e.end), default=mention.end)
    return mention.doc[start:end]


def _to_the_name(mention: Span, named: Sequence[Span]) -> Span:
    """A title that the parse has cut from its name, with the name: "*Deputy* Secretary Dahl will"."""
    doc = mention.doc
    person = next((e for e in named if e.start >= mention.end and e.label_ == "PERSON"), None)
    if person is None or not mention.root.text[0].isupper() or mention.root.ent_type_:
        return mention
    between = doc[mention.end : person.start]
    return doc[mention.start : person.end] if all(t.tag_ in PROPER for t in between) else mention


def _with_joined_people(mention: Span, named: Sequence[Span]) -> Span:
    """A person with those whom "and" joins to him, each behind his title: "Secretary Dahl and Minister Rojas"."""
    doc, people = mention.doc, [e for e in named if e.label_ == "PERSON"]
    first = next((e for e in people if mention.start <= e.start and e.end <= mention.end), None)
    if first is None or mention.root.ent_type_ != "PERSON":
        return mention
    start, end = mention.start, mention.end
    before = next((e for e in people if e.end < start and _joins(doc[e.end : start])), None)
    if before is not None and _lead(before) == mention.sent.start:
        start = _lead(before)
    after = next((e for e in people if e.start >= end and _joins(doc[end : _lead(e)])), None)
    if after is not None and _before_predicate(after):
        end = after.end
    return doc[start:end]


def _lead(name: Span) -> int:
    """The index of the first word of the title in front of a name."""
    start = name.start
    while start > name.sent.start and (
        name.doc[start - 1].tag_ in PROPER or (name.doc[start - 1].text[0].isupper() and start - 1 == name.sent.start)
    ):
        start -= 1
    return start


def _joins(between: Span) -> bool:
    return [t.lower_ for t in between if t.lower_ != "the"] == ["and"]


def _row(named: Sequence[Span], head: int) -> tuple[int, int]:
    """First and last index of the names that commas and "and" join with that at ``head``."""
    first = last = head
    while first and _linked(named[first - 1], named[first]):
        first -= 1
    while last + 1 < len(named) and _linked(named[last], named[last + 1]):
        last += 1
    return first, last


def _linked(one: Span, other: Span) -> bool:
    return {one.label_, other.label_} <= LABELS and _LINK.fullmatch(_between(one, other)) is not None


def _closes(row: Sequence[Span]) -> bool:
    """Whether "and" stands before the last name of a row, which is then a list and no apposition."""
    return _CLOSING.search(_between(row[-2], row[-1])) is not None


def _between(one: Span, other: Span) -> str:
    """The text from the end of a name to the start of the next."""
    return f"{one[-1].whitespace_}{one.doc[one.end : other.start].text_with_ws}"


def _opens(name: Span) -> bool:
    """Whether nothing in front of a name makes it depend on another word: it opens its clause."""
    doc, i = name.doc, name.start - 1
    if i >= name.sent.start and doc[i].lower_ == "the":
        i -= 1
    return i < name.sent.start or doc[i].is_punct or doc[i].pos_ in {"SCONJ", "SPACE"}


def _before_predicate(name: Span) -> bool:
    doc, i = name.doc, name.end
    return i >= name.sent.end or doc[i].pos_ in {"AUX", "VERB", "ADV", "PUNCT", "SPACE"}
