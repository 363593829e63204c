"""The most concrete commitments: a named actor, a firm word, a date or a sum, a thing with a name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Commitment, Document
from pipeline.report.page.ledger import DOUBTFUL
from pipeline.views import chosen, counted, worded

MOST = 10
"""Commitments in the list."""
MOST_OF_ONE = 3
"""Commitments of one document among them, where there are more than three documents."""
FEW_WORDS = 4
"""Words of an action under which it says little by itself."""
MANY_WORDS = 45
"""Words of an action above which it is a list."""
NAMED_THINGS = frozenset({"LAW", "FAC", "ORG", "EVENT", "GPE", "LOC", "PERSON"})


@dataclass(frozen=True, slots=True)
class Concrete:
    """A commitment of the list. ``quotation`` is the text from its cue to the end of its action, to the letter."""

    commitment: Commitment
    document: Document
    quotation: str


def most_concrete(analyses: Sequence[Analysis], vague: Set[str]) -> tuple[Concrete, ...]:
    """The ten most concrete commitments, most concrete first; of equal ones the latest first.

    Only those count whose actor is named, whose words are strong, that are not doubtful, and that give a deadline, a
    sum or a number; the same action of the same actors stands in the list once. ``vague`` are words as of
    :func:`read_vague_verbs`.
    """
    holding = [a.document.doc_id for a in counted(analyses) if any(map(_eligible, a.commitments))]
    found = sorted(
        (-concreteness(c, a, vague), -_day(a.document), c.commitment_id, c.doc_id, n)
        for a in chosen(analyses, holding)
        for n, c in enumerate(a.commitments)
        if _eligible(c)
    )
    limit = MOST_OF_ONE if len(analyses) > MOST_OF_ONE else MOST
    ranked = (_commitment(analyses, doc_id, n) for *_, doc_id, n in found)
    return tuple(Concrete(c, document, quotation(c, document.text)) for document, c in _chosen(ranked, limit))


def _day(document: Document) -> int:
    return document.date.toordinal() if document.date else 0


def _commitment(analyses: Sequence[Analysis], doc_id: str, number: int) -> tuple[Document, Commitment]:
    (a,) = worded(analyses, [doc_id])
    return a.document, a.commitments[number]


def quotation(commitment: Commitment, text: str) -> str:
    """The text of a document from cue to end of action (whichever stands first), on one line."""
    begin = min(commitment.cue_start, commitment.action_start)
    end = max(commitment.cue_end, commitment.action_end)
    return " ".join(text[begin:end].split())


def read_vague_verbs(knowledge: Knowledge) -> Set[str]:
    """The words of ``vague_verbs.txt``."""
    return frozenset(knowledge.entries("vague_verbs.txt"))


def concreteness(commitment: Commitment, analysis: Analysis, vague: Set[str]) -> int:
    """Points: for a deadline with a date after the document's 3 (another 1), a sum of money 3 (a number 2), up to two
    things with a name 1 each, what is announced 1, what is found with confidence 1; less 2 for an action that begins
    with a vague word, of few words or of very many, 1 for a condition.
    """
    c, day = commitment, analysis.document.date
    words = c.action.lower().split()
    head = next((word for word in words if word != "to"), "")
    things = {
        e.name or e.text
        for e in analysis.entities
        if e.label in NAMED_THINGS
        and c.action_start <= e.start
        and e.end <= c.action_end
        and e.entity_id not in c.actors
    }
    return (
        (3 if c.deadline_date and (not day or c.deadline_date > day) else 1 if c.deadline else 0)
        + (3 if c.amount_currency else 2 if c.amount else 0)
        + min(len(things), 2)
        + (c.kind == "new")
        + (c.confidence >= 0.8)
        - 2 * (head in vague)
        - 2 * (not FEW_WORDS <= len(words) <= MANY_WORDS)
        - c.conditional
    )


def _eligible(commitment: Commitment) -> bool:
    return (
        bool(commitment.actors)
        and commitment.strength == "strong"
        and commitment.confidence >= DOUBTFUL
        and bool(commitment.deadline or commitment.amount)
    )


def _chosen(ranked: Iterable[tuple[Document, Commitment]], limit: int) -> Iterator[tuple[Document, Commitment]]:
    said: set[tuple[tuple[str, ...], str]] = set()
    taken: Counter[str] = Counter()
    for document, c in ranked:
        key = (c.actors, " ".join(c.action.lower().split()))
        if key in said or taken[c.doc_id] >= limit:
            continue
        said.add(key)
        taken[c.doc_id] += 1
        yield document, c
        if len(said) == MOST:
            return
