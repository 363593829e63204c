"""One file from the web: asked for politely, within limits of time and size, redirects followed by hand."""

import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

import httpcore
import httpx

from pipeline.errors import DocumentError
from pipeline.ingest.fetch.addresses import parse_address, shorten
from pipeline.ingest.fetch.connection import CheckedBackend
from pipeline.ingest.fetch.proxies import Proxy, proxy_for

AGENT = "Communique"
"""The name that robots.txt files may address."""
USER_AGENT = f"{AGENT}/{version('communique')} (reads press texts; fetches single pages at the wish of a person)"
_REDIRECTS = (301, 302, 303, 307, 308)
_ACCEPTED = (
    "text/html,application/xhtml+xml,application/pdf,text/plain,application/rss+xml,application/atom+xml,*/*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds with all its redirects, bytes unpacked, redirects; whether to ask private hosts.

    ``max_bytes`` holds for the bytes on the line as well.
    """

    seconds: float = 60
    max_bytes: int = 5_000_000
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the address that answered at last, status, content type in small letters, and body."""

    url: httpx.URL
    status: int
    content_type: str
    data: bytes


def fetch(url: httpx.URL, limits: Limits, permit: Callable[[httpx.URL], None]) -> Answer:
    """What the web answers to ``url``, redirects followed; ``permit`` is asked about every address on the way.

    Raises :class:`DocumentError`, of ``permit`` too, where an address may not be asked, does not answer in time, or
    answers with too much, in a circle, or in a packing that is not read. A status of 400 and more is an answer.
    """
    deadline = time.monotonic() + limits.seconds
    asked = url
    for _ in range(limits.redirects + 1):
        permit(asked)
        answer = _ask(asked, limits, deadline)
        if isinstance(answer, Answer):
            return answer
        try:
            asked = parse_address(answer, asked)
        except DocumentError as error:
            raise DocumentError(f"{shorten(str(url))} leads on to an address that is not followed: {error}") from error
    raise DocumentError(
        f"{shorten(str(url))} leads on more than {limits.redirects} times: open it in a browser, and give the address "
        "where it ends."
    )


def _ask(url: httpx.URL, limits: Limits, deadline: float) -> Answer | str:
    """The answer of one address, or the address it leads on to."""
    shown = shorten(str(url))
    proxy = proxy_for(url)
    by = f" by the proxy {shorten(proxy.url)}" if proxy else ""
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    headers: dict[bytes | str, bytes | str] = {"Host": url.netloc, "User-Agent": USER_AGENT, "Accept": _ACCEPTED}
    headers["Accept-Encoding"] = "gzip"
    try:
        with (
            _pool(proxy, deadline, limits.allow_private) as pool,
            pool.stream("GET", target, headers=headers) as response,
        ):
            said = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and "location" in said:
                return said["location"]
            data = _body(response.iter_stream(), said, limits.max_bytes, shown)
            return Answer(url, response.status, said.get("content-type", "").strip().lower(), data)
    except httpcore.TimeoutException as error:
        raise DocumentError(f"{shown} did not answer within {limits.seconds:g} seconds: try again later.") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
        reason = shorten(str(error)) or type(error).__name__
        raise DocumentError(
            f"{shown} cannot be reached{by} ({reason}): check the address, or try again later."
        ) from error


def _pool(proxy: Proxy | None, deadline: float, allow_private: bool) -> httpcore.ConnectionPool:
    """Connections to checked addresses, or to the proxy that the user names, wherever that stands."""
    if proxy is None:
        return httpcore.ConnectionPool(network_backend=CheckedBackend(deadline, allow_private))
    backend = CheckedBackend(deadline, allow_private=True)
    return httpcore.HTTPProxy(proxy.url, proxy_auth=proxy.auth, network_backend=backend)


def _body(chunks: Iterable[bytes], said: dict[str, str], most: int, shown: str) -> bytes:
    """The body of an answer, unpacked, of at most ``most`` bytes."""
    packing = said.get("content-encoding", "identity").strip().lower() or "identity"
    if packing not in ("identity", "gzip", "x-gzip"):
        raise DocumentError(f"{shown} comes packed as '{shorten(packing)}', which is not read: save it from a browser.")
    received = _counted(chunks, most, shown)
    return b"".join(_counted(received if packing == "identity" else _unpacked(received, most, shown), most, shown))


def _counted(chunks: Iterable[bytes], most: int, shown: str) -> Iterator[bytes]:
    """``chunks``, up to ``most`` bytes of them."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise DocumentError(
                f"{shown} holds more than the {most / 1e6:g} MB that are read (the setting max_bytes): save it from a "
                "browser and split it."
            )
        yield chunk


def _unpacked(chunks: Iterable[bytes], most: int, shown: str) -> Iterator[bytes]:
    """What gzip packed, never more than ``most`` + 1 bytes of it in memory at once."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                yield unpacker.decompress(rest, most + 1)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
                if unpacker.eof and rest:  # gzip allows several members, one after the other
                    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    except zlib.error as error:
        raise DocumentError(f"{shown} comes packed in a broken way: save it from a browser.") from error
    if not unpacker.eof:
        raise DocumentError(f"{shown} breaks off before its end: try again later.")
