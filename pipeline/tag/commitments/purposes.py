"""Infinitives that only say what an action is for ("will meet to discuss trade"): they belong to their action."""

from spacy.tokens import Doc, Token

from pipeline.tag.commitments.asides import joint_before
from pipeline.tag.commitments.forms import INFINITIVES, Opening


def is_purpose(opening: Opening, to: Token) -> bool:
    """Whether a "to" with a verb tells what the action is for, though the parse coordinates it with the action.

    It does behind a gerund or a bare verb ("will stay united ..., to ensure ... and to set ..."), where no coordinator
    stands before it, and as a further member of a list of purposes ("to work on a plan to find ..., to train ...").
    """
    if opening.form not in INFINITIVES:
        return True
    doc = to.doc
    joint = joint_before(doc, to.i, opening.head.i)
    before = doc[joint] if doc[joint].lower_ == "and" else doc[to.i - 1]
    while before.pos_ == "ADV" or before.lower_ == "not":
        before = doc[before.i - 1]
    if before.lower_ not in {"and", "or", "but", "nor", "as", ",", ";"}:
        return True
    listed = before.text in {",", ";"} or doc[before.i - 1].text in {",", ";"}
    if before.text in {",", ";"} and not any(
        t.lower_ == "and" and t.nbor(1).lower_ == "to" for t in doc[to.i : to.sent.end - 1]
    ):
        return True
    return listed and has_purpose(doc, opening.head.i, to.i) and lists_purposes(doc, opening.head.i, to.i)


def has_purpose(doc: Doc, start: int, end: int) -> bool:
    """Whether a to-infinitive stands between: then a further one may belong to it."""
    return any(doc[k].lower_ == "to" and doc[k + 1].tag_ in {"VB", "RB"} for k in range(start, end))


def lists_purposes(doc: Doc, start: int, end: int) -> bool:
    """Whether a comma and "to" stand between: the purposes go on as a list."""
    return any(doc[k].text in {",", ";"} and doc[k + 1].lower_ == "to" for k in range(start, end))
