"""The day on which a text was issued, read off the text: labels, datelines, titles, last lines, first sentences.

Where two places of the same rank name different days, the first counts. A day that may be that of something else (a
birth, an earlier meeting, the last change of a page) is none.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.ingest.cleaning.wording import SMALL_WORDS
from pipeline.ingest.description.issuers import office_in
from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of, checked_pattern
from pipeline.names.calendar import MONTH
from pipeline.names.writtendates import (
    Order,
    Precision,
    Written,
    only_weekday,
    order_among,
    settle,
    written_dates,
    written_months,
)

TABLE = "date_words.csv"
COLUMNS = ("kind", "pattern", "example", "counterexample")
KINDS = ("issued", "other", "solemn", "gathering", "past")
_HOW: dict[str, Literal["match", "fullmatch", "search"]] = {
    **{"issued": "fullmatch", "other": "fullmatch", "solemn": "match", "gathering": "search", "past": "search"}
}

MOST_OPENING = 30
"""Blocks of an opening at most: letterheads and heads of forms stand in many short lines."""
OPENING_PROSE = 2
"""Paragraphs of running text that still belong to the opening."""
CLOSING_BLOCKS = 6
LABELLED_CLOSING = 12
"""Blocks at the end in which a day behind a label is looked for: a page's list of facts about its text."""
SAMPLED = 400
"""Blocks in which the order of day and month is looked for."""
LONGEST_DATELINE = 120
LONGEST_TITLE = 260
MOST_BESIDE = 6
"""Words of a dateline besides its day: a place, an agency."""
LONGEST_LABEL = 200
NEAR = 60
LONGEST_MEETING = 7
"""Days."""

