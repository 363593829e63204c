"""Small corpora of invented states, made by the stages of the product, and what tracking says of them."""

import functools
from collections.abc import Mapping

from pipeline.records import Analysis, Link, Tracking
from pipeline.track.matcher import load_matchers
from pipeline.track.stage import track
from tests.shipped import KNOWLEDGE
from tests.staged import ingested, tagged

TITLE = "Norway-Chile Ministerial Meeting"
BESIDE = (
    "The Ministers will hold a seminar on lighthouse museums in Bergen.",
    "Chile will restore the old customs house of Valparaiso.",
)
"""What both documents promise beside the sentence that a test is about."""


@functools.cache
def analysis(year: int, *said: str, parties: tuple[str, ...] = ("NOR", "CHL"), title: str = TITLE) -> Analysis:
    """The document of a year's meeting that says these sentences."""
    made = ingested(
        "\n\n".join(said), f"{year}-meeting", title=title, date=f"{year}-05-01", issuer="Talks", parties=[*parties]
    )
    return tagged(made)


def tracked(*analyses: Analysis, **more: object) -> Tracking:
    """What becomes of the commitments of these documents."""
    return track(analyses, KNOWLEDGE, load_matchers, **more)  # type: ignore[arg-type]


def taken_up(before: str, now: str) -> list[Link]:
    """The links of the sentence ``now`` of a later document to the sentence ``before`` of an earlier one."""
    one, other = analysis(2030, before, *BESIDE), analysis(2031, now, *BESIDE)
    wanted = {c.commitment_id for c in other.commitments if c.sentence.strip() == now}
    places = {c.commitment_id: c.sentence.strip() for c in one.commitments}
    links = tracked(one, other).links
    return [link for link in links if link.later_id in wanted and places[link.earlier_id] == before]


def wordings(analyses: tuple[Analysis, ...]) -> Mapping[str, str]:
    """The action of each commitment by its id."""
    return {c.commitment_id: c.action for a in analyses for c in a.commitments}
