"""Documents from the web, over real HTTP: good answers, bad ones, and addresses that are not asked at all."""

import datetime
import gzip
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.errors import CommuniqueError
from pipeline.ingest.adding.added import Added
from pipeline.ingest.fetch.adding import add_from_web
from pipeline.ingest.fetch.feeds import listed
from pipeline.ingest.fetch.fetching import Limits
from tests.ingest.fetch.site import Page, Raw, Site, closed_port, endless, leads_to, raw, website
from tests.readers.officelayouts import styled_docx
from tests.readers.printlayouts import letterhead
from tests.readers.statements import STATEMENTS
from tests.readers.weblayouts import modern
from tests.shipped import KNOWLEDGE

FIRST, SECOND, THIRD = STATEMENTS[:3]
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOCAL = Limits(seconds=20, max_bytes=500_000, allow_private=True)


@pytest.fixture
def site() -> Iterator[Site]:
    with website() as one:
        one.pages["/first"] = Page(modern(FIRST))
        yield one


def added(tmp_path: Path, *addresses: str, limits: Limits = LOCAL) -> list[Added]:
    found = add_from_web(addresses, tmp_path / "corpus", KNOWLEDGE, limits, 2, wait=lambda _: None)
    return [one for one in found if isinstance(one, Added)]


def refused(tmp_path: Path, *addresses: str, limits: Limits = LOCAL) -> str:
    with pytest.raises(CommuniqueError) as refusal:
        added(tmp_path, *addresses, limits=limits)
    assert not list((tmp_path / "corpus").glob("*"))
    return str(refusal.value)


