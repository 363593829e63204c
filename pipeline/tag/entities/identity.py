"""Who the entities are: one canonical name, office and state for all the ways in which a document names a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc, Span

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer, Mention
from pipeline.names.owners import owner_of
from pipeline.names.people import SUFFIXES, Person, find_people, read_given_names, read_particles
from pipeline.tag.annotations import annotate, annotation_of
from pipeline.tag.entities.spans import Candidate

_KEY = ("._.", "communique_people", None, None)
"""Where the people of a document are kept; spaCy copies and joins what lies under such keys."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of a document: the full name as first given, the office as first given, and who is spoken for.

    ``country`` is the code of a state, or of a body such as EU; it and ``title`` are empty where neither the document
    nor ``leaders.csv`` tells them.
    """

    name: str
    title: str
    country: str


def people(doc: Doc, knowledge: Knowledge) -> Mapping[str, Identity]:
    """The people of ``doc`` by every way in which it names them: full names and bare surnames.

    A surname that two people share stands for the one named last before its first use. What the entity component has
    found is taken, see :func:`remember`; without it the text is read.
    """
    kept: dict[Any, Any] = doc.user_data
    found: dict[str, list[str]] | None = kept.get(_KEY)
    if found is None:
        mentions = knowledge.get(Gazetteer).mentions(doc.text)
        return identify(doc.text, find_people(doc.text, mentions, knowledge), knowledge)
    return {wording: Identity(*values) for wording, values in found.items()}


def remember(doc: Doc, people: Mapping[str, Identity]) -> None:
    """Leave the people of ``doc`` with it, as plain values that can be stored, so that its text is read once."""
    kept: dict[Any, Any] = doc.user_data
    kept[_KEY] = {wording: [person.name, person.title, person.country] for wording, person in people.items()}


def identify(text: str, found: Iterable[Person], knowledge: Knowledge) -> dict[str, Identity]:
    """The identities behind titled people of ``text``, by wording and by surname."""
    known: list[Identity] = []
    names: dict[str, int] = {}
    parts: dict[str, int] = {}
    for person in found:
        wording = " ".join(text[person.start : person.end].split())
        index = names.get(wording)
        if index is None:
            index = _same(wording, known, parts, knowledge)
        title = person.title if person.kind != "honorific" else ""
        if index is None:
            index = len(known)
            known.append(Identity(wording, title, person.country))
        else:
            known[index] = _merged(known[index], wording, title, person.country)
        names[wording] = index
        names.setdefault(surname(wording, knowledge), index)
        parts[surname(wording, knowledge).lower()] = parts[wording.split()[0].lower()] = index
    for first in first_names(names, knowledge):
        names.setdefault(first, parts[first.lower()])
    for index, identity in enumerate(known):
        known[index] = _with_leader(identity, knowledge)
    return {wording: known[index] for wording, index in names.items()}


def name_entities(
    doc: Doc,
    candidates: Mapping[tuple[int, int], Candidate],
    people: Mapping[str, Identity],
    knowledge: Knowledge,
) -> None:
    """Give every entity its canonical name (``ent._.communique.name``); ``candidates`` by the tokens they cover."""
    for ent in doc.ents:
        wording = " ".join(ent.text.split())
        candidate = candidates[ent.start, ent.end]
        name = candidate.name
        if ent.label_ == "PERSON":
            identity = people.get(wording)
            name = identity.name if identity else _leader_name(wording, knowledge)
        annotate(ent, name=" ".join(name.split()) if name else wording)


def state_of(ent: Span, people: Mapping[str, Identity], knowledge: Knowledge) -> str:
    """The code of the state for which an entity speaks: a country, a person, or an organ of a state or body."""
    if ent.label_ in {"GPE", "NORP"}:
        return ent.kb_id_
    if ent.label_ == "PERSON":
        identity = people.get(" ".join(ent.text.split()))
        return identity.country if identity else ""
    gazetteer = knowledge.get(Gazetteer)
    if ent.kb_id_:
        return ent.kb_id_ if gazetteer.is_country(ent.kb_id_) else ""
    return owner_of(annotation_of(ent).name or ent.text, knowledge)


def first_names(names: Iterable[str], knowledge: Knowledge) -> frozenset[str]:
    """First names by which one person alone can be called again: "Carlos" of "Carlos Rojas"; ``names`` in full."""
    by_first: dict[str, set[str]] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        by_first.setdefault(first, set()).update({surname(name, knowledge)} if rest else ())
    given = knowledge.get(read_given_names)
    return frozenset(first for first, surnames in by_first.items() if len(surnames) == 1 and first in given)


def surname(name: str, knowledge: Knowledge) -> str:
    """The surname of a personal name: the word in capitals, a particle with what follows, else the last word."""
    words = [w for w in name.replace(",", " ").split() if w not in SUFFIXES]
    if not words:
        return name
    capitals = [w for w in words if len(w) > 1 and w.isupper() and "." not in w]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals)
    particles = knowledge.get(read_particles)
    for index, word in enumerate(words):
        if word in particles:
            return " ".join(words[index:])
    return words[-1]


def _same(wording: str, known: list[Identity], parts: dict[str, int], knowledge: Knowledge) -> int | None:
    """The person, the latest, whom ``wording`` may name too; ``parts`` are surnames and first names seen so far."""
    words = wording.split()
    family = surname(wording, knowledge).lower()
    index = parts.get(family)
    if index is None:
        return parts.get(words[0].lower()) if len(words) == 1 else None
    name = known[index].name
    if len(words) == 1 or len(name.split()) == 1 or words[0][0] == name[0]:
        return index
    return index if _leader_name(wording, knowledge) == _leader_name(name, knowledge) != "" else None


def _merged(identity: Identity, wording: str, title: str, country: str) -> Identity:
    fuller = wording if len(identity.name.split()) == 1 and len(wording.split()) > 1 else identity.name
    return Identity(fuller, identity.title or title, identity.country or country)


def _with_leader(identity: Identity, knowledge: Knowledge) -> Identity:
    """The identity with the full name and the state of ``leaders.csv`` where the document does not tell them."""
    leader = _leader(identity.name, knowledge)
    if leader is None:
        return identity
    name = leader.name if len(identity.name.split()) == 1 else identity.name
    return replace(identity, name=name, country=identity.country or leader.code)


def _leader(name: str, knowledge: Knowledge) -> Mention | None:
    found = knowledge.get(Gazetteer).lookup(name)
    return found if found is not None and found.role == "person" else None


def _leader_name(name: str, knowledge: Knowledge) -> str:
    leader = _leader(name, knowledge)
    return leader.name if leader else ""
