"""What a worker of a cluster is asked to do: check that it is of the same making, then have a process of its own work.

The work is done in a process beside the worker, so that a document which ends it does not take the worker along, and
so that it is known which document it was.
"""

import pickle
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from pipeline.engine.processes import Workers
from pipeline.engine.work import Work
from pipeline.errors import CommuniqueError
from pipeline.version import __version__


class OtherMakingError(CommuniqueError):
    """A worker has another version, other models or other knowledge than the process that asks."""


def work_on(version: str, expected: Mapping[str, str], work: bytes, request: bytes) -> bytes:
    """The answer to a request, as :class:`pipeline.engine.processes.Workers` gives it.

    Raises :class:`OtherMakingError` where this installation is not of ``version``, or where the identity of ``work``
    is not as ``expected`` here, and :class:`pipeline.engine.processes.WorkerDiedError` where its process dies.
    """
    if version != __version__:
        raise OtherMakingError(f"has version {__version__} in place of {version}")
    found = _identity(work)
    for name, digest in expected.items():
        if found.get(name) != digest:
            raise OtherMakingError(f"has other {name} than this machine")
    return _processes().ask(request)


@lru_cache(maxsize=8)
def _identity(work: bytes) -> Mapping[str, str]:
    made: Work[Any, Any] = pickle.loads(work)
    return made.identity()


@cache
def _processes() -> Workers:
    """The processes of this worker: one for each of its threads, kept for the next batch."""
    return Workers()
