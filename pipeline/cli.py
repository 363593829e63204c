"""The command line: the commands together, and how their errors are said."""

import os
import sys
from typing import Annotated

import typer

from pipeline.commands import corpus, judging, results, stages
from pipeline.console import unbreakable
from pipeline.errors import CommuniqueError
from pipeline.version import __version__

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for commands in (stages, corpus, results, judging):
    app.add_typer(commands.app)


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
