"""Who was named before a place in the text: what pronouns and bare nouns refer back to."""

from itertools import pairwise

from spacy.tokens import Token

from pipeline.tag.actors.memory import Memory, Named, sentences_back

QUOTING = frozenset({'"', "“", ":"})
GROUP_BACK = 2
"""Sentences before that of "the two sides" in which the two may have been named."""


def quoted_speaker(memory: Memory, at: int) -> str:
    """The state of the person, of a party, whose sentence opens the quotation before token ``at``; empty for none."""
    for named in memory.before(at):
        if named.is_person and named.code in memory.parties and _says(memory, named):
            return named.code
    return ""


def last_person(memory: Memory, at: int) -> Named | None:
    """The person who was named last before token ``at``."""
    return next((named for named in memory.before(at) if named.is_person), None)


def last_body(memory: Memory, at: Token) -> tuple[tuple[str, ...], bool]:
    """The state or body named last before a token, and whether that is sure: it is where one sentence holds both."""
    found = next((named for named in memory.before(at.i) if not named.is_person), None)
    if found is None:
        return (), False
    if memory.doc[found.i].sent == at.sent:
        return (found.code,), True
    return ((found.code,) if memory.is_subject(found) else ()), False


def last_state_beside(memory: Memory, own: str, at: int) -> str:
    """The state named last before token ``at`` that is not ``own``; empty for none."""
    others = (named.code for named in memory.before(at) if named.code != own and memory.is_state(named.code))
    return next(others, "")


def group_before(memory: Memory, at: int, count: int) -> tuple[str, ...]:
    """Codes, in text order, of the ``count`` states and bodies that the nearest sentence names, or that it joins.

    Empty where it names others beside them, so that it cannot be told who is meant.
    """
    for sentence in sentences_back(memory.doc[at].sent, GROUP_BACK):
        inside = [named for named in memory.named if sentence.start <= named.i < min(at, sentence.end)]
        codes = tuple(dict.fromkeys(named.code for named in inside))
        if len(codes) == count:
            return codes
        if len(codes) > count:
            joined = [(one.code, other.code) for one, other in pairwise(inside) if _are_joined(memory, one, other)]
            return joined[0] if count == 2 and len(joined) == 1 else ()
    return ()


def _are_joined(memory: Memory, one: Named, other: Named) -> bool:
    """Whether "and" alone joins two names, and they end no longer list."""
    doc = memory.doc
    between = [t.lower_ for t in doc[one.i + 1 : other.i] if t.tag_ not in {"NNP", "NNPS", "DT"}]
    return between == ["and"] and (one.i == 0 or doc[one.i - 1].text != ",")


def _says(memory: Memory, named: Named) -> bool:
    """Whether a person is the subject of a sentence that opens a quotation."""
    sentence = memory.doc[named.i].sent
    return memory.is_subject(named) and any(t.text in QUOTING for t in sentence)
