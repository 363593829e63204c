"""Gerunds of a list that closes with "and": "committed to raising X, cutting Y, and opening Z"."""

from pipeline.tag.commitments.forms import Opening
from pipeline.tag.commitments.kept import kept_gerund
from pipeline.tag.commitments.scope import Scope


def listed_gerunds(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Gerunds of a list that closes with "and": "committed to raising X, cutting Y, and opening Z"."""
    doc = openings[0].head.doc
    known = {o.head.i for o in openings}
    for lead in sorted(openings, key=lambda o: -o.start):
        gerund = kept_gerund(lead.head, scope)
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
