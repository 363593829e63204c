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


def of_body(mention: Span, memory: Memory) -> Actor:
    """The body whose office a phrase names, "the Secretary-General": of its holder who was named, of the body that
    speaks, else of the one named last; a state has no such office.
    """
    found = _named_holder(mention, memory)
    if found is not None and not memory.is_state(found):
        return Actor((found,), mention.text, True)
    own = memory.own()
    if own and not memory.is_state(own[0]):
        return Actor(own, mention.text, True)
    bodies = (n.code for n in memory.before(mention.start) if not n.is_person and not memory.is_state(n.code))
    last = next(bodies, "")
    return Actor((last,) if last else (), mention.text, False)


def _named_holder(mention: Span, memory: Memory) -> str | None:
    """The state or body of the last-named person whose title holds the head noun; None where none was named."""
    noun = mention.root.lower_
    persons = (
        n.code for n in memory.before(mention.start) if n.is_person and noun in n.office.replace("-", " ").split()
    )
    return next(persons, None)


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
    return Actor(memory.own(), mention.text, False)


def _several(mention: Span, offices: Sequence[Span], memory: Memory, phrases: Phrases) -> Actor:
    """Holders of several offices; in a text of two parties, one that cannot be told stands for the other side."""
    found = [_single(office, memory, phrases) for office in offices]
    codes = tuple(sorted({code for actor in found if actor.certain for code in actor.codes}))
    if all(actor.certain for actor in found):
        return Actor(codes, mention.text, True)
    return Actor(memory.speakers if len(memory.speakers) == len(offices) else codes, mention.text, False)
