"""Governments: "the Government" of a state, "the authorities" in a text of a body, those of provinces and towns."""

from spacy.tokens import Span

from pipeline.language import syntax
from pipeline.tag.actors import antecedents
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.memory import Memory
from pipeline.tag.entities.spans import entities_within

OF_STATES = frozenset({"government", "authorities", "authority", "cabinet"})
"""What a state has and a body has not: "the authorities" in a text of a bank are those of the state it speaks of."""
ARTICLES = frozenset({"the", "a", "an"})
PLACES = frozenset({"GPE", "NORP", "LOC"})
PROPER = frozenset({"NNP", "NNPS"})
PARTS_OF_STATES = frozenset({"state", "province", "region", "city", "county", "canton", "prefecture", "territory"})


def government(mention: Span, memory: Memory) -> Actor:
    """Whose government a phrase without a code means: of a place that it names, of whoever is said to tell of it, the
    publisher's own, else of the state or body that was named last.
    """
    if name := _of_a_place(mention):
        return Actor((name,), mention.text, False)
    if told := _teller(mention, memory):
        return Actor(told, mention.text, True)
    own = memory.own()
    if are_of_a_state(mention, memory):
        state = antecedents.last_state_beside(memory, own[0], mention.start)
        return Actor((state,) if state else own, mention.text, bool(state))
    if own:
        return Actor(own, mention.text, True)
    codes, certain = antecedents.last_body(memory, mention[0])
    if mention.root.lemma_.lower() == "cabinet" or not all(memory.is_state(code) for code in codes):
        return Actor((), mention.text, False)
    return Actor(codes, mention.text, certain)


def are_of_a_state(mention: Span, memory: Memory) -> bool:
    """Whether a body speaks of what only a state has: "the authorities" in a text of a bank."""
    own = memory.own()
    return bool(own) and not memory.is_state(own[0]) and mention.root.lower_ in OF_STATES


def place_that_acts(mention: Span) -> str:
    """The name of the town or province, without a code, that a phrase is: "Rotterdam will"; empty for other phrases."""
    places = [ent for ent in entities_within(mention) if ent.label_ == "GPE" and not ent.kb_id_]
    return places[0].text if len(places) == 1 and mention.root in places[0] else ""


def _of_a_place(mention: Span) -> str:
    """The phrase, without its article, where it names a place that is no state: "Welsh Government"."""
    words = mention[1:] if mention[0].lower_ in ARTICLES else mention
    if not len(words) or mention.root not in words:
        return ""
    places = [ent for ent in entities_within(words) if ent.label_ in PLACES and not ent.kb_id_]
    beside = any(place.end == mention.root.i for place in places)
    behind = [noun for word, noun in syntax.prepositional(mention.root) if word == "of" and noun in words]
    of_place = any(noun.ent_type_ in PLACES or noun.lower_ in PARTS_OF_STATES for noun in behind)
    is_name = mention.root.tag_ in PROPER or mention.root.text[0].isupper()
    return words.text if is_name and (beside or of_place) else ""


def _teller(mention: Span, memory: Memory) -> tuple[str, ...]:
    """The other state that tells of "the Government": "the Chilean statement says that the Government will"."""
    own, noun = memory.own(), mention.root
    for above in syntax.ancestors(noun):
        subject = next(iter(syntax.own_subjects(above)), None) if above.i < noun.i else None
        if subject is not None and subject.i < mention.start:
            codes = memory.codes_in(memory.doc[slice(*syntax.noun_phrase(subject))])
            is_state = len(codes) == 1 and codes != own and memory.is_state(codes[0])
            return codes if is_state else ()
    return ()
