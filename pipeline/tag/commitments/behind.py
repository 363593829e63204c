"""Complements in the words right behind a cue: plain in most press text, even where the parse is wrong."""

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments.asides import CLOSED_BY, past_asides
from pipeline.tag.commitments.forms import Frame, Opening
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.sites import GERUND_ONLY, KEPT, PREPOSITIONS, Site, form_behind
from pipeline.tag.commitments.verbs import NOUN_PHRASE, reads_as_verb

VERB_REACH = 14
"""Between a modal and its verb; where the parse puts it farther off, it has mistaken another verb for it."""
MODAL_REACH = 6
"""For a verb behind a modal that the parse gives none: "will, if asked, also send"."""
PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "ADV", "PROPN", "NUM"})
"""What a modal may say, with a copula where it is no verb: "will be one of the first"."""


def modal_verb(site: Site, _: Frame) -> Opening | None:
    """The verb that an auxiliary belongs to: "will *open* a port", "will (subject to funding) *open* a port"."""
    token, doc = site.token, site.token.doc
    verb = syntax.governing_verb(token)
    near = past_asides(doc, site.end, site.stop)
    word = doc[near] if near < site.stop else None
    if verb.i < token.i or verb.pos_ not in PREDICATES:
        verb = token
    if word is not None and (
        _is_verb_behind(word, verb, site.scope) or _is_misread(word, verb, site) or _must_be_verb(word, verb, site)
    ):
        verb = word
    if verb.i == token.i or verb.i - token.i > VERB_REACH:
        reach = doc[site.end : min(site.end + MODAL_REACH, site.stop)]
        verbs = [w for w in reach if w.tag_ in {"VB", "VBN"}]
        candidate = next((w for w in verbs if w.dep_ not in syntax.AUXILIARIES), next(iter(verbs), None))
        if candidate is None:
            return None
        verb = syntax.governing_verb(candidate) if candidate.head.i > candidate.i else candidate
    helpers = (k for k in range(site.end, verb.i) if doc[k].dep_ in syntax.AUXILIARIES and doc[k].tag_ != "MD")
    start = next((k for k in helpers if doc[k].lemma_ in {"be", "have"}), verb.i)
    return Opening(verb, start, "verb")


def _is_misread(word: Token, verb: Token, site: Site) -> bool:
    """Whether the word behind a modal and its negation or an aside is a verb that the tagger took for a noun: "will on
    no account *ban* nets", "shall, where possible, *exchange* maps", "will *lower* fees".
    """
    apart = word.i < verb.i and not verb.tag_.startswith("VB")
    copula = any(c.lemma_ == "be" for c in verb.children)
    return apart and not copula and word.lower_ in site.scope.bare_verbs


def _must_be_verb(word: Token, verb: Token, site: Site) -> bool:
    """Whether nothing but a verb can stand behind a modal and an aside, whatever the tagger says: "shall, on request,
    *supply* hydrological data".
    """
    closes = word.i > site.end + 1 and word.nbor(-1).text in CLOSED_BY
    astray = verb.i == site.token.i or (word.i < verb.i and not verb.tag_.startswith("VB"))
    object_behind = word.i + 1 < site.stop and word.nbor(1).tag_ in NOUN_PHRASE
    return closes and astray and object_behind and word.tag_ in {"NN", "VBP", "JJ"} and word.is_lower


def _is_verb_behind(word: Token, verb: Token, scope: Scope) -> bool:
    """Whether the word right behind a modal is its verb, whatever the parse takes for it (``verb``, or the modal)."""
    if word.tag_ == "VB":
        return word.i != verb.i and word.lemma_ not in {"be", "have"} and word.dep_ not in syntax.AUXILIARIES
    astray = verb.tag_ == "MD" or verb.i < word.i
    return astray and (reads_as_verb(word) or word.tag_ in {"VBP", "VBN"} or word.lower_ in scope.bare_verbs)


