"""Actions coordinated with one another: which stand on their own, which only say what another is for.

GUIDELINES section 3 ("Splitting") and section 5: one commitment for each coordinated action verb; verbs that share one
object are one; means, purposes and participles belong to their action. The parse is asked first; where parsers slip on
long lists, the words tell: a repeated "to", a bare verb behind a comma, gerunds that close with "and".
"""

from spacy.tokens import Doc, Token

from pipeline.language import syntax
from pipeline.tag.commitments.forms import BEHIND_TO, GERUNDS, INFINITIVES, NOUNS, Form, Opening
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import has_complement, is_base, is_clause, left_of, next_verb, own_to

NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "a", "b", "c", "d", "e", "f"})
"""How points of an enumeration inside a sentence are numbered."""


def further_actions(cue: Token, openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Openings of the actions coordinated with those at ``openings``, before the token index ``boundary``."""
    found = list(openings)
    for opening in openings:
        found += [o for o in coordinated(opening, scope) + _with_cue(cue, opening) if o.start < boundary]
    found += _as_well_as(found, boundary)
    found += _numbered(found, boundary, scope)
    found += _repeated(found, boundary, scope)
    found += bare(found, boundary, scope)
    found += _gerunds(found, boundary, scope)
    return found[len(openings) :]


def coordinated(opening: Opening, scope: Scope) -> list[Opening]:
    """Actions that the parse coordinates with one and that stand on their own."""
    head = opening.head
    found: list[Opening] = []
    previous = head
    verbal = head.tag_ in {"VB", "VBG"} or opening.form == "verb"
    kept = _kept_up(head, scope)
    for other in [*syntax.conjuncts(head), *kept, *_beside_object(head)]:
        if syntax.own_subjects(other) or syntax.first_conjunct(other).i < opening.start:
            continue
        to = own_to(other)
        if to is not None and other.tag_ == "VB" and _is_purpose(opening, to):
            continue
        if _pairs_with_neighbour(other, head):
            continue
        if verbal:
            if is_clause(other, scope) or not (other in kept or _same_form(head, other, to, opening.form)):
                continue
            if (to is None and not has_complement(previous, other)) or (
                other.tag_ == "VBN" and not syntax.auxiliaries(other)
            ):
                previous = other
                continue
            if to is None and other.tag_ == "VB" and _dangles(other, other.sent.end):
                continue
        elif to is None:
            continue
        found.append(Opening(other, to.i if to is not None else left_of(other), opening.form))
        previous = other
    return found


def _kept_up(head: Token, scope: Scope) -> list[Token]:
    """What is coordinated behind "continue": in "continue to help and train", both are kept up."""
    if head.lemma_ not in scope.words("keeping"):
        return []
    inner = [c for c in head.children if c.i > head.i and c.tag_ in {"VB", "VBG"} and c.dep_ in {"xcomp", "advcl"}]
    return [v for v in syntax.conjuncts(inner[0]) if v.tag_.startswith("VB")] if inner else []


def _beside_object(head: Token) -> list[Token]:
    """Bare verbs that the parse coordinates with the object: "strengthen peace and increase trade"."""
    if head.tag_ != "VB":
        return []
    return [v for noun in syntax.objects(head) for v in syntax.conjuncts(noun) if v.tag_ == "VB" and v.pos_ == "VERB"]


def _with_cue(cue: Token, opening: Opening) -> list[Opening]:
    """To-infinitives that the parse coordinates with a finite cue: they belong to its first infinitive."""
    if opening.form != "to_verb" or cue.pos_ != "VERB":
        return []
    found = []
    for other in syntax.conjuncts(cue):
        to = own_to(other)
        if to is not None and other.tag_ == "VB" and other.i > opening.head.i and not _is_purpose(opening, to):
            found.append(Opening(other, to.i, opening.form))
    return found


def _pairs_with_neighbour(verb: Token, head: Token) -> bool:
    """Whether "and" joins a verb with the one right before it, inside an action: "a plan to uphold and widen X"."""
    at = verb.i - 1
    while at > head.i and verb.doc[at].pos_ == "ADV":
        at -= 1
    if at - 1 <= head.i or verb.doc[at].lower_ not in {"and", "or"}:
        return False
    at -= verb.doc[at - 1].pos_ == "ADP" and verb.doc[at - 1].head.i < at - 1
    before = verb.doc[at - 1]
    lead = verb.doc[at - 2]
    if lead.pos_ == "ADV" or lead.lower_ == "further":
        lead = verb.doc[at - 3]
    return (before.tag_ == verb.tag_ and before.pos_ == "VERB") or (lead.lower_ == "to" and lead.i > head.i)


def _is_purpose(opening: Opening, to: Token) -> bool:
    """Whether a "to" with a verb tells what the action is for, though the parse coordinates it with the action.

    It does behind a gerund or a bare verb ("will stay united ..., to ensure ... and to set ..."), where no coordinator
    stands before it, and as a further member of a list of purposes ("to work on a plan to find ..., to train ...").
    """
    if opening.form not in INFINITIVES:
        return True
    doc = to.doc
    before = doc[to.i - 1]
    while before.pos_ == "ADV" and before.i > opening.head.i:
        before = doc[before.i - 1]
    if before.lower_ not in {"and", "or", "but", "as", ",", ";"}:
        return True
    listed = before.text in {",", ";"} or doc[before.i - 1].text in {",", ";"}
    if before.text in {",", ";"} and not any(
        t.lower_ == "and" and t.nbor(1).lower_ == "to" for t in doc[to.i : to.sent.end - 1]
    ):
        return True
    return listed and _has_purpose(doc, opening.head.i + 1, to.i) and _lists_purposes(doc, opening.head.i + 1, to.i)


def _lists_purposes(doc: Doc, start: int, end: int) -> bool:
    """Whether a comma and "to" stand between: the purposes go on as a list."""
    return any(doc[k].text in {",", ";"} and doc[k + 1].lower_ == "to" for k in range(start, end))


def _same_form(head: Token, other: Token, to: Token | None, form: Form) -> bool:
    if to is not None:
        return other.tag_ in {"VB", "VBG"} or other.pos_ == "NOUN"
    if (other.tag_ == "VBG" and other.doc[other.left_edge.i - 1].lower_ == "as") or other.left_edge.lower_ == "as":
        return True
    base = {"VB", "VBP"} if head.tag_ == "VB" else {head.tag_}
    return other.tag_ in base or (form == "verb" and other.tag_ == "VBN")


def _as_well_as(openings: list[Opening], boundary: int) -> list[Opening]:
    """Verbs behind "as well as", which go on with an action: "will draft a plan, as well as training the crews"."""
    first = openings[0]
    doc = first.head.doc
    if first.head.tag_ not in {"VB", "VBG"}:
        return []
    known = {o.head.i for o in openings}
    return [
        Opening(doc[at], at, first.form)
        for at in range(first.head.i + 4, boundary - 1)
        if doc[at].tag_ in {first.head.tag_, "VBG"}
        and at not in known
        and doc[at - 3 : at].text.lower() == "as well as"
    ]


def _numbered(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Verbs behind the numbers of points inside a sentence: "will: (i) dredge the port; and (ii) train the crews"."""
    first = openings[0]
    doc = first.head.doc
    known = {o.head.i for o in openings}
    found = []
    for at in range(first.head.i + 1, boundary - 2):
        if doc[at].lower_ in NUMERALS and doc[at + 1].text == ")":
            opens = doc[at - 1].text == "("
            before = doc[at - 2 if opens else at - 1]
            verb = doc[at + 2] if doc[at + 2].lower_ in scope.bare_verbs else next_verb(doc, at + 2, boundary, scope)
            apart = before.text in {",", ";"} or before.lower_ == "and"
            if apart and verb is not None and verb.i not in known and verb.tag_ != "VBG":
                found.append(Opening(verb, at + 2, first.form))
    return found


def _repeated(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Actions told by the words alone: a repeated "to" with a gerund, "and that they will", after a like opening."""
    found: list[Opening] = []
    known = {o.start for o in openings} | {o.head.i for o in openings}
    first = openings[0]
    doc = first.head.doc
    infinitive = first.form in INFINITIVES
    if not (infinitive or first.form in BEHIND_TO) or doc[first.start].lower_ != "to":
        return []
    series = _to_series(doc, first, boundary, scope)
    for at in range(first.head.i + 1, boundary - 1):
        beside = doc[at - 2 : at].text.lower() == "well as"
        if doc[at].lower_ != "to" or at in known or not (beside or doc[at - 1].lower_ in {"and", ",", ";"}):
            continue
        verb = next_verb(doc, at + 1, boundary, scope)
        if verb is None:
            if first.form in NOUNS | GERUNDS and doc[at - 1].lower_ == "and" and doc[at].head.i > at:
                found.append(Opening(doc[at].head, at, first.form))
            continue
        if verb.i in known:
            continue
        if at in series:
            found.append(Opening(verb, at, first.form))
            continue
        deeper = first.head.i < syntax.first_conjunct(verb).i < at and first.head.lemma_ not in scope.words("joining")
        alone = not _has_purpose(doc, first.head.i + 1, at) or beside or (not deeper and doc[at - 1].lower_ == "and")
        if verb.tag_ == "VBG" or (infinitive and alone and not _lists_purposes(doc, first.head.i + 1, at)):
            found.append(Opening(verb, at, first.form))
    return found


def _to_series(doc: Doc, first: Opening, boundary: int, scope: Scope) -> frozenset[int]:
    """Indices of the "to" of a series "to A, to B, and to C", whose first member governs no other infinitive.

    Where it does, the further ones are as likely purposes; where no "and to" closes them, they are no series.
    """
    marks = [
        k
        for k in range(first.head.i + 1, boundary - 1)
        if doc[k].lower_ == "to" and next_verb(doc, k + 1, boundary, scope) is not None
    ]
    if (
        first.form not in INFINITIVES
        or len(marks) < 2
        or any(doc[k - 1].lower_ not in {"and", ",", ";"} for k in marks)
    ):
        return frozenset()
    return frozenset(marks) if doc[marks[-1] - 1].lower_ == "and" else frozenset()


def bare(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Bare verbs that go on behind a comma or "and": with no other infinitive between, they continue the action.

    A base form without "to" can only be coordinated with an infinitive or with what a modal governs. Behind a semicolon
    a new member of the list begins, whatever the one before contains.
    """
    first = openings[0]
    doc = first.head.doc
    if first.form not in INFINITIVES | {"verb"} or not (
        first.head.tag_ in {"VB", "VBN"} or first.head.lower_ in scope.bare_verbs
    ):
        return []
    known = {o.head.i for o in openings}
    found: list[Opening] = []
    previous = first.head
    listed = closed = inserted = False
    for at in range(first.head.i + 1, boundary):
        token = doc[at]
        if token.text == ";":
            listed = closed = inserted = False
        if token.lower_ == "including" and doc[at - 1].text == ",":
            inserted = listed = True
            closed = False
        if at in known:
            previous = token
            continue
        if closed or token.tag_ in {"MD", "WDT", "WP", "WRB"} or token.lower_ == "that":
            closed = True
            continue
        if token.lower_ == "to" and next_verb(doc, at + 1, boundary, scope) is not None:
            kept = previous.lemma_ in scope.words("catenative") and at == previous.i + 1
            listed = listed or not kept
            closed = not inserted and not kept
            continue
        if listed and "," not in {doc[at - 1].text, doc[at - 2].text}:
            continue
        if _pairs_with_neighbour(token, previous):
            continue
        of_others = [noun for noun in syntax.own_subjects(token) if noun.left_edge.i > first.head.i]
        if is_base(token, scope) and _follows_coordinator(token, first.head.i) and not of_others:
            if has_complement(previous, token) and not _dangles(token, boundary):
                found.append(Opening(token, left_of(token), first.form))
            previous = token
    return found


def _dangles(verb: Token, boundary: int) -> bool:
    """Whether a verb behind a mere comma is followed by none behind "and": no list closes with it, so that it is a noun
    read as a verb ("ensuring, until 2030, *demand* for gas").
    """
    if verb.nbor(-1).text != ",":
        return False
    return not any(token.lower_ in {"and", "or", "&"} for token in verb.doc[verb.i + 1 : boundary])


def _gerunds(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Gerunds of a list that closes with "and": "committed to raising X, cutting Y, and opening Z"."""
    doc = openings[0].head.doc
    known = {o.head.i for o in openings}
    for lead in sorted(openings, key=lambda o: -o.start):
        gerund = _kept_gerund(lead.head, scope)
        if gerund is None:
            continue
        inner = [t for t in doc[gerund.i + 1 : boundary] if t.tag_ == "VBG" and t.dep_ != "case"]
        middle = [t for t in inner if t.nbor(-1).text in {",", ";"} and t.i not in known]
        closing = [
            t
            for t in inner
            if t.nbor(-1).lower_ == "and" and t.nbor(-2).text in {",", ";"} and middle and t.i > middle[0].i
        ]
        if closing:
            return [Opening(t, t.i, lead.form) for t in middle + closing if t.i not in known]
    return []


def _kept_gerund(head: Token, scope: Scope) -> Token | None:
    """The gerund that an action is, or that it keeps up: "providing" of "continue providing"."""
    if head.tag_ == "VBG":
        return head
    following = head.nbor(1) if head.lemma_ in scope.words("keeping") and head.i + 1 < head.sent.end else None
    return following if following is not None and following.tag_ == "VBG" else None


def _follows_coordinator(token: Token, start: int) -> bool:
    """Whether a comma or coordinator stands right before a token, adverbs passed over."""
    at = token.i - 1
    while at > start and (token.doc[at].pos_ == "ADV" or token.doc[at].lower_ == "not"):
        at -= 1
    return at > start and token.doc[at].lower_ in {",", ";", "and", "or"}


def _has_purpose(doc: Doc, start: int, end: int) -> bool:
    """Whether a to-infinitive stands between: then a further one may belong to it."""
    return any(doc[k].lower_ == "to" and k + 1 < end and doc[k + 1].tag_ in {"VB", "RB"} for k in range(start, end))
