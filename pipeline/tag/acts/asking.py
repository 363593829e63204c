"""Verbs that ask, judge or take a position, with what stands behind them.

The answers combine the parse with the order of words, for parsers attach infinitives in many ways.
"""

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.acts.asserting import is_asserted, is_voiced
from pipeline.tag.acts.wordings import Found, Wordings, is_missed, opens

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
BODIES = frozenset({"PERSON", "GPE", "ORG", "NORP"})
NEAR = 3
"""Words between a verb and the "that" of its clause."""
DENIED = frozenset({"do", "does", "can", "ca"})
"""Auxiliaries with which a stance is denied."""
KNOWING = frozenset({"know", "understand", "see", "believe"})
"""What somebody is wanted to do where he is only told something: "I want you to know"."""


def asks_another(found: Found, words: Wordings) -> bool:
    """Somebody is asked to act: "we ask the bank to pay", "travellers are urged to stay at home"."""
    verb = found.token
    if not (is_asserted(verb, words) and is_voiced(verb, words)) or _is_hindsight(found):
        return False
    if syntax.is_passive(verb):
        addressed = not any(t.lower_ in {"we", "i"} for t in syntax.own_subjects(verb)) and verb.lemma_ != "expect"
        return addressed and bool(syntax.infinitives(verb) or _infinitive_behind(verb, found.last))
    return _infinitive_of_another(verb, found.last)


def _is_hindsight(found: Found) -> bool:
    """Whether a wish is told of the past: "they would have liked"."""
    return found.wording.text in {"like", "want", "wish"} and any(
        aux.lemma_ == "have" for aux in syntax.auxiliaries(found.token)
    )


def asks_person(found: Found, words: Wordings) -> bool:
    """The same of a person or a body: "ordered the guards to open", not "ordered a car to drive"."""
    verb = found.token
    objects = [*_objects(verb), *(syntax.own_subjects(verb) if syntax.is_passive(verb) else ())]
    return asks_another(found, words) and any(
        t.ent_type_ in {"PERSON", "GPE", "ORG", "NORP"} or t.pos_ in {"PRON", "PROPN"} or words.has("addressee", t)
        for t in objects
    )


def _infinitive_behind(verb: Token, last: int) -> bool:
    following = verb.doc[last + 1 : last + 4]
    return any(t.lower_ == "to" and t.i + 1 < verb.sent.end and t.nbor(1).tag_ == "VB" for t in following)


def _infinitive_of_another(verb: Token, last: int) -> bool:
    """Whether somebody else and what he is to do stand behind the verb: "asked [the bank] to pay"."""
    named = False
    for token in verb.doc[last + 1 : verb.sent.end]:
        if token.text in {";", ":"} or _opens_a_clause(token):
            return False
        if token.lower_ == "to" and token.i + 1 < verb.sent.end:
            action = _infinitive_at(token)
            if action is not None and (named or action.head.i == verb.i):
                above = is_missed(verb) or verb.i in {t.i for t in syntax.ancestors(action)}
                return named and above and action.lemma_ not in KNOWING
        if token.pos_ in NOMINAL and token.lower_ != "it" and not token.lower_.endswith(("self", "selves")):
            named = True
    return False


def _opens_a_clause(token: Token) -> bool:
    """Whether a finite verb or a question word stands in the way, other than of a clause that describes somebody."""
    if token.tag_ not in {"VBZ", "VBP", "VBD", "MD", "WP", "WRB"}:
        return False
    clause = syntax.first_conjunct(syntax.governing_clause(token))
    return not syntax.is_relative(clause)


def _infinitive_at(to: Token) -> Token | None:
    """The bare verb behind a "to", adverbs apart."""
    for token in to.doc[to.i + 1 : to.i + 4]:
        if token.tag_ == "VB":
            return token
        if token.tag_ not in {"RB", "RBR"}:
            return None
    return None


def has_clause(found: Found, words: Wordings) -> bool:
    """A clause with "that" behind the verb: "we believe that trade brings peace"."""
    verb = found.token
    behind = verb.doc[found.last + 1 : min(found.last + 1 + NEAR, verb.sent.end)]
    opened = any(t.lower_ == "that" and t.tag_ in {"IN", "WDT"} for t in behind if _only_adverbs(t, found.last))
    clause = any(syntax.marker(c) == "that" for c in syntax.finite_clauses(verb))
    return (opened or clause) and is_asserted(verb, words) and is_voiced(verb, words)


