"""Whether a publisher writes day or month first in figures, by the language of its page and by its state."""

from collections.abc import Collection

from pipeline.knowledge import Knowledge
from pipeline.names.writtendates import Order


def order_of_language(tag: str, knowledge: Knowledge) -> Order:
    """The order of a language tag with a region ("en-US"), or of a language other than English."""
    language, _, region = tag.replace("_", "-").partition("-")
    if not region:
        return Order.UNKNOWN if language.lower() in ("", "en", "und") else Order.DAY_FIRST
    first = region.rpartition("-")[2].upper() in {row[0] for row in knowledge.get(_read_month_first)}
    return Order.MONTH_FIRST if first else Order.DAY_FIRST


def order_of_publisher(codes: Collection[str], knowledge: Knowledge) -> Order:
    """The order of the states and bodies that publish a text; unknown where they differ."""
    month_first = {row[1] for row in knowledge.get(_read_month_first)}
    found = {code in month_first for code in codes}
    if len(found) != 1:
        return Order.UNKNOWN
    return Order.MONTH_FIRST if found.pop() else Order.DAY_FIRST


def _read_month_first(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Regions and codes of the states that write the month first (``month_first.csv``)."""
    return tuple((row["region"].upper(), row["code"]) for row in knowledge.table("month_first.csv", ("region", "code")))
