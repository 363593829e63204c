"""The examples of the cue lexicon, run through a pipeline: does each line find what it says it finds?"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.actors.resolution import ActorMemory
from pipeline.tag.commitments.candidates import Candidate, find_candidates
from pipeline.tag.commitments.component import accepted
from pipeline.tag.commitments.cues import Cue, lexicon, read_cues
from tests.shipped import KNOWLEDGE

SPEAKERS = ("FRD", "SYL")
"""Codes that stand for the invented states of the examples."""


def failing_examples(nlp: Language) -> Iterator[str]:
    """A line for each entry of ``cues.csv`` whose example is not found or whose counter-example is.

    A commitment's example must give a candidate of its cue that no rule refuses, its counter-example must give no
    accepted commitment of its cue; the examples of other acts must contain the cue.
    """
    for cue in read_cues():
        doc = _read(cue.example, nlp)
        if cue.act == "commitment":
            if not any(not c.refused for c in _of_cue(cue, doc)):
                yield f"cues.csv, line {cue.line}: the example of {cue.text!r} ({cue.pos}) is not found: {cue.example}"
            if cue.counter_example:
                other = _read(cue.counter_example, nlp)
                if any(
                    c in _of_cue(cue, other) for c, _ in accepted(find_candidates(other, ActorMemory(other, KNOWLEDGE)))
                ):
                    yield f"cues.csv, line {cue.line}: the counter-example is found: {cue.counter_example}"
        elif not any(m.cue == cue for s in doc.sents for m in lexicon().matches(s)):
            yield f"cues.csv, line {cue.line}: the example of {cue.text!r} does not hold the cue: {cue.example}"


def _read(text: str, nlp: Language) -> Doc:
    doc = nlp.make_doc(text)
    doc._.communique = DocumentContext(parties=SPEAKERS)
    return nlp(doc)


def _of_cue(cue: Cue, doc: Doc) -> list[Candidate]:
    return [c for c in find_candidates(doc, ActorMemory(doc, KNOWLEDGE)) if f"cue={cue.text}/{cue.pos}" in c.features]
