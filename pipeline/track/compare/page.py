"""The page of a comparison: one HTML file without scripts, which needs nothing else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import Document
from pipeline.tables import replacing
from pipeline.track.compare.comparison import FATES, Comparison, Row
from pipeline.track.compare.ledger import VERDICTS
from pipeline.track.compare.sides import side_rows
from pipeline.version import __version__

HIGHLIGHTS = 40
"""Changed words and figures of each kind that the page names; the rest is in ``highlights.csv``."""
FOLDED = 3
"""Unchanged passages in a row from which on they are folded away."""
VERDICT_WORDS = {
    "stronger": ("↑", "Stronger"),
    "weaker": ("↓", "Weaker"),
    "followed_up": ("→", "Next step"),
    "new": ("+", "New"),
    "gone": ("–", "Not said again"),
    "same": ("=", "Said again"),
}
FATE_WORDS = {
    "same": "Unchanged",
    "changed": "Changed",
    "moved": "Moved here",
    "moved_away": "Moved away",
    "new": "New",
    "gone": "Gone",
}
_WEB_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)
"""Addresses that lead to the web: a ``javascript:`` link must not get into the page."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows of the redline that are shown together; ``folded`` where they are unchanged and many."""

    rows: tuple[Row, ...]
    folded: bool


def write_page(comparison: Comparison, knowledge: Knowledge, path: Path) -> None:
    """Write the page of a comparison. The file appears whole or not at all."""
    environment = Environment(
        loader=PackageLoader("pipeline.track.compare"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    gazetteer = knowledge.get(Gazetteer)
    environment.filters["actor_name"] = lambda code: gazetteer.name_of(code) or code
    environment.filters["web_address"] = lambda url: url if _WEB_ADDRESS.fullmatch(url.strip()) else ""
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["shown_title"] = _title
    style = (resources.files("pipeline.track.compare") / "templates" / "compare.css").read_text(encoding="utf-8")
    context = {**_context(comparison), "style": Markup(style), "version": __version__}
    with replacing(path) as file:
        file.writelines(environment.get_template("compare.html").generate(context))


def stretches(rows: Sequence[Row]) -> Iterator[Stretch]:
    """The rows in order, those that are unchanged put together where they are many."""
    for same, found in groupby(rows, lambda row: row.fate == "same"):
        together = tuple(found)
        if same and len(together) >= FOLDED:
            yield Stretch(together, folded=True)
        else:
            yield Stretch(together, folded=False)


def _context(comparison: Comparison) -> dict[str, Any]:
    verdicts = Counter(pairing.verdict for pairing in comparison.commitments)
    fates = Counter(row.fate for row in comparison.rows)
    told = {subject: [h for h in comparison.highlights if h.subject == subject] for subject in ("force", "figure")}
    return {
        "earlier": comparison.earlier,
        "later": comparison.later,
        "verdicts": [(v, *VERDICT_WORDS[v], verdicts[v]) for v in VERDICTS],
        "verdict_words": VERDICT_WORDS,
        "fates": [(FATE_WORDS[f], fates[f]) for f in FATES if f != "moved_away"],
        "fate_words": FATE_WORDS,
        "told": {subject: found[:HIGHLIGHTS] for subject, found in told.items()},
        "untold": {subject: max(len(found) - HIGHLIGHTS, 0) for subject, found in told.items()},
        "groups": [
            (v, *VERDICT_WORDS[v], verdicts[v], side_rows(p for p in comparison.commitments if p.verdict == v))
            for v in VERDICTS
        ],
        "stretches": list(stretches(comparison.rows)),
    }


def _title(document: Document) -> str:
    return document.title or document.doc_id
