"""Entities need token boundaries: tokens that hold two names ("U.S.-ROK") are split where a name ends."""

from typing import Any

from spacy.tokens import Doc, Span, Token


def span_of(doc: Doc, start: int, end: int) -> Span | None:
    """The span of the characters ``start`` to ``end``; a token that reaches over one of them is split there.

    None where the characters make no whole tokens even then (white space alone).
    """
    span = doc.char_span(start, end)
    if span is not None or start >= end:
        return span
    for offset in (end, start):
        token = _token_across(doc, offset)
        if token is not None:
            _split(doc, token, offset - token.idx)
    return doc.char_span(start, end)


def _token_across(doc: Doc, offset: int) -> Token | None:
    """The token with ``offset`` in its inside."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx <= offset:
            low = middle + 1
        else:
            high = middle
    token = doc[low - 1] if low else None
    inside = token is not None and token.idx < offset < token.idx + len(token)
    return token if inside else None


def _split(doc: Doc, token: Token, length: int) -> None:
    """Split a token behind ``length`` characters; the last part keeps its place in the tree, the first hangs on it."""
    parts = [token.text[:length], token.text[length:]]
    attributes: dict[str | int, list[Any]] = {
        "TAG": [token.tag_] * 2,
        "POS": [token.pos_] * 2,
        "LEMMA": parts,
        "DEP": ["compound", token.dep_],
    }
    head = token.head
    with doc.retokenize() as retokenizer:
        heads = [(token, 1), (token, 1) if head == token else head]
        retokenizer.split(token, parts, heads=heads, attrs=attributes)
