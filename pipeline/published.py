"""Whether the outputs folder holds the report that would be written: of a large corpus, writing it takes minutes."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.database import FILE
from pipeline.fingerprint import areas_folder, chain, of_report
from pipeline.knowledge import Knowledge
from pipeline.outputs import LOCK
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tables import PART

FACT = "report"
"""The name of the fact that tells what the last report was made of, and which files it left."""


def published(settings: Settings, knowledge: Knowledge, store: Store, tracking: str) -> str:
    """The fact as it is now: another one where a document, code, knowledge or a file in the folder is another.

    ``tracking`` is the fingerprint of ``track``.
    """
    listed = "\n".join(map(repr, (*store.skipped(), *store.status())))
    files = "\n".join(sorted(_files(settings.outputs)))
    return chain(of_report(areas_folder(settings), knowledge), store.state(tracking), listed, files)


def _files(folder: Path) -> Iterator[str]:
    """Name, size and time of what lies in the folder, the record aside, which changes with each run."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith((FILE, LOCK)) and not path.name.endswith(PART):
            told = path.stat()
            yield f"{path.relative_to(folder)} {told.st_size} {told.st_mtime_ns}"
