"""Series: documents of the same parties, or the same body, and the same kind of meeting."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.knowledge import Knowledge
from pipeline.names.gazetteer import Gazetteer
from pipeline.records import SeriesEntry
from pipeline.track.sayings import Paper
from pipeline.track.wording import stem

FEWEST = 2
"""Documents of a series."""
_NUMBER = re.compile(r"\b\w*\d\w*\b|\b[ivx]+\b")
_WORD = re.compile(r"[^\W\d_]+")
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
    kind = kind_of(paper.title, paper.parties, knowledge)
    if not kind or not _meets(paper, knowledge):
        return ""
    return _slug(f"{' '.join(sorted(paper.parties))} {' '.join(kind)}")


def kind_of(title: str, parties: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """What tells the kind of meeting in a title: its stems, sorted.

    Numbers, dates, places, the parties and the words that all titles have (``series_words.txt``) are left out.
    """
    gazetteer = knowledge.get(Gazetteer)
    kept = list(title)
    for mention in gazetteer.mentions(title):
        if mention.code in parties or mention.role in ("place", "capital", "person"):
            kept[mention.start : mention.end] = " " * (mention.end - mention.start)
    words = _WORD.findall(_NUMBER.sub(" ", "".join(kept).lower()))
    common = knowledge.get(_read_common_words)
    return tuple(sorted({stem(word) for word in words if len(word) > 1 and word not in common}))


def _meets(paper: Paper, knowledge: Knowledge) -> bool:
    """Whether several speak, or a body for its members: what a state says alone is no meeting."""
    gazetteer = knowledge.get(Gazetteer)
    return len(paper.parties) > 1 or any(gazetteer.kind_of(code) is not None for code in paper.parties)


def _slug(text: str) -> str:
    return "-".join(_PART.findall(text.lower()))


def _title(last: Paper) -> str:
    """What metadata call the series, else the title of its last document without numbers."""
    return last.series or " ".join(_NUMBER.sub(" ", last.title).split())[:_LONGEST_TITLE]


def _read_common_words(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.entries("series_words.txt"))
