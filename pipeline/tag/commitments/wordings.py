"""Actions as they are promised: without the negation before them, and without the verb of a litotes.

"Will no longer [sell coal]" and "vowed to no longer [sell coal]" are refusals to sell coal; "will not hesitate to
[help]" is a promise to help (GUIDELINES section 5, negation).
"""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.tag.commitments.forms import Action
from pipeline.tag.factuality.cues import Match
from pipeline.tag.factuality.polarity import behind_negations, softened


def as_promised(action: Action, cue: Token, matches: Sequence[Match]) -> Action:
    """The action of a cue in a sentence whose cues of factuality are ``matches``."""
    inner = softened(action.head, cue, matches)
    if inner is not None and inner.i < action.end:
        return action._replace(head=inner, start=inner.i)
    return action._replace(start=behind_negations(action.start, action.head, matches))
