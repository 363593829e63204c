"""What a run says: one line a fact on standard error, a progress bar on a terminal, silence in a pipe."""

import io
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


def unbreakable(stream: object) -> None:
    """Let a stream write every character, by its number where its encoding has none for it.

    A pipe on Windows may know the letters of one part of the world only.
    """
    if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
        stream.reconfigure(errors="backslashreplace")


@dataclass(frozen=True, slots=True)
class Console:
    """Says what was done. ``verbosity`` 0 is quiet about single documents, 1 (``-v``) names each one."""

    verbosity: int = 0

    def say(self, text: str) -> None:
        """A line that every user should read."""
        print(text, file=sys.stderr, flush=True)

    def detail(self, text: str) -> None:
        """A line for users who asked for more."""
        if self.verbosity:
            self.say(text)

    def progress(self, items: Iterable[T], total: int | None, label: str) -> Iterator[T]:
        """``items`` as they are; on a terminal with a bar and their rate a second. ``total`` None is unknown."""
        if (total is not None and total < 2) or not sys.stderr.isatty():
            yield from items
            return
        # A pipe needs no terminal library: importing it costs 0.1 s.
        from rich.console import Console as Terminal
        from rich.progress import Progress, TextColumn

        # Lines on standard output go above the bar on a terminal, and into a file as if there were no bar.
        lines_above = sys.stdout.isatty()
        columns = (*Progress.get_default_columns(), TextColumn("{task.fields[rate]}"))
        terminal = Terminal(stderr=True)
        with Progress(*columns, console=terminal, transient=True, redirect_stdout=lines_above) as progress:
            bar = progress.add_task(label, total=total, rate="")
            start = time.perf_counter()
            for done, item in enumerate(items, 1):
                yield item
                seconds = time.perf_counter() - start
                progress.update(bar, completed=done, rate=f"{done / max(seconds, 0.001):,.1f} a second")
