"""The command ``cluster``: a Dask scheduler and workers on this machine, reached from this machine only."""

import signal
import threading
from collections.abc import Callable

from pipeline.engine.engines import cores
from pipeline.errors import CommuniqueError

HOST = "127.0.0.1"


def serve_cluster(workers: int, port: int, say: Callable[[str], None]) -> None:
    """Run a scheduler at ``port`` and ``workers`` workers (0: one for each core) until Ctrl-C or SIGTERM.

    Raises :class:`CommuniqueError` where the port is taken, or the extra ``cluster`` is not installed.
    """
    try:
        from distributed import LocalCluster
    except ImportError as error:
        raise CommuniqueError(
            "A cluster needs what the extra 'cluster' installs: pip install 'communique[cluster]', or make cluster."
        ) from error
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    try:
        cluster = LocalCluster(
            host=HOST,
            scheduler_port=port,
            n_workers=workers or cores(),
            threads_per_worker=1,
            processes=True,
            dashboard_address=f"{HOST}:0",  # Dask's own page about the workers, at a free port
            memory_limit=0,  # the work is done in processes beside the workers
        )
    except (OSError, RuntimeError) as error:
        raise CommuniqueError(
            f"No cluster starts at {HOST}:{port} ({error}): is the port taken? Choose another with PORT=."
        ) from error
    with cluster:
        say(
            f"{len(cluster.workers)} workers at {cluster.scheduler_address}, for this machine only: "
            f"make run SCHEDULER={cluster.scheduler_address}; Ctrl-C ends them"
        )
        while not ended.wait(1.0):  # in pieces: on Windows a wait without an end cannot be interrupted
            pass
