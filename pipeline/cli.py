"""The command line: one command a stage, each of which parses options, calls, and says what was done."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from pipeline.console import Console, unbreakable
from pipeline.database import FILE
from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from pipeline.records import Tracking
from pipeline.settings import Settings, current
from pipeline.store import Store
from pipeline.stored import Stored
from pipeline.version import __version__

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

gold_app = typer.Typer(help="Gold: documents labelled by readers.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(gold_app, name="gold")

CorpusOption = Annotated[
    str | None,
    typer.Option(help="Folder of documents, or an address (s3://bucket/press).", show_default="corpus"),
]
FORMS_HELP = "The forms are csv, jsonl, parquet, parquet-by-year, xlsx, label-studio and doccano."
OutputsOption = Annotated[Path | None, typer.Option(help="Folder for the results.", show_default="outputs")]
WorkersOption = Annotated[int | None, typer.Option(help="Processes; 0 chooses by the size of the corpus.")]
SchedulerOption = Annotated[str | None, typer.Option(help="Dask scheduler whose workers do it: tcp://host:8786.")]
KnowledgeOption = Annotated[str | None, typer.Option(help="Folder of knowledge files in place of the shipped ones.")]
ModelOption = Annotated[str | None, typer.Option(help="Folder or name of a spaCy pipeline with a parser.")]
EncoderOption = Annotated[str | None, typer.Option(help="Folder of an encoder, or none for faster work without.")]
VerboseOption = Annotated[int, typer.Option("--verbose", "-v", count=True, help="Say more.")]
PartiesOption = Annotated[str, typer.Option(help="Parties of the document, such as JPN,USA.")]


def _say_version(asked: bool) -> None:
    if asked:
        print(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def communique(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version, and end.")
    ] = False,
) -> None:
    """Reads diplomatic press text and writes down who committed to what."""


@app.command()
def run(
    corpus: CorpusOption = None,
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    scheduler: SchedulerOption = None,
    language_model: ModelOption = None,
    encoder: EncoderOption = None,
    knowledge: KnowledgeOption = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Put the record aside and make it anew.")] = False,
    verbose: VerboseOption = 0,
) -> None:
    """All stages: corpus -> tables, charts and report. Works only on what changed."""
    from pipeline.run import put_record_aside, run_all, working

    settings = current(
        corpus=corpus,
        outputs=outputs,
        workers=workers,
        scheduler=scheduler,
        language_model=language_model,
        encoder=encoder,
        knowledge=knowledge,
    )
    console = Console(verbose)
    if rebuild:
        put_record_aside(settings, console)
    with working(settings, console) as current_run:
        run_all(current_run)


@app.command()
def ingest(
    corpus: CorpusOption = None,
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    scheduler: SchedulerOption = None,
    knowledge: KnowledgeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """First stage: read, clean and describe the documents of the corpus."""
    from pipeline.run import run_ingest, working

    settings = current(corpus=corpus, outputs=outputs, workers=workers, scheduler=scheduler, knowledge=knowledge)
    with working(settings, Console(verbose)) as run:
        run_ingest(run)


@app.command()
def tag(
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    scheduler: SchedulerOption = None,
    language_model: ModelOption = None,
    encoder: EncoderOption = None,
    knowledge: KnowledgeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Second stage: find entities, acts, commitments and actors in the ingested documents."""
    from pipeline.run import run_tag, working

    settings = current(
        outputs=outputs,
        workers=workers,
        scheduler=scheduler,
        language_model=language_model,
        encoder=encoder,
        knowledge=knowledge,
    )
    with working(settings, Console(verbose)) as run:
        run_tag(run)


