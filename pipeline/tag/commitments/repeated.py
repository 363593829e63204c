"""Actions told by a repeated "to" alone, whatever the parse says: "to build ports, and to train the crews"."""

from spacy.tokens import Doc

from pipeline.language import syntax
from pipeline.tag.commitments.asides import joint_before
from pipeline.tag.commitments.forms import GERUNDS, INFINITIVES, NOUNS, Opening
from pipeline.tag.commitments.purposes import has_purpose, lists_purposes
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import next_verb


def repeated(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Actions told by the words alone: a repeated "to" with a gerund, "and that they will", after a like opening."""
    found: list[Opening] = []
    known = {o.start for o in openings} | {o.head.i for o in openings}
    first = openings[0]
    doc = first.head.doc
    infinitive = first.form in INFINITIVES
    if doc[first.start].lower_ != "to":
        return []
    series = to_series(doc, first, boundary, scope)
    for at in range(first.head.i, boundary - 1):
        beside = doc[at - 2 : at].text.lower() == "well as"
        if doc[at].lower_ != "to" or at in known or not (beside or _is_joined(doc, at, first.head.i)):
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
        alone = not has_purpose(doc, first.head.i, at) or beside or not deeper
        closes = first.form in GERUNDS and doc[at - 1].lower_ == "and" and not has_purpose(doc, first.head.i, at)
        if verb.tag_ == "VBG" or closes or (infinitive and alone and not lists_purposes(doc, first.head.i, at)):
            found.append(Opening(verb, at, first.form))
    return found


def _is_joined(doc: Doc, to: int, start: int) -> bool:
    """Whether a "to" goes on with a list: behind a comma or coordinator, also "not to", "and not in any way to"."""
    return doc[joint_before(doc, to, start)].lower_ in {"and", "nor", ",", ";"}


def to_series(doc: Doc, first: Opening, boundary: int, scope: Scope) -> frozenset[int]:
    """Indices of the "to" of a series "to A, to B, and to C", whose first member governs no other infinitive.

    Where it does, the further ones are as likely purposes; where no "and to" closes them, they are no series.
    """
    marks = [
        k
        for k in range(first.head.i, boundary)
        if doc[k].lower_ == "to" and next_verb(doc, k + 1, boundary, scope) is not None
    ]
    if first.form not in INFINITIVES or len(marks) < 2:
        return frozenset()
    closing = max((k for k in marks if doc[k - 1].lower_ == "and"), default=-1)
    members = [k for k in marks if k <= closing]
    return (
        frozenset(members)
        if len(members) > 1 and all(_is_joined(doc, k, first.head.i) for k in members)
        else frozenset()
    )
