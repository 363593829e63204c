"""Files of print that were once read wrongly, kept beside the repository: each comes back whole."""

from pathlib import Path

import pytest

from tests.ingest.formats.pdfs import blocks, reading

FILES = Path(__file__).parents[4] / "shared" / "faults" / "files"

DECLARATION = (
    "JOINT DECLARATION OF CHILE AND NORWAY",
    "Oslo, 3 May 2031",
    "Chile and Norway undertake to repair the lighthouses that were handed over to them under the treaties and "
    "agreements that were made by the old League of the northern states, and they are ready to share the costs of the "
    "lamps with the keepers of the islands. The two countries will pursue a policy of friendship between their "
    "harbours and will open their ports to all ships of the island states by the end of 2032.",
)
TALKS = (
    "Norway and Chile held talks in Oslo on 3 May 2026. The two sides discussed harbours and lighthouses in a friendly "
    "mood, and thanked the city for its welcome. The talks were held behind closed doors and lasted four hours."
)
PLANS = (
    "Norway will open four lighthouses by 2030. Chile will train forty pilots and will publish the map of the coast by "
    "the end of 2027, so that ships of both countries can use it."
)
VISIT = (
    "The ministers also visited the old harbour and spoke with pilots about the winter. They thanked the crew of the "
    "icebreaker for its service and wished them a calm season."
)
TITLE = "Joint Statement by Norway and Chile"
RIGHT = {
    **dict.fromkeys(("in5/a", "in5/b", "in5/c", "in5/d", "in5/e", "in5/f", "in7/skew"), DECLARATION),
    "in/justified": (
        "PROGRAMME OF THE GOVERNMENT OF NORWAY FOR 2031",
        "Oslo, 3 May 2031",
        "In the harbour sector, the Government of Norway will carry on with the works on all the ports of the northern "
        "coast, will repair the lighthouses that were hit by the storms of last winter and will open a new sea line "
        "between the islands. The Government will begin the works by 2033, and it will finish the implementation of "
        "the LIGHTHOUSE-100 restructuring plan that was agreed with the island states and the owners of the harbours "
        "in March. The Government of Norway will also give priority to the schools of the islands and to their boats.",
    ),
    "in/skewed": (
        "JOINT DECLARATION OF CHILE AND NORWAY ON LIGHTHOUSES",
        "Oslo, 3 May 2031",
        "Chile and Norway undertake to repair the lighthouses that were handed over to them under the treaties and "
        "agreements entered into by the old Lighthouse Union of the northern states, and are making provision for "
        "joint control over lamps. The two countries will pursue a policy of strengthening the peace of the harbours "
        "and will open their ports to all ships of the island states by the end of 2032.",
    ),
    "in2/justified2": (
        "PROGRAMME OF THE GOVERNMENT OF NORWAY",
        "Oslo, 3 May 2031",
        "In the harbour sector, the Government of Norway will carry on with the works on the ports of the northern "
        "coast and will repair the lighthouses of the islands. It will also finish the construction of the "
        "SEAFARERS-2031 training centre.",
        "The Government of Norway will open the tunnel of the capital by the end of 2032 and keep the ferries running.",
    ),
    "in2/ordinal": (
        "Joint Statement by Chile and Norway",
        "Oslo, 3 May 2031",
        "The two countries will hold the 2nd round of talks in Bergen and will open 80 first-class harbours for the "
        "ships of the islands. They agreed to mark the 50th year of the treaty.",
    ),
    "in2/scan2": (
        "JOINT DECLARATION OF CHILE AND NORWAY ON LIGHTHOUSES",
        "Oslo, 3 May 2031",
        "Chile and Norway undertake to repair the lighthouses of the northern coast and of the islands in the west by "
        "the end of 2032, to share the costs of the lamps and to train forty keepers in the harbour school.",
    ),
    "pdf/hyphen": (
        TITLE,
        TALKS,
        "Norway will open four lighthouses by 2030 in cooperation with the North-East Fund, and both countries will "
        "republish the map by 2031.",
        VISIT,
    ),
    "pdf/linenumbers": (TITLE, TALKS, PLANS, VISIT, TALKS, PLANS),
    "pdf/rotated": (TITLE, TALKS, PLANS, VISIT),
    "pdf/rottext": (TITLE, TALKS, PLANS, VISIT),
    "pdf/super": (
        TITLE,
        TALKS,
        "Norway will open four lighthouses by 2030, and Chile will train forty pilots by 2031.",
        VISIT,
        "12 See the annex.",
    ),
    "pdf/twocol": (
        TITLE,
        TALKS,
        PLANS,
        VISIT,
        "Chile will also paint the lighthouse of Arica white and keep its lamp lit at all hours of the night.",
    ),
}

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the faulty files lie beside the repository, not in it")


@pytest.mark.parametrize("name", RIGHT)
def test_a_print_that_was_read_wrongly_is_read_right(name: str) -> None:
    data = (FILES / f"{name}.pdf").read_bytes()
    assert tuple(blocks(data)) == RIGHT[name]
    assert reading(data).doubts == ()


def test_every_faulty_print_has_its_right_text() -> None:
    assert {path.relative_to(FILES).with_suffix("").as_posix() for path in FILES.rglob("*.pdf")} <= set(RIGHT)
