"""The component ``communique_encoder``: reads a parsed document, and leaves its :class:`Meaning` on the ``Doc``.

It stands behind whatever sets sentences or splits tokens, and before the taggers that ask it.
"""

from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.language.encoder.meaning import Meaning, compact, set_meaning
from pipeline.language.encoder.model import Encoder
from pipeline.language.encoder.pieces import Pieces
from pipeline.language.encoder.windows import windows
from pipeline.language.extensions import context_of

FACTORY = "communique_encoder"


@Language.factory(FACTORY, requires=["doc.sents"], default_config={"model": ""})
def make_encoder(nlp: Language, name: str, model: str) -> "Reader":
    """The component for a pipeline; ``model`` is the folder of an encoder."""
    return Reader(Path(model))


class Reader:
    """Reads documents with the encoder of a folder, whose network is loaded with the first of them."""

    def __init__(self, folder: Path) -> None:
        self.encoder = Encoder(folder)

    def __call__(self, doc: Doc) -> Doc:
        """Leave the scores of all sentences and tokens on the document."""
        if doc.has_annotation("SENT_START"):
            set_meaning(doc, read(doc, list(doc.sents), self.encoder))
        return doc


def read(doc: Doc, sentences: list[Span], encoder: Encoder) -> Meaning:
    """What an encoder says of ``sentences``, which follow on each other; tokens outside them get zeros."""
    split = [encoder.splitter(sentence.text) for sentence in sentences]
    title = encoder.splitter(context_of(doc).title).numbers
    answers = encoder.heads
    acts = np.zeros((len(sentences), len(answers["acts"].bias)), dtype=np.float32)
    areas = np.zeros((len(sentences), 2 * len(encoder.areas)), dtype=np.float32)
    tags = np.zeros((len(doc), len(answers["tags"].bias)), dtype=np.float32)
    vectors: list[np.ndarray] = []
    for window in windows([pieces.numbers for pieces in split], title):
        scores = encoder(window)
        until = window.first + len(window.places)
        acts[window.first : until] = scores.acts
        areas[window.first : until] = scores.areas
        vectors.append(compact(scores.pooled))
        for number, place in zip(range(window.first, until), window.places, strict=True):
            sentence = sentences[number]
            tags[sentence.start : sentence.end] = _by_token(
                sentence, split[number], scores.tags[place.start : place.stop]
            )
    starts = np.array([s.start for s in sentences], dtype=np.int64)
    return Meaning(starts, acts, areas, tags, np.vstack(vectors) if vectors else np.zeros((0, 0), dtype=np.int8))


def _by_token(sentence: Span, pieces: Pieces, tags: np.ndarray) -> np.ndarray:
    """Scores of the sentence's tokens: the mean of the word pieces that share a character with each."""
    scores = np.zeros((len(sentence), tags.shape[1]), dtype=np.float32)
    counts = np.zeros(len(sentence), dtype=np.float32)
    token = 0
    for (begin, end), row in zip(pieces.places, tags, strict=False):  # what is beyond the window has no scores
        while token + 1 < len(sentence) and _end(sentence, token) <= begin:
            token += 1
        at = token
        while at < len(sentence) and sentence[at].idx - sentence.start_char < end:
            scores[at] += row
            counts[at] += 1
            at += 1
    return scores / np.maximum(counts, 1)[:, None]


def _end(sentence: Span, token: int) -> int:
    return sentence[token].idx + len(sentence[token]) - sentence.start_char
