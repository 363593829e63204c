"""Until when an action is promised: the words of the time limit or target date, and its last day where it is known.

A limit belongs to the action in whose words it stands, at whose head or behind which it is set off, unless the words
around it say that it dates something else: a relative clause, a participle ("signed in 2030"), somebody's goal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from pipeline.language import syntax
from pipeline.names.lastdays import has_no_such_day, last_day
from pipeline.tag.commitments.limits import Limit, LimitKind, Wordings

_ASIDE = re.compile(r",?\s(?:including|starting\swith|such\sas|particularly|notably)\s")
"""What follows only illustrates the action; its dates are those of the examples."""
_BEGUN = re.compile(
    r"\b(?:since|(?<!\bbe )(?:based|adopted|signed|held|concluded|agreed|issued|launched|established|due|compared"
    r"|starting|beginning)(?:\s\w+){0,2}?|(?<!every\s)(?<!each\s)(?:decade|year|month|week|day|period|term|century))\s$",
    re.IGNORECASE,
)
"""Words right before a time that make it the time of something else."""
_OF_ELSE = re.compile(
    r"\banniversar(?:y|ies)\b[^,;]*$|\b(?:its|his|her|[A-Z][\w-]+['’]s?)\s(?:\w+\s){0,2}(?:goal|target|aim|ambition|objective)s?\b[^,;]*$"
    r"|\b(?:goal|target|aim|ambition|objective)s?\sof\s(?:the\s)?[A-Z][^,;]*$"
)
"""Words somewhere before a time, in the same clause, that keep it from the action: anniversaries, another's goal."""
_ENDS: frozenset[LimitKind] = frozenset({"end", "event"})
_GAP = re.compile(r"\s*,?\s*(?:(?:all|both|each)\s)?")
_OPENS = re.compile(r"(?:^|[,;:(]\s?|\b(?:and|but|that)\s)[\"“”'‘’•–—\s-]*$")
_FOR_ALL = re.compile(r",\s(?:all|both|each)\s$")
_NEAR = 120


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words of a time limit or target date, between the offsets ``start`` and ``end`` of the document's text, and
    its last day (None where it cannot be computed). ``doubt`` says why words that name a day have none.
    """

    text: str
    date: date | None
    start: int
    end: int
    doubt: str = ""


def find_deadline(action: Span, document_date: date | None, wordings: Wordings) -> Deadline | None:
    """The time limit of an action; None where there is none.

    A time before the document's date is no deadline. Relative limits ("within five years") are counted from
    ``document_date``; without one they keep their words only.
    """
    for limit in (*_inside(action, wordings), *_behind(action, wordings), *_before(action, wordings)):
        words = action.doc.text[limit.start : limit.end]
        if _SAID_TODAY.fullmatch(words):
            continue
        day = None if limit.kind in _UNDATED else last_day(words, document_date)
        if day is not None and document_date is not None and not _lies_ahead(day, words, document_date):
            continue
        doubt = f"no calendar has the day of {words!r}" if day is None and has_no_such_day(words) else ""
        return Deadline(words, day, limit.start, limit.end, doubt)
    return None


_UNDATED: frozenset[LimitKind] = frozenset({"event", "phrase"})
_NOW = re.compile(r"\b(?:today|tonight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE)
_SAID_TODAY = re.compile(r"(?:(?:early|later|earlier)\s)?today", re.IGNORECASE)
"""The day of a text is when something is said, and no limit: "will give $2 million, she said today"."""
_FROM_NOW = re.compile(rf"{_NOW.pattern}|^(?:effective|beginning|starting|from|as of)\b", re.IGNORECASE)


def _lies_ahead(day: date, words: str, today: date) -> bool:
    return day > today or (day == today and _FROM_NOW.search(words) is not None)


def _inside(action: Span, wordings: Wordings) -> Iterator[Limit]:
    """The limits in the words of an action that are its own."""
    plain = len(_ASIDE.split(action.text, maxsplit=1)[0])
    length = len(action.text)
    for limit in wordings.find(action.text):
        before = action.text[max(0, limit.start - _NEAR) : limit.start]
        closes = limit.kind == "span" and limit.end == length
        aside = limit.start > plain and limit.kind not in _ENDS and not closes and not before.endswith(", ")
        if not (aside or _BEGUN.search(before) or _OF_ELSE.search(before)):
            moved = _moved(limit, action.start_char)
            if not (
                _names_agent(action, moved) or _dates_another(action, moved) or _dates_event(action, moved, wordings)
            ):
                yield moved


def _behind(action: Span, wordings: Wordings) -> Iterator[Limit]:
    """A limit that follows an action at once: "..., all by 2028"."""
    behind = action.doc[action.end : max(action.end, action.sent.end)]
    # Not a slice of the document's text, which spaCy puts together anew each time.
    rest = action[-1].whitespace_ + behind.text if behind else ""
    gap = _GAP.match(rest)
    for limit in wordings.find(rest):
        follows = gap is not None and limit.start == gap.end() and limit.kind != "phrase"
        if follows or _FOR_ALL.search(rest[: limit.start]):
            yield _moved(limit, action.end_char)


def _before(action: Span, wordings: Wordings) -> Iterator[Limit]:
    """The limits that open the sentence or the clause of an action, or stand between its auxiliary and its verb."""
    sentence = action.sent
    before = sentence.doc[sentence.start : action.start]
    finite = [token for token in before if token.tag_ in syntax.FINITE_TAGS]
    verbs = [token.idx for token in finite]
    for limit in wordings.find(before.text):
        moved = _moved(limit, before.start_char)
        later = sum(at >= moved.end for at in verbs)
        words = before.text[limit.start : limit.end]
        if (
            finite
            and finite[-1].tag_ != "VBD"
            and moved.start > verbs[-1]
            and action.start_char - verbs[-1] <= _ADVERBIALS
        ):
            opens = before[-1].tag_ in {"RB", "CD", ","} or limit.end == len(before.text)
        elif limit.kind == "phrase":
            opens = any(t.tag_ == "MD" and t.idx == moved.end + 1 for t in finite)
        elif _NOW.search(words) or not _OPENS.search(before.text[: limit.start]) or _tells_where(limit, words, finite):
            opens = False
        else:
            opens = later <= 1 or (later == len(verbs) and limit.kind in _FIRM)
        if opens:
            yield moved


def _tells_where(limit: Limit, words: str, finite: list[Token]) -> bool:
    """Whether a clause opens with where something was said: "At the next summit they pledged"."""
    said = bool(finite) and finite[-1].tag_ == "VBD"
    return limit.kind == "event" and said and words.lower().startswith(("at ", "in "))


_FIRM: frozenset[LimitKind] = frozenset({"end", "span", "event"})
"""Limits that hold for all that a sentence says behind them; a time dates its first verb."""
_ADVERBIALS = 60
"""Within how many characters behind an auxiliary an action begins that only adverbials part from it."""


def _moved(limit: Limit, offset: int) -> Limit:
    return Limit(limit.start + offset, limit.end + offset, limit.kind)


def _dates_another(action: Span, limit: Limit) -> bool:
    """Whether a limit in an action belongs to a relative clause about the present or past, or to a participle of the
    past that only describes a noun, or stands in the name of a document or body.
    """
    doc = action.doc
    first = _token_at(doc, limit.start)
    if first is None:
        return False
    if first.ent_type_ not in {"DATE", "EVENT", ""}:
        return True
    for token in (first, *syntax.ancestors(first)):
        if token == action.root or not action.start <= token.i < action.end:
            return False
        if token.i < first.i and (
            (_describes(token) and not _set_off(first, token)) or (limit.kind == "time" and _is_to_be(token))
        ):
            return True
    return False


def _names_agent(action: Span, limit: Limit) -> bool:
    """Whether words are no time but who does something: "as decided *by the general conference*"."""
    first = _token_at(action.doc, limit.start)
    if limit.kind != "event" or first is None or first.lower_ != "by":
        return False
    return first.head.dep_ in {"obl:agent", "agent"} or first.nbor(-1).tag_ == "VBN"


def _set_off(limit: Token, participle: Token) -> bool:
    """Whether a comma closes what a participle says before a limit: "finish the road, begun in 2021, *by 2030*"."""
    closes = limit.i > 0 and limit.nbor(-1).text == ","
    return (
        closes and participle.i > 0 and participle.nbor(-1).text == "," and limit.lower_ in {"by", "before", "within"}
    )


def _describes(token: Token) -> bool:
    if syntax.is_relative(token):
        return syntax.modal(token) is None
    return token.dep_ == "acl" and token.tag_ in {"VBN", "VBD"} and not syntax.auxiliaries(token)


def _is_to_be(token: Token) -> bool:
    """Whether a participle tells what is to be done with a thing: "with an agreement *to be signed* in Oslo today"."""
    noun = token.head
    return (
        token.dep_ == "acl"
        and token.tag_ == "VBN"
        and any(child.dep_ == "case" and child.i < noun.i for child in noun.children)
    )


def _dates_event(action: Span, limit: Limit, wordings: Wordings) -> bool:
    """Whether a time dates an event that the action only has to do with: "meet before the conference in Cork in May".

    What is held, attended or hosted is the action's own object, whose time is the action's.
    """
    first = _token_at(action.doc, limit.start)
    if first is None or limit.kind != "time" or action.root.lemma_ in _GATHERING:
        return False
    at = first.i - 1
    while at > action.start and (
        action.doc[at].ent_type_ in _PLACES or action.doc[at].lower_ in {"in", "at", ",", ")"}
    ):
        at = action.doc[at].head.i if action.doc[at].text == ")" and action.doc[at].head.i < at else at - 1
    nouns = [t for t in (action.doc[at], *takewhile(_is_noun, syntax.ancestors(action.doc[at]))) if _is_noun(t)]
    named = any(t.ent_type_ == "EVENT" or wordings.names_event(t.lemma_) for t in nouns)
    governed = any(child.dep_ == "case" for t in nouns for child in t.children)
    own = any(t.dep_ in _OBJECTS and t.head.i == action.root.i for t in nouns)
    return named and governed and not own


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}


_GATHERING = frozenset({"meet", "gather", "convene", "reconvene", "assemble"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OBJECTS = frozenset({"obj", "dobj", "nsubj:pass", "nsubjpass"})


def _token_at(doc: Doc, offset: int) -> Token | None:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
