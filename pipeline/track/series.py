"""Series: documents of the same parties, or the same body, and the same kind of meeting."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.records import SeriesEntry
from pipeline.track.sayings import Paper

_NUMBER = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?|[ivxlc]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
    r"twelfth|inaugural|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
FEWEST = 2
"""Documents of a series."""


def series(papers: Iterable[Paper]) -> tuple[SeriesEntry, ...]:
    """The series of documents, by name, each with its documents by date. What metadata name goes before titles."""
    members: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if key := series_of(paper):
            members[key].append(paper)
    return tuple(
        SeriesEntry(name, _title(found), _parties(found), paper.doc_id, place)
        for name, found in sorted(members.items())
        if len(found) >= FEWEST
        for place, paper in enumerate(sorted(found, key=lambda p: (p.date, p.doc_id)), 1)
    )


def series_of(paper: Paper) -> str:
    """The name of the series that a document would belong to; empty where nothing tells."""
    if paper.series:
        return slug(paper.series)
    kind = slug(kind_of(paper.title))
    if not paper.members or not kind:
        return ""
    return f"{'-'.join(sorted(paper.parties)).lower()}-{kind}"


def kind_of(title: str) -> str:
    """A title without numbers, ordinals, months and years."""
    return " ".join(_WORD.findall(_NUMBER.sub(" ", title.lower())))


def slug(text: str) -> str:
    """Words joined by hyphens."""
    return "-".join(_WORD.findall(text.lower()))


def _title(found: Sequence[Paper]) -> str:
    return found[0].series or kind_of(found[0].title)


def _parties(found: Sequence[Paper]) -> tuple[str, ...]:
    return tuple(sorted({code for paper in found for code in paper.parties}))
