"""Documents are added to the corpus, and listed."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.options import (
    CorpusOption,
    KnowledgeOption,
)
from pipeline.console import Console
from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from pipeline.settings import Settings, current

app = typer.Typer()


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


def _in_folder(settings: Settings) -> Settings:
    """The settings of a corpus in a folder; raises :class:`CommuniqueError` where it lies elsewhere."""
    if settings.address:
        raise CommuniqueError(f"The corpus {settings.address} is only read: name a folder with CORPUS=.")
    return settings
