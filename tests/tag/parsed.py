"""Parses written by hand, so that a rule over them is tested without a model and whatever the model's weights.

A sentence is a string of tokens ``word/TAG/label>head``; the head is a word of the same sentence (the nearest one that
is spelled so, or ``word.2`` for its second occurrence), and the token without a head is the root:

    ``We/PRP/nsubj>build will/MD/aux>build build/VB a/DT/det>road road/NN/obj>build .``

The part of speech follows from tag and label, the lemma is the word in lower case, punctuation hangs on the root;
``leaves=leave/VBZ+NOUN`` says otherwise. A line break is written ``\\n``.

Files of cases (``*.cases``) hold a paragraph a case: its sentences, then lines ``question = answer``; ``#`` begins a
comment.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans
from spacy.vocab import Vocab

PUNCTUATION = frozenset([".", ",", ";", ":", "(", ")", "“", "”", "‘", "’", '"', "«", "»", "-", "–", "%", "?", "!"])
NO_SPACE_BEFORE = frozenset([".", ",", ";", ":", ")", "”", "’", "»", "-", "%", "?", "!", "’s", "'s", "n’t"])
NO_SPACE_BEHIND = frozenset(["(", "“", "‘", "«", "-"])
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
PARTS_OF_SPEECH = {
    "MD": "AUX",
    "NN": "NOUN",
    "NNS": "NOUN",
    "NNP": "PROPN",
    "NNPS": "PROPN",
    "PRP": "PRON",
    "PRP$": "PRON",
    "WP": "PRON",
    "WDT": "PRON",
    "EX": "PRON",
    "DT": "DET",
    "PDT": "DET",
    "CD": "NUM",
    "IN": "ADP",
    "TO": "PART",
    "POS": "PART",
    "RP": "ADP",
    "CC": "CCONJ",
    "$": "SYM",
    "_SP": "SPACE",
}
BY_LETTERS = {"VB": "VERB", "JJ": "ADJ", "RB": "ADV", "WR": "ADV"}


class Written(NamedTuple):
    """A token as written: its word, lemma, tag, part of speech, label and the word that is its head."""

    word: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: str


def parsed(*sentences: str, ents: Sequence[tuple[str, str, str]] = ()) -> Doc:
    """A document of the sentences; ``ents`` are (words, label, code), set wherever the words stand, longest first."""
    rows: list[Written] = []
    heads: list[int] = []
    for sentence in sentences:
        written = [_read(token) for token in sentence.split(" ") if token]
        heads += [len(rows) + head for head in _heads(written)]
        rows += written
    words = [row.word for row in rows]
    after = [*words[1:], "."]
    doc = Doc(
        vocab(),
        words=words,
        spaces=[
            b not in NO_SPACE_BEFORE and a not in NO_SPACE_BEHIND and "\n" not in a + b
            for a, b in zip(words, after, strict=True)
        ],
        lemmas=[row.lemma for row in rows],
        tags=[row.tag for row in rows],
        pos=[row.pos for row in rows],
        deps=[row.dep for row in rows],
        heads=heads,
    )
    doc.set_ents(filter_spans([span for words, label, code in ents for span in _spans(doc, words, label, code)]))
    return doc


class Case(NamedTuple):
    """A paragraph of a file of cases: the sentences, and each question with its answer."""

    sentences: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return parsed(*self.sentences).text


def read_cases(path: Path) -> list[Case]:
    """The cases of a file, in order."""
    found = []
    for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        answers = [line.partition(" = ") for line in lines if " = " in line]
        sentences = tuple(line for line in lines if " = " not in line)
        if sentences:
            found.append(Case(sentences, tuple((question, answer) for question, _, answer in answers)))
    return found


@cache
def vocab() -> Vocab:
    """English words without a model: it knows what looks like a number or a currency."""
    return spacy.blank("en").vocab


def token(doc: Doc, word: str) -> Token:
    """The first token that is spelled ``word``, or the n-th one for ``word.n``."""
    return doc[_places([t.text for t in doc], word)]


def _read(token: str) -> Written:
    if token in PUNCTUATION:
        return Written(token, token, token, "PUNCT", "punct", "")
    if token == "\\n":
        return Written("\n", "\n", "_SP", "SPACE", "dep", "")
    form, *said = token.split("/")
    word, _, lemma = form.partition("=")
    tag, _, pos = said[0].partition("+")
    dep, _, head = (said[1] if len(said) > 1 else "ROOT").partition(">")
    return Written(word, lemma or word.lower(), tag, pos or _part_of_speech(tag, dep), dep, head)


def _part_of_speech(tag: str, dep: str) -> str:
    if dep in AUXILIARY and tag.startswith("VB"):
        return "AUX"
    if tag == "IN" and dep == "mark":
        return "SCONJ"
    return PARTS_OF_SPEECH.get(tag) or BY_LETTERS.get(tag[:2], "PUNCT")


def _heads(rows: Sequence[Written]) -> list[int]:
    words = [row.word for row in rows]
    roots = [k for k, row in enumerate(rows) if row.dep == "ROOT"]
    if len(roots) != 1:
        raise ValueError(f"one token must be without a head, {[words[k] for k in roots]} are: {' '.join(words)}")
    return [_places(words, row.head, k) if row.head else roots[0] for k, row in enumerate(rows)]


def _places(words: Sequence[str], word: str, near: int | None = None) -> int:
    """The index of ``word`` (or ``word.n``), the nearest one to index ``near``, else the first."""
    stem, _, number = word.rpartition(".")
    if stem and number.isdigit():
        return [k for k, w in enumerate(words) if w == stem][int(number) - 1]
    found = [k for k, w in enumerate(words) if w == word and k != near]
    if not found:
        raise ValueError(f"there is no {word!r} in: {' '.join(words)}")
    return found[0] if near is None else min(found, key=lambda k: abs(k - near))


def _spans(doc: Doc, words: str, label: str, code: str) -> Iterator[Span]:
    start = doc.text.find(words)
    while start >= 0:
        span = doc.char_span(start, start + len(words), label=label, kb_id=code)
        if span is not None:
            yield span
        start = doc.text.find(words, start + 1)
