"""What is known about a document before it is read: front matter of the file, or a metadata file beside it."""

import datetime
import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

import pycountry
import yaml

from pipeline.errors import DocumentError
from pipeline.ingest.description.givendate import NoDateError, is_missing, parse_date
from pipeline.records import DatePrecision, DateSource

LONGEST_FRONT_MATTER = 20_000
_FENCE = re.compile(r"---[ \t]*\r?\n")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY_LINE = re.compile(r"[A-Za-z_][\w -]*:(?:\s|$)|\s*-\s|\s+\S|#|\s*$")
_NO_YAML = (yaml.YAMLError, ValueError, RecursionError, LookupError, AttributeError, TypeError, OverflowError)
"""What the library raises of what is no YAML, and of values that are not what their mark says (``!!int ""``)."""
_REPLACED = {"Cc": " ", "Cs": " ", "Cf": ""}
"""What stands for control characters, halves of characters, and invisible marks."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is given about a document; empty where nothing is. ``inferred`` names the fields that were read off the
    text.
    """

    title: str = ""
    date: datetime.date | None = None
    issuer: str = ""
    parties: tuple[str, ...] = ()
    url: str = ""
    licence: str = ""
    language: str = ""
    place: str = ""
    source: str = ""
    series: str = ""
    inferred: tuple[str, ...] = ()
    date_precision: DatePrecision = ""
    date_source: DateSource = ""

    def filled(self, other: "Metadata") -> "Metadata":
        """These values, and where there are none, those of ``other``, inferred where they were so there."""
        taken = [name for name in KEYS if name != "inferred" and not getattr(self, name)]
        inferred = (*self.inferred, *(name for name in other.inferred if name in taken))
        return replace(self, inferred=inferred, **{name: getattr(other, name) for name in taken})


_LISTS = ("parties", "inferred")
KEYS = tuple(f.name for f in fields(Metadata))


def split_front_matter(text: str, name: str) -> tuple[Mapping[str, Any], str, int]:
    """Front matter of a text, the text behind it, and the number of lines that the front matter took.

    A text that merely begins with a line of dashes is all text. Raises :class:`DocumentError` where the front matter
    is plainly meant as such and cannot be read.
    """
    opening = _FENCE.match(text)
    closing = opening and _FENCE_END.search(text, opening.end(), opening.end() + LONGEST_FRONT_MATTER)
    if not opening or not closing:
        return {}, text, 0
    matter = text[opening.end() : closing.start()]
    lines = matter.splitlines()
    if not lines or not all(_KEY_LINE.match(line) for line in lines) or not any(key in matter for key in KEYS):
        return {}, text, 0
    values = parse(matter, f"the front matter of {name}")
    return values, text[closing.end() :], text.count("\n", 0, closing.end())


def parse_sidecar(data: bytes, name: str) -> Mapping[str, Any]:
    """The values of a metadata file. Raises :class:`DocumentError` where they cannot be read."""
    try:
        return parse(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name} is not written in UTF-8: save it as UTF-8.") from error


def parse(text: str, place: str) -> Mapping[str, Any]:
    """Metadata in YAML (or JSON, which YAML includes) as a mapping."""
    try:
        values = yaml.safe_load(text)
        named = {str(key): value for key, value in values.items()} if isinstance(values, dict) else values
    except _NO_YAML as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise DocumentError(
            f"{place}{line} is not valid YAML: write 'key: value', and put values that hold a colon between quotes."
        ) from error
    if named is None:
        return {}
    if not isinstance(named, dict):
        raise DocumentError(f"{place} holds no metadata: write one 'key: value' a line.")
    return {str(printable(key)): printable(value) for key, value in named.items()}


def printable(value: Any) -> Any:
    """A text, or the texts of a list, without what no file or table can hold: control characters and their like."""
    if isinstance(value, str) and not value.isprintable():
        return "".join(_REPLACED.get(unicodedata.category(char), char) for char in value)
    return [printable(item) if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


def understand(values: Mapping[str, Any], place: str) -> tuple[Metadata, tuple[str, ...]]:
    """Checked metadata, and the keys that mean nothing here (a date that names no day, month or year among them).

    Raises :class:`DocumentError` on a misspelt key or a value that cannot be used.
    """
    known: dict[str, Any] = {}
    unknown: list[str] = []
    for key, value in values.items():
        name = key.strip().lower().replace("license", "licence")
        if name not in KEYS:
            if close := difflib.get_close_matches(name, KEYS, 1, 0.75):
                raise DocumentError(f"{place} has the key '{key}', which is not known: did you mean '{close[0]}'?")
            unknown.append(key)
        elif isinstance(value, (dict, list)) and value and name not in _LISTS:
            raise DocumentError(f"{place}: {name} is a list, where one value is needed: write '{name}: text'.")
        elif name == "date" and not is_missing(value):
            try:
                known[name] = parse_date(value)
            except NoDateError as error:
                unknown.append(f"{key} {_text(value, name, place)[:40]}, {error}")
        elif not is_missing(value):
            known[name] = _value(name, value, place)
    return Metadata(**_with_precision(known)), tuple(unknown)


def _with_precision(known: dict[str, Any]) -> dict[str, Any]:
    """``known`` with how exact its date is and whence it comes: as it was written, unless a table says otherwise."""
    precision, source = known.pop("date_precision", ""), known.pop("date_source", "")
    if "date" not in known:
        return known
    dated = known["date"]
    coarser = dated.precision == "day" and precision in ("month", "year")
    return known | {
        "date": dated.day,
        "date_precision": precision if coarser else dated.precision,
        "date_source": source if source and source in get_args(DateSource) else "given",
    }


def _value(name: str, value: Any, place: str) -> Any:
    if name in _LISTS:
        return _codes(name, value, place)
    text = _text(value, name, place)
    if name == "language":
        return _language(text, place)
    return text


def _language(text: str, place: str) -> str:
    """The ISO 639-1 code of a language given by code, tag ("en-GB") or English name; of three letters where none is."""
    code = text.lower().replace("_", "-").partition("-")[0]
    if code in ("en", "und"):
        return code
    known = (
        pycountry.languages.get(alpha_2=code)
        or pycountry.languages.get(alpha_3=code)
        or pycountry.languages.get(name=text.title())
    )
    if known is None:
        raise DocumentError(
            f"{place}: language is '{text[:40]}', which is no language: write a code of ISO 639-1 such as en or fr."
        )
    return str(getattr(known, "alpha_2", code))


def _text(value: Any, name: str, place: str) -> str:
    try:
        return " ".join(str(value).split())
    except ValueError as error:  # a number of thousands of digits
        raise DocumentError(f"{place}: {name} is a number of no use: put it between quotes if it is text.") from error


def _codes(name: str, value: Any, place: str) -> tuple[str, ...]:
    parts = re.split(r"[;,]", value) if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, (str, bool)) for part in parts):
        raise DocumentError(f"{place}: {name} must be a list such as [JPN, USA]: write it so.")
    return tuple(dict.fromkeys(part.strip() for part in map(str, parts) if part.strip()))
