"""Plain text as people paste it from sites and mails: menus, heads of forms, counters, datelines in many forms."""

import datetime
from collections.abc import Callable

from tests.readers.statements import Part, Statement


def _lines(s: Statement) -> str:
    number = 0
    blocks: list[str] = []
    for part in s.parts:
        number += part.kind == "numbered"
        blocks.append(_block(part, number))
    return "\n\n".join([*blocks, *s.notes])


def _block(part: Part, number: int) -> str:
    if part.kind == "row":
        return " | ".join(part.sentences)
    mark = {"bullet": "- ", "numbered": f"{number}. "}.get(part.kind, "")
    return mark + " ".join(part.sentences)


def _day(s: Statement) -> datetime.date:
    return datetime.date.fromisoformat(s.day)


def board(s: Statement) -> bytes:
    """A ministry's board of news, copied with its menus in other letters, its date field and its counter."""
    return (
        f"메뉴 바로가기\n본문 바로가기\n검색창 열기\n\nPress Releases\n\n{s.title}\n\nDate\n{s.day}\nhit\n2339\n\n"
        f"{s.dateline}\n\n{_lines(s)}\n\nShare this article\nPrint version\n"
    ).encode()


def assembly(s: Statement) -> bytes:
    """A parliament's page: the section, day and hour in figures, a block of contacts behind the text."""
    day = _day(s)
    return (
        f"{s.title}\n\nPress Releases\n{day:%d-%m-%Y} - 11:20\n\n{s.dateline}\n\n{_lines(s)}\n\n"
        "Contacts:\nTel.: +47 22 00 00 00\nE-mail: press@example.org\n"
    ).encode()


def ministry_mail(s: Statement) -> bytes:
    """A mail of a press office: letterhead in capitals, weekday and figures with points, a mark at the end."""
    day = _day(s)
    return (
        f"{s.issuer.upper()}\n\nFOR IMMEDIATE RELEASE\n\n{s.title}\n\n{day:%A}, {day.day}.{day.month}.{day.year}\n\n"
        f"{s.dateline}\n\n{_lines(s)}\n\n-ENDS-\n"
    ).encode("cp1252")


def dated_head(s: Statement) -> bytes:
    """A secretariat's paper: number, title, a line of the date with a comma behind the day, no dateline but that."""
    day = _day(s)
    return (
        f"S/31/103\n\n{s.issuer}\n\n{s.title}\n\nDate | {day.day}, {day:%B} {day.year}\n\n{s.dateline}\n\n{_lines(s)}\n"
    ).encode("utf-16")


def concluded(s: Statement) -> bytes:
    """A paper that tells its day in the last sentence alone."""
    place, _, _ = s.dateline.partition(",")
    day = _day(s)
    return (
        f"{s.title}\n\n{s.issuer}\n\n{_lines(s)}\n\nDone at {place}, this {day.day}th day of {day:%B} {day.year}.\n"
    ).encode()


def stray_byte(s: Statement) -> bytes:
    """UTF-8 with entities that were escaped twice and one byte of another encoding."""
    text = f"{s.title}\n\n{s.issuer}, {s.dateline}\n\n{_lines(s)}\n".replace("&", "&amp;amp;").replace("–", "&ndash;")
    return text.encode() + "\nCafé “Ångström”, Malmö\n".encode() + b"Caf\xe9\n"


ADDED: dict[str, Callable[[Statement], str]] = {
    "board": lambda s: f"Press Releases Date {s.day}",
    "assembly": lambda s: f"Press Releases {_day(s):%d-%m-%Y} 11 20",
    "ministry-mail": lambda s: f"{s.issuer} {_day(s):%A} {_day(s).day} {_day(s).month} {_day(s).year}",
    "dated-head": lambda s: f"S 31 103 {s.issuer} Date {_day(s).day} {_day(s):%B} {_day(s).year}",
    "concluded": lambda s: f"{s.issuer} Done at this day of",
    "stray-byte": lambda s: f"{s.issuer} Café Ångström Malmö Café",
}
"""What a layout adds to the wording of a statement and what belongs to the text all the same."""

TEXT_LAYOUTS: dict[str, tuple[str, Callable[[Statement], bytes]]] = {
    "board": (".txt", board),
    "assembly": (".txt", assembly),
    "ministry-mail": (".txt", ministry_mail),
    "dated-head": (".txt", dated_head),
    "concluded": (".txt", concluded),
    "stray-byte": (".txt", stray_byte),
}
