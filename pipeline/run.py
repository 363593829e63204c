"""The way of the corpus: ingest, tag, classify, track, report, each working only on what changed."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.engine.engines import Home, engine
from pipeline.engine.places import portable, portable_models
from pipeline.engine.stages import Classifying, Reading, Tagging
from pipeline.engine.work import Failed
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import areas_folder, chain
from pipeline.job import Run
from pipeline.publishing import bring_report
from pipeline.records import Skipped
from pipeline.track.status import read_status

if TYPE_CHECKING:
    from pipeline.track.matcher import Matchers

INGEST = "ingest"
"""The name of the fact that tells with what code, knowledge and settings documents were read."""
LARGE = 10_000
"""Documents of a corpus from which on the language work is not done in the process that writes the report."""


def run_all(run: Run) -> None:
    """All stages."""
    run_ingest(run)
    run_tag(run)
    run_classify(run)
    run_track(run)
    bring_report(run)


def run_ingest(run: Run) -> None:
    """Bring the store's documents in line with the corpus folder."""
    # The readers of all formats take half a second to import: a report alone does without.
    from pipeline.ingest.corpus.entries import Entry
    from pipeline.ingest.corpus.folder import find, is_holder
    from pipeline.ingest.corpus.remote import find_at
    from pipeline.ingest.stage import Unchanged, survey

    corpus = run.settings.address or run.settings.corpus
    if isinstance(corpus, str):
        sources, skipped = find_at(corpus)
        run.store.put_status(())
    else:
        if not corpus.is_dir():
            raise CommuniqueError(f"The corpus folder {corpus} does not exist: make it and put documents there.")
        run.store.put_status(read_status(corpus))
        sources, skipped = find(corpus)
    before = run.store.ingested()
    kept: set[str] = set()
    read = 0
    total = None if any(is_holder(source.path) for source in sources) else len(sources)

    def is_known(doc_id: str, digest: str) -> bool:
        return before.get(doc_id) == chain(run.marks.ingest, digest)

    def unread() -> Iterator[Entry]:
        found = survey(sources, run.settings.max_bytes, is_known)
        for result in run.console.progress(found, total, "reading"):
            if isinstance(result, Skipped):
                skipped.append(result)
            elif isinstance(result, Unchanged):
                kept.add(result.doc_id)
            else:
                yield result

    with engine(run.settings, run.console.say) as here:
        for result in here.map(Reading(run.knowledge), unread()).results:
            if isinstance(result, Failed):
                skipped.append(_told(result, run))
            elif isinstance(result, Skipped):
                skipped.append(result)
            else:
                document = result.document
                if not read:
                    run.store.forget_tracking()
                run.store.put_document(document, run.marks.ingest, result.digest)
                run.console.detail(f"read {document.source}: {len(document.edits)} edits")
                kept.add(document.doc_id)
                read += 1
    if not sources:
        run.console.say(
            f"{corpus} holds no documents that can be read: add one with make add FILE=path/to/statement.txt"
        )
    removed = run.store.forget_all_but(kept)
    if removed:
        run.store.forget_tracking()
    run.store.put_skipped(skipped, "ingest")
    run.store.put_about({**run.store.about(), INGEST: run.marks.ingest})
    run.console.say(
        f"ingest: {len(sources)} files, {read} read, {len(kept) - read} unchanged, {removed} removed, "
        f"{len(skipped)} not processed"
    )


def run_tag(run: Run) -> None:
    """Find entities, acts and commitments in the documents that changed."""
    waiting = run.store.waiting("tag", run.marks.tag)
    if not waiting:
        run.console.say("tag: nothing changed, no language work to do")
        return
    run.store.forget_tracking()
    skipped: list[Skipped] = []
    work = Tagging(portable_models(run.settings.models))
    start = time.perf_counter()
    words = 0
    # Beside what a large corpus takes, there is no room for the models in one process.
    home: Home = "apart" if len(run.store.ingested()) > LARGE else "here"
    with engine(run.settings, run.console.say, home) as here:
        mapped = here.map(work, run.store.documents(waiting))
        for result in run.console.progress(mapped.results, len(waiting), "tagging"):
            if isinstance(result, Failed):
                skipped.append(_told(result, run))
                continue
            words += work.words(result.document)
            run.store.put_tagged(result, run.marks.tag)
            run.console.detail(f"tagged {result.document.doc_id}: {len(result.commitments)} commitments")
    run.store.put_skipped(skipped, "tag")
    rate = words / max(time.perf_counter() - start, 0.001)
    run.console.say(f"tag: {len(waiting)} documents, {words:,} words, {mapped.place}, {rate:,.0f} words a second")


def run_classify(run: Run) -> None:
    """Give the sentences and commitments of the documents that changed their policy areas."""
    waiting = run.store.waiting("classify", run.marks.classify)
    if not waiting:
        run.console.say("classify: nothing changed")
        return
    run.store.forget_tracking()
    skipped: list[Skipped] = []
    areas = areas_folder(run.settings)
    # A model that was learned lies in the outputs of this machine only.
    settings = run.settings if areas == Path(run.settings.areas_model) else replace(run.settings, scheduler="")
    with engine(settings, run.console.say) as here:
        mapped = here.map(Classifying(portable(str(areas)), run.knowledge), run.store.analyses(waiting))
        for result in run.console.progress(mapped.results, len(waiting), "classifying"):
            if isinstance(result, Failed):
                skipped.append(_told(result, run))
            else:
                run.store.put_classified(result, run.marks.classify)
    run.store.put_skipped(skipped, "classify")
    run.console.say(f"classify: {len(waiting)} documents, {mapped.place}")


def run_track(run: Run) -> None:
    """Link the commitments of the corpus to those of earlier documents."""
    state = run.store.state(run.marks.track)
    finished = run.store.finished()
    if set(run.store.tracked().items()) == {(doc_id, state) for doc_id in finished}:
        run.console.say("track: nothing changed")
        return
    from pipeline.track.stage import track

    ledgers = run.console.progress(run.store.ledgers(finished), len(finished), "tracking")
    tracking = track(ledgers, run.knowledge, _matchers, run.store.threads())
    run.store.put_tracking(tracking, state)
    run.console.say(
        f"track: {len(tracking.links):,} links to earlier commitments, {len(tracking.threads):,} threads, "
        f"{len({entry.series_id for entry in tracking.series}):,} series"
    )


def _matchers() -> "Matchers":
    from pipeline.track.matcher import load_matchers

    return load_matchers()


def _told(failed: Failed, run: Run) -> Skipped:
    """What is listed of a document on which the work failed; who asked for more gets the traceback."""
    if failed.trace:
        run.console.detail(failed.trace)
    return failed.skipped
