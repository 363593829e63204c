"""The head of a mail above a press text that was sent round: senders and receivers go, day and subject stay."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.ingest.passages import Change, Passage

MOST_ABOVE = 3
"""Lines above the head of a mail: a mark that it was forwarded."""
LONGEST_MARK = 60
FEWEST_FIELDS = 3

_FIELD = re.compile(
    r"(?P<key>from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|sender|received):(?: (?P<value>.+))?",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:(?:fwd?|re|aw|wg|tr)\s?:\s*)*(?:(?:press|media|news) (?:release|statement|note)\s?[:–—-]\s*)?(?=\S)",
    re.IGNORECASE,
)
_DATED = frozenset(("sent", "date"))


def remove_mail_head(lines: Sequence[Passage]) -> tuple[list[Passage], list[Change]]:
    """Lines without the fields of a mail's head but its day and its subject, which are headings."""
    start = next((i for i, line in enumerate(lines[: MOST_ABOVE + 1]) if _FIELD.fullmatch(line.text)), None)
    if start is None or any(len(line.text) > LONGEST_MARK for line in lines[:start]):
        return list(lines), []
    end = start
    while end < len(lines) and _FIELD.fullmatch(lines[end].text) and (end == start or not lines[end].gap):
        end += 1
    fields = [_FIELD.fullmatch(line.text) for line in lines[start:end]]
    keys = {field["key"].lower() for field in fields if field and field["value"]}
    if len(keys) < FEWEST_FIELDS or not {"from", "subject"} <= keys:
        return list(lines), []
    kept, changes = list(lines[:start]), list[Change]()
    for line, field in zip(lines[start:end], fields, strict=True):
        key, value = (field["key"].lower(), field["value"] or "") if field else ("", "")
        if key in _DATED:
            kept.append(replace(line, hint="heading"))
        elif key == "subject" and value:
            subject = value[_subject_at(value) :]
            kept.append(replace(line, text=subject, gap=1, hint="heading"))
            changes.append(Change(line.number, "furniture", line.text, subject))
        else:
            changes.append(Change(line.number, "furniture", line.text))
    return [*kept, *lines[end:]], changes


def _subject_at(value: str) -> int:
    """Where the subject begins behind the marks of answers and of a press release."""
    found = _SUBJECT.match(value)
    return found.end() if found else 0
