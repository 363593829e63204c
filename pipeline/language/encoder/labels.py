"""What the encoder's heads answer, in the order of their outputs."""

from enum import IntEnum

from pipeline.records import ACTS, KINDS, STRENGTHS

TOLD = ACTS
"""What a sentence does: one yes or no each."""
ATTRIBUTES: dict[str, tuple[object, ...]] = {
    "kind": KINDS,
    "strength": STRENGTHS,
    "negated": (False, True),
    "conditional": (False, True),
}
"""What is said of a commitment: one of several each."""


class Tag(IntEnum):
    """What a word piece is in a commitment."""

    OUTSIDE = 0
    CUE = 1
    BEGIN = 2
    ACTION = 3
