"""Rules that refuse a candidate outright; each gives its reason in words that an analyst can act on."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments import scope
from pipeline.tag.commitments.cues import Cue

PREDICATIVE = frozenset({"xcomp", "acomp", "oprd", "conj", "ROOT", "advcl"})
HYPOTHETICAL = ("if", "when", "whether", "unless", "until")
ANNOUNCING = frozenset({"announce", "launch"})
"""They bind as infinitives too: "we are pleased to announce a fund"."""
FOUNDING = frozenset({"establish", "create"})


def refusal(cue: Cue, token: Token, nested: bool, tense: str, subject: str, features: Sequence[str]) -> str:
    """The rule that speaks against a candidate, in words; empty where none does."""
    if nested:
        return "its cue is the action of another commitment"
    if tense == "pluperfect":
        return "past perfect: told of, not made"
    if cue.pos == "verb" and tense == "infinitive" and cue.text not in ANNOUNCING:
        return "an infinitive: the verb above says what is done"
    if cue.text in FOUNDING and token.tag_ == "VB" and not syntax.own_subjects(token):
        return "an infinitive: the verb above says what is done"
    if cue.pos == "adj" and not syntax.auxiliaries(token) and not _is_predicative(token):
        return "it only qualifies a noun"
    if cue.pos == "verb" and token.tag_ == "VBN" and _qualifies(token):
        return "it only qualifies a noun"
    if subject == "you":
        return "an obligation of others"
    if cue.pos == "modal" and "above=opinion0" in features:
        return "an opinion of what will be (scope.csv, opinion)"
    if cue.pos == "modal" and "mark=whether" in features:
        return "a case that is only thought of"
    if "programme" in features:
        return "part of the programme of a visit"
    if cue.pos == "verb" and "cue_passive" in features and subject not in {"demonstrative", "speaker"}:
        return "the verb is passive: nobody binds itself"
    if cue.pos == "modal" and cue.strength == "weak" and (subject != "we" or "speaker_alone" in features):
        return "an obligation of others"
    if cue.pos == "verb" and cue.text in scope.words("upkeep") and tense in {"past", "perfect", "gerund"}:
        return "told of the past, or a circumstance: the verb binds only in the present (scope.csv, upkeep)"
    if cue.text == "would" and not _is_reported(token):
        return "not reported speech: what would be, not what is promised"
    if cue.pos == "verb" and ("ago+tense=past" in features or "ago+tense=perfect" in features):
        return "told of the past"
    if cue.pos in {"verb", "adj"} and any(f"mark={word}" in features for word in HYPOTHETICAL):
        return "a case that is only thought of"
    if "above=praise0" in features and cue.pos == "noun":
        return "somebody else's: the verb above welcomes or regrets it (scope.csv, praise)"
    if "above=recall0" in features and (cue.pos == "noun" or (cue.pos == "verb" and tense in {"past", "perfect"})):
        return "only told of (scope.csv, recall)"
    if "above=demand0" in features and cue.pos != "noun" and cue.pos != "modal":
        return "asked of somebody (scope.csv, demand)"
    if "question" in features:
        return "a question"
    if cue.pos == "adj" and cue.strength == "medium" and tense == "perfect":
        return "told of the past"
    if "cue_negated" in features:
        return "the cue is negated"
    return ""


def _qualifies(participle: Token) -> bool:
    """Whether a participle stands before its noun: "the agreed upon tariffs"."""
    before = participle.nbor(-1) if participle.i > participle.sent.start else participle
    return (participle.dep_ == "amod" and participle.head.i > participle.i) or (
        before.tag_ in {"DT", "PRP$"} and not syntax.auxiliaries(participle)
    )


def _is_predicative(token: Token) -> bool:
    """Whether an adjective or participle without copula is said of a subject and does not qualify a noun."""
    opens = token.i == token.sent.start or token.nbor(-1).is_punct or token.nbor(-1).pos_ == "CCONJ"
    return token.dep_ in PREDICATIVE and (token.dep_ != "advcl" or opens)


def _is_reported(modal: Token) -> bool:
    """Whether a "would" stands in a that-clause under a verb in the past: "confirmed that they would"."""
    clause = syntax.first_conjunct(syntax.governing_verb(modal))
    return clause.dep_ == "ccomp" and syntax.tense(clause.head) in {"past", "perfect"}
