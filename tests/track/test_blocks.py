"""Which documents are compared at all."""

import pytest

from pipeline.track.blocks import blocks
from pipeline.track.columns import columns
from pipeline.track.matcher import load_matchers
from pipeline.track.sayings import ledgers
from tests.shipped import KNOWLEDGE
from tests.track.small import analysis

SAID = "We will restore the old lighthouses of our coasts."
FOUNDERS = ("NOR", "CHL", "GHA", "PER")


def compared(title: str, *parties: str) -> bool:
    """Whether a later document is compared with the founding one."""
    documents = [
        analysis(2030, SAID, parties=FOUNDERS, title="Oslo Compact on Lighthouses and Pilotage"),
        analysis(2031, SAID, parties=parties, title=title),
    ]
    sayings = [saying for ledger in ledgers(documents, KNOWLEDGE) for saying in ledger.sayings]
    matchers = load_matchers()
    table = columns(sayings, matchers.rarity, matchers.projection)
    return any({0, 1} <= {*rows.tolist(), *others.tolist()} for rows, others in blocks(table))


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Second Meeting", ("NOR", "CHL", "GHA", "PER", "FJI")),
        ("Fact Sheet: Third Meeting of the Compact on Lighthouses and Pilotage", ("NOR",)),
    ],
)
def test_documents_of_much_the_same_parties_or_of_a_rare_title_are_compared(title: str, parties: tuple[str]) -> None:
    assert compared(title, *parties)


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("Joint Statement of the Foreign Ministers", ("NOR",)),
        ("Third Meeting of the Compact on Lighthouses and Pilotage", ("FJI",)),
    ],
)
def test_a_common_title_and_a_title_of_others_are_not_enough(title: str, parties: tuple[str]) -> None:
    assert not compared(title, *parties)
