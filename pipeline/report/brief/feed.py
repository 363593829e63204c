"""``changes.xml``: what a run changed as an Atom feed (RFC 4287), for feed readers and mail programs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from pipeline.records import Change, ChangedThing, ChangeKind
from pipeline.report.addresses import web_address
from pipeline.report.brief.news import News
from pipeline.report.labels import Names
from pipeline.report.listmarks import spoken
from pipeline.tables import replacing
from pipeline.version import __version__

UNKNOWN_DAY = date(1970, 1, 1)
FEED = f"urn:uuid:{uuid5(NAMESPACE_URL, 'communique changes')}"
_TITLES: dict[tuple[ChangedThing, ChangeKind], str] = {
    ("document", "new"): "New document",
    ("document", "gone"): "Document gone",
    ("document", "changed"): "Document changed",
    ("commitment", "new"): "New commitment",
    ("commitment", "gone"): "Commitment gone",
    ("commitment", "changed"): "Commitment read differently",
}
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_feed(found: Sequence[News], latest: date | None, names: Names, path: Path) -> None:
    """Write the feed. Times are days of documents, never of a clock: same corpus, same bytes."""
    with replacing(path) as file:
        file.writelines(f"{line}\n" for line in _feed(found, latest, names))


def _feed(found: Sequence[News], latest: date | None, names: Names) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom">'
    yield "  <title>Who committed to what: changes</title>"
    yield f"  <id>{FEED}</id>"
    yield f"  <updated>{_time(latest)}</updated>"
    yield f'  <generator version="{__version__}">Communiqué</generator>'
    yield "  <author><name>Communiqué</name></author>"
    yield '  <link rel="self" href="changes.xml"/>'
    yield '  <link rel="alternate" type="text/html" href="report.html"/>'
    said: Counter[Change] = Counter()
    for item in found:
        said[item.change] += 1
        yield from _entry(item, said[item.change], names)
    yield "</feed>"


def _entry(item: News, number: int, names: Names) -> Iterator[str]:
    """``number`` tells entries apart that say the same."""
    change, document = item.change, item.document
    key = (change.change, change.what, change.doc_id, *change.actors, change.wording, *change.details, str(number))
    actors = ", ".join(map(names.actor_name, change.actors))
    title = f"{_TITLES[change.what, change.change]}: {f'{actors}: ' if actors else ''}{change.wording}"
    commitment = item.commitment
    words = [spoken(commitment, document) if document else commitment.sentence] if commitment else []
    words += list(change.details)
    if document:
        words.append(", ".join(filter(None, (document.issuer, document.title, str(document.date or "")))))
    else:
        words.append(change.doc_id)
    yield "  <entry>"
    yield f"    <title>{_text(title)}</title>"
    yield f"    <id>urn:uuid:{uuid5(NAMESPACE_URL, chr(10).join(key))}</id>"
    yield f"    <updated>{_time(document.date if document else None)}</updated>"
    if document and (address := web_address(document.url)):
        yield f"    <link href={quoteattr(_NO_XML.sub('', address))}/>"
    yield f"    <content>{_text(chr(10).join(words))}</content>"
    yield "  </entry>"


def _time(day: date | None) -> str:
    return f"{(day or UNKNOWN_DAY).isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    """Text between tags; characters that XML does not allow are left out."""
    return escape(_NO_XML.sub("", text))
