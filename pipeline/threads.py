"""One thread for the matrices of our own work, and the host's number of threads again behind it.

The matrices of a sentence are small: several threads take ten times the processor time of one, for the same result.
And sums come out the same on every machine only where one thread adds them up.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


@contextmanager
def one_thread() -> Iterator[None]:
    """While it is open, the matrix library (BLAS) works with one thread; behind it, with as many as before.

    May be opened within itself and in several threads at once: the last that closes gives the number back. Opening
    and closing cost about 30 microseconds.
    """
    _gate().enter()
    try:
        yield
    finally:
        _gate().leave()


class _Gate:
    """Counts who is inside; the number of threads belongs to the process, and is changed by the first and the last."""

    def __init__(self) -> None:
        self.libraries: Any = ThreadpoolController().select(user_api="blas")
        self.lock = threading.Lock()
        self.inside = 0
        self.limit: Any = None

    def enter(self) -> None:
        """Set the limit, if nobody has."""
        with self.lock:
            self.inside += 1
            if self.inside == 1:
                self.limit = self.libraries.limit(limits=1)

    def leave(self) -> None:
        """Lift the limit, if nobody else needs it."""
        with self.lock:
            self.inside -= 1
            if self.inside == 0:
                self.limit.restore_original_limits()


@cache
def _gate() -> _Gate:
    """The gate of this process: the libraries are looked up once, which takes some milliseconds."""
    import numpy  # noqa: F401 -- what is looked up has to be loaded

    return _Gate()
