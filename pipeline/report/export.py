"""The tables in other forms, to take along, and marked texts for annotation tools."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from pipeline.catalogue import FINDINGS, TRACKED, Table
from pipeline.errors import CommuniqueError
from pipeline.gold import doccano, labelstudio
from pipeline.gold.checks import Vocabulary, guideline_labels
from pipeline.gold.documents import BrokenMarkError, GoldDocument, found_in
from pipeline.knowledge import Knowledge
from pipeline.knowledge.areas import area_keys
from pipeline.records import Analysis, Tracking
from pipeline.report.datapackage import write_datapackage
from pipeline.report.ledger.files import FIRST_DAY
from pipeline.report.parquet import write_by_year, write_whole
from pipeline.report.stage import links_of, rows_of, write_file
from pipeline.tables import cell, replacing
from pipeline.views import counted

EXCEL_ROWS = 1_048_575
EXCEL_LETTERS = 32_767
COLUMN_WIDTH = 16


NOT_TRACKED = Tracking()
Contents = Sequence[tuple[Table, Iterable[Any]]]
"""Tables with their rows, which are gone through once."""
BY_YEAR = "parquet-by-year"
"""The form of many files, for what is too large for one."""


def export(
    analyses: Sequence[Analysis], form: str, folder: Path, knowledge: Knowledge, tracking: Tracking = NOT_TRACKED
) -> list[Path]:
    """Write the tables, or for annotation tools the marked texts, into ``folder`` in the given form.

    ``form`` is one of :data:`FORMS`. Returns the files that were written. Raises :class:`CommuniqueError` for a form
    that is unknown or whose library is not installed, and where a table is too long for Excel. A document whose marks
    do not fit together is left out of the forms for annotation tools, see :func:`left_out`.
    """
    if form not in FORMS:
        raise CommuniqueError(f"There is no export to {form!r}: choose one of {', '.join(FORMS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if form == BY_YEAR:
            return write_by_year(analyses, tracking, folder)
        if form in TABLE_FORMS:
            written = TABLE_FORMS[form](_contents(analyses, tracking), folder)
            if form == "csv":
                write_datapackage(analyses, (*FINDINGS, *TRACKED), folder / "datapackage.json")
                written.append(folder / "datapackage.json")
            return written
        marked = (found for _, found in _marked(analyses) if isinstance(found, GoldDocument))
        return MARKED_FORMS[form](marked, folder, _vocabulary(analyses, knowledge))
    except ImportError as error:
        raise CommuniqueError(
            f"Export to {form} needs {error.name}, which is not installed: pip install 'communique[export]'."
        ) from error


def left_out(analyses: Sequence[Analysis], form: str) -> list[str]:
    """Which documents :func:`export` leaves out of a form, each with its reason in a sentence."""
    if form not in MARKED_FORMS:
        return []
    return [
        f"{doc_id} is left out ({found}): please report this document."
        for doc_id, found in _marked(analyses)
        if isinstance(found, BrokenMarkError)
    ]


def _marked(analyses: Sequence[Analysis]) -> Iterator[tuple[str, GoldDocument | BrokenMarkError]]:
    """Documents with their marks, or why they cannot be marked: one odd document must not stop the others."""
    for analysis in analyses:
        try:
            yield analysis.document.doc_id, found_in(analysis)
        except BrokenMarkError as error:
            yield analysis.document.doc_id, error


def _contents(analyses: Sequence[Analysis], tracking: Tracking) -> Contents:
    """The findings, and what became of them in later documents."""
    found = ((table, rows_of(analyses, table)) for table in FINDINGS)
    return [*found, *((table, links_of(tracking, table)) for table in TRACKED)]


def _csv(contents: Contents, folder: Path) -> list[Path]:
    return [write_file(table, rows, folder) for table, rows in contents]


def _jsonl(contents: Contents, folder: Path) -> list[Path]:
    """One object a row, lists as lists, dates in ISO form, null for what is missing."""
    for table, rows in contents:
        with replacing(folder / f"{table.name}.jsonl") as file:
            for row in rows:
                values = {column: _plain(getattr(row, column)) for column in table.columns}
                file.write(json.dumps(values, ensure_ascii=False) + "\n")
    return [folder / f"{table.name}.jsonl" for table, _ in contents]


def _parquet(contents: Contents, folder: Path) -> list[Path]:
    return [write_whole(table, rows, folder) for table, rows in contents]


def _xlsx(contents: Contents, folder: Path) -> list[Path]:
    """One workbook with a sheet a table; text is never a formula or a link."""
    path = folder / "communique.xlsx"
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for table, rows in contents:
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.columns, bold)
            sheet.set_column(0, len(table.columns) - 1, COLUMN_WIDTH)
            sheet.freeze_panes(1, 0)
            number = 0
            for number, row in enumerate(rows, 1):
                if number > EXCEL_ROWS:
                    raise CommuniqueError(
                        f"{table.name} has more than the {EXCEL_ROWS:,} rows that Excel holds: use parquet or csv."
                    )
                for place, column in enumerate(table.columns):
                    value = getattr(row, column)
                    if isinstance(value, bool | int | float):
                        sheet.write(number, place, value)
                    elif isinstance(value, date) and value >= FIRST_DAY:
                        sheet.write_datetime(number, place, value, day)
                    else:
                        sheet.write_string(number, place, cell(value)[:EXCEL_LETTERS])
            sheet.autofilter(0, 0, max(number, 1), len(table.columns) - 1)
    return [path]


def _doccano(documents: Iterable[GoldDocument], folder: Path, vocabulary: Vocabulary) -> list[Path]:
    """JSON Lines with spans and relations, and the labels to import into the project."""
    examples, settings = folder / "doccano.jsonl", folder / "doccano-labels.json"
    with replacing(examples) as file:
        file.writelines(json.dumps(doccano.example(found), ensure_ascii=False) + "\n" for found in documents)
    with replacing(settings) as file:
        file.write(json.dumps(doccano.labels(vocabulary), ensure_ascii=False, indent=1) + "\n")
    return [examples, settings]


def _label_studio(documents: Iterable[GoldDocument], folder: Path, vocabulary: Vocabulary) -> list[Path]:
    """Tasks with pre-annotations, and the labelling interface for them."""
    tasks, interface = folder / "label-studio.json", folder / "label-studio.xml"
    with replacing(tasks) as file:
        file.write("[")
        for n, found in enumerate(documents):
            file.write((",\n" if n else "\n") + json.dumps(labelstudio.task(found), ensure_ascii=False))
        file.write("\n]\n")
    with replacing(interface) as file:
        file.write(labelstudio.interface(vocabulary))
    return [tasks, interface]


def _vocabulary(analyses: Sequence[Analysis], knowledge: Knowledge) -> Vocabulary:
    """The labels of the guidelines and the policy areas in use, which may be the user's own."""
    used = {area for a in counted(analyses) for s in a.sentences for area in s.areas}
    return guideline_labels([*area_keys(knowledge), *sorted(used)])


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


TABLE_FORMS: dict[str, Callable[[Contents, Path], list[Path]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "xlsx": _xlsx,
}
"""The forms of the tables by name."""
MARKED_FORMS: dict[str, Callable[[Iterable[GoldDocument], Path, Vocabulary], list[Path]]] = {
    "label-studio": _label_studio,
    "doccano": _doccano,
}
"""The forms of marked texts by name."""
FORMS = (*TABLE_FORMS, BY_YEAR, *MARKED_FORMS)
