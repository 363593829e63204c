"""Polarity: whether an event is to be or not to be.

A negation reaches over its clause: what stands between a modal and its verb, what hangs on the verb, the subject. Verbs
such as "refuse" turn it round once more, and so do "hesitate" or "fail" behind a "not" (Saurí and Pustejovsky 2009,
Lang Resources & Evaluation 43, on polarity particles and predicates).
"""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.factuality.cues import Category, Match
from pipeline.tag.factuality.events import Event, predicate

JOINING = frozenset({"or", "nor"})
"""Coordinators over which a negation goes on."""
PREPOSITIONS = frozenset({"from", "of", "in", "at"})
"""Prepositions by which refusing verbs and litotes take their complement."""


def is_negative(event: Event, matches: Sequence[Match]) -> bool:
    """Whether what an event names is not to be; ``matches`` are the cues of its sentence."""
    negated = _is_negated(event, matches) or has_negative_subject(event, matches)
    refused = sum(_is_refused(event, m) for m in matches if any(m.of("refusal")))
    turned = any(event.cue.i < m.anchor.i < event.head.i for m in matches if any(m.of("litotes")))
    return (negated + refused + turned) % 2 == 1


def has_negative_subject(event: Event, matches: Sequence[Match]) -> bool:
    """Whether the subject says that nobody does it: "no party will", "neither side", "none of the parties"."""
    heads = syntax.subjects(predicate(event))
    if not heads and event.cue.tag_ != "MD":
        return False
    starts = {heads[0].i, heads[0].left_edge.i} if heads else {event.cue.i - 1}
    beside = {c.i for c in heads[0].children if c.dep_ in {"det", "cc", "cc:preconj", "advmod"}} if heads else set()
    places = starts | {k for k in beside if k < heads[0].i}
    reaching = (m for m in matches if any(c.reach == "subject" for c in m.of("negation")))
    return any(m.span.start in places and m.span.start < event.cue.i for m in reaching)


def softened(head: Token, cue: Token, matches: Sequence[Match]) -> Token | None:
    """The action behind a litotes: "help" of "will not hesitate to help"; None where there is none."""
    litotes = next((m for m in matches if m.span.root.i == head.i and any(m.of("litotes"))), None)
    inner = complement(head) if litotes is not None else None
    return inner if inner is not None and _is_negated(Event(cue, head, head), matches) else None


def is_refusal(verb: Token, matches: Sequence[Match]) -> bool:
    """Whether a verb says that something is not done: "refrain from selling", "stop selling"."""
    return any(m.anchor.i == verb.i for m in of_category(matches, "refusal")) and _takes_complement(verb)


def complement(verb: Token) -> Token | None:
    """The infinitive or gerund that a verb governs: "selling" of "stop selling", "refrain from selling"."""
    behind = verb.nbor(1) if verb.i + 1 < verb.sent.end else verb
    if behind.tag_ == "VBG":
        return behind
    for child in verb.children:
        clausal = child.i > verb.i and child.dep_ in {"xcomp", "ccomp", "advcl"}
        verbal = clausal and (child.tag_ in {"VB", "VBG"} or syntax.to_particle(child) is not None)
        joined = any(c.lower_ in PREPOSITIONS | {"to"} for c in child.children if c.i < child.i)
        if verbal and (joined or (child.tag_ == "VBG" and not _has_object_between(verb, child))):
            return child
    return None


def behind_negations(start: int, head: Token, matches: Sequence[Match]) -> int:
    """The first word of an action without the negations before its verb: "sell coal" of "to no longer sell coal"."""
    inside = [m.span.end for m in matches if start <= m.span.start and m.span.end <= head.i and _negates(m)]
    return max(inside, default=start)


def behind_negation(at: int, matches: Sequence[Match]) -> int:
    """The index behind the negation, or what looks like one, that begins at index ``at``; ``at`` where none does."""
    phrases = (m for m in matches if m.span.start == at and (_negates(m) or any(m.of("pseudo"))))
    return next((m.span.end for m in phrases), at)


def _has_object_between(verb: Token, gerund: Token) -> bool:
    return any(verb.i < obj.i < gerund.i for obj in syntax.objects(verb))


