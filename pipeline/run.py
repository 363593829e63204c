"""The way of the corpus: ingest, tag, classify, track, report, each working only on what changed."""

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.catalogue import TABLES
from pipeline.console import Console
from pipeline.database import FILE
from pipeline.engine.engines import Home, engine
from pipeline.engine.places import portable, portable_models
from pipeline.engine.stages import Classifying, Reading, Tagging
from pipeline.engine.work import Failed
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import Fingerprints, areas_folder, chain, fingerprints
from pipeline.knowledge import Knowledge
from pipeline.outputs import only_run, put_aside, writing
from pipeline.published import FACT, published
from pipeline.records import Analysis, Change, Skipped
from pipeline.report.changes import Pair, changes, reported
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.stored import Stored
from pipeline.tables import sweep
from pipeline.track.status import judgements, read_status, scores, unmatched
from pipeline.version import __version__
from pipeline.views import counted, ledger, worded

if TYPE_CHECKING:
    from pipeline.track.matcher import Matchers

INGEST = "ingest"
"""The name of the fact that tells with what code, knowledge and settings documents were read."""
LARGE = 10_000
"""Documents of a corpus from which on the language work is not done in the process that writes the report."""
LISTED = 50
"""Files that a run names as not processed; the table names all."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the stages share: settings, knowledge, the store, the console, and the fingerprints of the stages."""

    settings: Settings
    knowledge: Knowledge
    store: Store
    console: Console
    marks: Fingerprints


@contextmanager
def working(settings: Settings, console: Console) -> Iterator[Run]:
    """A run over the settings' outputs folder, which no other run may work in meanwhile.

    Raises :class:`CommuniqueError` where one does, or where the folder cannot be used.
    """
    with only_run(settings.outputs), Store(settings.outputs) as store:
        with writing(settings.outputs):
            sweep(settings.outputs)
        yield start(settings, store, console)


def start(settings: Settings, store: Store, console: Console) -> Run:
    """A run over an open store."""
    if store.is_renewed:
        console.say(f"{store.path} was made by another version of Communiqué: it is made anew from the corpus")
    knowledge = Knowledge(settings.knowledge)
    return Run(settings, knowledge, store, console, fingerprints(settings, knowledge))


def put_record_aside(settings: Settings, console: Console) -> None:
    """Put the store aside, so that the next run makes it anew."""
    with only_run(settings.outputs), writing(settings.outputs):
        aside = put_aside(settings.outputs / FILE)
    if aside is not None:
        console.say(f"{settings.outputs / FILE} is now {aside.name}: all documents are read anew")


def run_all(run: Run) -> None:
    """All stages."""
    run_ingest(run)
    run_tag(run)
    run_classify(run)
    run_track(run)
    if run.store.about().get(FACT) == _published(run):
        run.console.say(f"report: nothing changed, {run.settings.outputs / 'report.html'} stays")
        _say_what_is_left_out(run, run.store.skipped())
    else:
        run_report(run)


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


def run_report(run: Run) -> None:
    """Write tables, summaries, charts and the report page from the store."""
    from pipeline.classify.explain import area_terms
    from pipeline.classify.model import load_model
    from pipeline.report.stage import Results, report

    analyses = Stored(run.store)
    skipped: Sequence[Skipped] = run.store.skipped()
    terms = area_terms(load_model(areas_folder(run.settings), run.knowledge), run.knowledge)
    changed = _note_changes(run, analyses)
    tracking = run.store.tracking()
    status = judgements(run.store.status(), tracking.threads, ledger(analyses))
    results = Results(
        analyses, skipped, changed, terms, tracking, status, scores(status, tracking.threads, run.knowledge)
    )
    with writing(run.settings.outputs):
        report(results, run.settings.outputs, run.knowledge)
    run.store.put_about({**run.store.about(), "communique": __version__, FACT: _published(run)})
    commitments = sum(len(a.commitments) for a in analyses.counted)
    run.console.say(
        f"report: {commitments:,} commitments in {len(analyses):,} documents -> {run.settings.outputs / 'report.html'}"
    )
    _say_what_is_stale(run, analyses)
    for name in unmatched(status):
        run.console.say(
            f"status.csv: {name} is no thread or commitment of these results; take the line out or correct it"
        )
    _say_what_is_left_out(run, skipped)


def _say_what_is_left_out(run: Run, skipped: Sequence[Skipped]) -> None:
    for item in skipped[:LISTED]:
        run.console.say(f"not processed: {item.source}: {item.reason}")
    if len(skipped) > LISTED:
        run.console.say(
            f"not processed: {len(skipped) - LISTED:,} more, in {run.settings.outputs / TABLES['skipped'].file}"
        )


def _published(run: Run) -> str:
    return published(run.settings, run.knowledge, run.store, run.marks.track)


def _matchers() -> "Matchers":
    from pipeline.track.matcher import load_matchers

    return load_matchers()


def _told(failed: Failed, run: Run) -> Skipped:
    """What is listed of a document on which the work failed; who asked for more gets the traceback."""
    if failed.trace:
        run.console.detail(failed.trace)
    return failed.skipped


def _say_what_is_stale(run: Run, analyses: Sequence[Analysis]) -> None:
    """Whether some of what is published was found with other knowledge, models or settings than those of now."""
    waiting = {*run.store.waiting("tag", run.marks.tag), *run.store.waiting("classify", run.marks.classify)}
    stale = sum(analysis.document.doc_id in waiting for analysis in counted(analyses))
    if stale:
        run.console.say(
            f"report: the results of {stale:,} of {len(analyses):,} documents are stale, since knowledge, models or "
            "settings changed after they were found: make run brings them up to date"
        )


def _note_changes(run: Run, analyses: Sequence[Analysis]) -> Collection[Change]:
    """What this report changes; where it says the same as the last, what that one changed: same corpus, same bytes."""
    store, before = run.store, run.store.reported_ids()
    if not before:
        store.put_report(map(reported, ledger(analyses)), ())
        return store.changes()
    now: set[str] = set()
    other: set[str] = set()
    for row in map(reported, ledger(analyses)):
        now.add(row.doc_id)
        if store.reported_of(row.doc_id) != row:
            other.add(row.doc_id)
    if differing := sorted(other | (before - now)):
        fresh = worded(analyses, sorted(other))

        def pairs() -> Iterator[Pair]:
            rows = map(reported, fresh)
            for doc_id in differing:
                yield store.reported_of(doc_id), next(rows) if doc_id in other else None

        store.mend_report(differing, map(reported, fresh), changes(pairs))
    return store.changes()
