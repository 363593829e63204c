"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

CorpusOption = Annotated[
    str | None,
    typer.Option(help="Folder of documents, or an address (s3://bucket/press).", show_default="corpus"),
]
OutputsOption = Annotated[Path | None, typer.Option(help="Folder for the results.", show_default="outputs")]
WorkersOption = Annotated[int | None, typer.Option(help="Processes; 0 chooses by the size of the corpus.")]
SchedulerOption = Annotated[str | None, typer.Option(help="Dask scheduler whose workers do it: tcp://host:8786.")]
KnowledgeOption = Annotated[str | None, typer.Option(help="Folder of knowledge files in place of the shipped ones.")]
ModelOption = Annotated[str | None, typer.Option(help="Folder or name of a spaCy pipeline with a parser.")]
EncoderOption = Annotated[str | None, typer.Option(help="Folder of an encoder, or none for faster work without.")]
VerboseOption = Annotated[int, typer.Option("--verbose", "-v", count=True, help="Say more.")]
