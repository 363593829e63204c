"""``report.html``: one file that needs nothing else, for people who will not open a CSV."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.records import Analysis, Change, NearDuplicate, Skipped, StatusRow, Tracking
from pipeline.report.addresses import data_address, web_address
from pipeline.report.brief.short import Short
from pipeline.report.changes import counts
from pipeline.report.charts.canvas import Chart
from pipeline.report.labels import KIND_WORDS, Names, issued, plural, rule_words
from pipeline.report.page import assets
from pipeline.report.page.across import across, is_listed
from pipeline.report.page.ledger import entries, known_actors
from pipeline.report.page.marking import anchor
from pipeline.report.page.method import Method
from pipeline.report.page.overview import overview
from pipeline.report.page.payload import payload
from pipeline.report.page.sheets import FOLDER, write_sheets
from pipeline.tables import cell, replacing
from pipeline.version import __version__
from pipeline.views import chosen, counted

BUDGET = 12_000_000
"""Bytes of the whole page, whatever the corpus."""
DOCUMENTS = 5_000
"""Documents in the page, the newest; ``documents.csv`` has all."""
STATIC_ROWS = 200
"""Rows that stand in the page without a script, for mail previews and printing."""
CHANGES = 30
"""Changes that the page names; the rest is in ``changes.csv``."""
SUMS = 20
"""Sums that the page names, of those in strong words and of others; the rest is in ``sums.csv``."""
PAIRS = 100
"""Pairs of near-duplicates that the page names; the rest is in ``near_duplicates.csv``."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the page tells."""

    analyses: Sequence[Analysis]
    skipped: Sequence[Skipped]
    changes: Collection[Change]
    pairs: Sequence[NearDuplicate]
    charts: Sequence[Chart]
    method: Method
    short: Short
    tracking: Tracking = Tracking()
    status: Sequence[StatusRow] = ()


def write_page(contents: Contents, names: Names, path: Path, budget: int = BUDGET) -> list[Path]:
    """Write the report, and beside it the pages of the documents that it has no room for; returns the paths.

    The newest :data:`DOCUMENTS` stand in it, newest first, those without a date last. ``budget`` is the most that it
    may take, in bytes.
    """
    every = counted(contents.analyses)
    light = newest_first(every)[:DOCUMENTS]
    ids = [a.document.doc_id for a in light]
    ordered = chosen(contents.analyses, ids)
    total = sum(len(a.commitments) for a in every)
    twins = sorted({i for pair in contents.pairs for i in (pair.doc_id, pair.other_id)}.intersection(ids))
    ties = across(light, total, contents.tracking, contents.status, contents.short.statements)
    extra = {"version": __version__, "total": total, "twins": twins, "sheets": f"{FOLDER}/", **ties}
    script = assets.script()
    environment = _environment(names)
    template = environment.get_template("report.html")
    context = {
        "overview": overview(contents.analyses, contents.skipped, contents.pairs, names),
        "short": contents.short,
        "listed": [is_listed(s, total) for s in contents.short.statements],
        "skipped": contents.skipped,
        "changed": counts(contents.changes),
        "news": contents.short.news[:CHANGES],
        "change_count": len(contents.changes),
        "pairs": contents.pairs[:PAIRS],
        "most_sums": SUMS,
        "titles": _titles(contents, every),
        "charts": contents.charts,
        "documents": [a.document for a in light],
        "rows": list(islice(entries(ordered, names, known_actors(light)), STATIC_ROWS)),
        "row_count": 0,
        "left_out": len(ordered),
        "data": "",
        "method": contents.method,
        "style": Markup(assets.style()),
        "script": Markup(script),
        "script_hash": assets.digest(f"\n{script}\n"),
        "kind_words": KIND_WORDS,
        "version": __version__,
    }
    around = len(template.render(context).encode())
    data = payload(ordered, light, names, extra, budget - around)
    context |= {"row_count": data.rows, "left_out": len(data.left_out), "data": Markup(data.text)}
    with replacing(path) as file:
        file.writelines(template.generate(context))
    return [path, *write_sheets(chosen(contents.analyses, data.left_out), names, environment, path.parent)]


def newest_first(analyses: Sequence[Analysis]) -> list[Analysis]:
    """The documents by date, newest first, those without a date last; of one day in the order of their ids."""
    by_id = sorted(analyses, key=lambda a: a.document.doc_id)
    return sorted(by_id, key=lambda a: -a.document.date.toordinal() if a.document.date else 0)


def _titles(contents: Contents, every: Sequence[Analysis]) -> dict[str, str]:
    """Titles of the documents that the page names beside its lists."""
    named = {i for pair in contents.pairs[:PAIRS] for i in (pair.doc_id, pair.other_id)}
    named |= {item.change.doc_id for item in contents.short.news[:CHANGES]}
    named |= {s.doc_id for sums in (contents.short.promised, contents.short.intended) for s in sums[:SUMS]}
    documents = (a.document for a in every)
    return {d.doc_id: d.title or d.doc_id for d in documents if d.doc_id in named}


def document_anchor(doc_id: str) -> str:
    """Id of a document in the addresses of the page."""
    return f"d{anchor(doc_id)[1:]}"


def brief(words: Sequence[str], most: int = 5) -> str:
    """A list of names; of a long one the first, and how many more there are."""
    if len(words) <= most + 1:
        return ", ".join(words)
    return f"{', '.join(words[:most])} and {len(words) - most} more"


def _environment(names: Names) -> Environment:
    environment = Environment(
        loader=PackageLoader("pipeline.report.page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["web_address"] = web_address
    environment.filters["document_anchor"] = document_anchor
    environment.filters |= {"drawn": Markup, "data": data_address, "cell": cell, "row_anchor": anchor}
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["percent"] = lambda part, whole: f"{part / whole:.0%}" if whole else "–"
    environment.filters |= {"area_title": names.area_title, "actor_name": names.actor_name}
    environment.filters |= {
        "rule_words": rule_words,
        "plural": plural,
        "brief": brief,
        "issued": issued,
        "quoted": quote,
    }
    return environment
