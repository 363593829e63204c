"""What the taggers leave on a span: ``span._.communique``, for entities, sentences and the actions of commitments.

It is kept in the document's user data as plain values, so that a ``Doc`` can be stored and sent between processes.
"""

from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Any

from spacy.tokens import Span

from pipeline.language.extensions import ATTRIBUTE
from pipeline.records import Act, Commitment


@dataclass(frozen=True, slots=True)
class SpanAnnotation:
    """What was found out about a span; spans that cover the same characters share it.

    ``name`` is the canonical name of an entity, ``acts`` what a sentence does, in the order of
    :data:`pipeline.records.ACTS`, ``commitment`` what is promised, on the spans in ``doc.spans["commitments"]``, each
    of which covers the action; its ids are empty, they are given when it becomes a row.
    """

    name: str = ""
    acts: tuple[Act, ...] = ()
    commitment: Commitment | None = None


NOTHING_FOUND = SpanAnnotation()


def annotate(span: Span, **found: Any) -> None:
    """Add to what is known of a span, by the fields of :class:`SpanAnnotation`; the other fields stay."""
    _set_annotation(span, replace(annotation_of(span), **found))


def _key(span: Span) -> tuple[str, str, int, int]:
    """Where spaCy keeps the value of a span's attribute; it copies and joins what lies under such keys."""
    return "._.", ATTRIBUTE, span.start_char, span.end_char


def annotation_of(span: Span) -> SpanAnnotation:
    """What ``span._.communique`` gives: the annotation made anew from plain values, empty where nothing is known."""
    kept: dict[Any, Any] = span.doc.user_data
    values: dict[str, Any] | None = kept.get(_key(span))
    if values is None:
        return NOTHING_FOUND
    return SpanAnnotation(values["name"], tuple(values["acts"]), _restored(values["commitment"]))


def _set_annotation(span: Span, annotation: SpanAnnotation) -> None:
    """Keep an annotation as values that msgpack knows: lists, numbers, words."""
    kept: dict[Any, Any] = span.doc.user_data
    kept[_key(span)] = {
        "name": annotation.name,
        "acts": list(annotation.acts),
        "commitment": _plain(annotation.commitment) if annotation.commitment else None,
    }


def _plain(commitment: Commitment) -> list[Any]:
    values = (list(v) if isinstance(v, tuple) else v for v in astuple(commitment))
    return [v.isoformat() if isinstance(v, date) else v for v in values]


def _restored(values: list[Any] | None) -> Commitment | None:
    if values is None:
        return None
    restored: list[Any] = [tuple(v) if isinstance(v, list) else v for v in values]
    commitment = Commitment(*restored)
    day: Any = commitment.deadline_date
    return replace(commitment, deadline_date=date.fromisoformat(day)) if day else commitment


Span.set_extension(ATTRIBUTE, getter=annotation_of, setter=_set_annotation)
