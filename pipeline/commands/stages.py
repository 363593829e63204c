"""The main job, its stages one by one, and a cluster for it."""

from typing import Annotated

import typer

from pipeline.commands.options import (
    CorpusOption,
    EncoderOption,
    KnowledgeOption,
    ModelOption,
    OutputsOption,
    SchedulerOption,
    VerboseOption,
    WorkersOption,
)
from pipeline.console import Console
from pipeline.settings import current

app = typer.Typer()


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
    from pipeline.job import put_record_aside, working
    from pipeline.run import run_all

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
    from pipeline.job import working
    from pipeline.run import run_ingest

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
    from pipeline.job import working
    from pipeline.run import run_tag

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
    from pipeline.job import working
    from pipeline.run import run_classify

    settings = current(outputs=outputs, workers=workers, scheduler=scheduler, knowledge=knowledge)
    with working(settings, Console(verbose)) as run:
        run_classify(run)


@app.command()
def track(outputs: OutputsOption = None, knowledge: KnowledgeOption = None, verbose: VerboseOption = 0) -> None:
    """Fourth stage: link commitments to what earlier documents of the same actors said."""
    from pipeline.job import working
    from pipeline.run import run_track

    settings = current(outputs=outputs, knowledge=knowledge)
    with working(settings, Console(verbose)) as run:
        run_track(run)


@app.command()
def report(outputs: OutputsOption = None, knowledge: KnowledgeOption = None, verbose: VerboseOption = 0) -> None:
    """Fifth stage: write tables, summaries, charts and the report from what was found."""
    from pipeline.job import working
    from pipeline.publishing import run_report

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
