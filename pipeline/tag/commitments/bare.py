"""Bare verbs that continue an action behind a comma or "and": "will lower the duty, raise pay and open a port"."""

from pipeline.language import syntax
from pipeline.tag.commitments.asides import behind_aside, leads_aside
from pipeline.tag.commitments.forms import INFINITIVES, Opening
from pipeline.tag.commitments.joints import dangles, follows_coordinator, pairs_with_neighbour
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import has_complement, is_base, left_of, next_verb


def bare(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Bare verbs that go on behind a comma or "and": with no other infinitive between, they continue the action.

    A base form without "to" can only be coordinated with an infinitive or with what a modal governs. Behind a semicolon
    a new member of the list begins, whatever the one before contains.
    """
    first = openings[0]
    doc = first.head.doc
    if first.form not in INFINITIVES | {"verb"} or not (
        is_base(first.head, scope) or first.head.tag_ == "VBN" or first.head.lower_ in scope.bare_verbs
    ):
        return []
    known = {o.head.i for o in openings}
    found: list[Opening] = []
    previous = first.head
    listed = closed = inserted = False
    skipped = 0
    for at in range(first.head.i, boundary):
        token = doc[at]
        if leads_aside(doc, at):
            skipped = max(skipped, behind_aside(doc, at, boundary))
        if at < skipped:
            continue
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
            closed = not inserted and not kept
            continue
        if listed and "," not in {doc[at - 1].text, doc[at - 2].text}:
            continue
        if pairs_with_neighbour(token, previous):
            continue
        if doc[at - 1].pos_ == "ADP" and token.tag_ not in {"VB", "VBP"}:
            continue
        of_others = [noun for noun in syntax.own_subjects(token) if noun.left_edge.i > first.head.i]
        if is_base(token, scope) and follows_coordinator(token) and not of_others:
            if has_complement(previous, token) and not dangles(token, boundary):
                found.append(Opening(token, left_of(token), first.form))
            previous = token
    return found
