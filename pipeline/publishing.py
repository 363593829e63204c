"""The last of the stages: the report, written from the record where something changed."""

from collections.abc import Collection, Iterator, Sequence

from pipeline.catalogue import TABLES
from pipeline.fingerprint import areas_folder
from pipeline.job import Run
from pipeline.outputs import writing
from pipeline.published import FACT, published
from pipeline.records import Analysis, Change, Skipped
from pipeline.report.changes import Pair, changes, reported
from pipeline.stored import Stored
from pipeline.track.status import judgements, scores, unmatched
from pipeline.version import __version__
from pipeline.views import counted, ledger, worded

LISTED = 50
"""Files that a run names as not processed; the table names all."""


def bring_report(run: Run) -> None:
    """:func:`run_report`, where the folder does not hold that report already."""
    if run.store.about().get(FACT) == _now(run):
        run.console.say(f"report: nothing changed, {run.settings.outputs / 'report.html'} stays")
        _say_what_is_left_out(run, run.store.skipped())
    else:
        run_report(run)


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
    run.store.put_about(
        {
            **run.store.about(),
            "communique": __version__,
            FACT: published(run.settings, run.knowledge, run.store, run.marks.track),
        }
    )
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


def _now(run: Run) -> str:
    return published(run.settings, run.knowledge, run.store, run.marks.track)


def _say_what_is_left_out(run: Run, skipped: Sequence[Skipped]) -> None:
    for item in skipped[:LISTED]:
        run.console.say(f"not processed: {item.source}: {item.reason}")
    if len(skipped) > LISTED:
        run.console.say(
            f"not processed: {len(skipped) - LISTED:,} more, in {run.settings.outputs / TABLES['skipped'].file}"
        )


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
