"""What a child process does with damaged files: in a module of its own, since children import no ``__main__``."""

import os
import random
import resource
import sys
import tempfile
import traceback
import warnings
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.ingest.corpus.folder import Source
from pipeline.ingest.stage import Ingested, ingest
from pipeline.records import Skipped
from pipeline.settings import Settings
from tests.fuzzing.seeds import damaged, seeds
from tests.shipped import KNOWLEDGE

MEMORY = 4_000_000_000
"""Bytes of address space of a process that reads."""


def damaged_file(seed: int, number: int) -> tuple[str, bytes]:
    """Ending and bytes of file ``number``; one of twenty has an ending that lies."""
    whole = seeds()
    chance = random.Random(f"{seed}:{number}")
    ending, data = whole[number % len(whole)]
    data = damaged(data, [other for _, other in whole], chance)
    if chance.random() < 0.05:
        ending = chance.choice(whole)[0]
    return ending, data


def read_file(folder: Path, ending: str, data: bytes, max_bytes: int) -> str:
    """Read a file as ingest does: "read" where it gave a document, "refused" where it gave reasons only."""
    file = folder / f"talks{ending}"
    file.write_bytes(data)
    found = list(ingest([Source("talks", file.name, file, None, len(data))], max_bytes, KNOWLEDGE))
    for item in found:
        if isinstance(item, Skipped):
            _check_reason(item.reason)
    return "read" if any(isinstance(item, Ingested) for item in found) else "refused"


def _check_reason(reason: str) -> None:
    if not reason.strip() or "Traceback" in reason:
        raise AssertionError(f"the reason says nothing: {reason!r}")


def work(connection: Connection, seed: int) -> None:
    """Read the files whose numbers arrive, and send what became of each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    warnings.simplefilter("ignore")
    sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 (libraries complain there for as long as the process lives)
    with tempfile.TemporaryDirectory() as folder:
        connection.send(("ready", ""))
        while (number := connection.recv()) is not None:
            try:
                connection.send((read_file(Path(folder), *damaged_file(seed, number), Settings().max_bytes), ""))
            except Exception:  # whatever it is, it is a fault, and the next file is read all the same
                connection.send(("exception", traceback.format_exc()))
