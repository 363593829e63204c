"""Every line of the file of cues does to the event of its example what it says, and nothing to its counter-example."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.knowledge import Knowledge
from pipeline.language.encoder.component import FACTORY as ENCODER
from pipeline.tag.factuality.cues import EVENT, Category, Cue, Cues, read_cues
from pipeline.tag.factuality.events import event_of
from pipeline.tag.factuality.reading import Factuality, read_factuality

NEGATING: frozenset[Category] = frozenset({"negation", "refusal"})


def parsed(text: str, nlp: Language) -> Doc:
    """The text as factuality reads it: parsed, with its entities, before the encoder and what asks it."""
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        if name == ENCODER:
            break
        doc = component(doc)
    return doc


def read(sentence: str, nlp: Language, cues: Cues) -> Factuality:
    """The factuality of the event in braces."""
    found = EVENT.search(sentence)
    assert found is not None
    doc = parsed(sentence.replace("{", "").replace("}", ""), nlp)
    verb = next(t for t in doc if t.idx == found.start())
    return read_factuality(event_of(verb), cues.matches(verb.sent))


def says(cue: Cue, seen: Factuality) -> bool:
    """Whether an event is what the category of a cue makes of it."""
    if cue.category in NEGATING:
        return seen.polarity == "negative"
    if cue.category in {"litotes", "pseudo"}:
        return seen.polarity == "positive"
    if cue.category == "condition":
        return seen.conditional
    return seen.certainty == {"saying": "denial", "source": "hearsay"}.get(cue.category, cue.category)


def failing(nlp: Language) -> Iterator[str]:
    """A line for each cue whose example or counter-example is read otherwise."""
    cues = read_cues(Knowledge())
    for cue in cues.lines():
        seen = read(cue.example, nlp, cues)
        if not says(cue, seen):
            yield f"line {cue.line}: {' '.join(cue.words)} ({cue.category}) does nothing: {cue.example} {seen}"
        other = read(cue.counter_example, nlp, cues)
        if cue.category != "pseudo" and says(cue, other):
            yield f"line {cue.line}: {' '.join(cue.words)} ({cue.category}) reaches: {cue.counter_example} {other}"


def test_each_cue_speaks_of_the_event_of_its_example_alone(nlp: Language) -> None:
    assert list(failing(nlp)) == []
