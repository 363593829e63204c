"""The proxy that the environment names for an address: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, and NO_PROXY."""

import ipaddress
from dataclasses import dataclass
from urllib.request import getproxies_environment

import httpx

from pipeline.errors import DocumentError
from pipeline.ingest.fetch.addresses import shorten

_INSIDE = ("localhost", ".localhost", ".local", ".internal", ".lan", ".home.arpa")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy of HTTP: its address without credentials, and these, where it asks for them."""

    url: str
    auth: tuple[str, str] | None = None


def proxy_for(url: httpx.URL) -> Proxy | None:
    """The proxy by which ``url`` is to be asked; None where it is asked directly.

    Names and numbers inside this machine or network never go through a proxy, which could reach what may not be asked
    from here. Raises :class:`DocumentError` where the environment names no proxy of HTTP.
    """
    named = getproxies_environment()
    text = named.get(url.scheme) or named.get("all")
    if not text or _is_inside(url.host) or _is_excepted(url, named.get("no", "")):
        return None
    try:
        found = httpx.URL(text if "://" in text else f"http://{text}")
    except httpx.InvalidURL as error:
        raise _unusable(text) from error
    if found.scheme not in ("http", "https") or not found.host:
        raise _unusable(text)
    auth = (found.username, found.password) if found.userinfo else None
    return Proxy(str(found.copy_with(username=None, password=None)), auth)


def _is_inside(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_INSIDE)


def _is_excepted(url: httpx.URL, no_proxy: str) -> bool:
    """Whether NO_PROXY names the host of ``url``, alone or with its port, or a domain that it belongs to."""
    hosts = (url.host, f"{url.host}:{url.port}") if url.port else (url.host,)
    for entry in (part.strip().lower().lstrip(".") for part in no_proxy.split(",")):
        if entry == "*" or (entry and any(host == entry or host.endswith(f".{entry}") for host in hosts)):
            return True
    return False


def _unusable(text: str) -> DocumentError:
    return DocumentError(
        f"The proxy {shorten(text.rpartition('@')[2])} of the environment is none of HTTP: write http://host:port into "
        "HTTPS_PROXY, or take it out."
    )