def _negates(match: Match) -> bool:
    return any(cue.reach == "clause" for cue in match.of("negation"))


def _is_negated(event: Event, matches: Sequence[Match]) -> bool:
    """Whether a negation of the event's own clause reaches it."""
    return any(_negates(m) and _reaches(m, event) for m in matches)


def _reaches(match: Match, event: Event) -> bool:
    cue, head, first = event
    start, end = match.span.start, match.span.end
    if cue.i < start and end <= head.i:
        if _is_inserted(match.anchor, event):
            return False
        return end > first.i or head.i == first.i or _carries(match, event)
    if end <= cue.i and cue.tag_ == "MD" and all(t.pos_ == "ADV" for t in head.doc[end : cue.i]):
        return True
    if end <= cue.i and (cue.lower_ == "going" or cue.lemma_ == "be") and match.anchor.tag_ == "RB":
        return match.anchor.head.i in {cue.i, cue.head.i}
    if cue.tag_ != "MD" and cue.i != head.i:
        return start < head.i and _hangs_on(match.anchor, head) and cue.i < start
    return _hangs_on(match.anchor, head) or (
        _hangs_on(match.anchor, first) and start < cue.i and _carries(match, event)
    )


def _hangs_on(anchor: Token, verb: Token) -> bool:
    """Whether a negation modifies a verb, on whichever side of it; "not the quota" behind it is another matter."""
    phrase = anchor.dep_ in {"obl", "advmod", "neg", "cc", "prep", "cc:preconj", "pobj"} or anchor.tag_ in {"RB", "CC"}
    above = anchor.head.head if anchor.dep_ == "pobj" else anchor.head
    return phrase and above.i == verb.i and (anchor.i < verb.i or anchor.pos_ == "NOUN")


def _is_inserted(anchor: Token, event: Event) -> bool:
    """Whether a negation belongs to a clause between a cue and its verb: "will, if this does *not* help, close"."""
    above = [anchor, *syntax.ancestors(anchor)]
    inside = (t for t in above if event.cue.i < t.i < event.head.i and t.pos_ in {"VERB", "AUX"})
    return any(s.i > event.cue.i for t in inside for s in syntax.own_subjects(t))


def _carries(match: Match, event: Event) -> bool:
    """Whether a negation of the first of several coordinated events reaches a later one.

    It does over "or" and "nor", and over "and" where nothing parts the two: not "to use force and *to* settle", not
    "sell coal, and go on"; never over "but".
    """
    doc, head, first = event.head.doc, event.head, event.first
    between = [t.lower_ for t in doc[first.i + 1 : head.i]]
    if "but" in between or "instead" in between or "rather" in between:
        return False
    behind = doc[head.i : head.sent.end]
    siblings = {t.i for t in syntax.conjuncts(syntax.first_conjunct(first))}
    later = any(t.lower_ in JOINING and t.head.i in siblings for t in behind)
    if JOINING & set(between) or later:
        return True
    before = doc[head.left_edge.i - 1 if head.left_edge.i > first.i else head.i - 1]
    parted = before.text == "," or (before.lower_ == "and" and doc[before.i - 1].text == ",")
    own_to = any(t.lower_ == "to" and t.head.i == head.i for t in doc[match.span.end : head.i])
    return not parted and not (own_to and match.span.start < first.i) and "and" in between


def _is_refused(event: Event, match: Match) -> bool:
    """Whether a verb of refusal is the cue or the action, or is kept up by it: "will continue to refrain from"."""
    verb = match.anchor
    inner = complement(verb)
    if event.cue.i < verb.i < event.head.i and inner is not None and inner.i == event.head.i:
        return True
    kept = verb.dep_ == "xcomp" and verb.head.i == event.head.i and event.head.lemma_ == "continue"
    if verb.i == event.cue.i:
        return True
    if verb.i != event.head.i and not kept:
        return False
    return _takes_complement(verb)


def _takes_complement(verb: Token) -> bool:
    """Whether a verb governs what is not done; "stop the fighting" is no refusal."""
    return complement(verb) is not None or any(preposition == "from" for preposition, _ in syntax.prepositional(verb))


def of_category(matches: Sequence[Match], category: Category) -> list[Match]:
    """The matches of a category."""
    return [m for m in matches if any(m.of(category))]
