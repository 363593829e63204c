"""What coordination and extents ask of single verbs, where tagger and parser are often wrong: whether a word is one at
all, where its phrase begins, and whether it has a complement of its own.
"""

import re

from spacy.tokens import Doc, Token

from pipeline.language import syntax
from pipeline.tag.commitments.asides import CLOSED_BY, joint_before, past_asides
from pipeline.tag.commitments.scope import Scope

MADE_VERBS = re.compile(r"\w{2,}(?:(?:[aeio][lnrt]|it|im|og|ph)is|iz)e|\w{3,}ify")
"""Words that are verbs by their ending: "digitise", "organize", "rectify"; not "exercise", "expertise", "promise"."""
ARTICLES = frozenset({"the", "a", "an", "all", "each", "every", "both", "no", "any", "some"})
PARTICLES = frozenset({"up", "out", "down", "off", "over", "back", "aside", "forward"})
"""Behind a word that may be a verb they tell that it is one: "scale up wind", "phase out coal"."""
NOUN_PHRASE = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD"})
"""Tags of words with which the object of a verb begins."""
OBJECTIVE = frozenset({"it", "them", "him", "her", "us"})
"""Pronouns that stand right behind nothing but a verb or preposition: "station them in the north"."""
NEXT = frozenset({"next", "following", "same", "other", "last", "past", "first", "coming"})
"""Behind a noun and "the" these date it ("the work the next day")."""


def next_verb(doc: Doc, at: int, boundary: int, scope: Scope) -> Token | None:
    """The verb at index ``at``, adverbs passed over; None where another word or ``boundary`` comes first."""
    while at < boundary and (doc[at].pos_ == "ADV" or doc[at].lower_ == "further"):
        at += 1
    if at >= boundary:
        return None
    return doc[at] if doc[at].tag_ in {"VB", "VBG"} or is_base(doc[at], scope) else None


def is_base(token: Token, scope: Scope) -> bool:
    """Whether a word is a bare verb, or reads as one that the tagger took for a noun or another form of the verb.

    "Cut the fees", "exchange officers": a word that opens list items as a verb, with a noun phrase right behind it.
    """
    if token.tag_ == "VB":
        return True
    if syntax.own_subjects(token) or token.i + 1 >= token.sent.end:
        return False
    before, following = token.nbor(-1) if token.i > token.sent.start else token, token.nbor(1)
    if before.text in CLOSED_BY and before.text != ",":
        before = token.doc[joint_before(token.doc, token.i, token.sent.start)]
    if before.pos_ == "ADV" and before.i > token.sent.start:
        before = before.nbor(-1)
    joined = before.lower_ in {"and", ",", ";", "or", "&"}
    if joined and token.lower_ in scope.plain_verbs and token.is_lower and following.tag_ in NOUN_PHRASE:
        return True
    if token.lower_ not in scope.bare_verbs:
        return joined and reads_as_verb(token)
    if joined and token.tag_ in {"NN", "VBP"} and following.lower_ in PARTICLES and following.i + 1 < token.sent.end:
        return following.nbor(1).pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}
    if token.tag_ == "NN":
        behind_to = before.lower_ == "to" and following.tag_ in {"NN", "NNS"}
        return (joined or before.lower_ == "to") and (behind_to or following.tag_ in {"DT", "PRP$"})
    if token.tag_ == "VBP":
        return True
    return token.tag_ in {"VBD", "VBN"} and following.tag_ in NOUN_PHRASE


def reads_as_verb(token: Token) -> bool:
    """Whether a word in lower case that was tagged as a noun or adjective is a bare verb by what stands behind it: an
    article or possessive ("staff the school"), or, where its ending makes it a verb, any noun phrase ("digitise land
    titles").
    """
    if token.tag_ not in {"NN", "NNS", "JJ", "RB", "UH", "VBP", "NNP"} or token.i + 1 >= token.sent.end:
        return token.tag_ == "VB"
    following = token.nbor(1)
    if not token.is_lower:
        return False
    if MADE_VERBS.fullmatch(token.lower_) or "-" in token.text:
        return following.tag_ in NOUN_PHRASE or following.pos_ == "PRON"
    if following.lower_ in OBJECTIVE or (token.tag_ in {"RB", "UH", "VBP"} and _is_astray(token, following)):
        return True
    if token.tag_ == "NNS" or token.lower_.endswith("ing"):
        return False
    own = following.tag_ == "PRP$" or (following.tag_ == "DT" and following.lower_ in ARTICLES)
    return own and not (following.i + 1 < token.sent.end and following.nbor(1).lower_ in NEXT)


def _is_astray(word: Token, following: Token) -> bool:
    """Whether an adverb stands where none can, between a comma and a noun: ", *onboard* pilots and"."""
    return word.nbor(-1).text == "," and following.tag_ in {"NN", "NNS", "NNP"} and word.dep_ != "advmod"


def left_of(verb: Token) -> int:
    """Index of the verb with the adverbs and passive auxiliaries right before it."""
    start = verb.i
    while (
        start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in {"advmod", "aux:pass", "auxpass"}
    ):
        start -= 1
    while (
        start > 1 and verb.doc[start].pos_ == verb.doc[start - 2].pos_ == "ADV" and verb.doc[start - 1].lower_ == "and"
    ):
        start -= 2
    return start


def own_to(token: Token) -> Token | None:
    """The "to" that a coordinated action repeats: "... and to enhancing"."""
    for child in token.children:
        if child.i < token.i and child.lower_ == "to" and child.dep_ in {"mark", "aux", "case"}:
            return child
    if token.head.dep_ == "prep" and token.head.lower_ == "to" and token.dep_ in {"pobj", "pcomp"}:
        return token.head
    return None


def has_complement(verb: Token, other: Token) -> bool:
    """Whether a verb has something of its own before the verb coordinated with it ("verbs that share one object")."""
    if _is_series(verb, other):
        return False
    for token in verb.doc[verb.i + 1 : other.i]:
        if token.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "NUM", "ADJ", "SYM"} and token.head.i != other.i:
            return True
        if token.lower_ in {"together", "jointly", "closely"}:
            return True
    return False


def _is_series(verb: Token, other: Token) -> bool:
    """Whether nothing but single words stand between two verbs of a list: "explore, *study* and, if agreed, launch"."""
    doc, at = verb.doc, verb.i + 1
    while at + 1 < other.i and doc[at].text == "," and doc[at + 1].tag_ in {"VB", "NN", "VBP"}:
        at += 2
    closes = at > verb.i + 1 and doc[at].lower_ in {"and", "or"}
    return closes and other.i in {at + 1, past_asides(doc, at + 1, other.i)}


def is_clause(token: Token, scope: Scope) -> bool:
    """Whether a coordinated verb has a modal, tense or subject of its own; taggers mix up "support" VB and VBP."""
    if syntax.own_subjects(token):
        return True
    return syntax.is_finite(token) and not (
        (token.tag_ == "VBP" or is_base(token, scope)) and not syntax.auxiliaries(token)
    )
