"""What coordination and extents ask of single verbs, where tagger and parser are often wrong: whether a word is one at
all, where its phrase begins, and whether it has a complement of its own.
"""

from spacy.tokens import Doc, Token

from pipeline.language import syntax
from pipeline.tag.commitments.scope import Scope


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
    if token.lower_ not in scope.bare_verbs or syntax.own_subjects(token) or token.i + 1 >= token.sent.end:
        return False
    before, following = token.nbor(-1), token.nbor(1)
    if before.pos_ == "ADV" and before.i > token.sent.start:
        before = before.nbor(-1)
    if token.tag_ == "NN":
        behind_to = before.lower_ == "to" and following.tag_ in {"NN", "NNS"}
        return before.lower_ in {"to", "and", ","} and (behind_to or following.tag_ in {"DT", "PRP$"})
    if token.tag_ == "VBP":
        return True
    return token.tag_ in {"VBD", "VBN"} and following.tag_ in {"DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD"}


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
    for token in verb.doc[verb.i + 1 : other.i]:
        if token.pos_ in {"NOUN", "PROPN", "PRON", "VERB", "NUM", "ADJ", "SYM"} and token.head.i != other.i:
            return True
        if token.lower_ in {"together", "jointly", "closely"}:
            return True
    return False


def is_clause(token: Token, scope: Scope) -> bool:
    """Whether a coordinated verb has a modal, tense or subject of its own; taggers mix up "support" VB and VBP."""
    if syntax.own_subjects(token):
        return True
    return syntax.is_finite(token) and not (
        (token.tag_ == "VBP" or is_base(token, scope)) and not syntax.auxiliaries(token)
    )
