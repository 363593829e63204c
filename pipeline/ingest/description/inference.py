"""Metadata read off a document where none is given: title, date, issuer from its first and last lines and its name."""

import datetime
import re
from collections.abc import Sequence

from pipeline.ingest.cleaning.clean import Cleaned
from pipeline.ingest.cleaning.wording import SMALL_WORDS
from pipeline.ingest.description.dayorder import order_of_language, order_of_publisher
from pipeline.ingest.description.issuedate import infer_day
from pipeline.ingest.description.issuers import holder_of, infer_issuer, is_official, issuer_of_name, office_in
from pipeline.ingest.description.metadata import Metadata
from pipeline.ingest.description.titles import infer_title, letterhead_lines, opening_lines
from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.situation.issuers import speaker_codes
from pipeline.names.writtendates import Order
from pipeline.records import DatePrecision, DateSource

CLOSING_BLOCKS = 4
CLOSING_CHANGES = 12
"""Lines at the end that were taken out, among which that of the copyright is looked for."""
LONGEST_ACRONYM = 5

_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")
_TRAILING_NUMBER = re.compile(r"(?: \d+)+$")


def infer(
    cleaned: Cleaned, doc_id: str, given: Metadata, knowledge: Knowledge, language: str = ""
) -> dict[str, object]:
    """Values for the fields of ``given`` that are empty and that the document tells, by field name.

    ``language`` is the language tag of a page, which tells how it writes dates in figures.
    """
    blocks = [(block.kind, cleaned.text[block.body : block.end]) for block in cleaned.blocks]
    texts = [text for _, text in blocks]
    found: dict[str, object] = {}
    title = given.title or infer_title(blocks, knowledge)
    if not given.title:
        found["title"] = title or title_of_name(doc_id, knowledge)
    if not given.issuer:
        opening = letterhead_lines(blocks, knowledge)
        venues = {*opening_lines(blocks, knowledge)} - {*opening}
        closing = [text for text in texts[-CLOSING_BLOCKS:] if text not in venues]
        found["issuer"] = (
            infer_issuer(opening, closing, knowledge, title)
            or _holder(cleaned, knowledge)
            or issuer_of_name(doc_id, knowledge)
        )
    if not given.date:
        issuer = str(found.get("issuer") or given.issuer)
        found |= infer_date(texts, doc_id, _order(issuer, language, knowledge), knowledge)
    return {name: value for name, value in found.items() if value}


def _holder(cleaned: Cleaned, knowledge: Knowledge) -> str:
    """The office or state that holds the copyright by a line that was taken out of a pasted text."""
    lines = [change.before for change in cleaned.changes if change.rule == "furniture"][-CLOSING_CHANGES:]
    holders = (holder_of(line) for line in lines)
    return next((name for name in holders if name and (office_in(name, knowledge) or is_official(name, knowledge))), "")


def _order(issuer: str, language: str, knowledge: Knowledge) -> Order:
    """Whether the publisher writes the day or the month first: by the page's language, else by its state."""
    said = order_of_language(language, knowledge)
    return said if said is not Order.UNKNOWN else order_of_publisher(speaker_codes(issuer, knowledge), knowledge)


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


def infer_date(texts: Sequence[str], doc_id: str, order: Order, knowledge: Knowledge) -> dict[str, object]:
    """The day in the file's name, else the one that the text tells, with its precision and where it stands."""
    if found := _NAME_DATE.search(doc_id):
        try:
            return _dated(datetime.date(*map(int, found.groups())), "day", "name")
        except ValueError:
            pass
    dated = infer_day(texts, order, knowledge)
    return _dated(dated.day, dated.precision, "text") if dated else {}


def _dated(day: datetime.date, precision: DatePrecision, source: DateSource) -> dict[str, object]:
    return {"date": day, "date_precision": precision, "date_source": source}
