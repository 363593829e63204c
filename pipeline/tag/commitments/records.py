"""What the taggers leave on a spaCy ``Doc`` before it becomes rows of the tables."""

from dataclasses import dataclass
from datetime import date

from pipeline.records import Kind, Strength


@dataclass(frozen=True, slots=True)
class Finding:
    """A commitment on a ``Doc``: ``span._.communique.commitment`` of the spans in ``doc.spans["commitments"]``, each of
    which covers the action.

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
