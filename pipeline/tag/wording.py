"""The words of a sentence as features: ``w=border`` for a lemma, ``b=border security`` for two that follow each other.

Whether a sentence promises or tells is also a matter of its subject: fact sheets tell of grants awarded, communiqués of
mechanisms to be set up. The words carry what no rule names.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span

PREFIXES = ("w=", "b=")
READING = "reads="
"""What begins a feature that stands for a score of the encoder: ``reads=action>4``."""
LIKE = ("head~", "who~")
"""What begins a feature that stands for a word and those like it: ``head~bolster``, ``who~agency``."""
LONGEST = 400
"""Words of a sentence that are read; what is longer is not prose."""


def ground(feature: str) -> str:
    """What a feature counts as in a reason: words and pairs of words are one ground, "wording", the steps of a score
    are one, "reads=action".
    """
    if feature.startswith(READING):
        return feature.partition(">")[0]
    return "wording" if feature.startswith(PREFIXES) else feature


def words(sentence: Span) -> list[str]:
    """The lemmas of a sentence in lower case, punctuation left out."""
    return [t.lemma_.lower() for t in sentence[:LONGEST] if not t.is_punct and not t.is_space]


def word_features(lemmas: Sequence[str]) -> Iterator[str]:
    """The features of a sentence's words and pairs of words, each once."""
    yield from dict.fromkeys(f"w={word}" for word in lemmas)
    yield from dict.fromkeys(f"b={a} {b}" for a, b in pairwise(lemmas))
