"""The command ``merge``: the results of several runs as those of one run over all of their documents."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pipeline.console import Console
from pipeline.database import FILE, schema_version
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import Fingerprints, chain
from pipeline.job import Run, working
from pipeline.outputs import explained
from pipeline.publishing import run_report
from pipeline.run import INGEST, run_track
from pipeline.settings import Settings
from pipeline.version import __version__

LISTED = 5
"""Documents that a sentence names."""


@dataclass(frozen=True, slots=True)
class Part:
    """A record that is merged: its file, and by document id what it was read from, as a fingerprint."""

    path: Path
    documents: dict[str, str]


def merge(files: Sequence[Path], settings: Settings, console: Console) -> None:
    """Make the record and the report of ``settings.outputs`` of several records; the files stay as they are.

    ``files`` are records, or outputs folders. A document that several have is taken once; where they have it in
    different states, that of the first counts, and a sentence says so. Links, threads, series and the report are made
    anew over all. Raises :class:`CommuniqueError` where a file is no record, was made by another version, or with
    other models, knowledge or settings, and where the outputs folder has a record already.
    """
    target = settings.outputs / FILE
    if target.exists():
        raise CommuniqueError(f"{target} exists already: name another folder with --into.")
    with working(settings, console) as run:
        parts = [_part(path / FILE if path.is_dir() else path, run.marks) for path in files]
        for part in parts:
            _adopt(part, run)
        run.store.put_about({INGEST: run.marks.ingest})
        run_track(run)
        run_report(run)


def _adopt(part: Part, run: Run) -> None:
    known = run.store.ingested()
    other = [doc_id for doc_id, state in part.documents.items() if known.get(doc_id, state) != state]
    fresh = [doc_id for doc_id in part.documents if doc_id not in known]
    run.store.adopt(part.path, fresh)
    same = len(part.documents) - len(other) - len(fresh)
    run.console.say(f"merge: {len(fresh):,} documents of {part.path}{f', {same:,} known already' if same else ''}")
    if other:
        named = ", ".join(other[:LISTED]) + (", ..." if len(other) > LISTED else "")
        run.console.say(
            f"merge: {part.path} has {len(other):,} documents in another state than a record before it, which counts: "
            f"{named}"
        )


def _part(path: Path, marks: Fingerprints) -> Part:
    """A record, after a look at what made it."""
    if not path.is_file():
        raise CommuniqueError(f"{path} is not there: name records ({FILE}) or outputs folders.")
    try:
        with closing(sqlite3.connect(path)) as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != schema_version():
                raise CommuniqueError(
                    f"{path} is no record of this version of Communiqué: make run there with this version first."
                )
            about = dict(db.execute("SELECT name, value FROM about"))
            done = {(doc_id, stage): state for doc_id, stage, state in db.execute("SELECT * FROM progress")}
    except sqlite3.Error as error:
        raise explained(error, path) from error
    read = sorted(doc_id for doc_id, stage in done if stage == "ingest")
    documents = {doc_id: done[doc_id, "ingest"] for doc_id in read}
    stale = 0
    for doc_id, state in documents.items():
        tagged = chain(marks.tag, state)
        stale += (done.get((doc_id, "tag")), done.get((doc_id, "classify"))) != (tagged, chain(marks.classify, tagged))
    if stale or about.get(INGEST, "") != marks.ingest or about.get("communique", __version__) != __version__:
        raise CommuniqueError(
            f"{path} was made by another version, with other models, knowledge or settings, or is not finished "
            f"({stale:,} of {len(documents):,} documents would be read anew): make run there with these first."
        )
    return Part(path, documents)
