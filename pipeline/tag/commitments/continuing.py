"""Kind: whether the wording says that a promise goes on or is said again (GUIDELINES section 3, kind)."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments.scope import Scope

REACH = 4
"""Words before a cue among which "again", "still", "continued" speak of it."""
PARTING = frozenset({",", ";", ":", "and", "but", "that", "which", "who"})
"""Words beyond which another clause stands."""
LINKING = frozenset({"xcomp", "acomp", "ccomp", "oprd", "attr"})
"""Relations of a cue, or of its clause, to the verb that says it again or that it goes on: "stays committed"."""


def is_continuing(cue: Token, head: Token, start: int, scope: Scope) -> bool:
    """Whether the promise of ``cue`` to do ``head`` goes on or is said again.

    ``start`` is the index at which the first action of the cue begins: what stands before it speaks of all of them.
    """
    repeated = scope.words("continuing")
    if {head.lemma_, head.lower_, cue.lemma_} & repeated or _goes_on(head, scope) or _is_kept_up(cue, head):
        return True
    if any(_says_again(t, repeated) for t in _beside(cue, start)) or any(
        _says_again(c, repeated) for c in head.children if cue.i < c.i < head.i and c.pos_ == "ADV"
    ):
        return True
    above = _governor(cue)
    if above is None:
        return False
    again = above.i + 2 < cue.i and cue.doc[above.i + 1 : above.i + 3].text.lower() in {"once more", "once again"}
    return again or above.lemma_ in repeated


def _says_again(token: Token, repeated: frozenset[str]) -> bool:
    """Whether a word says that something is once more so; not "never again"."""
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    if token.lower_ == "more":
        return before == "once"
    return bool({token.lower_, token.lemma_} & repeated) and before not in {"never", "not"}


def _beside(cue: Token, start: int) -> Iterator[Token]:
    """The words of the cue's own clause before it, nearest first, and those between it and its action."""
    for token in reversed(cue.doc[max(cue.i - REACH, cue.sent.start) : cue.i]):
        if token.lower_ in PARTING:
            break
        yield token
    yield from (t for t in cue.doc[cue.i + 1 : start] if t.pos_ in {"ADV", "ADJ"} or t.tag_ == "VBN")


def _is_kept_up(cue: Token, head: Token) -> bool:
    """Whether "continue" governs the action, on whichever level; what is coordinated with it is not kept up."""
    token = head
    while token.head.i != token.i and token.i > cue.i:
        if not syntax.is_conjunct(token) and token.head.lemma_ == "continue" and token.head.i > cue.i:
            return True
        token = token.head
    return False


def _goes_on(head: Token, scope: Scope) -> bool:
    """Whether an action is to go on with something: "go on sharing", "carry on with the talks"."""
    if head.lemma_ not in scope.words("resuming") or head.i + 2 >= head.sent.end:
        return False
    on, behind = head.nbor(1), head.nbor(2)
    return on.lower_ in {"on", "in"} and (behind.tag_ == "VBG" or behind.lower_ == "with")


def _governor(cue: Token) -> Token | None:
    """The verb that says a cue: "renew" of "renew our pledge", "stay" of "stay committed", "reiterate" of "that we
    will".
    """
    if cue.pos_ == "NOUN":
        return next((a for a in syntax.ancestors(cue) if a.pos_ in {"VERB", "AUX"}), None)
    clause = syntax.governing_verb(cue)
    if syntax.is_conjunct(clause) and cue.tag_ == "MD" and syntax.modal(syntax.first_conjunct(clause)) is None:
        return None
    while syntax.is_conjunct(clause) and not syntax.own_subjects(clause) and clause.head.i != clause.i:
        clause = clause.head
    return clause.head if clause.dep_ in LINKING and clause.head.i != clause.i else None
