"""The component ``communique_entities``: named entities by knowledge, patterns and, where there is one, the model.

It works in any pipeline, uses sentence boundaries and parts of speech where they are known, and merges what a
statistical recogniser before it has left in ``doc.ents``. Labels and span rules: GUIDELINES sections 1 and 5.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.knowledge import Knowledge
from pipeline.language.shared import knowledge_of
from pipeline.names.gazetteer import Gazetteer, Mention
from pipeline.names.headwords import Kinds
from pipeline.names.people import Person, find_again, find_people, read_openers, read_portfolios, read_titles
from pipeline.tag.entities import acronyms, identity
from pipeline.tag.entities.dates import find_dates
from pipeline.tag.entities.money import find_money
from pipeline.tag.entities.names import Openings, find_names, short_forms
from pipeline.tag.entities.places import find_places
from pipeline.tag.entities.spans import Candidate, bare, crosses, settle
from pipeline.tag.entities.tokens import split_tokens
from pipeline.tag.entities.words import NameWords, read_generic, read_name_words

FACTORY = "communique_entities"
FROM_MODEL = frozenset({"PERSON", "PER"})
"""Labels of statistical recognisers that are taken over where knowledge is silent. Bodies, places and documents are
surer by knowledge: what a recogniser adds there is wrong about as often as right.
"""

NOUN_LIKE = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "X", ""})

_NAME_BEHIND = re.compile(r"\s[A-Z]")
_ABOUT = re.compile(r"(?:\b(?:[Mm]ore|[Ll]ess)\sthan|\b[Aa]t\s(?:least|most)|\b[Nn]early|\b[Aa]lmost)\s$")
_LANGUAGE_OR_CLASS = re.compile(r"[\s-](?:class|language|speaking|speaker)\b")
_AT_BUILDING = re.compile(r"\b(?:at|to|inside|outside|in)\sthe\s$")


@Language.factory(
    FACTORY, assigns=["doc.ents", "token.ent_type", "token.ent_kb_id"], default_config={"knowledge": None}
)
def make_entities(nlp: Language, name: str, knowledge: str | None) -> "EntityTagger":
    """The component, for ``nlp.add_pipe("communique_entities")``; ``knowledge`` is a folder of one's own files."""
    return EntityTagger(knowledge_of(nlp, knowledge))


