"""Countries and nationalities of the gold get the right code (at least 98 %).

The expected codes come from ISO 3166 through pycountry, and from short forms and adjectives written down here,
apart from the knowledge files.
"""

import json
from pathlib import Path

import pycountry
import pytest
from spacy.language import Language

GOLD = Path(__file__).parents[4] / "shared" / "gold"

SHORT_FORMS = {
    "U.S.": "USA", "US": "USA", "U.S": "USA", "UK": "GBR", "ROK": "KOR", "DPRK": "PRK", "PRC": "CHN", "UAE": "ARE",
    "Republic of Korea": "KOR", "Democratic People's Republic of Korea": "PRK", "Russia": "RUS", "Iran": "IRN",
    "Burma": "MMR", "Turkey": "TUR", "Britain": "GBR", "Brunei": "BRN", "State of Israel": "ISR",
    "Washington": "USA", "Washington, D.C.": "USA", "Tokyo": "JPN", "Moscow": "RUS", "Berlin": "DEU", "London": "GBR",
    "Paris": "FRA", "Pyongyang": "PRK", "Baghdad": "IRQ", "Stockholm": "SWE", "New Delhi": "IND",
    "Kingdom of Sweden": "SWE", "Democratic People’s Republic of Korea": "PRK", "Beijing": "CHN", "Ottawa": "CAN",
    "Korea": "", "Congo": "",
}  # fmt: skip
ADJECTIVES = {
    "Russian": "RUS", "Russians": "RUS", "American": "USA", "Americans": "USA", "Ukrainian": "UKR", "Ukrainians": "UKR",
    "Australian": "AUS", "Australians": "AUS", "Israeli": "ISR", "Israelis": "ISR", "Syrian": "SYR", "Syrians": "SYR",
    "Indian": "IND", "Vietnamese": "VNM", "Palestinian": "PSE", "Palestinians": "PSE", "Burundian": "BDI",
    "Burundians": "BDI", "Japanese": "JPN", "Cambodian": "KHM", "Albanian": "ALB", "Nicaraguan": "NIC",
    "Central African": "CAF", "Malaysian": "MYS", "Kenyan": "KEN", "Colombians": "COL", "Colombian": "COL",
    "Chinese": "CHN", "French": "FRA", "British": "GBR", "Haitian": "HTI", "Canadian": "CAN", "Equatoguinean": "GNQ",
    "Filipinos": "PHL", "Filipino": "PHL", "Thai": "THA", "Bangladeshi": "BGD", "Iraqi": "IRQ", "German": "DEU",
    "Italian": "ITA", "Iranian": "IRN", "Nigerian": "NGA", "Nigerien": "NER", "Korean": "", "Congolese": "",
    "European": "", "African": "", "Asian": "", "North American": "", "Rohingya": "", "Catholic": "",
}  # fmt: skip


def expected_code(wording: str) -> str | None:
    """The right code, empty where the name stands for no one country, None where neither source knows the name."""
    for known in (SHORT_FORMS, ADJECTIVES):
        if wording in known:
            return known[wording]
    try:
        return str(pycountry.countries.lookup(wording.replace("’", "'")).alpha_3)
    except LookupError:
        return None


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold is not beside this checkout")
@pytest.mark.parametrize(("file", "least"), [("train.jsonl", 500), ("dev.jsonl", 150)])
def test_country_mentions_of_the_gold_are_linked_right(names: Language, file: str, least: int) -> None:
    right = of = unknown = 0
    for line in (GOLD / file).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        codes = {(e.start_char, e.end_char): e.kb_id_ for e in names(record["text"]).ents}
        for entity in (e for s in record["sentences"] for e in s["entities"] if e["label"] in {"GPE", "NORP"}):
            code = expected_code(entity["text"])
            span = (entity["start"], entity["end"])
            if code is None or span not in codes:
                unknown += code is None
                continue
            of += 1
            right += codes[span] == code
    assert of > least
    assert unknown < 0.2 * of
    assert right >= 0.98 * of, f"{right} of {of} country mentions of {file} have the right code"
