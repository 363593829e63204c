"""What was found is compared, exported, merged and explored."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.found import found
from pipeline.commands.options import (
    KnowledgeOption,
    OutputsOption,
    VerboseOption,
)
from pipeline.console import Console
from pipeline.errors import CommuniqueError
from pipeline.knowledge import Knowledge
from pipeline.settings import current

FORMS_HELP = "The forms are csv, jsonl, parquet, parquet-by-year, xlsx, label-studio and doccano."

app = typer.Typer()


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
    with found(settings) as (analyses, tracking):
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
