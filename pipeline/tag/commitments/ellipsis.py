"""Elliptic clauses, which say of another actor what was just said: "..., and Chile will not either", "nor will Peru".

They name no action of their own, and end the one before them.
"""

from collections.abc import Callable

from spacy.tokens import Span, Token

OPENERS = frozenset({"neither", "nor", "so", "as"})
"""Words that open an elliptic clause in which the modal stands before its subject: "so will Peru"."""
ECHOES = frozenset({"either", "too", "also", "likewise", "not", "n't", "n’t", "never"})
"""Words that may stand behind the modal of an elliptic clause: "will not either"."""
CUT_MODALS = frozenset({"wo", "sha", "ca"})
"""What is left of a modal before "n't", which taggers take for another verb."""
JOINTS = frozenset({",", ";", "and", "but", "while"})
ENDS = frozenset({".", ";", ",", "!", "”", '"', ")"})
NAMING = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})


def elliptic_clauses(sentence: Span) -> dict[int, int]:
    """The elliptic clauses of a sentence: by the index of their modal that of the joint ("and", a comma) at which they
    begin.
    """
    modals = (token for token in sentence if _is_modal(token) and token.i > sentence.start)
    return {modal.i: start for modal in modals if (start := _start(modal)) is not None}


def _is_modal(token: Token) -> bool:
    return token.tag_ == "MD" or token.lower_ in CUT_MODALS


def _start(modal: Token) -> int | None:
    first = modal.sent.start
    if modal.nbor(-1).lower_ in OPENERS:
        at, echo = modal.i - 2, _names
    else:
        at, echo = modal.i - 1, _echoes
        while at > first and _names(modal.doc[at]):
            at -= 1
        if at == modal.i - 1:
            return None
    if at <= first or modal.doc[at].lower_ not in JOINTS or not _ends_behind(modal, echo):
        return None
    return at - 1 if modal.doc[at - 1].lower_ in JOINTS else at


def _ends_behind(modal: Token, goes_on: Callable[[Token], bool]) -> bool:
    """Whether behind a modal there is nothing but words that go on with the elliptic clause."""
    at, end = modal.i + 1, modal.sent.end
    while at < end and goes_on(modal.doc[at]):
        at += 1
    return at == end or modal.doc[at].text in ENDS or (modal.doc[at].lower_ == "and" and at > modal.i + 1)


def _names(token: Token) -> bool:
    return token.pos_ in NAMING or token.lower_ in {"of", "'s", "’s"}


def _echoes(token: Token) -> bool:
    return token.lower_ in ECHOES
