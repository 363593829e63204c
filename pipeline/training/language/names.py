"""Names to learn from: what annotators marked, and around it what the knowledge of the package finds.

No open corpus marks our ten labels. So the recogniser learns from the gold sentences, which do; from press sentences
whose names the package's own knowledge marks; and from corpora with coarser labels, where people, organisations and
events are taken over from the annotators and everything else from knowledge (in the manner of weak supervision, Lison
et al. 2021, "skweak"). What neither decides is left out of the learning.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.gold.documents import GoldDocument
from pipeline.knowledge import Knowledge
from pipeline.names.people import read_titles
from pipeline.training.language.treebank import Tree

Mention = tuple[int, int, str]
"""First word, word behind the last one, label; counted in the words of a document."""

TAKEN_OVER = {
    "person": "PERSON",
    "organization": "ORG",
    "event": "EVENT",
    "place": "",
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "",
}
"""Labels of GUM and of Universal NER; a place may be GPE, LOC or FAC, which knowledge must say."""

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_INSIDE = frozenset({"of", "for", "the", "and", "&", "-", "on"})
_BRACKET = re.compile(r"\((\d+)-(\w+)-[^()]*(\))?|(\d+)\)")


def with_names(doc: Doc, annotated: Sequence[Mention], found: Iterable[Span]) -> Doc:
    """``doc`` with ``annotated`` names, and those ``found`` by knowledge that do not overlap them.

    An annotated name without a label that knowledge does not know either is marked as undecided.
    """
    known = {(span.start, span.end): span.label_ for span in found}
    names: list[Span] = []
    undecided: list[Span] = []
    taken: set[int] = set()
    for start, end, given in annotated:
        label = given or known.get((start, end), "")
        (names if label else undecided).append(Span(doc, start, end, label=label))
        taken.update(range(start, end))
    for (start, end), label in known.items():
        if taken.isdisjoint(range(start, end)):
            names.append(Span(doc, start, end, label=label))
            taken.update(range(start, end))
    doc.set_ents(names, missing=undecided)
    return doc


def without_names(doc: Doc) -> Doc:
    """``doc`` as one of which nobody knows the names."""
    doc.set_ents([], missing=[doc[:]])
    return doc


def gum_names(trees: Sequence[Tree]) -> list[Mention]:
    """Names among the mentions that GUM marks in the column MISC: those whose last proper noun heads the mention."""
    names = []
    offset = 0
    for tree in trees:
        for start, end, kind in _gum_mentions(tree):
            if kind in TAKEN_OVER and (name := _name_in(tree, start, end, kind)):
                names.append((offset + name[0], offset + name[1], TAKEN_OVER[kind]))
        offset += len(tree.words)
    return _apart(names)


def universal_ner(path: Path, vocab: Vocab) -> Iterator[tuple[Doc, list[Mention]]]:
    """Sentences of a Universal NER file with the names marked in them."""
    words: list[str] = []
    labels: list[str] = []
    text = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# text"):
            text = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            words.append(cells[1])
            labels.append(cells[2])
        elif not line and words:
            yield Doc(vocab, words=words, spaces=_spaces(words, text)), _spans_of(labels)
            words, labels = [], []


def gold_names(documents: Iterable[GoldDocument], nlp: Language) -> Iterator[Doc]:
    """The sentences of gold documents with their names; names that cut a token in two are passed over."""
    for document in documents:
        for sentence in document.sentences:
            start, end = sentence.span
            doc = nlp.make_doc(document.text[start:end])
            spans = [doc.char_span(e.span[0] - start, e.span[1] - start, label=e.label) for e in sentence.entities]
            doc.set_ents([span for span in spans if span is not None])
            yield doc


def _gum_mentions(tree: Tree) -> Iterator[Mention]:
    open_mentions: list[tuple[str, str, int]] = []
    for i, misc in enumerate(tree.misc):
        entity = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for opened, kind, closed, closing in _BRACKET.findall(entity):
            if opened and closed:
                yield i, i + 1, kind
            elif opened:
                open_mentions.append((opened, kind, i))
            else:
                for k in reversed(range(len(open_mentions))):
                    if open_mentions[k][0] == closing:
                        _, kind, start = open_mentions.pop(k)
                        yield start, i + 1, kind
                        break


def _name_in(tree: Tree, start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The words of the name that heads a mention, without article and titles; none where a common noun heads it."""
    head = next((i for i in range(start, end) if not start <= tree.heads[i] < end or tree.heads[i] == i), start)
    if tree.tags[head] not in _NAME_TAGS:
        return None

    def belongs(i: int) -> bool:
        return tree.tags[i] in _NAME_TAGS or (kind != "person" and tree.words[i] in _INSIDE)

    first = last = head
    while first > start and belongs(first - 1):
        first -= 1
    while last + 1 < end and belongs(last + 1):
        last += 1
    while first < head and (tree.tags[first] not in _NAME_TAGS or (kind == "person" and _is_title(tree.words[first]))):
        first += 1
    while last > head and tree.tags[last] not in _NAME_TAGS:
        last -= 1
    return None if kind == "person" and _is_title(tree.words[first]) else (first, last + 1)


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word.rstrip(".") for title in Knowledge().get(read_titles) for word in title.split())


def _is_title(word: str) -> bool:
    return word.rstrip(".") in _title_words()


def _apart(names: list[Mention]) -> list[Mention]:
    """The longest of the names that overlap."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for name in sorted(set(names), key=lambda n: (n[0] - n[1], n)):
        if taken.isdisjoint(range(name[0], name[1])):
            kept.append(name)
            taken.update(range(name[0], name[1]))
    return sorted(kept)


def _spans_of(labels: Sequence[str]) -> list[Mention]:
    spans: list[Mention] = []
    for i, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if kind not in TAKEN_OVER:
            continue
        if prefix == "I" and spans and spans[-1][1] == i and spans[-1][2] == TAKEN_OVER[kind]:
            spans[-1] = (spans[-1][0], i + 1, spans[-1][2])
        else:
            spans.append((i, i + 1, TAKEN_OVER[kind]))
    return spans


def _spaces(words: Sequence[str], text: str) -> list[bool]:
    """Whether white space stands behind each word in ``text``; the last one has some."""
    spaces = []
    position = 0
    for word in words:
        found = text.find(word, position)
        position = (found if found >= 0 else position) + len(word)
        spaces.append(text[position : position + 1].isspace() or position >= len(text))
    return spaces