@app.command()
def classify(
    outputs: OutputsOption = None,
    workers: WorkersOption = None,
    scheduler: SchedulerOption = None,
    knowledge: KnowledgeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Third stage: give sentences and commitments their policy areas."""
    from pipeline.run import run_classify, working

    settings = current(outputs=outputs, workers=workers, scheduler=scheduler, knowledge=knowledge)
    with working(settings, Console(verbose)) as run:
        run_classify(run)


@app.command()
def track(outputs: OutputsOption = None, knowledge: KnowledgeOption = None, verbose: VerboseOption = 0) -> None:
    """Fourth stage: link commitments to what earlier documents of the same actors said."""
    from pipeline.run import run_track, working

    settings = current(outputs=outputs, knowledge=knowledge)
    with working(settings, Console(verbose)) as run:
        run_track(run)


@app.command()
def report(outputs: OutputsOption = None, knowledge: KnowledgeOption = None, verbose: VerboseOption = 0) -> None:
    """Fifth stage: write tables, summaries, charts and the report from what was found."""
    from pipeline.run import run_report, working

    settings = current(outputs=outputs, knowledge=knowledge)
    with working(settings, Console(verbose)) as run:
        run_report(run)


@app.command()
def cluster(
    workers: Annotated[int, typer.Option(help="Workers; 0 takes one for each core.", min=0)] = 0,
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.", min=0, max=65535)] = 8786,
) -> None:
    """Start a Dask scheduler and workers on this machine, reached from this machine only; Ctrl-C ends them."""
    from pipeline.engine.localcluster import serve_cluster

    serve_cluster(workers, port, Console().say)


@app.command()
def add(
    files: Annotated[list[Path] | None, typer.Argument(help="Documents, folders, tables, archives.")] = None,
    named: Annotated[str, typer.Option(help="The same in one text, separated by spaces.")] = "",
    url: Annotated[str, typer.Option(help="Addresses of pages, files or feeds to fetch, separated by spaces.")] = "",
    urls: Annotated[Path | None, typer.Option(help="File of addresses to fetch, one a line.")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch from private hosts too.")] = False,
    corpus: CorpusOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Copy documents into the corpus, name them, and say what was inferred about them."""
    from pipeline.ingest.adding.add import add as add_files
    from pipeline.ingest.adding.add import named as files_named

    settings = _in_folder(current(corpus=corpus, knowledge=knowledge))
    known = Knowledge(settings.knowledge)
    chosen = [*(files or []), *(files_named(named) if named else [])]
    if not (url or urls):
        for added in add_files(chosen, settings.corpus, known, settings.max_bytes, Console()):
            print(added.message, flush=True)
        return
    if chosen:
        raise CommuniqueError("Both files and addresses are given: add the files first, then the addresses.")
    from pipeline.ingest.fetch.adding import add_from_web
    from pipeline.ingest.fetch.feeds import listed
    from pipeline.ingest.fetch.fetching import Limits

    addresses = [*url.split(), *(listed(urls) if urls else [])]
    limits = Limits(settings.web_seconds, settings.max_bytes, allow_private=allow_private)
    for added in add_from_web(addresses, settings.corpus, known, limits, settings.web_delay, Console()):
        print(added.message, flush=True)


@app.command("corpus")
def list_documents(
    check: Annotated[bool, typer.Option("--check", help="Name only the problems; exit with 1 if any.")] = False,
    corpus: CorpusOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """List the documents of the corpus with gaps, doubts and near-duplicates: a table, in a pipe as CSV."""
    from pipeline.ingest.adding.listing import list_corpus, summary
    from pipeline.ingest.adding.printing import print_listing

    console = Console()
    settings = _in_folder(current(corpus=corpus, knowledge=knowledge))
    rows = list_corpus(settings.corpus, settings.max_bytes, Knowledge(settings.knowledge), console)
    problems = [row for row in rows if row.problem]
    if check:
        for row in problems:
            console.say(f"{row.source}: {row.problem}")
    else:
        print_listing(rows)
    console.say(f"corpus: {summary(rows)}")
    if check and problems:
        raise typer.Exit(1)


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="The sentence to explain.")],
    parties: PartiesOption = "",
    language_model: ModelOption = None,
    encoder: EncoderOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Show the parse, cues, decisions and reasons for one sentence."""
    from pipeline.classify.explain import explain_areas
    from pipeline.classify.features import Passage
    from pipeline.classify.model import load_model
    from pipeline.engine.loading import tagging_pipeline
    from pipeline.fingerprint import areas_folder
    from pipeline.tag.explain import explain as explain_sentence

    settings = current(language_model=language_model, encoder=encoder, knowledge=knowledge)
    model = load_model(areas_folder(settings), Knowledge(settings.knowledge))
    codes = tuple(code.strip() for code in parties.split(",") if code.strip())
    print(explain_sentence(sentence, tagging_pipeline(settings.models), codes))
    print("Policy areas")
    for area, score, reasons in explain_areas(sentence, Passage(sentence), model):
        words = ", ".join(f"{word} {weight:+.2f}" for word, weight in reasons)
        print(f"{area} {score:.2f}: {words}")


@app.command("compare")
def compare_wordings(
    first: Annotated[str, typer.Argument(help="The earlier document: its doc_id, a file, or a folder.")] = "",
    second: Annotated[str, typer.Argument(help="The later one.")] = "",
    series: Annotated[str, typer.Option(help="In place of both: a series, by its name or one of its documents.")] = "",
    last: Annotated[int, typer.Option(help="How many of the series' last documents.", min=2)] = 2,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Lay two documents side by side: what they promise, and the redline of their wording."""
    from pipeline.comparing import compare_documents, compare_last

    settings = current(outputs=outputs, knowledge=knowledge)
    if series:
        compared = compare_last(series, last, settings)
    elif first and second:
        compared = compare_documents(first, second, settings, Console())
    else:
        raise CommuniqueError("Name two documents to compare, or a series with SERIES=.")
    for one in compared:
        for path in one.files:
            print(path)


