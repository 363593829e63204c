"""What a sentence says outright, and what it only seems to say."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.records import Act
from pipeline.tag.acts.asserting import is_pseudo
from pipeline.tag.acts.duties import is_order, names_a_duty, says_what_is_due
from pipeline.tag.acts.frames import holds
from pipeline.tag.acts.wordings import Found, Wordings

SPEAKERS = frozenset({"we", "i"})


@dataclass(frozen=True, slots=True)
class Said:
    """Acts that a sentence does beyond doubt, and acts of which it holds a word that does not do them."""

    plain: frozenset[Act]
    idle: frozenset[Act]


def said(sentence: Span, words: Wordings, speakers: frozenset[str], in_list: bool) -> Said:
    """What a sentence says; ``speakers`` are codes of those who speak, ``in_list`` whether it is an item of a list."""
    plain: set[Act] = set()
    idle: set[Act] = set()
    open_acts: set[Act] = set()
    for found in words.found(sentence):
        if any(holds(frame, found, words) for frame in found.wording.frames):
            plain.add(found.wording.act)
        elif _is_idle(found):
            idle.add(found.wording.act)
        else:
            open_acts.add(found.wording.act)
    if names_a_duty(sentence, words, speakers) or (not in_list and is_order(sentence)):
        plain.add("demand")
    elif says_what_is_due(sentence):
        plain.add("position")
    return Said(frozenset(plain), frozenset(idle - plain - open_acts))


def _is_idle(found: Found) -> bool:
    """Whether a wording is only a description ("the approach called for by the plan"), a visit ("called on the
    Minister"), what moves the speakers ("we are encouraged by"), an
    invitation that is told ("we invited them late") or "as far as we are concerned".
    """
    token = found.token
    if found.wording.pos == "adj":
        return is_pseudo(token)
    if found.wording.pos != "verb":
        return False
    if syntax.is_passive(token) and any(t.lower_ in SPEAKERS for t in syntax.own_subjects(token)):
        return True
    if token.tag_ == "VBN" and token.dep_ in {"acl", "amod"} and not syntax.auxiliaries(token):
        return syntax.is_finite(token.sent.root)
    if found.wording.text in {"call on", "call upon"}:
        return _is_visit(found)
    return found.wording.text == "invite" and token.tag_ == "VBD" and not _has_aim(token)


def _has_aim(verb: Token) -> bool:
    """Whether a "to" behind a verb says what for or where to."""
    return any(t.lower_ in {"to", "for"} for t in verb.doc[verb.i + 1 : verb.sent.end])


def _is_visit(found: Found) -> bool:
    behind = found.token.doc[found.last + 1 : found.token.sent.end]
    return any(t.ent_type_ == "PERSON" for t in behind[:6]) and not any(t.lower_ == "to" for t in behind)
