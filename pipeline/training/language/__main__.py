"""Rebuilding the shipped language model from the data folders.

``python -m pipeline.training.language --treebanks DIR --press DIR --output DIR`` trains in two rounds: two parsers on
treebanks; then the first of them goes on, on trees, on press sentences that both read alike, and on names. Data are
assembled with fixed seeds and in the order of their paths, so that the weights come out the same up to floating point.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from pipeline.gold.files import read_gold
from pipeline.knowledge import Knowledge
from pipeline.language.load import load_language
from pipeline.tag.entities.component import EntityTagger
from pipeline.training.language.agreement import agreed, press_lines
from pipeline.training.language.augmentation import break_paragraphs, capitalise_family_names
from pipeline.training.language.lemmas import add_lemmatizer
from pipeline.training.language.names import gold_names, gum_names, universal_ner, with_names, without_names
from pipeline.training.language.strings import prune_strings
from pipeline.training.language.treebank import (
    Tree,
    TreebankDocument,
    groups_for_measuring,
    groups_for_training,
    read_treebank,
    to_doc,
)
from pipeline.training.language.vectors import press_texts, train_vectors

FOLDER = Path(__file__).parent
SEED = 0
WIDTHS = (192, 128)
"""Widths of the parser that ships and of the one that must agree with it."""

PRESS_LINES = 18_000
"""Lines of press text that are read for sentences to agree on."""

GOLD_COUNTS = 3
"""How often a gold sentence is learned from in each round through the data: its labels are the ones wanted."""

OPEN_GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"})
"""GUM genres whose texts are under CC BY, CC BY-SA or in the public domain."""


@dataclass(frozen=True, slots=True)
class Data:
    """Where the data lie: folders of treebanks and press text, gold files, and files of Universal NER."""

    treebanks: Path
    press: Path
    gold: tuple[Path, ...]
    names: tuple[Path, ...]


META = {
    "name": "communique_press",
    "version": "1.0.0",
    "description": "English for diplomatic press text: tags, morphology, lemmas, Universal Dependencies, names.",
    "author": "The Communiqué authors",
    "license": "CC BY-SA 4.0",
}


def read_part(treebanks: Path, part: str) -> list[TreebankDocument]:
    """EWT and the open documents of GUM; ``part`` is "train" or "dev"."""
    gum = read_treebank(treebanks / "UD_English-GUM-open" / f"{part}.conllu")
    ewt = read_treebank(treebanks / "UD_English-EWT" / f"{part}.conllu")
    return [*ewt, *(d for d in gum if d.genre in OPEN_GENRES)]


def trees_of(documents: Sequence[TreebankDocument]) -> Iterator[tuple[TreebankDocument, list[Tree]]]:
    """Groups of sentences with their documents, made to look like press text."""
    names, groups, breaks = (random.Random(f"{SEED} {use}") for use in ("names", "groups", "breaks"))
    for document in documents:
        trees = tuple(capitalise_family_names(tree, names) for tree in document.trees)
        for group in groups_for_training(replace(document, trees=trees), groups):
            yield document, break_paragraphs(group, breaks)


def train_parser(work: Path, steps: int, width: int) -> Path:
    """First round: a parser of the given width on the treebanks; returns the folder of its best state."""
    folder = work / f"parser-{width}"
    overrides = {**_paths(work), "vars.width": width, "training.max_steps": steps}
    return _train("parser.cfg", overrides, folder)


def second_round(data: Data, work: Path, first: Path, other: Path, steps: int) -> Path:
    """Second round: the first parser learns on, from trees, agreed press sentences and names; its best state."""
    find = EntityTagger(Knowledge())
    reader = load_language(str(first))
    docs: list[Doc] = []
    for document, trees in trees_of(read_part(data.treebanks, "train")):
        doc = to_doc(reader.vocab, trees)
        if document.genre in OPEN_GENRES:
            docs.append(with_names(doc, gum_names(trees), _found(find, to_doc(reader.vocab, trees), len(doc))))
        else:
            docs.append(without_names(doc))
    texts = list(press_lines(data.press, random.Random(f"{SEED} press")))
    random.Random(f"{SEED} order").shuffle(texts)
    docs += map(find, agreed(texts[:PRESS_LINES], reader, load_language(str(other))))
    for file in data.gold:
        docs += [doc for doc in gold_names(read_gold(file), reader) for _ in range(GOLD_COUNTS)]
    for file in data.names:
        for doc, names in universal_ner(file, reader.vocab):
            docs.append(with_names(doc, names, _found(find, doc.copy(), len(doc))))
    DocBin(docs=docs).to_disk(work / "joint.spacy")
    overrides = {
        **_paths(work),
        "paths.train": str(work / "joint.spacy"),
        "paths.first": str(first),
        "training.max_steps": steps,
    }
    return _train("joint.cfg", overrides, work / "joint")


def build(data: Data, output: Path, work: Path, steps: tuple[int, int]) -> Language:
    """Train vectors, parsers, recogniser and lemmatizer; store the model in ``output`` and return it.

    ``work`` keeps what lies between, ``steps`` are the updates of the first and of the second round.
    """
    vocab = spacy.blank("en").vocab
    documents = read_part(data.treebanks, "train")
    DocBin(docs=(to_doc(vocab, trees) for _, trees in trees_of(documents))).to_disk(work / "train.spacy")
    dev = (to_doc(vocab, g) for d in read_part(data.treebanks, "dev") for g in groups_for_measuring(d))
    DocBin(docs=dev).to_disk(work / "dev.spacy")
    train_vectors(press_texts(data.press)).to_disk(work / "vectors")
    # numpy's OpenBLAS trains these small matrices two to three times faster than thinc's default, BLIS.
    set_current_ops(NumpyOps(use_blis=False))
    first, other = (train_parser(work, steps[0], width) for width in WIDTHS)
    nlp = spacy.load(second_round(data, work, first, other, steps[1]))
    add_lemmatizer(nlp, documents)
    nlp.meta.update(META)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(output)
    prune_strings(nlp, output, documents)
    return nlp


def _paths(work: Path) -> dict[str, str | int]:
    return {
        "paths.train": str(work / "train.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "paths.vectors": str(work / "vectors"),
        "system.seed": SEED,
    }


def _train(config: str, overrides: dict[str, str | int], folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    train(init_nlp(load_config(FOLDER / config, overrides=overrides)), folder)
    return folder / "model-best"


def _found(find: EntityTagger, doc: Doc, words: int) -> list[Span]:
    """What knowledge finds in ``doc``; nothing where it had to cut words apart to say so."""
    found = find(doc)
    return list(found.ents) if len(found) == words else []


def main() -> None:
    """Read the options and build."""
    parser = argparse.ArgumentParser(description="Rebuild the shipped language model.")
    parser.add_argument(
        "--treebanks", type=Path, required=True, help="folder with UD_English-EWT and UD_English-GUM-open"
    )
    parser.add_argument("--press", type=Path, required=True, help="folder of unlabelled press text")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="gold files whose names are learned")
    parser.add_argument("--names", type=Path, nargs="*", default=[], help="files of Universal NER (iob2)")
    parser.add_argument("--output", type=Path, required=True, help="folder for the model")
    parser.add_argument("--work", type=Path, help="folder to keep the steps between in")
    parser.add_argument(
        "--steps", type=int, nargs=2, default=(5000, 3000), help="updates of the first and second round"
    )
    arguments = parser.parse_args()
    data = Data(arguments.treebanks, arguments.press, tuple(arguments.gold), tuple(arguments.names))
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        build(data, arguments.output, work, tuple(arguments.steps))


if __name__ == "__main__":
    main()
