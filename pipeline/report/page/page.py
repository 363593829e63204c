"""``report.html``: one file that needs nothing else, for people who will not open a CSV."""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.errors import CommuniqueError
from pipeline.records import KINDS, STRENGTHS, Analysis, Change, Commitment, Document, NearDuplicate, Skipped, columns
from pipeline.report.addresses import web_address
from pipeline.report.changes import counts
from pipeline.report.charts.canvas import Chart
from pipeline.report.labels import Names, plural, rule_words
from pipeline.report.page.ledger import HEADER, Entry, entries
from pipeline.report.page.marking import Passage, anchor, passages
from pipeline.report.page.overview import overview
from pipeline.report.summaries import by_date, word_count
from pipeline.tables import replacing
from pipeline.version import __version__

ROWS = 20_000
"""Commitments that the table in the page holds; the rest is in ``commitments.csv``."""
STATIC_ROWS = 200
"""Rows that stand in the page without a script, for mail previews and printing."""
CHANGES = 30
"""Changes that the page names; the rest is in ``changes.csv``."""
PAIRS = 100
"""Pairs of near-duplicates that the page names; the rest is in ``near_duplicates.csv``."""
TEXT_CHARACTERS = 15_000_000
"""Characters of document text that the page holds; the rest is in ``text/``."""

_UNSAFE_IN_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document for the page: ``anchor`` is its element's id; ``shown`` says whether its text is in the page."""

    anchor: str
    record: Document
    words: int
    sentences: int
    commitments: int
    acts: tuple[tuple[str, int], ...]
    shown: bool
    analysis: Analysis
    names: Names

    def passages(self) -> Iterator[Passage]:
        """Text of the document with its marks."""
        return passages(self.analysis, self.names)


def write_page(
    analyses: Sequence[Analysis],
    skipped: Sequence[Skipped],
    changes: Sequence[Change],
    pairs: Sequence[NearDuplicate],
    charts: Sequence[Chart],
    names: Names,
    path: Path,
) -> None:
    """Write the report. The documents stand in it by date, those without a date last."""
    ordered = list(by_date(analyses))
    rows = list(islice(entries(ordered, names), ROWS))
    table = _bundle()
    script = f"{table.script}\n{_asset('report.js')}"
    context = {
        "overview": overview(ordered, skipped, pairs, names),
        "skipped": skipped,
        "changed": counts(changes),
        "changes": changes[:CHANGES],
        "change_count": len(changes),
        "pairs": pairs[:PAIRS],
        "titles": {a.document.doc_id: a.document.title or a.document.doc_id for a in analyses},
        "charts": charts,
        "documents": list(_views(ordered, names)),
        "rows": rows[:STATIC_ROWS],
        "row_count": len(rows),
        "data": Markup(_json(_data(ordered, rows))),
        "filters": _filters(rows),
        "through": Counter(code for row in rows for code in row.through),
        "table_style": Markup(table.style),
        "style": Markup(_asset("report.css")),
        "script": Markup(script),
        "script_hash": _hash(f"\n{script}\n"),
        "strengths": STRENGTHS,
        "kinds": KINDS,
        "version": __version__,
    }
    with replacing(path) as file:
        file.writelines(_environment(names).get_template("report.html").generate(context))


def document_anchor(doc_id: str) -> str:
    """Id of a document's element."""
    return f"d{anchor(doc_id)[1:]}"


def _views(analyses: Iterable[Analysis], names: Names) -> Iterator[DocumentView]:
    characters = 0
    for a in analyses:
        characters += len(a.document.text)
        acts = Counter(act for s in a.sentences for act in s.acts)
        yield DocumentView(
            anchor=document_anchor(a.document.doc_id),
            record=a.document,
            words=word_count(a.document.text),
            sentences=len(a.sentences),
            commitments=len(a.commitments),
            acts=tuple(sorted(acts.items(), key=lambda item: (-item[1], item[0]))),
            shown=characters <= TEXT_CHARACTERS,
            analysis=a,
            names=names,
        )


def _data(analyses: Sequence[Analysis], rows: Sequence[Entry]) -> dict[str, Any]:
    """What the table's script reads: rows as lists under one header, names and titles once."""
    return {
        "actors": {code: name for row in rows for code, name in zip(row.record.actors, row.actor_names, strict=True)},
        "areas": {code: title for row in rows for code, title in zip(row.record.areas, row.area_titles, strict=True)},
        "documents": [
            [document_anchor(a.document.doc_id), a.document.title, a.document.date and a.document.date.isoformat()]
            for a in analyses
        ],
        "columns": columns(Commitment),
        "header": HEADER,
        "rows": [row.values() for row in rows],
    }


def _filters(rows: Sequence[Entry]) -> dict[str, list[tuple[str, str, int]]]:
    """Choices of the filters: value, words, number of commitments; most first."""
    actors = Counter((c, n) for r in rows for c, n in zip(r.record.actors, r.actor_names, strict=True))
    areas = Counter((c, t) for r in rows for c, t in zip(r.record.areas, r.area_titles, strict=True))
    return {
        name: [(value, words, count) for (value, words), count in sorted(c.items(), key=lambda i: (-i[1], i[0]))]
        for name, c in (("actor", actors), ("area", areas))
    }


def _json(value: object) -> str:
    """JSON that is safe inside a ``<script>`` element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)


def _hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return (resources.files("pipeline.report.page") / "templates" / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Bundle:
    script: str
    style: str


@cache
def _bundle() -> _Bundle:
    """DataTables (MIT) from the offline bundle of itables (MIT), its exports turned into names of the script."""
    folder = resources.files("itables") / "html"
    try:
        script = (folder / "dt_bundle.js").read_text(encoding="utf-8")
        style = (folder / "dt_bundle.css").read_text(encoding="utf-8")
    except OSError as error:
        raise CommuniqueError(
            f"The table library itables lacks {error.filename}: delete .venv, then run again."
        ) from error
    found = re.search(r"export\s*\{[^}]*?(\w+) as jQuery[^}]*\};?", script)
    if not found or "</script" in script.lower() or "</style" in style.lower():
        raise CommuniqueError(
            "The table library itables is of a version that does not fit: delete .venv, then run again."
        )
    script = f"{script[: found.start()]}const jQuery = {found[1]};{script[found.end() :]}"
    return _Bundle(script, style)


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
    environment.filters["svg"] = lambda chart: Markup(chart.svg)
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["percent"] = lambda part, whole: f"{part / whole:.0%}" if whole else "–"
    environment.filters |= {"area_title": names.area_title, "actor_name": names.actor_name}
    environment.filters |= {"rule_words": rule_words, "plural": plural}
    return environment