def sidecar(one: Added) -> dict[str, Any]:
    return dict(yaml.safe_load(one.sidecar.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("page", "ending"),
    [
        (Page(modern(FIRST)), ".html"),
        (Page(letterhead(FIRST), PDF), ".pdf"),
        (Page(styled_docx(FIRST), WORD), ".docx"),
        (Page(gzip.compress(modern(FIRST)), headers={"Content-Encoding": "gzip"}), ".html"),
    ],
    ids=["page", "pdf", "word", "packed page"],
)
def test_a_document_is_stored_with_its_address_and_the_day(tmp_path: Path, site: Site, page: Page, ending: str) -> None:
    site.pages["/press/7"] = page
    today = datetime.datetime.now(datetime.UTC).date()
    (one,) = added(tmp_path, site.address("/press/7#top"))
    assert one.file.suffix == ending
    assert next(FIRST.sentences()) in one.document.text.replace("\n", " ")
    known = sidecar(one)
    assert known["url"] == site.address("/press/7")
    day = datetime.date.fromisoformat(known["source"].removeprefix("fetched "))
    assert (day - today).days in (0, 1)
    assert site.visits == ["/robots.txt", "/press/7"]
    assert all("Communique" in agent for agent in site.agents)


def test_a_kind_that_says_nothing_is_told_by_the_address(tmp_path: Path, site: Site) -> None:
    site.pages["/readout.pdf"] = Page(letterhead(FIRST), "application/octet-stream")
    (one,) = added(tmp_path, site.address("/readout.pdf"))
    assert one.file.suffix == ".pdf"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_both_addresses_are_stored(tmp_path: Path, site: Site, status: int) -> None:
    site.pages["/old"] = leads_to("/moved", status)
    site.pages["/moved"] = leads_to(site.address("/first"), status)
    (one,) = added(tmp_path, site.address("/old"))
    assert sidecar(one)["url"] == site.address("/first")
    assert sidecar(one)["source"].endswith(f" by way of {site.address('/old')}")


def test_a_circle_of_redirects_and_a_long_way_end(tmp_path: Path, site: Site) -> None:
    site.pages["/loop"] = leads_to("/loop")
    site.pages.update({f"/{n}": leads_to(f"/{n + 1}") for n in range(10)})
    assert "more than 5 times" in refused(tmp_path, site.address("/loop"))
    assert "more than 5 times" in refused(tmp_path, site.address("/0"))
    assert "/6" not in site.visits


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a.txt", "data:text/html,x"])
def test_a_redirect_to_something_else_than_the_web_is_not_followed(tmp_path: Path, site: Site, target: str) -> None:
    site.pages["/out"] = leads_to(target)
    assert "is not followed" in refused(tmp_path, site.address("/out"))


@pytest.mark.parametrize(
    ("kind", "feed"),
    [
        (
            "application/rss+xml",
            "<rss><channel><link>{0}/</link><item><link>{0}/first</link></item><item><link>{0}/second</link></item>"
            "<item><link>{0}/gone</link></item></channel></rss>",
        ),
        (
            "application/atom+xml",
            "<feed xmlns='http://www.w3.org/2005/Atom'><link href='{0}/'/><entry><link href='/first'/></entry>"
            "<entry><link rel='enclosure' href='/x.mp3'/><link href='second'/></entry>"
            "<entry><link href='/gone'/></entry></feed>",
        ),
    ],
)
def test_a_feed_is_taken_one_by_one_with_a_pause(tmp_path: Path, site: Site, kind: str, feed: str) -> None:
    site.pages["/feed"] = Page(feed.format(site.address("")).encode(), kind)
    site.pages["/second"] = Page(modern(SECOND))
    pauses: list[float] = []
    found = add_from_web([site.address("/feed")], tmp_path / "corpus", KNOWLEDGE, LOCAL, 2, wait=pauses.append)
    titles = [one.document.title for one in (next(found), next(found)) if isinstance(one, Added)]
    assert titles == [FIRST.title, SECOND.title]
    with pytest.raises(CommuniqueError, match=r"/gone answers 404 Not Found"):
        next(found)
    assert pauses == [2, 2, 2]
    assert site.visits == ["/robots.txt", "/feed", "/first", "/second", "/gone"]


def test_a_list_of_addresses_is_taken_with_the_pause_that_the_site_wants(tmp_path: Path, site: Site) -> None:
    site.pages["/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 7\n", "text/plain")
    site.pages["/second"] = Page(modern(SECOND))
    urls = tmp_path / "urls.txt"
    urls.write_text(f"# of May\n{site.address('/first')}\n\n{site.address('/second')}\n{site.address('/first')}\n")
    pauses: list[float] = []
    found = list(add_from_web(listed(urls), tmp_path / "corpus", KNOWLEDGE, LOCAL, 2, wait=pauses.append))
    assert len(found) == 2
    assert pauses == [7]


def test_what_is_refused_does_not_keep_the_others_out(tmp_path: Path, site: Site) -> None:
    site.pages["/third"] = Page(modern(THIRD))
    addresses = [site.address("/gone"), site.address("/first"), "ftp://example.org/a", site.address("/third")]
    found = add_from_web(addresses, tmp_path / "corpus", KNOWLEDGE, LOCAL, 0, wait=lambda _: None)
    assert len([next(found), next(found)]) == 2
    with pytest.raises(CommuniqueError) as refusal:
        next(found)
    assert len(str(refusal.value).splitlines()) == 2


@pytest.mark.parametrize(
    ("rules", "is_fetched"),
    [
        (Page(b"User-agent: *\nDisallow: /press/\n", "text/plain"), True),
        (Page(b"User-agent: *\nDisallow: /first\n", "text/plain"), False),
        (Page(b"User-agent: Communique\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "text/plain"), False),
        (Page(b"User-agent: Other\nDisallow: /\n", "text/plain"), True),
        (Page(b"<p>Not here.</p>", status=404), True),
        (Page(b"later", status=503), False),
        (leads_to("/elsewhere.txt"), False),
    ],
    ids=["other folder", "this page", "this program", "other program", "none", "failing", "moved"],
)
def test_robots_txt_is_respected(tmp_path: Path, site: Site, rules: Page, is_fetched: bool) -> None:
    site.pages["/robots.txt"] = rules
    site.pages["/elsewhere.txt"] = Page(b"User-agent: *\nDisallow: /\n", "text/plain")
    if is_fetched:
        assert added(tmp_path, site.address("/first"))
    else:
        assert "robots.txt" in refused(tmp_path, site.address("/first"))
        assert "/first" not in site.visits


def test_robots_txt_of_where_a_redirect_leads_is_respected_too(tmp_path: Path, site: Site) -> None:
    with website() as other:
        other.pages["/robots.txt"] = Page(b"User-agent: *\nDisallow: /\n", "text/plain")
        site.pages["/out"] = leads_to(other.address("/first"))
        assert "robots.txt" in refused(tmp_path, site.address("/out"))
        assert other.visits == ["/robots.txt"]


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (Page(b"<p>x</p>" * 100_000), "holds more than the 0.5 MB"),
        (endless(b"<p>again and again</p>" * 1_000), "holds more than the 0.5 MB"),
        (Page(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}), "holds more than the 0.5 MB"),
        (Page(b"not packed", headers={"Content-Encoding": "gzip"}), "packed in a broken way"),
        (Page(gzip.compress(modern(FIRST))[:-20], headers={"Content-Encoding": "gzip"}), "breaks off"),
        (Page(modern(FIRST), headers={"Content-Encoding": "br"}), "packed as 'br'"),
        (Page(b"<p>short</p>", headers={"Content-Length": "9000"}), "cannot be reached"),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "cannot be reached"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X-Long: y\r\n" * 200_000), "cannot be reached"),
        (raw(b""), "cannot be reached"),
        (Page(b"\x89PNG", "image/png"), "'image/png', which is not read"),
        (Page(b"PK\x03\x04", "application/zip"), "'application/zip', which is not read"),
        (Page(b"<html></html>"), "text"),
        (Page(b"%PDF-1.7 broken", PDF), "PDF"),
        (Page(b"<p>no</p>", status=404), "answers 404 Not Found"),
        (Page(b"<p>no</p>", status=403), "answers 403 Forbidden"),
        (Page(b"<p>no</p>", status=500), "answers 500 Internal Server Error"),
    ],
)
def test_a_bad_answer_is_refused_in_one_sentence(tmp_path: Path, site: Site, page: Page | Raw, says: str) -> None:
    site.pages["/bad"] = page
    message = refused(tmp_path, site.address("/bad"))
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize("page", [endless(b"<", 0.05), endless(b"", 0.05)], ids=["byte by byte", "silent"])
def test_a_slow_server_wins_no_time(tmp_path: Path, site: Site, page: Raw) -> None:
    site.pages["/slow"] = page
    limits = Limits(seconds=0.5, allow_private=True)
    assert "did not answer within 0.5 seconds" in refused(tmp_path, site.address("/slow"), limits=limits)


