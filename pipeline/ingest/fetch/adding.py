"""Adding documents from the web: page by page, each stored with its address and the day it was fetched."""

import datetime
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import httpx
import yaml

from pipeline.console import Console
from pipeline.errors import CommuniqueError, DocumentError
from pipeline.ingest.adding.add import add
from pipeline.ingest.adding.added import Added, AddedTable
from pipeline.ingest.corpus.folder import SIDECAR_ENDINGS
from pipeline.ingest.fetch.addresses import parse_address, shorten
from pipeline.ingest.fetch.feeds import feed_links
from pipeline.ingest.fetch.fetching import Answer, Limits, fetch
from pipeline.ingest.fetch.robots import Robots
from pipeline.ingest.formats.readers import ENDINGS
from pipeline.knowledge import Knowledge

_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/markdown": ".md",
    "text/plain": ".txt",
}
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream", "application/download")
_NAME = "page"


def add_from_web(
    addresses: Sequence[str],
    corpus: Path,
    knowledge: Knowledge,
    limits: Limits,
    delay: float,
    console: Console | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[Added | AddedTable]:
    """Fetch documents, and those that feeds among ``addresses`` name, and add them to the corpus one by one.

    Waits ``delay`` seconds between two of them, or longer where a site asks for it. Yields each as it is added. Raises
    :class:`CommuniqueError`, after the others are added, where one was refused: its address may not be asked, it does
    not answer, it is of a kind that is not read, or the corpus cannot take it.
    """
    robots = Robots(limits)
    refusals: list[str] = []
    waiting = [(address, False) for address in reversed(addresses)]
    is_first = True
    while waiting:
        address, is_of_feed = waiting.pop()
        try:
            url = parse_address(address)
            if not is_first:
                wait(robots.pause(url, delay))
            is_first = False
            answer = _document(fetch(url, limits, robots.permit))
            if not is_of_feed and (links := _links(answer)):
                (console or Console()).say(f"{shorten(address)}: a feed of {len(links)} addresses")
                waiting += [(link, True) for link in reversed(links)]
                continue
            yield from _added(answer, url, corpus, knowledge, limits.max_bytes)
        except CommuniqueError as error:
            refusals.append(str(error))
    if refusals:
        raise CommuniqueError("\n".join(refusals))


def _document(answer: Answer) -> Answer:
    """``answer`` where the server gave what was asked for."""
    if not 200 <= answer.status < 300:
        meaning = httpx.codes.get_reason_phrase(answer.status)
        said = f"{answer.status} {meaning}".strip()
        raise DocumentError(f"{shorten(str(answer.url))} answers {said}: check the address, or try again later.")
    return answer


def _links(answer: Answer) -> list[str]:
    """The addresses of a feed, whole; none where the answer is no feed."""
    if _media_type(answer) not in _FEEDS:
        return []
    return [str(answer.url.join(link)) for link in feed_links(answer.data, answer.url) or []]


def _added(
    answer: Answer, asked: httpx.URL, corpus: Path, knowledge: Knowledge, max_bytes: int
) -> Iterator[Added | AddedTable]:
    """Hand an answer to the corpus as a file with a metadata file beside it."""
    name = f"{_NAME}{ending_of(answer)}"
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    by_way_of = "" if asked == answer.url else f" by way of {asked}"
    known = {"url": str(answer.url), "source": f"fetched {day}{by_way_of}"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_bytes(answer.data)
        Path(folder, _NAME + SIDECAR_ENDINGS[0]).write_text(yaml.safe_dump(known), encoding="utf-8", newline="\n")
        try:
            yield from add([file], corpus, knowledge, max_bytes)
        except CommuniqueError as error:
            raise DocumentError(str(error).replace(name, shorten(str(answer.url)))) from error


def ending_of(answer: Answer) -> str:
    """The file ending of an answer's kind: by its content type, or by its address where that says nothing.

    Raises :class:`DocumentError` where the kind is not read.
    """
    media_type = _media_type(answer)
    ending = PurePosixPath(answer.url.path).suffix.lower()
    if media_type in _SAYS_NOTHING and ending in ENDINGS:
        return ending
    if media_type not in _KINDS:
        raise DocumentError(
            f"{shorten(str(answer.url))} is of the kind '{shorten(media_type) or 'unknown'}', which is not read: give "
            "the address of a web page, or of a PDF, Word, OpenDocument, RTF or text file."
        )
    return _KINDS[media_type]


def _media_type(answer: Answer) -> str:
    return answer.content_type.partition(";")[0].strip()
