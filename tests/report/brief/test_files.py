"""The calendar and the feed: valid, and the same bytes each time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import etree

from pipeline.records import Analysis, Change
from pipeline.report.brief.agenda import escaped, folded, write_calendar
from pipeline.report.brief.feed import write_feed
from pipeline.report.brief.news import news
from pipeline.report.labels import read_names
from tests.records import analysis
from tests.shipped import KNOWLEDGE

NAMES = KNOWLEDGE.get(read_names)
ATOM = "{http://www.w3.org/2005/Atom}"


def calendar(found: list[Analysis], folder: Path) -> tuple[bytes, list[str]]:
    write_calendar(found, NAMES, folder / "deadlines.ics")
    written = (folder / "deadlines.ics").read_bytes()
    return written, written.decode().replace("\r\n ", "").split("\r\n")


def test_a_deadline_is_an_event_of_its_day_with_the_words_of_the_text(tmp_path: Path) -> None:
    _, lines = calendar([analysis()], tmp_path)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20351231" in lines
    assert "DTEND;VALUE=DATE:20360101" in lines
    assert "DTSTAMP:20310501T000000Z" in lines
    assert "SUMMARY:Chile\\, Norway: “will build a bridge by 2035”" in lines
    (about,) = [line for line in lines if line.startswith("DESCRIPTION:")]
    assert "Norway and Chile will build a bridge by 2035.\\nDeadline in the text: by 2035\\n" in about


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut(tmp_path: Path) -> None:
    made = analysis()
    long = replace(made.commitments[0], sentence="Côte d’Ivoire, das heißt: 日本語; " * 20 + "\nEND:VCALENDAR")
    written, lines = calendar([replace(made, commitments=(long,))], tmp_path)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert lines.count("END:VCALENDAR") == 1
    assert "".join(folded("ä" * 100)).replace(" ", "") == "ä" * 100


def test_text_is_escaped() -> None:
    assert escaped("a;b,c\\d\r\ne\x07") == "a\\;b\\,c\\\\d\\ne"


def test_an_event_keeps_its_name_when_its_deadline_is_read_differently(tmp_path: Path) -> None:
    made = analysis()
    later = replace(made.commitments[0], deadline_date=date(2036, 1, 31))
    uids = []
    for found in (made, replace(made, commitments=(later,)), replace(made, commitments=(later, later))):
        _, lines = calendar([found], tmp_path)
        uids.append([line for line in lines if line.startswith("UID:")])
    assert uids[0] == uids[1]
    assert len(set(uids[2])) == 2


def test_without_deadlines_the_calendar_is_empty_and_sound(tmp_path: Path) -> None:
    _, lines = calendar([], tmp_path)
    assert "BEGIN:VEVENT" not in lines
    assert lines[-2] == "END:VCALENDAR"


def test_the_feed_tells_what_changed(tmp_path: Path) -> None:
    made = analysis()
    doc_id = made.document.doc_id
    action = made.commitments[0].action
    changes = [
        Change("new", "document", doc_id, (), "Joint <Statement> & \x00", ()),
        Change("changed", "commitment", doc_id, ("CHL", "NOR"), action, ("strength: weak -> strong",)),
        Change("gone", "commitment", "other", ("CHL",), "sink the bridge", ()),
    ]
    found = news(changes, [made])
    assert [item.commitment and item.commitment.action for item in found] == [None, action, None]
    write_feed(found, date(2031, 5, 1), NAMES, tmp_path / "changes.xml")
    feed = etree.parse(tmp_path / "changes.xml").getroot()
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert all(len(element.findall(ATOM + name)) == 1 for name in ("id", "title", "updated"))
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert titles == [
        "New document: Joint <Statement> & ",
        f"Commitment read differently: Chile, Norway: {action}",
        "Commitment gone: Chile: sink the bridge",
    ]
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == 4
    days = [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")]
    assert days == ["2031-05-01T00:00:00Z", "2031-05-01T00:00:00Z", "1970-01-01T00:00:00Z"]
