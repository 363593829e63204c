"""Adjectives and nouns that tell a feeling, a judgement or a view."""

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.acts.asserting import is_asserted, is_feeling, is_voiced
from pipeline.tag.acts.wordings import Found, Wordings, opens

OURS = frozenset({"our", "my", "its", "their", "his", "her", "the"})
HOLDING = frozenset({"share", "hold", "take", "express", "reiterate", "reaffirm", "state"})
LINKS = frozenset({"be", "remain", "stand"})
NEAR = 3
"""Words between a noun and what belongs to it."""
OWNER = 6
"""Words of "in the Norwegian Government's view" before its noun."""


def tells_feeling(found: Found, words: Wordings) -> bool:
    """Somebody is said to feel so: "we are dismayed at the result"."""
    adjective = found.token
    following = adjective.nbor(1) if adjective.i + 1 < adjective.sent.end else adjective
    asked = following.lower_ == "to" and found.wording.text == "encouraged"
    return not asked and is_feeling(adjective, words)


def is_judged(found: Found, words: Wordings) -> bool:
    """Something is said to be good or bad."""
    adjective = found.token
    links = [t for t in (*syntax.auxiliaries(adjective), adjective.head) if t.lemma_ in {"be", "remain"}]
    first = syntax.first_conjunct(adjective)
    told = syntax.is_relative(first) or syntax.is_conditional(first) or syntax.is_negated(adjective)
    return bool(links) and not told and not syntax.objects(adjective) and not adjective.sent.text.rstrip().endswith("?")


def is_due(found: Found, words: Wordings) -> bool:
    """It is time, imperative, up to somebody else to act."""
    sentence = found.token.sent
    before = sentence.doc[max(sentence.start, found.token.i - NEAR) : found.token.i]
    if not any(t.lemma_ == "be" for t in before) or not any(t.lower_ in {"it", "now"} for t in before):
        return False
    behind = found.token.doc[found.last + 1 : sentence.end]
    opening = next((t for t in behind if t.tag_ not in {"RB"}), None)
    return (
        opening is not None
        and opening.lower_ in {"for", "that", "on", "upon", "to"}
        and any(words.has("addressee", t) or t.ent_type_ in {"GPE", "ORG", "NORP"} for t in behind[1:8])
    )


def goes_out(found: Found, words: Wordings) -> bool:
    """Our hearts go out to, our thoughts are with somebody."""
    noun = found.token
    owned = any(child.lower_ in {"our", "my", "their"} for child in noun.children)
    behind = noun.doc[noun.i + 1 : min(noun.i + 5, noun.sent.end)]
    return owned and any(t.lemma_ in {"go", "be", "remain"} for t in behind)


def is_paid(found: Found, words: Wordings) -> bool:
    """Tribute is paid."""
    noun = syntax.first_conjunct(found.token)
    return noun.head.lemma_ == "pay" and is_asserted(noun.head, words) and is_voiced(noun.head, words)


def is_expressed(found: Found, words: Wordings) -> bool:
    """A feeling, a call or a view is brought out: "voiced alarm at the attack", "reiterated their call for calm"."""
    noun = syntax.first_conjunct(found.token)
    verb = noun.head
    return (
        words.has("voicing", verb)
        and (noun.dep_ in {"obj", "dobj", "iobj", "nsubj:pass", "nsubjpass", "attr", "obl", "nmod"} or noun.i > verb.i)
        and (is_asserted(verb, words) or _is_voicing_list(verb, words))
        and is_voiced(verb, words)
    )


def _is_voicing_list(verb: Token, words: Wordings) -> bool:
    """Whether a verb of voicing opens its sentence without a subject: "Expresses its concern"."""
    return opens(verb) and words.has("voicing", verb)


def accompanies(found: Found, words: Wordings) -> bool:
    """How something is taken: "noted with regret that", "it is with regret that"."""
    noun = syntax.first_conjunct(found.token)
    case = [t for t in noun.doc[max(noun.sent.start, noun.i - 3) : noun.i] if t.lower_ == "with"]
    if not case:
        return False
    if any(child.lower_ == "it" for child in noun.children) and any(t.lemma_ == "be" for t in noun.children):
        return True
    above = [t for t in syntax.ancestors(noun) if t.pos_ == "VERB" or words.has("noting", t)][:1]
    return any(words.has("noting", verb) and is_asserted(verb, words) for verb in above)


def is_held(found: Found, words: Wordings) -> bool:
    """A view is held: "the ministers share the view that"."""
    verb = found.token.head
    return (
        verb.lemma_.lower() in HOLDING
        and found.token.dep_ in {"obj", "dobj"}
        and is_asserted(verb, words)
        and is_voiced(verb, words)
        and _has_content(found.token)
    )


def _has_content(noun: Token) -> bool:
    """Whether it is said what is held: "the view that", "the position on"."""
    following = noun.doc[noun.i + 1 : min(noun.i + 1 + NEAR, noun.sent.end)]
    return any(t.lower_ in {"that", "on", "of", "regarding", "about", "against", "towards"} for t in following)


def is_own_view(found: Found, words: Wordings) -> bool:
    """The noun with its owner and "is": "it is our view that", "our view is that", "the position of Norway is that"."""
    noun = found.token
    clause = next((t for t in noun.doc[noun.i + 1 : noun.sent.end] if t.lower_ == "that"), None)
    links = [t for t in noun.sent if t.lemma_ in {"be", "remain"} and (clause is None or t.i < clause.i)]
    owned = any(t.lower_ in OURS and abs(t.i - noun.i) <= NEAR for t in noun.sent)
    if not links or clause is None or not owned or not any(abs(t.i - noun.i) <= 2 * NEAR for t in links):
        return False
    first = next((t for t in noun.sent if t.is_alpha), noun)
    return first.lower_ in {"it", "we"} or first.i in {t.i for t in noun.subtree} or first.lower_ in OURS


def opens_with_view(found: Found, words: Wordings) -> bool:
    """In somebody's view: "in our firm opinion, ...", "in Norway's view, ..."."""
    sentence = found.token.sent
    before = found.token.doc[max(sentence.start, found.token.i - OWNER) : found.token.i]
    opening = next((k for k, token in enumerate(before) if token.lower_ == "in"), None)
    if opening is None:
        return False
    owner = before[opening + 1 :]
    owned = any(token.lower_ in {"our", "my"} or token.tag_ == "POS" for token in owner)
    return owned and all(
        token.lower_ in OURS or token.pos_ in {"PROPN", "NOUN", "ADJ"} or token.tag_ == "POS" for token in owner
    )


def is_against(found: Found, words: Wordings) -> bool:
    """Somebody is against something."""
    noun = found.token.head
    copulas = found.token.doc[max(found.token.sent.start, found.token.i - NEAR) : found.token.i]
    who = next((t for t in found.token.sent if t.lower_ in {"we", "i"}), None)
    return (
        any(t.lemma_ in LINKS for t in copulas) and who is not None and who.i < found.token.i and noun.i > found.token.i
    )
