"""The component ``communique_lemmatizer``: spaCy's English rules, and the lemmas that treebanks show to be otherwise.

Each combination of word, part of speech and morphology is worked out once; a document is then a lookup a token.
"""

from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

FACTORY = "communique_lemmatizer"
EXCEPTIONS = "communique_exceptions"
"""Table of the lookups, by lower-case form, blank and part of speech: ``"is AUX"`` -> ``"be"``."""
INDEX = "lemma_index"
"""spaCy's table of the words that are lemmas, by part of speech."""


class TreebankLemmatizer(EnglishLemmatizer):
    """spaCy's rule lemmatizer with exceptions by form and part of speech."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        super().__init__(vocab, None, name, mode="rule")
        self.known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of ``doc``."""
        if not self.known:
            self._index()
        rows = doc.to_array(["ORTH", "POS", "MORPH"]).tolist()
        lemmas: Any = np.array([self._lemma(doc, i, tuple(row)) for i, row in enumerate(rows)], dtype=np.uint64)
        return doc.from_array(["LEMMA"], lemmas)

    def _index(self) -> None:
        """Make what spaCy looks words up in one by one, a list a part of speech, dictionaries."""
        index = self.lookups.get_table(INDEX, {})
        for pos, words in index.items():
            if isinstance(words, list):
                index[pos] = dict.fromkeys(words, 1)

    def lemma(self, token: Token) -> str:
        """The lemma of one token."""
        exceptions = self.lookups.get_table(EXCEPTIONS, {})
        known = exceptions.get(f"{token.lower_} {token.pos_}")
        return str(known if known is not None else self.rule_lemmatize(token)[0])

    def _lemma(self, doc: Doc, i: int, key: tuple[int, ...]) -> int:
        if key not in self.known:
            self.known[key] = doc.vocab.strings.add(self.lemma(doc[i]))
        return self.known[key]


@Language.factory(FACTORY, assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> TreebankLemmatizer:
    """The component for a spaCy pipeline; its tables come from ``initialize`` or from disk."""
    return TreebankLemmatizer(nlp.vocab, name)
