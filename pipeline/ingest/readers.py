"""One reader a format: from the bytes of a file to its lines and what it says about itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.errors import DocumentError
from pipeline.ingest.characters import clean_lines, split_lines
from pipeline.ingest.decoding import decode
from pipeline.ingest.markdown import markdown_lines
from pipeline.ingest.metadata import split_front_matter
from pipeline.ingest.passages import Change, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a document with what the format says of them, its own metadata, and what reading changed."""

    lines: list[Passage]
    metadata: Mapping[str, Any]
    changes: list[Change]


def read_text(data: bytes, name: str) -> Reading:
    """Plain text, with front matter if it has any."""
    text, changes = decode(data, name)
    metadata, body, _ = split_front_matter(text, name)
    lines, found = split_lines(_blank(text, body))
    return Reading(lines, metadata, changes + found)


def read_markdown(data: bytes, name: str) -> Reading:
    """Markdown, with front matter if it has any."""
    text, changes = decode(data, name)
    metadata, body, _ = split_front_matter(text, name)
    lines, found = clean_lines(markdown_lines(_blank(text, body)))
    return Reading(lines, metadata, changes + found)


READERS: dict[str, Callable[[bytes, str], Reading]] = {".txt": read_text, ".md": read_markdown}


def reader_of(ending: str, name: str) -> Callable[[bytes, str], Reading]:
    """The reader for a file ending. Raises :class:`DocumentError` where there is none."""
    try:
        return READERS[ending.lower()]
    except KeyError as error:
        raise DocumentError(
            f"{name} is of a kind that is not read: save it as {', '.join(READERS)}, or take it out of the corpus."
        ) from error


def _blank(text: str, body: str) -> str:
    """``body`` behind as many empty lines as the front matter took, so that line numbers are those of the file."""
    taken = text[: len(text) - len(body)]
    return "\n" * taken.count("\n") + body
