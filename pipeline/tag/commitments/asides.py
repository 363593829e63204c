"""Words set off from the sentence that they stand in: "will, where possible, open", "will (subject to funding) send".

An aside is told by its place and its marks, not by the parse, which is often led astray by it: it stands right behind
a modal, a "to" or a coordinator, between commas, dashes or brackets.
"""

from spacy.tokens import Doc, Token

ASIDE_REACH = 14
"""Words of an aside between commas; what is longer is a clause of its own."""
MARKS = {",": ",", "(": ")", "[": "]", "–": "–", "—": "—"}
"""Marks that open an aside, with those that close it."""
CLOSED_BY = {"]": "[", ")": "(", ",": ",", "–": "–", "—": "—"}
LEADING = frozenset({"and", "or", "but", "nor", "to"})
"""Words behind which a comma opens an aside rather than goes on with a list."""
PASSED = frozenset({"not", "never", "further", "also", "neither", "both", "either"})
"""Words between a modal or "to" and its verb, whatever their tag."""

PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "in any way", "in no way", "by any means", "under any circumstances", "under no circumstances", "at any time",
        "at no time", "in particular", "in addition", "in turn", "at least", "as well", "inter alia", "among others",
    )
)  # fmt: skip
"""Adverbs of several words that may stand without commas: "shall in no way hinder", "not in any way to help"."""
LONGEST = max(len(phrase) for phrase in PHRASES)


def past_asides(doc: Doc, at: int, stop: int) -> int:
    """The index of the first word from ``at`` that is neither adverb nor aside; ``stop`` where all words are."""
    while at < stop:
        behind = max(behind_aside(doc, at, stop), at + _phrase(doc, at, stop))
        if behind > at:
            at = behind
        elif is_passed(doc[at]) or (doc[at].lower_ == "and" and at + 1 < stop and _is_adverb(doc[at - 1], doc[at + 1])):
            at += 1
        else:
            break
    return at


def joint_before(doc: Doc, at: int, start: int) -> int:
    """The index of the coordinator or comma with which the member of a list that begins at ``at`` is joined, adverbs
    and asides between the two passed over; ``at`` itself where none stands there. Nothing before ``start`` is read.
    """
    k = at - 1
    while k > start:
        opened = _before_aside(doc, k, start)
        if opened is not None:
            k = opened - 1
        elif phrase := _phrase_before(doc, k):
            k -= phrase
        elif is_passed(doc[k]):
            k -= 1
        else:
            break
    return k if k > start and (doc[k].text in {",", ";"} or doc[k].lower_ in {"and", "or", "but", "nor", "&"}) else at


def _phrase(doc: Doc, at: int, stop: int) -> int:
    """How many words the adverb phrase has that begins at ``at``; 0 where none does."""
    words = tuple(token.lower_ for token in doc[at : min(at + LONGEST, stop)])
    return next((n for n in range(len(words), 1, -1) if words[:n] in PHRASES), 0)


def _phrase_before(doc: Doc, at: int) -> int:
    """How many words the adverb phrase has that ends at ``at``; 0 where none does."""
    words = tuple(token.lower_ for token in doc[max(at - LONGEST + 1, 0) : at + 1])
    return next((n for n in range(len(words), 1, -1) if words[-n:] in PHRASES), 0)


def leads_aside(doc: Doc, at: int) -> bool:
    """Whether a mark at ``at`` opens an aside: a bracket, or a comma right behind a coordinator, a "to" or a modal."""
    mark = doc[at].text
    if mark in {"(", "["}:
        return True
    return mark in MARKS and at > 0 and (doc[at - 1].lower_ in LEADING or doc[at - 1].tag_ == "MD")


def is_passed(token: Token) -> bool:
    """Whether a word may stand between a modal or "to" and its verb: an adverb, "not", "both"."""
    return (token.pos_ == "ADV" and token.tag_ != "WRB") or (token.lower_ in PASSED and token.tag_ != "VB")


def _is_adverb(*tokens: Token) -> bool:
    return all(token.pos_ == "ADV" for token in tokens)


def behind_aside(doc: Doc, at: int, stop: int) -> int:
    """The index behind the aside that opens at ``at`` and closes before ``stop``; ``at`` where none does."""
    close = MARKS.get(doc[at].text)
    if close is None:
        return at
    for k in range(at + 1, min(at + ASIDE_REACH, stop)):
        if doc[k].text == close:
            return k + 1 if k > at + 1 else at
        if doc[k].text in {";", ":"} or (doc[k].is_space and "\n" in doc[k].text):
            return at
    return at


def _before_aside(doc: Doc, at: int, start: int) -> int | None:
    """The index at which the aside opens that closes at ``at``; None where none does, or where it leads nothing."""
    opener = CLOSED_BY.get(doc[at].text)
    if opener is None:
        return None
    for k in range(at - 2, max(at - ASIDE_REACH, start), -1):
        if doc[k].text == opener:
            return k if leads_aside(doc, k) else None
        if doc[k].text in {";", ":"}:
            return None
    return None
