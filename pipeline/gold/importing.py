"""Reading the exported files of annotation tools as gold."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.gold.checks import Vocabulary
from pipeline.gold.doccano import read_example
from pipeline.gold.documents import BrokenMarkError, GoldDocument
from pipeline.gold.files import gold_record
from pipeline.gold.labelstudio import read_task


@dataclass(frozen=True, slots=True)
class Imported:
    """Gold records in the order of the file, and how many of them nobody annotated."""

    records: tuple[dict[str, Any], ...]
    unread: int


def import_gold(path: Path, form: str, known: Vocabulary) -> Imported:
    """Read the annotated documents of ``path``; an empty ``form`` is guessed from the content.

    Raises :class:`CommuniqueError` naming file, place and mend for what is missing, malformed or cannot become gold.
    """
    if form and form not in READERS:
        raise CommuniqueError(f"There is no import from {form!r}: choose one of {', '.join(READERS)}.")
    content = _content(path)
    records = READERS[form or _guess(path, content)](path, content, known)
    seen: dict[str, str] = {}
    made, unread = [], 0
    for where, document, annotated in records:
        doc_id = document.about.doc_id
        if doc_id in seen:
            raise CommuniqueError(f"{path}, {where}: {doc_id} was already in {seen[doc_id]}: keep one of them.")
        seen[doc_id] = where
        made.append(gold_record(document))
        unread += not annotated
    if not made:
        raise CommuniqueError(f"{path} holds no documents: export the annotated project again.")
    return Imported(tuple(made), unread)


Read = Iterator[tuple[str, GoldDocument, bool]]
"""Where a document stands in the file, the document, and whether a reader annotated it."""


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommuniqueError(
            f"{path} cannot be read ({error.strerror}): give the file that the tool exported."
        ) from error
    except UnicodeDecodeError as error:
        raise CommuniqueError(
            f"{path} is not UTF-8 text: give the JSON or JSON Lines file, unpacked if it came in a ZIP archive."
        ) from error


def _guess(path: Path, content: str) -> str:
    """Label Studio exports a JSON list, doccano JSON Lines."""
    start = content.lstrip()[:1]
    if start not in ("[", "{"):
        raise CommuniqueError(f"{path} is neither a Label Studio nor a doccano export: give JSON or JSON Lines.")
    return "label-studio" if start == "[" else "doccano"


def _tasks(path: Path, content: str, known: Vocabulary) -> Read:
    tasks = _json(content, str(path))
    if not isinstance(tasks, list):
        raise CommuniqueError(f"{path} is not a list of tasks: export from Label Studio as JSON.")
    for number, task in enumerate(tasks, 1):
        with _placed(path, f"task {number}", task.get("data") if isinstance(task, dict) else None):
            document, annotated = read_task(task, known)
        yield f"task {number}", document, annotated


def _examples(path: Path, content: str, known: Vocabulary) -> Read:
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            record = _json(line, f"{path}, line {number}")
            with _placed(path, f"line {number}", record):
                document = read_example(record, known)
            yield f"line {number}", document, True


def _json(content: str, where: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        place = f" at line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise CommuniqueError(f"{where} is not JSON{place}: export it from the tool again.") from error


@contextmanager
def _placed(path: Path, where: str, record: Any) -> Iterator[None]:
    """Adds file, place and document to what is broken."""
    try:
        yield
    except BrokenMarkError as error:
        doc_id = record.get("doc_id") if isinstance(record, dict) else None
        name = f" ({doc_id})" if isinstance(doc_id, str) else ""
        raise CommuniqueError(f"{path}, {where}{name}: {error}.") from error


READERS: dict[str, Callable[[Path, str, Vocabulary], Read]] = {"label-studio": _tasks, "doccano": _examples}
"""The forms by name."""
