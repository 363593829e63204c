"""Entities need token boundaries: tokens that hold two names ("U.S.-ROK") are split where a name ends."""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Token

MOST_SPLITS = 2_000
"""Splits in one document; each takes time in the length of the document, so that more of them are left undone."""


def split_tokens(doc: Doc, spans: Iterable[tuple[int, int]]) -> None:
    """Split tokens of ``doc`` where one of ``spans`` (character offsets) starts or ends inside a token."""
    splits = 0
    parsed = doc.has_annotation("DEP")
    for start, end in spans:
        if doc.char_span(start, end) is not None or start >= end:
            continue
        splits += 1
        if splits > MOST_SPLITS:
            return
        _split_at(doc, start, end, parsed)


def _split_at(doc: Doc, start: int, end: int, parsed: bool) -> None:
    for offset in (end, start):
        token = _token_across(doc, offset)
        if token is not None:
            _split(doc, token, offset - token.idx, parsed)


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


def _split(doc: Doc, token: Token, length: int, parsed: bool) -> None:
    """Split a token behind ``length`` characters; the last part keeps its place in the tree, the first hangs on it."""
    parts = [token.text[:length], token.text[length:]]
    attributes: dict[str | int, list[Any]] = {"TAG": [token.tag_] * 2, "POS": [token.pos_] * 2, "LEMMA": parts}
    if parsed:
        doc.vocab.strings.add("compound")
        attributes["DEP"] = ["compound", token.dep_]
    head = token.head
    with doc.retokenize() as retokenizer:
        heads = [(token, 1), (token, 1) if head == token else head]
        retokenizer.split(token, parts, heads=heads, attrs=attributes)
