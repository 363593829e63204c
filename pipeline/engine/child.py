"""A worker process: requests in, answers out, until there are no more. Run by :mod:`pipeline.engine.processes`."""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from functools import lru_cache
from typing import IO, Any

from pipeline.engine.messages import Answer, Request, receive, send
from pipeline.engine.work import Work, perform
from pipeline.errors import CommuniqueError

WORKS = 3
"""Works that stay loaded: those of a run."""
READY = b"ready"


@lru_cache(maxsize=WORKS)
def _loaded(pickled: bytes) -> tuple[Work[Any, Any], Callable[[Any], Any]]:
    work: Work[Any, Any] = pickle.loads(pickled)
    return work, work.load()


def answer(request: Request) -> Answer:
    """What the work makes of the batch, or why it cannot be done."""
    try:
        work, function = _loaded(request.work)
        return Answer(tuple(perform(work, function, pickle.loads(request.batch))))
    except CommuniqueError as error:
        return Answer(mistake=str(error))
    except Exception:  # told to the process that asked, which ends the run with it
        return Answer(trace=traceback.format_exc())


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer one request after the other; ends where the process that asks has ended."""
    send(answers, READY)
    while (message := receive(requests)) is not None:
        send(answers, pickle.dumps(answer(pickle.loads(message))))


def main() -> None:
    """Serve standard input and output; what libraries print goes to standard error."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the affair of the process that asks
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        serve(sys.stdin.buffer, answers)
    except BrokenPipeError:
        os._exit(1)


if __name__ == "__main__":
    main()
