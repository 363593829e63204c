"""Datelines of agencies and ministries in front of a sentence: "OSLO, May 3 (NTB) — ", "Lima, 2 May 2031 – ".

What a dateline names is where and when the text was sent, and nobody who acts.
"""

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|"
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
_NO_PLACE = r"(?!(?:On|In|At|By|From|Since|Until|Today|The)\b)"
_PLACE = rf"{_NO_PLACE}[A-ZÀ-Þ][\w.'’-]*(?:[ -](?:[A-ZÀ-Þ][\w.'’-]*|de|del|la|of|upon|am|an|der)){{0,4}}"
_AGENCY = r"\([A-ZÀ-Þ][\w /.&-]{1,40}\)"
_DASH = r"\s?(?:–|—|--|-)\s"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:[,/]\s?{_PLACE}){{0,2}}),?\s?(?P<day>{_DAY}|\({_DAY}\))?,?\s?(?P<agency>{_AGENCY})?{_DASH}"
)
SHORTEST_CAPITALS = 5
"""Letters of a place in capitals that need neither day nor agency: shorter ones are acronyms."""


def dateline_end(line: str) -> int:
    """How many characters of a line its dateline takes; 0 where it begins with none.

    A place needs a day, an agency or capitals beside it: "Norway - a partner" is no dateline.
    """
    found = _DATELINE.match(line)
    if not found:
        return 0
    is_shouted = found["place"].isupper() and len(found["place"].split(",")[0]) >= SHORTEST_CAPITALS
    return found.end() if found["day"] or found["agency"] or is_shouted else 0
