"""Making treebank sentences look like press text: family names in capitals, blank lines between paragraphs."""

import random
from collections.abc import Sequence
from dataclasses import replace

from pipeline.training.language.treebank import Tree, with_paragraph_break

CAPITALS_SHARE = 0.25
FAMILY_NAME_FIRST_SHARE = 0.7
BLANK_LINE_SHARE = 0.3
_NOT_NAMES = frozenset({"Mr", "Mrs", "Ms", "Dr", "President", "Senator", "King", "Queen", "Prince"})


def capitalise_family_names(tree: Tree, rng: random.Random) -> Tree:
    """The sentence with some two-word names as ministries in Asia and Europe write them: ``TANAKA Yoko``, ``Yoko
    TANAKA``.
    """
    words, lemmas = list(tree.words), list(tree.lemmas)
    for i in range(len(words) - 1):
        if not _is_two_word_name(tree, i) or rng.random() >= CAPITALS_SHARE:
            continue
        words[i + 1] = words[i + 1].upper()
        if rng.random() < FAMILY_NAME_FIRST_SHARE:
            words[i], words[i + 1] = words[i + 1], words[i]
            lemmas[i], lemmas[i + 1] = lemmas[i + 1], lemmas[i]
    return replace(tree, words=tuple(words), lemmas=tuple(lemmas))


def _is_two_word_name(tree: Tree, i: int) -> bool:
    first, last = tree.words[i], tree.words[i + 1]
    parts = [k for k in range(len(tree.words)) if tree.deps[k] == "flat" and tree.heads[k] == i]
    return (
        parts == [i + 1]
        and tree.tags[i] == tree.tags[i + 1] == "NNP"
        and first.isalpha()
        and last.isalpha()
        and len(last) > 2
        and first not in _NOT_NAMES
    )


def break_paragraphs(trees: Sequence[Tree], rng: random.Random) -> list[Tree]:
    """The sentences with a blank line behind some of them."""
    return [with_paragraph_break(t) if rng.random() < BLANK_LINE_SHARE else t for t in trees[:-1]] + list(trees[-1:])
