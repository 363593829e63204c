"""Keeping the words of the texts that were learned from out of the stored model."""

from collections.abc import Iterable
from pathlib import Path

import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.strings import hash_string  # type: ignore[attr-defined]

from pipeline.training.language.treebank import TreebankDocument


def prune_strings(nlp: Language, model: Path, documents: Iterable[TreebankDocument]) -> None:
    """Reduce the string table of the stored ``model`` to what it needs.

    That are spaCy's own strings, labels, the words and lemmas of ``documents``, and the words that have a vector; other
    words that passed through while training are looked up by nothing.
    """
    needed = set(spacy.blank("en").vocab.strings)
    needed |= {label for _, pipe in nlp.pipeline for label in getattr(pipe, "labels", ())}
    for document in documents:
        for tree in document.trees:
            needed.update(word.lower() for word in (*tree.words, *tree.lemmas))
    rows = set(nlp.vocab.vectors.key2row)
    file = model / "vocab" / "strings.json"
    strings = srsly.read_json(file)
    srsly.write_json(file, [s for s in strings if s in needed or hash_string(s) in rows or not s.isalpha()])
