"""A website on this machine that answers over real HTTP, well or badly, and remembers who asked for what."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Raw = Callable[[BaseHTTPRequestHandler], None]
"""An answer that is written by hand, for servers that break the rules."""


@dataclass(frozen=True, slots=True)
class Page:
    """A well-behaved answer."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """The answers by path, those that were asked for in order, and the port; other paths answer 404."""

    port: int
    pages: dict[str, Page | Raw] = field(default_factory=dict)
    visits: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


def leads_to(address: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": address})


def endless(chunk: bytes, pause: float = 0.0) -> Raw:
    """An answer without a length that never ends."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:
            handler.wfile.write(chunk)
            time.sleep(pause)

    return write


def raw(data: bytes) -> Raw:
    """These very bytes, and the end of the connection."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(data)

    return write


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a visitor that hangs up is the point of some tests."""


@contextlib.contextmanager
def website() -> Iterator[Site]:
    """A site that is up for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.visits.append(self.path)
            site.agents.append(self.headers["User-Agent"])
            page = site.pages.get(self.path, Page(b"<p>No such page.</p>", status=404))
            if not isinstance(page, Page):
                page(self)
                return
            self.send_response(page.status)
            for name, value in {"Content-Type": page.kind, "Content-Length": str(len(page.body))}.items():
                self.send_header(name, page.headers.get(name, value))
            for name in page.headers.keys() - {"Content-Type", "Content-Length"}:
                self.send_header(name, page.headers[name])
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the tests look at what was asked."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        site = Site(server.server_address[1])
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield site
        finally:
            server.shutdown()


def closed_port() -> int:
    """A port of this machine on which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
