"""Every cue of commitments is found in every frame, or ``frames.csv`` says why not."""

import pytest
from _pytest.mark import ParameterSet

from tests.behaviour.frames import Framed, framed, is_found, known

ALL = tuple(framed())


def _tried(one: Framed) -> ParameterSet:
    """A cue in a frame; one that is known not to be found has not to be found, or its line goes."""
    why = known().get((one.pos, one.cue, one.frame))
    marks = [] if why is None else [pytest.mark.xfail(strict=True, reason=why)]
    return pytest.param(one, id=f"{one.pos}-{one.cue}-{one.frame}", marks=marks)


def test_each_exception_is_one_of_the_frames() -> None:
    assert set(known()) <= {(one.pos, one.cue, one.frame) for one in ALL}
    assert len(known()) < len(ALL) / 6


@pytest.mark.parametrize("one", [_tried(one) for one in ALL])
def test_a_cue_is_found_in_its_frames(one: Framed) -> None:
    assert is_found(one)
