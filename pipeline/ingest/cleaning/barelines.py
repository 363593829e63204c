"""Lines that hold nothing that is said: a day, a number, the number of a document, a menu in other letters.

They come with pages that were copied by hand. Days and numbers stay, without sentences, since a day tells when a text
was issued; menus in other letters than the text go.
"""

import re
import unicodedata
from collections.abc import Sequence

from pipeline.ingest.cleaning.markers import is_lone_marker, marker_length
from pipeline.ingest.cleaning.wording import is_finished
from pipeline.ingest.passages import Passage
from pipeline.names.writtendates import only_weekday, written_dates

LONGEST_MENU = 60
LONGEST_BARE = 60
UNFINISHED_LENGTH = 30
LATIN_SHARE = 0.8
"""Share of Latin letters from which on a text has an alphabet that its menus may differ from."""

_NUMBER = re.compile(r"\d[\d\s.,/:()–-]{0,40}|[A-Z]{1,3}/[A-Za-z]{1,3}|\(?(?:OR\. ?)?[a-z]{2}\)?|EN|FR|DE|ES|RU")


def bare_lines(lines: Sequence[Passage]) -> set[int]:
    """The numbers of the lines that hold only a day or a number, and belong to no sentence that was wrapped."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST_BARE or not is_bare(line.text):
            continue
        before = lines[i - 1] if i and not line.gap else None
        if before is None or len(before.text) < UNFINISHED_LENGTH or is_finished(before.text):
            found.add(line.number)
    return found


def is_bare(text: str) -> bool:
    """Whether a line is a day with its hour, a number, or a document's number."""
    body = text[marker_length(text) :].strip(" -–—|•")
    if is_lone_marker(text) or text.endswith(","):
        return False
    if _NUMBER.fullmatch(body):
        return not body.endswith((".", ")")) or "/" in body or body.startswith("(")
    days = written_dates(body)
    return len(days) == 1 and only_weekday(body[: days[0].start] + " " + body[days[0].end :])


def menu_lines(lines: Sequence[Passage]) -> set[int]:
    """The numbers of short lines in other letters than those of a text in Latin letters."""
    sample = "".join(line.text for line in lines)[:20_000]
    letters = [char for char in sample if char.isalpha()]
    if not letters or sum(map(_is_latin, letters)) < LATIN_SHARE * len(letters):
        return set()
    return {
        line.number
        for line in lines
        if len(line.text) <= LONGEST_MENU and not line.text.isascii() and _is_foreign(line.text)
    }


def _is_foreign(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and not any(map(_is_latin, letters))


def _is_latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "MODIFIER", "FEMININE", "MASCULINE"))
