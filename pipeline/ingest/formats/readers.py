"""One reader a format: from the bytes of a file to its lines and what it says about itself.

The library of a format is imported with the first file of it: together they take half a second.
"""

from collections.abc import Callable, Mapping
from functools import partial

from pipeline.errors import DocumentError
from pipeline.ingest.cleaning.characters import clean_lines, split_lines
from pipeline.ingest.cleaning.decoding import decode
from pipeline.ingest.description.metadata import split_front_matter
from pipeline.ingest.formats.kinds import kind_of
from pipeline.ingest.passages import Change
from pipeline.ingest.reading import Reading
from pipeline.knowledge import Knowledge

__all__ = ["ENDINGS", "Reader", "Reading", "reader_of"]

Reader = Callable[[bytes, str], Reading]


def read_text(data: bytes, name: str) -> Reading:
    """Plain text, with front matter if it has any."""
    text, changes = decode(data, name)
    metadata, body, _ = split_front_matter(text, name)
    lines, found = split_lines(_blank(text, body))
    return Reading(lines, metadata, changes + found)


def read_markdown(data: bytes, name: str) -> Reading:
    """Markdown, with front matter if it has any."""
    from pipeline.ingest.formats.markdown import markdown_lines

    text, changes = decode(data, name)
    metadata, body, _ = split_front_matter(text, name)
    lines, found = clean_lines(markdown_lines(_blank(text, body)))
    return Reading(lines, metadata, changes + found)


ENDINGS = (".txt", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".doc", ".odt", ".rtf")
"""The file endings that are read."""
SAVED_AS = (*(ending for ending in ENDINGS if ending != ".doc"), ".jsonl", ".csv", ".zip")
"""What a file may be saved as to be read: a .doc is read only where it is something else by its content."""


def read_readers(knowledge: Knowledge) -> dict[str, Reader]:
    """The reader of each of :data:`ENDINGS`, for files that are what their ending says."""
    page, archive, pdf = (partial(read, knowledge=knowledge) for read in (_read_page, _read_archive, _read_pdf))
    readers: tuple[Reader, ...] = (
        *(read_text, read_markdown, page, page, page, archive, archive, pdf),
        *(_read_docx, _read_docx, _read_odt, _read_rtf),
    )
    return dict(zip(ENDINGS, readers, strict=True))


def _read_page(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    from pipeline.ingest.formats.web.page import read_html

    return read_html(data, name, knowledge)


def _read_archive(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    from pipeline.ingest.formats.web.mhtml import read_mhtml

    return read_mhtml(data, name, knowledge)


def _read_pdf(data: bytes, name: str, knowledge: Knowledge) -> Reading:
    from pipeline.ingest.formats.pdf.document import PdfReader

    return knowledge.get(PdfReader)(data, name)


def _read_docx(data: bytes, name: str) -> Reading:
    from pipeline.ingest.formats.office.docx import read_docx

    return read_docx(data, name)


def _read_odt(data: bytes, name: str) -> Reading:
    from pipeline.ingest.formats.office.odt import read_odt

    return read_odt(data, name)


def _read_rtf(data: bytes, name: str) -> Reading:
    from pipeline.ingest.formats.office.rtf import read_rtf

    return read_rtf(data, name)


def reader_of(ending: str, name: str, knowledge: Knowledge) -> Reader:
    """The reader for a file ending, which reads a file that is of another kind as what it is.

    Raises :class:`DocumentError` where there is none.
    """
    if ending.lower() not in ENDINGS:
        raise DocumentError(
            f"{name} is of a kind that is not read: save it as {', '.join(SAVED_AS)}, or take it out of the corpus."
        )
    return partial(_read, ending.lower(), knowledge.get(read_readers))


def _read(ending: str, readers: Mapping[str, Reader], data: bytes, name: str) -> Reading:
    """Read a file by the kind that its first bytes tell, else by its ending."""
    kind = kind_of(data, name)
    stated, true = readers[ending], readers.get(kind, readers[ending])
    reading = true(data, name)
    if true is not stated:
        reading.changes.insert(0, Change(1, "format", ending, kind))
    return reading


def _blank(text: str, body: str) -> str:
    """``body`` behind as many empty lines as the front matter took, so that line numbers are those of the file."""
    taken = text[: len(text) - len(body)]
    return "\n" * taken.count("\n") + body
