"""The title of a text: the line above it that says what it is, not a section, number, date or person."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from pipeline.ingest.cleaning.furniture import is_label, read_signs
from pipeline.ingest.description.issuedate import is_dateline
from pipeline.ingest.description.issuers import names_state_or_body, office_in
from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of, checked_pattern
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.writtendates import written_dates

TABLE = "opening_lines.csv"
COLUMNS = ("kind", "pattern", "example", "counterexample")
KINDS = ("section", "genre", "person", "place", "body", "salutation")

MOST_OPENING = 24
LONGEST_TITLE = 300
LONGEST_SENTENCE = 200
"""Characters of a title that is a paragraph of its own: "President took part in the opening of the harbour"."""
FEWEST_WORDS = 4
"""Words of a title below the name of a speaker, and of a meeting with its day: shorter lines are places."""
FEWEST_LETTERS = 5

_NUMBER = re.compile(r"(?=\D*\d)(?:[A-Z]{1,6}(?![A-Za-z])|[^A-Za-z]++|(?:Presse|No|Nr|Doc|press)\b)++")
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{0,40}|[QA]|Question|Answer|Moderator):\s")
_PLAIN_WORD = re.compile(r"(?<!\S)[a-zà-þ]{4,}")
"""A word in small letters, of which places have none."""
_GLUED = re.compile(r"(?:[A-Z][a-z]+ ){0,10}(?P<title>(?:[A-ZÀ-Þ0-9][^a-z\[\]\s]*\s){4,40})\[")
"""A head in capitals that a place and day in brackets part from the text in the same line."""
_LETTERHEAD_END = re.compile(r"\b(?:office|desk|department|ministry|service|bureau)\s+$", re.IGNORECASE)
_WORD_LIKE = re.compile(r"(?=[^aeiouyà-þ]*[aeiouyà-þ])[a-zà-þ][a-zà-þ'’-]+[.,:;]?", re.IGNORECASE)
_MIXED = re.compile(r"[A-Za-z][\d\\/:~^|]+[A-Za-z]|\d[^\W\d][^\W\d]?\d|[~^\\|]{1,}|\d{4,}:\d")
_TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|we|they|he|she|it)\b", re.IGNORECASE)
_WHOSE = re.compile(r"s?\s+(?:by|of|from|at|on|to|for|with|between)\s", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\s(?:of|for|on|and|to|by|in|with|at|the|between|from|against|or|as|their|its)$|,$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:of|and|for|with|between|against|among|concerning|regarding|"
    r"(?-i:[A-Z][a-z]+(?:ed|en)|Held|Made|Led|Built) (?:by|in|at|from|for|with|to|of|on|during|under|between))\s",
    re.IGNORECASE,
)
"""How the second line of a title begins: with a small word, or with a participle and its agent ("Displaced by")."""
_ENDED = re.compile(r"[.!?;,:…][\"'”’)\]»]*$")
_ABBREVIATED = re.compile(r"\b(?:U\.S|U\.K|D\.C|U\.N|E\.U|P\.M|a\.m|p\.m|Jr|Sr|Inc|Ltd|Co)\.$")
_FOREIGN = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u22ff]")


@dataclass(frozen=True, slots=True)
class OpeningLines:
    """The patterns of ``opening_lines.csv``, one expression for each kind."""

    section: re.Pattern[str]
    genre: re.Pattern[str]
    person: re.Pattern[str]
    place: re.Pattern[str]
    body: re.Pattern[str]
    salutation: re.Pattern[str]


def infer_title(blocks: Sequence[tuple[str, str]], knowledge: Knowledge) -> str:
    """The title among the first of a text's blocks, given by kind and wording; empty where none is one.

    What a text is ("Joint communiqué") is joined with the line that says whose, which may stand above or below it. A
    body's name above the title is its letterhead.
    """
    lines = knowledge.get(read_opening_lines)
    candidates = _whole(list(_candidates(blocks, knowledge)))
    for i, text in enumerate(candidates):
        following = candidates[i + 1] if i + 1 < len(candidates) else ""
        if lines.genre.fullmatch(text):
            return f"{text.rstrip('.:')}: {following}" if following else text
        if following and lines.genre.fullmatch(following):
            return f"{text}: {following}"
        if not (following and _is_body(text, lines)):
            return text
    return ""


def _whole(candidates: Sequence[str]) -> list[str]:
    """The candidates, each that breaks off behind a small word, or before what cannot open a title, joined with the
    next: a title over two lines.
    """
    whole: list[str] = []
    for text in candidates:
        goes_on = whole and (_UNFINISHED.search(whole[-1]) or (_GOES_ON.match(text) and not _ENDED.search(whole[-1])))
        if goes_on and len(whole[-1]) + len(text) < LONGEST_TITLE:
            whole[-1] += f" {text}"
        else:
            whole.append(text)
    return whole


def may_be_title(text: str, knowledge: Knowledge) -> bool:
    """Whether a line in large letters may be one of a title: no section, day, place, office, body or kind of text."""
    lines = knowledge.get(read_opening_lines)
    return not (_says_nothing(text, knowledge) or lines.genre.fullmatch(text) or _is_body(text, lines))


def is_plain_label(text: str, knowledge: Knowledge) -> bool:
    """Whether a line is the name of a section or of a kind of text alone: "PRESS RELEASE", "Joint statement"."""
    lines = knowledge.get(read_opening_lines)
    return len(text) <= LONGEST_TITLE and bool(lines.section.fullmatch(text) or lines.genre.fullmatch(text))


def opening_lines(blocks: Sequence[tuple[str, str]], knowledge: Knowledge) -> list[str]:
    """The wording of the blocks above the running text and the words of greeting."""
    lines = knowledge.get(read_opening_lines)
    found: list[str] = []
    for _, text in blocks[:MOST_OPENING]:
        if lines.salutation.fullmatch(text) or len(text) > LONGEST_SENTENCE:
            break
        found.append(text)
    return found


def letterhead_lines(blocks: Sequence[tuple[str, str]], knowledge: Knowledge) -> list[str]:
    """The opening lines without the place where somebody spoke: a ministry without its state under a speaker's name."""
    lines = knowledge.get(read_opening_lines)
    found: list[str] = []
    is_spoken = False
    opening = opening_lines(blocks, knowledge)
    for text, following in zip(opening, [*opening, ""][1:], strict=True):
        is_spoken = is_spoken or (bool(lines.person.fullmatch(text)) and not office_in(text, knowledge))
        named = f"{text}\n{following}" if len(following.split()) <= FEWEST_WORDS else text
        if not is_spoken or not office_in(text, knowledge) or names_state_or_body(named, knowledge):
            found.append(text)
    return found


