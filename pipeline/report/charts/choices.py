"""What a mark of a picture leads to: a search of the report page, written as its address does."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from pipeline.report.charts.periods import UNDATED


def chosen(**values: str | Sequence[str]) -> str:
    """The search for rows with all of the values, several of one name adding up: ``area=energy&year=2030``.

    An empty area is the search for rows without one. Names are those of the page's filters (``script/facets.js``).
    """
    if values.get("area") == "":
        del values["area"]
        values["doubt"] = "area"
    return urlencode(values, doseq=True)


def by_own(actor: str | Sequence[str], **values: str | Sequence[str]) -> str:
    """The search for what an actor, or one of several, promised in its own name."""
    return chosen(actor=actor, alone="yes", **values)


def years(period: str) -> tuple[str, ...]:
    """The years of a period, as the page's filter has them; none for a part of a year, which it does not tell apart."""
    if period == UNDATED or re.fullmatch(r"\d{4}", period):
        return (period,)
    span = re.fullmatch(r"(\d{4})–(\d{4})", period)
    return tuple(map(str, range(int(span[1]), int(span[2]) + 1))) if span else ()
