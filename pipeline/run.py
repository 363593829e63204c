"""The way of the corpus: ingest, tag, classify, track, report, each working only on what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.catalogue import TABLES
from pipeline.console import Console
from pipeline.errors import CommuniqueError
from pipeline.fingerprint import Fingerprints, areas_folder, chain, fingerprints
from pipeline.knowledge import Knowledge
from pipeline.records import Analysis, Change, Skipped
from pipeline.report.changes import changes, reported
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.track.status import judgements, read_status, scores, unmatched
from pipeline.version import __version__

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


def start(settings: Settings, store: Store, console: Console) -> Run:
    """A run over an open store."""
    knowledge = Knowledge(settings.knowledge)
    return Run(settings, knowledge, store, console, fingerprints(settings, knowledge))


def run_all(run: Run) -> None:
    """All stages."""
    run_ingest(run)
    run_tag(run)
    run_classify(run)
    run_track(run)
    run_report(run)


def run_ingest(run: Run) -> None:
    """Bring the store's documents in line with the corpus folder."""
    # The readers of all formats take half a second to import: a report alone does without.
    from pipeline.ingest.corpus.folder import find, is_holder
    from pipeline.ingest.stage import Unchanged, ingest

    corpus = run.settings.corpus
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

    results = ingest(sources, run.settings.max_bytes, run.knowledge, is_known)
    for result in run.console.progress(results, total, "reading"):
        if isinstance(result, Skipped):
            skipped.append(result)
        elif isinstance(result, Unchanged):
            kept.add(result.doc_id)
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
    # spaCy takes about a second to import: only a run with language work pays for it.
    from pipeline.workers import Failed, count, tag_all

    run.store.forget_tracking()
    words = sum(len(document.text.split()) for document in run.store.documents(waiting))
    workers = count(run.settings.workers, words)
    results = tag_all(run.store.documents(waiting), run.settings.models, workers)
    skipped: list[Skipped] = []
    for result in run.console.progress(results, len(waiting), "tagging"):
        if isinstance(result, Failed):
            skipped.append(result.skipped)
            run.console.detail(result.trace)
            continue
        run.store.put_tagged(result, run.marks.tag)
        run.console.detail(f"tagged {result.document.doc_id}: {len(result.commitments)} commitments")
    run.store.put_skipped(skipped, "tag")
    run.console.say(f"tag: {len(waiting)} documents, {words:,} words, {workers} process{'es' if workers > 1 else ''}")


def run_classify(run: Run) -> None:
    """Give the sentences and commitments of the documents that changed their policy areas."""
    waiting = run.store.waiting("classify", run.marks.classify)
    if not waiting:
        run.console.say("classify: nothing changed")
        return
    from pipeline.classify.model import load_model
    from pipeline.classify.stage import classify

    run.store.forget_tracking()
    model = load_model(areas_folder(run.settings), run.knowledge)
    for analysis in run.console.progress(classify(run.store.analyses(waiting), model), len(waiting), "classifying"):
        run.store.put_classified(analysis, run.marks.classify)
    run.console.say(f"classify: {len(waiting)} documents")


def run_track(run: Run) -> None:
    """Link the commitments of the corpus to those of earlier documents."""
    state = run.store.state(run.marks.track)
    finished = run.store.finished()
    if set(run.store.tracked().items()) == {(doc_id, state) for doc_id in finished}:
        run.console.say("track: nothing changed")
        return
    from pipeline.track.matcher import load_matchers
    from pipeline.track.stage import track

    ledgers = run.console.progress(run.store.ledgers(finished), len(finished), "tracking")
    tracking = track(ledgers, run.knowledge, load_matchers(), run.store.threads())
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

    analyses = list(analyses_of(run))
    skipped: Sequence[Skipped] = run.store.skipped()
    terms = area_terms(load_model(areas_folder(run.settings), run.knowledge), run.knowledge)
    changed = _note_changes(run, analyses)
    tracking = run.store.tracking()
    status = judgements(run.store.status(), tracking.threads, analyses)
    results = Results(
        analyses, skipped, changed, terms, tracking, status, scores(status, tracking.threads, run.knowledge)
    )
    report(results, run.settings.outputs, run.knowledge)
    run.store.put_about({"communique": __version__})
    commitments = sum(len(a.commitments) for a in analyses)
    run.console.say(
        f"report: {commitments:,} commitments in {len(analyses):,} documents -> {run.settings.outputs / 'report.html'}"
    )
    _say_what_is_stale(run, analyses)
    for name in unmatched(status):
        run.console.say(
            f"status.csv: {name} is no thread or commitment of these results; take the line out or correct it"
        )
    for item in skipped[:LISTED]:
        run.console.say(f"not processed: {item.source}: {item.reason}")
    if len(skipped) > LISTED:
        run.console.say(
            f"not processed: {len(skipped) - LISTED:,} more, in {run.settings.outputs / TABLES['skipped'].file}"
        )


def _say_what_is_stale(run: Run, analyses: Sequence[Analysis]) -> None:
    """Whether some of what is published was found with other knowledge, models or settings than those of now."""
    waiting = {*run.store.waiting("tag", run.marks.tag), *run.store.waiting("classify", run.marks.classify)}
    stale = sum(analysis.document.doc_id in waiting for analysis in analyses)
    if stale:
        run.console.say(
            f"report: the results of {stale:,} of {len(analyses):,} documents are stale, since knowledge, models or "
            "settings changed after they were found: make run brings them up to date"
        )


def _note_changes(run: Run, analyses: Sequence[Analysis]) -> list[Change]:
    """What this report changes; where it says the same as the last, what that one changed: same corpus, same bytes."""
    before = run.store.reported()
    now = [reported(analysis) for analysis in analyses]
    if list(before.values()) != now:
        run.store.put_report(now, changes(before, now))
    return run.store.changes()


def analyses_of(run: Run) -> Iterator[Analysis]:
    """The documents that went through all stages, with what was found in them, in order."""
    return run.store.analyses(run.store.finished())