@app.command()
def export(
    chosen: Annotated[str, typer.Argument(metavar="[FORM]", help=FORMS_HELP, show_default=False)] = "",
    form: Annotated[str, typer.Option("--format", help="The same, as an option.", show_default=False)] = "",
    to: Annotated[Path | None, typer.Option(help="Folder for the files.", show_default="outputs/export")] = None,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the tables, or marked texts for annotation tools, in another form."""
    from pipeline.report.export import export as export_tables
    from pipeline.report.export import left_out

    wanted = chosen or form
    if not wanted:
        raise CommuniqueError(f"Name the form, as in communique export xlsx. {FORMS_HELP}")
    settings = current(outputs=outputs, knowledge=knowledge)
    folder = to or settings.outputs / "export"
    with _results(settings) as (analyses, tracking):
        for path in export_tables(analyses, wanted, folder, Knowledge(settings.knowledge), tracking):
            print(path)
        for reason in left_out(analyses, wanted):
            print(reason, file=sys.stderr)


@app.command("merge")
def merge_results(
    files: Annotated[list[Path], typer.Argument(help="Records (communique.sqlite) or outputs folders, two or more.")],
    into: Annotated[Path | None, typer.Option(help="Folder for the results.", show_default="outputs")] = None,
    knowledge: KnowledgeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Make one set of results of those of several runs; what is linked and counted is done anew over all."""
    from pipeline.merging import merge

    if len(files) < 2:
        raise CommuniqueError("Name two records or more, as in communique merge one.sqlite other.sqlite --into both.")
    merge(files, current(outputs=into, knowledge=knowledge), Console(verbose))


@app.command()
def explore(
    port: Annotated[int, typer.Option(help="Port on this machine; 0 takes a free one.", min=0, max=65535)] = 8001,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Open the results in Datasette, on this machine only: search, filters, saved queries."""
    from pipeline.explore.serve import explore as serve
    from pipeline.report.labels import read_names

    settings = current(outputs=outputs, knowledge=knowledge)
    serve(settings.outputs, port, Knowledge(settings.knowledge).get(read_names))


@app.command()
def review(
    count: Annotated[int, typer.Option(help="How many sentences.", min=1)] = 50,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the sentences whose policy areas are most doubtful, to be labelled: review.csv and Label Studio tasks."""
    from pipeline.classify.learning.review import most_doubtful, write_review
    from pipeline.classify.model import load_model
    from pipeline.fingerprint import areas_folder

    settings = current(outputs=outputs, knowledge=knowledge)
    known = Knowledge(settings.knowledge)
    with _results(settings) as (analyses, _):
        rows = most_doubtful(analyses, load_model(areas_folder(settings), known), count)
    path = write_review(rows, settings.outputs, known)
    print(f"{len(rows)} sentences in {path}: fill in the column areas, then make learn FROM=that file")


@app.command()
def learn(
    labels: Annotated[Path, typer.Argument(help="The filled-in review file.")],
    gold: Annotated[Path | None, typer.Option(help="Gold file to measure on, before and after.")] = None,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Learn policy areas from labels of one's own; the next run uses what was learned."""
    from pipeline.classify.learning.learn import learn as learn_areas
    from pipeline.fingerprint import LEARNED_MODEL

    settings = current(outputs=outputs, knowledge=knowledge)
    learned = learn_areas(
        labels, Path(settings.areas_model), settings.outputs / LEARNED_MODEL, Knowledge(settings.knowledge), gold
    )
    print(f"{learned.labels} labels; new areas: {', '.join(learned.new_areas) or 'none'}")
    print(f"measured on {learned.measured_on}:")
    for name, before in learned.before.items():
        print(f"  {name:20s} {before:.3f} -> {learned.after[name]:.3f}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="Gold file: one JSON document a line.")],
    floors: Annotated[Path | None, typer.Option(help="JSON file of floors; the command fails under one.")] = None,
    errors: Annotated[Path | None, typer.Option(help="File for the list of errors.")] = None,
    infer_parties: Annotated[bool, typer.Option("--infer-parties", help="Withhold the gold's parties.")] = False,
    no_metadata: Annotated[bool, typer.Option("--no-metadata", help="Withhold all of the gold's metadata.")] = False,
    language_model: ModelOption = None,
    encoder: EncoderOption = None,
    outputs: Annotated[Path | None, typer.Option(help="Keep the outputs in this folder.")] = None,
    texts: Annotated[Path | None, typer.Option(help="Folder of the texts, where the gold holds offsets only.")] = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Measure the pipeline on gold documents: precision, recall, F1 with bootstrap intervals."""
    from pipeline.evaluate import Given
    from pipeline.evaluate import evaluate as run_evaluation
    from pipeline.gold.figures import figures, sunk, table
    from pipeline.gold.scoring import write_errors

    settings = current(language_model=language_model, encoder=encoder, knowledge=knowledge)
    with tempfile.TemporaryDirectory() as temporary:
        folder = outputs or Path(temporary)
        given: Given = "nothing" if no_metadata else "all but parties" if infer_parties else "all"
        scored = run_evaluation(gold, folder, settings, Console(), given=given, texts=texts)
    measured = figures([s.tally for s in scored])
    print(table(measured))
    if errors:
        write_errors(scored, errors)
    below = sunk(measured, floors) if floors else []
    for line in below:
        print(line, file=sys.stderr)
    if below:
        raise typer.Exit(1)


@gold_app.command("import")
def import_annotations(
    file: Annotated[Path, typer.Argument(help="What Label Studio (JSON) or doccano (JSON Lines) exported.")],
    output: Annotated[Path, typer.Option(help="Gold file to write.")] = Path("gold.jsonl"),
    form: Annotated[str, typer.Option("--format", help="label-studio or doccano; guessed if not given.")] = "",
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Take corrected annotations of exported documents back as gold, to evaluate with."""
    from pipeline.classify.model import load_model
    from pipeline.fingerprint import areas_folder
    from pipeline.gold.checks import guideline_labels
    from pipeline.gold.files import write_gold
    from pipeline.gold.importing import import_gold
    from pipeline.knowledge.areas import area_keys

    settings = current(outputs=outputs, knowledge=knowledge)
    known = Knowledge(settings.knowledge)
    learned = load_model(areas_folder(settings), known).areas
    imported = import_gold(file, form, guideline_labels([*area_keys(known), *learned]))
    write_gold(imported.records, output)
    print(f"{len(imported.records)} documents -> {output}")
    if imported.unread:
        print(f"{imported.unread} of them carry no reader's annotation: their labels are the exported ones")


def _in_folder(settings: Settings) -> Settings:
    """The settings of a corpus in a folder; raises :class:`CommuniqueError` where it lies elsewhere."""
    if settings.address:
        raise CommuniqueError(f"The corpus {settings.address} is only read: name a folder with CORPUS=.")
    return settings


@contextmanager
def _results(settings: Settings) -> Iterator[tuple[Stored, Tracking]]:
    """What was found in the documents, and from one to another; raises :class:`CommuniqueError` where nothing was."""
    if (settings.outputs / FILE).is_file():
        with Store(settings.outputs) as store:
            if analyses := Stored(store):
                yield analyses, store.tracking()
                return
    raise CommuniqueError(
        f"There are no results in {settings.outputs}: make run first, or name the folder with OUTPUTS=."
    )


def main() -> None:
    """The console command ``communique``: errors that a user can mend end in one sentence and exit code 2."""
    for variable in THREADS:
        # One thread a process, in the worker processes too: they do not fight for cores.
        os.environ.setdefault(variable, "1")
    unbreakable(sys.stdout)
    try:
        app()
    except CommuniqueError as error:
        print(f"communique: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("communique: stopped; the next run goes on from here.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
