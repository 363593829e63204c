"""Actions coordinated with one another: which stand on their own, which only say what another is for.

GUIDELINES section 3 ("Splitting") and section 5: one commitment for each coordinated action verb; verbs that share one
object are one; means, purposes and participles belong to their action. The parse is asked first; where parsers slip on
long lists, the words tell: a repeated "to", a bare verb behind a comma, gerunds that close with "and".
"""

from spacy.tokens import Token

from pipeline.language import syntax
from pipeline.tag.commitments.bare import bare
from pipeline.tag.commitments.forms import Form, Opening
from pipeline.tag.commitments.gerunds import listed_gerunds
from pipeline.tag.commitments.joints import dangles, pairs_with_neighbour
from pipeline.tag.commitments.kept import kept_up
from pipeline.tag.commitments.numbered import numbered
from pipeline.tag.commitments.purposes import is_purpose
from pipeline.tag.commitments.repeated import repeated
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.verbs import has_complement, is_clause, left_of, own_to


def further_actions(cue: Token, openings: list[Opening], boundary: int, scope: Scope) -> list[Opening]:
    """Openings of the actions coordinated with those at ``openings``, before the token index ``boundary``."""
    found = list(openings)
    for opening in openings:
        found += [o for o in coordinated(opening, scope) + with_cue(cue, opening) if o.start < boundary]
    found += as_well_as(found, boundary)
    found += numbered(found, boundary, scope)
    found += repeated(found, boundary, scope)
    found += bare(found, boundary, scope)
    found += listed_gerunds(found, boundary, scope)
    return found[len(openings) :]


def coordinated(opening: Opening, scope: Scope) -> list[Opening]:
    """Actions that the parse coordinates with one and that stand on their own."""
    head = opening.head
    found: list[Opening] = []
    previous = head
    verbal = head.tag_ in {"VB", "VBG"} or opening.form == "verb"
    kept = kept_up(head, scope)
    for other in [*syntax.conjuncts(head), *kept, *beside_object(head)]:
        if syntax.own_subjects(other) or syntax.first_conjunct(other).i < opening.start:
            continue
        to = own_to(other)
        if to is not None and other.tag_ == "VB" and is_purpose(opening, to):
            continue
        if pairs_with_neighbour(other, head):
            continue
        if verbal:
            if is_clause(other, scope) or not (other in kept or same_form(head, other, to, opening.form)):
                continue
            if (to is None and not has_complement(previous, other)) or (
                other.tag_ == "VBN" and not syntax.auxiliaries(other)
            ):
                previous = other
                continue
            if to is None and other.tag_ == "VB" and dangles(other, other.sent.end):
                continue
        elif to is None:
            continue
        found.append(Opening(other, to.i if to is not None else left_of(other), opening.form))
        previous = other
    return found


def beside_object(head: Token) -> list[Token]:
    """Bare verbs that the parse coordinates with the object: "strengthen peace and increase trade"."""
    if head.tag_ != "VB":
        return []
    return [v for noun in syntax.objects(head) for v in syntax.conjuncts(noun) if v.tag_ == "VB" and v.pos_ == "VERB"]


def with_cue(cue: Token, opening: Opening) -> list[Opening]:
    """To-infinitives that the parse coordinates with a finite cue: they belong to its first infinitive."""
    if opening.form != "to_verb" or cue.pos_ != "VERB":
        return []
    found = []
    for other in syntax.conjuncts(cue):
        to = own_to(other)
        if to is not None and other.tag_ == "VB" and other.i > opening.head.i and not is_purpose(opening, to):
            found.append(Opening(other, to.i, opening.form))
    return found


def same_form(head: Token, other: Token, to: Token | None, form: Form) -> bool:
    """Whether a coordinated word can continue an action: it has the form of the head, or a "to" or "as" of its own."""
    if to is not None:
        return other.tag_ in {"VB", "VBG"} or other.pos_ == "NOUN"
    first = other.left_edge
    if (other.tag_ == "VBG" and other.doc[first.i - 1].lower_ == "as") or (
        first.lower_ == "as" and not any(c.dep_ == "case" for c in other.children)
    ):
        return True
    base = {"VB", "VBP"} if head.tag_ == "VB" else {head.tag_}
    return other.tag_ in base or (form == "verb" and other.tag_ == "VBN")


def as_well_as(openings: list[Opening], boundary: int) -> list[Opening]:
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
