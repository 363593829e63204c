"""Who issued a text, read off it: a letterhead, a dateline with an office, a title that says whose, a last line."""

import re
from collections.abc import Iterator, Sequence

from pipeline.ingest.cleaning.wording import SMALL_WORDS
from pipeline.knowledge import Knowledge
from pipeline.knowledge.reading import any_of
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.situation.issuers import speaker_codes
from pipeline.names.writtendates import written_dates

LONGEST_LINE = 120
LONGEST_TITLE = 300
MOST_OPENING = 16

_NAME_CODE = re.compile(r"([A-Z]{3})[_-]\d")
_LINKS = frozenset(("of", "for", "and", "the", "to", "in", "de", "del", "du", "et", "&", "at"))
_NUMBER = re.compile(r"[,;\s]+[(\[]?(?:[A-Z]{0,6}[/-])?\d[\w/().-]*.*$")
_UNFINISHED = re.compile(r"\b(?:of|for|of the|for the|and|and the)$", re.IGNORECASE)
_SPLIT = re.compile(r"\s+[–—|-]+\s+|\s*\|\s*")
_WORD = re.compile(r"[^\s,]+|,")
_ISSUED_BY = re.compile(r"(?:issued|released|published) by:?\s+(?:the\s+)?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|copyright))?", re.IGNORECASE)
_YEARS = re.compile(
    r"^[\s,.:|–—©-]*(?:(?:19|20)\d\d(?:\s?[-–—,]\s?(?:19|20)\d\d|\s?[-–—]\s?present)?)?(?:[\s,.:|–—-]+(?:by )?)?"
)
_RIGHTS = re.compile(r"[.;|]\s|,?\s*\ball rights\b|\s[-–—]\s|,?\s*(?:19|20)\d\d", re.IGNORECASE)
_CONTACT = re.compile(r"\b(?:duty office|liaison|enquiries|inquiries|contacts?|hotline|switchboard)\b|:", re.IGNORECASE)


def infer_issuer(opening: Sequence[str], closing: Sequence[str], knowledge: Knowledge, title: str = "") -> str:
    """The office or body that publishes a text: named by its opening, its title, or its last lines.

    ``opening`` are the lines above the running text; of the title only what is said to come from an office counts.
    """
    return (
        next(_named(opening, knowledge), "")
        or office_of_title(title, knowledge)
        or next(_bodies(opening, title, knowledge), "")
        or next(_named(closing, knowledge), "")
    )


def is_official(name: str, knowledge: Knowledge) -> bool:
    """Whether a name is that of a state, of a body of states, or of an office of one: no newspaper, no company."""
    known = knowledge.get(Gazetteer).lookup(name)
    return bool(known and known.role in ("country", "body")) or is_office(name, knowledge)


def is_office(name: str, knowledge: Knowledge) -> bool:
    """Whether a name is that of an office that speaks for a state or body, and says so in its words."""
    return bool(knowledge.get(_read_official).search(name)) and bool(speaker_codes(name, knowledge))


def holder_of(line: str) -> str:
    """Who holds the copyright by a line: "Copyright 2031 Ministry of Ports. All rights reserved."; else empty."""
    found = _COPYRIGHT.search(line)
    if not found:
        return ""
    rest = _YEARS.sub("", line[found.end() :][:LONGEST_LINE])
    holder = _RIGHTS.split(rest, maxsplit=1)[0].strip(" .,:;|–—-©")
    return holder if holder[:1].isupper() else ""


def names_state_or_body(text: str, knowledge: Knowledge) -> bool:
    """Whether a line names a state or a body."""
    return any(mention.role in ("country", "body") for mention in knowledge.get(Gazetteer).mentions(text))


def office_in(text: str, knowledge: Knowledge) -> str:
    """The office that a short line names and nothing else, without a number or day behind it; else empty."""
    if len(text) > LONGEST_LINE or text.endswith((".", ":", "?", "!")):
        return ""
    offices = knowledge.get(_read_offices)
    days = written_dates(text)[:1]
    parts = [] if days else [text]
    for written in days:
        parts += [_without_place(text[: written.start], knowledge), text[written.end :]]
    for part in parts:
        for piece in (part, *_SPLIT.split(part)):
            name = _NUMBER.sub("", _ISSUED_BY.sub("", piece.strip(" ,;–—|-•*")))
            if name and offices.match(name) and _is_name(name):
                return name
    return ""


def _without_place(before: str, knowledge: Knowledge) -> str:
    """What stands before a day without the place that goes with it: "Ministry of Ports, Bergen, "."""
    name, comma, place = before.strip(" ,").rpartition(",")
    known = knowledge.get(Gazetteer).lookup(place.strip())
    return name if comma and not (known and known.role == "country") else before