def _only_adverbs(token: Token, last: int) -> bool:
    between = token.doc[last + 1 : token.i]
    return all(t.pos_ in {"ADV", "PUNCT", "ADP"} or t.ent_type_ == "DATE" for t in between)


def _objects(verb: Token) -> list[Token]:
    return [o for o in syntax.objects(verb) if not o.lower_.endswith(("self", "selves"))]


def has_object(found: Found, words: Wordings) -> bool:
    """An object behind the verb, or before it in the present passive: "we condemn the attack"."""
    verb = found.token
    if not (is_asserted(verb, words) and is_voiced(verb, words)):
        return False
    if syntax.is_passive(verb):
        return any(child.tag_ in {"VBP", "VBZ"} for child in syntax.auxiliaries(verb))
    return bool(_objects(verb)) or _noun_behind(found)


def _noun_behind(found: Found) -> bool:
    """Whether a noun phrase follows a word that opens its sentence and may have been tagged as a noun."""
    following = found.token.nbor(1) if found.token.i + 1 < found.token.sent.end else found.token
    return opens(found.token) and following.tag_ in {"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS"}


def has_thing(found: Found, words: Wordings) -> bool:
    """An object that is no person: "welcomed the law", not "welcomed the guests at the station"."""
    if not has_object(found, words):
        return False
    objects = _objects(found.token) or list(found.token.doc[found.last + 1 : found.last + 3])
    return not any(
        t.ent_type_ in {"PERSON", "GPE", "NORP"} or t.pos_ == "PRON" or words.has("addressee", t) for t in objects
    ) and not _infinitive_of_another(found.token, found.last)


def asks_for(found: Found, words: Wordings) -> bool:
    """Something asked for: "asked for an inquiry", "is asking the bank for a loan"."""
    verb = found.token
    following = verb.doc[found.last + 1 : found.last + 2]
    directly = any(t.lower_ == "for" for t in following) or any(
        preposition == "for" and noun.i - found.last <= 2 * NEAR for preposition, noun in syntax.prepositional(verb)
    )
    asked = all(t.ent_type_ in BODIES or words.has("addressee", t) for t in _objects(verb))
    return directly and asked and not syntax.is_passive(verb) and _said_by_somebody(verb, words)


def governs_noun(found: Found, words: Wordings) -> bool:
    """The phrase itself governs what is asked: "called for an end to the siege"."""
    return not syntax.is_passive(found.token) and _said_by_somebody(found.token, words)


def is_denied(found: Found, words: Wordings) -> bool:
    """What somebody does not do is his stance: "we do not accept the new border", "it cannot condone the attack"."""
    verb = found.token
    helpers = {aux.lower_ for aux in syntax.auxiliaries(verb)}
    first = syntax.first_conjunct(verb)
    if not helpers & DENIED or not syntax.is_negated(verb) or verb.sent.text.rstrip().endswith("?"):
        return False
    outright = not (syntax.is_relative(first) or syntax.is_conditional(verb) or first.dep_ in {"acl", "csubj"})
    behind = bool(_objects(verb) or syntax.finite_clauses(verb) or syntax.prepositional(verb))
    return outright and behind and not syntax.is_passive(verb) and is_voiced(verb, words)


def _said_by_somebody(verb: Token, words: Wordings) -> bool:
    return (
        is_asserted(verb, words)
        and is_voiced(verb, words)
        and not any(subject.lower_ == "it" for subject in syntax.own_subjects(verb))
    )


def has_stance(found: Found, words: Wordings) -> bool:
    """A tie or a principle is reaffirmed or stressed: "we reaffirm the close bond of our peoples"."""
    verb = found.token
    if not (is_asserted(verb, words) and is_voiced(verb, words)):
        return False
    heads = [h for o in _objects(verb) for h in (o, *syntax.conjuncts(o))] or _first_nouns(found)
    return any(words.has("tie", head) for head in heads)


def _first_nouns(found: Found) -> list[Token]:
    """The first noun behind a verb whose object the parser has missed: "reaffirm, here in Oslo, the close bond"."""
    behind = found.token.doc[found.last + 1 : found.token.sent.end]
    return [t for t in behind if t.tag_ in {"NN", "NNS"}][:1]
