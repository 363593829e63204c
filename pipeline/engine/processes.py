"""Worker processes of this machine. One that dies is noticed, with the batch that it was at.

They are begun as programs, not forked or spawned by :mod:`multiprocessing`: that needs no care in the program that runs
us, works alike on every system, and inside the workers of a cluster too.
"""

import os
import subprocess
import sys
import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pipeline.engine.child import READY
from pipeline.engine.messages import receive, send
from pipeline.errors import CommuniqueError

CHILD = "pipeline.engine.child"
BATCHES_AHEAD = 4
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""One thread a process: worker processes do not fight for cores."""


class WorkerDiedError(Exception):
    """A worker process ended while it was at a batch."""


class WorkerProcess:
    """A process that answers requests, one at a time. Raises :class:`CommuniqueError` where it does not start."""

    def __init__(self) -> None:
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", CHILD],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(),
                start_new_session=True,  # Ctrl-C goes to the process that asks, which ends this one
            )
            if process.stdin is None or process.stdout is None:
                raise OSError("no pipes")
        except OSError as error:
            raise _does_not_start() from error
        self.process = process
        self._requests, self._answers = process.stdin, process.stdout
        self.end = weakref.finalize(self, _end, process, self._requests, self._answers)
        if receive(self._answers) != READY:
            self.end()
            raise _does_not_start()

    def ask(self, request: bytes) -> bytes:
        """The answer. Raises :class:`WorkerDiedError` where the process ends before it is there."""
        try:
            send(self._requests, request)
            answer = receive(self._answers)
        except (OSError, ValueError) as error:  # a ValueError where the pipes were closed by our own side
            raise WorkerDiedError from error
        if answer is None:
            raise WorkerDiedError
        return answer


class Workers:
    """Worker processes that are begun when they are needed, and kept for the next request."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[WorkerProcess] = []
        self._all: set[WorkerProcess] = set()
        self._closed = threading.Event()

    def ask(self, request: bytes) -> bytes:
        """The answer of one of them. Raises as :meth:`WorkerProcess.ask` does; another takes the dead one's place."""
        worker = self._take()
        try:
            answer = worker.ask(request)
        except BaseException:
            with self._lock:
                self._all.discard(worker)
            worker.end()
            raise
        with self._lock:
            self._idle.append(worker)
        return answer

    def close(self) -> None:
        """End all of them, whatever they are at; what they were asked raises :class:`WorkerDiedError`."""
        self._closed.set()
        with self._lock:
            for worker in self._all:
                worker.end()
            self._all.clear()
            self._idle.clear()

    def _take(self) -> WorkerProcess:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        worker = WorkerProcess()
        with self._lock:
            self._all.add(worker)
        if self._closed.is_set():
            worker.end()
        return worker


class Processes:
    """As many worker processes as ``count``, as a pool (see :mod:`pipeline.engine.spread`). A context manager."""

    def __init__(self, count: int) -> None:
        self.ahead = count * BATCHES_AHEAD
        self._workers = Workers()
        self._threads = ThreadPoolExecutor(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._workers.close()
        self._threads.shutdown()

    def submit(self, request: bytes) -> Future[bytes]:
        """The answer to come."""
        return self._threads.submit(self._workers.ask, request)


def _environment() -> dict[str, str]:
    """That of this process; modules are found where this process finds them."""
    root = str(Path(__file__).parents[2])
    paths = [root, *(str(Path(place).absolute()) for place in sys.path)]
    threads = {name: os.environ.get(name, "1") for name in THREADS}
    return {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths))}


def _end(process: subprocess.Popen[bytes], *pipes: IO[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in pipes:
        with suppress(OSError, ValueError):
            pipe.close()


def _does_not_start() -> CommuniqueError:
    return CommuniqueError("A worker process does not start: set the environment up anew (make setup).")
