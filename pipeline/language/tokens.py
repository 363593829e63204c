"""Tokens in linear time: spaCy's tokenizer needs quadratic time on long runs of signs without white space.

A run of 8,000 emoji takes it ten seconds, of 20,000 brackets a minute. Such runs are no words; here they are cut into
pieces of one token each before the tokenizer sees them.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

LONGEST_RUN = 300
"""Characters without white space that are left to the tokenizer; web addresses and compounds are shorter."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


def make_doc(nlp: Language, text: str) -> Doc:
    """The unparsed ``Doc`` of ``text``, as by ``nlp.make_doc`` but for runs that are too long; nothing is lost."""
    if _LONG_RUN.search(text) is None:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    reached = 0
    for run in _LONG_RUN.finditer(text):
        _tokenize(nlp, text[reached : run.start()], words, spaces)
        pieces = [text[i : min(i + LONGEST_RUN, run.end())] for i in range(run.start(), run.end(), LONGEST_RUN)]
        words += pieces
        spaces += [False] * len(pieces)
        reached = run.end()
    _tokenize(nlp, text[reached:], words, spaces)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _tokenize(nlp: Language, text: str, words: list[str], spaces: list[bool]) -> None:
    for token in nlp.make_doc(text) if text else ():
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