_INLINE = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*[ ,./]{0,2}){1,5},? ?[(]?[^.–—-]{0,40}?[)]?\s?(?:–|—|--|-)\s")
_SENTENCE_END = re.compile(r"(?<=[a-zà-þ0-9)”\"’])[.!?](?=\s+[A-ZÀ-Þ“\"(])")
_BRACKET = re.compile(r"[\[(;]")
_LABEL_START = re.compile(r"(?<!\w)\w|[©(]")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_LAST_LINE = re.compile(r"[.!?][”\"’)\]]*\s+(?P<line>[A-ZÀ-Þ0-9][^.!?]{0,80}\d{4})\.?$")
_BRACKETED = re.compile(r"[\[(][^\[\]()]{0,200}[\])]")
_TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"[\s(\[]*(?:(?:no|nr|num(?:ber)?|n°|press release)\.?[\s:]*[\w./-]{1,12}[\s,;:|–-]*)?", re.I)
_DURING = re.compile(r"(?:during|in the course of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of issue and how exact it is: of a month or year the first day stands for the whole."""

    day: datetime.date
    precision: Precision = "day"


@dataclass(frozen=True, slots=True)
class DateWords:
    """The patterns of ``date_words.csv``, one expression for each kind."""

    issued: re.Pattern[str]
    other: re.Pattern[str]
    solemn: re.Pattern[str]
    gathering: re.Pattern[str]
    past: re.Pattern[str]


def infer_day(texts: Sequence[str], order: Order, knowledge: Knowledge) -> Dated | None:
    """The day of issue that the blocks of a text tell. ``order`` is that of the publisher's country, where known.

    Dates of the text itself that leave no choice count more than that.
    """
    own = order_among(texts[:SAMPLED])
    order = own if own is not Order.UNKNOWN else order
    opening = _opening(texts)
    closing = texts[-CLOSING_BLOCKS:]
    words = knowledge.get(read_date_words)
    for days in (
        _labelled(opening, words),
        _datelines(opening, knowledge),
        _in_titles(opening, words),
        _leading(opening),
        _solemn(texts, words),
        _datelines(closing[::-1], knowledge),
        _labelled(texts[-LABELLED_CLOSING:], words),
        _gatherings(opening, words),
    ):
        found = next((day for written in days if (day := settle(written, order))), None)
        if found:
            return Dated(found)
    months = next((day for written in _months(opening, knowledge) if (day := written.date)), None)
    return Dated(months, "month") if months else None


def is_dateline(text: str, knowledge: Knowledge) -> bool:
    """Whether a line holds a date and, besides it, at most a place: "Washington, D.C., April 10, 2024"."""
    return len(text) <= LONGEST_DATELINE and any(
        _is_dateline(text, written, knowledge) for written in written_dates(text)[:1]
    )


def _is_dateline(text: str, written: Written, knowledge: Knowledge) -> bool:
    words = knowledge.get(read_date_words)
    if _ends_in_other(text[: written.start], words):
        return False
    office = office_in(text, knowledge)
    beside = text[: written.start] + " " + text[written.end :]
    if office:
        beside = beside.replace(office, " ")
    rest = knowledge.get(_read_dateline_labels).sub("", beside)
    return (
        only_weekday(rest) or len([word for word in rest.split() if any(map(str.isalnum, word))]) <= MOST_BESIDE
    ) and not rest.rstrip().endswith(("?", ";"))


def _opening(texts: Sequence[str]) -> Sequence[str]:
    """The blocks above the running text, and its first paragraphs."""
    prose = 0
    for i, text in enumerate(texts[:MOST_OPENING]):
        prose += len(text) > LONGEST_TITLE or (len(text) > LONGEST_DATELINE and text.endswith((".", ";", ":")))
        if prose == OPENING_PROSE:
            return texts[: i + 1]
    return texts[:MOST_OPENING]


def _labelled(opening: Sequence[str], words: DateWords) -> Iterator[Written]:
    """Days behind a label that says so, on the same line or alone on the line under it."""
    for i, text in enumerate(opening):
        for written in written_dates(text[: 2 * LONGEST_TITLE]):
            if _is_labelled(text[: written.start], words):
                yield written
        below = opening[i + 1] if i + 1 < len(opening) else ""
        if below and len(text) <= 40 and words.issued.fullmatch(f"{text} "):
            yield from (w for w in written_dates(below)[:1] if only_weekday(below[: w.start] + " " + below[w.end :]))


def _datelines(texts: Sequence[str], knowledge: Knowledge) -> Iterator[Written]:
    """Days of lines that are a place and a day, and of datelines in front of a first sentence."""
    for text in texts:
        inline, last = _INLINE.match(text[:LONGEST_DATELINE]), _LAST_LINE.search(text[-LONGEST_DATELINE:])
        if len(text) <= LONGEST_DATELINE and is_dateline(text, knowledge):
            yield from written_dates(text)[:1]
        elif inline:
            yield from written_dates(inline.group())[:1]
        elif last and is_dateline(last["line"], knowledge) and _names_only(last["line"]):
            yield from (w for w in written_dates(last["line"])[-1:] if w.end == len(last["line"]))


def _names_only(line: str) -> bool:
    """Whether a line has no words in small letters but those that stand in names: no "enters into force on"."""
    return all(word in SMALL_WORDS or not word.islower() for word in _WORD.findall(line) if len(word) > 2)


def _in_titles(opening: Sequence[str], words: DateWords) -> Iterator[Written]:
    """Days at the end of a title, or in brackets behind it: "EU-Chile Cooperation Council, 20 June 2031"."""
    for text in opening:
        head = text[: 2 * LONGEST_TITLE]
        written = next(iter(written_dates(head)[-1:]), None)
        if written is None:
            continue
        before, behind = text[: written.start], text[written.end :]
        if _ends_in_other(before, words) or _SENTENCE_END.search(before):
            continue
        if any(bracket.start() <= written.start < bracket.end() for bracket in _BRACKETED.finditer(head)):
            yield from [written] if len(text) <= LONGEST_TITLE or "[" in before else []
        elif _TELLS.search(before):
            continue
        elif len(text) <= LONGEST_TITLE and not behind.strip(" .,:;)]-–—|*") and not _is_of_another(before, words):
            ended = "." in behind
            yield from [written] if not ended or before.rstrip().endswith(",") else []


def _leading(opening: Sequence[str]) -> Iterator[Written]:
    """Days that open a heading, behind its number at most: "No. 12, 9 May 2031, Press Release on Lamps"."""
    for text in opening:
        if len(text) > LONGEST_TITLE or text.endswith((".", ":", ";", ",")) or _TELLS.search(text):
            continue
        yield from (written for written in written_dates(text)[:1] if _NUMBERED.fullmatch(text[: written.start]))


def _is_of_another(before: str, words: DateWords) -> bool:
    """Whether the last words before a day make it that of another text or meeting: "to be held on", "following"."""
    return bool(words.past.search(before[-NEAR:]))


def _solemn(texts: Sequence[str], words: DateWords) -> Iterator[Written]:
    """Days of the sentence that ends a treaty: "Done at Oslo on 8 May 2031 in three copies"."""
    for text in reversed(texts):
        begun = words.solemn.match(text.lstrip("(["))
        if begun:
            yield from written_dates(text[: 2 * LONGEST_TITLE])[:1]


def _gatherings(opening: Sequence[str], words: DateWords) -> Iterator[Written]:
    """The only day of a first sentence that tells of the meeting from which the text comes."""
    prose = [text for text in opening if len(text) > LONGEST_DATELINE or text.endswith((".", ":", ";", ","))]
    for text in prose[:OPENING_PROSE]:
        sentence = _SENTENCE_END.split(text[:1_000], maxsplit=1)[0]
        days = written_dates(sentence)
        if len({written.days for written in days}) != 1:
            continue
        before = sentence[: days[0].start]
        if _is_long(sentence[days[0].start : days[0].end]):
            continue
        if _DURING.match(sentence) and _tells_later_day(text[:1_000], days[0]):
            continue
        if words.gathering.search(before) and not words.past.search(before):
            yield days[0]


def _tells_later_day(text: str, first: Written) -> bool:
    """Whether a paragraph that begins with an earlier meeting goes on to a later day, that of its own."""
    begun = first.date
    return begun is not None and any(w.date is not None and w.date > begun for w in written_dates(text))


def _is_long(written: str) -> bool:
    """Whether a range of days is no meeting but a season of them: from October to November."""
    numbers = [int(number) for number in _NUMBER.findall(written)]
    over = 30 if len(_MONTHS.findall(written)) > 1 else 0
    return len(numbers) > 1 and numbers[1] + over - numbers[0] > LONGEST_MEETING


def _months(opening: Sequence[str], knowledge: Knowledge) -> Iterator[Written]:
    """Months with their year in lines that hold little else."""
    words = knowledge.get(read_date_words)
    for text in opening:
        if len(text) > LONGEST_DATELINE:
            continue
        for written in written_months(text)[:1]:
            if _is_labelled(text[: written.start], words) or _is_dateline(text, written, knowledge):
                yield written


def _is_labelled(before: str, words: DateWords) -> bool:
    """Whether what stands before a day is a label of the day of issue, and nothing else since the last bracket."""
    return any(words.issued.fullmatch(part) for part in {before.lstrip("•*-– "), _BRACKET.split(before)[-1].lstrip()})


def _ends_in_other(before: str, words: DateWords) -> bool:
    """Whether what stands before a day ends in the label of another day: "Last updated: "."""
    part = before[-LONGEST_LABEL:]
    return any(words.other.fullmatch(part, start) for start in (m.start() for m in _LABEL_START.finditer(part)))


def read_date_words(knowledge: Knowledge) -> DateWords:
    """The words of each kind. Raises :class:`KnowledgeError` naming a line that is wrong."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in knowledge.table(TABLE, COLUMNS):
        found[row.choice("kind", KINDS)].append(checked_pattern(row, _HOW[row["kind"]]))
    return DateWords(**{k: re.compile("|".join(patterns) or "(?!)", re.IGNORECASE) for k, patterns in found.items()})


def _read_dateline_labels(knowledge: Knowledge) -> re.Pattern[str]:
    """What stands in a dateline besides the day and the place (``dateline_labels.txt``), with its number."""
    return re.compile(rf"{any_of(knowledge.entries('dateline_labels.txt'))}(?: no\.? ?[\w/-]+)?[:,]?\s*", re.IGNORECASE)
