"""Pledges of a sum or a number, which are as firm by their wording as a commitment gets: "pledged $40 million".

They are accepted whatever the judge says. What is told of the past, said of another or asked is refused before.
"""

from spacy.tokens import Span, Token

from pipeline.tag.commitments.circumstances import Circumstances, ItemCircumstances
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.sums import leads_with_amount

SURE = 0.75
"""The probability of a plain pledge of a sum, at the least."""
TENSES = frozenset({"present", "past", "perfect", "none"})


def is_plain(circumstances: Circumstances | ItemCircumstances, cue: Span, head: Token, scope: Scope) -> bool:
    """Whether a candidate pledges a sum or a number in so many words, in the name of somebody who is named."""
    c = circumstances
    if isinstance(c, ItemCircumstances) or c.form != "object" or c.tense not in TENSES:
        return False
    if c.subject in {"you", "none"} or c.is_relative or c.is_question or c.marker in {"if", "whether", "unless"}:
        return False
    pledging = cue.root.lemma_.lower() in scope.words("pledging")
    announcing = c.cue_in & {"announcing", "approving"} and head.lemma_.lower() in scope.words("contribution")
    return bool(pledging or announcing) and leads_with_amount(head)