class EntityTagger:
    """Sets ``doc.ents``, each with label, ``kb_id_`` and ``ent._.communique.name``."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __call__(self, doc: Doc) -> Doc:
        """Replace ``doc.ents``; tokens that hold two names are split."""
        known, text = self.knowledge, doc.text
        mentions = known.get(Gazetteer).mentions(text)
        people = find_people(text, mentions, known)
        candidates = find_entities(doc, mentions, people, known)
        split_tokens(doc, [(c.start, c.end) for c in candidates])
        spans = []
        for candidate in candidates:
            span = doc.char_span(candidate.start, candidate.end)
            if span is not None:
                entity = Span(doc, span.start, span.end, label=candidate.label, kb_id=candidate.code)
                spans.append((entity, candidate))
        doc.set_ents([span for span, _ in spans])
        by_tokens = {(span.start, span.end): candidate for span, candidate in spans}
        identities = identity.identify(text, people, known)
        identity.name_entities(doc, by_tokens, identities, known)
        identity.remember(doc, identities)
        return doc


def find_entities(
    doc: Doc, mentions: tuple[Mention, ...], people: tuple[Person, ...], knowledge: Knowledge
) -> list[Candidate]:
    """The entities of ``doc``, in order, not overlapping; nothing on ``doc`` is changed.

    ``mentions`` are the gazetteer's names and ``people`` the titled people in its text.
    """
    text = doc.text
    openings = _openings(doc)
    words = knowledge.get(read_name_words)
    names = find_names(text, mentions, [(p.start, p.end) for p in people], openings, knowledge)
    known = [_known(m, text, words) for m in mentions if not _names_a_thing(m, text, words)]
    full = settle([*names, *known], len(text))
    short = acronyms.introduced(text, full)
    candidates = [
        *known,
        *names,
        *acronyms.uses(text, short),
        *short_forms(text, full, knowledge),
        *(Candidate(p.start, p.end, "PERSON", rank=1) for p in people),
        *_again(text, people, knowledge),
        *(Candidate(start, end, "DATE") for start, end in find_dates(text)),
        *_money(text, knowledge),
    ]
    starts = sorted(openings.starts)
    settled = settle((bare(c, text) for c in candidates if not crosses(c, starts)), len(text))
    lower = _lower_words(text)
    further = [
        *acronyms.unknown(text, knowledge),
        *find_places(text, mentions, lower, knowledge),
        *_from_model(doc, text, knowledge),
    ]
    return settle([*settled, *(c for c in further if not crosses(c, starts))], len(text))


def _names_a_thing(mention: Mention, text: str, words: NameWords) -> bool:
    """Whether a name is that of a ship or its class ("USS North Carolina", "Virginia-class"), or of a language."""
    if _LANGUAGE_OR_CLASS.match(text, mention.end):
        return True
    return words.ship.search(text, max(0, mention.start - 12), mention.start) is not None


def _known(mention: Mention, text: str, words: NameWords) -> Candidate:
    label = mention.label
    if mention.name in words.buildings and _AT_BUILDING.search(text, max(0, mention.start - 14), mention.start):
        label = "FAC"
    code = "" if mention.role == "person" else mention.code
    return Candidate(mention.start, mention.end, label, code, mention.name)


def _again(text: str, people: tuple[Person, ...], knowledge: Knowledge) -> Iterator[Candidate]:
    """Untitled repetitions of the people's names."""
    names: dict[str, Person] = {}
    for person in people:
        wording = text[person.start : person.end]
        names.setdefault(wording, person)
        names.setdefault(identity.surname(wording, knowledge), person)
    alone = identity.first_names([" ".join(text[p.start : p.end].split()) for p in people], knowledge)
    names |= {first: person for person in people if (first := text[person.start : person.end].split()[0]) in alone}
    for person in find_again(text, names, _lower_words(text)):
        if text[person.start : person.end] not in alone or not _NAME_BEHIND.match(text, person.end):
            yield Candidate(person.start, person.end, "PERSON")


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b[a-z]{2,}\b", text))


def _money(text: str, knowledge: Knowledge) -> Iterator[Candidate]:
    for money in find_money(text, knowledge):
        about = _ABOUT.search(text, max(0, money.start - 12), money.start)
        yield Candidate(about.start() if about else money.start, money.end, "MONEY", rank=1)


def _openings(doc: Doc) -> Openings:
    """Where sentences start, by the boundaries on ``doc``; its first token always starts one."""
    starts, weak = set(), set()
    first_tokens = {0, *np.flatnonzero(doc.to_array(["SENT_START"]) == 1).tolist()} if len(doc) else set()
    for token in (doc[index] for index in first_tokens):
        starts.add(token.idx)
        if token.pos_ not in NOUN_LIKE:
            weak.add(token.idx)
    return Openings(frozenset(starts), frozenset(weak))


def _from_model(doc: Doc, text: str, knowledge: Knowledge) -> Iterator[Candidate]:
    """People whom a statistical recogniser found where knowledge found nothing: names of two plain words or more.

    ``text`` is that of ``doc``, which puts it together anew whenever it is asked.
    """
    for ent in doc.ents:
        if ent.label_ in FROM_MODEL and plain_name(ent.text, knowledge):
            yield replace(bare(Candidate(ent.start_char, ent.end_char, "PERSON"), text), rank=-1)


def plain_name(wording: str, knowledge: Knowledge) -> bool:
    """Whether capitalised words, two or more, may be a personal name: none is a title, a head word or generic."""
    words = wording.split()
    known = knowledge.get(_read_no_names)
    kinds = knowledge.get(Kinds)
    return len(words) > 1 and not any(
        word in known or not word[0].isupper() or word.isupper() or kinds.label(word) for word in words
    )


def _read_no_names(knowledge: Knowledge) -> frozenset[str]:
    """Words that are no part of a plain name."""
    titles = {word for title in knowledge.get(read_titles) for word in title.split()}
    others = (knowledge.get(read) for read in (read_portfolios, read_openers, read_generic))
    return frozenset(titles.union(*others))
