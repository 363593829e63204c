"""The lemmatizer: spaCy's rules for open classes, and what the treebank says of closed classes and exceptions."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from spacy.language import Language

from pipeline.language.lemmas import EXCEPTIONS, FACTORY, TreebankLemmatizer
from pipeline.training.language.treebank import TreebankDocument

OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
CLOSED_CLASSES = frozenset({"AUX", "PRON", "DET", "PART", "ADP", "SCONJ", "CCONJ"})
FEWEST = 5
"""A form has to be seen so often before its lemma is taken over: below are slips and web spelling."""

CLEAR_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Lemma:
    """``form`` (lower case) with part of speech ``pos`` has the lemma ``lemma``."""

    form: str
    pos: str
    lemma: str


def add_lemmatizer(nlp: Language, documents: Iterable[TreebankDocument]) -> None:
    """Put the lemmatizer at the end of ``nlp``, with the exceptions read off ``documents``.

    Needs spacy-lookups-data while training; the tables are stored in the model.
    """
    lemmatizer = cast(TreebankLemmatizer, nlp.add_pipe(FACTORY, name="lemmatizer"))
    lemmatizer.initialize()
    found = sorted(_exceptions(nlp, documents), key=lambda x: (x.form, x.pos))
    lemmatizer.lookups.add_table(EXCEPTIONS, {f"{x.form} {x.pos}": x.lemma for x in found})


def _exceptions(nlp: Language, documents: Iterable[TreebankDocument]) -> list[Lemma]:
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for tree in document.trees:
            for word, pos, lemma in zip(tree.words, tree.pos, tree.lemmas, strict=True):
                seen[word.lower(), pos][lemma.lower() if pos != "PROPN" else lemma] += 1
    rules = _rule_lemmas(nlp, [key for key in seen if key[1] in OPEN_CLASSES])
    found = []
    for (form, pos), counts in seen.items():
        lemma, count = counts.most_common(1)[0]
        if count < FEWEST or count < CLEAR_SHARE * counts.total() or pos not in OPEN_CLASSES | CLOSED_CLASSES:
            continue
        expected = rules[form, pos] if pos in OPEN_CLASSES else form
        if lemma != expected:
            found.append(Lemma(form, pos, lemma))
    return found


def _rule_lemmas(nlp: Language, keys: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    lemmatizer = cast(TreebankLemmatizer, nlp.get_pipe("lemmatizer"))
    rules = {}
    for form, pos in keys:
        doc = nlp.make_doc(form)
        doc[0].pos_ = pos
        rules[form, pos] = str(lemmatizer.rule_lemmatize(doc[0])[0]).lower()
    return rules
