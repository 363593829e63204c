"""Series: documents of the same parties, or the same body, and the same kind of meeting."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import SeriesEntry
from pipeline.track.kinds import NUMBER
from pipeline.track.sayings import Paper

FEWEST = 2
"""Documents of a series."""
_PART = re.compile(r"[^\W_]+")
_LONGEST_TITLE = 100


def series(papers: Iterable[Paper], knowledge: Knowledge) -> tuple[SeriesEntry, ...]:
    """The series of documents, by name, each with its documents by date. What metadata name goes before titles."""
    found: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        if name := series_of(paper, knowledge):
            found[name].append(paper)
    return tuple(
        entry for name, documents in sorted(found.items()) if len(documents) >= FEWEST for entry in _of(name, documents)
    )


def _of(name: str, documents: Iterable[Paper]) -> Iterator[SeriesEntry]:
    ordered = sorted(documents, key=lambda paper: (paper.date, paper.doc_id))
    title = _title(ordered[-1])
    parties = tuple(sorted({code for paper in ordered for code in paper.parties}))
    for place, paper in enumerate(ordered, 1):
        yield SeriesEntry(name, title, parties, paper.doc_id, place)


def series_of(paper: Paper, knowledge: Knowledge) -> str:
    """The name of the series that a document would belong to; empty where nothing tells."""
    if paper.series:
        return _slug(paper.series)
    if not paper.kind or not _meets(paper, knowledge):
        return ""
    return _slug(f"{' '.join(sorted(paper.parties))} {' '.join(paper.kind)}")


def _meets(paper: Paper, knowledge: Knowledge) -> bool:
    """Whether several speak, or a body for its members: what a state says alone is no meeting."""
    gazetteer = knowledge.get(Gazetteer)
    return len(paper.parties) > 1 or any(gazetteer.kind_of(code) is not None for code in paper.parties)


def _slug(text: str) -> str:
    return "-".join(_PART.findall(text.lower()))


def _title(last: Paper) -> str:
    """What metadata call the series, else the title of its last document without numbers."""
    return last.series or " ".join(NUMBER.sub(" ", last.title).split())[:_LONGEST_TITLE]
