"""The component ``communique_commitments``: who binds itself to what, on the ``Doc``.

``doc.spans["commitments"]`` holds the action spans in text order, each with ``span._.communique.commitment``, a
:class:`pipeline.records.Commitment`. Works in any pipeline with a parser; what a caller tells about the
document in ``doc._.communique`` helps.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from statistics import fmean

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge import Knowledge
from pipeline.language.encoder.meaning import meaning_of
from pipeline.language.extensions import context_of
from pipeline.language.shared import knowledge_of
from pipeline.records import Commitment
from pipeline.tag import judge
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.annotations import annotate
from pipeline.tag.commitments import amounts, deadlines, pledges, towards
from pipeline.tag.commitments.candidates import Candidate, find_candidates
from pipeline.tag.commitments.circumstances import ItemCircumstances
from pipeline.tag.commitments.limits import read_wordings
from pipeline.tag.commitments.outright import LEAST, OPEN, binds_outright, decides_alone
from pipeline.tag.commitments.overlaps import apart
from pipeline.tag.commitments.scope import Scope, read_scope
from pipeline.tag.judge import LinearModel
from pipeline.tag.wording import ground

FACTORY = "communique_commitments"
SPANS = "commitments"
UNRESOLVED = 0.6
"""Factor on the confidence of a commitment whose actor cannot be told, or only guessed."""
AGENTLESS = 0.8
"""Factor on the confidence of what will be done by nobody who is named: the speaker is taken for its actor."""
CONDITIONAL = 0.8
"""Factor on the confidence of a commitment that hangs on a condition."""


@Language.factory(
    FACTORY,
    assigns=["doc.spans"],
    requires=["token.dep", "token.head", "token.lemma", "token.tag"],
    default_config={"knowledge": None},
)
def make_commitments(nlp: Language, name: str, knowledge: str | None) -> "CommitmentFinder":
    """The component for a pipeline; ``knowledge`` is a folder of one's own files."""
    return CommitmentFinder(knowledge_of(nlp, knowledge))


class CommitmentFinder:
    """Finds commitments with the rules, and keeps those that the judge accepts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def model(self, doc: Doc) -> LinearModel:
        """The judge of a document: of one that the encoder has read, or of others."""
        return self.plain if meaning_of(doc) is None else self.reading

    @cached_property
    def reading(self) -> LinearModel:
        """The judge of documents that the encoder has read, from its file when it is first asked."""
        return judge.load("commitments")["commitment"]

    @cached_property
    def plain(self) -> LinearModel:
        """The judge of other documents."""
        return judge.load("commitments", judge.PLAIN)["commitment"]

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.spans["commitments"]``."""
        spans = []
        scope = self.knowledge.get(read_scope)
        model = self.model(doc)
        found = accepted(self.candidates(doc), model, scope)
        modals = sorted(candidate.cue.start for candidate, _ in found if candidate.cue.root.tag_ == "MD")
        for candidate, probability in found:
            span = Span(doc, candidate.action.start, candidate.action.end, label="COMMITMENT")
            own = own_part(candidate.action, modals)
            annotate(span, commitment=commitment(candidate, probability, own, model, self.knowledge))
            spans.append(span)
        doc.spans[SPANS] = sorted(spans, key=lambda s: (s.start, s.end))
        return doc

    def candidates(self, doc: Doc) -> list[Candidate]:
        """The candidates of a parsed document, those included that a rule refuses."""
        return find_candidates(doc, ActorMemory(doc, self.knowledge), self.knowledge)


