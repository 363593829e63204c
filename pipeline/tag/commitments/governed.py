"""Complements that the parse gives to a cue, wherever they stand behind it."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments.forms import Frame, Opening
from pipeline.tag.commitments.sites import GERUND_ONLY, KEPT, PREPOSITIONS, Site, form_behind
from pipeline.tag.commitments.sums import leads_with_amount

COMPLEMENT_REACH = 25
"""Words between a cue and its infinitive: an object with all that is said of it may stand between."""

NOUN_REACH = 14
"""Words between an approval and the proposal that it is for."""
PROPOSAL_REACH = 40
"""Words between a proposal and its infinitive: who made it, with all titles, stands between."""


def infinitive(site: Site, _: Frame) -> Opening | None:
    """The to-infinitive that completes the cue, or that goes on behind its that-clause."""
    token = site.token
    for verb in (*syntax.infinitives(token), *_behind_predicate(token)):
        to = syntax.to_particle(verb)
        near = to is not None and to.i - site.end < COMPLEMENT_REACH and not _is_wanted_of_others(site, to)
        if to is not None and near and verb.tag_ == "VB" and (verb.dep_ != "advcl" or token.pos_ != "VERB"):
            return Opening(verb, to.i, "to_verb")
    for verb in _behind_clause(token):
        to = syntax.to_particle(verb)
        if to is not None and verb.tag_ == "VB" and to.nbor(-1).lower_ == "and":
            return Opening(verb, to.i, "to_verb")
    return None


def _behind_predicate(noun: Token) -> list[Token]:
    """The infinitive behind the passive whose subject a noun is: "a decision was made *to open* a port"."""
    verb = noun.head
    if noun.dep_ != "nsubj:pass" or not noun.tag_.startswith("NN"):
        return []
    return [v for v in syntax.infinitives(verb) if (to := syntax.to_particle(v)) is not None and to.i == verb.i + 1]


def _is_wanted_of_others(site: Site, to: Token) -> bool:
    """Whether somebody else is to act: "we want *the company* to publish", "we want to see *them* act"."""
    if "wanting" not in site.scope.categories(site.token.lemma_):
        return False
    if to.i + 1 < site.stop and to.nbor(1).lemma_ == "see":
        return True
    return any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in site.token.doc[site.end : to.i])


def _behind_clause(verb: Token) -> list[Token]:
    """Verbs coordinated with a that-clause or with the verb that governs it: "agreed that ..., and to remain"."""
    clauses = syntax.finite_clauses(verb) if verb.pos_ == "VERB" else []
    return [v for clause in clauses for v in syntax.conjuncts(clause)] + (syntax.conjuncts(verb) if clauses else [])


def direct_object(site: Site, _: Frame) -> Opening | None:
    """The object of the cue: "launch an *initiative*"; of "assure" not those who are assured of something."""
    found = next((Opening(obj, max(obj.left_edge.i, site.end), "object") for obj in _objects(site)), None)
    assuring = found is not None and "assuring" in site.scope.categories(site.token.lemma_)
    told = assuring and any(t.lower_ == "that" for t in site.token.doc[site.end : site.stop])
    return None if told else found


def amount(site: Site, _: Frame) -> Opening | None:
    """The amount that is pledged: "pledged two *billion* euros"; or that "was pledged by Norway", before the cue."""
    cue = site.token
    if syntax.agents(cue):
        patients = (noun for noun in syntax.own_subjects(cue) if noun.i < cue.i and leads_with_amount(noun))
        return next((Opening(noun, int(noun.left_edge.i), "object") for noun in patients), None)
    proposals = site.scope.words("proposal") if "proposal" in site.frames else frozenset()
    sums = (obj for obj in _objects(site) if is_sum(obj) and obj.lemma_ not in proposals)
    return next((Opening(obj, max(obj.left_edge.i, site.end), "object") for obj in sums), None)


def amount_of(site: Site, _: Frame) -> Opening | None:
    """The amount of what a noun names: "a pledge of two *billion* euros"."""
    if not site.token.tag_.startswith("NN"):
        return None
    named = (obj for preposition, obj in syntax.prepositional(site.token) if preposition == "of")
    sums = (obj for obj in named if obj.i >= site.end and leads_with_amount(obj))
    return next((Opening(obj, _behind_preposition(obj, site.end), "object") for obj in sums), None)


def _behind_preposition(noun: Token, start: int) -> int:
    """The index of the first word of a noun phrase, its preposition left out."""
    first = max(noun.left_edge.i, start)
    return first + 1 if noun.doc[first].lower_ == "of" else first


def _objects(site: Site) -> Iterator[Token]:
    """Objects behind the cue that name something."""
    for obj in syntax.objects(site.token):
        if obj.i >= site.end and obj.pos_ != "PRON" and obj.lower_ != "that":
            yield obj


def is_sum(noun: Token) -> bool:
    """Whether a noun phrase names an amount: "$50 million", "two billion euros"."""
    return any(t.like_num or t.is_currency or t.ent_type_ == "MONEY" for t in noun.subtree)


def prepositional(site: Site, frame: Frame) -> Opening | None:
    """The gerund or noun of a preposition that hangs on the cue, wherever it stands behind it."""
    for preposition, obj in syntax.prepositional(site.token):
        if (
            preposition in PREPOSITIONS[frame]
            and obj.i >= site.end
            and obj.pos_ != "PRON"
            and (frame not in GERUND_ONLY or obj.tag_ == "VBG")
            and not (preposition == "on" and obj.lemma_ in syntax.BEARERS)
        ):
            mark = next((c for c in obj.children if c.lower_ == preposition and c.i < obj.i), obj.left_edge)
            if mark.i == site.end + 1 and site.token.doc[site.end].text == ",":
                continue  # an aside: "our commitments, in the spirit of the treaty, show"
            start = mark.i if preposition in KEPT else mark.i + 1
            return Opening(obj, max(start, site.end), form_behind(preposition, obj))
    return None


def that_clause(site: Site, _: Frame) -> Opening | None:
    """A clause that says what somebody must do: "agreed that officials should *meet*"."""
    for clause in syntax.finite_clauses(site.token):
        modal = syntax.modal(clause)
        if modal is not None and modal.lower_ in {"should", "must"} and clause.pos_ != "ADJ":
            subject = next(iter(syntax.own_subjects(clause)), clause)
            return Opening(clause, max(subject.left_edge.i, site.end), "that")
    return _subjunctive(site)


def _subjunctive(site: Site) -> Opening | None:
    """What is decided to be done, in the form of decisions: "decides that the mandate *be extended*"."""
    doc, start = site.token.doc, site.end
    if start >= site.stop or doc[start].lower_ != "that":
        return None
    for at in range(start + 2, min(start + COMPLEMENT_REACH, site.stop - 1)):
        if doc[at].lower_ == "be" and doc[at - 1].tag_ not in {"MD", "TO", "RB"} and doc[at - 1].lower_ != "to":
            head = next((t for t in doc[at + 1 : min(at + 4, site.stop)] if t.tag_ in {"VBN", "VBD", "JJ"}), None)
            return Opening(head, start + 1, "that") if head is not None else None
        if doc[at].tag_ in {"MD", "VBZ", "VBD", "VBP"}:
            return None
    return None


def that_doing(site: Site, _: Frame) -> Opening | None:
    """What the speakers say that they are doing: "announce that we are *opening* a port"."""
    doing = (clause for clause in _said(site.token) if syntax.tense(clause) == "progressive")
    return next((Opening(clause, clause.i, "gerund") for clause in doing), None)


def _said(verb: Token) -> list[Token]:
    """Predicates of the clauses that a verb introduces with "that", also where words set off by commas part the two
    ("announce that, together, we are opening") and the parse takes "that" for an object.
    """
    clauses = syntax.finite_clauses(verb)
    if not clauses and verb.i + 2 < verb.sent.end and verb.nbor(1).lower_ == "that" and verb.nbor(2).text == ",":
        clauses = [t for t in verb.children if t.i > verb.i + 2 and syntax.is_finite(t) and syntax.own_subjects(t)]
    return clauses


def own_noun(site: Site, _: Frame) -> Opening | None:
    """Something of the speakers' own: "reaffirmed *their support* for the talks"."""
    own = (obj for obj in syntax.objects(site.token) if obj.i >= site.end and obj.left_edge.tag_ == "PRP$")
    return next((Opening(obj, obj.left_edge.i, "own_noun") for obj in own), None)


