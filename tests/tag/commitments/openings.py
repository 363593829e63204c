"""Openings written as in the tables of tests: the form, and the words from the first one to the head."""

from collections.abc import Callable

from pipeline.tag.commitments.forms import Frame, Opening
from pipeline.tag.commitments.scope import Scope
from pipeline.tag.commitments.sites import Site
from tests.tag.parsed import parsed, token

WORDS = {"stance": {"ready", "committed"}, "official": {"minister", "crew"}, "joint_work": {"cooperation"}}
SCOPE = Scope({category: frozenset(words) for category, words in WORDS.items()}, frozenset())  # type: ignore[misc]


def opening(
    find: Callable[[Site, Frame], Opening | None], sentence: str, cue: str, frame: Frame, *others: Frame
) -> str | None:
    """What ``find`` finds for the cue, a word of ``sentence``; ``others`` are further frames that the cue has."""
    first = token(parsed(sentence), cue)
    found = find(Site(first, first.i + 1, frozenset({frame, *others}), SCOPE), frame)
    return f"{found.form}: {first.doc[found.start : found.head.i + 1].text}" if found is not None else None
