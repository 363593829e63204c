"""What stands around a verb of a list: whether the verb goes on with the list or belongs to its neighbour."""

from spacy.tokens import Token

from pipeline.tag.commitments.asides import joint_before


def pairs_with_neighbour(verb: Token, head: Token) -> bool:
    """Whether "and" joins a verb with the one right before it, inside an action: "a plan to uphold and widen X"."""
    at = verb.i - 1
    while verb.doc[at].pos_ == "ADV":
        at -= 1
    if at - 1 <= head.i or verb.doc[at].lower_ not in {"and", "or"}:
        return False
    at -= verb.doc[at - 1].pos_ == "ADP" and verb.doc[at - 1].head.i < at - 1
    before = verb.doc[at - 1]
    lead = verb.doc[at - 2]
    if lead.pos_ == "ADV" or lead.lower_ == "further":
        lead = verb.doc[at - 3]
    return (before.tag_ == verb.tag_ and before.pos_ == "VERB") or (lead.lower_ == "to" and lead.i > head.i)


def follows_coordinator(token: Token) -> bool:
    """Whether a comma or coordinator stands before a token, adverbs and asides passed over."""
    joint = joint_before(token.doc, token.i, token.sent.start)
    return joint < token.i and token.doc[joint].lower_ != "but"


def dangles(verb: Token, boundary: int) -> bool:
    """Whether a verb behind a mere comma is followed by none behind "and": no list closes with it, so that it is a noun
    read as a verb ("ensuring, until 2030, *demand* for gas").
    """
    if verb.doc[joint_before(verb.doc, verb.i, verb.sent.start)].text != ",":
        return False
    return not any(token.lower_ in {"and", "or", "&"} for token in verb.doc[verb.i + 1 : boundary])
