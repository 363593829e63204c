"""Metadata read off a document where none is given: title, date, issuer from its first and last lines and its name."""

import datetime
import re
from collections.abc import Sequence

from pipeline.ingest.cleaning.clean import Cleaned
from pipeline.ingest.cleaning.furniture import is_label, read_signs
from pipeline.ingest.cleaning.wording import SMALL_WORDS
from pipeline.ingest.description.metadata import Metadata
from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.calendar import read_date, written_dates
from pipeline.names.gazetteer import Gazetteer

OPENING_BLOCKS = 8
CLOSING_BLOCKS = 4
LONGEST_DATELINE = 120
LONGEST_ACRONYM = 5

_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
_NAME_CODE = re.compile(r"([A-Z]{3})[_-]\d")
_TRAILING_NUMBER = re.compile(r"(?: \d+)+$")
_INLINE_DATELINE = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*[ ,./]{0,2}){1,5},? ?[(]?[^.–—-]{0,40}?[)]?\s?(?:–|—|--|-)\s")


def infer(cleaned: Cleaned, doc_id: str, given: Metadata, knowledge: Knowledge) -> dict[str, object]:
    """Values for the fields of ``given`` that are empty and that the document tells, by field name."""
    blocks = [(block.kind, cleaned.text[block.body : block.end]) for block in cleaned.blocks]
    texts = [text for _, text in blocks]
    found: dict[str, object] = {}
    if not given.title:
        found["title"] = infer_title(blocks, doc_id, knowledge)
    if not given.date:
        found["date"] = infer_date(texts, doc_id, knowledge)
    if not given.issuer:
        found["issuer"] = infer_issuer(texts[:OPENING_BLOCKS], texts[-CLOSING_BLOCKS:], knowledge) or issuer_of_name(
            doc_id, knowledge
        )
    return {name: value for name, value in found.items() if value}


def infer_title(blocks: Sequence[tuple[str, str]], doc_id: str, knowledge: Knowledge) -> str:
    """The first heading that is no letterhead, date or label, or the words of the file's name."""
    signs = knowledge.get(read_signs)
    for kind, text in blocks[:OPENING_BLOCKS]:
        if kind not in ("title", "heading"):
            break
        if not (is_dateline(text, knowledge) or is_label(text, signs) or _issuer(text, knowledge)):
            return text
    return title_of_name(doc_id, knowledge)


def title_of_name(doc_id: str, knowledge: Knowledge) -> str:
    """A title made of a file's name, in the capitals of a title: "norway-u-s-talks-2" -> "Norway U.S. Talks"."""
    words = re.sub(r"[-_\s]+", " ", _NAME_DATE.sub("", doc_id)).strip()
    words = re.sub(r"\bu (s|k|n)\b", lambda m: f"U.{m[1].upper()}.", words)
    spelled = " ".join(_in_title(word, knowledge) for word in _TRAILING_NUMBER.sub("", words).split())
    return spelled[:1].upper() + spelled[1:]


def _in_title(word: str, knowledge: Knowledge) -> str:
    if not word.islower() or word in SMALL_WORDS:
        return word
    gazetteer = knowledge.get(Gazetteer)
    is_acronym = len(word) <= LONGEST_ACRONYM and not gazetteer.lookup(word.capitalize())
    known = gazetteer.lookup(word.upper()) if is_acronym else None
    return word.upper() if known and known.role in ("body", "country") else word.capitalize()


def issuer_of_name(doc_id: str, knowledge: Knowledge) -> str:
    """The state whose code a file's name begins with, as in collections of speeches ("NOR_72_2017"); else empty."""
    code = _NAME_CODE.match(doc_id)
    gazetteer = knowledge.get(Gazetteer)
    return (gazetteer.name_of(code[1]) or "") if code and gazetteer.is_country(code[1]) else ""


def infer_date(texts: Sequence[str], doc_id: str, knowledge: Knowledge) -> datetime.date | None:
    """The day in the file's name, else that of a dateline at the beginning or the end of the text."""
    if found := _NAME_DATE.search(doc_id):
        try:
            return datetime.date(*map(int, found.groups()))
        except ValueError:
            pass
    for text in texts[:OPENING_BLOCKS]:
        dateline = text if len(text) <= LONGEST_DATELINE else _inline_dateline(text)
        if dateline and (date := read_date(dateline)):
            return date
    for text in reversed(texts[-CLOSING_BLOCKS:]):
        if is_dateline(text, knowledge) and (date := read_date(text)):
            return date
    return None


def infer_issuer(opening: Sequence[str], closing: Sequence[str], knowledge: Knowledge) -> str:
    """The ministry or office that a short line of the opening, or of the end, names."""
    for texts in (opening, closing):
        for i, text in enumerate(texts):
            if issuer := _issuer(text, knowledge):
                return _whole_issuer(issuer, texts[i + 1] if i + 1 < len(texts) else "", knowledge)
    return ""


def is_dateline(text: str, knowledge: Knowledge) -> bool:
    """Whether a line holds a date and, besides it, at most a place: "Washington, D.C., April 10, 2024"."""
    if len(text) > LONGEST_DATELINE:
        return False
    found = next(iter(written_dates(text)), None)
    if found is None:
        return False
    rest = knowledge.get(_read_dateline_labels).sub("", text[: found.start] + " " + text[found.end :])
    return len(rest.split()) <= 6 and not rest.rstrip().endswith("?")


def _inline_dateline(text: str) -> str:
    found = _INLINE_DATELINE.match(text[:LONGEST_DATELINE])
    return found.group() if found else ""


def _issuer(text: str, knowledge: Knowledge) -> str:
    if len(text) > LONGEST_DATELINE or text.endswith((".", ":", "?")):
        return ""
    return text if knowledge.get(_read_offices).match(text) else ""


def _whole_issuer(issuer: str, following: str, knowledge: Knowledge) -> str:
    """A letterhead over two lines ("MINISTRY OF FOREIGN AFFAIRS", "UTOPIA") as one name, not in capitals throughout."""
    if (
        issuer.isupper()
        and following.isupper()
        and len(following.split()) <= 3
        and not knowledge.get(_read_offices).match(following)
    ):
        issuer = f"{issuer}, {following}"
    if not issuer.isupper():
        return issuer
    words = issuer.lower().split()
    return " ".join(word if word in SMALL_WORDS else word[:1].upper() + word[1:] for word in words)


def _read_offices(knowledge: Knowledge) -> re.Pattern[str]:
    """How a line begins that names an issuer (``issuers.txt``)."""
    return re.compile(
        "|".join(rf"(?:{entry})\b" for entry in knowledge.entries("issuers.txt")) or "(?!)", re.IGNORECASE
    )


def _read_dateline_labels(knowledge: Knowledge) -> re.Pattern[str]:
    """What stands in a dateline besides the day and the place (``dateline_labels.txt``), with its number."""
    return re.compile(rf"{any_of(knowledge.entries('dateline_labels.txt'))}(?: no\.? ?[\w/-]+)?[:,]?\s*", re.IGNORECASE)
