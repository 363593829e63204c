"""Rebuilding the shipped language model from the data folders.

``python -m pipeline.language.training --treebanks DIR --press DIR --output DIR`` takes about 30 minutes on one core.
Data are assembled with fixed seeds and in the order of their paths, so that the weights come out the same up to
floating point.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from spacy.vocab import Vocab
from thinc.api import NumpyOps, set_current_ops

from pipeline.language.training.augmentation import break_paragraphs, capitalise_family_names
from pipeline.language.training.lemmas import add_lemmatizer
from pipeline.language.training.treebank import (
    TreebankDocument,
    groups_for_measuring,
    groups_for_training,
    read_treebank,
    to_doc,
)
from pipeline.language.training.vectors import press_texts, train_vectors

FOLDER = Path(__file__).parent
SEED = 0
OPEN_GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"})
"""GUM genres whose texts are under CC BY, CC BY-SA or in the public domain."""

META = {
    "name": "communique_press",
    "version": "1.0.0",
    "description": "English for diplomatic press text: tags, morphology, lemmas, Universal Dependencies.",
    "author": "The Communiqué authors",
    "license": "CC BY-SA 4.0",
}


def read_part(treebanks: Path, part: str) -> list[TreebankDocument]:
    """EWT and the open documents of GUM; ``part`` is "train" or "dev"."""
    gum = read_treebank(treebanks / "UD_English-GUM-open" / f"{part}.conllu")
    ewt = read_treebank(treebanks / "UD_English-EWT" / f"{part}.conllu")
    return [*ewt, *(d for d in gum if d.genre in OPEN_GENRES)]


def training_docs(documents: Sequence[TreebankDocument], vocab: Vocab) -> Iterator[spacy.tokens.Doc]:
    """Groups of sentences, made to look like press text."""
    names, groups, breaks = (random.Random(f"{SEED} {use}") for use in ("names", "groups", "breaks"))
    for document in documents:
        trees = tuple(capitalise_family_names(tree, names) for tree in document.trees)
        for group in groups_for_training(replace(document, trees=trees), groups):
            yield to_doc(vocab, break_paragraphs(group, breaks))


def build(treebanks: Path, press: Path, output: Path, work: Path, steps: int) -> Language:
    """Train vectors, parser and lemmatizer; store the model in ``output`` and return it. ``work`` keeps the steps
    between.
    """
    vocab = spacy.blank("en").vocab
    documents = read_part(treebanks, "train")
    DocBin(docs=training_docs(documents, vocab)).to_disk(work / "train.spacy")
    dev = (to_doc(vocab, g) for d in read_part(treebanks, "dev") for g in groups_for_measuring(d))
    DocBin(docs=dev).to_disk(work / "dev.spacy")
    train_vectors(press_texts(press)).to_disk(work / "vectors")
    overrides = {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "system.seed": SEED,
        "training.max_steps": steps,
    }
    # numpy's OpenBLAS trains these small matrices two to three times faster than thinc's default, BLIS.
    set_current_ops(NumpyOps(use_blis=False))
    (work / "parser").mkdir(exist_ok=True)
    train(init_nlp(load_config(FOLDER / "parser.cfg", overrides=overrides)), work / "parser")
    nlp = spacy.load(work / "parser" / "model-best")
    add_lemmatizer(nlp, documents)
    nlp.meta.update(META)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(output)
    return nlp


def main() -> None:
    """Read the options and build."""
    parser = argparse.ArgumentParser(description="Rebuild the shipped language model.")
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder with UD_English-EWT and UD_English-GUM-open"
    )
    parser.add_argument("--press", type=Path, required=True, help="folder of unlabelled press text, for word vectors")
    parser.add_argument("--output", type=Path, required=True, help="folder for the model")
    parser.add_argument("--work", type=Path, help="folder to keep the steps between in")
    parser.add_argument("--steps", type=int, default=5000, help="updates of the parser")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        build(arguments.treebanks, arguments.press, arguments.output, work, arguments.steps)


if __name__ == "__main__":
    main()