def _candidates(blocks: Sequence[tuple[str, str]], knowledge: Knowledge) -> Iterator[str]:
    """The lines above the running text that may be a title, in order."""
    lines = knowledge.get(read_opening_lines)
    person_seen = False
    for i, (kind, text) in enumerate(blocks[:MOST_OPENING]):
        if lines.salutation.fullmatch(text[: 2 * LONGEST_TITLE]) or _SPEAKER.match(text):
            return
        if _says_nothing(text, knowledge):
            continue
        if len(text) <= LONGEST_TITLE and lines.person.fullmatch(text) and not _names_text(text, knowledge):
            person_seen = True
        elif kind in ("title", "heading"):
            if not (person_seen and len(text.split()) < FEWEST_WORDS) and len(text) <= LONGEST_TITLE:
                yield text
        elif not _is_sentence_title(text, blocks[i + 1 :], knowledge):
            if glued := _GLUED.match(text):
                yield _without_letterhead(glued["title"].strip(), knowledge)
            return
        else:
            yield text
            return


def _without_letterhead(title: str, knowledge: Knowledge) -> str:
    """A head without the office before what it is: "PRESS OFFICE REMARKS BY THE MINISTER" -> "REMARKS BY ..."."""
    for genre in knowledge.get(_read_genres).finditer(title):
        if _LETTERHEAD_END.search(title[: genre.start()]):
            return title[genre.start() :]
    return title


