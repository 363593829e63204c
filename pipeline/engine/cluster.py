"""The engine over a Dask cluster: its workers get text and return records.

Dask sends what travels pickled and trusts whoever can reach its ports: a cluster belongs on a network of its own.
"""

import logging
import pickle
import time
from asyncio import CancelledError as AsyncCancelledError
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from types import TracebackType
from typing import Any, Self

from distributed import Client, Future, KilledWorker
from distributed.comm.core import CommClosedError

from pipeline.engine.engines import Mapped
from pipeline.engine.processes import WorkerDiedError
from pipeline.engine.remote import OtherMakingError, work_on
from pipeline.engine.spread import Spread
from pipeline.engine.work import Failed, Item, Result, Work
from pipeline.errors import CommuniqueError
from pipeline.version import __version__

SCHEMES = ("tcp://", "tls://")
CONNECT_SECONDS = 10.0
LOST_SECONDS = 5.0
"""How long a scheduler may be away before the run ends."""
LONELY_SECONDS = 300.0
"""How long a run waits while the cluster has no worker at all."""
POLL_SECONDS = 1.0
BATCHES_AHEAD = 3
"""Batches that wait for each thread of the cluster."""
GONE = (CancelledError, AsyncCancelledError, CommClosedError, OSError)


class Cluster:
    """The workers of the scheduler at ``address``. A context manager. ``say`` is told what a user should know.

    Raises :class:`CommuniqueError` where no scheduler answers, or where it goes away.
    """

    def __init__(self, address: str, say: Callable[[str], None]) -> None:
        if not address.startswith(SCHEMES):
            raise CommuniqueError(
                f"The setting scheduler is {address!r}: give an address such as tcp://127.0.0.1:8786, or leave it out."
            )
        self.address = address
        self._say = say
        # What Dask says about lost connections is said by our own sentence.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        for name in ("client", "core", "comm", "utils_perf"):
            logging.getLogger(f"distributed.{name}").setLevel(logging.CRITICAL)
        try:
            self._client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False, name="communique")
        except (*GONE, ValueError) as error:
            raise CommuniqueError(
                f"No scheduler answers at {address}: start one (make cluster), or leave the setting scheduler out."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close(timeout=LOST_SECONDS)

    def map(self, work: Work[Item, Result], items: Iterable[Item]) -> Mapped[Result | Failed]:
        """What the work makes of the items; workers that join later take their part."""
        threads = self.threads()
        if not threads:
            self._say(f"The cluster at {self.address} has no worker yet: waiting for one")
        pool = _Pool(self, pickle.dumps(work), work.identity())
        results = _results(work, items, pool)
        return Mapped(results, f"cluster {self.address}, {threads or 'no'} workers at the start")

    def threads(self) -> int:
        """How many batches the cluster works on at once."""
        try:
            return sum(self._client.nthreads().values())
        except GONE as error:
            raise self.lost() from error

    def submit(self, *arguments: Any) -> "Future[bytes]":
        """The answer to come of :func:`work_on`."""
        try:
            return self._client.submit(work_on, *arguments, pure=False)
        except GONE as error:
            raise self.lost() from error

    def lost(self) -> CommuniqueError:
        """The error of a scheduler that went away."""
        return CommuniqueError(
            f"The scheduler at {self.address} went away: what is done is kept; start it again and run again."
        )

    def lonely(self) -> CommuniqueError:
        """The error of a cluster without workers."""
        return CommuniqueError(
            f"The cluster at {self.address} has had no worker for {LONELY_SECONDS:.0f} seconds: start some and run "
            "again; what is done is kept."
        )

    def refused(self, reason: str) -> CommuniqueError:
        """The error of a worker that may not do the work."""
        return CommuniqueError(
            f"A worker of the cluster at {self.address} {reason}: install there what is installed here, and start it "
            "again; what is done is kept."
        )


class _Pool:
    """The cluster as a pool for one work."""

    def __init__(self, cluster: Cluster, work: bytes, identity: Mapping[str, str]) -> None:
        self._cluster, self._work, self._identity = cluster, work, identity

    @property
    def ahead(self) -> int:
        """More where workers have joined."""
        return max(1, self._cluster.threads()) * BATCHES_AHEAD

    def submit(self, request: bytes) -> "_Pending":
        """Ask the cluster."""
        future = self._cluster.submit(__version__, dict(self._identity), self._work, request)
        return _Pending(self._cluster, future)


class _Pending:
    """An answer of the cluster."""

    def __init__(self, cluster: Cluster, future: "Future[bytes]") -> None:
        self._cluster, self._future = cluster, future

    def result(self) -> bytes:
        """The answer. Raises :class:`CommuniqueError` where there will be none."""
        lonely = time.monotonic()
        while True:
            try:
                return bytes(self._future.result(timeout=POLL_SECONDS))
            except TimeoutError:
                if self._cluster.threads():
                    lonely = time.monotonic()
                elif time.monotonic() - lonely > LONELY_SECONDS:
                    raise self._cluster.lonely() from None
            except KilledWorker as error:
                raise WorkerDiedError from error
            except OtherMakingError as error:
                raise self._cluster.refused(str(error)) from error
            except (ImportError, AttributeError) as error:
                raise self._cluster.refused(f"does not know this version ({error})") from error
            except GONE as error:
                raise self._cluster.lost() from error


def _results(work: Work[Item, Result], items: Iterable[Item], pool: _Pool) -> Iterator[Result | Failed]:
    yield from Spread(work, pool).results(items)
