"""Towards whom an action is directed: "send tugs *to Chile*", "invite *Kenya and Uganda*"."""

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.tag.actors import beside
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.entities.spans import entities_within

RECIPIENT = frozenset({"with", "to", "for", "towards", "toward"})
"""Prepositions before the name of whom an action is directed to; the verbs are data (scope.csv, helping)."""
NAME_REACH = 3
"""Words before a name among which they stand: "with the Republic of ..."."""
RECEIVING = frozenset({"iobj", "dative"})
"""Labels of the one who receives: "lend *Chile* two tugs"."""
OWNING = frozenset({"'s", "’s", "'", "’"})
DIRECTED = frozenset({"GPE", "ORG", "NORP"})


def directed(action: Span, head: Token, actors: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
    """Codes of the countries and bodies to which an action with its ``head`` is directed, the actors left out."""
    found: set[str] = set()
    reached = action.start
    for name in entities_within(action):
        if name.label_ not in DIRECTED or name.start < reached or not _receives(name, action, scope):
            continue
        if _stands_aside(name.root, head):
            continue
        run = beside.names_from(action.doc, name.start, action.end)
        reached = run.end
        found.update(one.kb_id_ for one in run.names if one.label_ in DIRECTED)
    return tuple(sorted(found - {*actors, ""}))


def helps(action: Span, code: str, scope: Scope) -> bool:
    """Whether an action helps the state or body with ``code``, or is done with it: "support *Chile*", "work with
    *Chile*". Who says "we will" of it is somebody else.
    """
    for name in entities_within(action):
        before = name.doc[max(action.start, name.start - NAME_REACH) : name.start]
        plain = name.label_ in DIRECTED and name.kb_id_ == code and name.doc[name.end : name.end + 1].text not in OWNING
        if plain and any(t.lower_ == "with" or _is_aid(t, scope) for t in before):
            return True
    return False


def _is_aid(token: Token, scope: Scope) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in scope.words("aiding")


def _receives(name: Span, action: Span, scope: Scope) -> bool:
    """Whether a name is the one who receives, or stands behind a preposition or verb that says so."""
    if name.root.dep_ in RECEIVING or _stands_between(name):
        return True
    before = name.doc[max(action.start, name.start - NAME_REACH) : name.start]
    return any(t.lemma_.lower() in RECIPIENT | scope.words("helping") for t in before)


def _stands_between(name: Span) -> bool:
    """Whether a name stands between a verb and what is given, where the parse has drawn it to the latter: "lend *Chile*
    two tugs".
    """
    doc, at = name.doc, name.start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    behind = doc[name.end].tag_ if name.end < name.sent.end else ""
    return at >= name.sent.start and doc[at].tag_.startswith("VB") and behind in {"CD", "DT", "PRP$"}


def _stands_aside(noun: Token, head: Token) -> bool:
    """Whether a name stands in a clause that only says more: "..., as it did *when it helped Chile*"."""
    for token in (noun, *syntax.ancestors(noun)):
        if token.i == head.i:
            return False
        if syntax.is_relative(token) or (token.dep_ == "advcl" and syntax.is_finite(token)):
            return True
    return False
