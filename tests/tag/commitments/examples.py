"""The examples of the cue lexicon, run through a pipeline: does each line find what it says it finds?"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.extensions import DocumentContext
from pipeline.tag.commitments.candidates import Candidate
from pipeline.tag.commitments.circumstances import Circumstances
from pipeline.tag.commitments.component import FACTORY, CommitmentFinder, accepted
from pipeline.tag.commitments.cues import Cue, read_cues, read_lexicon
from pipeline.tag.commitments.scope import read_scope

SPEAKERS = ("FRD", "SYL")
"""Codes that stand for the invented states of the examples."""


def failing_examples(nlp: Language) -> Iterator[str]:
    """A line for each entry of ``cues.csv`` whose example is not found or whose counter-example is.

    A commitment's example must give a candidate of its cue that no rule refuses, its counter-example must give no
    accepted commitment of its cue; the examples of other acts must contain the cue.
    """
    finder = nlp.get_pipe(FACTORY)
    assert isinstance(finder, CommitmentFinder)
    lexicon, scope = finder.knowledge.get(read_lexicon), finder.knowledge.get(read_scope)
    for cue in read_cues(finder.knowledge):
        doc = _read(cue.example, nlp)
        if cue.act == "commitment":
            if not any(not c.refused for c in finder.candidates(doc) if _is_of(cue, c)):
                yield f"cues.csv, line {cue.line}: the example of {cue.text!r} ({cue.pos}) is not found: {cue.example}"
            if cue.counter_example:
                other = _read(cue.counter_example, nlp)
                binding = accepted(finder.candidates(other), finder.model(other), scope)
                if any(_is_of(cue, candidate) for candidate, _ in binding):
                    yield f"cues.csv, line {cue.line}: the counter-example is found: {cue.counter_example}"
        elif not any(m.cue == cue for s in doc.sents for m in lexicon.matches(s)):
            yield f"cues.csv, line {cue.line}: the example of {cue.text!r} does not hold the cue: {cue.example}"


def _read(text: str, nlp: Language) -> Doc:
    doc = nlp.make_doc(text)
    doc._.communique = DocumentContext(parties=SPEAKERS)
    return nlp(doc)


def _is_of(cue: Cue, candidate: Candidate) -> bool:
    seen = candidate.circumstances
    return isinstance(seen, Circumstances) and (seen.cue.text, seen.cue.pos) == (cue.text, cue.pos)
