"""The fourth stage: everything in the outputs folder but the store, written from the records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.aggregates import ActorScore, AreaTerm
from pipeline.catalogue import FILES, FINDINGS, TABLES, Table
from pipeline.duplicates import near_duplicates
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Change, Document, DocumentRow, Link, Skipped, StatusRow, Tracking, columns
from pipeline.report.actors.pages import write_actor_pages
from pipeline.report.actors.profiles import profile_row, profiles, year_rows
from pipeline.report.brief.agenda import write_calendar
from pipeline.report.brief.feed import write_feed
from pipeline.report.brief.short import in_short
from pipeline.report.charts import draw, write_charts
from pipeline.report.crosswalk import topic_counts
from pipeline.report.datapackage import write_datapackage
from pipeline.report.labels import read_names
from pipeline.report.ledger.files import write_ledger
from pipeline.report.page.method import method
from pipeline.report.page.page import Contents, write_page
from pipeline.report.summaries import word_count, write_summaries
from pipeline.tables import replacing, write_table

TEXTS = "text"


@dataclass(frozen=True, slots=True)
class Results:
    """What a report tells: what was found in the documents, what could not be processed, what this report says
    otherwise than the one before it, the terms that speak for each policy area, what became of commitments in later
    documents, and what people say became of them, by promise and by actor.
    """

    analyses: Sequence[Analysis]
    skipped: Sequence[Skipped] = ()
    changes: Sequence[Change] = ()
    terms: Sequence[AreaTerm] = ()
    tracking: Tracking = Tracking()
    status: Sequence[StatusRow] = ()
    scores: Sequence[ActorScore] = ()


def report(results: Results, outputs: Path, knowledge: Knowledge) -> list[Path]:
    """Write tables, cleaned texts, summaries, charts and ``report.html`` into ``outputs``; returns what was written.

    Texts and charts of an earlier run that no longer belong to the corpus are removed. Raises OSError where the folder
    cannot be written.
    """
    names = knowledge.get(read_names)
    analyses = results.analyses
    outputs.mkdir(parents=True, exist_ok=True)
    written = write_texts(analyses, outputs / TEXTS)
    written += write_tables(analyses, outputs)
    written += write_summaries(analyses, names, outputs)
    pairs = near_duplicates((a.document.doc_id, a.document.text) for a in analyses)
    actors = profiles(analyses, results.tracking.threads, results.status, knowledge)
    newest = max((a.document.date for a in analyses if a.document.date), default=None)
    others: dict[str, Iterable[Any]] = {
        "commitments_by_cap_topic": topic_counts(analyses, knowledge),
        "tracking": results.tracking.links,
        "threads": results.tracking.threads,
        "series": results.tracking.series,
        "not_repeated": results.tracking.not_repeated,
        "actors": (profile_row(profile, names, newest) for profile in actors),
        "actors_by_area_and_year": (row for profile in actors for row in year_rows(profile, names)),
        "status": results.status,
        "status_by_actor": results.scores,
        "area_terms": results.terms,
        "edits": (edit for a in analyses for edit in a.document.edits),
        "skipped": results.skipped,
        "near_duplicates": pairs,
        "changes": results.changes,
    }
    written += [write_file(TABLES[name], rows, outputs) for name, rows in others.items()]
    written += write_actor_pages(actors, names, newest, outputs)
    written += write_ledger(analyses, results.tracking, names, outputs)
    charts = draw(analyses, names)
    written += write_charts(charts, outputs / "charts")
    short = in_short(analyses, results.changes, results.tracking, knowledge)
    calendar, feed = outputs / "deadlines.ics", outputs / "changes.xml"
    write_calendar(analyses, names, calendar)
    write_feed(short.news, short.latest, names, feed)
    contents = Contents(
        analyses,
        results.skipped,
        results.changes,
        pairs,
        charts,
        method(analyses, knowledge),
        short,
        results.tracking,
        results.status,
    )
    written += write_page(contents, names, outputs / "report.html")
    package = outputs / "datapackage.json"
    write_datapackage(analyses, FILES, package)
    return [*written, calendar, feed, package]


def write_tables(analyses: Sequence[Analysis], outputs: Path) -> list[Path]:
    """Write the four tables of findings; returns their paths."""
    return [write_file(table, rows_of(analyses, table), outputs) for table in FINDINGS]


def write_file(table: Table, rows: Iterable[Any], outputs: Path) -> Path:
    """Write a table of the catalogue as CSV; returns its path."""
    write_table(outputs / table.file, table.row, rows)
    return outputs / table.file


def rows_of(analyses: Sequence[Analysis], table: Table) -> Iterator[Any]:
    """The rows of one of the four tables of findings, in document order, then reading order."""
    for a in analyses:
        yield from [document_row(a)] if table.row is DocumentRow else getattr(a, table.name)


def links_of(tracking: Tracking, table: Table) -> Sequence[Any]:
    """The rows of one of the tables that follow commitments from document to document."""
    rows: Sequence[Any] = tracking.links if table.row is Link else getattr(tracking, table.name)
    return rows


def write_texts(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    """Write the cleaned text of each document, to the letter; other ``.txt`` files of the folder are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for a in analyses:
        written.append(folder / f"{a.document.doc_id}.txt")
        with replacing(written[-1]) as file:
            file.write(a.document.text)
    for stale in set(folder.glob("*.txt")) - set(written):
        stale.unlink()
    return written


def document_row(analysis: Analysis) -> DocumentRow:
    """The document's line in the table of documents."""
    document = analysis.document
    known = {name: getattr(document, name) for name in columns(Document)}
    return DocumentRow(
        **known,
        text_path=f"{TEXTS}/{document.doc_id}.txt",
        words=word_count(document.text),
        sentences=len(analysis.sentences),
        commitments=len(analysis.commitments),
    )
