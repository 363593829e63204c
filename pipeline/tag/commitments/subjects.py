"""Which words name the one who binds itself: the mention that is then resolved to actors.

Verbs and adjectives: their subject, or the "by" phrase of a passive. Nouns: their possessor, else the subject of the
verb that asserts them. None where the text leaves it to the speaker ("REAFFIRMING our commitment", list items).
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from pipeline.language import syntax
from pipeline.tag.commitments.sums import leads_with_amount

Source = Literal["speaker", "subject", "before", "agent", "patient", "possessor", "modifier", "governor", "asserter"]
"""How a mention was found: as subject, right before the cue, in a "by" phrase, as what a passive is done to, as owner
or modifier of a noun, as subject of the verb above it, or of the verb above the clause."""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name an actor (None: the speaker), the head noun, and how they were found."""

    span: Span | None
    head: Token | None
    source: Source


SPEAKER = Mention(None, None, "speaker")
LINKING = frozenset({"further", "also"})
"""Words before a verb that parsers take for its subject: "5. *Further* decides"."""
STATES_OF_MIND = frozenset({"prepared", "determined", "resolved", "pleased", "inclined", "disposed"})
NO_SUBJECTS = frozenset({"IN", "RB", "VB", "LS"})
"""Tags of words that parsers take for subjects and that are none: adverbs, bare verbs, the marks of points."""
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD"})


def of_verb(verb: Token, cue: Token, stative: bool = False) -> Mention:
    """Who does what a verbal cue promises; ``cue`` is the word in front of which a subject may be looked for.

    ``stative``: a participle that tells of a state ("we are committed") and whose subject is the actor. Where "it was
    agreed", the speaker agreed.
    """
    if syntax.is_passive(verb) and not stative and not _is_state_of_mind(verb):
        agents = [t for t in syntax.agents(verb) if not t.like_num and t.ent_type_ != "DATE"]
        if agents:
            return _mention(agents[0], "agent")
        patient = syntax.subjects(verb)
        if not patient or (verb.i == cue.i and patient[0].lower_ == "it"):
            return SPEAKER
        return _mention(patient[0], "patient")
    named = [
        t
        for t in syntax.subjects(verb)
        if t.tag_ not in NO_SUBJECTS and t.lower_ not in LINKING and not _is_object_misread(t, cue)
    ]
    found = [t for t in named if t.tag_ != "JJ" or t.ent_type_] or [t for t in named if _is_nominal(t)]
    if found and (own := _clause_subject(found[0], verb, cue)) is not None:
        return _mention(own, "before")
    if found:
        return _mention(_behind_label(found, verb), "subject")
    before = _before(cue)
    return _mention(before, "before") if before is not None else SPEAKER


def _is_object_misread(noun: Token, cue: Token) -> bool:
    """Whether the object of a verb behind a modal was taken for its subject: "will, if asked, *co-host the games*"."""
    verb = noun.head
    return cue.tag_ == "MD" and cue.i < verb.i < noun.i and verb.tag_ == "VB"


def _is_state_of_mind(verb: Token) -> bool:
    """Whether a participle tells how somebody is disposed to act: "Norway will be *prepared* to help"."""
    return verb.lower_ in STATES_OF_MIND and bool(syntax.infinitives(verb)) and not syntax.agents(verb)


def _is_nominal(adjective: Token) -> bool:
    """Whether an adjective stands for a noun: "the *latter* will pay"."""
    return any(child.dep_ == "det" for child in adjective.children)


def _clause_subject(shared: Token, verb: Token, cue: Token) -> Token | None:
    """The noun in front of a modal that is its subject, which the parse has drawn into the clause before: "Norway will
    train the pilots and *Chile* will repair the radar". ``shared`` is the subject that the parse gives.
    """
    noun = _right_before(cue)
    if noun is None or cue.tag_ != "MD" or syntax.own_subjects(verb) or noun.i == shared.i or shared.is_ancestor(noun):
        return None
    start = noun.left_edge.i
    while start < noun.i and noun.doc[start].pos_ in {"CCONJ", "PUNCT"}:
        start += 1
    behind_verb = any(t.pos_ == "VERB" for t in noun.doc[shared.i : start])
    return noun if behind_verb and noun.doc[start - 1].lower_ in {"and", "but", "while", "whereas"} else None


