"""The kind of meeting that a title tells: what is left of it without numbers, dates, places and parties."""

import re
from collections.abc import Sequence

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.track.wording import stem

NUMBER = re.compile(r"\b\w*\d\w*\b|\b[ivx]+\b")
"""A number in a title in lower case, in figures of either kind."""
_WORD = re.compile(r"[^\W\d_]+")


def kind_of(title: str, parties: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """What tells the kind of meeting in a title: its stems, sorted.

    Numbers, dates, places, the parties and the words that all titles have (``series_words.txt``) are left out.
    """
    gazetteer = knowledge.get(Gazetteer)
    kept = list(title)
    for mention in gazetteer.mentions(title):
        if mention.code in parties or mention.role in ("place", "capital", "person"):
            kept[mention.start : mention.end] = " " * (mention.end - mention.start)
    words = _WORD.findall(NUMBER.sub(" ", "".join(kept).lower()))
    common = knowledge.get(_read_common_words)
    return tuple(sorted({stem(word) for word in words if len(word) > 1 and word not in common}))


def _read_common_words(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.entries("series_words.txt"))
