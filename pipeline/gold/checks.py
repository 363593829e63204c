"""Reading what annotation tools exported: values of the right type, labels that exist, places inside the text."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.gold.documents import ROLES, About, BrokenMarkError, GoldDocument
from pipeline.gold.spans import Span, quoted
from pipeline.records import ACTS, ENTITY_LABELS, KINDS, STRENGTHS

DIGEST = "text_sha256"
"""Key under which the tools carry the SHA-256 of the exported text, by which a changed text is noticed."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The labels that may occur."""

    entities: Collection[str]
    acts: Collection[str]
    areas: Collection[str]
    kinds: Collection[str]
    strengths: Collection[str]

    def check(self, value: str, kind: str, allowed: Collection[str], where: str) -> str:
        """``value`` if it is ``allowed``; else raises :class:`BrokenMarkError`."""
        if value not in allowed:
            raise BrokenMarkError(f"{where} has the unknown {kind} {value!r}: use {', '.join(allowed)}")
        return value


def guideline_labels(areas: Iterable[str]) -> Vocabulary:
    """The labels of the guidelines, with these policy areas."""
    return Vocabulary(ENTITY_LABELS, ACTS, tuple(dict.fromkeys(areas)), KINDS, STRENGTHS)


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled span as a tool holds it."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two marks by their ids; ``role`` may be empty, it follows from the marks."""

    source: str
    target: str
    role: str


Related = Mapping[str, Mapping[str, Sequence[Mark]]]
"""By the id of a commitment's mark and by role, the marks that are related to it."""


def related(marks: Mapping[str, Mark], links: Iterable[Link], commitments: Collection[str], text: str) -> Related:
    """What is related to each of the ``commitments``, whichever way a relation was drawn.

    A mark's label up to the first colon says what it can be. Raises :class:`BrokenMarkError` for a relation whose ends
    do not exist, of which not exactly one is a commitment, or whose name does not fit.
    """
    found: dict[str, dict[str, list[Mark]]] = {id_: {} for id_ in commitments}
    for link in links:
        for end in (link.source, link.target):
            if end not in marks:
                raise BrokenMarkError(
                    f"a relation points to the span {end!r}, which does not exist: remove the relation"
                )
        one, other = marks[link.source], marks[link.target]
        between = f"the relation between {quoted(text, one.span)} and {quoted(text, other.span)}"
        if (link.source in found) == (link.target in found):
            raise BrokenMarkError(
                f"{between} does not join a commitment and a span of its own: draw it from the action"
            )
        commitment, mark = (link.source, other) if link.source in found else (link.target, one)
        role = ROLES.get(mark.label.partition(":")[0])
        if role is None:
            raise BrokenMarkError(f"{between} ends at a span labelled {mark.label}: label it {', '.join(ROLES)}")
        if link.role not in ("", role):
            raise BrokenMarkError(
                f"{between} is named {link.role!r} but ends at a span labelled {mark.label}: mend one"
            )
        found[commitment].setdefault(role, []).append(mark)
    return found


def the_cue(parts: Mapping[str, Sequence[Mark]], where: str) -> Span:
    """The place of the cue; raises :class:`BrokenMarkError` where there is none or more than one."""
    found = the_only(parts, "cue", where)
    if found is None:
        raise BrokenMarkError(f"{where} has no cue: mark the words that bind as CUE and draw a relation to them")
    return found


def the_only(parts: Mapping[str, Sequence[Mark]], role: str, where: str) -> Span | None:
    """The place of the words in a role, if there are any; raises :class:`BrokenMarkError` where there are several."""
    spans = {mark.span for mark in parts.get(role, ())}
    if len(spans) > 1:
        raise BrokenMarkError(f"{where} is related to {len(spans)} spans as {role}: keep one")
    return spans.pop() if spans else None


def properties(document: GoldDocument) -> dict[str, Any]:
    """What a tool has to carry along with the text: metadata and the digest of the text."""
    known = document.about
    return {
        "doc_id": known.doc_id,
        "title": known.title,
        "date": known.date or None,
        "issuer": known.issuer,
        "url": known.url or None,
        "parties": list(known.parties),
        DIGEST: digest(document.text),
    }


def read_properties(record: Mapping[str, Any]) -> tuple[About, str]:
    """Metadata and text from what :func:`properties` wrote and a tool carried along under the same keys.

    Raises :class:`BrokenMarkError` where something is missing or malformed, or the text is not that of the export.
    """
    doc_id, text = take(record, "doc_id", str), take(record, "text", str)
    if not doc_id or doc_id.startswith(".") or any(c in doc_id for c in "/\\\0"):
        raise BrokenMarkError(f"doc_id {doc_id!r} is no name of a document: give it as it was exported")
    expected = optional(record, DIGEST, str)
    try:
        changed = bool(expected) and digest(text) != expected
    except UnicodeEncodeError as error:
        raise BrokenMarkError("its text holds half a character (a lone surrogate): export the text anew") from error
    if changed:
        raise BrokenMarkError("its text is not that which was exported: annotate the exported text unchanged")
    day = optional(record, "date", str)
    if day and not _is_day(day):
        raise BrokenMarkError(f"its date {day!r} is no date: write it as YYYY-MM-DD")
    known = About(
        doc_id=doc_id,
        issuer=optional(record, "issuer", str),
        title=optional(record, "title", str),
        date=day,
        url=optional(record, "url", str),
        parties=strings(optional(record, "parties", list), "parties"),
    )
    return known, text


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def digest(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def take(record: Any, key: str, kind: type) -> Any:
    """``record[key]``, which must be of type ``kind``; raises :class:`BrokenMarkError`."""
    value = record.get(key) if isinstance(record, Mapping) else None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise BrokenMarkError(f"{key!r} is missing or malformed: export it from the tool again")
    return value


def optional(record: Mapping[str, Any], key: str, kind: type) -> Any:
    """``record[key]`` of type ``kind``, or the empty value of that type where it is missing or null."""
    return kind() if record.get(key) is None else take(record, key, kind)


def strings(values: Any, what: str) -> tuple[str, ...]:
    """A list of words as a tuple; raises :class:`BrokenMarkError` where it is none."""
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise BrokenMarkError(f"{what!r} is not a list of words: export it from the tool again")
    return tuple(values)


def inside(span: Span, length: int, where: str) -> Span:
    """``span`` if it is not empty and lies in a text of this length; else raises :class:`BrokenMarkError`."""
    if not 0 <= span[0] < span[1] <= length:
        raise BrokenMarkError(
            f"{where} goes from {span[0]} to {span[1]}, outside a text of {length} characters: mark it again"
        )
    return span
