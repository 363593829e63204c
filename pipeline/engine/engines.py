"""The engines: this process, several, or a cluster, by the settings."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from types import TracebackType
from typing import Any, Generic, Literal, Protocol, Self, TypeVar

from pipeline.engine.batches import WORDS_HERE, batches
from pipeline.engine.processes import Processes
from pipeline.engine.spread import Spread
from pipeline.engine.work import Failed, Item, Result, Work, perform
from pipeline.errors import CommuniqueError
from pipeline.settings import Settings

Found = TypeVar("Found")


@dataclass(frozen=True)
class Mapped(Generic[Found]):
    """Results, one for each item and in their order, and in words where they are made."""

    results: Iterator[Found]
    place: str


Home = Literal["here", "apart"]
"""Where the work of a single process is done: models that it loads stay in the memory of that process."""


class Engine(Protocol):
    """Maps a work over documents."""

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Mapped[Result | Failed]:
        """What the work makes of the items."""


@contextmanager
def engine(settings: Settings, say: Callable[[str], None], home: Home = "here") -> Iterator[Engine]:
    """The engine that the settings name. ``say`` is told what a user should know.

    Raises :class:`CommuniqueError` where there is no cluster at the address, or nothing installed to reach it with.
    """
    if settings.scheduler:
        try:
            from pipeline.engine.cluster import Cluster
        except ImportError as error:
            raise CommuniqueError(
                "The setting scheduler needs what the extra 'cluster' installs: pip install 'communique[cluster]'."
            ) from error

        with Cluster(settings.scheduler, say) as cluster:
            yield cluster
    else:
        with Local(settings.workers, home) as local:
            yield local


class Local:
    """The cores of this machine: as many processes as ``workers``; for 0, as many as pay for the words there are.

    Work for a single process is done in this one where its ``home`` is "here", else in one beside it.
    """

    def __init__(self, workers: int = 0, home: Home = "here") -> None:
        self.workers = workers
        self.home = home
        self._begun: list[Generator[Any, None, None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for results in self._begun:  # ends the processes of what was broken off
            results.close()

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Mapped[Result | Failed]:
        """What the work makes of the items; only as many are looked at beforehand as decide about the processes."""
        remaining = iter(items)
        first: list[Item] = []
        words = 0
        if not self.workers:
            enough = work.words_a_process * (cores() - 1)
            while words < enough and (more := next(remaining, None)) is not None:
                first.append(more)
                words += work.words(more)
        processes = count(self.workers, words, work.words_a_process)
        everything = chain(first, remaining)
        if processes == 1 and self.home == "here":
            here = _here(work, everything)
            return Mapped(here, "1 process")
        spread = _in_processes(work, everything, processes)
        self._begun.append(spread)
        return Mapped(spread, f"{processes} process{'es' if processes > 1 else ''}")


def count(wanted: int, words: int, words_a_process: int) -> int:
    """How many processes to use: ``wanted``, or for 0 as many as pay for ``words`` words of text."""
    return wanted or min(cores(), 1 + words // words_a_process)


def cores() -> int:
    """How many cores this process may use: outside Linux, where that cannot always be asked, those of the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    ask = getattr(os, "process_cpu_count", os.cpu_count)  # the first came with Python 3.13
    return ask() or 1


def _here(work: Work[Item, Result], items: Iterable[Item]) -> Iterator[Result | Failed]:
    function = None
    for batch in batches(items, work.words, WORDS_HERE):
        function = function or work.load()
        yield from perform(work, function, batch)


def _in_processes(
    work: Work[Item, Result], items: Iterable[Item], processes: int
) -> Generator[Result | Failed, None, None]:
    with Processes(processes) as pool:
        yield from Spread(work, pool).results(items)
