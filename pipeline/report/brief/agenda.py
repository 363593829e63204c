"""``deadlines.ics``: the deadlines that can be dated as a calendar (RFC 5545), for Outlook, Google and Apple."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from pipeline.records import Analysis, Commitment, Document
from pipeline.report.addresses import web_address
from pipeline.report.brief.concrete import quotation
from pipeline.report.brief.short import deadlines
from pipeline.report.labels import Names
from pipeline.report.listmarks import spoken
from pipeline.tables import replacing
from pipeline.version import __version__
from pipeline.views import counted, worded

OCTETS = 75
"""The longest line that RFC 5545 (section 3.1) allows, without its end."""
UNKNOWN_DAY = date(1970, 1, 1)
"""Stamp of what stands in a document without a date: a clock would change the bytes."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write_calendar(analyses: Sequence[Analysis], names: Names, path: Path) -> None:
    """Write the calendar; every deadline is a day-long event with the words it stands in."""
    due = [d.commitment for d in deadlines(counted(analyses), None)]
    with replacing(path) as file:
        for line in _calendar(_worded(analyses, due), names):
            file.write("".join(f"{part}\r\n" for part in folded(line)))


def _worded(analyses: Sequence[Analysis], due: Sequence[Commitment]) -> Iterator[tuple[Commitment, Document]]:
    """Counted commitments with all their words, and their documents."""
    places = {id(c): n for a in counted(analyses) for n, c in enumerate(a.commitments) if c.deadline_date}
    for c, a in zip(due, worded(analyses, (c.doc_id for c in due)), strict=True):
        yield a.commitments[places[id(c)]], a.document


def _calendar(due: Iterable[tuple[Commitment, Document]], names: Names) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Communiqué//Communiqué {__version__}//EN")
    yield from ("CALSCALE:GREGORIAN", "X-WR-CALNAME:Deadlines of commitments")
    said: Counter[str] = Counter()
    for commitment, document in due:
        name = f"{commitment.doc_id}\n{' '.join(commitment.action.split())}"
        said[name] += 1
        yield from _event(commitment, document, f"{name}\n{said[name]}", names)
    yield "END:VCALENDAR"


def _event(commitment: Commitment, document: Document, name: str, names: Names) -> Iterator[str]:
    """``name`` is what stays the same when the deadline is read differently, so that a calendar moves the event."""
    day = commitment.deadline_date
    assert day is not None
    actors = ", ".join(map(names.actor_name, commitment.actors)) or "Actor not named"
    source = ", ".join(filter(None, (document.issuer, document.title, str(document.date or ""))))
    about = [
        spoken(commitment, document),
        f"Deadline in the text: {commitment.deadline}",
        f"Strength: {commitment.strength}{', a promise not to do something' if commitment.negated else ''}"
        f"{', on a condition' if commitment.conditional else ''}",
        f"Source: {source}",
        f"Commitment: {commitment.commitment_id}",
    ]
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, name)}"
    yield f"DTSTAMP:{(document.date or UNKNOWN_DAY):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{actors}: “{quotation(commitment, document.text)}”')}"
    yield f"DESCRIPTION:{escaped(chr(10).join(about))}"
    if commitment.areas:
        yield "CATEGORIES:" + ",".join(escaped(names.area_title(area)) for area in commitment.areas)
    if address := web_address(document.url):
        yield f"URL:{_CONTROL.sub('', address)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def escaped(text: str) -> str:
    """Text as a value of type TEXT (RFC 5545, section 3.3.11); control characters are left out."""
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    for letter in ("\\", ";", ","):
        plain = plain.replace(letter, f"\\{letter}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, cut between characters; those behind the first begin with a blank."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            yield part
            part, size = " ", 1
        part += letter
        size += octets
    yield part
