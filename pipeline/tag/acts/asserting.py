"""Whether a verb is what the sentence itself says, and who says it."""

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.acts.wordings import Wordings, is_missed, opens

SAID = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
BESIDE = frozenset({"advcl", "advcl:relcl"})
FINITE = frozenset({"VBZ", "VBP", "VBD"})
ALONGSIDE = frozenset({"", "and", "while", "whilst", "whereas", "as"})
"""What opens a clause beside the main one that is said as well; behind "if" or "when" it is not."""
FINAL = frozenset({"must", "can", "would", "should", "may", "do", "does", "did"})
"""Auxiliaries that leave to a verb what it does by being said: "we must condemn", "we would ask"."""
REFUTING = frozenset({"not", "n't", "n’t", "never", "nor", "no longer"})


def is_asserted(verb: Token, words: Wordings) -> bool:
    """Whether a verb is said outright: finite in a main clause, a participle beside it, or wished to be said.

    Relative clauses, conditions, questions and what is negated are not.
    """
    if verb.sent.text.rstrip().endswith("?") or _is_refuted(verb):
        return False
    if is_missed(verb):
        return not _has_finite_verb(verb)
    first = syntax.first_conjunct(verb)
    if first.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and first.head.dep_ == "ROOT":
        return not _has_finite_verb(verb) and not syntax.auxiliaries(verb)
    if syntax.is_relative(first) or first.dep_ == "acl" or syntax.is_conditional(verb):
        return False
    if verb.tag_ == "VBG":
        return _is_progressive(verb) or first.dep_ in {"ROOT", *BESIDE} or opens(verb)
    if verb.tag_ in {"VB", "VBP"} and syntax.to_particle(verb) is not None:
        return (words.has("wishing", verb.head) and _is_open(verb.head)) or _is_let(verb)
    helpers = [aux.lower_ for aux in syntax.auxiliaries(verb)]
    if "had" in helpers:
        return False
    if verb.tag_ == "VB" and not any(helper in FINAL for helper in helpers):
        return _is_let(verb) or (syntax.is_conjunct(verb) and is_asserted(verb.head, words))
    if verb.tag_ == "VBN" and not helpers:
        return syntax.is_conjunct(verb) and is_asserted(verb.head, words)
    return first.dep_ in SAID or opens(verb) or (first.dep_ in BESIDE and syntax.marker(first) in ALONGSIDE)


def is_voiced(verb: Token, words: Wordings) -> bool:
    """Whether somebody says what a verb says: a plan, a law or "this" demands nothing and regrets nothing."""
    if syntax.is_passive(verb):
        return not any(words.is_thing(agent) for agent in syntax.agents(verb))
    return not any(words.is_thing(subject) for subject in syntax.subjects(verb))


def is_feeling(adjective: Token, words: Wordings) -> bool:
    """Whether an adjective tells what somebody feels: "we are alarmed", "deeply alarmed, the ministers ..."."""
    if adjective.sent.text.rstrip().endswith("?") or _is_refuted(adjective) or _behind_far(adjective):
        return False
    first = syntax.first_conjunct(adjective)
    copulas = [t for t in (*syntax.auxiliaries(first), first.head) if t.lemma_ in {"be", "feel", "remain", "become"}]
    if first.dep_ == "acl:relcl" or syntax.is_relative(first) or syntax.is_conditional(first):
        return False
    if copulas and any(t.i < first.i for t in copulas):
        return not any(words.is_thing(subject) for subject in syntax.subjects(first))
    return opens(first) and (first.dep_ in {"ROOT", *BESIDE, "amod"} or first.tag_ == "VBN")


def is_pseudo(adjective: Token) -> bool:
    """Whether an adjective only names a subject: "the ministries concerned", "as far as fish is concerned"."""
    if _behind_far(adjective):
        return True
    before = adjective.nbor(-1) if adjective.i > adjective.sent.start else adjective
    return before.pos_ in {"NOUN", "PROPN", "PRON"} and adjective.head.i == before.i and adjective.dep_ != "ROOT"


def _behind_far(adjective: Token) -> bool:
    """Whether an adjective ends the phrase "as far as X is concerned", "where X is concerned"."""
    before = adjective.doc[max(adjective.sent.start, adjective.i - 10) : adjective.i]
    opening = [k for k, t in enumerate(before) if t.lower_ in {"far", "where"}]
    return adjective.lower_ == "concerned" and bool(opening) and not any(t.text == "," for t in before[opening[-1] :])


def _is_refuted(verb: Token) -> bool:
    near = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
    return syntax.is_negated(verb) or any(t.lower_ in REFUTING for t in near if t.head.i in {verb.i, verb.head.i})


def _is_open(verb: Token) -> bool:
    """Whether a verb stands outside relative and conditional clauses."""
    first = syntax.first_conjunct(verb)
    return not syntax.is_relative(first) and not syntax.is_conditional(verb)


def _is_progressive(verb: Token) -> bool:
    return any(aux.lemma_ == "be" for aux in syntax.auxiliaries(verb))


def _is_let(verb: Token) -> bool:
    return verb.head.lemma_ in {"let", "allow", "permit"} and verb.head.i < verb.i


def _has_finite_verb(token: Token) -> bool:
    """Whether the sentence has a finite verb of its own: else one of its nouns is a verb that was missed."""
    return any(
        (clause := syntax.governing_clause(t)).i != token.i
        and not syntax.is_relative(clause)
        and not _is_marked(clause)
        and bool(syntax.own_subjects(clause))
        for t in token.sent
        if t.tag_ in FINITE or t.tag_ == "MD"
    )


def _is_marked(clause: Token) -> bool:
    return syntax.marker(syntax.first_conjunct(clause)) != ""
