"""What ``make add`` says about a document, and the metadata file that it writes for it."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline.ingest.corpus.entries import Entry
from pipeline.ingest.description.metadata import parse_sidecar
from pipeline.records import Document

FIELDS = ("title", "date", "issuer", "parties", "url", "licence")
_WANTED = ("title", "date", "issuer", "parties")


@dataclass(frozen=True, slots=True)
class Added:
    """A document that was added: its place, the place of its metadata, and what is known about it.

    ``foreign`` names its language where that is not English.
    """

    file: Path
    sidecar: Path
    document: Document
    foreign: str = ""

    @property
    def message(self) -> str:
        """What was added and found, inferred values marked, and where to correct them; one line each."""
        values = {name: _shown(getattr(self.document, name)) for name in FIELDS}
        values["date"] = str(written_date(self.document) or "")
        missing = [name for name in _WANTED if not values[name]]
        lines = [f"Added {self.file}"]
        marks = dict.fromkeys(self.document.inferred, " (inferred)")
        if self.document.date_source == "file":
            marks["date"] = " (the day when the file was made, which may not be that of the text)"
        lines += [f"  {name}: {value}{marks.get(name, '')}" for name, value in values.items() if value]
        if missing:
            lines.append(f"  not found: {', '.join(missing)}")
        if missing or set(FIELDS) & set(self.document.inferred):
            lines.append(f"  Correct or complete this in {self.sidecar}")
        if self.foreign:
            lines.append(f"  language: {self.foreign}; it is kept and listed, but only English is processed")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class AddedTable:
    """A table of documents that was added whole: its place, its usable rows, and how many of them give each value."""

    file: Path
    rows: int
    given: dict[str, int]

    @property
    def message(self) -> str:
        """What was added, and what the rows leave to be inferred."""
        lines = [f"Added {self.file}: {self.rows:,} documents, one a row"]
        lines += [f"  {name}: given in {self.given[name]:,}" for name in FIELDS if self.given[name]]
        if missing := [name for name in _WANTED if self.given[name] < self.rows]:
            lines.append(f"  left to be inferred in some: {', '.join(missing)}; correct this in the table itself")
        return "\n".join(lines)


def sidecar_text(entry: Entry, document: Document, name: str) -> str:
    """The metadata file: what was given beside the source, what was inferred, and what is missing."""
    values = dict(parse_sidecar(entry.sidecar.data, entry.sidecar.name)) if entry.sidecar else {}
    values |= entry.values
    inferred = [field for field in document.inferred if field != "language"]
    for key in inferred:
        value = getattr(document, key)
        values[key] = list(value) if isinstance(value, tuple) else value
    if "date" in inferred:
        values |= {"date": written_date(document), "date_source": document.date_source}
    if inferred:
        values["inferred"] = inferred
    head = (
        f"# What is known about {name}.\n"
        "# The values named under 'inferred' were read off the text: correct them, and take their names out there.\n"
    )
    missing = [field for field in ("date", "issuer", "parties", "url", "licence") if not getattr(document, field)]
    return head + yaml.safe_dump(values, allow_unicode=True, sort_keys=False) + "".join(f"{m}:\n" for m in missing)


def written_date(document: Document) -> datetime.date | str | None:
    """A document's date as exactly as it is known: a day, "2031-05" or "2031"."""
    if document.date is None or document.date_precision in ("", "day"):
        return document.date
    return document.date.isoformat()[: 7 if document.date_precision == "month" else 4]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) if value else ""
