"""The frames of ``statements.csv``: how a wording has to stand for its sentence to do what the wording says."""

from collections.abc import Callable, Mapping

from pipeline.tag.acts.asking import (
    asks_another,
    asks_for,
    asks_person,
    governs_noun,
    has_clause,
    has_object,
    has_stance,
    has_thing,
    is_denied,
)
from pipeline.tag.acts.feelings import (
    accompanies,
    goes_out,
    is_against,
    is_due,
    is_expressed,
    is_held,
    is_judged,
    is_own_view,
    is_paid,
    opens_with_view,
    tells_feeling,
)
from pipeline.tag.acts.wordings import Found, StatementFrame, Wordings

Holds = Callable[[Found, Wordings], bool]


def holds(frame: StatementFrame, found: Found, words: Wordings) -> bool:
    """Whether a wording stands in the frame, and is said outright."""
    return FRAMES[frame](found, words)


FRAMES: Mapping[StatementFrame, Holds] = {
    "other_to": asks_another,
    "person_to": asks_person,
    "that": has_clause,
    "object": has_object,
    "thing": has_thing,
    "for_noun": asks_for,
    "after": governs_noun,
    "stance": has_stance,
    "feeling": tells_feeling,
    "judged": is_judged,
    "it_is": is_due,
    "go_out": goes_out,
    "paid": is_paid,
    "expressed": is_expressed,
    "with_noun": accompanies,
    "held": is_held,
    "own": is_own_view,
    "in_own": opens_with_view,
    "stand": is_against,
    "denied": is_denied,
}
