"""What is told about a file, title, date and issuer, against what its layout really tells."""

from dataclasses import dataclass
from typing import Literal

from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.stage import examine
from tests.readers.statements import Statement
from tests.shipped import KNOWLEDGE

Field = Literal["title", "date", "issuer"]
SILENT: frozenset[Field] = frozenset()
"""The fields that a layout does not hold: none."""
FIELDS: tuple[Field, ...] = ("title", "date", "issuer")


@dataclass(frozen=True, slots=True)
class Told:
    """Whether each field of a file is right: what the file tells, or empty where it tells nothing."""

    layout: str
    right: dict[Field, bool]
    found: dict[Field, str]


def told(layout: str, data: bytes, ending: str, statement: Statement, silent: frozenset[Field]) -> Told:
    """What the product tells of a statement in a layout; ``silent`` are the fields that the layout does not hold."""
    document = examine(Entry("file", f"file{ending}", ending, data, None, {}), KNOWLEDGE)
    found: dict[Field, str] = {
        "title": "" if document.title == "File" else document.title,
        "date": str(document.date or ""),
        "issuer": document.issuer,
    }
    known: dict[Field, str] = {"title": statement.title, "date": statement.day, "issuer": statement.issuer}
    right = {
        field: _letters(found[field]) in (_letters(known[field]), *([""] if field in silent else []))
        for field in FIELDS
    }
    return Told(layout, right, found)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
