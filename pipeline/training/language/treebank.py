"""Reading treebanks in CoNLL-U, and packing their sentences into spaCy documents."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

DROPPED_FEATURES = frozenset(
    {"Typo", "Abbr", "Style", "ExtPos", "NumForm", "CorrectForm", "Foreign", "Reflex", "PronClass"}
)
LONGEST_GROUP = 95
"""Words of a training document: above 100 the parser works out its oracle anew at each step, a third of the time."""

MEASURED_GROUP = 10
"""Sentences that are read together when a model is measured."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence of a treebank. Heads are indices of words; the root is its own head."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    misc: tuple[str, ...]
    opens_paragraph: bool = False


@dataclass(slots=True)
class _Lines:
    sent_id: str = ""
    opens_paragraph: bool = False
    cells: list[list[str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TreebankDocument:
    """Sentences of one document, in order."""

    name: str
    trees: tuple[Tree, ...]

    @property
    def genre(self) -> str:
        """The genre in a GUM name: ``GUM_speech_austria`` -> ``speech``."""
        return self.name.split("_")[1] if "_" in self.name else ""


def read_treebank(path: Path) -> list[TreebankDocument]:
    """The documents of a CoNLL-U file.

    PUD marks no documents: its sentence ids ``n01001``, ``n01002`` share the document's first three characters.
    """
    named: list[tuple[str, Tree]] = []
    document = ""
    lines = _Lines()
    with path.open(encoding="utf-8") as file:
        for line in map(str.rstrip, file):
            if line.startswith("# newdoc"):
                document = line.partition("=")[2].strip()
            elif line.startswith("# newpar"):
                lines.opens_paragraph = True
            elif line.startswith("# sent_id"):
                lines.sent_id = line.partition("=")[2].strip()
            elif line and not line.startswith("#"):
                lines.cells.append(line.split("\t"))
            elif not line and lines.cells:
                named.append((document or lines.sent_id[:3], _tree(lines)))
                lines = _Lines()
    return [TreebankDocument(name, tuple(tree for _, tree in group)) for name, group in groupby(named, lambda x: x[0])]


def _tree(lines: _Lines) -> Tree:
    words, spaces = [], []
    joined_until, space_behind_joined = 0, True
    rows = []
    for cells in lines.cells:
        spaced = "SpaceAfter=No" not in cells[9]
        if "." in cells[0]:
            continue
        if "-" in cells[0]:
            joined_until, space_behind_joined = int(cells[0].split("-")[1]), spaced
            continue
        number = int(cells[0])
        if number <= joined_until:
            spaced = space_behind_joined and number == joined_until
        words.append(cells[1])
        spaces.append(spaced)
        rows.append(cells)
    return Tree(
        words=tuple(words),
        spaces=tuple(spaces),
        tags=tuple(r[4] for r in rows),
        pos=tuple(r[3] for r in rows),
        morphs=tuple(_features(r[5]) for r in rows),
        lemmas=tuple(r[1] if r[2] == "_" else r[2] for r in rows),
        heads=tuple(i if r[6] == "0" else int(r[6]) - 1 for i, r in enumerate(rows)),
        deps=tuple("ROOT" if r[7] == "root" else r[7] for r in rows),
        misc=tuple(r[9] for r in rows),
        opens_paragraph=lines.opens_paragraph,
    )


def _features(cell: str) -> str:
    return "" if cell == "_" else "|".join(f for f in cell.split("|") if f.split("=")[0] not in DROPPED_FEATURES)


def groups_for_training(document: TreebankDocument, rng: random.Random) -> Iterator[list[Tree]]:
    """Runs of neighbouring sentences, from one to as many as fit into :data:`LONGEST_GROUP` words."""
    group: list[Tree] = []
    words, limit = 0, rng.choice((1, 30, 60, LONGEST_GROUP, LONGEST_GROUP))
    for tree in document.trees:
        if group and words + len(tree.words) > limit:
            yield group
            group, words, limit = [], 0, rng.choice((1, 30, 60, LONGEST_GROUP, LONGEST_GROUP))
        group.append(tree)
        words += len(tree.words)
    if group:
        yield group


def groups_for_measuring(document: TreebankDocument) -> Iterator[Sequence[Tree]]:
    """Runs of :data:`MEASURED_GROUP` neighbouring sentences."""
    for i in range(0, len(document.trees), MEASURED_GROUP):
        yield document.trees[i : i + MEASURED_GROUP]


def to_doc(vocab: Vocab, trees: Sequence[Tree]) -> Doc:
    """A spaCy document with the annotation of ``trees``."""
    offsets = [sum(len(t.words) for t in trees[:k]) for k in range(len(trees))]
    return Doc(
        vocab,
        words=[w for t in trees for w in t.words],
        spaces=[s for t in trees for s in t.spaces],
        tags=[x for t in trees for x in t.tags],
        pos=[x for t in trees for x in t.pos],
        morphs=[x for t in trees for x in t.morphs],
        lemmas=[x for t in trees for x in t.lemmas],
        heads=[h + offset for t, offset in zip(trees, offsets, strict=True) for h in t.heads],
        deps=[x for t in trees for x in t.deps],
        sent_starts=[i == 0 for t in trees for i in range(len(t.words))],
    )


def with_paragraph_break(tree: Tree) -> Tree:
    """The sentence with a blank line behind it, as spaCy's tokenizer renders one: a token of white space."""
    return replace(
        tree,
        words=(*tree.words, "\n\n"),
        spaces=(*tree.spaces[:-1], False, False),
        tags=(*tree.tags, "_SP"),
        pos=(*tree.pos, "SPACE"),
        morphs=(*tree.morphs, ""),
        lemmas=(*tree.lemmas, "\n\n"),
        heads=(*tree.heads, len(tree.words) - 1),
        deps=(*tree.deps, "dep"),
        misc=(*tree.misc, "_"),
    )
