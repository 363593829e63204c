"""Whose is what a pronoun owns: "his country", "her Government", "our commitment" in what a minister is said to say."""

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.tag.actors.actor import Actor
from pipeline.tag.actors.antecedents import last_person
from pipeline.tag.actors.memory import Memory, sentences_back
from pipeline.tag.actors.nouns import Phrases

OWNED_BY_A_PERSON = frozenset({"his", "her"})
BACK = 2
"""Sentences before that of "his country" in which he may have been named."""

Resolve = Callable[[Span], Actor]


def person_before(memory: Memory, at: Token, phrases: Phrases, resolve: Resolve) -> tuple[str, ...]:
    """The state of the person spoken of before a token: the nearest subject that is one, else the person named last."""
    for phrase in _subjects_before(memory, at):
        is_officer = memory.names_person(phrase) or phrases.kind_of(phrase)[0] == "office"
        codes = resolve(phrase).codes if is_officer else ()
        if len(codes) == 1:
            return codes
    found = last_person(memory, at.i)
    return (found.code,) if found else ()


def sayer(memory: Memory, noun: Token, phrases: Phrases, resolve: Resolve) -> tuple[str, ...]:
    """The party whose minister asserts what "our" owns, or what will be done: "Minister Dahl confirmed *our* wish".

    Empty where all parties are meant, as by "our shared commitment", or the subject is no single person.
    """
    if len(memory.speakers) < 2 or any(child.lower_ in phrases.words["shared"] for child in noun.children):
        return ()
    above = next((t for t in syntax.ancestors(noun) if t.pos_ in {"VERB", "AUX"} and syntax.subjects(t)), None)
    subject = syntax.subjects(above)[0] if above is not None else None
    if subject is None or subject.i > noun.i:
        return ()
    phrase = memory.doc[slice(*syntax.noun_phrase(subject))]
    is_officer = memory.names_person(phrase) or phrases.kind_of(phrase)[0] == "office"
    codes = resolve(phrase).codes if is_officer else ()
    return codes if len(codes) == 1 and codes[0] in memory.speakers else ()


def _subjects_before(memory: Memory, at: Token) -> Iterator[Span]:
    """Singular subjects before a token, the nearest first."""
    for sentence in sentences_back(at.sent, BACK):
        for token in reversed([t for t in sentence if t.i < at.i and t.dep_.startswith("nsubj")]):
            if token.tag_ in {"NN", "NNP"}:
                phrase = memory.doc[slice(*syntax.noun_phrase(token))]
                if phrase.end <= at.i:
                    yield phrase