def accepted(candidates: list[Candidate], model: LinearModel, scope: Scope) -> list[tuple[Candidate, float]]:
    """Candidates that no rule refuses and that bind outright or by the judge's mind, with their probability.

    Actions that one cue governs stand or fall together: what binds the first of them binds the others, so that the
    judge is asked about their mean.
    """
    by_cue: dict[int, list[tuple[Candidate, float]]] = defaultdict(list)
    for candidate in candidates:
        if not candidate.refused:
            by_cue[candidate.cue.start].append((candidate, _probability(candidate, model, scope)))
    binding = [
        pair
        for pairs in by_cue.values()
        if model.accepts(fmean(p for _, p in pairs)) or any(_lifted(c, p) for c, p in pairs)
        for pair in pairs
    ]
    return apart([(c, max(p, LEAST) if _lifted(c, p) else p) for c, p in binding], scope)


def _lifted(candidate: Candidate, probability: float) -> bool:
    is_item = isinstance(candidate.circumstances, ItemCircumstances)
    if decides_alone(candidate.circumstances):
        return True
    return (is_item or probability >= OPEN) and binds_outright(candidate.circumstances)


def _probability(candidate: Candidate, model: LinearModel, scope: Scope) -> float:
    """What the judge says; of a plain pledge of a sum no less than sure."""
    probability = model.probability(candidate.features)
    plain = pledges.is_plain(candidate.circumstances, candidate.cue, candidate.head, scope)
    return max(probability, pledges.SURE) if plain else probability


def own_part(action: Span, modals: Sequence[int]) -> Span:
    """An action up to the first of ``modals`` inside it, which binds anew: "a port, for which Norway *will* pay".

    ``modals`` are indices of tokens, ascending.
    """
    at = bisect_right(modals, action.start)
    end = modals[at] if at < len(modals) and modals[at] < action.end else action.end
    return Span(action.doc, action.start, end)


def commitment(
    candidate: Candidate, probability: float, own: Span, model: LinearModel, knowledge: Knowledge
) -> Commitment:
    """The record of an accepted candidate; ``own`` is the part of its action whose deadline and amount are its own."""
    actor, cue, action = candidate.actor, candidate.cue, candidate.action
    deadline = deadlines.find_deadline(own, context_of(own.doc).date, knowledge.get(read_wordings))
    amount = amounts.find_amount(own, actor.codes, knowledge)
    confidence = probability
    if not actor.codes or not actor.certain:
        confidence *= UNRESOLVED
    if candidate.mention.source == "patient":
        confidence *= AGENTLESS
    if candidate.conditional:
        confidence *= CONDITIONAL
    return Commitment(
        commitment_id="",
        doc_id="",
        sentence_id="",
        cue=cue.text,
        cue_start=cue.start_char,
        cue_end=cue.end_char,
        action=action.text,
        action_start=action.start_char,
        action_end=action.end_char,
        actors=actor.codes,
        actor_text=actor.text,
        towards=towards.directed(action, candidate.head, actor.codes, knowledge.get(read_scope)),
        kind=candidate.kind,
        strength=candidate.strength,
        negated=candidate.negated,
        deadline=deadline.text if deadline else "",
        deadline_date=deadline.date if deadline else None,
        amount=amount.text if amount else "",
        amount_value=amount.value if amount else None,
        amount_currency=amount.currency if amount else "",
        areas=(),
        confidence=round(confidence, 3),
        sentence=action.sent.text,
        actor_start=actor.start,
        actor_end=actor.end,
        deadline_start=deadline.start if deadline else None,
        deadline_end=deadline.end if deadline else None,
        amount_start=amount.start if amount else None,
        amount_end=amount.end if amount else None,
        conditional=candidate.conditional,
        reason=reason(candidate, probability, model) + (f"; {deadline.doubt}" if deadline and deadline.doubt else ""),
    )


def reason(candidate: Candidate, probability: float, model: LinearModel) -> str:
    """Why a commitment was found: cue, frame, how the actor was named, and the judge's main grounds."""
    grounds = ", ".join(f"{name} {weight:+.1f}" for name, weight in model.grounds(candidate.features, ground))
    return f"{candidate.rule}; actor by {candidate.mention.source}; judge {probability:.2f} ({grounds})"
