"""What goes to a worker process and comes back: a work and a batch, results or a mistake; pickled, between our own.

The work travels as bytes of its own, so that the worker loads it once for all its batches.
"""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from pipeline.errors import CommuniqueError

_HEAD = 8


@dataclass(frozen=True, slots=True)
class Request:
    """A batch for a work: both pickled."""

    work: bytes
    batch: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """Results of a batch; where there are none, the sentence of a user's mistake, or the traceback of ours."""

    results: tuple[Any, ...] = ()
    mistake: str = ""
    trace: str = ""


def request(work: bytes, batch: Sequence[Any]) -> bytes:
    """A request as bytes."""
    return pickle.dumps(Request(work, pickle.dumps(list(batch))))


def results(answer: bytes) -> tuple[Any, ...]:
    """The results of an answer. Raises :class:`CommuniqueError` for a mistake of the user's."""
    found: Answer = pickle.loads(answer)
    if found.mistake:
        raise CommuniqueError(found.mistake)
    if found.trace:
        raise RuntimeError(f"A worker process failed:\n{found.trace}")
    return found.results


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message to a pipe."""
    stream.write(len(message).to_bytes(_HEAD, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message of a pipe; None where it ended."""
    head = stream.read(_HEAD)
    if len(head) < _HEAD:
        return None
    size = int.from_bytes(head, "big")
    message = stream.read(size)
    return message if len(message) == size else None
