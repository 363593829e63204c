"""The command ``compare``: finds the two documents that are meant, and lays them side by side."""

import datetime
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from pipeline.console import Console
from pipeline.database import FILE
from pipeline.errors import CommuniqueError
from pipeline.ingest.corpus.folder import SIDECAR_ENDINGS
from pipeline.job import start
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Link
from pipeline.run import run_classify, run_ingest, run_tag
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.track.compare.comparison import Comparison, compare
from pipeline.track.compare.files import folder_name, write_comparison
from pipeline.track.compare.force import force_words
from pipeline.track.matcher import load_matchers
from pipeline.track.stage import track

DAY = datetime.timedelta(days=1)
UNDATED = datetime.date(2000, 1, 1)
"""The day of two documents without a date: what comes first is said by the order in which they are named."""
SERIES = "compared"
LISTED = 5
"""Documents that a message offers where a name fits none."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and the files that were written of it."""

    comparison: Comparison
    files: tuple[Path, ...]


def compare_documents(first: str, second: str, settings: Settings, console: Console) -> Iterator[Compared]:
    """Compare two documents of the corpus by their ids, two files, or two folders, and write what was found.

    Of two folders each document is compared with the one of the same file name. Files that are not in the corpus are
    read and tagged for this once. Raises :class:`CommuniqueError` where a name fits no document.
    """
    one, other = Path(first), Path(second)
    if one.is_dir() and other.is_dir():
        return _of_folders(one, other, settings, console)
    knowledge = Knowledge(settings.knowledge)
    with tempfile.TemporaryDirectory() as temporary:
        folders = [Path(temporary) / name for name in ("earlier", "later")]
        earlier, later = (
            _of_file(path, folder, settings, console) if path.is_file() else _of_corpus(str(path), settings)
            for path, folder in zip((one, other), folders, strict=True)
        )
    return iter([_compared(earlier, later, settings, knowledge)])


def compare_last(series: str, count: int, settings: Settings) -> Iterator[Compared]:
    """Compare the last ``count`` documents of a series, each with the one before it.

    ``series`` is its name, or the id of a document in it. Raises :class:`CommuniqueError` where there is none such.
    """
    knowledge = Knowledge(settings.knowledge)
    with _open(settings) as store:
        entries = store.tracking().series
        names = {entry.series_id for entry in entries if series in (entry.series_id, entry.doc_id)}
        found = [entry.doc_id for entry in entries if entry.series_id in names][-count:]
        if len(found) < 2:
            raise CommuniqueError(
                f"{series!r} names no series of two documents or more: choose one of the column series_id of "
                "series.csv, or name both documents."
            )
        analyses = list(store.analyses(found))
    for earlier, later in pairwise(analyses):
        yield _compared(earlier, later, settings, knowledge)


def links_between(earlier: Analysis, later: Analysis, knowledge: Knowledge) -> tuple[Link, ...]:
    """The links from the commitments of one document to those of the other, as ``track`` finds them between the two.

    They count as documents of one series, the first as the earlier one, whatever their dates and parties are.
    """
    day = later.document.date or earlier.document.date or UNDATED
    before = replace(earlier, document=replace(earlier.document, date=day - DAY, series=SERIES))
    after = replace(later, document=replace(later.document, date=day, series=SERIES))
    return tuple(track([before, after], knowledge, load_matchers).links)


def _of_folders(one: Path, other: Path, settings: Settings, console: Console) -> Iterator[Compared]:
    """Each file of one folder beside the file of the other with the same name."""
    names = sorted({path.name for path in one.iterdir()} & {path.name for path in other.iterdir()})
    if not names:
        raise CommuniqueError(
            f"{one} and {other} have no files of the same name: name the two files that are to be compared."
        )
    for name in names:
        yield from compare_documents(str(one / name), str(other / name), settings, console)


def _compared(earlier: Analysis, later: Analysis, settings: Settings, knowledge: Knowledge) -> Compared:
    links = links_between(earlier, later, knowledge)
    comparison = compare(earlier, later, links, knowledge.get(force_words))
    folder = settings.outputs / "compare" / folder_name(comparison)
    return Compared(comparison, tuple(write_comparison(comparison, folder, knowledge)))


def _open(settings: Settings) -> Store:
    if not (settings.outputs / FILE).is_file():
        raise CommuniqueError(
            f"There are no results in {settings.outputs}: make run first, name two files, or set OUTPUTS=."
        )
    return Store(settings.outputs)


def _of_corpus(doc_id: str, settings: Settings) -> Analysis:
    """The document of the last run with this id, or the only one whose id begins so."""
    with _open(settings) as store:
        known = store.finished()
        fitting = [doc_id] if doc_id in known else [name for name in known if name.startswith(doc_id)]
        if len(fitting) != 1:
            near = ", ".join((fitting or known)[:LISTED])
            what = "fits several documents" if fitting else "is no document of the results, and no file"
            raise CommuniqueError(f"{doc_id!r} {what}: name one by its doc_id ({near}, ...).")
        (analysis,) = store.analyses(fitting)
    return analysis


def _of_file(path: Path, folder: Path, settings: Settings, console: Console) -> Analysis:
    """What is found in a file by itself, in a corpus of its own.

    Its document is named after the folder, too, so that two files of the same name are told apart.
    """
    corpus = folder / "corpus"
    name = "-".join(part for part in (path.resolve().parent.name, path.stem) if part)
    corpus.mkdir(parents=True)
    for ending in (path.suffix, *SIDECAR_ENDINGS):
        if (beside := path.with_name(path.stem + ending)).is_file():
            shutil.copy2(beside, corpus / f"{name}{ending}")
    with Store(folder / "outputs") as store:
        alone = replace(settings, corpus=corpus, address="", outputs=folder / "outputs", workers=1, scheduler="")
        run = start(alone, store, console)
        run_ingest(run)
        run_tag(run)
        run_classify(run)
        found = list(store.analyses(store.finished()))
        reasons = "; ".join(item.reason for item in store.skipped())
    if len(found) != 1:
        raise CommuniqueError(f"{path} holds no single document that can be read ({reasons or 'no text'}).")
    return found[0]
