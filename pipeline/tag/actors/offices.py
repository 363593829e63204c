"""Offices without a name, and governments: whose Prime Minister, whose Government is meant."""

from collections.abc import Sequence

from spacy.tokens import Span

from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.memory import Memory
from pipeline.tag.actors.nouns import Phrases, members


def holder(mention: Span, memory: Memory, phrases: Phrases) -> Actor:
    """Holders of the office, or of the several offices, that a phrase names."""
    offices = [phrase for phrase in members(mention) if phrases.kind_of(phrase)[0] == "office"]
    if len(offices) > 1:
        return _several(mention, offices, memory, phrases)
    return _single(mention, memory, phrases)


def own_government(memory: Memory) -> tuple[str, ...]:
    """Whose government speaks: the single issuer, else the single speaker; empty where there are several."""
    return next((own for own in (memory.issuer, memory.speakers) if len(own) == 1), ())


def _single(mention: Span, memory: Memory, phrases: Phrases) -> Actor:
    """The last-named person with that office; the head of the issuer's own government where none was named."""
    words = {t.lower_ for t in mention if t.is_alpha}
    noun = mention.root.lower_
    for named in memory.before(mention.start):
        title = set(named.office.split())
        if named.is_person and noun in title and words - phrases.words["untitled"] <= title:
            return Actor((named.code,), mention.text, True)
    known = {n.code for n in memory.named if n.is_person and noun in n.office.split()}
    if len(known) == 1:
        return Actor(tuple(known), mention.text, True)
    own = memory.issuer if len(memory.issuer) == 1 else ()
    return Actor(own, mention.text, False)


def _several(mention: Span, offices: Sequence[Span], memory: Memory, phrases: Phrases) -> Actor:
    """Holders of several offices; in a text of two parties, one that cannot be told stands for the other side."""
    found = [_single(office, memory, phrases) for office in offices]
    codes = tuple(sorted({code for actor in found if actor.certain for code in actor.codes}))
    if all(actor.certain for actor in found):
        return Actor(codes, mention.text, True)
    return Actor(memory.speakers if len(memory.speakers) == len(offices) else codes, mention.text, False)
