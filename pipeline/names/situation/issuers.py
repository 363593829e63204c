"""Who publishes: clues of letterheads, signatures, datelines, addresses, and of the voice in which a text speaks."""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.names.situation.addresses import Addresses
from pipeline.names.situation.cast import Offices, cast_of, codes
from pipeline.names.situation.correspondence import is_edition
from pipeline.names.situation.evidence import Clue, Part
from pipeline.names.situation.first_person import voice_clues
from pipeline.names.situation.paper import Paper, is_prose
from pipeline.names.situation.scene import Scene

LONGEST_LETTERHEAD = 160
LONGEST_SIGNATURE = 120
LONGEST_DATELINE = 50
CLOSING_LINES = 12
"""Last lines in which an address may stand."""

_SEAT = re.compile(r"\s(?:to|in|at)\s|\(")
_WIRED = re.compile(
    r"(?:(?:Inward|Outward|Circular|Secret|Urgent)\s)*(?:Cablegram|Telegram|Despatch|Dispatch|Savingram|Cable)\s"
    r"(?:to\s[A-Z][\w ]{2,30}?\s)?(?:No\.?\s?)?(?:[A-Z]{0,4}\.?\s?\d+[A-Z]?\s)?(?:\(?extracts?\)?\s)?\[?",
    re.IGNORECASE,
)
_DATELINE_REST = re.compile(
    r"[\s,.]*(?:[A-Z]\.?\s?){0,4}[\s,.]*(?:\d{0,2}(?:st|nd|rd|th)?\s?[A-Z][a-z]+,?"
    r"\s)?(?:[A-Z][a-z]+\s\d{1,2},\s)?(?:(?:19|20)\d\d)?[\s.]*"
)


def given_issuer(paper: Paper, knowledge: Knowledge) -> Clue | None:
    """The clue of a known issuer; None where it names neither state nor body, or only an edition of others' texts."""
    if is_edition(paper.issuer):
        return None
    named = speaker_codes(paper.issuer, knowledge)
    return Clue(named, Part.GIVEN, paper.issuer, 0.99) if named else None


def issuer_clues(scene: Scene, knowledge: Knowledge) -> Iterator[Clue]:
    """All clues of a document, without its metadata, about who publishes it."""
    paper = scene.paper
    yield from _letterheads(paper, knowledge)
    yield from list(signatories(paper, knowledge))[:1]
    yield from _datelines(paper, knowledge)
    yield from _addresses(paper, knowledge)
    yield from voice_clues(scene.voiced, paper.issuer, knowledge)


def speaker_codes(issuer: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Codes of the states and bodies in whose name an issuer publishes."""
    for office, code in knowledge.get(_read_speakers):
        if office in issuer.casefold():
            return (code,)
    return tuple(sorted(codes(cast_of(_SEAT.split(issuer, maxsplit=1)[0], knowledge))))


def _letterheads(paper: Paper, knowledge: Knowledge) -> Iterator[Clue]:
    """Short lines that name an office with its state, at the beginning or the end."""
    for lines in (paper.headings, paper.closing):
        for i, line in enumerate(lines):
            whole = f"{line}, {lines[i + 1]}" if i + 1 < len(lines) and len(lines[i + 1].split()) <= 4 else line
            found = knowledge.get(_read_letterheads).search(whole)
            if not found or len(line) > LONGEST_LETTERHEAD or is_prose(line):
                continue
            named = speaker_codes(whole[found.start() :], knowledge) or _seat(whole[found.end() :], knowledge)
            if len(named) == 1:
                yield Clue(named, Part.MASTHEAD, whole, 0.9)


def _seat(line: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The state whose capital stands behind a comma as the seat of an office: "Ministry of Ports, Oslo"."""
    for mention in knowledge.get(Gazetteer).mentions(line):
        if mention.role == "capital" and line[: mention.start].rstrip().endswith(","):
            return (mention.code,)
    return ()


def signatories(paper: Paper, knowledge: Knowledge) -> Iterator[Clue]:
    """Short lines above the text that are a person with an office: "Jane Doe, Secretary of State"."""
    for line in paper.headings[:6]:
        if len(line) > LONGEST_SIGNATURE or is_prose(line):
            continue
        cast = cast_of(line, knowledge)
        if cast and cast[0].kind == "person" and not line[: cast[0].start].strip(" \t*-"):
            named = codes(cast[:1]) or {code for _, _, code in knowledge.get(Offices).found(line)}
            if len(named) == 1:
                yield Clue(tuple(named), Part.SIGNATURE, line, 0.85)


def _datelines(paper: Paper, knowledge: Knowledge) -> Iterator[Clue]:
    """A capital with a day: at the end of a text it is where the publisher sits, alone above it it may be."""
    gazetteer = knowledge.get(Gazetteer)
    for line in paper.prose[-4:]:
        tail = line[-LONGEST_DATELINE:]
        for mention in gazetteer.mentions(tail):
            before, after = tail[: mention.start].rstrip(), tail[mention.end :]
            if mention.role == "capital" and _DATELINE_REST.fullmatch(after) and before[-1:] in ("", *'.”"’)]'):
                yield Clue((mention.code,), Part.DATELINE, tail[mention.start :], 0.6)
    for line in (*paper.headings, *paper.prose[:1]):
        wired = _WIRED.match(line)
        for mention in gazetteer.mentions(line[wired.end() :][:LONGEST_DATELINE])[:1] if wired else ():
            if mention.role == "capital" and mention.start == 0:
                yield Clue((mention.code,), Part.DATELINE, line[:LONGEST_DATELINE], 0.6)
    for line in paper.headings:
        first = next(iter(gazetteer.mentions(line)), None) if line[:1].isalpha() else None
        if first and first.role == "capital" and first.start == 0 and _DATELINE_REST.fullmatch(line[first.end :]):
            yield Clue((first.code,), Part.DATELINE, line, 0.3)


def _addresses(paper: Paper, knowledge: Knowledge) -> Iterator[Clue]:
    """Addresses on the web and in mail, and telephones: "press@state.gov", "www.foreign.gov.au", "(+94) 11"."""
    reader = knowledge.get(Addresses)
    lines = dict.fromkeys((*paper.headings, *paper.lines[-CLOSING_LINES:]))
    official = list(dict.fromkeys(found for line in lines for found in reader.official(line)))
    for code, words in official[:1] or list(dict.fromkeys(found for line in lines for found in reader.other(line)))[:1]:
        yield Clue((code,), Part.ADDRESS, words, 0.8 if official else 0.6)


def _read_letterheads(knowledge: Knowledge) -> re.Pattern[str]:
    """How the name of a publisher's office begins (``issuers.txt``), anywhere in a line."""
    return re.compile(
        "|".join(rf"\b(?:{entry})\b" for entry in knowledge.expressions("issuers.txt")) or "(?!)", re.IGNORECASE
    )


def _read_speakers(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Words of an issuer in small letters, and the code for which it speaks (``speakers.csv``)."""
    gazetteer = knowledge.get(Gazetteer)
    found = []
    for row in knowledge.table("speakers.csv", ("issuer", "code")):
        if gazetteer.name_of(row["code"]) is None:
            raise row.error(
                f"{row['code']!r} is no known code; write an ISO 3166-1 alpha-3 code or an acronym of bodies.csv"
            )
        found.append((row["issuer"].casefold(), row["code"]))
    return tuple(found)
