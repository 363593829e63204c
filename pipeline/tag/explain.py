"""Why a sentence holds a commitment or none: the parse, the cues, and the decision about every candidate.

Each line names what an analyst can change: the line of ``cues.csv`` that opened the candidate, the category of
``scope.csv`` that refused it, or the features that the judge weighed.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.language.shared import knowledge_in
from pipeline.records import Block
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.annotations import annotation_of
from pipeline.tag.commitments.candidates import Candidate
from pipeline.tag.commitments.component import FACTORY, CommitmentFinder
from pipeline.tag.commitments.cues import Lexicon, read_lexicon
from pipeline.tag.judge import LinearModel
from pipeline.tag.wording import ground

GROUNDS = 6
"""Grounds of the judge that are shown; what comes behind them weighs little."""


def explain(sentence: str, nlp: Language, parties: Sequence[str] = ()) -> str:
    """A report on ``sentence`` as plain text of several lines.

    ``nlp`` is a pipeline with a parser, with or without our taggers; ``parties`` are the codes that "we" or "the two
    leaders" stand for.
    """
    doc = nlp.make_doc(sentence)
    block = Block("paragraph", 0, 0, len(sentence))
    doc._.communique = DocumentContext(blocks=(block,), parties=tuple(parties))
    doc = nlp(doc)
    finder = _finder(nlp)
    parts = [_parse(doc), _acts(doc), _cues(doc, finder.knowledge.get(read_lexicon)), _decisions(doc, finder)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _parse(doc: Doc) -> str:
    rows = [("#", "word", "lemma", "tag", "relation", "head")]
    rows += [
        (str(t.i), t.text, t.lemma_, t.tag_, t.dep_, "" if t.head.i == t.i else f"{t.head.text} ({t.head.i})")
        for t in doc
        if not t.is_space
    ]
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "Parse\n" + "\n".join(lines)


def _acts(doc: Doc) -> str:
    return "Acts\n" + "\n".join(f"{', '.join(annotation_of(s).acts) or 'none'}: {s.text.strip()}" for s in doc.sents)


def _cues(doc: Doc, cues: Lexicon) -> str:
    lines = []
    for sentence in doc.sents:
        for match in cues.matches(sentence):
            cue = match.cue
            frames = f", frames {'|'.join(cue.frames)}" if cue.frames else ""
            lines.append(
                f"{match.span.text}: {cue.act}, cue {cue.text!r} ({cue.pos}{frames}), cues.csv line {cue.line}"
            )
    return "Cues\n" + ("\n".join(lines) if lines else "none: no word of this sentence is in knowledge/cues.csv")


def _finder(nlp: Language) -> CommitmentFinder:
    """The finder of the pipeline, else one with the pipeline's knowledge."""
    found = nlp.get_pipe(FACTORY) if nlp.has_pipe(FACTORY) else None
    return found if isinstance(found, CommitmentFinder) else CommitmentFinder(knowledge_in(nlp))


def _decisions(doc: Doc, finder: CommitmentFinder) -> str:
    memory = ActorMemory(doc, finder.knowledge)
    candidates = finder.candidates(doc)
    if not candidates:
        return "Commitments\nnone: no cue governs an action here (see the frames of the cues above)"
    model = finder.model(doc)
    return "Commitments\n" + "\n".join(_decision(candidate, memory, model) for candidate in candidates)


def _decision(candidate: Candidate, memory: ActorMemory, model: LinearModel) -> str:
    probability = model.probability(candidate.features)
    if candidate.refused:
        verdict = f"refused by a rule: {candidate.refused}"
    elif not model.accepts(probability):
        verdict = f"refused by the judge: {probability:.2f}, needed {model.threshold:.2f}"
    else:
        verdict = f"found: {candidate.strength}, {candidate.kind}"
        verdict += ", negated" if candidate.negated else ""
        verdict += ", conditional" if candidate.conditional else ""
        verdict += f", judge {probability:.2f}"
    mention = candidate.mention.span.text if candidate.mention.span is not None else "the speaker"
    actor = ";".join(candidate.actor.codes) or f"unresolved ({candidate.actor.text or 'no words'})"
    party = "a party" if memory.is_party(candidate.actor) else "not a party"
    grounds = ", ".join(f"{name} {weight:+.2f}" for name, weight in model.grounds(candidate.features, ground, GROUNDS))
    return "\n".join(
        [
            f"[{candidate.cue.text}] -> {candidate.action.text}",
            f"    {verdict}",
            f"    rule: {candidate.rule}",
            f"    actor: {mention} ({candidate.mention.source}) = {actor}, {party}",
            f"    judge: {grounds}",
        ]
    )