def to_infinitive(site: Site, _: Frame) -> Opening | None:
    """The infinitive of a "to" right behind the cue, adverbs passed over; also one that reads as a noun."""
    to, verb = site.complement, _behind_to(site)
    if to is None or verb is None:
        return None
    if verb.lemma_ == "be" and to.i < verb.i < verb.head.i < site.stop:
        return Opening(verb.head, to.i, "to_verb")
    noun_like = verb.i == to.i + 1 and verb.tag_ in {"NN", "VBP"} and not {"to_noun", "to_gerund"} & site.frames
    return Opening(verb, to.i, "to_verb") if noun_like or reads_as_verb(verb) else None


def _behind_to(site: Site) -> Token | None:
    """The word behind the "to" of a complement, adverbs and asides passed over; None where no "to" stands there."""
    to, doc = site.complement, site.token.doc
    if to is None or to.lower_ != "to" or to.i + 1 >= site.stop:
        return None
    at = past_asides(doc, to.i + 1, site.stop)
    return doc[at] if at < site.stop else None


def object_of_to(site: Site, frame: Frame) -> Opening | None:
    """The gerund or noun of a "to" right behind the cue: "committed to *reducing*", "commitment to the *defence*"."""
    to, gerund = site.complement, _behind_to(site)
    if to is not None and gerund is not None and gerund.tag_ == "VBG":
        return Opening(gerund, to.i, "to_gerund")
    return prepositional(site, frame)


def prepositional(site: Site, frame: Frame) -> Opening | None:
    """The gerund or noun of a preposition right behind the cue."""
    preposition = site.complement
    if preposition is None or preposition.lower_ not in PREPOSITIONS[frame] or preposition.i + 1 >= site.stop:
        return None
    head = _gerund_behind(site.token, preposition.i + 1) or _object_of(preposition)
    if (
        head is None
        or head.pos_ == "PRON"
        or (preposition.lower_ == "on" and head.lemma_ in syntax.BEARERS)
        or (frame in GERUND_ONLY and head.tag_ != "VBG")
    ):
        return None
    start = preposition.i if preposition.lower_ in KEPT else preposition.i + 1
    return Opening(head, start, form_behind(preposition.lower_, head))


def object_behind_recipient(site: Site, _: Frame) -> Opening | None:
    """The object of a cue behind those to whom it is promised: "guarantees to the sailors, and to their families, *the
    same rights*".
    """
    doc, to = site.token.doc, site.complement
    if to is None or to.lower_ != "to" or to.i + 1 >= site.stop or doc[to.i + 1].tag_ == "VB":
        return None
    commas = [t.i for t in doc[to.i : site.stop - 2] if t.text == ","]
    if not commas or doc[commas[-1] + 1].pos_ not in {"DET", "ADJ", "NOUN", "PRON"}:
        return None
    start = commas[-1] + 1
    noun = next((t for t in doc[start : site.stop] if t.pos_ == "NOUN"), None)
    clause = any(t.tag_ in syntax.FINITE_TAGS for t in doc[to.i : site.stop])
    return Opening(noun, start, "object") if noun is not None and not clause else None


def gerund(site: Site, _: Frame) -> Opening | None:
    """A gerund right behind the cue: "considers *opening* an office"."""
    gerund = site.complement
    return Opening(gerund, gerund.i, "gerund") if gerund is not None and gerund.tag_ == "VBG" else None


def _gerund_behind(token: Token, at: int) -> Token | None:
    """The gerund behind a preposition, adverbs passed over."""
    doc, stop = token.doc, token.sent.end
    while at < stop - 1 and (doc[at].pos_ == "ADV" or doc[at].lower_ == "further"):
        at += 1
    if at >= stop:
        return None
    slip = doc[at].lower_.endswith("ing") and doc[at].dep_ in {"amod", "compound"} and doc[at].nbor(-1).pos_ != "DET"
    return doc[at] if doc[at].tag_ == "VBG" or (slip and doc[at].i > token.i + 2) else None


def _object_of(preposition: Token) -> Token | None:
    """The head of what a preposition governs, in both label schemes."""
    if preposition.dep_ not in {"case", "mark", "aux"}:
        return next((c for c in preposition.children if c.dep_ in {"pobj", "pcomp"}), None)
    head = preposition.head
    while head.dep_ in {"compound", "amod", "nmod:poss", "nmod:desc"} and head.head.i > head.i:
        head = head.head
    return head if head.i > preposition.i else None