def test_a_server_that_is_down_is_told(tmp_path: Path) -> None:
    assert "cannot be reached" in refused(tmp_path, f"http://127.0.0.1:{closed_port()}/")


NOT_WEB = ("file:///etc/passwd", "ftp://example.org/a.txt", "/etc/passwd", "example.org/a", "javascript:alert(1)")
NOT_WHOLE = ("http:///a", "http://[::1", "http://exa mple.org/", "http://a" + "b" * 3_000)


@pytest.mark.parametrize("address", [*NOT_WEB, *NOT_WHOLE, "https://user:secret@example.org/"])
def test_what_is_no_address_of_the_web_is_refused(tmp_path: Path, address: str) -> None:
    message = refused(tmp_path, address)
    assert "address" in message
    assert "secret" not in message


INSIDE = ("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "[::1]", "[::]")
CARRIED = ("[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]")
NEARBY = ("10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255")


@pytest.mark.parametrize("host", [*INSIDE, *CARRIED, *NEARBY])
def test_addresses_inside_a_network_or_machine_are_not_asked(tmp_path: Path, site: Site, host: str) -> None:
    message = refused(tmp_path, site.address("/first", host), limits=Limits())
    assert "private network" in message or "is no address of the web" in message
    assert site.visits == []


@pytest.fixture
def internet(site: Site, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Numbers by name, as a name server would give them, the next of them at each look-up; public ones lead to the
    site. Nothing of this program is replaced."""
    names: dict[str, list[str]] = {}
    look_up, connect = socket.getaddrinfo, socket.create_connection

    def answer(host: str | bytes, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        numbers = names.get(name, [name])
        return look_up(numbers.pop(0) if len(numbers) > 1 else numbers[0], *rest, **more)

    def reach(address: tuple[str, int], *rest: Any, **more: Any) -> socket.socket:
        public = address[0].startswith("93.184.")
        return connect(("127.0.0.1", site.port) if public else address, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    monkeypatch.setattr(socket, "create_connection", reach)
    return names


def test_a_name_of_the_public_internet_is_asked(tmp_path: Path, site: Site, internet: dict[str, list[str]]) -> None:
    internet["press.example"] = ["93.184.216.34"]
    (one,) = added(tmp_path, "http://press.example/first", limits=Limits())
    assert sidecar(one)["url"] == "http://press.example/first"


def test_a_name_that_means_this_machine_is_not_asked(
    tmp_path: Path, site: Site, internet: dict[str, list[str]]
) -> None:
    internet["inside.example"] = ["127.0.0.1"]
    message = refused(tmp_path, site.address("/first", "inside.example"), limits=Limits())
    assert "inside.example is 127.0.0.1" in message
    assert site.visits == []


def test_a_name_that_changes_its_meaning_leads_nowhere(
    tmp_path: Path, site: Site, internet: dict[str, list[str]]
) -> None:
    internet["changing.example"] = ["93.184.216.34", "127.0.0.1"]
    assert "private network" in refused(tmp_path, site.address("/first", "changing.example"), limits=Limits())
    assert site.visits == ["/robots.txt"]


def test_a_public_page_leads_to_no_address_inside(tmp_path: Path, site: Site, internet: dict[str, list[str]]) -> None:
    internet["press.example"] = ["93.184.216.34"]
    site.pages["/out"] = leads_to(site.address("/first"))
    assert "private network" in refused(tmp_path, "http://press.example/out", limits=Limits())
    site.pages["/robots.txt"] = leads_to(site.address("/first"))
    assert "private network" in refused(tmp_path, "http://press.example/out", limits=Limits())
    assert "/first" not in site.visits
