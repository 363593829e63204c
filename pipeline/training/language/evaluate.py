"""Measuring a language model end to end from raw text, as the CoNLL 2018 shared task does.

``python -m pipeline.training.language.evaluate --treebanks DIR`` reads the raw text of the test treebanks with the
model's own tokens and sentences and prints F1 figures in per cent. LAS counts punctuation and label subtypes (Zeman et
al. 2018, "CoNLL 2018 shared task"). The press sentences of the tests folder are read as gold tokens: heads and labels
without punctuation.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from pipeline.language.load import load_language
from pipeline.settings import Settings
from pipeline.training.language.treebank import Tree, TreebankDocument, groups_for_measuring, read_treebank

FIGURES = ("tokens", "sentences", "upos", "xpos", "lemma", "uas", "las")


def test_sets(treebanks: Path) -> Iterator[tuple[str, list[TreebankDocument]]]:
    """The named test sets of the treebanks folder."""
    yield "EWT test", read_treebank(treebanks / "UD_English-EWT" / "test.conllu")
    yield "PUD", read_treebank(treebanks / "UD_English-PUD" / "test.conllu")
    gum = {part: read_treebank(treebanks / "UD_English-GUM-open" / f"{part}.conllu") for part in ("dev", "test")}
    spoken = {part: [d for d in documents if d.genre in ("news", "speech")] for part, documents in gum.items()}
    yield "GUM news+speech", [*spoken["test"], *spoken["dev"]]
    yield "GUM news+speech, test documents only", spoken["test"]
    yield "GUM-open test", gum["test"]


def measure(nlp: Language, documents: Iterable[TreebankDocument]) -> dict[str, float]:
    """F1 in per cent of the figures in :data:`FIGURES`, over raw text in runs of neighbouring sentences."""
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    runs = [group for document in documents for group in groups_for_measuring(document)]
    for trees, doc in zip(runs, nlp.pipe(map(_raw_text, runs)), strict=True):
        wanted, wanted_sentences = _gold(trees)
        found = {_span(t): t for t in doc if not t.is_space}
        found_sentences = set(_sentences(doc))
        gold.update({"tokens": len(wanted), "sentences": len(wanted_sentences)})
        ours.update({"tokens": len(found), "sentences": len(found_sentences)})
        right.update(_right_tokens(found, wanted))
        right["sentences"] += len(found_sentences & wanted_sentences)
    return {name: 200 * right[name] / (ours[_base(name)] + gold[_base(name)]) for name in FIGURES}


def press_accuracy(nlp: Language, documents: Iterable[TreebankDocument]) -> float:
    """Share, in per cent, of the words that are not punctuation whose head and label are right, on gold tokens."""
    right = words = 0
    for document in documents:
        for tree in document.trees:
            doc = Doc(nlp.vocab, words=list(tree.words), spaces=list(tree.spaces))
            doc[0].is_sent_start = True
            for token in doc[1:]:
                token.is_sent_start = False
            for token in nlp(doc):
                if tree.pos[token.i] != "PUNCT":
                    words += 1
                    right += token.head.i == tree.heads[token.i] and _label(token) == tree.deps[token.i]
    return 100 * right / words


def _base(name: str) -> str:
    return "sentences" if name == "sentences" else "tokens"


def _raw_text(trees: Sequence[Tree]) -> str:
    return "".join(w + " " * s for t in trees for w, s in zip(t.words, t.spaces, strict=True))


Span = tuple[int, int]
Wanted = tuple[str, str, str, Span, str]
"""What the treebank says of a word: tag, part of speech, lemma, the span of its head, label."""


def _gold(trees: Sequence[Tree]) -> tuple[dict[Span, Wanted], set[Span]]:
    wanted: dict[Span, Wanted] = {}
    sentences = set()
    offset = 0
    for tree in trees:
        spans = []
        for word, space in zip(tree.words, tree.spaces, strict=True):
            spans.append((offset, offset + len(word)))
            offset += len(word) + space
        for i, span in enumerate(spans):
            wanted[span] = (tree.tags[i], tree.pos[i], tree.lemmas[i], spans[tree.heads[i]], tree.deps[i])
        sentences.add((spans[0][0], spans[-1][1]))
    return wanted, sentences


def _right_tokens(found: dict[Span, Token], wanted: dict[Span, Wanted]) -> Iterator[str]:
    for span in found.keys() & wanted.keys():
        token = found[span]
        tag, pos, lemma, head, dep = wanted[span]
        yield "tokens"
        yield from ["xpos"] * (token.tag_ == tag)
        yield from ["upos"] * (token.pos_ == pos)
        yield from ["lemma"] * (token.lemma_.lower() == lemma.lower())
        if _span(token.head) == head:
            yield "uas"
            yield from ["las"] * (_label(token) == dep)


def _label(token: Token) -> str:
    return token.dep_ if token.dep_ != "root" else "ROOT"


def _span(token: Token) -> Span:
    return token.idx, token.idx + len(token)


def _sentences(doc: Doc) -> Iterator[Span]:
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if words:
            yield words[0].idx, _span(words[-1])[1]


def main() -> None:
    """Print the table of figures."""
    parser = argparse.ArgumentParser(description="Measure a language model on treebanks.")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with UD_English-EWT, -GUM-open, -PUD")
    parser.add_argument("--model", default=Settings().language_model, help="folder or name of a spaCy pipeline")
    parser.add_argument("--press", type=Path, help="CoNLL-U file of hand-checked press sentences")
    arguments = parser.parse_args()
    nlp = load_language(arguments.model)
    print(f"{'test set':38s}" + "".join(f"{name:>10s}" for name in FIGURES))
    for name, documents in test_sets(arguments.treebanks):
        figures = measure(nlp, documents)
        print(f"{name:38s}" + "".join(f"{figures[f]:10.2f}" for f in FIGURES))
    if arguments.press:
        accuracy = press_accuracy(nlp, read_treebank(arguments.press))
        print(f"press sentences, heads and labels without punctuation: {accuracy:.1f}")


if __name__ == "__main__":
    main()