def office_of_title(title: str, knowledge: Knowledge) -> str:
    """The office whose text a title says it is: "Statement of the Ministry of Ports of Norway on lamps"."""
    found = knowledge.get(_read_texts_of).search(title[:LONGEST_TITLE])
    if not found or re.match(r"\W*(?:joint|trilateral|tripartite)\b", title, re.IGNORECASE):
        return ""
    return _leading_name(title[found.start("office") :])


def issuer_of_name(doc_id: str, knowledge: Knowledge) -> str:
    """The state whose code a file's name begins with, as in collections of speeches ("NOR_72_2017"); else empty."""
    code = _NAME_CODE.match(doc_id)
    gazetteer = knowledge.get(Gazetteer)
    return (gazetteer.name_of(code[1]) or "") if code and gazetteer.is_country(code[1]) else ""


def _named(lines: Sequence[str], knowledge: Knowledge) -> Iterator[str]:
    for i, text in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else ""
        if _UNFINISHED.search(text) and following and len(following.split()) <= 4:
            text, following = f"{text} {following}", ""
        if office := office_in(text, knowledge):
            whole = _whole(office, following, knowledge)
            part = knowledge.get(_read_parts).match(office)
            if not _CONTACT.search(office) and (not part or names_state_or_body(whole, knowledge)):
                yield whole


def _bodies(lines: Sequence[str], title: str, knowledge: Knowledge) -> Iterator[str]:
    """Bodies that a line above the title names: "European Parliament"."""
    gazetteer = knowledge.get(Gazetteer)
    for text in lines:
        if text == title:
            return
        known = gazetteer.lookup(text) if len(text) <= LONGEST_LINE else None
        if known and known.role == "body":
            yield _in_small_letters(text)


def _whole(issuer: str, following: str, knowledge: Knowledge) -> str:
    """A letterhead over two lines ("MINISTRY OF FOREIGN AFFAIRS", "UTOPIA") as one name, not in capitals throughout."""
    if (
        issuer.isupper()
        and following.isupper()
        and len(following.split()) <= 3
        and not any(map(str.isdigit, following))
        and "RELEASE" not in following
        and not knowledge.get(_read_offices).match(following)
    ):
        issuer = f"{issuer}, {following}"
    return _in_small_letters(issuer)


def _in_small_letters(name: str) -> str:
    if not name.isupper() or " " not in name:
        return name
    words = name.lower().split()
    return " ".join(word if word in SMALL_WORDS else word[:1].upper() + word[1:] for word in words)


def _is_name(name: str) -> bool:
    """Whether a line is a name throughout: no verb, no "on social media"."""
    words = name.replace(",", " ").split()
    return all(word[:1].isupper() or word[:1] in "(&" or word.lower() in _LINKS for word in words[1:]) and (
        words[-1].lower() not in _LINKS
    )


def _leading_name(text: str) -> str:
    """The words of a name at the beginning of ``text``, up to the first that belongs to no name."""
    end = 0
    for word in _WORD.finditer(text):
        if word.group() == "," or not (word.group()[:1].isupper() or word.group().lower() in _LINKS):
            break
        if word.group().lower() not in _LINKS:
            end = word.end()
    return re.sub(r"['’]s?$", "", text[:end].rstrip(" .:;"))


def _read_offices(knowledge: Knowledge) -> re.Pattern[str]:
    """How a line begins that names an issuer (``issuers.txt``)."""
    return re.compile(_offices(knowledge), re.IGNORECASE)


def _read_official(knowledge: Knowledge) -> re.Pattern[str]:
    """Words of the name of an office or body of a state (``official_words.txt``), and those of who speaks for one."""
    speakers = [row["issuer"] for row in knowledge.table("speakers.csv", ("issuer", "code"))]
    return re.compile(rf"\b{any_of([*knowledge.entries('official_words.txt'), *speakers])}(?!\w)", re.IGNORECASE)


def _read_parts(knowledge: Knowledge) -> re.Pattern[str]:
    """How an office is called that is a part of another, and names no issuer alone (``issuer_parts.txt``)."""
    return re.compile(
        "|".join(rf"(?:{entry})\b" for entry in knowledge.expressions("issuer_parts.txt")) or "(?!)", re.I
    )


def _read_texts_of(knowledge: Knowledge) -> re.Pattern[str]:
    """How a title says whose text it is: a word for texts (``heading_words.csv``), "of", "by" or "from", an office."""
    words = [row["word"] for row in knowledge.table("heading_words.csv", ("kind", "word")) if row["kind"] == "text"]
    office = rf"(?:the )?(?P<office>(?:{_offices(knowledge)}))"
    return re.compile(rf"\b{any_of(words)}s? (?:of|by|from|issued by) {office}", re.IGNORECASE)


def _offices(knowledge: Knowledge) -> str:
    return "|".join(rf"(?:{entry})\b" for entry in knowledge.expressions("issuers.txt")) or "(?!)"
