"""PDF files read in a process of their own: one that crashes the library, or never ends, costs itself and no other.

The process starts with the first file and reads all the following ones; where a file ends it, the next starts another.
It is begun as a program, not forked or spawned by :mod:`multiprocessing`: that needs no care in the program that runs
us, works alike on every system, and loads nothing but the reader.
"""

import json
import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pipeline.errors import CommuniqueError

CHILD = "pipeline.ingest.formats.pdf.child"
LAST = frozenset({"done", "refused"})
"""Keys of the last message of a file."""
LONGEST_START = 60.0
LONGEST_PAGE = 60.0
LONGEST_FILE = 600.0
"""Seconds that the start, a page and a file may take."""


class CrashedError(Exception):
    """The file ended the process that read it."""


class EndlessError(Exception):
    """The file took longer than a file may."""


@dataclass(slots=True)
class _Running:
    """A process that runs, with its pipes."""

    process: subprocess.Popen[bytes]
    files: IO[bytes]
    answers: IO[bytes]

    def answer(self, seconds: float) -> dict[str, Any]:
        """The next message. Raises :class:`CrashedError` or :class:`EndlessError` where none comes."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            self.process.kill()

        timer = threading.Timer(max(0.0, seconds), stop)
        timer.daemon = True
        timer.start()
        try:
            line = self.answers.readline()
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            raise EndlessError if late.is_set() else CrashedError
        message: dict[str, Any] = json.loads(line)
        return message

    def send(self, data: bytes) -> None:
        """Hand a file over. Raises :class:`CrashedError` where nobody takes it."""
        try:
            self.files.write(len(data).to_bytes(8, "big") + data)
            self.files.flush()
        except OSError as error:
            raise CrashedError from error

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        for pipe in (self.files, self.answers):
            with suppress(OSError):
                pipe.close()
        self.process.wait()


class ReadingProcess:
    """Reads files in another process, which it starts when it is needed and again when a file has ended it.

    ``child`` is the module that is run there, ``page_seconds`` what a page may take.
    """

    def __init__(self, child: str = CHILD, page_seconds: float = LONGEST_PAGE) -> None:
        self._child, self._page_seconds = child, page_seconds
        self._running: _Running | None = None
        self._end: Callable[[], object] = _nothing
        self._lock = threading.Lock()

    def messages(self, data: bytes) -> list[dict[str, Any]]:
        """What is told of a file, one message a page and a last one.

        Raises :class:`CrashedError` and :class:`EndlessError` where the file ends the process or has to be ended, and
        :class:`CommuniqueError` where no process starts.
        """
        with self._lock:
            running = self._running or self._start()
            try:
                found = self._ask(running, data)
            except BaseException:
                self._running = None
                self._end()
                raise
            return found

    def _ask(self, running: _Running, data: bytes) -> list[dict[str, Any]]:
        end = time.monotonic() + LONGEST_FILE
        found: list[dict[str, Any]] = []
        running.send(data)
        while not found or not found[-1].keys() & LAST:
            found.append(running.answer(min(self._page_seconds, end - time.monotonic())))
        return found

    def _start(self) -> _Running:
        root = str(Path(__file__).parents[4])
        paths = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
        try:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", self._child],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths},
            )
            if process.stdin is None or process.stdout is None:
                raise OSError("no pipes")
            self._running = _Running(process, process.stdin, process.stdout)
            self._end = weakref.finalize(self, self._running.end)
            self._running.answer(LONGEST_START)
        except (OSError, CrashedError, EndlessError) as error:
            self._running = None
            self._end()
            raise CommuniqueError(
                "The process that reads PDF files does not start: set the environment up anew (make setup)."
            ) from error
        return self._running


def _nothing() -> None:
    """Stands for the end of a process that was never started."""
