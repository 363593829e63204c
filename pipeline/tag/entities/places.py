"""Places that no list knows, told by the words around them: "in Strelsau, Ruritania", "near Zenda"."""

import re
from collections.abc import Iterator

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Mention
from pipeline.names.headwords import Kinds
from pipeline.names.people import read_openers, read_portfolios, read_titles
from pipeline.tag.entities.spans import Candidate
from pipeline.tag.entities.words import read_generic, read_name_words

_NAME = r"[^\W\d_a-z](?:[^\W\d_A-Z]|['’](?=[a-z]))+(?:[\s-](?:[^\W\d_a-z](?:[^\W\d_A-Z])+|del?|el|al|la|los)){0,2}"
_BEFORE_STATE = re.compile(rf"\b(?:in|at|near|from|to|of|and|for)\s(?P<place>{_NAME})(?=,\s)")
_LOCATIVE = re.compile(
    rf"\b(?:[Nn]ear|(?:city|town|village|port|province|district)\sof|[Ii]n)\s(?P<place>{_NAME})(?=[.,;:)]|\s[a-z]|$)"
)


def find_places(
    text: str, mentions: tuple[Mention, ...], lower_words: frozenset[str], knowledge: Knowledge
) -> Iterator[Candidate]:
    """Unlisted places: names before a country ("..., Ruritania"), and behind "in", "near", "the city of".

    ``mentions`` are the gazetteer's names; ``lower_words`` words that the text writes in small letters too.
    """
    states = {m.start for m in mentions if m.label == "GPE"}
    known = knowledge.get(_read_no_places)
    kinds = knowledge.get(Kinds)
    for match in _BEFORE_STATE.finditer(text):
        if match.end() + 2 in states and _unlisted(match["place"], known, lower_words, kinds):
            yield Candidate(match.start("place"), match.end("place"), "GPE", rank=-1)
    for match in _LOCATIVE.finditer(text):
        if _unlisted(match["place"], known, lower_words, kinds):
            yield Candidate(match.start("place"), match.end("place"), "GPE", rank=-1)


def _unlisted(place: str, known: frozenset[str], lower_words: frozenset[str], kinds: Kinds) -> bool:
    words = re.split(r"[\s-]", place)
    if words[-1].islower():
        return False
    return not any(w in known or w.lower() in lower_words or kinds.label(w) for w in words if not w.islower())


def _read_no_places(knowledge: Knowledge) -> frozenset[str]:
    """Capitalised words that are no places wherever they stand."""
    return frozenset(
        knowledge.get(read_openers)
        | knowledge.get(read_generic)
        | knowledge.get(read_portfolios)
        | knowledge.get(read_titles).keys()
        | knowledge.get(read_name_words).not_places
    )
