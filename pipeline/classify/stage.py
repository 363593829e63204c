"""The third stage: policy areas for the sentences and commitments of analysed documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from pipeline.classify.decision import Verdict
from pipeline.classify.features import Passage
from pipeline.classify.model import AreaModel
from pipeline.records import Analysis, Sentence

AT_ONCE = 64
"""Documents that are worked on together: large enough for the arrays to pay, small enough for the memory."""


def classify(analyses: Iterable[Analysis], model: AreaModel) -> Iterator[Analysis]:
    """The analyses with the policy areas of their sentences and commitments filled in, in the same order.

    A sentence is read with the ones before and behind it and the title of the document. A commitment gets the areas of
    its own action, read with its sentence around it; they may differ from the sentence's.
    """
    remaining = iter(analyses)
    while chunk := list(islice(remaining, AT_ONCE)):
        passages = [p for analysis in chunk for p in (*sentence_passages(analysis), *commitment_passages(analysis))]
        verdicts = iter(model.verdicts(passages))
        for analysis in chunk:
            sentences = [_with_areas(s, next(verdicts), model.areas) for s in analysis.sentences]
            commitments = [
                replace(c, areas=tuple(model.areas[a] for a in next(verdicts).areas)) for c in analysis.commitments
            ]
            yield replace(analysis, sentences=tuple(sentences), commitments=tuple(commitments))


def sentence_passages(analysis: Analysis) -> list[Passage]:
    """Each sentence with what stands around it."""
    texts = ["", *(sentence.text for sentence in analysis.sentences), ""]
    title = analysis.document.title
    return [
        Passage(sentence.text, before, behind, title, sentence.reading)
        for sentence, before, behind in zip(analysis.sentences, texts, texts[2:], strict=False)
    ]


def commitment_passages(analysis: Analysis) -> list[Passage]:
    """Each commitment's action, with its sentence as what stands before it."""
    around = {
        s.sentence_id: passage for s, passage in zip(analysis.sentences, sentence_passages(analysis), strict=True)
    }
    return [
        replace(around[c.sentence_id], text=c.action, previous=c.sentence)
        if c.sentence_id in around
        else Passage(c.action, previous=c.sentence, title=analysis.document.title)
        for c in analysis.commitments
    ]


def _with_areas(sentence: Sentence, verdict: Verdict, keys: tuple[str, ...]) -> Sentence:
    return replace(
        sentence,
        areas=tuple(keys[a] for a in verdict.areas),
        area_scores=verdict.scores,
        uncertain=verdict.uncertain,
    )
