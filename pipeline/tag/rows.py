"""From a tagged spaCy ``Doc`` to the records of the tables."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.language.encoder.meaning import DIGITS, Meaning, meaning_of
from pipeline.records import Analysis, Block, Commitment, Document, Entity, Sentence
from pipeline.tag.annotations import annotation_of


def analysis(document: Document, doc: Doc) -> Analysis:
    """Everything that the taggers left on ``doc``, the parse of ``document.text``."""
    sentences = tuple(_sentences(document, doc))
    locate = _Locator(sentences)
    commitments = tuple(_commitments(document, doc, locate))
    return Analysis(
        document=document,
        sentences=_with_vectors(sentences, {c.sentence_id for c in commitments}),
        entities=tuple(_entities(document, doc, locate)),
        commitments=commitments,
    )


class _Locator:
    """Finds the sentence in which an offset lies."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self.sentences = sentences
        self.starts = [s.start for s in sentences]

    def __call__(self, offset: int) -> Sentence | None:
        index = bisect_right(self.starts, offset) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]


def _sentences(document: Document, doc: Doc) -> Iterator[Sentence]:
    """Sentences with their list markers; titles, headings and stray punctuation are none."""
    text = document.text
    blocks = document.blocks or (Block("paragraph", 0, 0, len(text)),)
    starts = [b.start for b in blocks]
    meaning = meaning_of(doc)
    number = 0
    for span in doc.sents:
        start, end = _trim(text, span.start_char, span.end_char)
        if start == end:
            continue
        block = blocks[max(bisect_right(starts, start) - 1, 0)]
        is_marker = end <= block.body
        if (
            is_marker
            or block.kind == "title"
            or block.kind == "heading"
            or not any(ch.isalnum() for ch in text[start:end])
        ):
            continue
        if start == block.body:
            start = block.start
        number += 1
        yield Sentence(
            doc_id=document.doc_id,
            sentence_id=f"{document.doc_id}:{number}",
            start=start,
            end=end,
            text=text[start:end],
            acts=tuple(annotation_of(span).acts),
            areas=(),
            area_scores=(),
            uncertain=False,
            block=block.kind,
            reading=_reading(meaning, span),
            vector=_vector(meaning, span),
        )


def _with_vectors(sentences: tuple[Sentence, ...], binding: set[str]) -> tuple[Sentence, ...]:
    """The sentences, with vectors for those that bind alone: only these are compared with those of other documents."""
    return tuple(s if s.sentence_id in binding else replace(s, vector=b"") for s in sentences)


def _reading(meaning: Meaning | None, sentence: Span) -> tuple[float, ...]:
    if meaning is None:
        return ()
    return tuple(round(float(score), DIGITS) for score in meaning.areas[meaning.sentence(sentence.start)])


def _vector(meaning: Meaning | None, sentence: Span) -> bytes:
    return b"" if meaning is None else meaning.vectors[meaning.sentence(sentence.start)].tobytes()


def _entities(document: Document, doc: Doc, locate: _Locator) -> Iterator[Entity]:
    for ent in doc.ents:
        sentence = locate(ent.start_char)
        if sentence is None:
            continue
        yield Entity(
            doc_id=document.doc_id,
            sentence_id=sentence.sentence_id,
            start=ent.start_char,
            end=ent.end_char,
            text=ent.text,
            label=ent.label_,
            entity_id=ent.kb_id_,
            name=annotation_of(ent).name or ent.text,
        )


def _commitments(document: Document, doc: Doc, locate: _Locator) -> Iterator[Commitment]:
    count: dict[str, int] = {}
    spans: list[Span] = list(doc.spans.get("commitments", []))
    for span in sorted(spans, key=lambda s: (s.start_char, s.end_char)):
        found = annotation_of(span).commitment
        sentence = locate(span.start_char)
        if found is None or sentence is None:
            continue
        k = count[sentence.sentence_id] = count.get(sentence.sentence_id, 0) + 1
        yield replace(
            found,
            commitment_id=f"{sentence.sentence_id}.{k}",
            doc_id=document.doc_id,
            sentence_id=sentence.sentence_id,
            sentence=sentence.text,
        )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
