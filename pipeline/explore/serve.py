"""Serving the results with Datasette (https://datasette.io, Apache-2.0), to this machine only."""

import asyncio
import errno
import os
import socket
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.errors import CommuniqueError
from pipeline.explore.database import build
from pipeline.explore.description import STYLE, metadata
from pipeline.report.labels import Names

HOST = "127.0.0.1"
DATABASE = "communique"
SETTINGS = {
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1000,
    "truncate_cells_html": 300,
    "suggest_facets": False,
}


def explore(outputs: Path, port: int, names: Names) -> None:
    """Serve the results of ``outputs`` at ``port`` (0 takes a free one) until the process is interrupted.

    Raises :class:`CommuniqueError` where there are no results, Datasette is not installed, or the port is in use.
    """
    with TemporaryDirectory() as folder, listening(port) as listener:
        path = Path(folder) / f"{DATABASE}.db"
        build(outputs, path, names)
        datasette = application(path)
        uvicorn = import_module("uvicorn")
        server = uvicorn.Server(
            uvicorn.Config(datasette.app(), log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
        )
        print(f"http://{HOST}:{listener.getsockname()[1]}/ shows the results; stop with Ctrl-C", flush=True)
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def application(path: Path) -> Any:
    """A Datasette, ready to serve, over the database at ``path`` that :func:`build` wrote.

    Raises :class:`CommuniqueError` where Datasette is not installed.
    """
    try:
        datasette, plugins = import_module("datasette.app"), import_module("datasette.plugins").pm
    except ImportError as error:
        raise CommuniqueError(
            f"Exploring needs {error.name}, which is not installed: pip install 'communique[explore]'."
        ) from error
    cells = import_module("pipeline.explore.cells")
    if not plugins.is_registered(cells):
        plugins.register(cells)
    made = datasette.Datasette(
        immutables=[str(path)],
        metadata=metadata(path.stem),
        settings=SETTINGS,
        static_mounts=[(STYLE.parent.name, str(STYLE.parent))],
    )
    asyncio.run(made.invoke_startup())
    return made


def listening(port: int) -> socket.socket:
    """A socket of this machine that listens at ``port``; raises :class:`CommuniqueError` where that is in use."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere it would let two programs listen at one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        why = "in use" if error.errno == errno.EADDRINUSE else f"not to be had ({error.strerror})"
        raise CommuniqueError(f"Port {port} is {why}: choose another, such as make explore PORT={port + 1}.") from error
    return listener
