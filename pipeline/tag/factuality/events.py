"""Events: the verbs about which it is asked whether they are to be, with the word that brings them in."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language import syntax

FARTHEST = 6
"""Words above an event that may still speak of it: what is above them is another statement."""
COMPLEMENTS = frozenset({"ccomp", "csubj", "csubj:outer", "xcomp", "acl", "pcomp", "parataxis"})
"""Relations of a clause to the word that it completes."""
UNDERGOING = frozenset({"obj", "dobj", "nsubj:pass", "nsubjpass"})
"""Relations of a noun to the verb that says what is thought of it: "denied the *plan* to"."""


class Event(NamedTuple):
    """An event: the ``cue`` that brings it in (a modal, "agreed", "plan"), its ``head``, and the ``first`` of the
    heads that are coordinated under that cue.
    """

    cue: Token
    head: Token
    first: Token


def event_of(verb: Token) -> Event:
    """The event that a verb names: with its modal, with the verb whose infinitive or gerund it is, or with the modal of
    that verb ("*will* refrain from closing").
    """
    modal = syntax.modal(verb)
    if modal is not None:
        return Event(modal, verb, modal.head if modal.head.i <= verb.i else verb)
    if verb.dep_ not in {"xcomp", "advcl"} or verb.tag_ not in {"VB", "VBG"} or syntax.own_subjects(verb):
        return Event(verb, verb, verb)
    return Event(syntax.modal(verb.head) or verb.head, verb, verb)


def predicate(event: Event) -> Token:
    """The word whose clause the event makes: its verb behind a modal, else the cue."""
    return event.head if event.cue.tag_ == "MD" else event.cue


def governing(event: Event) -> Iterator[Token]:
    """The words that the clause of an event completes, nearest first: "denied" of "denied that it would close".

    What is coordinated with a governing word governs nothing: not "denied" in "denied a quarrel and said that it will".
    """
    token = syntax.governing_verb(predicate(event))
    for _ in range(FARTHEST):
        while syntax.is_conjunct(token) and token.head.i != token.i:
            if _stands_alone(token):
                return
            token = token.head
        above = token.head
        before = _word_before(token)
        if before is not None and before.i != above.i:
            yield before
        relative = syntax.is_relative(token) and not _completes_noun(token)
        acting = token.dep_.startswith(("nsubj", "appos")) and token.dep_ not in UNDERGOING
        if above.i == token.i or relative or acting:
            return
        if token.dep_ in COMPLEMENTS | UNDERGOING or _completes_noun(token) or _behind_preposition(token):
            yield above
        token = above


def _completes_noun(clause: Token) -> bool:
    """Whether a clause says what a noun holds, though the parse takes it for a relative one: "rumours that it will
    close the port". It does where the "that" is neither its subject nor its object.
    """
    that = next((c for c in clause.children if c.i < clause.i and c.lower_ == "that"), None)
    if not syntax.is_relative(clause) or that is None:
        return False
    subjects, objects = syntax.own_subjects(clause), syntax.objects(clause)
    filled = bool(subjects) and any(o.i != that.i for o in objects) and that.i not in {s.i for s in subjects}
    return that.dep_ == "mark" or filled


def _word_before(clause: Token) -> Token | None:
    """The noun or adjective right before the "that" of a clause which the parse hangs on the verb, or on nothing:
    "repeated its *denial* that", "called it *absurd* that".
    """
    that = next((c for c in clause.children if c.i < clause.i and c.lower_ == "that" and c.dep_ == "mark"), None)
    word = that.nbor(-1) if that is not None and that.i > clause.sent.start else None
    return word if word is not None and word.pos_ in {"NOUN", "ADJ"} else None


def _behind_preposition(clause: Token) -> bool:
    """Whether a gerund completes a verb by a preposition: "accused of *planning* to"."""
    marked = any(c.dep_ == "mark" and c.tag_ == "IN" and c.i < clause.i for c in clause.children)
    return clause.dep_ == "advcl" and clause.tag_ == "VBG" and marked and clause.head.i < clause.i


def _stands_alone(clause: Token) -> bool:
    """Whether a coordinated clause says something of its own: "..., but Norway *will* repay"."""
    if not syntax.own_subjects(clause) or syntax.marker(clause) == "that":
        return False
    contrast = any(c.dep_ == "cc" and c.lower_ in {"but", "yet", "while"} for c in clause.children)
    own, before = syntax.modal(clause), syntax.modal(clause.head)
    return contrast or (own is not None and before is not None and own.lower_ != before.lower_)
