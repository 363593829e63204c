"""Actions that are kept up: what stands behind "continue" is what the speakers promise."""

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments.scope import Scope


def kept_up(head: Token, scope: Scope) -> list[Token]:
    """What is coordinated behind "continue": in "continue to help and train", both are kept up."""
    if head.lemma_ not in scope.words("keeping"):
        return []
    inner = [c for c in head.rights if c.tag_ in {"VB", "VBG"} and c.dep_ in {"xcomp", "advcl"}]
    return [v for v in syntax.conjuncts(inner[0]) if v.tag_.startswith("VB")] if inner else []


def kept_gerund(head: Token, scope: Scope) -> Token | None:
    """The gerund that an action is, or that it keeps up: "providing" of "continue providing"."""
    if head.tag_ == "VBG":
        return head
    if head.lemma_ not in scope.words("keeping") or head.i + 1 == head.sent.end:
        return None
    following = head.nbor(1)
    return following if following.tag_ == "VBG" else None
