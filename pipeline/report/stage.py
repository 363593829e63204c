"""The fourth stage: everything in the outputs folder but the store, written from the records."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.duplicates import near_duplicates
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Change, DocumentRow, NearDuplicate, Skipped
from pipeline.report.charts import draw, write_charts
from pipeline.report.datapackage import TABLES, write_datapackage
from pipeline.report.labels import read_names
from pipeline.report.page.page import write_page
from pipeline.report.summaries import word_count, write_summaries
from pipeline.tables import replacing, write_table

TEXTS = "text"


def report(
    analyses: Sequence[Analysis],
    skipped: Sequence[Skipped],
    changes: Sequence[Change],
    outputs: Path,
    knowledge: Knowledge,
) -> list[Path]:
    """Write tables, cleaned texts, summaries, charts and ``report.html`` into ``outputs``; returns what was written.

    ``changes`` is what this report says otherwise than the one before it.
    Texts and charts of an earlier run that no longer belong to the corpus are removed. Raises OSError where the folder
    cannot be written.
    """
    names = knowledge.get(read_names)
    outputs.mkdir(parents=True, exist_ok=True)
    written = write_texts(analyses, outputs / TEXTS)
    written += write_tables(analyses, outputs)
    write_datapackage(analyses, outputs / "datapackage.json")
    written += write_summaries(analyses, skipped, outputs / "summary", names)
    pairs = near_duplicates((a.document.doc_id, a.document.text) for a in analyses)
    written.append(outputs / "summary" / "near_duplicates.csv")
    write_table(written[-1], NearDuplicate, pairs)
    written.append(outputs / "summary" / "changes.csv")
    write_table(written[-1], Change, changes)
    charts = draw(analyses, names)
    written += write_charts(charts, outputs / "charts")
    page = outputs / "report.html"
    write_page(analyses, skipped, changes, pairs, charts, names, page)
    return [*written, outputs / "datapackage.json", page]


def write_tables(analyses: Sequence[Analysis], outputs: Path) -> list[Path]:
    """Write the four tables of TABLES.md; returns their paths."""
    for name, record in TABLES.items():
        write_table(outputs / f"{name}.csv", record, rows_of(analyses, name))
    return [outputs / f"{name}.csv" for name in TABLES]


def rows_of(analyses: Sequence[Analysis], table: str) -> Iterator[Any]:
    """The rows of one of the four tables, in document order, then reading order."""
    for a in analyses:
        yield from [document_row(a)] if table == "documents" else getattr(a, table)


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
    return DocumentRow(
        doc_id=document.doc_id,
        title=document.title,
        date=document.date,
        issuer=document.issuer,
        parties=document.parties,
        url=document.url,
        source=document.source,
        text_path=f"{TEXTS}/{document.doc_id}.txt",
        sha256=document.sha256,
        words=word_count(document.text),
        sentences=len(analysis.sentences),
        commitments=len(analysis.commitments),
        licence=document.licence,
        language=document.language,
        inferred=document.inferred,
    )
