"""Points of an enumeration inside a sentence: "will: (i) dredge the port; and (ii) train the crews"."""

from pipeline.tag.commitments.forms import Opening
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import next_verb

NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "a", "b", "c", "d", "e", "f"})
"""How points of an enumeration inside a sentence are numbered."""


def numbered(openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Verbs behind the numbers of points inside a sentence: "will: (i) dredge the port; and (ii) train the crews"."""
    first = openings[0]
    doc = first.head.doc
    known = {o.head.i for o in openings}
    found = []
    for at in range(first.head.i, boundary - 2):
        if doc[at].lower_ in NUMERALS and doc[at + 1].text == ")":
            opens = doc[at - 1].text == "("
            before = doc[at - 2 if opens else at - 1]
            verb = doc[at + 2] if doc[at + 2].lower_ in scope.bare_verbs else next_verb(doc, at + 2, boundary, scope)
            apart = before.text in {",", ";"} or before.lower_ == "and"
            if apart and verb is not None and verb.i not in known and verb.tag_ != "VBG":
                found.append(Opening(verb, at + 2, first.form))
    return found
