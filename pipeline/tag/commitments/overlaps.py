"""Commitments of one sentence do not overlap: what lies inside another action belongs to it, or ends it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span

from pipeline.language import syntax
from pipeline.tag.commitments.candidates import Candidate
from pipeline.tag.commitments.extents import trimmed
from pipeline.tag.commitments.scope import Scope

Judged = tuple[Candidate, float]
"""A candidate with its probability."""


def apart(binding: Sequence[Judged], scope: Scope) -> list[Judged]:
    """The candidates without those that say more of another; each action ends where the next statement begins."""
    kept = [(c, p) for c, p in binding if not any(_is_part(c, outer, scope) for outer, _ in binding)]
    verbs = sorted({c.cue.start for c, _ in kept if not c.cue.root.tag_.startswith(("NN", "JJ"))})
    return [(_up_to_next(c, verbs), p) for c, p in kept]


def _is_part(candidate: Candidate, outer: Candidate, scope: Scope) -> bool:
    """Whether a noun or a bare verb only says more of another action: "will work towards the *goal* of ...", "will
    study and *launch* a line". Not of one that is talk: "will discuss their *commitment* to ...".
    """
    cue = candidate.cue.root
    inside = (
        outer.action.start < candidate.action.start
        and outer.action.start <= cue.i < outer.action.end
        and candidate.action.end <= outer.action.end
    )
    if not inside or outer.head.lemma_ in scope.words("calendar"):
        return False
    return cue.tag_.startswith("NN") or (cue.tag_ == "VB" and not syntax.own_subjects(cue))


def _up_to_next(candidate: Candidate, cues: Sequence[int]) -> Candidate:
    """A candidate whose action ends before a clause inside it that makes a commitment of its own: "attack the gangs,
    whom we will pursue". ``cues`` are indices of verbs and modals that bind, ascending.
    """
    action, head = candidate.action, candidate.head
    at = bisect_right(cues, head.i)
    if at == len(cues) or cues[at] >= action.end:
        return candidate
    clause = syntax.governing_clause(syntax.governing_verb(action.doc[cues[at]]))
    start = clause.left_edge.i
    if not syntax.own_subjects(clause) or start <= head.i or start > cues[at]:
        return candidate
    end = trimmed(action.doc, action.start, start)
    return replace(candidate, action=Span(action.doc, action.start, end)) if end > head.i else candidate
