"""What a reader makes of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.ingest.passages import Change, Passage


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a document, what it says about itself, and what reading changed.

    ``metadata`` was written for us (front matter). ``properties`` are those of the format (meta tags of a web page,
    properties of a PDF or Word file): less sure, and marked as inferred where they are used. ``doubts`` name what the
    reader is not sure of.
    """

    lines: list[Passage]
    metadata: Mapping[str, Any]
    changes: list[Change]
    properties: "Properties" = field(default_factory=lambda: Properties())
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What a format says about its document, as it stands there; empty where it says nothing.

    ``dates`` of publication in any notation, best first, ``created`` the day when the file was made. ``titles`` and
    ``issuers`` are candidates, best first; ``owners`` whose the site is by its logo, its name and its copyright;
    ``headings`` what a page says twice of its title: in a main heading or its title, and in its tags.
    """

    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    created: str = ""
    issuers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
