"""What the taggers leave on a spaCy ``Doc`` before it becomes rows of the tables."""

from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Any

from spacy.tokens import Span

from pipeline.language import extensions
from pipeline.records import Kind, Strength


@dataclass(frozen=True, slots=True)
class Finding:
    """A commitment on a ``Doc``: ``span._.commitment`` of the spans in ``doc.spans["commitments"]``, each of which
    covers the action.

    ``cue_start`` and ``cue_end`` are character offsets into ``doc.text``; the other fields are those of
    :class:`pipeline.records.Commitment`.
    """

    cue_start: int
    cue_end: int
    actors: tuple[str, ...]
    actor_text: str
    towards: tuple[str, ...]
    kind: Kind
    strength: Strength
    negated: bool
    conditional: bool
    deadline: str
    deadline_date: date | None
    amount: str
    amount_value: float | None
    amount_currency: str
    confidence: float
    reason: str


def _finding(span: Span) -> Finding | None:
    """The finding of an action span, made anew from its plain values; None for other spans."""
    values: list[Any] | None = span._.commitment_values
    if values is None:
        return None
    restored: list[Any] = [tuple(v) if isinstance(v, list) else v for v in values]
    finding = Finding(*restored)
    day: Any = finding.deadline_date
    return replace(finding, deadline_date=date.fromisoformat(day)) if day else finding


def _set_finding(span: Span, finding: Finding) -> None:
    """Keep a finding as values that msgpack knows: lists, numbers, words."""
    plain = (list(v) if isinstance(v, tuple) else v for v in astuple(finding))
    span._.commitment_values = [v.isoformat() if isinstance(v, date) else v for v in plain]


extensions.register()
Span.set_extension("commitment", getter=_finding, setter=_set_finding, force=True)
