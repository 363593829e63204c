"""All documents of the corpus, one by one: files, rows of tables, members of archives."""

from collections.abc import Iterable, Iterator

from pipeline.errors import DocumentError
from pipeline.filenames import same_name
from pipeline.ingest.corpus.archives import LARGEST_ARCHIVE, members
from pipeline.ingest.corpus.entries import Entry, load, load_sidecar, read_bytes
from pipeline.ingest.corpus.folder import ARCHIVE, Source, clash, is_holder, is_table, unreadable
from pipeline.ingest.corpus.rows import rows
from pipeline.records import Skipped


def entries(sources: Iterable[Source], max_bytes: int) -> Iterator[Entry | Skipped]:
    """The documents of ``sources``, files first, then what tables and archives hold; no two with one doc_id.

    What cannot be read is among them with its reason. Only one document at a time is in memory, and the archive that
    it is in.
    """
    places: dict[str, str] = {}
    for source in sorted(sources, key=lambda source: is_holder(source.path)):
        for found in contents(source, max_bytes):
            if (
                isinstance(found, Entry)
                and (first := places.setdefault(same_name(found.doc_id), found.path)) != found.path
            ):
                yield clash(found.path, first)
            else:
                yield found


def contents(source: Source, max_bytes: int) -> Iterator[Entry | Skipped]:
    """The document that a file is, or those that it holds; what cannot be read with its reason."""
    ending = source.file.suffix.lower()
    try:
        if is_table(source.path):
            with source.file.open("rb") as stream:
                yield from rows(stream, source.path, max_bytes, load_sidecar(source.sidecar))
        elif ending == ARCHIVE:
            data = read_bytes(source.file, source.path, LARGEST_ARCHIVE)
            yield from members(data, source.path, max_bytes, load_sidecar(source.sidecar))
        else:
            yield load(source, max_bytes)
    except OSError as error:
        yield Skipped(source.path, str(unreadable(source.path, error)))
    except DocumentError as error:
        yield Skipped(source.path, str(error))
