"""The fourth stage: everything in the outputs folder but the store, written from the records."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from pipeline.aggregates import ActorScore, AreaTerm
from pipeline.catalogue import FILES, FINDINGS, TABLES, Table
from pipeline.duplicates import near_duplicates
from pipeline.filenames import file_name, remove_others
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Change, Document, DocumentRow, Edit, Link, Skipped, StatusRow, Tracking, columns
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
from pipeline.report.summaries import write_summaries
from pipeline.tables import line, replacing, write_lines, write_table
from pipeline.views import counted, texts, word_count

TEXTS = "text"


@dataclass(frozen=True, slots=True)
class Results:
    """What a report tells: what was found in the documents, what could not be processed, what this report says
    otherwise than the one before it, the terms that speak for each policy area, what became of commitments in later
    documents, and what people say became of them, by promise and by actor.
    """

    analyses: Sequence[Analysis]
    skipped: Sequence[Skipped] = ()
    changes: Collection[Change] = ()
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
    # What needs much memory for a while comes before what is kept: what is counted.
    written = write_findings(analyses, outputs)
    pairs = near_duplicates(texts(analyses))
    package = outputs / "datapackage.json"
    write_datapackage(analyses, FILES, package)
    written += write_ledger(analyses, results.tracking, names, outputs)
    written += write_summaries(analyses, names, outputs)
    newest = max((a.document.date for a in counted(analyses) if a.document.date), default=None)
    actors = profiles(analyses, results.tracking.threads, results.status, knowledge)
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
        "skipped": results.skipped,
        "near_duplicates": pairs,
        "changes": results.changes,
    }
    written += [write_file(TABLES[name], rows, outputs) for name, rows in others.items()]
    written += write_actor_pages(actors, names, newest, outputs)
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
    return [*written, calendar, feed, package]


def write_findings(analyses: Sequence[Analysis], outputs: Path) -> list[Path]:
    """Write the cleaned texts, to the letter, and the tables of findings, document by document; returns their paths.

    Other ``.txt`` files of the folder of texts are removed.
    """
    folder = outputs / TEXTS
    folder.mkdir(parents=True, exist_ok=True)
    (outputs / "summary").mkdir(exist_ok=True)
    written = []
    with ExitStack() as open_files:
        tables = [(table, _begun(table, outputs, open_files)) for table in (*FINDINGS, TABLES["edits"])]
        for a in analyses:
            written.append(folder / f"{file_name(a.document.doc_id)}.txt")
            with replacing(written[-1]) as file:
                file.write(a.document.text)
            for table, file in tables:
                file.writelines(line([getattr(row, name) for name in table.columns]) for row in _rows(a, table))
    remove_others(folder, "*.txt", written)
    return written + [outputs / table.file for table, _ in tables]


def _begun(table: Table, outputs: Path, open_files: ExitStack) -> TextIO:
    file = open_files.enter_context(replacing(outputs / table.file))
    write_lines(file, table.columns, ())
    return file


def write_file(table: Table, rows: Iterable[Any], outputs: Path) -> Path:
    """Write a table of the catalogue as CSV; returns its path."""
    write_table(outputs / table.file, table.row, rows)
    return outputs / table.file


def rows_of(analyses: Iterable[Analysis], table: Table) -> Iterator[Any]:
    """The rows of one of the tables of findings, in document order, then reading order."""
    for a in analyses:
        yield from _rows(a, table)


def _rows(a: Analysis, table: Table) -> Sequence[Any]:
    if table.row is DocumentRow:
        return [document_row(a)]
    rows: Sequence[Any] = a.document.edits if table.row is Edit else getattr(a, table.name)
    return rows


def links_of(tracking: Tracking, table: Table) -> Collection[Any]:
    """The rows of one of the tables that follow commitments from document to document."""
    rows: Collection[Any] = tracking.links if table.row is Link else getattr(tracking, table.name)
    return rows


def document_row(analysis: Analysis) -> DocumentRow:
    """The document's line in the table of documents."""
    document = analysis.document
    known = {name: getattr(document, name) for name in columns(Document)}
    return DocumentRow(
        **known,
        text_path=f"{TEXTS}/{file_name(document.doc_id)}.txt",
        words=word_count(document.text),
        sentences=len(analysis.sentences),
        commitments=len(analysis.commitments),
    )
