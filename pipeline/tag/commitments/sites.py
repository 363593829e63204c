"""A cue in its sentence, and the word with which its complement begins.

Between a cue and its complement may stand adverbs ("agreed jointly to"), the owner of what a noun names ("commitment of
both countries to"), an insertion ("committed, where possible, to") or a copula ("our goal is to").
"""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments.forms import BEHIND, Form, Frame
from pipeline.tag.commitments.scope import Scope

PREPOSITIONS: dict[Frame, frozenset[str]] = {
    "on_noun": frozenset({"on", "upon"}),
    "to_gerund": frozenset({"to"}),
    "to_noun": frozenset({"to"}),
    "in_gerund": frozenset({"in"}),
    "in_noun": frozenset({"in"}),
    "towards_noun": frozenset({"towards", "toward"}),
    "for_noun": frozenset({"for"}),
    "at_noun": frozenset({"at"}),
    "of_gerund": frozenset({"of"}),
    "of_noun": frozenset({"of"}),
}
GERUND_ONLY: frozenset[Frame] = frozenset({"to_gerund", "of_gerund", "in_gerund"})
KEPT = frozenset({"to", "in", "towards", "toward"})
"""Prepositions that belong to the action: "committed *to reducing* emissions", but "agreed on *the launch*"."""
PASSED_OVER = frozenset({"jointly", "together", "ourselves", "themselves", "itself", "himself", "herself", "fully"})
"""Words between a cue and its complement, whatever their tag: "pledged themselves to"."""

# How many words are looked through where the parse of a long sentence cannot be trusted. Each reach holds the phrases
# that stand there in press text; a wider one meets the complement of another word.
INSERTION_REACH = 18
"""For the comma that closes an insertion: "committed, within the means of both countries, to"."""
OWNER_REACH = 12
"""For the "to" behind an owner: "commitment of the Governments of Norway and of Chile to"."""
CIRCUMSTANTIAL = frozenset({"with", "in", "at", "during"})
"""Prepositions of what may stand between a verb and its infinitive: "agreed *with* Chile to", "agreed *in* Oslo to"."""
GOAL_REACH = 10
"""For "is to" behind a noun: "the aim of the talks between both sides is to"."""


@dataclass(frozen=True)
class Site:
    """A cue at ``token`` whose last word is before index ``end``, the frames that the lexicon gives it, and the words
    of ``scope.csv``.
    """

    token: Token
    end: int
    frames: frozenset[Frame]
    scope: Scope

    @property
    def stop(self) -> int:
        """The index behind the sentence."""
        return int(self.token.sent.end)

    @cached_property
    def complement(self) -> Token | None:
        """The word with which a complement begins that stands right behind the cue: "to", a preposition, a gerund."""
        doc, stop, at = self.token.doc, self.stop, self.end
        while at < stop and (_is_plain_adverb(doc[at]) or doc[at].lower_ in PASSED_OVER):
            at += 1
        at = _past_insertion(self.token, _past_copula(self.token, at, stop), stop)
        if at >= stop:
            return None
        if doc[at].lower_ in {"not", "neither", "never"} and at + 1 < stop and doc[at + 1].lower_ == "to":
            at += 1
        return doc[at]


def form_behind(preposition: str, head: Token) -> Form:
    """The form of an action with ``head`` behind a preposition."""
    noun, gerund = BEHIND[preposition]
    return gerund if head.tag_ == "VBG" or head.lower_.endswith("ing") else noun


def _is_plain_adverb(token: Token) -> bool:
    return token.pos_ == "ADV" and token.tag_ != "WRB"


def _past_insertion(token: Token, at: int, stop: int) -> int:
    """The index of the "to" behind an insertion: "committed, where possible, to", "commitment of both countries to"."""
    doc = token.doc
    if at >= stop:
        return at
    if doc[at].text == ",":
        for k in range(at + 2, min(at + INSERTION_REACH, stop - 1)):
            if doc[k].text == "," and doc[k + 1].lower_ == "to":
                return k + 1
    elif (to := _past_phrase(token, at, stop)) is not None:
        return to
    elif token.pos_ == "NOUN" and doc[at].lower_ in CIRCUMSTANTIAL:
        return _to_gerund_behind(token, at, stop)
    elif doc[at].lower_ in {"by", "of", "from"} and token.pos_ == "NOUN":
        for k in range(at + 2, min(at + OWNER_REACH, stop)):
            if doc[k].lower_ == "to":
                return k
            if doc[k].pos_ in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ"} and doc[k].lower_ != "of":
                break
    return at


def _past_phrase(token: Token, at: int, stop: int) -> int | None:
    """The index of the "to" behind with whom something was agreed, or whose a promise is."""
    if token.pos_ == "VERB":
        return _past_circumstance(token, at, stop)
    return _past_bearer(token, at, stop) if token.pos_ == "NOUN" else None


def _past_bearer(noun: Token, at: int, stop: int) -> int | None:
    """The index of the "to" behind whose something is: "a commitment *on the part of Chile* to mend the roads"."""
    if noun.doc[at].lower_ != "on":
        return None
    to = next((k for k in range(at + 1, min(at + OWNER_REACH, stop)) if noun.doc[k].lower_ == "to"), None)
    return to if to is not None and any(t.lemma_ in syntax.BEARERS for t in noun.doc[at:to]) else None


def _to_gerund_behind(noun: Token, at: int, stop: int) -> int:
    """The index of the "to" of a gerund behind where a commitment stands: "commitment *at the highest level* to
    protecting the reef"; ``at`` where there is none.
    """
    for k in range(at + 2, min(at + OWNER_REACH, stop - 1)):
        if noun.doc[k].lower_ == "to":
            return k if noun.doc[k + 1].tag_ == "VBG" else at
        if noun.doc[k].pos_ in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ"}:
            break
    return at


def _past_circumstance(token: Token, at: int, stop: int) -> int | None:
    """The index of the "to" behind with whom, where or when it was said: "agreed with Chile to"."""
    doc = token.doc
    is_for_others = doc[at : at + 3].text.lower() == "on behalf of"
    if doc[at].lower_ not in CIRCUMSTANTIAL and not is_for_others:
        return None
    for k in range(at + 2, min(at + OWNER_REACH, stop - 1)):
        if doc[k].lower_ == "to":
            names = doc[at].lower_ != "with" or doc[k - 1].tag_ not in {"NN", "NNS"}
            return k if doc[k + 1].tag_ == "VB" and names else None
        if doc[k].pos_ in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ"} and doc[k].lower_ != "of":
            return None
    return None


def _past_copula(token: Token, at: int, stop: int) -> int:
    """The index of the "to" that says what a goal is: "our goal is to act", "the aim of the talks is to end ..."."""
    if token.pos_ != "NOUN":
        return at
    for k in range(at, min(at + GOAL_REACH, stop - 1)):
        if token.doc[k].lemma_ == "be" and token.doc[k + 1].lower_ == "to":
            return k + 1
        if token.doc[k].pos_ in {"VERB", "AUX", "PUNCT"} or (k == at and token.doc[k].lower_ != "of"):
            break
    return at