def stance(site: Site, _: Frame) -> Opening | None:
    """The stance in which the speakers remain: "remain *ready* to talk"."""
    if site.token.lemma_ != "remain":
        return None
    complements = (c for c in site.token.children if c.i >= site.end and c.dep_ in {"xcomp", "acomp", "attr"})
    stances = (c for c in complements if c.lower_ in site.scope.words("stance"))
    return next((Opening(c, c.i, "adjective") for c in stances), None)


def cooperation(site: Site, _: Frame) -> Opening | None:
    """The speakers' own working together, said again: "reaffirmed their close *cooperation* toward ..."."""
    doc, stop = site.token.doc, site.stop
    if site.end >= stop or doc[site.end].tag_ != "PRP$":
        return None
    start = at = site.end + 1
    while at < stop and doc[at].pos_ in {"ADJ", "ADV"}:
        at += 1
    is_joint = at < stop and doc[at].lemma_.lower() in site.scope.words("joint_work")
    return Opening(doc[at], start, "own_noun") if is_joint else None


def officials(site: Site, _: Frame) -> Opening | None:
    """What the speakers have their own people do: "instructed our ministers to *prepare* ..."."""
    doc, official = site.token.doc, site.scope.words("official")
    own = False
    for at in range(site.end, min(site.end + COMPLEMENT_REACH, site.stop - 1)):
        word = doc[at]
        own = own or word.lemma_.lower() in official
        if word.lower_ == "to" and word.head.i > at and word.head.tag_ == "VB" and word.dep_ in {"mark", "aux"}:
            return Opening(word.head, at, "own_officials") if own else None
        if word.lower_ == "with" and doc[at + 1].tag_ == "VBG":
            return Opening(doc[at + 1], at + 1, "own_officials") if own else None
        if word.text in {",", ";"} or word.tag_ in {"WDT", "WRB", "WP"}:
            return None
    return None


