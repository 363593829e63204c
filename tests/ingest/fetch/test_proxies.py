"""Which addresses go through the proxy that the environment names, and what such a proxy is asked."""

import time

import httpx
import pytest

from pipeline.errors import DocumentError
from pipeline.ingest.fetch.fetching import Limits, fetch
from pipeline.ingest.fetch.proxies import Proxy, proxy_for
from tests.ingest.fetch.site import Page, website


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.parametrize(
    ("set_to", "address", "proxy"),
    [
        ({}, "https://ports.example/a", None),
        ({"HTTPS_PROXY": "http://gate:3128"}, "https://ports.example/a", Proxy("http://gate:3128")),
        ({"HTTPS_PROXY": "gate:3128"}, "https://ports.example/a", Proxy("http://gate:3128")),
        ({"https_proxy": "http://me:key@gate:3128"}, "https://ports.example", Proxy("http://gate:3128", ("me", "key"))),
        ({"HTTPS_PROXY": "http://gate:3128"}, "http://ports.example/a", None),
        ({"ALL_PROXY": "http://gate:3128"}, "http://ports.example/a", Proxy("http://gate:3128")),
        ({"HTTPS_PROXY": "http://gate:3128", "NO_PROXY": "ports.example"}, "https://www.ports.example/a", None),
        ({"HTTPS_PROXY": "http://gate:3128", "NO_PROXY": "*"}, "https://ports.example/a", None),
        ({"HTTPS_PROXY": "http://gate:3128"}, "https://10.1.2.3/a", None),
        ({"HTTPS_PROXY": "http://gate:3128"}, "https://printer.local/a", None),
    ],
)
def test_the_environment_names_the_proxy(
    set_to: dict[str, str], address: str, proxy: Proxy | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(httpx.URL(address)) == proxy


def test_a_proxy_of_another_kind_is_said_to_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://me:key@gate:1080")
    with pytest.raises(DocumentError, match="none of HTTP") as refusal:
        proxy_for(httpx.URL("https://ports.example/a"))
    assert "key" not in str(refusal.value)


def test_the_proxy_is_asked_for_the_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with website() as proxy:
        proxy.pages["http://ports.example/a"] = Page(b"<p>The ministers met.</p>")
        monkeypatch.setenv("HTTP_PROXY", proxy.address(""))
        answer = fetch(httpx.URL("http://ports.example/a"), Limits(seconds=5), lambda url: None)
        assert (answer.status, answer.data) == (200, b"<p>The ministers met.</p>")
        assert proxy.visits == ["http://ports.example/a"]


def test_a_proxy_that_is_down_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    begun = time.monotonic()
    with pytest.raises(DocumentError, match=r"by the proxy http://127\.0\.0\.1:9"):
        fetch(httpx.URL("http://ports.example/a"), Limits(seconds=5), lambda url: None)
    assert time.monotonic() - begun < 5