def of_patient(verb: Token) -> Mention:
    """What a passive is done to; the speaker where it has no subject."""
    patient = syntax.subjects(verb)
    return _mention(patient[0], "patient") if patient else SPEAKER


def _behind_label(found: list[Token], verb: Token) -> Token:
    """Of several subjects the one behind a colon: "Clean water for all: *Norway* will build ..."."""
    label = next((t.i for t in verb.doc[found[0].i : found[-1].i] if t.text == ":"), None)
    return found[0] if label is None else next(t for t in found if t.i > label)


def of_noun(noun: Token, takes_of: bool = False) -> Mention:
    """Whose commitment, determination, need ... a noun cue names.

    ``takes_of``: its "of" phrase is the action ("importance of acting"), not the owner ("commitment of both sides").
    """
    owners = [t for t in syntax.possessors(noun) if t.i < noun.i or not (takes_of or leads_with_amount(t))]
    if owners:
        return _mention(_owner(owners[0], noun), "possessor")
    names = [
        t for t in syntax.compound_modifiers(noun) if t.tag_ in {"NNP", "NNPS"} or t.ent_type_ in {"GPE", "ORG", "NORP"}
    ]
    if names:
        first = min(t.left_edge.i for t in names)
        return Mention(noun.doc[first : names[-1].i + 1], names[-1], "modifier")
    for above in syntax.ancestors(noun):
        if above.pos_ in {"VERB", "AUX"} or above.dep_ in syntax.CLAUSES:
            if syntax.is_passive(above):
                agents = syntax.agents(above)
                return _mention(agents[0], "agent") if agents else SPEAKER
            found = syntax.subjects(above)
            if found and found[0].i != noun.i:
                return _mention(found[0], "governor")
    return SPEAKER


def _owner(owner: Token, noun: Token) -> Token:
    """Whose something is; of "our" those whom the sentence names: "*Chile and Norway* reaffirmed our commitment"."""
    verb = noun.head
    if owner.lower_ != "our" or noun.dep_ not in syntax.OBJECTS:
        return owner
    named = [t for t in syntax.own_subjects(verb) if t.ent_type_ in {"GPE", "ORG"} and syntax.conjuncts(t)]
    return named[0] if named and all(t.ent_type_ in {"GPE", "ORG"} for t in syntax.conjuncts(named[0])) else owner


def _before(cue: Token) -> Token | None:
    """A noun or pronoun right in front of the cue, or the noun that it says more of: "the *leaders* of Chile will"."""
    token = _right_before(cue)
    while (
        token is not None
        and cue.sent.start <= token.head.i < cue.i
        and token.head.pos_ in {"NOUN", "PROPN"}
        and token.head.i != token.i
        and not any(t.text == "," for t in cue.doc[token.head.i : token.i])
    ):
        token = token.head
    return token


def _right_before(cue: Token) -> Token | None:
    """A noun or pronoun right in front of the cue, adverbs passed over."""
    at = cue.i - 1
    while at >= cue.sent.start and cue.doc[at].pos_ in {"ADV", "AUX"}:
        at -= 1
    return cue.doc[at] if at >= cue.sent.start and cue.doc[at].tag_ in NOUN_TAGS else None


def _mention(head: Token, source: Source) -> Mention:
    start, end = syntax.noun_phrase(head)
    while start < head.i and (_only_joins(head.doc[start]) or head.doc[start].is_punct):
        start += 1
    return Mention(head.doc[start:end], head, source)


def _only_joins(token: Token) -> bool:
    """Whether a word joins a phrase to what stands before it; "either" and "neither" belong to the phrase."""
    return token.pos_ in {"ADP", "SCONJ"} or token.dep_ == "cc"