def proposal(site: Site, _: Frame) -> Opening | None:
    """What is proposed, in the words of the proposal: "approved the proposal *to open* a port", and before the cue "the
    proposal made by the Minister *to open* a port was approved".
    """
    cue, words = site.token, site.scope.words("proposal")
    before = _in_front_of(cue) if syntax.is_passive(cue) else ()
    named = (*before, *_objects(site), *_behind_noun(site))
    for noun in (n for n in named if n.lemma_.lower() in words):
        stop = site.stop if noun.i > cue.i else predicate_start(cue)
        for to in cue.doc[noun.i + 1 : min(noun.i + PROPOSAL_REACH, stop - 1)]:
            if to.tag_ in {"WDT", "WP", "MD"} or to.text == ";":
                break
            if to.lower_ == "to" and to.nbor().tag_ == "VB":
                return Opening(to.nbor(), to.i, "to_verb")
    return None


def _behind_noun(site: Site) -> Iterator[Token]:
    """The nouns behind a noun for what is approved: "the approval of the Cabinet was granted for the *proposal* to"."""
    if site.token.pos_ == "NOUN":
        reach = site.token.doc[site.end : min(site.end + NOUN_REACH, site.stop)]
        yield from (t for t in reach if t.tag_.startswith("NN"))


def _in_front_of(verb: Token) -> Iterator[Token]:
    """The nouns before a predicate back to the clause before, the nearest last: one is its subject, whichever the
    parse takes for it.
    """
    start = predicate_start(verb)
    finite = (t.i for t in verb.doc[verb.sent.start : start] if t.tag_ in syntax.FINITE_TAGS)
    for token in verb.doc[max(finite, default=verb.sent.start - 1) + 1 : start]:
        if token.tag_.startswith("NN"):
            yield token


def predicate_start(verb: Token) -> int:
    """The index of the first word of a predicate: of "was" in "was approved"."""
    return min([verb.i, *(auxiliary.i for auxiliary in syntax.auxiliaries(verb))])
