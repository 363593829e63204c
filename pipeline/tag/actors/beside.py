"""Who acts with the one that a phrase names, told from the order of words: lists, "together with", "except".

Parsers cut lists of names at brackets and titles ("Chile, Norway (host) and the Republic of Peru will"), and hang what
stands between commas on whatever is near. The names themselves and the words between them are plain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from pipeline.tag.actors.memory import STATE_LABELS
from pipeline.tag.entities.spans import entities_within

SEPARATORS = frozenset({",", ";", "and", "&"})
BRACKET_REACH = 8
"""Words that a bracket behind a name may hold."""


@dataclass(frozen=True, slots=True)
class Run:
    """Names that a text joins, and the index behind the last of them with its bracket."""

    names: tuple[Span, ...]
    end: int
    is_joined: bool
    """Whether "and" stands between two of them."""


def whole_list(mention: Span, at: Token) -> Span:
    """A phrase with all the names of the list that it stands in, up to the verb ``at``; the phrase itself where it
    stands in none.
    """
    if mention.end > at.i or not entities_within(mention):
        return mention
    for name in _names(mention.sent):
        if name.start >= mention.end:
            break
        run = names_from(mention.doc, _lead(name), at.i)
        if len(run.names) < 2 or not run.is_joined or run.names[-1].end <= mention.start:
            continue
        is_wider = run.names[0].start < mention.start or run.end > mention.end
        begin = _lead(name)
        if not is_wider or not (_is_owner(mention) or _stands_free(mention.doc, begin, mention.sent.start)):
            return mention
        if run.end > mention.end and not _reaches(mention.doc, run.end, at.i):
            return mention
        return mention.doc[min(begin, mention.start) : max(run.names[-1].end, mention.end)]
    return mention


def named_behind(phrases: frozenset[str], mention: Span, at: Token) -> Iterator[Span]:
    """Names behind one of the ``phrases`` that stands between a mention and its verb ``at``, or in front of both:
    "Norway, *together with Chile*, will", "*Together with Chile*, Norway will".
    """
    doc, sentence = mention.doc, mention.sent
    behind = _past_comma(doc, mention.end, at.i) if mention.end <= at.i else at.i
    if (begin := _past_phrase(doc, behind, at.i, phrases)) is not None:
        run = names_from(doc, begin, at.i)
        if _reaches(doc, run.end, at.i):
            yield from run.names
    for i in range(sentence.start, mention.start):
        if (begin := _past_phrase(doc, i, mention.start, phrases)) is not None:
            run = names_from(doc, begin, mention.start)
            between = [t.lower_ for t in doc[run.end : mention.start]]
            if between in ([","], [",", "the"]) and _opens(doc, i, sentence.start):
                yield from run.names


def names_from(doc: Doc, begin: int, stop: int) -> Run:
    """The names that stand from token ``begin`` on, joined by commas and "and", before ``stop``."""
    known = {name.start: name for name in _names(doc[begin:stop])} if begin < stop else {}
    found: list[Span] = []
    at, end, is_joined, joined = begin, begin, False, False
    while at < stop:
        while at < stop and at not in known and _leads(doc[at]):
            at += 1
        if at not in known:
            break
        found.append(known[at])
        is_joined = is_joined or joined
        end = at = _past_bracket(doc, known[at].end, stop)
        joined = False
        while at < stop and doc[at].lower_ in SEPARATORS:
            joined = joined or doc[at].lower_ in {"and", "&"}
            at += 1
        if at == end:
            break
    return Run(tuple(found), end, is_joined)


def _names(words: Span | Doc) -> Sequence[Span]:
    return [ent for ent in entities_within(words[:]) if ent.label_ in STATE_LABELS]


def _leads(token: Token) -> bool:
    """Whether a word stands in front of a name as part of it or of a title: "the Republic of", "President"."""
    return token.lower_ in {"the", "of"} or token.tag_ in {"NNP", "NNPS"}


def _lead(name: Span) -> int:
    """The index of the first word that leads up to a name."""
    begin = name.start
    while begin > name.sent.start and _leads(name.doc[begin - 1]):
        begin -= 1
    return begin


def _stands_free(doc: Doc, begin: int, start: int) -> bool:
    """Whether no preposition governs what begins at ``begin``: "*in* Chile, Norway and Peru will" names a place."""
    return begin == start or doc[begin - 1].pos_ not in {"ADP", "VERB"}


def _is_owner(mention: Span) -> bool:
    """Whether a phrase owns what follows, whatever governs it: "reaffirmed Chile and *Norway's* commitment"."""
    return mention[-1].tag_ == "POS" or mention.text.endswith(("'s", "’s"))


def _reaches(doc: Doc, end: int, at: int) -> bool:
    """Whether only adverbs, helping verbs and commas stand between ``end`` and a verb."""
    return all(t.pos_ in {"ADV", "AUX", "PART"} or t.text in {",", ")"} for t in doc[end:at])


def _opens(doc: Doc, i: int, start: int) -> bool:
    return i == start or doc[i - 1].is_punct or doc[i - 1].pos_ in {"CCONJ", "SCONJ"}


def _past_comma(doc: Doc, i: int, stop: int) -> int:
    return i + 1 if i < stop and doc[i].text == "," else i


def _past_phrase(doc: Doc, i: int, stop: int, phrases: frozenset[str]) -> int | None:
    """The index behind the longest of the ``phrases`` that begins at ``i``; None where none does."""
    if i >= stop:
        return None
    first = doc[i].lower_
    for phrase in sorted((p for p in phrases if p.startswith(first)), key=len, reverse=True):
        end = i + len(phrase.split())
        if end < stop and " ".join(t.lower_ for t in doc[i:end]) == phrase:
            return end
    return None


def _past_bracket(doc: Doc, i: int, stop: int) -> int:
    if i < stop and doc[i].text == "(":
        return next((k + 1 for k in range(i, min(i + BRACKET_REACH, stop)) if doc[k].text == ")"), i)
    return i
