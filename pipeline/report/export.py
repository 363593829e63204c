"""The tables in other forms, to take along, and marked texts for annotation tools."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.records import Analysis, Commitment, columns
from pipeline.report.datapackage import TABLES, value_type, write_datapackage
from pipeline.report.stage import rows_of, write_tables
from pipeline.report.tables import cell, replacing

EXCEL_ROWS = 1_048_575
EXCEL_LETTERS = 32_767


def export(analyses: Sequence[Analysis], form: str, folder: Path) -> list[Path]:
    """Write the tables, or for annotation tools the marked texts, into ``folder`` in the given form.

    ``form`` is one of :data:`FORMS`. Returns the files that were written. Raises :class:`CommuniqueError` for a form
    that is unknown or whose library is not installed, and where a table is too long for Excel.
    """
    if form not in FORMS:
        raise CommuniqueError(f"There is no export to {form!r}: choose one of {', '.join(FORMS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return FORMS[form](analyses, folder)
    except ImportError as error:
        raise CommuniqueError(
            f"Export to {form} needs {error.name}, which is not installed: pip install 'communique[export]'."
        ) from error


def _csv(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    written = write_tables(analyses, folder)
    write_datapackage(analyses, folder / "datapackage.json")
    return [*written, folder / "datapackage.json"]


def _jsonl(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    """One object a row, lists as lists, dates in ISO form, null for what is missing."""
    for name, record in TABLES.items():
        with replacing(folder / f"{name}.jsonl") as file:
            for row in rows_of(analyses, name):
                values = {column: _plain(getattr(row, column)) for column in columns(record)}
                file.write(json.dumps(values, ensure_ascii=False) + "\n")
    return [folder / f"{name}.jsonl" for name in TABLES]


def _parquet(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    """Lists as lists, dates as dates."""
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    plain = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_(), date: arrow.date32()}
    for name, record in TABLES.items():
        rows = list(rows_of(analyses, name))
        arrays = {}
        for column in columns(record):
            kind, is_list = value_type(record, column)
            type_ = arrow.list_(plain[kind]) if is_list else plain[kind]
            arrays[column] = arrow.array([getattr(row, column) for row in rows], type_)
        parquet.write_table(arrow.table(arrays), folder / f"{name}.parquet")
    return [folder / f"{name}.parquet" for name in TABLES]


def _xlsx(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    """One workbook with a sheet a table; text is never a formula or a link."""
    xlsxwriter = import_module("xlsxwriter")
    path = folder / "communique.xlsx"
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        bold = book.add_format({"bold": True})
        for name, record in TABLES.items():
            rows = list(rows_of(analyses, name))
            if len(rows) > EXCEL_ROWS:
                raise CommuniqueError(f"{name} has {len(rows):,} rows, more than Excel holds: use parquet or csv.")
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, columns(record), bold)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows, 1):
                for place, column in enumerate(columns(record)):
                    value = getattr(row, column)
                    if isinstance(value, bool | int | float):
                        sheet.write(number, place, value)
                    else:
                        sheet.write_string(number, place, cell(value)[:EXCEL_LETTERS])
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns(record)) - 1)
    return [path]


def _doccano(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    """JSON Lines with entities and relations, as doccano's sequence labelling with relations reads them."""
    path = folder / "doccano.jsonl"
    with replacing(path) as file:
        for a in analyses:
            spans, relations = _spans(a)
            task = {
                "id": a.document.doc_id,
                "text": a.document.text,
                "entities": [
                    {"id": n, "label": label, "start_offset": start, "end_offset": end}
                    for n, (start, end, label, _) in enumerate(spans)
                ],
                "relations": [
                    {"id": n, "from_id": one, "to_id": other, "type": "cue"} for n, (one, other) in enumerate(relations)
                ],
            }
            file.write(json.dumps(task, ensure_ascii=False) + "\n")
    return [path]


def _label_studio(analyses: Sequence[Analysis], folder: Path) -> list[Path]:
    """Tasks with pre-annotations, as Label Studio imports them."""
    path = folder / "label-studio.json"
    with replacing(path) as file:
        file.write(json.dumps([_task(a) for a in analyses], ensure_ascii=False, indent=1) + "\n")
    return [path]


def _task(analysis: Analysis) -> dict[str, Any]:
    document = analysis.document
    spans, relations = _spans(analysis)
    result: list[dict[str, Any]] = []
    for n, (start, end, label, commitment) in enumerate(spans):
        place = {"id": str(n), "from_name": "label", "to_name": "text", "type": "labels"}
        value = {"start": start, "end": end, "text": document.text[start:end], "labels": [label]}
        result.append({**place, "value": value})
        if commitment:
            choices = [commitment.kind, commitment.strength, *(["negated"] if commitment.negated else [])]
            properties = {"start": start, "end": end, "choices": choices}
            result.append({**place, "from_name": "properties", "type": "choices", "value": properties})
            actors = {"start": start, "end": end, "text": list(commitment.actors)}
            result.append({**place, "from_name": "actors", "type": "textarea", "value": actors})
    result += [
        {"type": "relation", "from_id": str(one), "to_id": str(other), "direction": "right", "labels": ["cue"]}
        for one, other in relations
    ]
    data = {"doc_id": document.doc_id, "title": document.title, "text": document.text}
    return {"data": data, "predictions": [{"model_version": "communique", "result": result}]}


Spans = list[tuple[int, int, str, Commitment | None]]


def _spans(analysis: Analysis) -> tuple[Spans, list[tuple[int, int]]]:
    """Labelled spans of a document, and pairs of their places: each commitment's action with its cue."""
    spans: Spans = [(e.start, e.end, e.label, None) for e in analysis.entities]
    relations = []
    for c in analysis.commitments:
        relations.append((len(spans), len(spans) + 1))
        spans += [(c.action_start, c.action_end, "COMMITMENT", c), (c.cue_start, c.cue_end, "CUE", None)]
    return spans, relations


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


FORMS: dict[str, Callable[[Sequence[Analysis], Path], list[Path]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "xlsx": _xlsx,
    "label-studio": _label_studio,
    "doccano": _doccano,
}
"""The forms by name."""