def _names_text(text: str, knowledge: Knowledge) -> bool:
    """Whether a line begins with what a text is and goes on to say whose: "Remarks by the Minister"."""
    found = knowledge.get(_read_genres).match(text)
    return bool(found and _WHOSE.match(text, found.end()))


def _says_nothing(text: str, knowledge: Knowledge) -> bool:
    """Whether a line is a section's name, a number, a dateline, a place or a letterhead."""
    if len(text) > LONGEST_TITLE:
        return False
    lines = knowledge.get(read_opening_lines)
    return bool(
        lines.section.fullmatch(text)
        or lines.place.fullmatch(text)
        or _NUMBER.fullmatch(text)
        or is_label(text, knowledge.get(read_signs))
        or _is_bare_dateline(text, knowledge)
        or office_in(text, knowledge)
        or _FOREIGN.search(text)
        or sum(map(str.isalpha, text)) < FEWEST_LETTERS
        or _is_noise(text)
        or _is_place(text, knowledge)
    )


def _is_noise(text: str) -> bool:
    """Whether a line is what text recognition made of a crest or a stamp: signs within words, and hardly a word."""
    parts = text.split()
    return bool(_MIXED.search(text)) and 2 * sum(bool(_WORD_LIKE.fullmatch(part)) for part in parts) < len(parts)


def _is_bare_dateline(text: str, knowledge: Knowledge) -> bool:
    """Whether a line is a day and a place; one that names a meeting with its day may be a title."""
    if not is_dateline(text, knowledge):
        return False
    written = written_dates(text)[0]
    rest = text[: written.start].strip(" ,.:–-")
    says = knowledge.get(_read_genres).search(rest) or _PLAIN_WORD.search(rest)
    return not (says and len(rest.split()) >= FEWEST_WORDS - 1)


def _is_place(text: str, knowledge: Knowledge) -> bool:
    """Whether a line names a town or state and nothing else: "Koror, Republic of Palau"."""
    mentions = knowledge.get(Gazetteer).mentions(text)
    if not mentions or len(text) > LONGEST_SENTENCE // 2:
        return False
    rest = text
    for mention in reversed(mentions):
        rest = rest[: mention.start] + rest[mention.end :]
    parts = [part for part in re.split(r"[,\s]+", rest) if part.lower() not in ("", "the", "of", "republic", "kingdom")]
    return len(parts) <= 1 and ("," in text or not parts) and all(part[:1].isupper() for part in parts)


def _is_body(text: str, lines: OpeningLines) -> bool:
    return bool(lines.body.fullmatch(text)) and not written_dates(text)


def _is_sentence_title(text: str, following: Sequence[tuple[str, str]], knowledge: Knowledge) -> bool:
    """Whether a paragraph is a headline: short, not ended, above a longer text.

    One that is ended is a headline by its place and day, or where it begins with what it is and tells nothing.
    """
    if len(text) > LONGEST_TITLE or not following or not (text[:1].isupper() or text[:1] in "“‘\"'0123456789"):
        return False
    written = written_dates(text)[-1:]
    if written and text[written[0].end :].strip() in (".", "") and text[: written[0].start].rstrip().endswith(","):
        return True
    if knowledge.get(_read_genres).match(text) and not _TELLS.search(text):
        return not text.endswith((":", ",", ";"))
    return not _ENDED.search(text) or bool(_ABBREVIATED.search(text)) or text.endswith(("?", "!"))


def read_opening_lines(knowledge: Knowledge) -> OpeningLines:
    """The patterns of each kind. Raises :class:`KnowledgeError` naming a line that is wrong."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for row in knowledge.table(TABLE, COLUMNS):
        found[row.choice("kind", KINDS)].append(checked_pattern(row, "fullmatch"))
    return OpeningLines(*(re.compile("|".join(found[f.name]) or "(?!)", re.IGNORECASE) for f in fields(OpeningLines)))


def _read_genres(knowledge: Knowledge) -> re.Pattern[str]:
    """What a text or a meeting is called (``heading_words.csv``)."""
    words = [row["word"] for row in knowledge.table("heading_words.csv", ("kind", "word"))]
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)
